"""Fewer triangles: edges collapse where that changes the surface least, and the solid stays closed.

Garland & Heckbert, "Surface simplification using quadric error metrics", SIGGRAPH 1997, many edges at a
time: in each round the cheap edges that are far enough from one another collapse together. An edge may
collapse only where the surface stays a closed one of the same form (the link condition of Dey et al.
1999) and no triangle turns over.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.printing.collapse import Collapses, Surface, allowed, far_apart
from imrecon_gui.core.printing.topology import Edges, edges_of
from imrecon_gui.core.types import Mesh

TIERS = ((0.3, 0.05), (1.0, 0.02), (1.0, 0.001))
"""What a round tries, the next where the one before yields too little: the share of the edges it looks at,
the cheapest first, and how compact triangles must stay (see `collapse.allowed`)."""

ENOUGH = 0.02
"""A tier yields enough if it collapses this share of the edges that are still to go."""

PULL = 1e-3
"""How strongly a new vertex is held at the middle of its edge where the surface does not say where."""

SHORTNESS = 1e-5
"""What an edge costs by its length alone, so that flat places get evenly sized triangles."""

Float64Array = NDArray[np.float64]
Int64Array = NDArray[np.int64]


def simplify(mesh: Mesh, triangles: int, job: Job = NULL_JOB) -> Mesh:
    """A closed mesh of the same form with at most about so many triangles.

    Args:
        mesh: A closed mesh, any units.
        triangles: How many are wanted; a mesh that has no more comes back as it is.
        job: Asked many times in each round whether to go on.

    Returns:
        A closed mesh. It has more triangles than wanted where fewer would change its form.
    """
    begun = len(mesh.faces)
    state = _State(mesh)
    while len(state.faces) > triangles:
        job.report("simplify", begun - len(state.faces), begun - triangles)
        if not state.collapse_some((len(state.faces) - triangles + 1) // 2, job):
            break
    return Mesh(state.vertices.astype(np.float32), state.faces.astype(np.int32))


class _State:
    """A mesh on its way.

    Attributes:
        vertices: (n, 3).
        faces: (m, 3).
    """

    def __init__(self, mesh: Mesh) -> None:
        self.vertices: Float64Array = mesh.vertices.astype(np.float64)
        self.faces: Int64Array = mesh.faces.astype(np.int64)
        self._quadrics = _quadrics(self.vertices, self.faces)

    def collapse_some(self, most: int, job: Job) -> bool:
        """Collapse up to `most` edges; whether there was one that may."""
        edges = edges_of(self.faces, len(self.vertices))
        job.check()
        rough = self._costs(edges, self.vertices[edges.ends].mean(1))
        order = np.argsort(rough)
        for share, compactness in TIERS:
            job.check()
            candidates = edges.take(order[: int(share * len(order))])
            chosen = self._choose(edges, candidates, compactness, job)
            if len(chosen.ends) > ENOUGH * most:
                break
        self._apply(chosen.first(most))
        return len(chosen.ends) > 0

    def _choose(self, edges: Edges, candidates: Edges, compactness: float, job: Job) -> Collapses:
        """Of the candidates those that may collapse together, the cheapest first."""
        places = self._best_places(candidates)
        job.check()
        surface = Surface(self.vertices, self.faces, edges)
        good = np.flatnonzero(allowed(surface, candidates, places, compactness, job))
        candidates, places = candidates.take(good), places[good]
        order = np.argsort(self._costs(candidates, places), kind="stable")
        candidates, places = candidates.take(order), places[order]
        job.check()
        kept = far_apart(edges, candidates, len(self.vertices))
        return Collapses(candidates.ends[kept], places[kept])

    def _apply(self, chosen: Collapses) -> None:
        stays, goes = chosen.ends.T
        self.vertices[stays] = chosen.places
        self._quadrics[stays] += self._quadrics[goes]
        to = np.arange(len(self.vertices))
        to[goes] = stays
        faces = to[self.faces]
        faces = faces[(faces != np.roll(faces, 1, axis=1)).all(1)]
        used = np.zeros(len(to), bool)
        used[faces] = True
        self.vertices, self._quadrics = self.vertices[used], self._quadrics[used]
        self.faces = (np.cumsum(used) - 1)[faces]

    def _best_places(self, edges: Edges) -> Float64Array:
        """Where the vertices of collapsed edges (k, 3) go: least error, held near the edge's middle."""
        quadric = self._quadrics[edges.ends].sum(1)
        middle = self.vertices[edges.ends].mean(1)
        matrix = quadric[:, :3, :3]
        hold = PULL * np.trace(matrix, axis1=1, axis2=2) + 1e-300
        slope = -quadric[:, :3, 3] - np.einsum("kij,kj->ki", matrix, middle)
        step = np.linalg.solve(matrix + hold[:, None, None] * np.eye(3), slope[:, :, None])[:, :, 0]
        length = np.linalg.norm(np.diff(self.vertices[edges.ends], axis=1)[:, 0], axis=1)
        far = np.linalg.norm(step, axis=1)
        places: Float64Array = middle + step * np.minimum(1, length / np.maximum(far, 1e-300))[:, None]
        return places

    def _costs(self, edges: Edges, places: Float64Array) -> Float64Array:
        """Squared distance to the planes around times their area, and a little for the length (k,)."""
        point = np.concatenate([places, np.ones((len(places), 1))], 1)
        first, second = (self._quadrics[end] for end in edges.ends.T)
        error = np.einsum("ki,kij,kj->k", point, first + second, point)
        square = (np.diff(self.vertices[edges.ends], axis=1)[:, 0] ** 2).sum(1)
        costs: Float64Array = error + SHORTNESS * square**2
        return costs


def _quadrics(vertices: Float64Array, faces: Int64Array) -> Float64Array:
    """(n, 4, 4): the sum of the outer products of the planes around a vertex, weighted by area / 3."""
    a, b, c = vertices[faces.T]
    normal = np.cross(b - a, c - a)
    double = np.linalg.norm(normal, axis=1, keepdims=True)
    normal = normal / np.maximum(double, 1e-300)
    plane = np.concatenate([normal, -(normal * a).sum(1, keepdims=True)], 1) * np.sqrt(double / 6)
    quadrics = np.zeros((len(vertices), 4, 4))
    for i in range(4):
        for j in range(4):
            products = np.repeat(plane[:, i] * plane[:, j], 3)
            quadrics[:, i, j] = np.bincount(faces.ravel(), products, len(vertices))
    return quadrics
