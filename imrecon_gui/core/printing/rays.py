"""The first face that rays meet, found by walking them through a grid of cells, all rays at once.

The walk is that of Amanatides & Woo, "A fast voxel traversal algorithm", 1987; the test of a ray and a
face is that of Moller & Trumbore, 1997.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.types import Mesh

FEWEST_CELLS, MOST_CELLS = 4, 96
"""Cells along the longest side of the grid."""

Float64Array = NDArray[np.float64]
Int64Array = NDArray[np.int64]


def first_hits(
    mesh: Mesh, origins: Float64Array, directions: Float64Array, job: Job = NULL_JOB
) -> tuple[Float64Array, Int64Array]:
    """Distance to the first face that each ray meets, and which.

    Args:
        mesh: Any mesh.
        origins: (n, 3), within the bounding box.
        directions: (n, 3) unit vectors.
        job: Asked at every step of the walk.

    Returns:
        (n,) distances, inf where there is none, and (n,) faces, -1 there.
    """
    return _Grid(mesh).walk(origins, directions, job)


class _Grid:
    """Cells that know the faces whose boxes reach into them."""

    def __init__(self, mesh: Mesh) -> None:
        self._corners = mesh.vertices.astype(np.float64)[mesh.faces]  # (m, 3 corners, 3)
        low, high = self._corners.min((0, 1)), self._corners.max((0, 1))
        n = int(np.clip(np.cbrt(len(self._corners)), FEWEST_CELLS, MOST_CELLS))
        self._cell = max(float((high - low).max()) / n, 1e-12)
        self._low = low
        self._shape = np.floor((high - low) / self._cell).astype(np.int64) + 1
        cells, self._faces = self._entries()
        self._start = np.searchsorted(cells, np.arange(self._shape.prod() + 1))

    def walk(
        self, origins: Float64Array, directions: Float64Array, job: Job
    ) -> tuple[Float64Array, Int64Array]:
        """See `first_hits`."""
        distance, face = np.full(len(origins), np.inf), np.full(len(origins), -1)
        at, active = self._cell_of(origins), np.arange(len(origins))
        with np.errstate(divide="ignore"):
            stride = self._cell / np.abs(directions)
        forward = directions > 0
        while len(active):
            job.check()
            self._meet(origins, directions, at, active, distance, face)
            wall = self._low + (at[active] + forward[active]) * self._cell
            with np.errstate(divide="ignore", invalid="ignore"):
                reach = (wall - origins[active]) / directions[active]
            reach[~np.isfinite(stride[active])] = np.inf
            axis = reach.argmin(1)
            at[active, axis] += np.where(forward[active, axis], 1, -1)
            inside = ((at[active] >= 0) & (at[active] < self._shape)).all(1)
            active = active[inside & (distance[active] > reach.min(1))]
        return distance, face

    def _meet(
        self,
        origins: Float64Array,
        directions: Float64Array,
        at: Int64Array,
        active: Int64Array,
        distance: Float64Array,
        face: Int64Array,
    ) -> None:
        """Note the nearest faces of the cells `at` in which the active rays are, in place."""
        cell = np.ravel_multi_index(tuple(at[active].T), tuple(self._shape))
        counts = self._start[cell + 1] - self._start[cell]
        ray = np.repeat(active, counts)
        met = self._faces[_ranges(self._start[cell], counts)]
        far = _distances(origins[ray], directions[ray], self._corners[met])
        hit = np.flatnonzero(far < distance[ray])
        hit = hit[np.argsort(-far[hit], kind="stable")]  # of several, the nearest is written last
        distance[ray[hit]], face[ray[hit]] = far[hit], met[hit]

    def _entries(self) -> tuple[Int64Array, Int64Array]:
        """(cell, face) for every cell that a face's box reaches into, sorted by cell."""
        low, high = self._cell_of(self._corners.min(1)), self._cell_of(self._corners.max(1))
        sides = high - low + 1
        counts = sides.prod(1)
        face = np.repeat(np.arange(len(counts)), counts)
        rest = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        place = np.empty((len(face), 3), np.int64)
        for axis in range(3):
            rest, place[:, axis] = np.divmod(rest, sides[face, axis])
        cell = np.ravel_multi_index(tuple((place + low[face]).T), tuple(self._shape))
        order = np.argsort(cell, kind="stable")
        return cell[order], face[order]

    def _cell_of(self, places: Float64Array) -> Int64Array:
        cells = np.floor((places - self._low) / self._cell).astype(np.int64)
        clipped: Int64Array = np.clip(cells, 0, self._shape - 1)
        return clipped


def _ranges(begin: Int64Array, counts: Int64Array) -> Int64Array:
    """The ranges begin[i], ..., begin[i] + counts[i] - 1, one after the other."""
    ranges: Int64Array = np.arange(counts.sum()) + np.repeat(begin - np.cumsum(counts) + counts, counts)
    return ranges


def _distances(origins: Float64Array, directions: Float64Array, corners: Float64Array) -> Float64Array:
    """Along each ray (k, 3) to the plane of its face (k, 3, 3), inf where it misses the face."""
    first, second = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    across = np.cross(directions, second)
    with np.errstate(divide="ignore", invalid="ignore"):
        scale = 1 / (first * across).sum(1)
        back = origins - corners[:, 0]
        u = (back * across).sum(1) * scale
        turned = np.cross(back, first)
        v = (directions * turned).sum(1) * scale
        far = (second * turned).sum(1) * scale
        hits = (u >= -1e-9) & (v >= -1e-9) & (u + v <= 1 + 1e-9) & (far > 0)
    distances: Float64Array = np.where(hits, far, np.inf)
    return distances
