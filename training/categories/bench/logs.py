"""Benches of trunks and thick planks."""

from __future__ import annotations

import numpy as np

from training.categories.bench.measures import Group, sizes
from training.categories.bench.plan import Plan
from training.categories.furniture.draw import between, chance, pick
from training.categories.furniture.outlines import arc
from training.solids import bar, box, cylinder, loft


def log(rng: np.random.Generator, p: Plan) -> Group:
    """A half trunk or a thick plank on stumps, blocks or pegs; sometimes a second one as a back."""
    s = sizes(rng)
    radius, kind = between(rng, 0.12, 0.26), pick(rng, {"half": 3, "plank": 2, "whole": 1})
    if kind == "whole":
        radius = s.seat / 2 * between(rng, 0.6, 0.95)
        trunk = cylinder(radius, s.length, (0, s.seat - radius, 0), axis="x", sides=14)
    elif kind == "half":
        line = arc(radius, radius * between(rng, 0.6, 1.0), 180, 360, 10)
        trunk = loft([(x, line[:, ::-1]) for x in (-s.length / 2, s.length / 2)], axis="x").moved(y=s.seat)
    else:
        trunk = box((s.length, between(rng, 0.06, 0.16), 2 * radius), (0, s.seat - 0.04, 0), 0.03)
    made: Group = [("seat", trunk)]
    x, legs = (
        s.length * between(rng, 0.25, 0.4),
        pick(rng, {"stump": 3, "block": 1, "pegs": 1.5, "cradle": 1}),
    )
    into = s.seat - {"plank": 0.06, "half": 0.35 * radius, "whole": 0.6 * radius}[kind]
    for a in (-x, x):
        if legs == "stump":
            made.append(
                ("frame", cylinder(radius * between(rng, 0.7, 1.0), into, (a, into / 2, 0), sides=14))
            )
        elif legs == "block":
            made.append(("frame", box((0.16, into, 1.7 * radius), (a, into / 2, 0), 0.02)))
        elif legs == "cradle":
            made.append(
                ("frame", cylinder(into / 2 + 0.01, 2.6 * radius, (a, into / 2, 0), axis="z", sides=14))
            )
        else:
            made += [
                ("frame", bar((a * 1.1, 0, b * radius * 1.2), (a, into, b * radius * 0.4), 0.06, 0.06))
                for b in (-1, 1)
            ]
    if kind == "half" and chance(rng, 0.25):
        y, z = s.seat + between(rng, 0.25, 0.4), -radius * 1.1
        made.append(("seat", cylinder(0.4 * radius, s.length, (0, y, z - 0.05), axis="x", sides=12)))
        made += [
            ("frame", bar((a, s.seat - 0.1, -0.8 * radius), (a, y, z - 0.05), 0.08, 0.08)) for a in (-x, x)
        ]
    return made
