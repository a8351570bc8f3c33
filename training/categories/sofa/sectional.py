"""Sofas that turn a corner: a chaise at one end, an L of two runs, a U of three."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.furniture.draw import between, chance, tailed
from training.categories.sofa.arms import arm
from training.categories.sofa.backs import back
from training.categories.sofa.bases import base
from training.categories.sofa.cushions import back_cushions, scatter, seat_cushion, seat_cushions
from training.categories.sofa.measures import Group, Padding, Sizes, padding, sizes
from training.categories.sofa.plan import Plan
from training.categories.sofa.straight import deck
from training.solids import box

SIDES = {"sloped": "box", "scooped": "box", "wing": "box", "open": "panel", "rolled": "rolled"}


def sectional(rng: np.random.Generator, p: Plan) -> Group:
    """A main run along x with a chaise, a return, or two returns; left and right hand alike."""
    p = replace(p, seats=max(2, min(4, p.seats)), back="block" if p.back in ("none", "camel") else p.back)
    p = replace(p, base={"turned": "square", "sabre": "tapered"}.get(p.base, p.base))
    s, pad = sizes(rng, p.seats, p.base, SIDES.get(p.arms, p.arms)), padding(rng)
    if p.topology == "chaise":
        group = _chaise(rng, p, s, pad)
    else:
        group = _corner(rng, p, s, pad, both=p.topology == "u-shape")
    flip = chance(rng, 0.5)
    return [(role, solid.mirrored("x") if flip else solid) for role, solid in group]


def _chaise(rng: np.random.Generator, p: Plan, s: Sizes, pad: Padding) -> Group:
    """A straight sofa whose last seat runs far to the front."""
    extra, part = tailed(rng, 0.7, 0.3, 0.3, 1.3), s.inner / max(2, p.cushions) * between(rng, 0.9, 1.25)
    x, split = (s.arm, s.width - s.arm), s.width - s.arm - part
    group = deck(s, (x[0], split), 0.4 * s.arm)
    long = replace(s, depth=s.depth + extra)
    reach = s.width if chance(rng, 0.5) else x[1]
    group += deck(long, (split - 0.01, reach), 0.0)
    group += back(rng, p.back, s, (0.0, s.width) if chance(rng, 0.6) else (x[0] - 0.01, x[1] + 0.01))
    kind, seed = SIDES.get(p.arms, p.arms), int(rng.integers(1 << 31))
    group += arm(np.random.default_rng(seed), kind, s)
    if not chance(rng, 0.12) or reach < s.width:
        right = arm(np.random.default_rng(seed), kind, long if chance(rng, 0.2) else s)
        group += [(role, solid.mirrored("x").moved(s.width)) for role, solid in right]
    group += seat_cushions(pad, s, (x[0], split - 0.003), max(1, p.cushions - 1))
    group.append(("cushion", seat_cushion(pad, s, (split, x[1]), (0.8 * s.back, long.depth + pad.overhang))))
    group += back_cushions(pad, s, x, max(p.back_cushions, p.cushions) if p.back_cushions else 0)
    group += base(rng, p.base, s, (0.5 * s.arm + 0.02, split), (0.03, s.depth - 0.04))
    group += base(
        rng, p.base, s, (split, min(reach, s.width - 0.6 * s.arm) - 0.03), (0.03, long.depth - 0.04)
    )
    return group + scatter(rng, s, x, s.rake + s.back + pad.back_depth, p.pillows)


def _corner(rng: np.random.Generator, p: Plan, s: Sizes, pad: Padding, both: bool) -> Group:
    """A run along x and one turned to the front at its right end, or at both ends."""
    seat = s.inner / p.seats
    count = 1 if both else max(1, int(rng.integers(1, 4)))
    side = int(rng.integers(1, 3)) if both else count
    length = s.depth + side * seat * between(rng, 0.8, 1.15)
    kind, seed = SIDES.get(p.arms, p.arms), int(rng.integers(1 << 31))
    width = s.width + s.depth + (s.depth if both else 0.0)
    first = s.depth if both else s.arm
    group = _run(seed, p, s, pad, width, (first, width - s.depth), max(1, p.cushions))
    if chance(rng, 0.5) or not both:
        group.append(
            (
                "cushion",
                seat_cushion(pad, s, (width - s.depth, width - 0.7 * s.back), (0.8 * s.back, s.depth)),
            )
        )
    if not both:
        group += arm(np.random.default_rng(seed), kind, s)
    side_run = _run(seed, p, s, pad, length, (s.depth, length - s.arm), side)
    if chance(rng, 0.85):
        end = arm(np.random.default_rng(seed), kind, s)
        side_run += [(role, solid.mirrored("x").moved(length)) for role, solid in end]
    right = [(role, solid.turned("y", -90.0).moved(width)) for role, solid in side_run]
    group += right
    if both:
        group += [(role, solid.mirrored("x").moved(width)) for role, solid in right]
    if chance(rng, 0.08):
        group.append(
            (
                "body",
                box(
                    (0.6, s.seat - s.low, 0.6),
                    (width - s.depth - 0.25, (s.seat + s.low) / 2, s.depth + 0.25),
                    s.soft,
                ),
            )
        )
    return group + scatter(rng, s, (first, width - s.depth), s.rake + s.back + pad.back_depth, p.pillows)


def _run(
    seed: int, p: Plan, s: Sizes, pad: Padding, length: float, seats: tuple[float, float], count: int
) -> Group:
    """One run from x = 0 to `length` with seat cushions between two x and a back along the whole."""
    rng = np.random.default_rng(seed)
    group = deck(s, (0.005, length - 0.5 * s.arm), 0.0)
    group += back(rng, p.back, s, (0.0, length))
    group += seat_cushions(pad, s, seats, count)
    if p.back_cushions:
        group += back_cushions(pad, s, (max(0.0, seats[0] - 0.3 * s.depth), seats[1]), count)
    return group + base(rng, p.base, s, (0.03, length - 0.55 * s.arm - 0.03), (0.03, s.depth - 0.04))
