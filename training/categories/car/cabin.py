"""The greenhouse of a car: a loft along y between the belt and the roof, and panels that lie on its faces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from training.categories.car.hull import Hull
from training.categories.vehicle.sections import rounded, stacked
from training.solids import Solid

Float = NDArray[np.float64]


@dataclass(frozen=True)
class Cabin:
    """The faces of the greenhouse by height y (m,); the roof's edge is at `eaves`."""

    hull: Hull

    @property
    def foot(self) -> float:
        """Height at which the cabin begins, a little inside the body."""
        p = self.hull.plan
        return min(p.cowl_y, p.deck_y) - 0.03 * p.height

    @property
    def eaves(self) -> float:
        """Height at which the sides turn into the roof."""
        p = self.hull.plan
        return p.height - max(p.roof_edge, 0.012 * p.height) - p.crown

    def front(self, y: ArrayLike) -> Float:
        """Where the windscreen is along z, beside its middle."""
        p = self.hull.plan
        return p.cowl_z + (p.screen_z - p.cowl_z) * self._leaned(y, p.cowl_y, p.bend_front)

    def rear(self, y: ArrayLike) -> Float:
        """Where the rear window is along z."""
        p = self.hull.plan
        return p.back_z + (p.roof_z - p.back_z) * self._leaned(y, p.deck_y, p.bend_rear)

    def half_width(self, y: ArrayLike) -> Float:
        """Half width at the middle of the sides."""
        p = self.hull.plan
        belt = float(self.hull.half_width(np.array([(p.cowl_z + p.back_z) / 2]))[0]) * p.shoulder_in * 0.985
        part = np.clip((np.asarray(y) - self.foot) / (p.height - self.foot), 0, 1)
        return np.asarray(belt * (1 + (p.roof_in - 1) * (0.75 * part + 0.25 * part**2)))

    def block(self, low: float, high: float) -> Solid:
        """The solid greenhouse between two heights."""
        p = self.hull.plan
        bends = 1 if max(p.bend_front, p.bend_rear) < 0.05 else 6
        y = np.concatenate([np.linspace(low, min(high, self.eaves), bends + 1), self._roof_heights(high)])
        shrink = np.concatenate([np.zeros(bends + 1), self._roof_shrink(high)])
        return stacked(y, self._outline(y, shrink), "y")

    def side(self, span: tuple[float, float], low: float, high: float, out: float, into: float) -> Solid:
        """A panel on the right side over shares of its length, 0 at the rear and 1 at the windscreen."""
        y = np.linspace(low, high, 4)
        rear, front, half = self.rear(y), self.front(y), self.half_width(y)
        first, last = rear + (front - rear) * span[0], rear + (front - rear) * span[1]
        corners = [(first, half - into), (last, half - into), (last, half + out), (first, half + out)]
        return stacked(y, _polygons(corners), "y")

    def screen(
        self, span: tuple[float, float], low: float, high: float, out: float, into: float, rear: bool
    ) -> Solid:
        """A panel on the windscreen or the rear window over shares of its width, -1 to 1."""
        p = self.hull.plan
        y = np.linspace(low, high, 4)
        half, sign = self.half_width(y), -1.0 if rear else 1.0
        face = self.rear(y) if rear else self.front(y)
        bow = (0.5 if rear else 1.0) * p.bow * sign
        shares = [span[0], 0.0, span[1]] if span[0] < 0 < span[1] else [span[0], sum(span) / 2, span[1]]
        outer = [(face + sign * out + bow * (1 - abs(s)), half * s) for s in shares]
        inner = [(face - sign * into + bow * (1 - abs(s)), half * s) for s in reversed(shares)]
        return stacked(y, _polygons(outer + inner), "y")

    def _leaned(self, y: ArrayLike, foot: float, bend: float) -> Float:
        """Share of a slope's run at a height: straight for bend 0, a quarter ellipse for 1."""
        part = np.clip((np.asarray(y, dtype=np.float64) - foot) / max(self.eaves - foot, 1e-3), 0, 1)
        return np.asarray((1 - bend) * part + bend * (1 - np.sqrt(1 - part**2)))

    def _roof_heights(self, high: float) -> Float:
        p = self.hull.plan
        if high <= self.eaves:
            return np.zeros(0)
        edge = p.height - p.crown
        return np.concatenate([np.linspace(self.eaves, edge, 2 + p.steps)[1:], [p.height]])

    def _roof_shrink(self, high: float) -> Float:
        p = self.hull.plan
        if high <= self.eaves:
            return np.zeros(0)
        rise = np.linspace(0, 1, 2 + p.steps)[1:]
        return np.concatenate([p.roof_edge * (1 - np.sqrt(1 - rise**2)), [p.roof_edge + 0.22 * p.width]])

    def _outline(self, y: Float, shrink: Float) -> Float:
        """Plan outlines (m, k, 2) of (z, x)."""
        p = self.hull.plan
        # A bent screen is nearly level where it meets the roof: let the roof go on like that.
        front, rear = self.front(y), self.rear(y)
        most = np.maximum(front - rear - 0.04 * p.length, 0.0) / 2
        front = front - np.minimum(shrink * (1 + 7 * p.bend_front), most)
        rear = rear + np.minimum(shrink * (1 + 7 * p.bend_rear), most)
        half = np.maximum(self.half_width(y) - shrink, 0.1 * p.width)
        bow = p.bow * np.ones_like(y)
        corners = [(front, -half), (front + bow, 0 * y), (front, half)]
        corners += [(rear, half), (rear - 0.5 * bow, 0 * y), (rear, -half)]
        return rounded(_polygons(corners), p.corner, p.steps)


def _polygons(corners: Sequence[tuple[Float, Float]]) -> Float:
    """Corners given as (k) pairs of (m,) to (m, k, 2)."""
    return np.stack([np.stack(corner, axis=-1) for corner in corners], axis=1)
