"""Benches of bent sheet metal or mesh, as bus stops and stations have."""

from __future__ import annotations

import numpy as np

from training.categories.bench.boards import contour
from training.categories.bench.measures import Group, Sizes, sizes
from training.categories.bench.plan import Plan
from training.categories.furniture.draw import between, chance, pick
from training.categories.furniture.outlines import bent
from training.categories.furniture.slabs import ribbon
from training.solids import Solid, bar, box, tube


def sheet(rng: np.random.Generator, p: Plan) -> Group:
    """Mesh or perforated sheet: one bent sheet, or a seat for each person, on a beam."""
    s, t = sizes(rng), between(rng, 0.008, 0.02)
    dip = between(rng, 0.0, 0.04) if p.backed else t - s.thick / 2
    line = (
        bent(contour(rng, s, dip), 0.06, 2)
        if p.backed
        else np.array(
            [
                [-s.rear, s.seat - 0.03],
                [-s.rear - 0.03, s.seat - t],
                [s.rear + 0.03, s.seat - t],
                [s.rear, s.seat - 0.03],
            ]
        )
    )
    count = int(rng.integers(2, 6)) if chance(rng, 0.35) else 1
    pitch = s.length / count
    made: Group = [
        (
            "seat",
            ribbon(line, t, pitch * (0.93 if count > 1 else 1.0)).moved((i + 0.5) * pitch - s.length / 2),
        )
        for i in range(count)
    ]
    y = s.seat - s.thick - dip - 0.05
    half, beam = s.length * between(rng, 0.28, 0.46), between(rng, 0.04, 0.08)
    made.append(("frame", box((s.length * 0.99, beam, beam), (0, y + 0.01, 0))))
    under = s.seat - s.thick / 2 - dip + 0.008
    stems = [
        box((0.05, under - y, 0.2 * s.depth), (x, (under + y) / 2, 0))
        for x in ((np.arange(count) + 0.5) * pitch - s.length / 2 if count > 1 else (-half, half))
    ]
    made += [("frame", stem) for stem in stems]
    feet = pick(rng, {"post": 2, "t": 2, "loop": 2})
    for x in (-half, half):
        made += [("frame", solid) for solid in _metal_foot(feet, s, x, y, beam)]
    if p.armed or (count > 1 and chance(rng, 0.5)):
        places = np.linspace(
            -s.length / 2, s.length / 2, (count if count > 1 else int(rng.integers(1, 4))) + 1
        )
        places = np.clip(places, -s.length / 2 + 0.015, s.length / 2 - 0.015)
        loop = np.array(
            [[s.rear + 0.06, y], [s.rear + 0.05, s.arm], [-s.rear - 0.06, s.arm], [-s.rear - 0.1, y + 0.02]]
        )
        path = bent(loop, 0.05, 3)
        tie = np.array([[s.rear + 0.06, y], [-s.rear - 0.1, y + 0.02]])
        for x in places:
            made.append(
                (
                    "frame",
                    tube(np.column_stack([np.full(len(path), x), path[:, 1], path[:, 0]]), 0.013, sides=6),
                )
            )
            made.append(("frame", ribbon(tie, 0.03, 0.03).moved(float(x))))
    return made


def _metal_foot(kind: str, s: Sizes, x: float, y: float, beam: float) -> list[Solid]:
    """What carries the beam at one place."""
    post = box((beam, y, beam), (x, y / 2, 0))
    if kind == "post":
        return [post, box((0.16, 0.014, 0.16), (x, 0.007, 0))]
    if kind == "t":
        return [post, box((beam, 0.035, s.depth * 1.05), (x, 0.0175, -0.02))]
    z = 0.45 * s.depth
    legs = [bar((x, 0, a * z), (x, y + 0.01, a * 0.3 * z), 0.035, 0.035) for a in (-1, 1)]
    return [*legs, box((0.035, 0.035, 0.7 * z), (x, y, 0))]
