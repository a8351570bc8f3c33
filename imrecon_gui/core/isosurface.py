"""From a field to a mesh: marching cubes over the cells that the surface crosses, and only those.

The result is a closed manifold by construction (see `cell_triangles`): every vertex lies on one grid
edge or inside one cell, so no two vertices share a place, and no face has zero area.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.cell_triangles import CENTRE, CORNERS, EDGES, FACES, cell_table
from imrecon_gui.core.errors import EmptyFieldError
from imrecon_gui.core.field import Field
from imrecon_gui.core.grid import Int64Array, coordinates, corners_of, offsets
from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.nodes import Nodes
from imrecon_gui.core.types import FIELD_BOUND, Mesh

CLOSEST_TO_NODE = 1e-3
"""Least distance of a vertex from a node, in cells: a node exactly on the surface would else collapse
the faces around it to nothing."""

_CORNER_BITS = (1 << np.arange(8)).astype(np.uint8)
# A vertex is known by 4 * node + kind: kinds 0 to 2 are the edges that leave a node along an axis, 3 is
# the middle of the cell above the node.
_KINDS = 4
_IN_CELL = 3


def extract(field: Field, level: float = 0.0, job: Job = NULL_JOB) -> Mesh:
    """The surface on which a field takes a value, between the nodes by linear interpolation.

    Args:
        field: Logits on the grid; values above `level` are inside, its outermost nodes are not.
        level: The logit of the surface; the field's own, where it does not keep all nodes.
        job: Asked between the steps whether to go on.

    Returns:
        A closed mesh in object space, faces counter-clockwise seen from outside.

    Raises:
        EmptyFieldError: No node is inside.
        Cancelled: If the job says so.
    """
    level = float(np.float32(level))  # one and the same number for all comparisons below
    job.check()
    nodes = field.nodes()
    cells = nodes.crossed(level)
    if not len(cells):
        raise EmptyFieldError(
            "The network sees no object in this picture.",
            "Try a picture of one whole object, another category or a lower threshold.",
        )
    job.check()
    triangles = _triangles(nodes, cells, level)
    job.check()
    keys, faces = np.unique(triangles, return_inverse=True)
    faces = faces.reshape(-1, 3)
    job.check()
    places = _places(keys, faces, nodes, level)
    vertices = places * (2 * FIELD_BOUND / field.resolution) - FIELD_BOUND
    return Mesh(vertices.astype(np.float32), faces.astype(np.int32))


def _triangles(nodes: Nodes, cells: Int64Array, level: float) -> Int64Array:
    """Vertex keys (t, 3) of the triangles of all cells."""
    table = cell_table()
    corners = nodes.at(corners_of(cells, nodes.side))  # (cells, 8)
    pattern = (corners > level) @ _CORNER_BITS
    row = table.row[pattern, _joined_faces(corners.astype(np.float64) - level, table.alternating[pattern])]
    counts = table.start[row + 1] - table.start[row]
    nth = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    local = table.triangles[np.repeat(table.start[row], counts) + nth]  # (t, 3)
    keys: Int64Array = np.repeat(cells * _KINDS, counts)[:, None] + _key_steps(nodes.side)[local]
    return keys


def _joined_faces(corners: NDArray[np.float64], alternating: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Bit f set where the saddle of face f is inside: Nielson & Hamann's asymptotic decider.

    The products commute exactly, so that both cells at a face come to the same verdict.
    """
    joined = np.zeros(len(corners), np.uint8)
    for f, (a, b, c, d) in enumerate(FACES):
        ask = np.flatnonzero(alternating >> f & 1)
        one, other = corners[ask, a] * corners[ask, c], corners[ask, b] * corners[ask, d]
        inside_first = corners[ask, a] > 0
        joins = np.where(inside_first, one > other, other > one)
        joined[ask] |= joins.astype(np.uint8) << np.uint8(f)
    return joined


def _key_steps(side: int) -> Int64Array:
    """What the table's vertices 0 to CENTRE add to the key of their cell's lowest corner."""
    lowest = offsets(CORNERS[[low for low, _ in EDGES]], side)
    return np.append(lowest * _KINDS + np.arange(CENTRE) // 4, _IN_CELL)


def _places(keys: Int64Array, faces: Int64Array, nodes: Nodes, level: float) -> NDArray[np.float64]:
    """Positions (n, 3) of the vertices, in cells."""
    side = nodes.side
    node, kind = keys // _KINDS, keys % _KINDS
    places = coordinates(node, side).astype(np.float64)
    on_edge = np.flatnonzero(kind != _IN_CELL)
    node, axis = node[on_edge], kind[on_edge]
    here = nodes.at(node).astype(np.float64)
    there = nodes.at(node + offsets(np.eye(3, dtype=np.int64), side)[axis]).astype(np.float64)
    places[on_edge, axis] += np.clip((level - here) / (there - here), CLOSEST_TO_NODE, 1 - CLOSEST_TO_NODE)
    _centre(places, faces, np.flatnonzero(kind == _IN_CELL))
    return places


def _centre(places: NDArray[np.float64], faces: Int64Array, centres: Int64Array) -> None:
    """Put the vertices `centres` in the mean of the patches around them, in place.

    Such a vertex comes first in each of its faces, and each vertex of the patch second in one of them.
    """
    slot = np.full(len(places), -1)
    slot[centres] = np.arange(len(centres))
    spokes = faces[slot[faces[:, 0]] >= 0]
    at = slot[spokes[:, 0]]
    n = np.bincount(at, minlength=len(centres))
    for axis in range(3):
        places[centres, axis] = np.bincount(at, places[spokes[:, 1], axis], len(centres)) / n
