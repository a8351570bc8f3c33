"""The grid from which a field's cut is chosen: coarse where the network is sure, and finer at faint parts.

A wing is thinner than a cell of the coarse grid, and passes between its nodes: what is to be raised of it,
and along which way a severed piece is joined (`core.lift`, `core.bridge`), is seen twice as well with nodes
of half the distance. They are asked where the coarse grid's own cut raises something, near the surface.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np

from imrecon_gui.core.grid import BoolArray, Int64Array
from imrecon_gui.core.lift import Lift
from imrecon_gui.core.nodes import interpolated
from imrecon_gui.core.overlap import Cut
from imrecon_gui.core.point_evaluator import PointEvaluator
from imrecon_gui.core.types import FIELD_BOUND, Float32Array

BAND = 2.0
"""Logits on both sides of the level beyond which a cell's corners are far from any surface."""

LEAST_LIFT = 0.3
"""Logits from which on a cell counts as raised."""

FINE_ENOUGH = 48
"""Cells along each axis from which on a coarse grid is not looked at more closely."""


@dataclass(frozen=True, eq=False)
class CoarseGrid:
    """A network's answers at the nodes of the field's cube, before anything is raised.

    Attributes:
        values: (s, s, s) logits.
        known: (s, s, s) where they were asked; elsewhere they are interpolated.
        step: Cells of the finest grid along the side of a cell.
        resolution: Cells of the finest grid.
    """

    values: Float32Array
    known: BoolArray
    step: int
    resolution: int

    @classmethod
    def asked(cls, ask: PointEvaluator, resolution: int, step: int) -> CoarseGrid:
        """All nodes asked."""
        known = np.ones((resolution // step + 1,) * 3, bool)
        values = ask(places(np.argwhere(known) * step, resolution))
        return cls(values.reshape(known.shape), known, step, resolution)

    @property
    def spacing(self) -> float:
        """Of the nodes, in object units."""
        return self.step * 2 * FIELD_BOUND / self.resolution

    def nodes(self) -> Int64Array:
        """The known nodes, (m, 3) along (x, y, z)."""
        return np.argwhere(self.known)

    def raised(self, lift: Lift | None) -> Float32Array:
        """The values with what is added to them."""
        return self.values.copy() if lift is None else self.values + lift.on(len(self.values))

    def sharpened(self, cut: Cut, ask: PointEvaluator) -> CoarseGrid:
        """The grid of half the cell size, asked where the cut raises something; else the same again."""
        if self.step == 1 or len(self.values) > FINE_ENOUGH:
            return self
        wanted = self._wanted(cut)
        if not wanted.any():
            return self
        step = self.step // 2
        n_nodes, n_between = self.resolution // step + 1, 2 * len(self.values) - 1
        fits = ((0, n_nodes - n_between),) * 3  # one more where the step before did not divide the cube
        values = np.pad(interpolated(self.values[None])[0], fits, mode="edge")
        known = np.zeros(values.shape, bool)
        known[:n_between:2, :n_between:2, :n_between:2] = self.known
        new = np.argwhere(np.pad(wanted, fits) & ~known)
        values[tuple(new.T)] = ask(places(new * step, self.resolution))
        known[tuple(new.T)] = True
        return CoarseGrid(values, known, step, self.resolution)

    def _wanted(self, cut: Cut) -> BoolArray:
        """Which nodes of half the distance (2s - 1, ...) lie in cells worth a closer look."""
        wanted = np.zeros((2 * len(self.values) - 1,) * 3, bool)
        if cut.lift is not None:
            low, high = _extremes(self.values)
            near = (high > cut.level - BAND) & (low < cut.level + BAND)
            cells = 2 * np.argwhere(near & _is_raised(cut.lift, len(self.values)))
            for part in product(range(3), repeat=3):
                wanted[tuple((cells + part).T)] = True
        return wanted


def places(nodes: Int64Array, resolution: int) -> Float32Array:
    """Object space of nodes (m, 3) of the finest grid: (m, 3) float32."""
    return np.ascontiguousarray(nodes * (2 * FIELD_BOUND / resolution) - FIELD_BOUND, np.float32)


def _extremes(nodes: Float32Array) -> tuple[Float32Array, Float32Array]:
    """The least and the largest value at each cell's corners."""
    low = high = nodes
    for axis in range(3):
        last = nodes.shape[axis] - 1
        ends = [(one.take(range(last), axis), one.take(range(1, last + 1), axis)) for one in (low, high)]
        low, high = np.minimum(*ends[0]), np.maximum(*ends[1])
    return low, high


def _is_raised(lift: Lift, n_nodes: int) -> BoolArray:
    """In or beside which cells between so many nodes along each axis something is added."""
    from scipy.ndimage import maximum_filter

    return np.asarray(maximum_filter(_extremes(lift.on(n_nodes))[1], 3) > LEAST_LIFT)
