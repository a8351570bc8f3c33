"""A round hole in one sheet of a mesh, and the wall of a bore between the holes of two sheets.

Everything is flat, as seen from below: x to the right and z up, so that faces that look down run
counter-clockwise. Triangles across the hole's rim are cut there; all others stay as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.errors import PrintError
from imrecon_gui.core.mesh_ops import components
from imrecon_gui.core.types import Mesh

if TYPE_CHECKING:
    from shapely import Polygon

DIGITS = 9
"""Corners that agree in so many decimals are one: neighbours compute them each for itself."""

FULL = 1e-6
"""What the sheet may lack of the hole's area, as a share."""

FLAT = [0, 2]
Float64Array = NDArray[np.float64]
Int64Array = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Punched:
    """A mesh with a hole.

    Attributes:
        places: (n, 3) its vertices.
        faces: (m, 3).
        rim: (k,) vertices around the hole, counter-clockwise.
        angles: (k,) of the rim's vertices about the hole's middle, rising.
    """

    places: Float64Array
    faces: Int64Array
    rim: Int64Array
    angles: Float64Array


def punched(places: Float64Array, faces: Int64Array, face: int, hole: Polygon) -> Punched:
    """Cut a hole into the sheet that a face belongs to.

    Args:
        places: (n, 3) vertices, +Y up.
        faces: (m, 3) of a closed mesh.
        face: One that looks down on the middle of the hole.
        hole: A convex outline in x and z, around its middle.

    Raises:
        PrintError: The sheet is folded there, or does not reach across the hole.
    """
    import shapely

    sheet = _sheet(places, faces, face, hole)
    triangles = shapely.polygons(places[faces[sheet]][:, :, FLAT])
    covered = shapely.area(shapely.intersection(triangles, hole)).sum()
    if abs(covered - hole.area) > FULL * hole.area:
        raise PrintError("The wall is folded where the drain hole would be.", "Choose a narrower hole.")
    corners = _Corners(places)
    pieces = [
        corners.cut(faces[i], part)
        for i, rest in zip(sheet, shapely.difference(triangles, hole), strict=True)
        for part in shapely.get_parts(rest)
        if part.geom_type == "Polygon" and part.area > 0
    ]
    made = np.concatenate([np.delete(faces, sheet, axis=0), *pieces])
    rim, angles = _rim(corners.places, made, np.array(hole.centroid.coords[0]))
    return Punched(corners.places, made, rim, angles)


def bore(outside: Punched, room: Punched) -> Mesh:
    """One mesh of an outside and a cavity turned inside out, joined by the wall between their holes."""
    shift = len(outside.places)
    below, above = outside.rim, room.rim + shift
    i = np.arange(len(below))
    apex = above[(np.searchsorted(room.angles, outside.angles, "left") - 1) % len(above)]
    lower = np.stack([below[i - 1], below[i], apex], 1)
    j = np.arange(len(above))
    apex = below[(np.searchsorted(outside.angles, room.angles, "right") - 1) % len(below)]
    upper = np.stack([above[j], above[j - 1], apex], 1)
    faces = np.concatenate([outside.faces, room.faces[:, ::-1] + shift, lower, upper])
    places = np.concatenate([outside.places, room.places])
    used, inverse = np.unique(faces, return_inverse=True)
    return Mesh(places[used].astype(np.float32), inverse.reshape(-1, 3).astype(np.int32))


