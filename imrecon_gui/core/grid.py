"""Nodes and cells of a cubic grid as flat indices, for work on many of them at once.

A grid of `side`^3 nodes has (side - 1)^3 cells; a cell goes by the flat index of its lowest corner.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.cell_triangles import CORNERS

Int64Array = NDArray[np.int64]
BoolArray = NDArray[np.bool_]


def offsets(steps: NDArray[np.int64], side: int) -> Int64Array:
    """Differences of flat index that (m, 3) steps along (x, y, z) make."""
    differences: Int64Array = (steps @ np.array([side * side, side, 1])).astype(np.int64)
    return differences


def coordinates(nodes: Int64Array, side: int) -> Int64Array:
    """(m,) flat indices -> (m, 3) indices along (x, y, z)."""
    return np.stack(np.unravel_index(nodes, (side, side, side)), 1).astype(np.int64)


def mixed_cells(inside: BoolArray) -> Int64Array:
    """Cells with corners on both sides, ascending.

    Args:
        inside: (side, side, side) bool.
    """
    side = len(inside)
    some = every = np.ascontiguousarray(inside).reshape(-1)
    for step in (side * side, side, 1):  # in one row, which is much faster; so some cells wrap around
        some, every = some[:-step] | some[step:], every[:-step] & every[step:]
    cells = np.flatnonzero(some ^ every)
    return cells[(coordinates(cells, side) < side - 1).all(1)]


def cells_around(nodes: Int64Array, side: int) -> Int64Array:
    """All cells that have one of the (m,) nodes as a corner, ascending."""
    cells = coordinates(nodes, side)[:, None, :] - CORNERS  # (m, 8, 3)
    exist = ((cells >= 0) & (cells <= side - 2)).all(2)
    return np.unique(offsets(cells[exist], side))


def corners_of(cells: Int64Array, side: int) -> Int64Array:
    """(m,) cells -> (m, 8) nodes."""
    return cells[:, None] + offsets(CORNERS, side)


def pieces(cells: Int64Array, most: int) -> list[Int64Array]:
    """Cells (m, ...) in pieces of at most so many, none where there are none."""
    return np.array_split(cells, -(-len(cells) // most)) if len(cells) else []
