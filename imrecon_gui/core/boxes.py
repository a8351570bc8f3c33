"""Nodes of a grid as little boxes: what a yes or no for each node looks like."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.types import FIELD_BOUND, Mesh

# Corners of a face in cells, along the two axes that follow its own, counter-clockwise seen from its tip.
_SQUARE = np.array([(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)])
_TWO_TRIANGLES = np.array([(0, 1, 2), (0, 2, 3)])


def boxes(inside: NDArray[np.bool_]) -> Mesh:
    """A box of one cell around every node that is inside, without the faces that two boxes share.

    Args:
        inside: (n + 1, n + 1, n + 1) bool, axes (x, y, z); the outermost nodes are outside.

    Returns:
        Squares of two triangles each with corners of their own, so that they are shaded flat; in object
        space, with normals. No vertices at all if no node is inside.
    """
    sides = [_faces(inside, axis, sign) for axis in range(3) for sign in (1, -1)]
    corners = np.concatenate([squares for squares, _ in sides])  # (m, 4, 3), in cells
    normals = np.concatenate([np.broadcast_to(normal, squares.shape) for squares, normal in sides])
    cell = 2 * FIELD_BOUND / (len(inside) - 1)
    faces = 4 * np.arange(len(corners))[:, None, None] + _TWO_TRIANGLES
    return Mesh(
        (corners.reshape(-1, 3) * cell - FIELD_BOUND).astype(np.float32),
        faces.reshape(-1, 3).astype(np.int32),
        normals.reshape(-1, 3).astype(np.float32),
    )


def _faces(
    inside: NDArray[np.bool_], axis: int, sign: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Squares (m, 4, 3) between a node inside and its neighbour outside, and their normal (3,)."""
    nodes = np.argwhere(inside & ~np.roll(inside, -sign, axis))
    normal = np.zeros(3)
    normal[axis] = sign
    square = np.zeros((4, 3))
    square[:, [(axis + 1) % 3, (axis + 2) % 3]] = _SQUARE[::sign]
    return nodes[:, None] + square + 0.5 * normal, normal
