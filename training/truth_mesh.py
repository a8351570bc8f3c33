"""The objects of a folder of cases as triangles, for looking and for their normals.

`training.cases` counts on the folder's .npz files alone; meshes/ is a convenience that some folders have.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.metrics import surface_samples
from imrecon_gui.core.types import Mesh
from training.cases import TURN, Case, manifest, read_truth

_DENSE = 200_000
_NEAR = 0.02


def truth_mesh(folder: Path, case: Case) -> Mesh | None:
    """A case's object, normalised, front +Z; None where the folder has no mesh of it.

    Found meshes are open, and their triangles look either way.
    """
    return _mesh(folder, case.category, case.subject)


@lru_cache(64)
def _mesh(folder: Path, category: str, subject: str) -> Mesh | None:
    import trimesh

    row = _manifest(folder).get((category, subject))
    if row is None or not (folder / row["file"]).exists():
        return None
    found = trimesh.load(folder / row["file"], force="mesh", process=False)
    faces = np.asarray(found.faces, np.int32)
    vertices = _placed(np.asarray(found.vertices, np.float64), row["up_axis"], float(row["yaw_deg"] or 0))
    low, high = vertices[faces].min((0, 1)), vertices[faces].max((0, 1))
    vertices = (vertices - (low + high) / 2) / (high - low).max() * TURN
    return Mesh(vertices.astype(np.float32), faces)


@lru_cache(4)
def _manifest(folder: Path) -> dict[tuple[str, str], dict[str, str]]:
    return manifest(folder)


def _placed(vertices: NDArray[np.float64], up_axis: str, yaw_deg: float) -> NDArray[np.float64]:
    """Stand an object (n, 3) upright and turn it about +Y, as the folder's README says."""
    x, y, z = vertices.T
    if up_axis == "z":
        y, z = z, -y
    cosine, sine = np.cos(np.radians(yaw_deg)), np.sin(np.radians(yaw_deg))
    return np.stack([x * cosine + z * sine, y, -x * sine + z * cosine], 1)


def truth_normals(folder: Path, case: Case) -> NDArray[np.float64] | None:
    """Unit normals (n, 3) of the triangles at `Truth.surface`, of either sign; None where there is no mesh.

    NaN where no triangle is near: openings that were closed for the truth have none.
    """
    return _normals(folder, case.category, case.subject, case.truth)


@lru_cache(64)
def _normals(folder: Path, category: str, subject: str, truth: Path) -> NDArray[np.float64] | None:
    from scipy.spatial import cKDTree

    mesh = _mesh(folder, category, subject)
    if mesh is None:
        return None
    points, normals = surface_samples(mesh, _DENSE)
    distance, nearest = cKDTree(points).query(read_truth(truth).surface)
    return np.where(distance[:, None] < _NEAR, normals[nearest], np.nan)
