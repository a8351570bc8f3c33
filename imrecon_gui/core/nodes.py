"""The nodes of one grid of a field: all of them, or bricks of them where the surface is.

Both kinds answer the same questions, with flat indices of the grid's side^3 nodes. A node is known once the
decoder was asked there; before, its value is interpolated from the grid of twice the cell size.
"""

from __future__ import annotations

from itertools import product
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.grid import BoolArray, Int64Array, coordinates, corners_of, mixed_cells, offsets, pieces
from imrecon_gui.core.types import Float32Array

BRICK = 8
"""Nodes along each side of a brick."""

WHOLE_MOST = 256
"""Most cells along each axis of a grid whose nodes are all kept; finer ones are kept in bricks."""

_SHIFT = BRICK.bit_length() - 1
_SIZE = BRICK**3
_IN_BRICK = np.array(list(product(range(BRICK), repeat=3)))
_HALF = BRICK // 2 + 1  # coarser nodes along a brick and on to the next one
_COARSER = np.array(list(product(range(_HALF), repeat=3)))
_CELLS_AT_ONCE, _BRICKS_AT_ONCE = 1 << 20, 2048


class Nodes(Protocol):
    """The nodes of one grid.

    Attributes:
        side: How many there are along each axis.
    """

    side: int

    def at(self, nodes: Int64Array) -> Float32Array:
        """Values (m,) at flat indices (m,) or (m, k)."""

    def is_known(self, nodes: Int64Array) -> BoolArray:
        """Which of them are known."""

    def put(self, nodes: Int64Array, values: Float32Array) -> None:
        """Make nodes known."""

    def unknown(self, nodes: Int64Array) -> Int64Array:
        """Those that are not known, each once."""

    def crossed(self, level: float) -> Int64Array:
        """Cells with corners on both sides of a level, all of whose corners are known; ascending."""


class WholeNodes:
    """All nodes of a grid."""

    def __init__(self, values: Float32Array, known: BoolArray) -> None:
        """Of (side, side, side) values, known or interpolated."""
        self.values, self.known = values, known
        self.side: int = len(values)

    def at(self, nodes: Int64Array) -> Float32Array:
        """See `Nodes`."""
        return np.asarray(self.values.reshape(-1)[nodes])

    def is_known(self, nodes: Int64Array) -> BoolArray:
        """See `Nodes`."""
        return np.asarray(self.known.reshape(-1)[nodes])

    def put(self, nodes: Int64Array, values: Float32Array) -> None:
        """See `Nodes`."""
        self.values.reshape(-1)[nodes] = values
        self.known.reshape(-1)[nodes] = True

    def unknown(self, nodes: Int64Array) -> Int64Array:
        """See `Nodes`."""
        wanted = np.zeros(self.values.size, bool)
        wanted[nodes] = True
        return np.flatnonzero(wanted & ~self.known.reshape(-1))

    def crossed(self, level: float) -> Int64Array:
        """See `Nodes`."""
        return mixed_cells(self.values > level)

    def halved(self, last: int, outside: float) -> WholeNodes:
        """The nodes of the grid of half the cell size, see `halved`."""
        known = np.zeros((2 * self.side - 1,) * 3, bool)
        known[::2, ::2, ::2] = self.known
        finer = WholeNodes(interpolated(self.values[None])[0], known)
        finer.close(last, outside)
        return finer

    def close(self, last: int, outside: float) -> None:
        """Let all nodes after the `last` of each axis be known to be outside."""
        for axis in range(3):
            beyond = tuple(slice(last + 1, None) if i == axis else slice(None) for i in range(3))
            self.values[beyond], self.known[beyond] = outside, True