def _sheet(places: Float64Array, faces: Int64Array, face: int, hole: Polygon) -> Int64Array:
    """Faces under the hole that hang together with one, all looking down; else PrintError."""
    import shapely

    left, low, right, high = hole.bounds
    flat = places[:, FLAT][faces]  # (m, 3 corners, 2)
    near = np.flatnonzero(((flat.max(1) >= (left, low)) & (flat.min(1) <= (right, high))).all(1))
    near = near[shapely.intersects(shapely.polygons(flat[near]), hole)]
    label: Int64Array = components(Mesh(places, faces[near]))  # type: ignore[arg-type]
    sheet: Int64Array = near[label == label[near == face]] if (near == face).any() else near[:0]
    (ax, az), (bx, bz) = (flat[sheet, 1] - flat[sheet, 0]).T, (flat[sheet, 2] - flat[sheet, 0]).T
    if not len(sheet) or (ax * bz - az * bx <= 0).any():
        raise PrintError("The wall is folded where the drain hole would be.", "Choose a narrower hole.")
    return sheet


class _Corners:
    """The vertices of a mesh, and new ones where triangles are cut."""

    def __init__(self, places: Float64Array) -> None:
        self._places = [places]
        self._n = len(places)
        self._known: dict[tuple[float, float], int] = {}

    @property
    def places(self) -> Float64Array:
        """All of them, (n, 3)."""
        return np.concatenate(self._places)

    def cut(self, face: Int64Array, part: Polygon) -> Int64Array:
        """What is left of a face: triangles (k, 3) that fill a part of it."""
        from mapbox_earcut import triangulate_float64

        rings = [np.asarray(ring.coords)[:-1] for ring in (part.exterior, *part.interiors)]
        flat = np.concatenate(rings)
        index = self._numbers(face, flat)
        ends = np.cumsum([len(ring) for ring in rings]).astype(np.uint32)
        cut = triangulate_float64(np.ascontiguousarray(flat), ends).reshape(-1, 3).astype(np.int64)
        (ax, az), (bx, bz) = (flat[cut[:, 1]] - flat[cut[:, 0]]).T, (flat[cut[:, 2]] - flat[cut[:, 0]]).T
        turned = (ax * bz - az * bx < 0)[:, None]
        triangles: Int64Array = index[np.where(turned, cut[:, ::-1], cut)]
        return triangles

    def _numbers(self, face: Int64Array, flat: Float64Array) -> Int64Array:
        """The vertex at each point (k, 2) of a face, a new one where there is none."""
        corners = self._places[0][face]
        known = dict(zip(map(_key, corners[:, FLAT]), face.tolist(), strict=True))
        heights = _heights(corners, flat)
        numbers = []
        for (x, z), y in zip(flat, heights, strict=True):
            key = _key(np.array((x, z)))
            if key not in known and key not in self._known:
                self._known[key] = self._n
                self._places.append(np.array([[x, y, z]]))
                self._n += 1
            numbers.append(known[key] if key in known else self._known[key])
        return np.array(numbers)


def _key(place: Float64Array) -> tuple[float, float]:
    x, z = np.round(place, DIGITS) + 0.0  # no -0
    return float(x), float(z)


def _heights(corners: Float64Array, flat: Float64Array) -> Float64Array:
    """Heights of points (k, 2) on the plane of a face (3, 3)."""
    sides = (corners[1:] - corners[0])[:, FLAT]
    shares = np.linalg.solve(sides.T, (flat - corners[0, FLAT]).T)
    heights: Float64Array = corners[0, 1] + (corners[1:, 1] - corners[0, 1]) @ shares
    return heights


def _rim(places: Float64Array, faces: Int64Array, middle: Float64Array) -> tuple[Int64Array, Float64Array]:
    """The vertices of open edges by their angle about the hole's middle; PrintError if they are no ring."""
    start, end = faces.ravel(), np.roll(faces, -1, axis=1).ravel()
    n = len(places)
    open_edges = np.flatnonzero(~np.isin(start * n + end, end * n + start))
    x, z = (places[start[open_edges]][:, FLAT] - middle).T
    angles = np.arctan2(z, x)
    order = np.argsort(angles)
    rim = start[open_edges][order]
    if not np.array_equal(end[open_edges][order], np.roll(rim, 1)):
        raise PrintError("The drain hole cannot be cut here.", "Choose one a little wider or narrower.")
    return rim, angles[order]
