"""Benches of few thick parts, as game kits have."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.bench.measures import Group, Sizes, sizes
from training.categories.bench.plan import Plan
from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.furniture.outlines import rounded
from training.solids import bar, box, loft


def toy(rng: np.random.Generator, p: Plan) -> Group:
    """A slab or three planks, chunky supports, perhaps boards for a back and blocks for arms."""
    s = sizes(rng)
    thickness, length = tailed(rng, 0.1, 0.4, 0.05, 0.25), tailed(rng, 1.3, 0.3, 0.6, 2.4)
    thickness = min(thickness, 0.5 * s.seat)
    s = replace(
        s, length=length, thick=thickness, depth=tailed(rng, 0.5, 0.25, 0.3, 0.9), lean=between(rng, 0, 0.15)
    )
    made = _toy_top(rng, s)
    wide, x = between(rng, 0.06, 0.26), s.length / 2 * between(rng, 0.55, 0.95)
    x = min(x, s.length / 2 - wide / 2)
    into, kind = s.seat - 0.5 * s.thick, pick(rng, {"block": 3, "legs": 2.5, "taper": 1.5, "a": 1})
    for a in (-x, x):
        deep = s.depth * between(rng, 0.75, 0.9)
        if kind == "block":
            made.append(("frame", box((wide, into, deep * 0.9), (a, into / 2, 0))))
        elif kind == "taper":
            made.append(("frame", bar((a, 0, 0), (a, into, 0), wide, deep, wide * 0.7, deep * 0.7)))
        else:
            t, out = min(wide, 0.16), 0.0 if kind == "legs" else 0.1
            made += [
                ("frame", bar((a, 0, b * (deep / 2 - t / 2 + out)), (a, into, b * (deep / 2 - t / 2)), t, t))
                for b in (-1, 1)
            ]
    if chance(rng, 0.5):
        made += _toy_back(rng, s, x, min(wide, 0.14))
    return made


def _toy_top(rng: np.random.Generator, s: Sizes) -> Group:
    """One slab, its corners cut or not, or two to four planks."""
    if chance(rng, 0.45):
        boards = int(rng.integers(2, 5))
        pitch = s.depth / boards
        wide = [
            box((s.length, s.thick, pitch * 0.88), (0, s.seat - s.thick / 2, (i + 0.5) * pitch - s.depth / 2))
            for i in range(boards)
        ]
        return [("seat", solid) for solid in wide] + [
            ("frame", box((s.length * 0.9, s.thick * 0.4, s.depth * 0.8), (0, s.bottom + 0.1 * s.thick, 0)))
        ]
    if chance(rng, 0.5):
        corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * [s.length / 2, s.depth / 2]
        outline = rounded(corners, between(rng, 0.1, 0.4) * s.depth, 1)
        return [("seat", loft([(y, outline[:, ::-1]) for y in (s.bottom, s.seat)], axis="y"))]
    return [
        (
            "seat",
            box(
                (s.length, s.thick, s.depth),
                (0, s.seat - s.thick / 2, 0),
                float(rng.choice([0.0, 0.0, 0.03])),
            ),
        )
    ]


def _toy_back(rng: np.random.Generator, s: Sizes, x: float, stock: float) -> Group:
    """One to three boards on two posts, and perhaps block arms."""
    t, count = between(rng, 0.04, 0.1), int(rng.integers(1, 4))
    posts = [
        s.leaned(box((stock, s.top - s.bottom, t), (a * x, (s.top + s.bottom) / 2 - 0.03, t * 0.2)))
        for a in (-1, 1)
    ]
    low = s.seat + between(rng, 0.02, 0.2)
    pitch = max(0.06, (s.top - low) / count)
    boards = [
        s.leaned(box((s.length, pitch * 0.85, t), (0, s.top - (i + 0.5) * pitch, 0.6 * t)))
        for i in range(count)
    ]
    made: Group = [("frame", b) for b in posts] + [("seat", b) for b in boards]
    if chance(rng, 0.3):
        made += [
            (
                "frame",
                box(
                    (stock, s.arm - s.bottom, s.depth * 0.9),
                    (a * (s.length - stock) / 2, (s.arm + s.bottom) / 2, -0.04 * s.depth),
                ),
            )
            for a in (-1, 1)
        ]
    return made
