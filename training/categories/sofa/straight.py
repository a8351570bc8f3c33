"""Sofas of one straight run between two arms: arms, back, base and cushions put together."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance
from training.categories.sofa.arms import arm
from training.categories.sofa.backs import back
from training.categories.sofa.bases import base
from training.categories.sofa.cushions import back_cushions, bolster, scatter, seat_cushions
from training.categories.sofa.measures import Group, Padding, Sizes, padding, sizes
from training.categories.sofa.plan import Plan
from training.solids import box


def straight(rng: np.random.Generator, p: Plan) -> Group:
    """The sofa of a plan, its left end at x = 0."""
    s, pad = sizes(rng, p.seats, p.base, p.arms), padding(rng)
    x = (s.arm, s.width - s.arm)
    group = deck(s, x, reach=0.6 * s.arm if p.arms not in ("panel", "open") else 0.01)
    over = chance(rng, 0.4) and p.arms not in ("open", "none", "wing", "scooped")
    group += back(rng, p.back, s, (0.0, s.width) if over else (x[0] - 0.01, x[1] + 0.01))
    group += both(arm(rng, p.arms, s), s.width)
    group += seat_cushions(pad, s, x, p.cushions)
    group += back_cushions(pad, s, x, p.back_cushions)
    group += base(
        rng,
        p.base,
        s,
        standing(rng, p, s),
        (0.03, 0.86 * s.depth if p.base not in ("plinth", "skirt") else s.depth - 0.02),
    )
    return group + loose(rng, p, s, pad, x)


def deck(s: Sizes, x: tuple[float, float], reach: float, front: float = 0.0) -> Group:
    """The solid body under the cushions, reaching into the arms."""
    depth, low = s.depth - 0.01 - front, s.low
    size = (x[1] - x[0] + 2 * reach, s.deck - low, depth)
    return [
        ("body", box(size, ((x[0] + x[1]) / 2, (s.deck + low) / 2, 0.005 + depth / 2), min(s.soft, 0.02)))
    ]


def standing(rng: np.random.Generator, p: Plan, s: Sizes) -> tuple[float, float]:
    """Between which two x the legs stand: inside of arms that are round or thin below."""
    inset = s.arm * {"open": 1.0, "panel": 0.9, "pillow": 0.45, "flared": 0.55, "rolled": 0.45}.get(
        p.arms, 0.42 if chance(rng, 0.5) else 0.1
    )
    return inset + 0.01, s.width - inset - 0.01


def both(left: Group, width: float) -> Group:
    """A left arm and its mirror image."""
    return left + [(role, solid.mirrored("x").moved(width)) for role, solid in left]


def loose(rng: np.random.Generator, p: Plan, s: Sizes, pad: Padding, x: tuple[float, float]) -> Group:
    """Scatter cushions and bolsters."""
    face = s.rake + s.back + (pad.back_depth if p.back_cushions else 0.0)
    if p.pillows and chance(rng, 0.12):
        radius = between(rng, 0.06, 0.12)
        length = min(between(rng, 0.4, 0.8), s.depth - 0.6 * s.back)
        return [
            ("pillow", bolster(a, s.seat, radius, length, s.back * 0.7))
            for a in (x[0] + radius, x[1] - radius)
        ]
    return scatter(rng, s, x, face, p.pillows)
