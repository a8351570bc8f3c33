"""Overstuffed reclining seats, single, in rows and with consoles between them."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance
from training.categories.sofa.measures import Group
from training.categories.sofa.plan import Plan
from training.solids import box


def recliner(rng: np.random.Generator, p: Plan) -> Group:
    """Overstuffed seats with high backs, arms or consoles between them, some with the foot rests out."""
    seats, part = max(1, min(3, p.seats)), between(rng, 0.55, 0.72)
    arm, deep, top = between(rng, 0.16, 0.3), between(rng, 0.85, 1.05), between(rng, 0.95, 1.15)
    seat, t, armed = between(rng, 0.44, 0.52), between(rng, 0.2, 0.3), chance(rng, 0.4)
    gap, arm_top = arm if armed else 0.0, seat + between(rng, 0.1, 0.22)
    w = seats * part + 2 * arm + (seats - 1) * gap
    body: Group = [("body", box((w - 0.02, 0.6 * seat, deep - 0.05), (0, 0.32 * seat, deep / 2), 0.02))]
    body.append(("body", box((w - 0.8 * arm, top - 0.25, 0.6 * t), (0, (top - 0.2) / 2, 0.5 * t), 0.05)))
    lean, pads, out = (
        between(rng, 5, 16),
        int(rng.integers(2, 4)),
        between(rng, 0.2, 0.45) if chance(rng, 0.2) else 0.0,
    )
    for i in range(seats):
        x = -w / 2 + arm + (i + 0.5) * part + i * gap
        body.append(("cushion", box((part, 0.22, deep - 0.5 * t), (x, seat - 0.1, deep / 2 + 0.3 * t), 0.09)))
        high = (top - seat + 0.06) / pads
        for j in range(pads):
            pad = box(
                (part, high * 1.08, t * between(rng, 0.8, 1.1)),
                (x, seat - 0.04 + (j + 0.5) * high, 0.85 * t),
                0.4 * min(high, t),
            )
            body.append(("cushion", pad.turned("x", -lean, (0, seat, t))))
        if out > 0.0:
            body.append(
                ("cushion", box((part * 0.95, 0.14, out + 0.15), (x, seat - 0.12, deep + out / 2), 0.06))
            )
        else:
            body.append(
                ("cushion", box((part * 0.98, 0.7 * seat, 0.12), (x, 0.45 * seat, deep - 0.02), 0.05))
            )
    spots = [-w / 2 + arm / 2 + i * (part + gap) for i in range(seats)] if armed else [-w / 2 + arm / 2]
    for x in (*spots, w / 2 - arm / 2):
        body.append(
            (
                "body",
                box((0.85 * arm, arm_top - 0.05, deep * 0.96), (x, (arm_top - 0.03) / 2, deep / 2), 0.04),
            )
        )
        body.append(("cushion", box((arm, 0.15, deep * 0.95), (x, arm_top - 0.06, deep / 2 + 0.02), 0.07)))
    return body
