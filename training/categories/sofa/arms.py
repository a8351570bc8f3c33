"""The arms of a sofa: each is made for the left end, its outer face at x = 0, and mirrored for the right."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance
from training.categories.furniture.outlines import Points, arc, rounded
from training.categories.sofa.measures import Group, Sizes
from training.solids import Solid, box, cylinder, extrusion, loft

ARM_KINDS = (
    "box", "tuxedo", "sloped", "scooped", "waterfall", "wing", "rolled", "flared", "pillow", "panel",
    "bolster", "padded", "open", "none",
)  # fmt: skip


def arm(rng: np.random.Generator, kind: str, s: Sizes) -> Group:
    """The left arm of one of ARM_KINDS."""
    length = s.depth * between(rng, 0.86, 1.02)
    if kind == "none":
        return []
    if kind == "open":
        return _open(rng, s, length)
    if kind in ("rolled", "flared"):
        return [("body", _section(rng, kind, s, length))]
    if kind in ("bolster", "padded"):
        return _two(rng, kind, s, length)
    if kind in ("sloped", "scooped", "waterfall", "wing"):
        return [("body", _soft_side(rng, _profile(rng, kind, s, length), s))]
    width = s.arm
    round_ = 0.49 * width if kind == "pillow" else min(s.soft, 0.45 * width)
    low = s.low if kind != "panel" or chance(rng, 0.6) else 0.0
    return [
        (
            "body",
            box((width, s.arm_top - low, length), (width / 2, (s.arm_top + low) / 2, length / 2), round_),
        )
    ]


def _profile(rng: np.random.Generator, kind: str, s: Sizes, length: float) -> Points:
    """Side view (y, z) of an arm."""
    top, low = s.arm_top, s.low
    front = max(low + 0.12, s.seat + between(rng, -0.06, 0.08))
    if kind == "waterfall":
        corners = np.array([[low, 0.0], [top, 0.0], [top, length], [low, length]])
        radius = between(rng, 0.25, 0.9) * (top - low)
        return rounded(corners, np.array([0.001, 0.02, radius, 0.001]), 6)
    if kind == "sloped":
        corners = np.array([[low, 0.0], [max(top, front + 0.08), 0.0], [front, length], [low, length]])
        return rounded(corners, np.array([0.001, 0.03, between(rng, 0.01, 0.12), 0.001]), 4)
    if kind == "scooped":
        t = np.linspace(0.0, 1.0, 10)
        z = length * between(rng, 0.0, 0.3) + t * length * 0.65
        curve = front + (s.back_top - front) * (1.0 - t) ** between(rng, 1.4, 3.0)
        over = np.stack([curve, np.minimum(z, length)], axis=1)
        return np.concatenate([[[low, 0.0], [s.back_top, 0.0]], over, [[front, length], [low, length]]])
    ear, step = length * between(rng, 0.2, 0.4), between(rng, 0.05, 0.2)
    side = [
        [low, 0],
        [s.back_top, 0],
        [s.back_top, ear * 0.8],
        [top, ear + step],
        [top, length],
        [low, length],
    ]
    return rounded(np.array(side), np.array([0.001, 0.03, 0.08, 0.1, 0.06, 0.001]), 4)


def _soft_side(rng: np.random.Generator, profile: Points, s: Sizes) -> Solid:
    """A side view pulled to the arm's width, its edges eased."""
    edge = min(s.soft, 0.4 * s.arm)
    if edge < 0.008:
        return extrusion(profile, s.arm, axis="x", at=s.arm / 2)
    low, high = profile.min(0), profile.max(0)
    eased = low + (profile - low) * ((high - low - [0.6 * edge, 1.0 * edge]) / (high - low))
    eased[:, 1] += 0.5 * edge
    levels = [(0.0, eased), (0.6 * edge, profile), (s.arm - 0.6 * edge, profile), (s.arm, eased)]
    return loft(levels, axis="x")


def _section(rng: np.random.Generator, kind: str, s: Sizes, length: float) -> Solid:
    """A front view (x, y) pulled along the arm: a roll on a panel, or a panel that leans outward."""
    if kind == "flared":
        out, thin = between(rng, 0.2, 0.9) * s.arm, between(rng, 0.35, 0.8) * s.arm
        corners = [[out, s.low], [s.arm, s.low], [thin, s.arm_top], [0.0, s.arm_top]]
        section = rounded(np.array(corners), np.array([0.001, 0.001, s.soft, s.soft]) + 0.001, 3)
        return extrusion(section, length, axis="z", at=length / 2)
    radius = min(0.5 * s.arm * between(rng, 0.75, 1.0), 0.42 * (s.arm_top - s.low))
    centre = (radius, s.arm_top - radius)
    roll = arc(radius, radius, -35.0, between(rng, 190.0, 250.0), 14, centre)
    outer = radius * between(rng, 0.3, 1.0)
    legs = np.array([[outer, roll[-1, 1] - 0.02], [outer, s.low], [s.arm, s.low], [s.arm, roll[0, 1] - 0.02]])
    return extrusion(np.concatenate([roll, legs]), length, axis="z", at=length / 2)


def _two(rng: np.random.Generator, kind: str, s: Sizes, length: float) -> Group:
    """A low side with a roll or a pad on it."""
    pad = min(between(rng, 0.08, 0.2), 0.6 * (s.arm_top - s.low))
    side = box(
        (s.arm, s.arm_top - 0.8 * pad - s.low, length),
        (s.arm / 2, (s.arm_top - 0.8 * pad + s.low) / 2, length / 2),
        s.soft,
    )
    if kind == "bolster":
        radius = max(0.6 * pad, 0.45 * s.arm)
        return [
            ("body", side),
            ("cushion", cylinder(radius, length, (s.arm / 2, s.arm_top - radius, length / 2), axis="z")),
        ]
    wide = s.arm * between(rng, 1.0, 1.25)
    top = box(
        (wide, pad, length * between(rng, 0.8, 1.05)),
        (s.arm / 2, s.arm_top - pad / 2, 0.52 * length),
        0.45 * pad,
    )
    return [("body", side), ("cushion", top)]


def _open(rng: np.random.Generator, s: Sizes, length: float) -> Group:
    """A wooden frame: two posts to the floor, a rail on top, perhaps slats or a rail below."""
    t, wide = between(rng, 0.025, 0.06), between(rng, 0.04, 0.1)
    x, rail = wide / 2, box((wide, 0.8 * t, length), (wide / 2, s.arm_top - 0.4 * t, length / 2), 0.005)
    posts = [
        box((t, s.arm_top - 0.2 * t, t), (x, (s.arm_top - 0.2 * t) / 2, z))
        for z in (0.12 * length, 0.92 * length)
    ]
    y = max(s.low, s.deck - 0.08)
    low = box((t, 1.2 * t, 0.8 * length), (x, y, 0.52 * length))
    tie = box((s.arm, t, 0.8 * length), (s.arm / 2 + 0.01, y, 0.5 * length))
    slats: list[Solid] = []
    if chance(rng, 0.4):
        count = int(rng.integers(2, 7))
        places = np.linspace(0.12, 0.92, count + 2)[1:-1] * length
        slats = [box((0.5 * t, s.arm_top - y, t), (x, (s.arm_top + y) / 2 - 0.2 * t, z)) for z in places]
    return [("leg", solid) for solid in (rail, *posts, low, tie, *slats)]
