"""Backs of two posts and what is set between them: rails, slats, splats, crosses, grids, pads."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.categories.chair.measures import Measures
from training.categories.chair.seats import Group
from training.categories.furniture.draw import between, chance
from training.categories.furniture.legs import spar
from training.categories.furniture.slabs import panel
from training.solids import Solid, bar, loft, rod

FRAMED_KINDS = ("ladder", "slats", "splat", "open", "pad", "cross", "panel", "grid")


@dataclass(frozen=True)
class Frame:
    """Two upright posts, before leaning.

    Attributes:
        low: Half the distance of the posts' axes at the seat.
        high: The same at the top.
        base: Height of the seat.
        top: Height of the posts' tops.
        z: Where the posts stand.
        stock: Thickness of a post.
        sag: How far the middle of every rail lies behind the posts.
    """

    low: float
    high: float
    base: float
    top: float
    z: float
    stock: float
    sag: float

    def half(self, y: float) -> float:
        """Half the distance of the posts' axes at height y."""
        return self.low + (self.high - self.low) * (y - self.base) / (self.top - self.base)

    def at(self, share: float) -> float:
        """Height at a fraction of the way up."""
        return self.base + share * (self.top - self.base)

    def rail(self, y: float, height: float, thickness: float, arch: float = 0.0, under: float = 0.0) -> Solid:
        """A cross rail centred at y; its upper edge rises by `arch` in the middle, its lower by `under`."""
        half, u = self.half(y), np.linspace(-1.0, 1.0, 9)
        bow = 1.0 - u**2
        sections = []
        for x, b in zip(u * half, bow, strict=True):
            low, high, z = y - height / 2 + under * b, y + height / 2 + arch * b, self.z - self.sag * b
            t = thickness / 2
            sections.append((x, np.array([[low, z - t], [high, z - t], [high, z + t], [low, z + t]])))
        return loft(sections, axis="x")

    def depth_at(self, x: float, y: float) -> float:
        """Z of the rails' middle plane at (x, y)."""
        return self.z - self.sag * (1.0 - (x / self.half(y)) ** 2)


def framed(rng: np.random.Generator, kind: str, m: Measures, round_posts: bool) -> Group:
    """A back of one of FRAMED_KINDS, leaned."""
    f = _frame(rng, m)
    solids = _posts(rng, f, round_posts)
    thickness = f.stock * between(rng, 0.4, 0.8)
    crest = between(rng, 0.04, 0.11) * (1.3 if f.stock > 0.055 else 1.0)
    if kind != "panel" or chance(rng, 0.4):
        solids += _crest(rng, f, crest, thickness)
    fill, cover = _FILLS[kind](rng, f, crest, max(0.012, thickness))
    return [m.leaned(s) for s in solids + fill], [m.leaned(s) for s in cover]


def _frame(rng: np.random.Generator, m: Measures) -> Frame:
    stock = m.stock * between(rng, 0.65, 1.0)
    low = m.rear_half - stock / 2
    curved = 0.0 if chance(rng, 0.4) else between(rng, 0.0, 0.06)
    return Frame(
        low, low * between(rng, 0.86, 1.08), m.seat, m.seat + m.back, m.rear + stock / 2, stock, curved
    )


def _posts(rng: np.random.Generator, f: Frame, round_posts: bool) -> list[Solid]:
    taper, start = between(rng, 0.6, 1.0), f.base - 0.03
    ears = between(rng, 0.0, 0.03) if chance(rng, 0.4) else 0.0
    halves = [(f.stock / 2, f.stock / 2), (f.stock / 2 * taper, f.stock / 2 * taper)]
    return [
        spar([(s * f.low, start, f.z), (s * f.high, f.top + ears, f.z)], halves, round_posts)
        for s in (-1.0, 1.0)
    ]


def _crest(rng: np.random.Generator, f: Frame, height: float, thickness: float) -> list[Solid]:
    """The top rail: between the posts, or over them and a little wider."""
    arch = between(rng, 0.0, 0.06) if chance(rng, 0.45) else 0.0
    under = arch * between(rng, 0.0, 1.0)
    if chance(rng, 0.35):
        over = Frame(
            f.low + f.stock, f.high + f.stock * between(rng, 0.5, 1.6), f.base, f.top, f.z, f.stock, f.sag
        )
        return [over.rail(f.top - height * 0.3, height, max(thickness, f.stock * 0.7), arch, under)]
    return [f.rail(f.top - height / 2, height, thickness, arch, under)]


def _ladder(rng: np.random.Generator, f: Frame, crest: float, thickness: float) -> Group:
    count = int(rng.integers(1, 6))
    height = min(
        between(rng, 0.02, 0.08) * (1.5 if f.stock > 0.055 else 1.0), 0.8 * (f.top - f.base) / (count + 1)
    )
    arch = between(rng, 0.0, 0.03) if chance(rng, 0.5) else 0.0
    low = between(rng, 0.1, 0.45)
    shares = low + (1.0 - low) * np.arange(count) / count
    return [f.rail(f.at(float(s)), height, thickness, arch, arch * 0.7) for s in shares], []


