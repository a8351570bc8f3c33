"""Weight benches, and the long low benches of gymnasiums."""

from __future__ import annotations

import numpy as np

from training.categories.bench.measures import Group
from training.categories.bench.plan import Plan
from training.categories.furniture.draw import between, chance
from training.solids import bar, box


def gym(rng: np.random.Generator, p: Plan) -> Group:
    """A weight bench: narrow pads, flat or inclined, on a spine with T feet; or a gymnasium's long board."""
    if chance(rng, 0.35):
        return _gymnasium(rng)
    length, wide, seat = between(rng, 1.05, 1.35), between(rng, 0.24, 0.34), between(rng, 0.42, 0.5)
    high, steel, foot = between(rng, 0.05, 0.09), between(rng, 0.04, 0.07), between(rng, 0.35, 0.6)
    y = seat - high - steel / 2 + 0.004
    made: Group = [("frame", box((length * 0.92, steel, steel), (0, y, 0)))]
    split = length * between(rng, 0.25, 0.35)
    slope = between(rng, 15, 70) if chance(rng, 0.4) else 0.0
    hinge = (-length / 2 + split, seat - high, 0.0)
    rest = box((length - split - 0.01, high, wide), (split / 2, seat - high / 2, 0), 0.3 * high)
    stay = bar((length * 0.25, y, 0), (length * 0.25, seat - 0.5 * high, 0), steel * 0.7, steel * 0.7)
    if slope > 0.0:
        reach = 0.55 * (length - split)
        a = np.radians(slope)
        stay = bar(
            (length * 0.3, y, 0),
            (hinge[0] + reach * np.cos(a), hinge[1] + reach * np.sin(a) + 0.02, 0),
            steel * 0.7,
            steel * 0.7,
        )
    made += [("pad", rest.turned("z", slope, hinge)), ("frame", stay)]
    made.append(
        ("pad", box((split, high, wide), (-length / 2 + split / 2 + 0.002, seat - high / 2, 0), 0.3 * high))
    )
    for x, z in ((-length * 0.4, between(rng, 0.3, 1.0) * foot), (length * 0.4, foot)):
        made += [
            ("frame", box((steel, y, steel), (x, y / 2, 0))),
            ("frame", box((steel, steel, z), (x, steel / 2, 0))),
        ]
    if chance(rng, 0.25):
        x, top = length * 0.46, between(rng, 0.85, 1.15)
        made += [("frame", box((steel, top, steel), (x, top / 2, b * 0.28))) for b in (-1, 1)]
        made.append(("frame", box((steel, steel, 0.6), (x, y, 0))))
        made.append(("frame", box((length * 0.1, steel, steel), (x - length * 0.04, y, 0))))
    return made


def _gymnasium(rng: np.random.Generator) -> Group:
    """A long low board on board feet with a beam below."""
    length, seat, wide, t = (
        between(rng, 2.0, 3.6),
        between(rng, 0.28, 0.36),
        between(rng, 0.22, 0.3),
        between(rng, 0.03, 0.05),
    )
    made: Group = [("seat", box((length, t, wide), (0, seat - t / 2, 0), 0.008))]
    x = length * between(rng, 0.36, 0.45)
    for a in (-x, 0.0, x)[:: 1 if length > 2.8 else 2]:
        made.append(("frame", bar((a, 0, 0), (a, seat - 0.3 * t, 0), 0.05, wide * 1.2, 0.05, wide * 0.6)))
    return [*made, ("frame", box((2 * x, 0.1, 0.045), (0, between(rng, 0.1, 0.2), 0)))]
