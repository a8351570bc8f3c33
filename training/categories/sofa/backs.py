"""The frame of a sofa's back, its rear at z = 0: straight, raked, humped, rolled, channelled."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance
from training.categories.furniture.outlines import Points, rounded
from training.categories.sofa.measures import Group, Sizes
from training.solids import Solid, box, cylinder, extrusion

BACK_KINDS = ("block", "raked", "camel", "arched", "humps", "rolled", "channels", "none")
Span = tuple[float, float]


def back(rng: np.random.Generator, kind: str, s: Sizes, x: Span) -> Group:
    """A back of one of BACK_KINDS."""
    if kind == "none":
        return []
    if kind == "channels":
        return _channels(rng, s, x)
    if kind in ("camel", "arched", "humps"):
        return [("body", leaned(s, _humped(rng, kind, s, x)))]
    if kind == "block" and s.rake == 0.0:
        high = s.back_top - s.low
        size = (x[1] - x[0], high, s.back)
        return [("body", box(size, ((x[0] + x[1]) / 2, s.low + high / 2, s.back / 2), s.soft))]
    made: Group = [("body", _side_view(rng, s, x))]
    if kind == "rolled":
        radius = between(rng, 0.45, 0.8) * s.back
        at = ((x[0] + x[1]) / 2, s.back_top - 0.7 * radius, 0.6 * radius)
        made.append(("body", cylinder(radius, x[1] - x[0], at, axis="x")))
    return made


def leaned(s: Sizes, solid: Solid) -> Solid:
    """Tilt what was built upright, so that its top goes back by the rake."""
    slope = float(np.degrees(np.arctan2(s.rake, s.back_top - s.low)))
    return solid.moved(z=s.rake).turned("x", -slope, (0.0, s.low, s.rake))


def _side_view(rng: np.random.Generator, s: Sizes, x: Span) -> Solid:
    """A wedge seen from the side (y, z), pulled along x."""
    thin = between(rng, 0.4, 1.0) * s.back
    foot, top = s.rake + 1.15 * s.back, s.back_top
    corners = np.array([[s.low, s.rake * between(rng, 0.0, 1.0)], [top, 0.0], [top, thin], [s.low, foot]])
    edge = min(s.soft, 0.45 * thin) + 0.001
    return extrusion(
        rounded(corners, np.array([0.001, edge, edge, 0.001]), 4), x[1] - x[0], axis="x", at=sum(x) / 2
    )


def _humped(rng: np.random.Generator, kind: str, s: Sizes, x: Span) -> Solid:
    """A board (x, y) whose upper edge is one hump, an arch, or a hump for each seat."""
    t = np.linspace(-1.0, 1.0, 29)
    rise = (s.back_top - s.seat) * between(rng, 0.2, 0.5)
    if kind == "camel":
        drop = (
            1.0 - np.exp(-((t / between(rng, 0.3, 0.55)) ** 2)) + 0.35 * np.clip(np.abs(t) - 0.75, 0, 1) * -3
        )
    elif kind == "arched":
        drop = np.abs(t) ** between(rng, 1.8, 4.0)
    else:
        drop = 1.0 - np.abs(np.sin(np.pi * (t + 1.0) / 2 * max(2, s.seats))) ** 0.6
    middle, half = (x[0] + x[1]) / 2, (x[1] - x[0]) / 2
    edge = np.stack([middle + half * t, s.back_top - rise * drop], axis=1)
    outline: Points = np.concatenate([edge, [[x[1], s.low], [x[0], s.low]]])
    return extrusion(outline, s.back, axis="z", at=s.back / 2)


def _channels(rng: np.random.Generator, s: Sizes, x: Span) -> Group:
    """Upright rolls side by side before a board."""
    count = int(np.clip(round((x[1] - x[0]) / between(rng, 0.1, 0.3)), 3, 14))
    pitch, high = (x[1] - x[0]) / count, s.back_top - s.low
    deep = max(0.6 * s.back, 0.06)
    board = box((x[1] - x[0], high - 0.02, 0.6 * s.back), (sum(x) / 2, s.low + high / 2 - 0.01, 0.3 * s.back))
    rolls = [
        box(
            (pitch * 1.02, high, deep),
            (x[0] + (i + 0.5) * pitch, s.low + high / 2, s.back - deep / 2),
            0.4 * min(pitch, deep),
        )
        for i in range(count)
    ]
    if chance(rng, 0.5):
        board = rolls[0]
    return [("body", leaned(s, solid)) for solid in dict.fromkeys([board, *rolls])]
