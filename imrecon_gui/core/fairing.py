"""Calms the ripples of a surface without rounding its edges.

A network that is unsure of a depth draws a face of many small waves. Bilateral filtering of the faces'
normals (Zheng, Fu, Au & Tai 2011, *Bilateral Normal Filtering for Mesh Denoising*) evens them out where
neighbours nearly agree and leaves them alone across an edge; then the vertices follow the normals (Sun,
Rosin, Martin & Langbein 2007, *Fast and Effective Feature-Preserving Mesh Denoising*, eq. 14).

How far a filter reaches is counted in faces. A fine mesh is therefore moved as a coarse one of the same
shape is, and filtered a little itself.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from imrecon_gui.core.errors import EmptyFieldError
from imrecon_gui.core.field import Field
from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.mesh_ops import vertex_normals, volume
from imrecon_gui.core.types import FIELD_BOUND, Float32Array, Int32Array, Mesh

if TYPE_CHECKING:
    from torch import Tensor

COARSE = 64
"""Cells along each axis of the grids on which the reach is right."""

NORMAL_STEPS = 25
"""Filterings of the normals on such grids: ripples up to a tenth of the object go."""

VERTEX_STEPS = 20
"""Moves of the vertices after the normals."""

LIGHT = 8
"""Steps that take the steps between single faces away and nothing else."""

SHARPNESS = 0.35
"""Difference of unit normals from which neighbours count as the sides of an edge: 20 degrees."""

REACH = 2.0
"""Coarse cells within which a fine vertex is moved along."""

_NEAREST = 6
_SMALLEST_AREA = 0.05  # of the median: slivers have a say too, or their normals would be noise for good


def fair_surface(mesh: Mesh, field: Field, job: Job = NULL_JOB) -> Mesh:
    """The surface of a field, faired alike whatever the field's resolution, its volume unchanged.

    Args:
        mesh: What was extracted from the field; closed.
        field: Of any resolution.
        job: Asked between the steps whether to go on.
    """
    if not len(mesh.faces):
        return mesh
    n = field.resolution
    step = max((d for d in range(2, n // COARSE + 1) if field.keeps(d)), default=1)
    if step == 1:
        return _refilled(fair(mesh, round(NORMAL_STEPS * min(1.5, n / COARSE) ** 2), job), volume(mesh))
    from imrecon_gui.core.isosurface import extract

    try:
        coarse = extract(field.coarser(step), field.level, job)
    except EmptyFieldError:  # thinner than the coarse cells everywhere
        return mesh
    return _refilled(fair_as(mesh, coarse, 2 * FIELD_BOUND * step / n, job), volume(mesh))


def _refilled(mesh: Mesh, full: float) -> Mesh:
    """A closed mesh moved outward evenly until it holds `full` cubic units: rounding corners costs volume."""
    a, b, c = mesh.vertices.astype(np.float64)[mesh.faces.T]
    area = float(np.linalg.norm(np.cross(b - a, c - a), axis=1).sum()) / 2
    assert mesh.normals is not None
    return _at(mesh, mesh.vertices + mesh.normals * np.float32((full - volume(mesh)) / max(area, 1e-12)))


def fair(mesh: Mesh, steps: int = NORMAL_STEPS, job: Job = NULL_JOB) -> Mesh:
    """The same mesh with calmer faces.

    Args:
        mesh: Any mesh. Its faces stay; colours go with the vertices.
        steps: How often normals are filtered; the reach grows with its root.
        job: Asked between the steps whether to go on.

    Returns:
        A mesh of the same faces, with normals. Closed meshes stay closed.
    """
    if not len(mesh.faces):
        return mesh
    return _at(mesh, _faired(mesh.vertices, mesh.faces, steps, job))


def fair_as(mesh: Mesh, coarse: Mesh, cell: float, job: Job = NULL_JOB) -> Mesh:
    """A fine mesh moved as fairing moves a coarse one of the same shape, then faired lightly.

    Args:
        mesh: The fine mesh.
        coarse: The same shape with fewer faces.
        cell: Edge length of the grid that the coarse one comes from, in object units.
        job: Asked between the steps whether to go on.
    """
    if not len(mesh.faces) or not len(coarse.faces):
        return mesh
    shift = _faired(coarse.vertices, coarse.faces, NORMAL_STEPS, job) - coarse.vertices
    along = _nearby(mesh.vertices, coarse.vertices, shift, REACH * cell)
    return _at(mesh, _faired(mesh.vertices + along, mesh.faces, LIGHT, job))


def _at(mesh: Mesh, vertices: Float32Array) -> Mesh:
    moved = replace(mesh, vertices=vertices)
    return replace(moved, normals=vertex_normals(moved))


def _faired(vertices: Float32Array, faces: Int32Array, steps: int, job: Job) -> Float32Array:
    """Vertices (n, 3) of calmer faces (m, 3).

    Computed by torch, which uses all the processor's cores, with all x, all y and all z side by side.
    """
    import torch

    places = torch.from_numpy(np.ascontiguousarray(vertices.T, np.float32))
    corners = torch.from_numpy(np.ascontiguousarray(faces.T, np.int64))
    normals, areas = _normals(places, corners)
    normals = _filtered(normals, areas, corners, places.shape[1], steps, job)
    moved = _follow(places, corners, normals, min(steps, VERTEX_STEPS), job)
    return np.ascontiguousarray(moved.T.numpy())


def _normals(places: Tensor, corners: Tensor) -> tuple[Tensor, Tensor]:
    """Unit normals (3, m) of the faces, and their areas (m,) as multiples of the median."""
    import torch

    a, b, c = _looked_up(places, corners).double().unbind(1)
    normals = torch.linalg.cross(b - a, c - a, dim=0)
    lengths = normals.square().sum(0).sqrt()
    areas = (lengths / lengths.median().clamp(min=1e-20)).clamp(min=_SMALLEST_AREA)
    return (normals / lengths.clamp(min=1e-20)).float(), areas.float()


def _filtered(
    normals: Tensor, areas: Tensor, corners: Tensor, n_vertices: int, steps: int, job: Job
) -> Tensor:
    """Unit normals (3, m) of the faces after bilateral filtering: means by area and likeness."""
    beside, weights = _neighbours(corners, n_vertices)
    weights *= areas[beside]
    for _ in range(steps):
        job.check()
        around = _looked_up(normals, beside)
        cosines = (around * normals[:, None]).sum(0)
        likeness = cosines.sub_(1).div_(SHARPNESS**2).exp_().mul_(weights)
        normals = around.mul_(likeness).sum(1).addcmul_(normals, areas)
        normals /= normals.square().sum(0).sqrt_().clamp_(min=1e-20)
    return normals


def _neighbours(corners: Tensor, n_vertices: int) -> tuple[Tensor, Tensor]:
    """The face beyond each edge of each face, (3, m), and 1 where there is one, else 0, (3, m).

    Where more than two faces share an edge, each knows the next one.
    """
    import torch

    one, other = corners, corners.roll(-1, 0)
    keys = (torch.minimum(one, other) * n_vertices + torch.maximum(one, other)).view(-1).numpy()
    order = np.argsort(keys)
    shared = np.flatnonzero(np.diff(keys[order]) == 0)
    here, there, m = order[shared], order[shared + 1], corners.shape[1]
    beside, exists = np.tile(np.arange(m), 3), np.zeros(len(keys), np.float32)
    beside[there], beside[here] = here % m, there % m
    exists[there] = exists[here] = 1
    return torch.from_numpy(beside).view(3, m), torch.from_numpy(exists).view(3, m)


def _follow(places: Tensor, corners: Tensor, normals: Tensor, steps: int, job: Job) -> Tensor:
    """Move each vertex (3, n) toward the planes through its faces' centres with the given normals (3, m)."""
    mean = _MeanAround(corners, places.shape[1])
    squares = mean((normals[:, None] * normals).view(9, -1)).view(3, 3, -1)
    thirds = normals / 3
    for _ in range(steps):
        job.check()
        heights = (_looked_up(places, corners).sum(1) * thirds).sum(0)
        places = places + mean(normals * heights) - (squares * places).sum(1)
    return places


