"""True depths of the layers along a picture's rays, by marching through a shape's voxels.

See `imrecon_gui.core.layers` for what is predicted of them.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from imrecon_gui.core.sight import sample
from imrecon_gui.core.types import FIELD_BOUND
from imrecon_gui.core.viewpoint import PERSPECTIVE, SCALE, X, axes
from training import ranks

Float32 = NDArray[np.float32]
RAYS = 192
"""Rays of each picture."""

REACH = 0.9
"""Depths that are searched: the field's cube about the centre reaches .95, objects rarely .87."""


def ray_layers(
    voxels: NDArray[np.uint8], viewpoint: Float32, points: Float32, inside: NDArray[np.bool_]
) -> tuple[Float32, Float32]:
    """Rays through some points, and where each enters the object, leaves it, and leaves it last.

    Args:
        voxels: (s, s, s) uint8, 1 inside, over the field's cube.
        viewpoint: (7,) of the picture.
        points: (r, 3) of the object, one for each ray.
        inside: (r,) whether they lie inside: a wing's points do, where it passes between the cells' middles.

    Returns:
        Places (r, 2) of u and v in the picture, and depths (r, LAYERS) in object units; NaN where the ray
        meets nothing.
    """
    turn = axes(torch.from_numpy(viewpoint)).numpy()  # rows right, up, backward
    local = points @ turn.T
    across = local[:, :2] / (1 - viewpoint[PERSPECTIVE] * local[:, 2:])  # (r, 2) where the ray has depth 0
    flat = across @ turn[:2]
    steps = _depths(len(voxels))
    asked = flat[:, None] + steps[:, None] * (turn[2] - viewpoint[PERSPECTIVE] * flat)[:, None]
    filled = _filled(voxels, asked.astype(np.float32))
    own = np.rint((steps[0] - local[inside, 2]) / (steps[0] - steps[1])).astype(int)
    filled[np.flatnonzero(inside), own.clip(0, len(steps) - 1)] = True
    places = across * viewpoint[SCALE] + viewpoint[X:]
    return places.astype(np.float32), _layers(filled, steps)


@lru_cache(4)
def _depths(side: int) -> Float32:
    """Depths along a ray, near to far, a cell apart."""
    step = 2 * FIELD_BOUND / side
    return np.arange(REACH, -REACH, -step, dtype=np.float32)


def _filled(voxels: NDArray[np.uint8], points: Float32) -> NDArray[np.bool_]:
    """Whether points (..., 3) lie in filled cells; beyond the cube nothing is."""
    side = len(voxels)
    index = ((points + np.float32(FIELD_BOUND)) * np.float32(side / (2 * FIELD_BOUND))).astype(np.int32)
    index.clip(0, side - 1, out=index)  # the outermost cells are empty
    flat = (index[..., 0] * side + index[..., 1]) * side + index[..., 2]
    return np.asarray(voxels.reshape(-1)[flat] > 0)


def _layers(filled: NDArray[np.bool_], steps: Float32) -> Float32:
    """First entry, first exit and last exit of rays (r, k): (r, LAYERS) depths."""
    half = (steps[0] - steps[1]) / 2
    entry = filled.argmax(1)
    beyond = filled | (np.arange(filled.shape[1]) < entry[:, None])
    leave = np.where(beyond.all(1), filled.shape[1] - 1, beyond.argmin(1))
    last = filled.shape[1] - filled[:, ::-1].argmax(1)
    depths = np.stack([steps[entry], steps[leave], steps[np.minimum(last, len(steps) - 1)]], 1) + half
    depths[~filled.any(1)] = np.nan
    return np.asarray(depths, np.float32)


def layer_loss(layers: Tensor, places: Tensor, truth: Tensor) -> Tensor:
    """Mean absolute error of predicted depths along rays that meet the object, in object units.

    Args:
        layers: (b, LAYERS, h, w) depth maps.
        places: (b, r, 2) where the rays pass the picture.
        truth: (b, r, LAYERS), NaN where a ray meets nothing.
    """
    found = sample((layers,), places)
    known = truth.isfinite()
    error = (found - truth.nan_to_num()).abs() * known
    mean: Tensor = error.sum() / ranks.mean(known.sum()).clamp(min=1)
    return mean
