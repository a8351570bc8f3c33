"""How near a mesh comes to a camera, pixel by pixel: what tells seen surface from hidden surface."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.types import Float32Array, Int32Array
from imrecon_gui.core.viewpoint import Viewpoint, project, seen

SIZE = 256
"""Pixels along each side; twice the network input's."""


@dataclass(frozen=True, eq=False)
class Placed:
    """Points as a camera has them.

    Attributes:
        local: (n, 3) float32 along the camera's right, up and backward axes, about the object's centre.
        picture: (n, 2) float32 right and up, from -1 to 1 over the network input.
    """

    local: Float32Array
    picture: Float32Array

    @property
    def nearness(self) -> Float32Array:
        """(n,) float32, in object units towards the camera."""
        return self.local[:, 2]


def place(viewpoint: Viewpoint, points: Float32Array) -> Placed:
    """Points (n, 3) of object space as the camera has them."""
    import torch

    camera = torch.from_numpy(viewpoint.array())
    local = seen(camera, torch.from_numpy(np.ascontiguousarray(points, np.float32)))
    return Placed(local.numpy(), project(camera, local).numpy())


def directions(viewpoint: Viewpoint, vectors: Float32Array) -> Float32Array:
    """Vectors (n, 3) of object space along the camera's axes: a turn alone, without perspective."""
    return place(viewpoint, vectors).local


def depth_buffer(viewpoint: Viewpoint, placed: Placed, faces: Int32Array) -> Float32Array:
    """Greatest nearness of a mesh at each pixel, -inf where it is not.

    Faces are strewn with points less than a pixel apart, which costs numpy far less than filling triangles
    one by one; those of a reconstruction are about a pixel large anyway.

    Args:
        viewpoint: The camera.
        placed: The vertices as it has them.
        faces: (m, 3) int32; those that face away may be left out.

    Returns:
        (SIZE, SIZE) float32, top row first.
    """
    buffer = np.full(SIZE * SIZE, -np.inf, np.float32)
    corners = placed.picture[faces]
    edges = np.abs(corners - np.roll(corners, 1, axis=1)).max(axis=(1, 2)) * SIZE / 2
    steps = np.exp2(np.ceil(np.log2(np.clip(edges, 1, 2 * SIZE)))).astype(int)
    for count in np.unique(steps):
        points = _strewn(placed.local[faces[steps == count]], int(count))
        _splat(buffer, _projected(viewpoint, points), points[:, 2])
    return buffer.reshape(SIZE, SIZE)


def pixels(picture: Float32Array) -> NDArray[np.int64]:
    """Index (n,) into the flat buffer of the pixel at each place (n, 2); places outside go to the rim."""
    column = np.clip((picture[:, 0] + 1) * (SIZE / 2), 0, SIZE - 1).astype(np.int64)
    row = np.clip((1 - picture[:, 1]) * (SIZE / 2), 0, SIZE - 1).astype(np.int64)
    return np.asarray(row * SIZE + column)


def _strewn(corners: Float32Array, steps: int) -> Float32Array:
    """Points (n, 3) on triangles (m, 3, 3): their edges are divided into `steps` parts."""
    i, j = np.mgrid[: steps + 1, : steps + 1]
    i, j = i[i + j <= steps], j[i + j <= steps]
    weights = (np.stack([i, j, steps - i - j], axis=1) / steps).astype(np.float32)
    return np.concatenate([np.tensordot(row, corners, (0, 1)) for row in weights])


def _projected(viewpoint: Viewpoint, local: Float32Array) -> Float32Array:
    import torch

    return project(torch.from_numpy(viewpoint.array()), torch.from_numpy(local)).numpy()


def _splat(buffer: Float32Array, picture: Float32Array, nearness: Float32Array) -> None:
    """Enter points (n, 2) of a nearness (n,), where they come nearest; the flat buffer is changed."""
    inside = np.abs(picture).max(axis=1) < 1
    np.maximum.at(buffer, pixels(picture[inside]), nearness[inside])
