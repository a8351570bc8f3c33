"""Meshes drawn as clay by counting: no OpenGL, which a process that trains may not have or not bear.

(Mesa's driver and triton each bring an LLVM, and one process does not bear both, see `training.opengl`.) The
surface is strewn with points; each pixel shows the mean brightness of its nearest ones.
"""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray

from imrecon_gui.core.errors import EmptyFieldError
from imrecon_gui.core.field import Field
from imrecon_gui.core.isosurface import extract
from imrecon_gui.core.metrics import surface_samples
from imrecon_gui.core.types import Mesh, UInt8Array
from imrecon_gui.core.viewpoint import axes, project, seen

POINTS = 120_000
"""About five for each pixel of a picture 160 wide."""

THICK = 0.03
"""What lies as little behind a pixel's nearest point, in object units, counts with it."""

_LIGHT = np.array([-0.45, 0.65, 0.61], np.float32)  # from the camera's upper left
_SHADE, _CLAY = 0.38, np.array([206, 208, 214], np.float32)
_EVEN, _SOFT = 1.4, 0.7  # standard deviations of what smooths the brightness and the outline, in pixels


def surface(values: NDArray[np.floating], level: float) -> Mesh | None:
    """The closed surface of values (n, n, n) at the centres of the field's cells; None if all are outside."""
    n = len(values)
    outside = min(float(values.min()), level) - 1.0
    nodes = np.pad(np.asarray(values, np.float32), 1, constant_values=outside)
    try:
        mesh = extract(Field(nodes, n + 1), level)
    except EmptyFieldError:
        return None
    return Mesh(mesh.vertices * np.float32((n + 1) / n), mesh.faces)  # the padded grid is that much larger


def drawn(mesh: Mesh, viewpoint: NDArray[np.float32], size: int) -> UInt8Array:
    """A mesh as a camera sees it, on white.

    Args:
        mesh: In object space, closed.
        viewpoint: (7,), see `imrecon_gui.core.viewpoint`.
        size: Side of the picture in pixels.

    Returns:
        (size, size, 3) uint8.
    """
    pixel, nearness, light = _lit(mesh, torch.from_numpy(viewpoint), size)
    nearest = np.full(size * size, -np.inf, np.float32)
    np.maximum.at(nearest, pixel, nearness)
    front = nearness > nearest[pixel] - THICK
    count = np.bincount(pixel[front], minlength=size * size)
    mean = np.bincount(pixel[front], light[front], size * size) / np.maximum(count, 1)
    return _soft(mean.reshape(size, size), count.reshape(size, size) > 0)


def _lit(
    mesh: Mesh, viewpoint: torch.Tensor, size: int
) -> tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.float32]]:
    """Of points that face the camera, in the picture: their pixel, nearness and brightness, (n,) each."""
    points, normals = (torch.from_numpy(a.astype(np.float32)) for a in surface_samples(mesh, POINTS))
    local, facing = seen(viewpoint, points), (normals @ axes(viewpoint).T).numpy()
    places = (project(viewpoint, local).numpy() * [0.5, -0.5] + 0.5) * size
    columns, rows = np.floor(places).astype(np.int64).T
    shown = (facing[:, 2] > 0) & (np.minimum(rows, columns) >= 0) & (np.maximum(rows, columns) < size)
    light = _SHADE + (1 - _SHADE) * np.maximum(facing @ _LIGHT, 0)
    return (rows * size + columns)[shown], local[:, 2].numpy()[shown], light[shown]


def _soft(light: NDArray[np.floating], covered: NDArray[np.bool_]) -> UInt8Array:
    """Brightness (h, w) as clay on white, with pinholes closed and a soft outline."""
    import cv2

    mask = covered.astype(np.float32)
    whole = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    total, weight = (cv2.GaussianBlur(m, (0, 0), _EVEN) for m in (np.float32(light * mask), mask))
    alpha = cv2.GaussianBlur(whole, (0, 0), _SOFT)
    clay = (total / np.maximum(weight, 1e-3))[..., None] * _CLAY
    return np.asarray(np.rint(clay * alpha[..., None] + 255 * (1 - alpha[..., None])), np.uint8)
