"""A reconstruction beside the truth: how near it comes as a whole, and at each of its vertices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core import metrics
from imrecon_gui.core.errors import MeshFileError
from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.mesh_ops import is_watertight
from imrecon_gui.core.types import Float32Array, Mesh, UInt8Array

if TYPE_CHECKING:
    import trimesh

FULL_ERROR = 0.05
"""Distance, in longest sides, from which on the heat map has its last colour."""

F_THRESHOLD = 0.02
SURFACE_SAMPLES = 40_000
"""Four times those of `imrecon evaluate`: a mesh compared with itself should have next to no distance."""

TRUTH_SAMPLES = 150_000
NEIGHBOURS = 3
CHUNK = 20_000
SEED = 7


@dataclass(frozen=True, eq=False)
class Comparison:
    """Two meshes in a common frame, and their figures.

    Attributes:
        mesh: The reconstruction, normalised: bounding box centred, longest side 1.
        truth: The other one, likewise.
        iou: Volume overlap, 0 to 1.
        chamfer_l1: Mean distance between the surfaces, in longest sides.
        f_score: Of points closer than F_THRESHOLD, 0 to 1.
        errors: (n,) float32 distances of the reconstruction's vertices to the true surface.
        colours: (n, 3) uint8, the heat map of the errors.
        is_truth_closed: Whether the truth has an inside; where not, the overlap is a guess.
    """

    mesh: Mesh
    truth: Mesh
    iou: float
    chamfer_l1: float
    f_score: float
    errors: Float32Array
    colours: UInt8Array
    is_truth_closed: bool


def compare(mesh: Mesh, truth: Mesh, job: Job = NULL_JOB) -> Comparison:
    """Normalise both, as `metrics.normalise` does, and measure; neither is turned.

    Raises:
        MeshFileError: The truth has no extent or no surface.
    """
    ours = metrics.normalise(mesh)
    try:
        theirs = metrics.normalise(truth)
        their_points = metrics.surface_points(theirs, SURFACE_SAMPLES, seed=1)
    except ValueError as error:
        raise MeshFileError("This mesh has no surface to compare with.", "Choose another file.") from error
    job.check()
    gap = metrics.gap(metrics.surface_points(ours, SURFACE_SAMPLES), their_points)
    errors = distances(ours.vertices, theirs, job)
    return Comparison(
        ours,
        theirs,
        _overlap(ours, theirs, job),
        gap.chamfer_l1(),
        gap.f_score(F_THRESHOLD),
        errors,
        heat_colours(errors / FULL_ERROR),
        is_watertight(theirs),
    )


def distances(points: Float32Array, mesh: Mesh, job: Job = NULL_JOB) -> Float32Array:
    """Distance of points (n, 3) to a surface, (n,) float32.

    To the nearest place on those faces whose samples are nearest: exact where samples are denser than faces
    are large, and off by less than the samples' spacing elsewhere.
    """
    from scipy.spatial import cKDTree
    from trimesh.sample import sample_surface
    from trimesh.triangles import closest_point

    corners = mesh.vertices[mesh.faces].astype(np.float64)
    samples, owners = sample_surface(_trimesh(mesh), TRUTH_SAMPLES, seed=SEED)
    tree = cKDTree(np.asarray(samples))
    found = np.empty(len(points), np.float32)
    for start in range(0, len(points), CHUNK):
        job.check()
        part = points[start : start + CHUNK].astype(np.float64)
        faces = np.asarray(owners)[tree.query(part, k=NEIGHBOURS)[1]]  # (k, NEIGHBOURS)
        places = np.repeat(part, NEIGHBOURS, axis=0)
        gaps = np.linalg.norm(closest_point(corners[faces.ravel()], places) - places, axis=1)
        found[start : start + CHUNK] = gaps.reshape(faces.shape).min(axis=1)
    return found


def heat_colours(share: NDArray[np.floating]) -> UInt8Array:
    """Colours (n, 3) uint8 of shares (n,), 0 dark blue to 1 yellow: the map "cividis".

    It is perceptually even, and looks alike to people who cannot tell red from green (Nuñez et al. 2018).
    """
    import cv2

    levels = np.rint(np.clip(share, 0, 1) * 255).astype(np.uint8).reshape(-1, 1)
    bgr = cv2.applyColorMap(levels, cv2.COLORMAP_CIVIDIS)
    return np.ascontiguousarray(bgr[:, 0, ::-1])


def _overlap(ours: Mesh, theirs: Mesh, job: Job) -> float:
    points = metrics.eval_points()
    job.check()
    mine = metrics.inside(ours, points)
    job.check()
    return metrics.iou(mine, metrics.inside(theirs, points))


def _trimesh(mesh: Mesh) -> trimesh.Trimesh:
    import trimesh

    return trimesh.Trimesh(mesh.vertices, mesh.faces, process=False)
