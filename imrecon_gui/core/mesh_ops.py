"""What is done to a mesh between the surface extraction and its file: solids without crumbs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.types import Float32Array, Int32Array, Mesh

Float64Array = NDArray[np.float64]
Int64Array = NDArray[np.int64]

SMALLEST_SHARE = 0.005
"""Pieces with less than this share of the largest piece's volume are crumbs."""

# The odd multipliers of splitmix64 (Steele, Lea & Flood 2014): any would do that are far from related.
_HASH_FACTORS = np.array([0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB], np.uint64)


def clean(mesh: Mesh, min_component_share: float = SMALLEST_SHARE, job: Job = NULL_JOB) -> Mesh:
    """A solid fit for printing: no crumbs, no hidden shells, outward faces, normals.

    Removed are pieces below a share of the largest piece's volume, shells that face inward (the walls
    of cavities: a printed solid is solid), and pieces inside such a cavity. Vertices that repeat are
    merged and faces that collapse by it removed, unless that would open a closed mesh. A closed mesh
    stays closed, because pieces come and go whole.

    Args:
        mesh: Any mesh; its normals are not read.
        min_component_share: Share of the largest piece's volume, 0 to keep all pieces.
        job: Asked between the steps whether to go on.

    Returns:
        A mesh without unused vertices, with normals. A mesh without volume comes back without faces.
    """
    mesh = _weld(mesh)
    job.check()
    labels = components(mesh)
    job.check()
    volumes = component_volumes(mesh, labels)
    if volumes.sum() < 0:
        mesh, volumes = Mesh(mesh.vertices, mesh.faces[:, ::-1]), -volumes
    largest = volumes.max(initial=0.0)
    keep = (volumes > 0) & (volumes >= min_component_share * largest)
    keep[_in_cavities(mesh, labels, np.flatnonzero(keep), volumes[labels] < 0)] = False
    job.check()
    kept = _compact(mesh.vertices, mesh.faces[keep[labels]])
    return Mesh(kept.vertices, kept.faces, vertex_normals(kept))


def components(mesh: Mesh) -> Int64Array:
    """Connected piece of each face, (m,) numbered from 0; pieces that share a vertex are one."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    n = len(mesh.vertices)
    a, b, c = mesh.faces.T
    graph = coo_array((np.ones(2 * len(a), np.int8), (np.r_[a, b], np.r_[b, c])), shape=(n, n))
    of_vertex = connected_components(graph, directed=False)[1] if n else np.empty(0, np.int64)
    of_face = of_vertex[a].astype(np.int64)
    used = np.bincount(of_face) > 0  # a vertex without faces is no piece
    labels: Int64Array = (np.cumsum(used) - 1)[of_face]
    return labels


def volume(mesh: Mesh) -> float:
    """Enclosed volume in cubic units of the vertices, by the divergence theorem; negative if inside out."""
    return float(_face_volumes(mesh).sum())


def is_watertight(mesh: Mesh) -> bool:
    """Whether every edge borders exactly two faces, which run along it in opposite directions."""
    n, faces = len(mesh.vertices), mesh.faces.astype(np.int64)
    if not len(faces):
        return False
    start, end = faces.ravel(), np.roll(faces, -1, axis=1).ravel()
    there, back = np.sort(start * n + end), np.sort(end * n + start)
    return bool((start != end).all() and (np.diff(there) > 0).all() and (there == back).all())


def vertex_normals(mesh: Mesh) -> Float32Array:
    """Unit normals (n, 3) float32, the mean of the faces around a vertex weighted by area."""
    a, b, c = _corners(mesh)
    weighted = np.cross(b - a, c - a)
    normals = np.zeros((len(mesh.vertices), 3))
    for axis in range(3):
        flux = np.repeat(weighted[:, axis], 3)
        normals[:, axis] = np.bincount(mesh.faces.ravel(), flux, len(normals))
    lengths = np.linalg.norm(normals, axis=1, keepdims=True)
    normals = np.where(lengths > 0, normals / np.where(lengths > 0, lengths, 1), (0, 1, 0))
    return normals.astype(np.float32)


def with_normals(mesh: Mesh) -> Mesh:
    """The mesh with normals at its vertices; itself if it has some."""
    return mesh if mesh.normals is not None else replace(mesh, normals=vertex_normals(mesh))


def _corners(mesh: Mesh) -> tuple[Float64Array, Float64Array, Float64Array]:
    a, b, c = mesh.vertices.astype(np.float64)[mesh.faces.T]
    return a, b, c


def _face_volumes(mesh: Mesh) -> Float64Array:
    """Signed volumes (m,) of the tetrahedra between the origin and the faces."""
    a, b, c = _corners(mesh)
    volumes: Float64Array = np.einsum("ij,ij->i", a, np.cross(b, c)) / 6
    return volumes


def component_volumes(mesh: Mesh, labels: Int64Array) -> Float64Array:
    """Signed volumes of the pieces that `labels` (m,) of the faces tell apart, cavities' walls negative."""
    volumes: Float64Array = np.bincount(labels, _face_volumes(mesh)).astype(np.float64)
    return volumes


