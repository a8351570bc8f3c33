"""From the core's mesh to one VTK can draw: the same vertices and faces, and normals to shade with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.types import Float32Array, Int32Array, Mesh, UInt8Array

if TYPE_CHECKING:
    import pyvista as pv


def to_polydata(mesh: Mesh) -> pv.PolyData:
    """The mesh for VTK; vertices (n, 3), faces (m, 3) and their winding stay as they are."""
    import pyvista as pv

    surface = pv.PolyData.from_regular_faces(mesh.vertices, mesh.faces)
    normals = mesh.normals if mesh.normals is not None else vertex_normals(mesh.vertices, mesh.faces)
    surface.point_data["Normals"] = normals
    surface.point_data.active_normals_name = "Normals"
    return surface


def blended(share: Float32Array, full: str, none: str) -> UInt8Array:
    """Colours (n, 3) uint8 between "#rrggbb" `none`, where the share (n,) is 0, and `full`, where it is 1."""
    import pyvista as pv

    low, high = (np.array(pv.Color(name).int_rgb) for name in (none, full))
    return np.rint(low + share[:, None] * (high - low)).astype(np.uint8)


def vertex_normals(vertices: Float32Array, faces: Int32Array) -> Float32Array:
    """Normals at the vertices, (n, 3) float32 unit vectors: the mean of the faces, by their areas."""
    corners = vertices[faces].astype(np.float64)
    across: NDArray[np.float64] = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    total = np.stack([_scatter(faces, across[:, axis], len(vertices)) for axis in range(3)], axis=1)
    length = np.linalg.norm(total, axis=1, keepdims=True)
    return (total / np.where(length > 0, length, 1.0)).astype(np.float32)


def _scatter(faces: Int32Array, values: NDArray[np.float64], n: int) -> NDArray[np.float64]:
    """Add the value of each face (m,) to its three vertices, (n,)."""
    total: NDArray[np.float64] = np.zeros(n)
    total += np.bincount(faces.ravel(), weights=np.repeat(values, 3), minlength=n)
    return total
