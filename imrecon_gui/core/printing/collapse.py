"""Which edges of a closed mesh may become points, and which of those at the same time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.job import Job
from imrecon_gui.core.printing.topology import Edges

LEAST_TURN_COSINE = 0.2
"""A triangle beside a collapsing edge may turn by less than this angle's 78 degrees."""

PAIRS_AT_ONCE = 200_000

Float64Array = NDArray[np.float64]
Int64Array = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Collapses:
    """Edges (k, 2) that become points at `places` (k, 3)."""

    ends: Int64Array
    places: Float64Array

    def first(self, n: int) -> Collapses:
        """The first n of them."""
        return Collapses(self.ends[:n], self.places[:n])


@dataclass(frozen=True, eq=False)
class Surface:
    """A closed mesh: vertices (n, 3), faces (m, 3), and its edges."""

    vertices: Float64Array
    faces: Int64Array
    edges: Edges


def allowed(
    surface: Surface, candidates: Edges, places: Float64Array, compactness: float, job: Job
) -> NDArray[np.bool_]:
    """Whether each candidate (k,), moved to its place (k, 3), leaves a closed surface that folds nowhere.

    `compactness` is how small twice a triangle's area over the sum of its squared sides may become (it is
    0.29 in an even one), unless it was less before.
    """
    good = _links_close(surface.edges, candidates, len(surface.vertices))
    job.check()
    stars = _Stars(surface, compactness)
    left = np.flatnonzero(good)
    for part in np.array_split(left, max(1, 12 * len(left) // PAIRS_AT_ONCE)):
        good[part] = stars.stay_upright(candidates.ends[part], places[part])
        job.check()
    return good


def far_apart(edges: Edges, candidates: Edges, n: int) -> Int64Array:
    """Candidates, which come cheapest first, that touch neither each other nor each other's triangles."""
    rank = np.arange(len(candidates.ends))
    nobody = len(rank)
    best = np.full(n, nobody)
    for end in candidates.ends.T:
        np.minimum.at(best, end, rank)
    around = best.copy()  # the cheapest candidate at a vertex or at one of its neighbours
    for end, other in (edges.ends.T, edges.ends.T[::-1]):
        np.minimum.at(around, end, best[other])
    kept = np.flatnonzero(around[candidates.ends].min(1, initial=nobody) == rank)
    owner = np.full(n, nobody)
    for apex in candidates.apexes[kept].T:
        np.minimum.at(owner, apex, kept)
    chosen: Int64Array = kept[(owner[candidates.apexes[kept]] == kept[:, None]).all(1)]
    return chosen


def _links_close(edges: Edges, candidates: Edges, n: int) -> NDArray[np.bool_]:
    """The link condition: just the two apexes neighbour both ends, and they have neighbours to spare."""
    from scipy.sparse import coo_array

    start, end = edges.ends.T
    rows, columns = np.r_[start, end], np.r_[end, start]
    beside = coo_array((np.ones(len(rows), np.int32), (rows, columns)), shape=(n, n)).tocsr()
    common = beside[candidates.ends[:, 0]].multiply(beside[candidates.ends[:, 1]]).sum(axis=1)
    valence = np.bincount(rows, minlength=n)
    spare = valence[candidates.apexes].min(1, initial=4) > 3
    closes: NDArray[np.bool_] = spare & (np.asarray(common).ravel() == 2)
    return closes


class _Stars:
    """The faces around every vertex."""

    def __init__(self, surface: Surface, compactness: float) -> None:
        vertices, faces = self._vertices, self._faces = surface.vertices, surface.faces
        self._compactness = compactness
        self._corners = np.argsort(faces.ravel(), kind="stable")
        self._start = np.r_[0, np.cumsum(np.bincount(faces.ravel(), minlength=len(vertices)))]

    def stay_upright(self, ends: Int64Array, places: Float64Array) -> NDArray[np.bool_]:
        """Whether the faces around each edge (k, 2) keep their side and shape when it becomes a point."""
        fine = np.ones(len(ends), bool)
        for here, there in (ends.T, ends.T[::-1]):
            which, corner = self._around(here)
            face, k = corner // 3, corner % 3
            second, third = (self._faces[face, (k + turn) % 3] for turn in (1, 2))
            stays = (second != there[which]) & (third != there[which])
            which, second, third = which[stays], second[stays], third[stays]
            a, b, c = self._vertices[here[which]], self._vertices[second], self._vertices[third]
            keeps = _keeps_its_look(a, places[which], b, c, self._compactness)
            fine[which[~keeps]] = False
        return fine

    def _around(self, centres: Int64Array) -> tuple[Int64Array, Int64Array]:
        """For every face around each centre: the centre's index, and the corner's number."""
        begin, counts = self._start[centres], np.diff(self._start)[centres]
        which = np.repeat(np.arange(len(centres)), counts)
        within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        return which, self._corners[np.repeat(begin, counts) + within]


def _keeps_its_look(
    before: Float64Array, after: Float64Array, b: Float64Array, c: Float64Array, compactness: float
) -> NDArray[np.bool_]:
    """Whether triangles (a, b, c) do not turn over or grow thin when a goes from `before` to `after`."""
    old, new = np.cross(b - before, c - before), np.cross(b - after, c - after)
    old_size, new_size = np.linalg.norm(old, axis=1), np.linalg.norm(new, axis=1)
    upright = (old * new).sum(1) >= LEAST_TURN_COSINE * old_size * new_size
    was, becomes = old_size / _square_sides(before, b, c), new_size / _square_sides(after, b, c)
    compact = becomes >= np.minimum(compactness, was)
    keeps: NDArray[np.bool_] = upright & compact & (new_size > 0)
    return keeps


def _square_sides(a: Float64Array, b: Float64Array, c: Float64Array) -> Float64Array:
    total: Float64Array = ((a - b) ** 2).sum(1) + ((b - c) ** 2).sum(1) + ((c - a) ** 2).sum(1)
    return np.maximum(total, 1e-300)
