"""The hollow body of a mug: an outer line turned about Y, or drawn over a polygonal cross-section."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike
from scipy.interpolate import PchipInterpolator

from training.categories.furniture.outlines import Points, circle, regular, rounded, trapezoid
from training.categories.vehicle.sections import stacked
from training.solids import Solid, lathe


@dataclass(frozen=True)
class Vessel:
    """A mug's body; its foot stands at y = 0.

    Attributes:
        heights: (m,) rising, from 0 to the rim.
        radii: (m,) outer radius at each height.
        wall: Thickness of the wall.
        floor: Height of the inner bottom.
        section: (k, 2) unit cross-section of (z, x), or None for a circle.
        sides: Sides of a drawn circle.
        lip: How round the rim is, 0 to 1.
        bowl: Height under which the inside is a bowl rather than parallel to the outside.
    """

    heights: Points
    radii: Points
    wall: float
    floor: float
    section: Points | None = None
    sides: int = 32
    lip: float = 1.0
    bowl: float = 0.0

    @property
    def height(self) -> float:
        """Height of the rim."""
        return float(self.heights[-1])

    def radius(self, y: ArrayLike) -> Points:
        """Outer radius at any height."""
        return np.asarray(np.interp(np.asarray(y, dtype=float), self.heights, self.radii))

    def reach(self, y: ArrayLike) -> Points:
        """How far the outside lies from the axis towards -X, where the handle is."""
        return self.radius(y) * (1.0 if self.section is None else _reach(self.section))

    def inner(self, y: ArrayLike) -> Points:
        """Inner radius at heights above the floor; the bottom's corner is a quarter of an ellipse."""
        y = np.asarray(y, dtype=float)
        corner = max(self.bowl - self.floor, 0.25 * self.wall)
        part = np.clip((y - self.floor) / corner, 0.0, 1.0)
        return np.maximum((self.radius(y) - self.wall) * np.sqrt(1 - 0.97 * (1 - part) ** 2), 1e-4)

    def solids(self) -> list[Solid]:
        """The body, one solid if it is round."""
        if self.section is None:
            return [lathe(self._profile(), sides=self.sides)]
        levels = self._inner_levels()
        outer = [self._ring(float(self.radius(y))) for y in levels]
        inner = [self._ring(float(self.inner(y))) for y in levels]
        wall = [_keyhole(a, b) for a, b in zip(outer, inner, strict=True)]
        # The foot overlaps the wall a little, as both are one piece of clay.
        foot = np.append(self.heights[self.heights < levels[0] - 1e-6], levels[0] + 0.3 * self.wall)
        return [
            stacked(levels, np.stack(wall), "y"),
            stacked(foot, np.stack([self._ring(float(self.radius(y))) for y in foot]), "y"),
        ]

    def filling(self, level: float) -> Solid:
        """What the mug holds, up to a height."""
        y = np.linspace(self.floor, level, 5)
        r = self.inner(y) + 0.3 * self.wall
        if self.section is not None:
            return stacked(y, np.stack([self._ring(v) for v in r]), "y")
        return lathe(np.array([(0.0, y[0]), *zip(r, y, strict=True), (0.0, level)]), sides=self.sides)

    def split(self) -> tuple[Vessel, Vessel]:
        """Outer and inner half of the wall, for mugs glazed in two colours."""
        lining = replace(self, radii=self.radii - 0.45 * self.wall, wall=0.55 * self.wall, lip=0.3)
        above = self.heights > self.floor - 0.5 * self.wall
        start = max(0, int(np.argmax(above)) - 1)
        lining = replace(lining, heights=lining.heights[start:], radii=lining.radii[start:])
        return replace(self, wall=0.5 * self.wall, floor=self.floor - 0.02 * self.height, lip=0.3), lining

    def _inner_levels(self) -> Points:
        corner = np.linspace(self.floor, max(self.bowl, self.floor + 0.25 * self.wall), 4)
        levels = np.concatenate([corner, self.heights[self.heights > corner[-1] + 1e-6], [self.height]])
        return np.unique(levels)

    def _profile(self) -> Points:
        """Closed outline of half the wall: up the outside, over the rim, down the inside."""
        h, lip = self.height, 0.5 * self.lip * self.wall
        outside = [(float(r), float(y)) for r, y in zip(self.radii, self.heights, strict=True)]
        end = float(self.radii[-1])
        rim = [(end, h - lip), (end - 0.3 * lip, h - 0.3 * lip), (end - lip, h)] if lip > 0 else [(end, h)]
        rim += [(end - self.wall + lip, h)]
        levels = self._inner_levels()[::-1]
        levels[0] -= lip
        inside = [(float(self.inner(y)), float(y)) for y in levels]
        start = [(0.0, float(self.heights[0]))]
        return np.array([*start, *outside[:-1], *rim, *inside, (0.0, self.floor)])

    def _ring(self, radius: float) -> Points:
        return np.asarray(self.section) * float(radius)


def smooth(
    points: list[tuple[float, float]], height: float, radius: float, steps: int
) -> tuple[Points, Points]:
    """Heights and radii of a line through (height, radius) shares of which none overshoots."""
    t, r = np.array(points).T
    at = np.unique(np.concatenate([np.linspace(0.0, 1.0, steps + 1), t]))
    return at * height, PchipInterpolator(t, r)(at) * radius


def cut(points: list[tuple[float, float]], height: float, radius: float) -> tuple[Points, Points]:
    """Heights and radii of a line with sharp corners."""
    t, r = np.array(points).T
    return t * height, r * radius


def faceted(count: int, flat: bool) -> Points:
    """A regular polygon with a flat side or with a corner towards the handle."""
    turn = -np.pi / 2 + (np.pi / count if flat else 0.0)
    return regular(count, 1.0, turn)


def square(corner: float, oblong: float = 1.0) -> Points:
    """A square whose corners are rounded by a share of its side."""
    corners = trapezoid(2.0, 2.0, 2.0)
    ring = rounded(corners, 2.0 * corner, 5) if corner > 0.02 else corners
    return np.asarray(ring[:, ::-1] * [oblong, 1.0])


def fluted(count: int, depth: float) -> Points:
    """A circle with ribs all round."""
    ring = circle(1.0, 1.0, 6 * count)
    wave = 1 - depth * (0.5 + 0.5 * np.cos(np.arange(6 * count) * (2 * np.pi / 6)))
    return np.asarray(ring[:, ::-1] * wave[:, None])


def _reach(section: Points) -> float:
    """Where the ray towards -X leaves the section of (z, x)."""
    z, x = section[:, 0], section[:, 1]
    z2, x2 = np.roll(z, -1), np.roll(x, -1)
    crossing = (z <= 0) != (z2 <= 0)
    at = x + (x2 - x) * (-z / np.where(crossing, z2 - z, 1.0))
    return float(-at[crossing].min())


def _keyhole(outer: Points, inner: Points) -> Points:
    """A ring between two outlines as one polygon: round the outside, across, back round the inside."""
    return np.concatenate([outer, outer[:1], inner[:1], inner[:0:-1], inner[:1]])
