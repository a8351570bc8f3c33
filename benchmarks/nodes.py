"""Places of grid nodes, and the rim that is always outside, as `core.field` has them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.field import RIM_MARGIN
from imrecon_gui.core.types import FIELD_BOUND, Float32Array


def places(nodes: NDArray[np.floating] | NDArray[np.integer], resolution: int) -> Float32Array:
    """Object space of nodes (m, 3), in cells: (m, 3) float32."""
    return np.ascontiguousarray(nodes * (2 * FIELD_BOUND / resolution) - FIELD_BOUND, np.float32)


def hold_rim(values: Float32Array, level: float) -> None:
    """Put the outermost nodes of (side, side, side) outside, in place."""
    for axis in range(3):
        rim = np.moveaxis(values, axis, 0)
        rim[[0, -1]] = np.minimum(rim[[0, -1]], level - RIM_MARGIN)
