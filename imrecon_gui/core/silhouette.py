"""The outline of a mesh as a pinhole camera sees it: what a reconstruction covers of its own picture."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from imrecon_gui.core.types import Mesh

NEAR = 1e-3
"""Depth in object units before which nothing is drawn."""

# cv2 fills every pixel that a triangle touches, half a pixel too much: so they are drawn small, and half of a
# pixel of the result is covered when five eighths of its small ones are.
_OVERSAMPLING = 4
_HALF = 255 * 5 // 8
_FRACTION_BITS = 4

Float64Array = NDArray[np.float64]


@dataclass(frozen=True)
class Pinhole:
    """A square pinhole camera placed by two points; the picture's up is +Y's.

    Attributes:
        eye: Position in object space.
        target: What the middle of the picture shows.
        fov_deg: Vertical (and horizontal) field of view.
    """

    eye: tuple[float, float, float]
    target: tuple[float, float, float]
    fov_deg: float

    def axes(self) -> Float64Array:
        """(3, 3) rows: the camera's right, up and backward in object space."""
        back = np.subtract(self.eye, self.target)
        back = back / np.linalg.norm(back)
        right = np.cross((0.0, 1.0, 0.0), back)
        right /= np.linalg.norm(right)
        return np.stack([right, np.cross(back, right), back])

    def project(self, points: ArrayLike) -> tuple[Float64Array, Float64Array]:
        """Where points (n, 3) appear, (n, 2), right and down from -1 to 1 over the picture; depths (n,)."""
        local = (np.asarray(points, np.float64) - self.eye) @ self.axes().T
        depth = -local[:, 2]
        reach = np.tan(np.radians(self.fov_deg) / 2) * np.where(depth > NEAR, depth, np.inf)
        return local[:, :2] * (1, -1) / reach[:, None], depth


def silhouette(mesh: Mesh, camera: Pinhole, size: int) -> NDArray[np.bool_]:
    """Which pixels a mesh covers: (size, size) bool, top row first.

    Triangles that reach behind the camera are left out.
    """
    import cv2

    places, depth = camera.project(mesh.vertices)
    side = size * _OVERSAMPLING
    pixels = np.clip((places + 1) / 2 * side - 0.5, -side, 2 * side)  # centres of pixels are whole numbers
    fixed = np.rint(pixels * (1 << _FRACTION_BITS)).astype(np.int32)
    canvas = np.zeros((side, side), np.uint8)
    for triangle in fixed[mesh.faces[(depth[mesh.faces] > NEAR).all(1)]]:
        cv2.fillConvexPoly(canvas, triangle, 255, cv2.LINE_8, _FRACTION_BITS)
    return np.asarray(cv2.resize(canvas, (size, size), interpolation=cv2.INTER_AREA) > _HALF)


def silhouette_iou(mesh: Mesh, camera: Pinhole, mask: NDArray[np.bool_]) -> float:
    """Overlap of a mesh's outline with a picture's mask (s, s) bool; 0 if both are empty."""
    seen = silhouette(mesh, camera, len(mask))
    union = int(np.count_nonzero(seen | mask))
    return int(np.count_nonzero(seen & mask)) / union if union else 0.0
