"""What an oracle who knows the surface would ask."""

from __future__ import annotations

from itertools import product

import numpy as np
from numpy.typing import NDArray

BoolArray = NDArray[np.bool_]


def nodes_read(inside: BoolArray) -> int:
    """How many nodes marching cubes reads: the corners of the cells that the surface crosses.

    Args:
        inside: (n, n, n) bool, on which side the nodes of a grid are.
    """
    if not inside.size:
        return 0
    some, all_ = np.zeros_like(inside[1:, 1:, 1:]), np.ones_like(inside[1:, 1:, 1:])
    for corner in _corners(inside):
        some |= corner
        all_ &= corner
    crossed = some & ~all_
    read = np.zeros_like(inside)
    for corner in _corners(read):
        corner |= crossed
    return int(np.count_nonzero(read))


def _corners(grid: BoolArray) -> list[BoolArray]:
    """Views (n - 1, n - 1, n - 1) of a grid: each of the eight corners of all cells."""
    ends = (slice(None, -1), slice(1, None))
    return [grid[corner] for corner in product(ends, repeat=3)]
