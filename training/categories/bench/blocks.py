"""Benches cast or hewn as one body."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.bench.boards import seat
from training.categories.bench.measures import Group, sizes
from training.categories.bench.plan import Plan
from training.categories.furniture.draw import between, chance, pick
from training.categories.furniture.outlines import rounded
from training.solids import bar, box, extrusion, loft


def monolith(rng: np.random.Generator, p: Plan) -> Group:
    """Concrete: a block, a trapezoid, a bridge of one thickness, some with a wooden seat or a back."""
    s, kind = sizes(rng), pick(rng, {"block": 2, "trapezoid": 1.5, "bridge": 2, "wedge": 1, "faceted": 0.8})
    half, made = s.length / 2, []
    if kind == "bridge":
        t, r = between(rng, 0.05, 0.2), between(rng, 0.0, 0.15)
        outer = rounded(
            np.array([[-half, 0], [-half, s.seat], [half, s.seat], [half, 0]]),
            np.array([0.001, r, r, 0.001]) + 0.001,
            4,
        )
        inner = rounded(
            np.array([[half - t, 0], [half - t, s.seat - t], [t - half, s.seat - t], [t - half, 0]]),
            np.array([0.001, r, r, 0.001]) * 0.8 + 0.001,
            4,
        )
        made.append(("frame", extrusion(np.concatenate([outer, inner]), s.depth, axis="z")))
    elif kind in ("trapezoid", "wedge"):
        cut = between(rng, 0.0, 0.3) * s.depth
        skew = cut if kind == "wedge" else between(rng, -0.3, 0.3) * s.depth
        levels = [(0.0, s.depth / 2 - max(0, cut), half - max(0.0, skew)), (s.seat, s.depth / 2, half)]
        made.append(
            ("frame", loft([(y, [(-z, -x), (z, -x), (z, x), (-z, x)]) for y, z, x in levels], axis="y"))
        )
    elif kind == "faceted":
        shares = (between(rng, 0.5, 0.9), between(rng, 0.6, 1.0), 1.0)
        made.append(
            (
                "frame",
                loft(
                    [
                        (
                            y * s.seat,
                            rounded(
                                np.array([[-1, -1], [-1, 1], [1, 1], [1, -1.0]])
                                * [s.depth / 2 * k, half * k],
                                0.1 * k,
                                1,
                            ),
                        )
                        for y, k in zip((0.0, 0.3, 1.0), shares, strict=True)
                    ],
                    axis="y",
                ),
            )
        )
    else:
        made.append(("frame", box((s.length, s.seat, s.depth), (0, s.seat / 2, 0), between(rng, 0.0, 0.04))))
    if chance(rng, 0.4):
        boards = replace(s, seat=s.seat + s.thick - 0.003, length=s.length * between(rng, 0.4, 1.0))
        made += [
            ("seat", solid)
            for solid in seat(rng, pick(rng, {"slats": 3, "planks": 1, "cross slats": 0}), boards)
        ]
    if chance(rng, 0.2):
        made.append(
            (
                "frame",
                box((s.length, s.top - s.seat + 0.1, 0.12), (0, (s.top + s.seat) / 2 - 0.05, s.rear + 0.06)),
            )
        )
    return made


def planters(rng: np.random.Generator, p: Plan) -> Group:
    """Boards between two planters, which are filled with earth, or on one side of one."""
    s, wide = sizes(rng), between(rng, 0.3, 0.7)
    high, deep = s.seat * between(rng, 0.9, 1.9), max(s.depth * 1.05, wide * between(rng, 0.7, 1.1))
    taper, sides = between(rng, 0.75, 1.0), (-1, 1) if chance(rng, 0.75) else (1,)
    made: Group = [("seat", solid) for solid in seat(rng, pick(rng, {"slats": 2, "planks": 2, "slab": 2}), s)]
    made.append(("frame", box((s.length, 0.05, 0.6 * s.depth), (0, s.bottom - 0.02, 0))))
    for side in sides:
        x = side * (s.length / 2 + 0.3 * wide)
        made.append(("frame", bar((x, 0, 0), (x, high, 0), wide * taper, deep * taper, wide, deep)))
        if chance(rng, 0.5):
            made.append(("pad", box((0.85 * wide, 0.04, 0.85 * deep), (x, high, 0))))
    if len(sides) == 1:
        x = -0.42 * s.length
        made.append(("frame", box((0.08, s.bottom, 0.8 * s.depth), (x, s.bottom / 2, 0))))
    return made