def _looked_up(values: Tensor, at: Tensor) -> Tensor:
    """What stands at places (3, m) of rows (3, n): (3, 3, m), the rows first."""
    return values.index_select(1, at.view(-1)).view(3, *at.shape)


class _MeanAround:
    """A callable from what faces have, (k, m), to the means of the faces around each vertex, (k, n)."""

    def __init__(self, corners: Tensor, n_vertices: int) -> None:
        import torch

        at = corners.reshape(-1).numpy()
        self._faces = torch.from_numpy(np.argsort(at) % corners.shape[1])
        counts = np.bincount(at, minlength=n_vertices)
        self._starts = torch.from_numpy(np.cumsum(counts) - counts)
        self._shares = torch.from_numpy((1 / np.maximum(counts, 1)).astype(np.float32))

    def __call__(self, values: Tensor) -> Tensor:
        from torch.nn import functional as F

        sums = F.embedding_bag(self._faces, values.T.contiguous(), self._starts, mode="sum")
        return sums.T.contiguous().mul_(self._shares)


def _nearby(points: Float32Array, known: Float32Array, shift: Float32Array, reach: float) -> Float32Array:
    """Mean shift (n, 3) of the known points within reach of each point, near ones first; else none."""
    from scipy.spatial import cKDTree

    distances, nearest = cKDTree(known).query(points, _NEAREST, distance_upper_bound=reach, workers=-1)
    weights = np.where(np.isfinite(distances), np.maximum(1 - distances / reach, 0) ** 2, 0)
    shifts = np.vstack([shift, np.zeros((1, 3))])[nearest]  # what is out of reach has the number n
    total = np.maximum(weights.sum(1, keepdims=True), 1e-9)
    return np.asarray(np.einsum("ij,ijk->ik", weights, shifts) / total, np.float32)
