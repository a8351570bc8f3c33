"""Colours for a mesh from its own picture: what the camera saw, and a guess of what it did not.

The seen side takes the picture's colours. The unseen side takes those of its mirror image across x = 0, where
that one was seen and lies on the surface too; what then remains takes those of the nearest coloured places,
smoothed along the surface, so that every vertex has a colour.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.colour_fill import fill, smoothed
from imrecon_gui.core.depth_buffer import SIZE, Placed, depth_buffer, directions, pixels, place
from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.mesh_ops import vertex_normals
from imrecon_gui.core.photo import Photo, photo
from imrecon_gui.core.types import Float32Array, Int32Array, Mesh, Paint, PreparedImage
from imrecon_gui.core.viewpoint import Viewpoint

GRAZING, FACING = 0.08, 0.35
"""Cosines between the normal and the way to the camera up to which nothing, from which all is seen."""

STEEPEST = 4.0
"""Greatest slope of the surface, in depth over width, that the comparison of depths allows for."""

SLACK = 0.008
"""Difference of depths, in object units, that means nothing even on surface square to the camera."""

ALIKE, UNLIKE = 16.0, 24.0
"""Mean differences, of 255, between the colours of mirror images both seen: up to the one the object is taken
for symmetric, from the other on it is not (or the network has misjudged where its middle is)."""

FloatArray = NDArray[np.floating]

MIRROR = np.array([-1, 1, 1], np.float32)


def paint(mesh: Mesh, image: PreparedImage, viewpoint: Viewpoint, job: Job = NULL_JOB) -> Paint:
    """Colour a mesh with the picture it was made from.

    Args:
        mesh: The mesh, in object space.
        image: Its picture.
        viewpoint: Where the picture was taken from.
        job: Asked between the steps whether to go on.

    Raises:
        Cancelled: If the job says so.
    """
    normals = mesh.normals if mesh.normals is not None else vertex_normals(mesh)
    camera = _Camera.of(mesh, normals, image, viewpoint)
    job.check()
    colours, seen = camera.look(mesh.vertices, normals)
    job.check()
    mirrored, twin_seen = camera.look(mesh.vertices * MIRROR, normals * MIRROR)
    job.check()
    twin_seen = twin_seen * _symmetry(mesh.vertices, colours - mirrored, seen * twin_seen)
    trust = 1 - (1 - seen) * (1 - twin_seen)
    share = (seen / np.maximum(trust, 1e-6))[:, None]
    colours = share * colours + (1 - share) * mirrored
    filled = fill(mesh, colours, trust, camera.photo.mean())
    job.check()
    smooth = smoothed(mesh, filled, trust)
    return Paint(np.rint(np.clip(smooth, 0, 255)).astype(np.uint8), seen)


@dataclass(frozen=True, eq=False)
class _Camera:
    """One camera in front of one mesh, with the picture it took."""

    viewpoint: Viewpoint
    nearest: Float32Array
    photo: Photo

    @classmethod
    def of(cls, mesh: Mesh, normals: Float32Array, image: PreparedImage, viewpoint: Viewpoint) -> _Camera:
        """The nearest surface of the neighbourhood counts: beside an edge, what is behind it is in doubt."""
        import cv2

        placed = place(viewpoint, mesh.vertices)
        faces = mesh.faces[(_facing(viewpoint, placed, normals) > 0)[mesh.faces].any(axis=1)]
        buffer = depth_buffer(viewpoint, placed, faces)
        nearest = cv2.dilate(buffer, np.ones((3, 3), np.uint8)).ravel()
        return cls(viewpoint, nearest, photo(image, _spacing(placed, mesh.faces)))

    def look(self, points: Float32Array, normals: Float32Array) -> tuple[Float32Array, Float32Array]:
        """Colours (n, 3) of surface at points (n, 3), and how well each was seen: (n,) from 0 to 1."""
        placed = place(self.viewpoint, points)
        cosine = _facing(self.viewpoint, placed, normals)
        colours, trust = self.photo.sample(placed.picture)
        seen = trust * _ramp(cosine, GRAZING, FACING) * self._is_nearest(placed, cosine)
        return colours, seen.astype(np.float32)

    def _is_nearest(self, placed: Placed, cosine: Float32Array) -> Float32Array:
        """Whether points lie on the surface nearest to the camera, from 0 to 1; cosine: see `_facing`."""
        slope = np.sqrt(1 / np.square(np.maximum(cosine, 1e-3)) - 1)
        pixel = 2 / SIZE / max(self.viewpoint.scale, 1e-3)
        slack = SLACK + 2 * pixel * np.minimum(slope, STEEPEST)
        gap = np.abs(self.nearest[pixels(placed.picture)] - placed.nearness)
        return 1 - _ramp(np.minimum(gap, 1), slack, 2 * slack)


def _facing(viewpoint: Viewpoint, placed: Placed, normals: Float32Array) -> Float32Array:
    """Cosine (n,) between normals (n, 3) of object space and the way from their points to the camera."""
    way = np.array([0, 0, 1], np.float32) - viewpoint.perspective * placed.local
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    return np.asarray(np.einsum("ij,ij->i", directions(viewpoint, normals), way), np.float32)


def _symmetry(vertices: Float32Array, differences: Float32Array, both_seen: Float32Array) -> float:
    """Whether colours (n, 3) differ so little from their mirror images' that those may be used, 0 to 1.

    Places far from the plane x = 0 count more, for near to it everything is its own mirror image.
    """
    weights = both_seen * np.abs(vertices[:, 0])
    total = float(weights.sum())
    if total == 0:
        return 1.0
    mean = weights @ np.abs(differences).mean(axis=1) / total
    return float(1 - _ramp(np.float32(mean), ALIKE, UNLIKE))


def _spacing(placed: Placed, faces: Int32Array) -> float:
    """Typical length of an edge in the picture, in half network inputs."""
    ends = placed.picture[faces[:: max(1, len(faces) // 5000), :2]]
    return float(np.median(np.linalg.norm(ends[:, 0] - ends[:, 1], axis=1))) if len(ends) else 0.0


def _ramp(
    values: Float32Array | np.float32, low: float | FloatArray, high: float | FloatArray
) -> Float32Array:
    """0 up to `low`, 1 from `high` on, smooth in between."""
    t = np.clip((values - low) / (high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)
