"""Shapes shown as their mirror images too: twice as many for nothing.

A picture with left and right exchanged shows the mirrored object from the mirrored viewpoint. That is an
object of its category as well, and in the category's frame, if the mirror stands where it halves most of
them: a mug's handle is on its right, so mugs are mirrored front to back; all others left to right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.viewpoint import AZIMUTH, ROLL, X

if TYPE_CHECKING:
    from training.dataset import Item

ACROSS_WIDTH, ACROSS_DEPTH = 0, 2
UNLIKE = 0.1
"""Share of the mean shape that may differ from its mirror image's."""


def mirror_axis(voxels: NDArray[np.uint8]) -> int | None:
    """The axis along which shapes (n, s, s, s) of one category may be mirrored, None if none will do."""
    mean = voxels.mean(0, dtype=np.float32)
    alike = (axis for axis in (ACROSS_WIDTH, ACROSS_DEPTH) if _difference(mean, axis) < UNLIKE)
    return next(alike, None)


def _difference(mean: NDArray[np.float32], axis: int) -> float:
    return float(np.abs(mean - np.flip(mean, axis)).sum() / max(2 * mean.sum(), 1e-6))


def mirrored(row: Item, axis: int) -> Item:
    """One shape's row of a batch, mirrored along an axis of object space; what it lacks it lacks again."""
    return row._replace(
        image=_flipped(row.image, 2),
        voxels=_flipped(row.voxels, 1 + axis),
        points=_negated(row.points, axis),
        viewpoint=mirrored_viewpoint(row.viewpoint, axis),
        near_viewpoint=mirrored_viewpoint(row.near_viewpoint, axis),
        rays=_negated(row.rays, 0),
    )


def mirrored_viewpoint(viewpoint: NDArray[np.float32], axis: int) -> NDArray[np.float32]:
    """Where a picture (7,) with left and right exchanged was taken from; none, (0,), stays none."""
    if not viewpoint.size:
        return viewpoint
    moved = viewpoint.copy()
    moved[AZIMUTH] = ((0.0 if axis == ACROSS_WIDTH else 180.0) - moved[AZIMUTH]) % 360
    moved[[ROLL, X]] *= -1
    return moved


def _flipped(values: NDArray[np.float32], axis: int) -> NDArray[np.float32]:
    return np.ascontiguousarray(np.flip(values, axis)) if values.ndim > axis else values


def _negated(values: NDArray[np.float32], column: int) -> NDArray[np.float32]:
    """A copy of (n, k) with one column's sign changed."""
    if not values.size:
        return values
    moved = values.copy()
    moved[:, column] *= -1
    return moved
