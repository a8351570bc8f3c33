"""Whether the parts of a shape hang together, by their exact inside tests."""

from __future__ import annotations

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from training.shape import Shape
from training.solids import Solid


def pieces(shape: Shape, count: int = 700) -> int:
    """How many separate bodies the parts form: parts touch where the skin of one lies in the other."""
    solids = [part.solid for part in shape.parts]
    skins = [_skin(solid, count) for solid in solids]
    boxes = [solid.bounds() for solid in solids]
    pairs = [
        (i, j)
        for i in range(len(solids))
        for j in range(len(solids))
        if i != j and (boxes[i][0] <= boxes[j][1]).all() and (boxes[j][0] <= boxes[i][1]).all()
    ]
    touching = [(i, j) for i, j in pairs if _reaches(skins[i], solids[j], boxes[j])]
    rows, columns = zip(*touching, strict=True) if touching else ((), ())
    graph = coo_array((np.ones(len(rows)), (rows, columns)), shape=(len(solids), len(solids)))
    return int(connected_components(graph, directed=False)[0])


def _reaches(skin: np.ndarray, solid: Solid, box: np.ndarray) -> bool:
    near = skin[((skin >= box[0]) & (skin <= box[1])).all(1)]
    return bool(len(near) and solid.inside(near).any())


def _skin(solid: Solid, count: int) -> np.ndarray:
    """The corners of a solid's triangulation and evenly scattered points on it, (n, 3)."""
    vertices, faces = solid.mesh()
    a, b, c = (vertices[faces[:, i]] for i in range(3))
    areas = np.linalg.norm(np.cross(b - a, c - a), axis=1)
    rng = np.random.default_rng(0)
    pick = rng.choice(len(faces), count, p=areas / areas.sum())
    u, v = np.sqrt(rng.random((count, 1))), rng.random((count, 1))
    scattered = a[pick] * (1 - u) + b[pick] * u * (1 - v) + c[pick] * u * v
    return np.concatenate([vertices, scattered])
