"""How the surface cuts one grid cell: the triangles of every arrangement of signs at its corners.

Marching cubes (Lorensen & Cline 1987) with the asymptotic decider (Nielson & Hamann 1991) on the faces
whose signs alternate. The table is derived here instead of being typed in, from three rules that
together make every mesh a closed manifold, whatever the values:

1. On a face, segments run from an edge where its boundary (counter-clockwise seen from outside the cell)
   enters the inside to an edge where it leaves. Which ones pair up depends on the values of that face
   alone, so the two cells that share it agree.
2. The segments of the six faces chain into loops; each loop is one patch of surface.
3. A patch is triangulated without a diagonal that lies in a face of the cell, since the neighbour might
   use the same one; where that is impossible the patch gets a vertex in its middle.

Corner c of a cell sits at (c & 1, c >> 1 & 1, c >> 2) along (x, y, z).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

CORNERS = np.array([(c & 1, c >> 1 & 1, c >> 2) for c in range(8)])
EDGES = tuple((a, a | 1 << axis) for axis in range(3) for a in range(8) if not a >> axis & 1)
"""The two corners of each of the twelve edges, the lower first; edge e runs along axis e // 4."""

FACES = ((0, 4, 6, 2), (1, 3, 7, 5), (0, 1, 5, 4), (2, 6, 7, 3), (0, 2, 3, 1), (4, 5, 7, 6))
"""The corners of each face, counter-clockwise seen from outside the cell."""

CENTRE = 12
"""Vertex CENTRE + i is the middle of the cell's i-th patch that needs one; 0 to 11 lie on the edges."""

Triangle = tuple[int, int, int]
Loop = tuple[int, ...]

_EDGE_OF = {frozenset(corners): e for e, corners in enumerate(EDGES)}
_EDGE_FACES = tuple(frozenset(f for f, face in enumerate(FACES) if set(edge) <= set(face)) for edge in EDGES)
_MIDPOINTS = [tuple((CORNERS[a] + CORNERS[b]) / 2) for a, b in EDGES]
_DIAGONAL = [
    [
        math.inf if _EDGE_FACES[a] & _EDGE_FACES[b] else math.dist(_MIDPOINTS[a], _MIDPOINTS[b])
        for b in range(12)
    ]
    for a in range(12)
]
"""Length of the diagonal between the middles of two edges; infinite where it lies in a face."""


@dataclass(frozen=True, eq=False)
class CellTable:
    """Triangles of all sign patterns, one row per pattern and choice on its alternating faces.

    Attributes:
        row: (256, 64) int16, the row of a corner pattern (bit c set: corner c inside) and joined faces
            (bit f set: the inside corners of alternating face f are connected through it).
        start: (rows + 1,) int32, where each row begins in `triangles`.
        triangles: (t, 3) int8, counter-clockwise seen from outside: edges 0 to 11, or CENTRE and up.
        alternating: (256,) uint8, bit f set where face f alternates and so needs a decision.
    """

    row: NDArray[np.int16]
    start: NDArray[np.int32]
    triangles: NDArray[np.int8]
    alternating: NDArray[np.uint8]


@cache
def cell_table() -> CellTable:
    """The table, made on first use."""
    alternating = np.array([_alternating_faces(pattern) for pattern in range(256)], np.uint8)
    row, start, triangles = np.full((256, 64), -1, np.int16), [0], list[Triangle]()
    for pattern in range(256):
        for joined in _subsets(int(alternating[pattern])):
            row[pattern, joined] = len(start) - 1
            triangles += cell_triangles(pattern, joined)
            start.append(len(triangles))
    return CellTable(row, np.array(start, np.int32), np.array(triangles, np.int8), alternating)


def cell_triangles(pattern: int, joined: int) -> list[Triangle]:
    """Triangles of one cell.

    Args:
        pattern: Bit c set where corner c is inside.
        joined: Bit f set where the inside corners of alternating face f are connected through it.
    """
    triangles, centre = list[Triangle](), CENTRE
    for loop in cell_loops(pattern, joined):
        patch = _triangulate(loop)
        if patch is None:
            patch = [(centre, a, b) for a, b in zip(loop, loop[1:] + loop[:1], strict=True)]
            centre += 1
        triangles += patch
    return triangles


def cell_loops(pattern: int, joined: int) -> list[Loop]:
    """The boundaries of the surface patches of one cell, as edges in counter-clockwise order from outside."""
    after: dict[int, int] = {}
    for f, face in enumerate(FACES):
        after.update(_face_segments(face, pattern, bool(joined >> f & 1)))
    loops = []
    while after:
        loop = [next(iter(after))]
        while (following := after.pop(loop[-1])) != loop[0]:
            loop.append(following)
        loops.append(tuple(loop))
    return loops


def _face_segments(face: tuple[int, ...], pattern: int, joined: bool) -> list[tuple[int, int]]:
    """Pairs (entering edge, leaving edge) of one face."""
    inside = [bool(pattern >> corner & 1) for corner in face]
    edges = [_EDGE_OF[frozenset((face[i], face[(i + 1) % 4]))] for i in range(4)]
    enters = [i for i in range(4) if not inside[i] and inside[(i + 1) % 4]]
    leaves = [i for i in range(4) if inside[i] and not inside[(i + 1) % 4]]
    step = -1 if joined and len(enters) == 2 else 1  # -1 cuts off the outside corner before the entry
    segments = []
    for entry in enters:
        exits = [(entry + step * k) % 4 for k in (1, 2, 3)]
        segments.append((edges[entry], edges[next(i for i in exits if i in leaves)]))
    return segments


def _alternating_faces(pattern: int) -> int:
    bits = 0
    for f, (a, b, c, d) in enumerate(FACES):
        signs = tuple(pattern >> corner & 1 for corner in (a, b, c, d))
        bits |= (signs in ((0, 1, 0, 1), (1, 0, 1, 0))) << f
    return bits


def _subsets(bits: int) -> list[int]:
    single = [1 << f for f in range(6) if bits >> f & 1]
    return [sum(chosen) for chosen in product(*((0, bit) for bit in single))]


@cache
def _triangulate(loop: Loop) -> list[Triangle] | None:
    """Triangles with the shortest diagonals none of which lies in a face, or None if there are none."""

    @cache
    def best(i: int, j: int) -> tuple[float, tuple[Triangle, ...]]:
        """The cheapest triangles of the polygon loop[i..j], with the length of its side (i, j)."""
        side = 0.0 if j - i in (1, len(loop) - 1) else _DIAGONAL[loop[i]][loop[j]]
        if j - i == 1:
            return side, ()
        options = ((best(i, k), best(k, j), (loop[i], loop[k], loop[j])) for k in range(i + 1, j))
        length, triangles = min((a[0] + b[0], (*a[1], t, *b[1])) for a, b, t in options)
        return side + length, triangles

    length, triangles = best(0, len(loop) - 1)
    return list(triangles) if math.isfinite(length) else None
