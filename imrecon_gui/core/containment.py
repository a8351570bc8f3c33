"""Which points lie inside a mesh: winding numbers along axis-parallel rays, in bulk.

From every point six rays leave along the axes. Each surface that a ray pierces adds 1 if the ray leaves
the solid there and -1 if it enters; for a closed mesh all six rays agree. The points are sorted into
square columns, so that a face meets only the points of the columns under it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.types import Mesh

COLUMNS = 128
"""Columns along each side of the points' bounding box."""

PAIRS_AT_ONCE = 1 << 20
"""Pairs of a face and a point that are looked at together, to bound memory."""

Float64Array = NDArray[np.float64]
Int64Array = NDArray[np.int64]


def inside(mesh: Mesh, points: NDArray[np.floating]) -> NDArray[np.bool_]:
    """Whether each point lies inside a mesh.

    The mean of six winding numbers must exceed one half in magnitude, so that small holes and overlaps
    do little harm, and a mesh that is inside out counts like one that is not.

    Args:
        mesh: A mesh, best a closed one.
        points: (n, 3).

    Returns:
        (n,) bool.
    """
    corners = mesh.vertices[mesh.faces].astype(np.float64)  # (m, 3 corners, 3)
    places = np.asarray(points, np.float64)
    total = np.zeros(len(places), np.int64)
    if len(corners) and len(places):
        for axis in range(3):
            order = [(axis + 1) % 3, (axis + 2) % 3, axis]
            total += _Columns(places[:, order]).winding(corners[:, :, order])
    return np.abs(total) > 3


class _Columns:
    """Points (n, 3) sorted into columns along their last coordinate."""

    def __init__(self, points: Float64Array) -> None:
        self._low = points[:, :2].min(0)
        self._scale = COLUMNS / np.maximum(points[:, :2].max(0) - self._low, 1e-12)
        column = self._cell(points[:, :2]) @ (COLUMNS, 1)
        self._order = np.argsort(column, kind="stable")
        self._points = np.asfortranarray(points[self._order])
        self._start = np.searchsorted(column[self._order], np.arange(COLUMNS * COLUMNS + 1))

    def winding(self, corners: Float64Array) -> Int64Array:
        """Sum of the two rays' winding numbers for each point; corners (m, 3, 3) of the faces."""
        corners, faces = _seen_along_the_rays(corners)
        total = np.zeros(len(self._points))
        xs, ys, zs = self._points.T
        for face, point in self._pairs(corners):
            pierced, lies, above = faces.pierce(face, xs, ys, zs, point)
            total += np.bincount(lies, faces.sign[pierced] * np.where(above, 1.0, -1.0), len(total))
        restored = np.empty(len(total), np.int64)
        restored[self._order] = total
        return restored

    def _pairs(self, corners: Float64Array) -> Iterator[tuple[Int64Array, Int64Array]]:
        """Faces and the points in the columns under their bounding rectangles, a batch at a time."""
        face, row, low, high = self._rows(corners)
        begin = self._start[row * COLUMNS + low]
        counts = self._start[row * COLUMNS + high + 1] - begin
        batch = np.cumsum(counts) // PAIRS_AT_ONCE
        for part in np.split(np.arange(len(face)), np.flatnonzero(np.diff(batch)) + 1):
            yield np.repeat(face[part], counts[part]), _ranges(begin[part], counts[part])

    def _rows(self, corners: Float64Array) -> tuple[Int64Array, Int64Array, Int64Array, Int64Array]:
        """For every face and row of columns under it: face, row, first and last column."""
        flat = corners[:, :, :2]
        low, high = self._cell(flat.min(1)), self._cell(flat.max(1))
        counts = high[:, 0] - low[:, 0] + 1
        face = np.repeat(np.arange(len(corners)), counts)
        return face, _ranges(low[:, 0], counts), low[face, 1], high[face, 1]

    def _cell(self, places: Float64Array) -> Int64Array:
        """(..., 2) places -> (..., 2) columns, the nearest one for places outside."""
        cell = np.floor((places - self._low) * self._scale)
        clipped: Int64Array = np.clip(cell, 0, COLUMNS - 1).astype(np.int64)
        return clipped


def _ranges(begin: Int64Array, counts: Int64Array) -> Int64Array:
    """The ranges begin[i], ..., begin[i] + counts[i] - 1, one after the other."""
    shift = begin - (np.cumsum(counts) - counts)
    ranges: Int64Array = np.arange(counts.sum()) + np.repeat(shift, counts)
    return ranges


@dataclass(frozen=True, eq=False)
class _Faces:
    """Faces as seen along the rays: affine functions of (x, y), each (3, m): factors of x, of y, and 1.

    Attributes:
        u: First barycentric coordinate.
        v: Second one.
        height: Where the face is along the ray.
        sign: (m,) 1.0 where the face looks along the ray, -1.0 where against it.
    """

    u: Float64Array
    v: Float64Array
    height: Float64Array
    sign: Float64Array

    def pierce(
        self, face: Int64Array, xs: Float64Array, ys: Float64Array, zs: Float64Array, point: Int64Array
    ) -> tuple[Int64Array, Int64Array, NDArray[np.bool_]]:
        """Of pairs (face, point), those whose line meets the face, and whether it does above the point.

        The ranges are half open so that an edge counts for one of its faces.
        """
        u = _affine(self.u, face, xs, ys, point)
        near = np.flatnonzero((u >= 0) & (u < 1))
        face, point, u = face[near], point[near], u[near]
        v = _affine(self.v, face, xs, ys, point)
        near = np.flatnonzero((v >= 0) & (u + v < 1))
        face, point = face[near], point[near]
        return face, point, _affine(self.height, face, xs, ys, point) > zs[point]


def _affine(
    factors: Float64Array, face: Int64Array, xs: Float64Array, ys: Float64Array, point: Int64Array
) -> Float64Array:
    value: Float64Array = factors[0][face] * xs[point] + factors[1][face] * ys[point] + factors[2][face]
    return value


def _seen_along_the_rays(corners: Float64Array) -> tuple[Float64Array, _Faces]:
    """The faces (m, 3, 3) that are not seen edge-on, and their functions of (x, y)."""
    b, c = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    area = b[:, 0] * c[:, 1] - c[:, 0] * b[:, 1]
    seen = np.flatnonzero(area)
    corners, area = corners[seen], area[seen]
    origin, b, c = corners[:, 0].T, b[seen].T, c[seen].T
    u = _through(origin, c[1] / area, -c[0] / area, 0.0)
    v = _through(origin, -b[1] / area, b[0] / area, 0.0)
    height = _through(origin, b[2] * u[0] + c[2] * v[0], b[2] * u[1] + c[2] * v[1], origin[2])
    return corners, _Faces(u, v, height, np.sign(area))


def _through(
    origin: Float64Array, by_x: Float64Array, by_y: Float64Array, value: Float64Array | float
) -> Float64Array:
    """The affine functions with slopes `by_x`, `by_y` and `value` at the origins (3, m)."""
    return np.stack([by_x, by_y, value - by_x * origin[0] - by_y * origin[1]])