def _low_rail(rng: np.random.Generator, f: Frame, thickness: float) -> tuple[list[Solid], float]:
    """A rail above the seat, or none: the fill then stands on the seat."""
    if chance(rng, 0.35):
        return [], f.base - 0.01
    y, height = f.at(between(rng, 0.12, 0.35)), between(rng, 0.025, 0.05)
    return [f.rail(y, height, thickness)], y


def _slats(rng: np.random.Generator, f: Frame, crest: float, thickness: float) -> Group:
    solids, low = _low_rail(rng, f, thickness)
    count = int(rng.integers(2, 10))
    width = 2 * f.low / (count + 1) * between(rng, 0.25, 0.75)
    high = f.top - crest * 0.5
    for u in np.linspace(-1, 1, count + 2)[1:-1]:
        a = (u * f.half(low), low, f.depth_at(u * f.half(low), low))
        b = (u * f.half(high), high, f.depth_at(u * f.half(high), high))
        solids.append(
            rod(a, b, max(0.005, width * 0.3))
            if count > 5 and width < 0.03
            else bar(a, b, width, thickness * 0.7)
        )
    return solids, []


def _splat(rng: np.random.Generator, f: Frame, crest: float, thickness: float) -> Group:
    """A vase-shaped board in the middle."""
    solids, low = _low_rail(rng, f, thickness)
    t = np.linspace(0.0, 1.0, 10)
    knots = rng.uniform(0.2, 0.6, 5)
    width = f.low * np.interp(t, np.linspace(0, 1, 5), knots)
    heights = low + t * (f.top - crest * 0.4 - low)
    solids.append(panel(heights, width, thickness * 0.7, offset=f.z - f.sag, steps=2))
    return solids, []


def _open(rng: np.random.Generator, f: Frame, crest: float, thickness: float) -> Group:
    solids = (
        []
        if chance(rng, 0.4)
        else [f.rail(f.at(between(rng, 0.3, 0.7)), between(rng, 0.03, 0.08), thickness)]
    )
    return solids, []


def _pad(rng: np.random.Generator, f: Frame, crest: float, thickness: float) -> Group:
    """An upholstered panel in the frame or over it."""
    low = f.at(between(rng, 0.02, 0.45))
    top = f.top - crest * between(rng, -0.1, 0.9)
    t = np.linspace(0.0, 1.0, 6)
    heights = low + t * (top - low)
    wide = f.stock * between(rng, -0.2, 0.6)
    half = np.array([f.half(float(y)) for y in heights]) + wide
    swell = np.array([0.55, 0.95, 1.0, 1.0, 0.95, 0.55])
    depth = max(thickness, between(rng, 0.025, 0.07))
    pad = panel(
        heights,
        half,
        depth * swell,
        f.sag,
        f.z - f.sag + between(rng, 0.0, 0.3) * depth,
        between(rng, 0.5, 1.0),
    )
    return [f.rail(low + 0.02, 0.03, thickness)], [pad]


def _cross(rng: np.random.Generator, f: Frame, crest: float, thickness: float) -> Group:
    solids, low = _low_rail(rng, f, thickness)
    high, z = f.top - crest * 0.6, f.z - f.sag * 0.3
    stock = between(rng, 0.016, 0.035)
    for s in (-1, 1):
        solids.append(
            bar((s * f.half(low) * 0.97, low, z), (-s * f.half(high) * 0.97, high, z), stock, thickness * 0.6)
        )
    return solids, []


def _panel(rng: np.random.Generator, f: Frame, crest: float, thickness: float) -> Group:
    """A board from post to post, from the seat or from higher up."""
    low = f.base - 0.01 if chance(rng, 0.4) else f.at(between(rng, 0.1, 0.65))
    y, height = (low + f.top) / 2, f.top - low
    arch = between(rng, 0.0, 0.08) if chance(rng, 0.4) else 0.0
    return [], [f.rail(y, height, thickness, arch, 0.0)]


def _grid(rng: np.random.Generator, f: Frame, crest: float, thickness: float) -> Group:
    solids, _ = _slats(rng, f, crest, thickness)
    rails = int(rng.integers(1, 4))
    for share in np.linspace(0.3, 0.95, rails + 1)[:-1]:
        solids.append(f.rail(f.at(float(share)), between(rng, 0.012, 0.03), thickness))
    return solids, []


_FILLS = {
    "ladder": _ladder, "slats": _slats, "splat": _splat, "open": _open,
    "pad": _pad, "cross": _cross, "panel": _panel, "grid": _grid,
}  # fmt: skip
