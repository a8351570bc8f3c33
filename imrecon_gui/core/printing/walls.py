"""How thick the walls are: from the surface straight in, to the surface on the other side."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.printing.rays import first_hits
from imrecon_gui.core.types import Mesh

SAMPLES = 4000
THIN_SHARE = 0.02
"""The thinnest wall is what this share of the sampled walls fall below: a few odd flakes are no wall."""

FACING_COSINE = 0.8
"""Two surfaces are the sides of one wall if the far one faces away within 37 degrees of the ray."""

Float64Array = NDArray[np.float64]


def thinnest_wall(mesh: Mesh, samples: int = SAMPLES, job: Job = NULL_JOB) -> float:
    """An estimate of the thinnest wall, in the mesh's units.

    Points spread evenly over the surface send rays inward against its normal. A ray that leaves the solid
    through a face roughly parallel to the one it came from has crossed a wall; others have cut a corner
    and do not count. Parts of less than about `THIN_SHARE` of the surface may be missed.

    Returns:
        The thickness, inf where no two sides face each other.
    """
    points, normals = _spread(mesh, samples)
    skin = 1e-5 * float(np.ptp(mesh.vertices, axis=0).max())
    far, face = first_hits(mesh, points - skin * normals, -normals, job)
    corners = mesh.vertices.astype(np.float64)[mesh.faces[face]]
    crossed = np.isfinite(far) & ((-_unit_normals(corners) * normals).sum(1) > FACING_COSINE)
    if not crossed.any():
        return float("inf")
    return float(np.quantile(far[crossed] + skin, THIN_SHARE, method="higher"))


def _spread(mesh: Mesh, n: int) -> tuple[Float64Array, Float64Array]:
    """Points (n, 3) on the surface, even by area and the same every time, and the normals there."""
    corners = mesh.vertices.astype(np.float64)[mesh.faces]
    areas = np.linalg.norm(_doubled_normals(corners), axis=1)
    rng = np.random.default_rng(0)
    total = np.cumsum(areas)
    at = (np.arange(n) + rng.random(n)) / n * total[-1]
    face = np.minimum(np.searchsorted(total, at), len(areas) - 1)
    u, v = rng.random((2, n, 1))
    u, v = np.where(u + v > 1, 1 - u, u), np.where(u + v > 1, 1 - v, v)
    a, b, c = corners[face].transpose(1, 0, 2)
    return a + u * (b - a) + v * (c - a), _unit_normals(corners[face])


def _doubled_normals(corners: Float64Array) -> Float64Array:
    return np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])


def _unit_normals(corners: Float64Array) -> Float64Array:
    normals = _doubled_normals(corners)
    units: Float64Array = normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-300)
    return units
