"""A found object as a solid: what cannot be seen from outside, and its open sheets with a thickness."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from imrecon_gui.core.errors import MeshFileError
from imrecon_gui.core.metrics import surface_samples
from imrecon_gui.core.types import FIELD_BOUND, Mesh
from training.meshes.carving import Carver
from training.sampling import NEAR_SIGMAS, Samples, boundary_cells, cell_centres

Bool = NDArray[np.bool_]
Float32Array = NDArray[np.float32]

HALF_THICKNESS = 0.0035
"""Of a sheet: a surface that is seen from both sides, such as a sail, has no inside of its own."""

LIFT = 0.002
SAMPLE_AREA = 1.25e-5
FEWEST_SAMPLES, MOST_SAMPLES = 20_000, 150_000


@dataclass(frozen=True, eq=False)
class Carved:
    """What was found out of an object.

    Attributes:
        inside: (n,) bool, of the points asked.
        surface: (k, 3) float32 places on its triangles.
        outer: (k,) bool, whether a place borders on what is outside.
    """

    inside: Bool
    surface: Float32Array
    outer: Bool


def carve(carver: Carver, triangles: Float32Array, points: Float32Array, from_below: bool = True) -> Carved:
    """Ask which points (n, 3) lie in the solid of a normalised object's triangles (m, 3, 3).

    Args:
        carver: See there.
        triangles: With holes, inner walls, and looking either way.
        points: (n, 3) float32.
        from_below: False takes the underside as closed.
    """
    places, normals = _surface(triangles)
    lift = (LIFT * normals).astype(np.float32)
    asked = np.concatenate([points, places + lift, places - lift])
    seen = carver.seen(triangles, asked, from_below)
    above, below = np.split(seen[len(points) :], 2)
    return Carved(~seen[: len(points)] | _near(places[above & below], points), places, above | below)


def _surface(triangles: Float32Array) -> tuple[Float32Array, Float32Array]:
    """Places spread over all triangles, and the normals there: (k, 3) float32 each."""
    corners = triangles.reshape(-1, 3)
    mesh = Mesh(corners, np.arange(len(corners), dtype=np.int32).reshape(-1, 3))
    sides = np.cross(triangles[:, 1] - triangles[:, 0], triangles[:, 2] - triangles[:, 0])
    area = float(np.linalg.norm(sides, axis=1).sum()) / 2
    count = int(np.clip(area / SAMPLE_AREA, FEWEST_SAMPLES, MOST_SAMPLES))
    places, normals = surface_samples(mesh, count)
    return places.astype(np.float32), normals.astype(np.float32)


def _near(sheet: Float32Array, points: Float32Array) -> Bool:
    """Whether points (n, 3) lie within a sheet's thickness, of a sheet given by places (k, 3) on it."""
    if not len(sheet):
        return np.zeros(len(points), bool)
    away, _ = cKDTree(sheet).query(points, distance_upper_bound=HALF_THICKNESS)
    return np.asarray(np.isfinite(away))


def sample(
    carver: Carver,
    triangles: Float32Array,
    rng: np.random.Generator,
    from_below: bool = True,
    n32: int = 4096,
    n64: int = 8192,
    n_free: int = 4096,
) -> Samples:
    """Label a normalised object as `training.sampling.sample` labels a made shape.

    Raises:
        MeshFileError: Nothing of it is solid on the grids.
    """
    surface = _surface(triangles)[0]
    owner = rng.integers(0, len(surface), 4 * n_free)
    free, grids = _shaken(surface[owner], rng), [_centres(64), _centres(32)]
    found = carve(carver, triangles, np.concatenate([*grids, free]), from_below)
    voxels64, voxels32, labels = np.split(found.inside, np.cumsum([len(grid) for grid in grids]))
    if not voxels64.any():
        raise MeshFileError(
            "Nothing of it is solid.", "Choose an object that is thicker, or mend its surface."
        )
    grid64, grid32 = voxels64.reshape(64, 64, 64), voxels32.reshape(32, 32, 32)
    outer = np.flatnonzero(found.outer[owner])
    chosen = rng.choice(outer if len(outer) else len(labels), n_free, replace=len(outer) < n_free)
    cells32, cells64 = boundary_cells(grid32, n32, rng), boundary_cells(grid64, n64, rng)
    return Samples(grid64, grid32, cells32, cells64, free[chosen], labels[chosen])


def _centres(side: int) -> Float32Array:
    """Cell centres (side^3, 3) of the field's cube, x slowest."""
    axis = cell_centres(side)
    return np.stack(np.meshgrid(axis, axis, axis, indexing="ij"), -1).reshape(-1, 3).astype(np.float32)


def _shaken(places: Float32Array, rng: np.random.Generator) -> Float32Array:
    """Places (n, 3) a little off, as far as made shapes' free points are."""
    sigma = rng.choice(NEAR_SIGMAS, size=(len(places), 1))
    moved = places + sigma * rng.standard_normal(places.shape)
    return np.clip(moved, -FIELD_BOUND, FIELD_BOUND).astype(np.float32)
