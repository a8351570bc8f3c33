"""How close a mesh comes to the truth: volume overlap and surface distance.

Both meshes are brought to a common frame by `normalise`. Overlap is counted on the same 100,000 points
for every shape; distances are between points spread evenly over the surfaces, in units of the longest
side of the bounding box. Definitions follow Mescheder et al. 2019 (IoU, Chamfer-L1) and Knapitsch et
al. 2017 (F-score).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.containment import inside
from imrecon_gui.core.types import FIELD_BOUND, Float32Array, Mesh

__all__ = [
    "Gap",
    "chamfer_l1",
    "eval_points",
    "f_score",
    "gap",
    "inside",
    "iou",
    "normalise",
    "surface_points",
    "surface_samples",
]

POINT_SEED, POINT_COUNT = 20240917, 100_000
SURFACE_COUNT = 10_000
THRESHOLDS = (0.01, 0.02, 0.05)

Points = NDArray[np.floating]
BoolArray = NDArray[np.bool_]


def eval_points() -> Float32Array:
    """The points on which overlap is counted, (100000, 3) float32, uniform in the field's cube."""
    rng = np.random.default_rng(POINT_SEED)
    return rng.uniform(-FIELD_BOUND, FIELD_BOUND, (POINT_COUNT, 3)).astype(np.float32)


def normalise(mesh: Mesh) -> Mesh:
    """The mesh moved and scaled so that its bounding box is centred and its longest side 1.

    Raises:
        ValueError: The mesh has no faces or no extent.
    """
    if not len(mesh.faces):
        raise ValueError("a mesh without faces has no bounding box")
    used = mesh.vertices[np.unique(mesh.faces)].astype(np.float64)
    low, high = used.min(0), used.max(0)
    side = float((high - low).max())
    if not (np.isfinite(side) and side > 0):
        raise ValueError("the mesh has no extent")
    places = (mesh.vertices - (low + high) / 2) / side
    return Mesh(places.astype(np.float32), mesh.faces, mesh.normals)


def iou(a: BoolArray, b: BoolArray) -> float:
    """Intersection over union of two occupancies (n,) of the same points; 0 if both are empty."""
    union = int(np.count_nonzero(a | b))
    return int(np.count_nonzero(a & b)) / union if union else 0.0


def surface_points(mesh: Mesh, count: int = SURFACE_COUNT, seed: int = 0) -> NDArray[np.float64]:
    """Points (count, 3) spread uniformly over a mesh's surface; see `surface_samples`."""
    return surface_samples(mesh, count, seed)[0]


def surface_samples(
    mesh: Mesh, count: int = SURFACE_COUNT, seed: int = 0
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Points spread uniformly over a mesh's surface, and their faces' unit normals: (count, 3) each.

    Raises:
        ValueError: The mesh has no area.
    """
    a, b, c = mesh.vertices.astype(np.float64)[mesh.faces.T]
    crosses = np.cross(b - a, c - a)
    areas = np.linalg.norm(crosses, axis=1)
    if not areas.sum() > 0:
        raise ValueError("the mesh has no area")
    rng = np.random.default_rng(seed)
    face = rng.choice(len(areas), count, p=areas / areas.sum())
    u, v = rng.random((2, count, 1))
    u, v = np.where(u + v > 1, 1 - u, u), np.where(u + v > 1, 1 - v, v)  # fold the square into the triangle
    points: NDArray[np.float64] = a[face] + u * (b - a)[face] + v * (c - a)[face]
    return points, crosses[face] / areas[face, None]


@dataclass(frozen=True, eq=False)
class Gap:
    """How far two clouds of points lie apart: each point's nearest one in the other cloud.

    Attributes:
        there: (n,) distances from the first cloud's points.
        back: (m,) distances from the second's.
        nearest_there: (n,) which points of the second cloud are nearest.
        nearest_back: (m,) which of the first.
    """

    there: NDArray[np.float64]
    back: NDArray[np.float64]
    nearest_there: NDArray[np.intp]
    nearest_back: NDArray[np.intp]

    def chamfer_l1(self) -> float:
        """Mean of the two mean distances."""
        return float((self.there.mean() + self.back.mean()) / 2)

    def f_score(self, threshold: float) -> float:
        """Harmonic mean of the shares of either cloud closer to the other than `threshold`."""
        precision, recall = float((self.there < threshold).mean()), float((self.back < threshold).mean())
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def normal_consistency(self, first: Points, second: Points) -> float:
        """Mean of the two mean |cosines| between a point's normal and its nearest one's.

        Signs are ignored, since triangles of found models look either way (Mescheder et al. 2019).

        Args:
            first: (n, 3) unit normals of the first cloud; a NaN leaves its point out.
            second: (m, 3) unit normals of the second, likewise.
        """
        there = np.abs((first * second[self.nearest_there]).sum(1))
        back = np.abs((second * first[self.nearest_back]).sum(1))
        return float((np.nanmean(there) + np.nanmean(back)) / 2)


def gap(a: Points, b: Points) -> Gap:
    """Look for the nearest points of two clouds (n, 3) and (m, 3) in each other."""
    from scipy.spatial import cKDTree

    there, nearest_there = cKDTree(b).query(a)
    back, nearest_back = cKDTree(a).query(b)
    return Gap(there, back, nearest_there, nearest_back)


def chamfer_l1(a: Points, b: Points) -> float:
    """Mean of the mean distances from a (n, 3) to the nearest of b (m, 3), and back."""
    return gap(a, b).chamfer_l1()


def f_score(a: Points, b: Points, threshold: float) -> float:
    """Harmonic mean of the shares of a (n, 3) and of b (m, 3) closer to the other than `threshold`."""
    return gap(a, b).f_score(threshold)
