"""Bodies and thin sheets swept round the Y axis, with a round or any other horizontal section.

A curve is a (k, 2) array of (radius, y), from its lower to its upper end; a section is a plane outline
(k, 2) of (x, z) whose inscribed circle has about the radius 1, or None for a circle.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from training.categories.furniture.draw import between, pick
from training.categories.furniture.outlines import Points, circle, regular, rounded, thick
from training.solids import Solid, lathe, loft

Section = Points | None
SECTION_KINDS = ("round", "square", "rounded", "rectangle", "hexagon", "octagon", "facets", "oval", "pleats")


def section_of(rng: np.random.Generator, kind: str) -> Section:
    """The outline of one of SECTION_KINDS."""
    if kind in ("square", "hexagon", "octagon", "facets"):
        count = {"square": 4, "hexagon": 6, "octagon": 8}.get(kind, int(rng.choice([5, 7, 9, 10, 12])))
        return regular(count, 1 / np.cos(np.pi / count), np.pi / count)
    if kind in ("rounded", "rectangle"):
        box = np.array([[1.0, -1], [1, 1], [-1, 1], [-1, -1]])
        cut = rounded(box, between(rng, 0.1, 0.9), int(rng.choice([1, 3]))) if kind == "rounded" else box
        return cut * [1.0 if kind == "rounded" else between(rng, 1.2, 2.6), 1.0]
    if kind == "oval":
        return circle(between(rng, 1.15, 1.8), 1.0, 18)
    return _pleats(rng) if kind == "pleats" else None


def _pleats(rng: np.random.Generator) -> Points:
    """A circle with sharp folds, or with scallops when these are few."""
    folds, depth = int(rng.integers(7, 17)), between(rng, 0.04, 0.13)
    if folds > 9:
        return circle(1.0, 1.0, 2 * folds) * (1 + depth * (np.arange(2 * folds) % 2))[:, None]
    step = np.arange(3 * folds) % 3
    return np.asarray(circle(1.0, 1.0, 3 * folds) * (1 + depth * (step != 0))[:, None])


def any_section(rng: np.random.Generator, plain: float = 0.74, lowpoly: bool = False) -> Section:
    """Round with probability `plain`, else another; a low-poly section has few sides."""
    if lowpoly:
        return section_of(
            rng, pick(rng, {"square": 2, "rounded": 1, "hexagon": 2, "octagon": 2, "facets": 2})
        )
    others = {"square": 3, "rounded": 1.2, "rectangle": 1.2, "hexagon": 1, "octagon": 0.7, "oval": 1}
    left = 1 - plain
    shares = {kind: left * weight / 10.6 for kind, weight in {**others, "pleats": 2.5}.items()}
    return section_of(rng, pick(rng, {"round": plain, **shares}))


def filled(curve: Points, section: Section = None, sides: int = 24) -> Solid:
    """The solid within the curve."""
    c = np.asarray(curve, dtype=float)
    if section is None:
        return lathe(np.concatenate([[[0, c[0, 1]]], c, [[0, c[-1, 1]]]]), sides=sides)
    c = _rising(c)
    return loft([(y, (section * r)[:, ::-1]) for r, y in c], axis="y")


def ball(radius: float, at: Sequence[float], tall: float = 1.0, sides: int = 12) -> Solid:
    """A ball of few faces, `tall` times as high as wide, for bulbs and finials."""
    angle = np.linspace(-np.pi / 2, np.pi / 2, 8)
    curve = np.stack([np.cos(angle) * radius, np.sin(angle) * radius * tall], 1)
    curve[[0, -1], 0] = 0.0
    return lathe(curve, at, sides)


def sheet(curve: Points, thickness: float, section: Section = None, sides: int = 28) -> Solid:
    """The thin skin along the curve, open where the curve ends away from the axis."""
    c = np.asarray(curve, dtype=float)
    if section is None:
        profile = thick(c, thickness)
        return lathe(np.maximum(profile, [0.0, -np.inf]), sides=sides)
    c = _rising(c)
    step = np.gradient(c, axis=0)
    slope = np.clip(np.hypot(step[:, 0], step[:, 1]) / np.maximum(step[:, 1], 1e-9), 1.0, 4.0)
    inner = np.maximum(c[:, 0] - thickness * slope, 0.3 * c[:, 0])
    return loft([(y, _ring(section, r, i)[:, ::-1]) for (r, y), i in zip(c, inner, strict=True)], axis="y")


def _ring(section: Points, outer: float, inner: float) -> Points:
    """The outline between two copies of a section, slit once: the even-odd rule sees its hole."""
    closed = np.concatenate([section, section[:1]])
    return np.concatenate([closed * outer, closed[::-1] * inner])


def _rising(curve: Points) -> Points:
    """Heights that rise strictly and radii above zero, as lofts need them."""
    size = float(np.abs(curve).max())
    y = np.maximum.accumulate(curve[:, 1]) + np.arange(len(curve)) * 1e-5 * size
    return np.stack([np.maximum(curve[:, 0], 0.004 * size), y], axis=1)


def radius_at(curve: Points, y: float) -> float:
    """Radius of a curve at a height."""
    order = np.argsort(curve[:, 1], kind="stable")
    return float(np.interp(y, curve[order, 1], curve[order, 0]))
