"""The grid on the floor beneath the object."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import pyvista as pv

SIDE, CELLS = 1.6, 16
"""Of the square grid: its side in object units, and cells along it."""


def floor() -> pv.PolyData:
    """Squares of 0.1 object units at height 0; by hand, as pyvista takes ten times as long for a plane."""
    import pyvista as pv

    steps = np.linspace(-SIDE / 2, SIDE / 2, CELLS + 1, dtype=np.float32)
    z, x = (axis.ravel() for axis in np.meshgrid(steps, steps, indexing="ij"))
    corners = np.arange((CELLS + 1) ** 2).reshape(CELLS + 1, CELLS + 1)[:-1, :-1].reshape(-1, 1)
    squares = corners + np.array([0, CELLS + 1, CELLS + 2, 1])
    return pv.PolyData.from_regular_faces(np.stack([x, np.zeros_like(x), z], axis=1), squares)
