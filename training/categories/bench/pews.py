"""Pews and settles: two shaped boards as ends, a seat and a boarded back between them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.bench.measures import Group, Sizes, sizes
from training.categories.bench.plan import Plan
from training.categories.furniture.draw import between, chance, tailed
from training.categories.furniture.outlines import Points, rounded
from training.solids import box, extrusion


def pew(rng: np.random.Generator, p: Plan) -> Group:
    """Two shaped boards as ends, a seat and a boarded back between them; settles are taller."""
    s = sizes(rng)
    s = replace(s, top=s.seat + tailed(rng, 0.45, 0.25, 0.25, 1.0), lean=between(rng, 0.0, 0.16))
    t, half = between(rng, 0.025, 0.09), s.length / 2
    end = _pew_end(rng, s)
    made: Group = [("frame", extrusion(end, t, axis="x", at=a * (half - t / 2))) for a in (-1, 1)]
    plate = 0.03 + 0.2 * s.thick
    made.append(("seat", box((s.length - t, plate, s.depth), (0, s.seat - plate / 2, 0))))
    low = s.seat - between(rng, 0.0, 0.3) if chance(rng, 0.5) else s.seat - plate
    panel = box((s.length - t, s.top - 0.03 - low, 0.028), (0, (s.top - 0.03 + low) / 2, 0))
    made.append(("seat", s.leaned(panel)))
    if chance(rng, 0.35):
        made.append(("frame", s.leaned(box((s.length - t, 0.05, 0.07), (0, s.top - 0.04, 0)))))
    if chance(rng, 0.35):
        made.append(
            (
                "frame",
                box(
                    (s.length - t, s.seat - 0.02, 0.03),
                    (0, (s.seat - 0.02) / 2, between(rng, s.rear + 0.05, 0.3 * s.depth)),
                ),
            )
        )
    if chance(rng, 0.3):
        made.append(("seat", box((s.length - 2 * t, 0.05, s.depth * 0.92), (0, s.seat + 0.02, 0.01), 0.02)))
    if chance(rng, 0.2):
        y = s.seat + 0.7 * (s.top - s.seat)
        made.append(("frame", box((s.length - t, 0.02, 0.16), (0, y, s.back_at(y) - 0.08))))
    return made


def _pew_end(rng: np.random.Generator, s: Sizes) -> Points:
    """Side view (y, z) of an end: foot, seat front, arm or none, wing at the top."""
    front, rear = -s.rear + between(rng, 0.0, 0.06), s.rear - 0.04
    top, lean = s.top + between(rng, 0.0, 0.08), s.back_at(s.top) - 0.03
    neck, wing = s.back_at(s.seat + 0.3) + between(rng, 0.08, 0.2), between(rng, 0.06, 0.22)
    arm = min(s.arm, s.top - 0.05) if chance(rng, 0.7) else s.seat + 0.02
    cut = between(rng, 0.0, 0.12)
    corners = [[0.0, min(rear, lean) + 0.02], [s.seat * 0.9, rear], [top, lean], [top, lean + wing]]
    corners += [
        [arm + 0.06, neck],
        [arm, front - between(rng, 0.0, 0.12)],
        [s.seat, front],
        [0.5 * s.seat, front - cut],
        [0.0, front],
    ]
    if chance(rng, 0.3):
        corners += [[0.0, front - 0.12], [0.07, front - 0.17], [0.07, rear + 0.2], [0.0, rear + 0.12]]
    return rounded(np.array(corners), between(rng, 0.003, 0.08), 3)
