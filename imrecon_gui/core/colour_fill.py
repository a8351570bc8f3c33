"""Colours for the vertices of a mesh that have none, from those that have."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.types import Float32Array, Mesh

TRUSTED = 0.5
"""Trust from which a vertex's colour is handed on to others."""

NEIGHBOURS = 6
SMOOTHINGS = 12


def fill(mesh: Mesh, colours: Float32Array, trust: Float32Array, otherwise: Float32Array) -> Float32Array:
    """The colours, and the nearest trusted ones in the measure in which they are not trusted.

    Args:
        mesh: The mesh, n vertices.
        colours: (n, 3).
        trust: (n,) from 0 to 1.
        otherwise: (3,) the colour of all if none is trusted.

    Returns:
        (n, 3) float32.
    """
    from scipy.spatial import cKDTree

    sources, doubtful = np.flatnonzero(trust > TRUSTED), np.flatnonzero(trust < 1)
    if not len(sources):
        return np.tile(np.asarray(otherwise, np.float32), (len(colours), 1))
    tree = cKDTree(mesh.vertices[sources], balanced_tree=False, compact_nodes=False)
    order = range(1, min(NEIGHBOURS, len(sources)) + 1)
    distance, nearest = tree.query(mesh.vertices[doubtful], order)
    near = _mean(colours[sources][nearest], 1 / (distance + 1e-4))
    own = trust[doubtful, None]
    filled = np.array(colours, np.float32)
    filled[doubtful] = own * colours[doubtful] + (1 - own) * near
    return filled


def smoothed(mesh: Mesh, colours: Float32Array, trust: Float32Array) -> Float32Array:
    """Colours (n, 3) drawn to their neighbours' on the surface, the more the less they are trusted (n,)."""
    from scipy.sparse import coo_array

    n = len(mesh.vertices)
    start, end = mesh.faces.ravel(), np.roll(mesh.faces, -1, axis=1).ravel()
    links = coo_array((np.ones(len(start), np.float32), (start, end)), shape=(n, n)).tocsr()
    degree = np.maximum(links.sum(axis=1), 1)[:, None]
    own, smooth = trust[:, None], colours
    for _ in range(SMOOTHINGS):
        smooth = own * colours + (1 - own) * ((links @ smooth) / degree)
    return smooth


def _mean(colours: Float32Array, weights: NDArray[np.float64]) -> Float32Array:
    """Weighted means (n, 3) of colours (n, k, 3), weights (n, k)."""
    total = np.einsum("ij,ijk->ik", weights, colours)
    return np.asarray(total / weights.sum(axis=1, keepdims=True), np.float32)
