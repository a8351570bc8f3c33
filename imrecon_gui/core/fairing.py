"""Calms the ripples of a surface without rounding its edges.

A network that is unsure of a depth draws a face of many small waves. Bilateral filtering of the faces'
normals (Zheng, Fu, Au & Tai 2011, *Bilateral Normal Filtering for Mesh Denoising*) evens them out where
neighbours nearly agree and leaves them alone across an edge; then the vertices follow the normals (Sun,
Rosin, Martin & Langbein 2007, *Fast and Effective Feature-Preserving Mesh Denoising*, eq. 14).

How far a filter reaches is counted in faces. A fine mesh is therefore moved as a coarse one of the same
shape is, and filtered a little itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.errors import EmptyFieldError
from imrecon_gui.core.field import Field
from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.mesh_ops import vertex_normals, volume
from imrecon_gui.core.types import FIELD_BOUND, Mesh

Float64Array = NDArray[np.float64]
Int64Array = NDArray[np.int64]

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
    area = np.linalg.norm(np.cross(b - a, c - a), axis=1).sum() / 2
    assert mesh.normals is not None
    return _at(mesh, mesh.vertices + mesh.normals * ((full - volume(mesh)) / max(area, 1e-12)))


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
    vertices = mesh.vertices.astype(np.float64)
    normals = _filtered(vertices, mesh.faces.astype(np.int64), steps, job)
    moved = _follow(vertices, mesh.faces.astype(np.int64), normals, min(steps, VERTEX_STEPS), job)
    return _at(mesh, moved)


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
    shift = fair(coarse, job=job).vertices.astype(np.float64) - coarse.vertices
    along = _nearby(mesh.vertices, coarse.vertices, shift, REACH * cell)
    return fair(_at(mesh, mesh.vertices + along), LIGHT, job)


def _at(mesh: Mesh, vertices: Float64Array) -> Mesh:
    moved = replace(mesh, vertices=vertices.astype(np.float32))
    return replace(moved, normals=vertex_normals(moved))


def _filtered(vertices: Float64Array, faces: Int64Array, steps: int, job: Job) -> Float64Array:
    """Unit normals (m, 3) of the faces after bilateral filtering."""
    corners = vertices[faces]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    lengths = np.linalg.norm(normals, axis=1)
    normals /= np.maximum(lengths, 1e-20)[:, None]
    areas = np.maximum(lengths, np.median(lengths) * _SMALLEST_AREA)
    around = _Neighbours.of(faces, len(vertices), areas)
    for _ in range(steps):
        job.check()
        normals = around.mean(normals)
    return normals


@dataclass(frozen=True)
class _Neighbours:
    """Which faces share an edge.

    Attributes:
        pairs: (2, e) the faces on both sides of each inner edge.
        columns: (2 e,) neighbours of each face, one face's after another's.
        starts: (m + 1,) where each face's begin.
        edges: (2 e,) which pair each neighbour is from.
        areas: (m,) weights.
    """

    pairs: Int64Array
    columns: Int64Array
    starts: Int64Array
    edges: Int64Array
    areas: Float64Array

    @classmethod
    def of(cls, faces: Int64Array, n_vertices: int, areas: Float64Array) -> _Neighbours:
        """Where more than two faces share an edge, each is the next one's neighbour."""
        one, other = faces.ravel(), np.roll(faces, -1, 1).ravel()
        keys = np.minimum(one, other) * n_vertices + np.maximum(one, other)
        order = np.argsort(keys, kind="stable")
        shared = np.flatnonzero(np.diff(keys[order]) == 0)
        pairs = np.stack([order[shared], order[shared + 1]]) // 3
        rows, columns = pairs.ravel(), pairs[::-1].ravel()
        by_row = np.argsort(rows, kind="stable")
        starts = np.r_[0, np.cumsum(np.bincount(rows, minlength=len(faces)))]
        return cls(pairs, columns[by_row], starts, by_row % max(1, pairs.shape[1]), areas)

    def mean(self, normals: Float64Array) -> Float64Array:
        """Each normal and its neighbours', weighted by area and likeness, made unit vectors."""
        from scipy.sparse import csr_array

        cosines = np.einsum("ij,ij->i", normals[self.pairs[0]], normals[self.pairs[1]])
        likeness = np.exp((cosines - 1) / SHARPNESS**2)
        weights = likeness[self.edges] * self.areas[self.columns]
        n = len(self.areas)
        mixed = csr_array((weights, self.columns, self.starts), shape=(n, n)) @ normals
        mixed += self.areas[:, None] * normals
        unit: Float64Array = mixed / np.maximum(np.linalg.norm(mixed, axis=1, keepdims=True), 1e-20)
        return unit


def _follow(
    vertices: Float64Array, faces: Int64Array, normals: Float64Array, steps: int, job: Job
) -> Float64Array:
    """Move each vertex toward the planes through its faces' centres with the given normals."""
    from scipy.sparse import csr_array

    n_faces = np.bincount(faces.ravel(), minlength=len(vertices))
    rows, columns = faces.ravel(), np.repeat(np.arange(len(faces)), 3)
    share = csr_array((1 / n_faces[rows], (rows, columns)), shape=(len(vertices), len(faces)))
    squares = share @ np.einsum("fi,fj->fij", normals, normals).reshape(-1, 9)
    for _ in range(steps):
        job.check()
        heights = np.einsum("ij,ij->i", normals, vertices[faces].mean(1))
        pull = share @ (normals * heights[:, None])
        vertices = vertices + pull - np.einsum("vij,vj->vi", squares.reshape(-1, 3, 3), vertices)
    return vertices


def _nearby(
    points: NDArray[np.float32], known: NDArray[np.float32], shift: Float64Array, reach: float
) -> Float64Array:
    """Mean shift (n, 3) of the known points within reach of each point, near ones first; else none."""
    from scipy.spatial import cKDTree

    distances, nearest = cKDTree(known).query(points, _NEAREST, distance_upper_bound=reach)
    weights = np.where(np.isfinite(distances), np.maximum(1 - distances / reach, 0) ** 2, 0)
    shifts = np.vstack([shift, np.zeros((1, 3))])[nearest]  # what is out of reach has the number n
    total = np.maximum(weights.sum(1, keepdims=True), 1e-9)
    along: Float64Array = np.einsum("ij,ijk->ik", weights, shifts) / total
    return along
