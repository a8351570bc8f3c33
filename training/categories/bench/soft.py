"""Upholstered benches: at the end of a bed, before a piano, under a window."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.bench.measures import Group, as_table, sizes
from training.categories.bench.plan import Plan
from training.categories.bench.slabs import table_like
from training.categories.furniture.draw import between, chance, tailed
from training.solids import box, cylinder, extrusion

PADDED_BASES = {
    "square": 5.0, "round": 2, "turned": 1.5, "cabriole": 1, "sabre": 1, "hairpin": 1, "x legs": 0.3,
    "x ends": 1.2, "sled": 2, "panels": 0.7, "waterfall": 0.4, "plank": 0.6,
}  # fmt: skip


def padded(rng: np.random.Generator, p: Plan) -> Group:
    """A stuffed top, in one or several pads, on a low table's base or a box; piano benches are short."""
    s = sizes(rng)
    if chance(rng, 0.35):
        s = replace(
            s,
            length=tailed(rng, 0.75, 0.2, 0.5, 1.2),
            depth=between(rng, 0.3, 0.42),
            seat=between(rng, 0.42, 0.6),
        )
    high = min(tailed(rng, 0.1, 0.4, 0.04, 0.25), 0.5 * s.seat)
    lower = replace(s, seat=s.seat - high + 0.005, thick=min(0.02, s.thick))
    if chance(rng, 0.2):
        body = lower.seat
        made: Group = [
            ("frame" if chance(rng, 0.4) else "pad", box((s.length, body, s.depth), (0, body / 2, 0), 0.01))
        ]
    else:
        carrying, plate = table_like(rng, as_table(rng, lower), PADDED_BASES, {"rectangle": 1.0})
        made = [("frame", solid) for solid in carrying + plate[:1]]
    count, over = int(rng.choice([1, 1, 1, 1, 2, 3])), between(rng, -0.02, 0.02)
    pitch = (s.length + over) / count
    for i in range(count):
        x = (i + 0.5) * pitch - (s.length + over) / 2
        made.append(
            (
                "pad",
                box((pitch, high, s.depth + over), (x, s.seat - high / 2, 0), between(rng, 0.1, 0.48) * high),
            )
        )
    if chance(rng, 0.2):
        t = between(rng, 0.06, 0.14)
        rest = box(
            (s.length, s.top - s.seat + high, t), (0, (s.top + s.seat - high) / 2, s.rear + t / 2), 0.4 * t
        )
        made.append(("pad", rest.turned("x", -between(rng, 0, 10), (0, s.seat - high, s.rear))))
    return made


def scrolled(rng: np.random.Generator, p: Plan) -> Group:
    """A window seat: a pad between two ends that stand up, straight, flared or rolled."""
    s = sizes(rng)
    high, t, rise = between(rng, 0.07, 0.16), between(rng, 0.04, 0.12), between(rng, 0.12, 0.35)
    lower = replace(s, seat=s.seat - high + 0.005, thick=0.03)
    carrying, plate = table_like(rng, as_table(rng, lower), PADDED_BASES, {"rectangle": 1.0})
    made: Group = [("frame", solid) for solid in carrying + plate[:1]]
    made.append(("pad", box((s.length, high, s.depth), (0, s.seat - high / 2, 0), 0.3 * high)))
    out, rolled = between(rng, 0.0, 0.16), chance(rng, 0.5)
    end = np.array(
        [
            [s.length / 2 - t, s.seat - high],
            [s.length / 2, s.seat - high],
            [s.length / 2 + out, s.seat + rise],
            [s.length / 2 + out - t, s.seat + rise],
        ]
    )
    right = [extrusion(end, s.depth, axis="z")]
    if rolled:
        r = between(rng, 0.04, 0.09)
        right.append(
            cylinder(
                r,
                s.depth,
                (s.length / 2 + out - t / 2 + 0.4 * r, s.seat + rise - 0.3 * r, 0),
                axis="z",
                sides=16,
            )
        )
    return made + [("pad", solid) for r in right for solid in (r, r.mirrored("x"))]
