"""Block cushions held by a cage of steel tube."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between
from training.categories.furniture.outlines import bent
from training.categories.sofa.measures import Group
from training.categories.sofa.plan import Plan
from training.solids import box, cylinder, tube


def cage(rng: np.random.Generator, p: Plan) -> Group:
    """Le Corbusier's block cushions in a cage of steel tube."""
    seats = max(1, min(3, p.seats))
    arm, part, deep = between(rng, 0.1, 0.2), between(rng, 0.5, 0.65), between(rng, 0.65, 0.85)
    w, low, seat, top = (
        seats * part + 2 * arm,
        between(rng, 0.08, 0.17),
        between(rng, 0.38, 0.46),
        between(rng, 0.58, 0.75),
    )
    soft, r = between(rng, 0.01, 0.05), between(rng, 0.012, 0.022)
    body: Group = [
        ("body", box((w - 0.01, 0.5 * (seat - low), deep), (0, low + 0.25 * (seat - low), 0), 0.01))
    ]
    for i in range(seats):
        x = (i - (seats - 1) / 2) * part
        body.append(
            (
                "cushion",
                box(
                    (part - 0.004, 0.6 * (seat - low), deep - arm),
                    (x, seat - 0.3 * (seat - low), arm / 2),
                    soft,
                ),
            )
        )
        body.append(
            (
                "cushion",
                box((part - 0.004, top - low, arm), (x, (top + low) / 2, -deep / 2 + arm / 2 + r), soft),
            )
        )
    body += [
        ("body", box((arm, top - low - 0.01, deep - 0.01), (a * (w - arm) / 2, (top + low) / 2, 0), soft))
        for a in (-1, 1)
    ]
    x, z, high = w / 2, deep / 2, low + (top - low) * between(rng, 0.6, 0.97)
    path = np.array([[-x, high, z], [-x, high, -z], [x, high, -z], [x, high, z]])
    tubes = [
        tube(bent(path, 0.06, 3), r, sides=8),
        tube([(-x, low, z), (-x, low, -z), (x, low, -z), (x, low, z)], r, closed=True, sides=8),
    ]
    tubes += [cylinder(r * 1.1, high, (a * x, high / 2, b * z), sides=10) for a in (-1, 1) for b in (-1, 1)]
    return body + [("leg", solid) for solid in tubes]
