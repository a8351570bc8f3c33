"""Hollow prints: a cavity under walls that have one thickness everywhere.

The cavity is where the solid is deeper than the walls are thick. How deep a point lies is the distance to the
nearest triangle, so walls are right to a small share of a cell; the surface at that depth is found with the
same coarse-to-fine grid and marching cubes as reconstructions are, and is closed by construction. The outside
stays as it is, triangle by triangle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.containment import inside
from imrecon_gui.core.errors import EmptyFieldError, PrintError
from imrecon_gui.core.job import NULL_JOB, Job, Quiet
from imrecon_gui.core.mesh_ops import clean
from imrecon_gui.core.types import FIELD_BOUND, Mesh

if TYPE_CHECKING:
    from torch import Tensor

RESOLUTIONS = (128, 256)
"""Cells along the sides of the grid: the first that has `CELLS_PER_WALL` across a wall, else the last."""

CELLS_PER_WALL = 2.0
CHUNK = 16_384
"""Points asked at once, so that it stops soon when it is told to."""

Float64Array = NDArray[np.float64]


def lined(mesh: Mesh, room: Mesh) -> Mesh:
    """A mesh and, turned inside out, the `cavity` in it."""
    faces = np.concatenate([mesh.faces, room.faces[:, ::-1] + len(mesh.vertices)])
    return Mesh(np.concatenate([mesh.vertices, room.vertices]), faces.astype(np.int32))


def cavity(mesh: Mesh, wall: float, job: Job = NULL_JOB) -> Mesh:
    """What lies deeper in a mesh than its walls are thick.

    Args:
        mesh: A closed mesh, any units.
        wall: Thickness of the walls, in the mesh's units.
        job: Asked many times whether to go on; told the stage "hollow".

    Returns:
        A closed mesh, facing outward. Rooms of less than a two-hundredth of the largest one are left out.

    Raises:
        PrintError: There is no room within such walls, or they are too thin to be drawn.
        Cancelled: If the job says so.
    """
    from imrecon_gui.core.field import sample_field
    from imrecon_gui.core.isosurface import extract

    job.report("hollow", 0, 2)
    places = mesh.vertices.astype(np.float64)
    middle, side = (places.min(0) + places.max(0)) / 2, float(np.ptp(places, axis=0).max())
    resolution = _resolution(wall / side)
    depth = _Depth(Mesh(((places - middle) / side).astype(np.float32), mesh.faces), wall / side, job)
    job.report("hollow", 1, 2)
    try:
        field = sample_field(depth, resolution, level=wall / side, chunk=CHUNK, job=Quiet(job))
        room = clean(extract(field, field.level, job), job=job)
    except EmptyFieldError as error:
        raise PrintError("Such thick walls leave no room inside.", "Choose thinner walls.") from error
    job.report("hollow", 2, 2)
    return Mesh((room.vertices * side + middle).astype(np.float32), room.faces)


def _resolution(wall: float) -> int:
    """Cells for walls of this share of the longest side."""
    wanted = CELLS_PER_WALL * 2 * FIELD_BOUND / wall
    if wanted > CELLS_PER_WALL * RESOLUTIONS[-1]:
        raise PrintError("The walls are too thin for an object of this size.", "Choose thicker walls.")
    return next((n for n in RESOLUTIONS if n >= wanted), RESOLUTIONS[-1])


class _Depth:
    """How deep points lie in a mesh of side 1 at the origin; no deeper than `wall` if they are outside."""

    def __init__(self, mesh: Mesh, wall: float, job: Job) -> None:
        from scipy.spatial import cKDTree
        from trimesh.remesh import subdivide_to_size

        self._wall = wall
        places = mesh.vertices.astype(np.float64)
        self._triangles: Float64Array = places[mesh.faces]
        pieces, faces, self._face = subdivide_to_size(
            places, mesh.faces, wall / 2, max_iter=30, return_index=True
        )
        job.check()
        self._tree = cKDTree(pieces[faces].mean(1))
        self._is_inside = _Sides(mesh, wall, job)

    def __call__(self, points: Tensor) -> Tensor:
        """(n, 3) float32 -> (n,) float32."""
        import torch

        places = points.numpy().astype(np.float64)
        depth = self._distance(places)
        deep = np.flatnonzero(depth > self._wall)
        depth[deep[~self._is_inside(places[deep])]] = 0.0
        return torch.from_numpy(depth.astype(np.float32))

    def _distance(self, places: Float64Array) -> Float64Array:
        """From points (n, 3) to the triangle whose piece has the nearest middle: (n,)."""
        from trimesh.triangles import closest_point

        nearest = self._triangles[self._face[self._tree.query(places)[1]]]
        distance: Float64Array = np.linalg.norm(closest_point(nearest, places) - places, axis=1)
        return distance


class _Sides:
    """Whether points that are farther than `reach` from a mesh lie in it: as the nearest node of a grid does.

    No node is farther than `reach` from the points it speaks for, so the surface never passes between them.
    """

    def __init__(self, mesh: Mesh, reach: float, job: Job) -> None:
        n = int(np.ceil(np.sqrt(3) * FIELD_BOUND / reach))
        self._step = 2 * FIELD_BOUND / n
        axis = np.arange(n + 1) * self._step - FIELD_BOUND
        planes = []
        for x in axis:
            job.check()
            planes.append(
                inside(mesh, np.stack(np.meshgrid(x, axis, axis, indexing="ij"), -1).reshape(-1, 3))
            )
        self._inside = np.stack(planes).reshape((n + 1,) * 3)

    def __call__(self, points: Float64Array) -> NDArray[np.bool_]:
        """(n, 3) -> (n,)."""
        at = np.rint((points + FIELD_BOUND) / self._step).astype(np.int64)
        found: NDArray[np.bool_] = self._inside[tuple(at.T)]
        return found
