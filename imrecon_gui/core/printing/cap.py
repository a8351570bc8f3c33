"""The lid of a cut: outlines with holes, triangulated without a new or a forgotten corner."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

TREMBLE = 1e-7
"""Corners tremble by this share of the outlines' size while they are triangulated, for earcut leaves out
corners that lie on a straight line, and the lid must meet every one of them."""

Float64Array = NDArray[np.float64]
Int64Array = NDArray[np.int64]


def cap(places: Float64Array, rim: Int64Array) -> Int64Array:
    """Triangles that fill a plane's outlines.

    Args:
        places: (n, 2) all points of the plane.
        rim: (k, 2) directed edges between points, one into and one out of each; outlines run
            counter-clockwise, holes clockwise.

    Returns:
        (m, 3) counter-clockwise triangles between points of the rim.
    """
    loops = _loops(rim)
    shaken = _shaken(places, rim)
    areas = np.array([_area(shaken[loop]) for loop in loops])
    outer = [i for i in np.argsort(areas) if areas[i] > 0]
    holes: dict[int, list[Int64Array]] = {int(i): [] for i in outer}
    for i in np.flatnonzero(areas <= 0):
        home = next((j for j in outer if _contains(shaken[loops[j]], shaken[loops[i][0]])), None)
        if home is not None:  # else the lid stays open, which the caller sees
            holes[int(home)].append(loops[i])
    parts = [_fill(shaken, [loops[i], *inside]) for i, inside in holes.items()]
    return np.concatenate(parts) if parts else np.empty((0, 3), np.int64)


def _loops(rim: Int64Array) -> list[Int64Array]:
    following = dict(rim.tolist())
    loops = []
    while following:
        start, at = following.popitem()
        loop = [start]
        while at != start and at in following:
            loop.append(at)
            at = following.pop(at)
        loops.append(np.array(loop))
    return loops


def _shaken(places: Float64Array, rim: Int64Array) -> Float64Array:
    size = np.ptp(places[rim[:, 0]], axis=0).max(initial=0.0)
    shaken: Float64Array = places + TREMBLE * size * np.random.default_rng(0).uniform(-1, 1, places.shape)
    return shaken


def _area(loop: Float64Array) -> float:
    """Signed, positive if counter-clockwise."""
    x, y = (loop - loop[0]).T
    return float(x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2


def _contains(loop: Float64Array, point: Float64Array) -> bool:
    """Whether a ray to the right crosses the loop an odd number of times."""
    (x, y), (x_next, y_next) = (loop - point).T, np.roll(loop - point, -1, axis=0).T
    crosses = (y > 0) != (y_next > 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        at = x - y * (x_next - x) / (y_next - y)
    return bool((crosses & (at > 0)).sum() % 2)


def _fill(places: Float64Array, rings: list[Int64Array]) -> Int64Array:
    """Triangles of one outline (the first ring) with holes (the others)."""
    from mapbox_earcut import triangulate_float64

    corners = np.concatenate(rings)
    ends = np.cumsum([len(ring) for ring in rings]).astype(np.uint32)
    triangles = corners[triangulate_float64(np.ascontiguousarray(places[corners]), ends).reshape(-1, 3)]
    a, b, c = places[triangles].transpose(1, 0, 2)
    turn = ((b - a) * (c - a)[:, ::-1] * (1, -1)).sum()
    filled: Int64Array = triangles if turn > 0 else triangles[:, ::-1]
    return filled