class BrickNodes:
    """The nodes of a fine grid, in bricks of BRICK^3 that come into being where one is looked at.

    A brick begins as what the coarser grid says of it. Memory grows with the surface, not with the volume.
    """

    def __init__(self, coarser: WholeNodes | BrickNodes, last: int, outside: float) -> None:
        """Of half the cell size; see `halved`."""
        self.side: int = 2 * coarser.side - 1
        self._coarser, self._last, self._outside = coarser, last, outside
        self._along = -(-self.side // BRICK)
        self._slots = np.full(self._along**3, -1, np.int32)
        self._n_bricks = 0
        self._bricks = np.zeros(0, np.int64)
        self._values = np.zeros((0, _SIZE), np.float32)
        self._known = np.zeros((0, _SIZE), bool)

    def at(self, nodes: Int64Array) -> Float32Array:
        """See `Nodes`."""
        places = self._made(nodes)  # first: what is made may move the values
        return np.asarray(self._values.reshape(-1)[places])

    def is_known(self, nodes: Int64Array) -> BoolArray:
        """See `Nodes`."""
        places = self._made(nodes)
        return np.asarray(self._known.reshape(-1)[places])

    def put(self, nodes: Int64Array, values: Float32Array) -> None:
        """See `Nodes`."""
        places = self._made(nodes)
        self._values.reshape(-1)[places] = values
        self._known.reshape(-1)[places] = True

    def unknown(self, nodes: Int64Array) -> Int64Array:
        """See `Nodes`."""
        places = self._made(nodes)
        wanted = np.zeros(self._known.size, bool)
        wanted[places] = True
        return self._nodes(np.flatnonzero(wanted & ~self._known.reshape(-1)))

    def crossed(self, level: float) -> Int64Array:
        """See `Nodes`."""
        lowest = self._nodes(np.flatnonzero(self._known[: self._n_bricks]))
        lowest = lowest[(coordinates(lowest, self.side) < self.side - 1).all(1)]
        found = [self._mixed(part, level) for part in pieces(lowest, _CELLS_AT_ONCE)]
        return np.sort(np.concatenate(found)) if found else lowest

    def _mixed(self, cells: Int64Array, level: float) -> Int64Array:
        """Those of some cells that have known corners on both sides."""
        places = self._places(corners_of(cells, self.side))
        inside = self._values.reshape(-1)[places] > level
        known = self._known.reshape(-1)[places] & (places >= 0)
        return cells[inside.any(1) & ~inside.all(1) & known.all(1)]

    def _made(self, nodes: Int64Array) -> Int64Array:
        """Where nodes are kept; bricks that are missing are made first."""
        places = self._places(nodes)
        missing = places < 0
        if missing.any():
            self._make(np.unique(self._brick_of(nodes[missing])))
            places[missing] = self._places(nodes[missing])
        return places

    def _places(self, nodes: Int64Array) -> Int64Array:
        """Where nodes are kept, negative where their brick is missing."""
        x, y, z = np.unravel_index(nodes, (self.side,) * 3)
        brick = ((x >> _SHIFT) * self._along + (y >> _SHIFT)) * self._along + (z >> _SHIFT)
        low = BRICK - 1
        within = (((x & low) << _SHIFT) + (y & low) << _SHIFT) + (z & low)
        places: Int64Array = self._slots[brick].astype(np.int64) * _SIZE + within
        return places

    def _brick_of(self, nodes: Int64Array) -> Int64Array:
        return offsets(coordinates(nodes, self.side) >> _SHIFT, self._along)

    def _nodes(self, places: Int64Array) -> Int64Array:
        """The nodes that are kept at some places."""
        lowest = coordinates(self._bricks[places >> 3 * _SHIFT], self._along) * BRICK
        return offsets(lowest + _IN_BRICK[places & _SIZE - 1], self.side)

    def _make(self, bricks: Int64Array) -> None:
        """Bricks as the coarser grid says they are."""
        self._reserve(self._n_bricks + len(bricks))
        for part in np.array_split(bricks, -(-len(bricks) // _BRICKS_AT_ONCE)):
            new = slice(self._n_bricks, self._n_bricks + len(part))
            self._values[new], self._known[new] = self._from_coarser(part)
            self._bricks[new] = part
            self._slots[part] = np.arange(new.start, new.stop, dtype=np.int32)
            self._n_bricks = new.stop

    def _reserve(self, n_bricks: int) -> None:
        """Room for so many bricks, and for half as many more if it must be found anew."""
        if n_bricks > len(self._bricks):
            room = n_bricks + n_bricks // 2
            self._bricks, self._values, self._known = (
                _longer(array, room) for array in (self._bricks, self._values, self._known)
            )

    def _from_coarser(self, bricks: Int64Array) -> tuple[Float32Array, BoolArray]:
        """Values of new bricks and whether they are known, both (m, BRICK^3)."""
        lowest = coordinates(bricks, self._along) * BRICK
        around = np.minimum(lowest[:, None] // 2 + _COARSER, self._coarser.side - 1)
        nodes = offsets(around, self._coarser.side)
        shape = (len(bricks),) + (_HALF,) * 3
        values = interpolated(self._coarser.at(nodes).reshape(shape))[:, :-1, :-1, :-1].reshape(-1, _SIZE)
        known = np.zeros((len(bricks),) + (BRICK,) * 3, bool)
        half = slice(None, -1)
        known[:, ::2, ::2, ::2] = self._coarser.is_known(nodes).reshape(shape)[:, half, half, half]
        places = lowest[:, None] + _IN_BRICK
        beyond = (places > self._last).any(2)
        values[beyond] = self._outside
        known = np.where(beyond, (places < self.side).all(2), known.reshape(-1, _SIZE))
        return values, known


def halved(nodes: WholeNodes | BrickNodes, last: int, outside: float) -> WholeNodes | BrickNodes:
    """The nodes of the grid of half the cell size, in bricks where there would be too many.

    Args:
        nodes: Of the coarser grid.
        last: Index, along each axis of the finer one, of the last node within the field's cube.
        outside: The value of nodes beyond it, which are known.
    """
    if isinstance(nodes, WholeNodes) and 2 * (nodes.side - 1) <= WHOLE_MOST:
        return nodes.halved(last, outside)
    return BrickNodes(nodes, last, outside)


def interpolated(values: Float32Array) -> Float32Array:
    """Trilinear interpolation to twice the resolution: (m, s, s, s) -> (m, 2 s - 1, 2 s - 1, 2 s - 1)."""
    finer = np.empty((len(values),) + (2 * values.shape[1] - 1,) * 3, np.float32)
    finer[:, ::2, ::2, ::2] = values
    for between, low, high in (
        (np.s_[:, 1::2, ::2, ::2], np.s_[:, :-1:2, ::2, ::2], np.s_[:, 2::2, ::2, ::2]),
        (np.s_[:, :, 1::2, ::2], np.s_[:, :, :-1:2, ::2], np.s_[:, :, 2::2, ::2]),
        (np.s_[..., 1::2], np.s_[..., :-1:2], np.s_[..., 2::2]),
    ):
        np.add(finer[low], finer[high], out=finer[between])
        finer[between] *= 0.5
    return finer


def _longer(array: NDArray[Any], length: int) -> NDArray[Any]:
    longer = np.zeros((length, *array.shape[1:]), array.dtype)
    longer[: len(array)] = array
    return longer
