"""How close a mesh comes to the truth: volume overlap and surface distance.

Both meshes are brought to a common frame by `normalise`. Overlap is counted on the same 100,000 points
for every shape; distances are between points spread evenly over the surfaces, in units of the longest
side of the bounding box. Definitions follow Mescheder et al. 2019 (IoU, Chamfer-L1) and Knapitsch et
al. 2017 (F-score).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.containment import inside
from imrecon_gui.core.types import FIELD_BOUND, Float32Array, Mesh

__all__ = [
    "chamfer_l1",
    "eval_points",
    "f_score",
    "inside",
    "iou",
    "normalise",
    "surface_points",
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
    """Points (count, 3) spread uniformly over a mesh's surface.

    Raises:
        ValueError: The mesh has no area.
    """
    a, b, c = mesh.vertices.astype(np.float64)[mesh.faces.T]
    areas = np.linalg.norm(np.cross(b - a, c - a), axis=1)
    if not areas.sum() > 0:
        raise ValueError("the mesh has no area")
    rng = np.random.default_rng(seed)
    face = rng.choice(len(areas), count, p=areas / areas.sum())
    u, v = rng.random((2, count, 1))
    u, v = np.where(u + v > 1, 1 - u, u), np.where(u + v > 1, 1 - v, v)  # fold the square into the triangle
    points: NDArray[np.float64] = a[face] + u * (b - a)[face] + v * (c - a)[face]
    return points


def chamfer_l1(a: Points, b: Points) -> float:
    """Mean of the mean distances from a (n, 3) to the nearest of b (m, 3), and back."""
    there, back = _nearest(a, b)
    return float((there.mean() + back.mean()) / 2)


def f_score(a: Points, b: Points, threshold: float) -> float:
    """Harmonic mean of the shares of a (n, 3) and of b (m, 3) closer to the other than `threshold`."""
    there, back = _nearest(a, b)
    precision, recall = float((there < threshold).mean()), float((back < threshold).mean())
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _nearest(a: Points, b: Points) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    from scipy.spatial import cKDTree

    return cKDTree(b).query(a)[0], cKDTree(a).query(b)[0]
