"""The grid from which a field's cut is chosen: coarse where the network is sure, and finer at faint parts.

A wing is thinner than a cell of the coarse grid, and passes between its nodes: what is to be raised of it,
and along which way a severed piece is joined (`core.lift`, `core.bridge`), is seen twice as well with nodes
of half the distance. They are asked where the coarse grid's own cut raises something into sight.

Where every second node and its neighbours are sure of one and the same side, the nodes between them are not
asked at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np

from imrecon_gui.core.grid import BoolArray, Int64Array
from imrecon_gui.core.lift import Lift
from imrecon_gui.core.nodes import interpolated
from imrecon_gui.core.overlap import Cut, LevelRule
from imrecon_gui.core.point_evaluator import PointEvaluator
from imrecon_gui.core.types import FIELD_BOUND, Float32Array

MARGIN = 0.1
"""Logits below the level at which the likeliest of a cell's raised corners still earns it a closer look."""

LEAST_LIFT = 0.3
"""Logits from which on a cell counts as raised."""

SURE = 4.0
"""Logits off the level at which nodes tell that the surface is far, of networks that were calibrated."""

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

    @classmethod
    def asked_sparingly(
        cls, ask: PointEvaluator, resolution: int, step: int, rule: LevelRule, sure: float
    ) -> CoarseGrid:
        """Every second node asked along each axis, and of the others those the surface may be near.

        Args:
            ask: The decoder.
            resolution: Cells of the finest grid along each axis.
            step: Cells of the finest grid along the side of a cell.
            rule: Chooses the level, here of the nodes asked first.
            sure: Logits off the level at which a node tells that the surface is more than two nodes away.
        """
        n_cells = resolution // step
        if n_cells % 2:
            return cls.asked(ask, resolution, step)
        every_second = cls.asked(ask, resolution, 2 * step)
        above = every_second.values - rule(every_second.values, every_second.spacing).level
        values = interpolated(every_second.values[None])[0]
        known = np.zeros(values.shape, bool)
        known[::2, ::2, ::2] = True
        new = np.argwhere(_perhaps_near(above, sure) & ~known)
        values[tuple(new.T)] = ask(places(new * step, resolution))
        known[tuple(new.T)] = True
        return cls(values, known, step, resolution)

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
            lowest = _extremes(self.values)[0]
            highest = _extremes(self.raised(cut.lift))[1]
            appears = (highest > cut.level - MARGIN) & (lowest < cut.level)
            cells = 2 * np.argwhere(appears & _is_raised(cut.lift, len(self.values)))
            for part in product(range(3), repeat=3):
                wanted[tuple((cells + part).T)] = True
        return wanted


def places(nodes: Int64Array, resolution: int) -> Float32Array:
    """Object space of nodes (m, 3) of the finest grid: (m, 3) float32."""
    return np.ascontiguousarray(nodes * (2 * FIELD_BOUND / resolution) - FIELD_BOUND, np.float32)


def _perhaps_near(above: Float32Array, sure: float) -> BoolArray:
    """Which nodes (2s - 1, ...) have not all those asked within two nodes surely on one side of the level.

    Asked were every second one along each axis, (s, s, s); `above` says by how much they exceed the level.
    """
    from scipy.ndimage import maximum_filter

    perhaps_inside, perhaps_outside = (np.zeros((2 * len(above) - 1,) * 3, bool) for _ in range(2))
    perhaps_inside[::2, ::2, ::2], perhaps_outside[::2, ::2, ::2] = above > -sure, above < sure
    return np.asarray(maximum_filter(perhaps_inside, 5) & maximum_filter(perhaps_outside, 5))


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