def _compact(vertices: Float32Array, faces: Int32Array) -> Mesh:
    """A mesh of just the vertices that faces use."""
    used = np.zeros(len(vertices), bool)
    used[faces] = True
    return Mesh(vertices[used], (np.cumsum(used) - 1)[faces].astype(np.int32))


def _weld(mesh: Mesh) -> Mesh:
    """Merge vertices at equal places, unless that opens a closed mesh."""
    if _all_distinct(mesh.vertices):
        return mesh
    unique, to = np.unique(mesh.vertices, axis=0, return_inverse=True)
    faces = to.reshape(-1)[mesh.faces].astype(np.int32)
    faces = faces[(faces != np.roll(faces, 1, axis=1)).all(1)]
    welded = Mesh(unique.astype(np.float32), faces)
    return mesh if is_watertight(mesh) and not is_watertight(welded) else welded


def _all_distinct(vertices: Float32Array) -> bool:
    """Whether no two vertices can be equal; a rare clash of hashes says no although none are."""
    bits = (vertices.astype(np.float32) + np.float32(0)).view(np.uint32).astype(np.uint64)  # -0 becomes 0
    hashes = bits @ _HASH_FACTORS  # modulo 2^64
    return len(np.unique(hashes)) == len(vertices)


def _in_cavities(
    mesh: Mesh, labels: Int64Array, candidates: Int64Array, inward: NDArray[np.bool_]
) -> list[int]:
    """Those of the pieces `candidates` that lie within the shells of the faces `inward`."""
    if not inward.any():
        return []
    shells = _compact(mesh.vertices, mesh.faces[inward])
    first_face = np.unique(labels, return_index=True)[1]
    points = mesh.vertices[mesh.faces[first_face[candidates], 0]]
    return [int(c) for c, p in zip(candidates, points, strict=True) if winding_number(shells, p) < -0.5]


def winding_number(mesh: Mesh, point: NDArray[np.floating]) -> float:
    """How often a mesh goes around a point that is not on it.

    The sum of the faces' solid angles over 4 pi (van Oosterom & Strackee 1983): 1 inside a closed mesh
    that faces outward, 0 outside of it.
    """
    a, b, c = (corner - point for corner in _corners(mesh))
    la, lb, lc = (np.linalg.norm(v, axis=1) for v in (a, b, c))
    numerator = np.einsum("ij,ij->i", a, np.cross(b, c))
    dots = [np.einsum("ij,ij->i", *pair) for pair in ((a, b), (b, c), (c, a))]
    denominator = la * lb * lc + dots[0] * lc + dots[1] * la + dots[2] * lb
    return float(np.arctan2(numerator, denominator).sum() / (2 * np.pi))
