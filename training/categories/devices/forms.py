"""Moulded cases and their fittings: rounded plates, rims, domes, towers and side profiles."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from training.categories.furniture.outlines import rounded
from training.materials import Material
from training.shape import Shape, shape
from training.solids import Solid, extrusion, loft

Points = NDArray[np.float64]
Pieces = list[tuple[str, Solid]]
Level = tuple[float, float, float, float, float]
Layer = tuple[float, float, float, float, float, float]


def rectangle(
    width: float, height: float, radius: float = 0.0, at: Sequence[float] = (0.0, 0.0), steps: int = 3
) -> Points:
    """A rectangle with rounded corners, centred at `at`; always 4 (steps + 1) points, if not `steps` 0."""
    x, y = width / 2, height / 2
    corners = np.array([(-x, -y), (x, -y), (x, y), (-x, y)])
    reach = max(radius, 1e-4 * min(width, height))
    return np.asarray((rounded(corners, reach, steps) if steps else corners) + np.asarray(at))


def plate(
    width: float,
    height: float,
    depth: float,
    radius: float = 0.0,
    at: Sequence[float] = (0.0, 0.0, 0.0),
    steps: int = 3,
) -> Solid:
    """An upright slab with rounded corners, its centre at `at`."""
    return extrusion(rectangle(width, height, radius, at[:2], steps if radius > 0 else 0), depth, at=at[2])


def layers(sections: Sequence[Layer], steps: int = 3) -> Solid:
    """Rounded rectangles stacked along z: (z, width, height, x, y, radius) each, z rising."""
    return loft([(z, rectangle(w, h, r, (x, y), steps)) for z, w, h, x, y, r in sections])


def tower(levels: Sequence[Level], steps: int = 3) -> Solid:
    """Rounded rectangles stacked along y: (y, width, rear z, front z, radius) each, y rising."""
    sections = []
    for y, width, rear, front, radius in levels:
        sections.append((y, rectangle(front - rear, width, radius, ((front + rear) / 2, 0), steps)))
    return loft(sections, axis="y")


def rim(outer: Points, inner: Points, front: float, depth: float, flare: float = 0.0) -> Solid:
    """A frame between two outlines of (x, y), from `front` backwards; `flare` widens its opening in front."""
    middle = inner.mean(axis=0)
    wide = (inner - middle) * (1 + flare) + middle
    return loft([(front - depth, _keyhole(outer, inner)), (front, _keyhole(outer, wide))])


def _keyhole(outer: Points, inner: Points) -> Points:
    """One polygon that runs round the outer outline, crosses to the inner and comes back."""
    return np.concatenate([outer, outer[:1], inner[:1], inner[:0:-1], inner[:1]])


def dome(
    width: float, height: float, radius: float, bulge: float, back: float, at: Sequence[float], steps: int = 3
) -> Solid:
    """A pane that bulges forward from the plane z = at[2], rounder inwards, and reaches `back` behind it."""
    x, y, z = at
    rows = [(z - back, 1.0)] + [(z + bulge * (1 - s * s), s) for s in (1.0, 0.8, 0.55, 0.25)]
    small = 0.5 * min(width, height)
    return layers(
        [(t, width * s, height * s, x, y, radius * s + small * s * (1 - s)) for t, s in rows], steps
    )


def side(profile: ArrayLike, width: float, at: float = 0.0) -> Solid:
    """A side profile (k, 2) of (z, y) pulled to `width` along x."""
    return extrusion(np.asarray(profile, dtype=np.float64)[:, ::-1], width, axis="x", at=at)


def moved(pieces: Pieces, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> Pieces:
    """All pieces shifted."""
    return [(role, solid.moved(x, y, z)) for role, solid in pieces]


def turned(pieces: Pieces, axis: str, degrees: float, about: Sequence[float] = (0.0, 0.0, 0.0)) -> Pieces:
    """All pieces turned about a line."""
    return [(role, solid.turned(axis, degrees, about)) for role, solid in pieces]


def floored(pieces: Pieces) -> Pieces:
    """All pieces lifted so that the lowest stands at y = 0."""
    return moved(pieces, y=-min(float(solid.bounds()[0, 1]) for _, solid in pieces))


def painted(pieces: Pieces, palette: dict[str, Material], kind: str) -> Shape:
    """A shape whose pieces have the materials of their roles."""
    return shape([(solid, palette[role]) for role, solid in pieces], kind)
