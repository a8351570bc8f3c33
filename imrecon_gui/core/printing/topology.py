"""The edges of a closed mesh, what lies beside them, and whether the surface is one sheet everywhere."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.mesh_ops import is_watertight
from imrecon_gui.core.types import Mesh

Int64Array = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Edges:
    """Edges of a closed mesh.

    Attributes:
        ends: (k, 2) vertices, the smaller number first.
        apexes: (k, 2) third corners of the two faces beside each edge.
    """

    ends: Int64Array
    apexes: Int64Array

    def take(self, which: NDArray[np.generic]) -> Edges:
        """Some of the edges, in another order perhaps."""
        return Edges(self.ends[which], self.apexes[which])


def edges_of(faces: Int64Array, n: int) -> Edges:
    """Every edge of a closed mesh with n vertices once; faces (m, 3)."""
    start, end, apex = (np.roll(faces, -shift, axis=1).ravel().astype(np.int64) for shift in range(3))
    forth, back = np.flatnonzero(start < end), np.flatnonzero(start > end)
    forth = forth[np.argsort(start[forth] * n + end[forth])]
    back = back[np.argsort(end[back] * n + start[back])]
    return Edges(np.stack([start[forth], end[forth]], 1), np.stack([apex[forth], apex[back]], 1))


def is_manifold(mesh: Mesh) -> bool:
    """Whether the mesh is closed and its faces form a single fan around every vertex.

    Two cones that touch in their tips are closed but no manifold: no printer can make that point.
    """
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    if not is_watertight(mesh):
        return False
    faces, n = mesh.faces.astype(np.int64), len(mesh.vertices)
    corner = np.arange(faces.size).reshape(-1, 3)  # fans: corners of one vertex joined across edges
    start, end = faces.ravel(), np.roll(faces, -1, axis=1).ravel()
    at_start, at_end = corner.ravel(), np.roll(corner, -1, axis=1).ravel()
    there, back = np.argsort(start * n + end), np.argsort(end * n + start)
    rows, columns = np.r_[at_start[there], at_end[there]], np.r_[at_end[back], at_start[back]]
    joined = coo_array((np.ones(len(rows), np.int8), (rows, columns)), shape=(faces.size, faces.size))
    fans = connected_components(joined, directed=False)[0]
    return bool(fans == len(np.unique(faces)))
