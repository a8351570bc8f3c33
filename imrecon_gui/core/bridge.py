"""Joins pieces that float beside the body, along the likeliest way between them.

A leg or a wing tip of which a stretch is too faint is cut off from the body. Objects hang together, so the
part reaches the body somewhere: most likely where the logits between the two sink least. The field is
flooded from above: at the first level at which piece and body are one, the cheapest way between them within
that land is taken, and a thin rod of it raised above the surface's level.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.types import Float32Array

SMALLEST = 0.01
"""Pieces of less than this share of the body are left as they are: often, they are mistakes themselves."""

LARGE = 0.03
"""From this share on, a piece is joined however long the way."""

LONGEST = 3.0
"""Smaller ones are if no more nodes must be raised than so many times the nodes along their longest side: the
stretch that a leg lacks is no longer than the leg, and a crumb far beside the body is no part of it."""

DEEPEST, STEP = 2.5, 0.25
"""How far below the surface's level a way may lead, and how finely that is searched, in logits."""

DEPTH_COST = 6.0
"""What a node costs more for each logit it lies below the level: ways keep to the ridges."""

CLEARANCE = 0.6
"""How far above the level a rod is raised, in logits, since finer grids find a little more or less."""

ROD = 0.7
"""How fast a rod fades beside its way: the standard deviation, in nodes."""

Labels = NDArray[np.int32]


def bridges(field: Float32Array) -> Float32Array | None:
    """What is added to a field so that it hangs together; None where it does already.

    Args:
        field: (n, n, n) logits above the surface's level, at the nodes of a grid.

    Returns:
        (n, n, n), none negative.
    """
    pieces, count = _labelled(field > 0)
    if count < 2:
        return None
    sizes = np.bincount(pieces.reshape(-1))[1:]
    body = int(sizes.argmax()) + 1
    large = np.flatnonzero(sizes >= SMALLEST * sizes[body - 1]) + 1
    wanted = [int(piece) for piece in large if piece != body]
    added = np.zeros_like(field)
    for way in _ways(field, pieces, body, wanted):
        _raise(added, field, way)
    return added if added.any() else None


def _ways(field: Float32Array, pieces: Labels, body: int, wanted: list[int]) -> Iterator[NDArray[np.int64]]:
    """A way (m, 3) of nodes for each piece that can be joined; joined ones belong to the body then."""
    for depth in np.arange(STEP, DEEPEST + STEP / 2, STEP):
        if not wanted:
            return
        lands, _ = _labelled(field > -depth)
        home = lands[pieces == body][0]
        for piece in [p for p in wanted if lands[pieces == p][0] == home]:
            wanted.remove(piece)
            way = _way(field, lands == home, pieces == piece, pieces == body)
            if _is_worth(way, field, pieces == piece, pieces == body):
                yield way
                pieces[pieces == piece] = body


def _is_worth(
    way: NDArray[np.int64], field: Float32Array, piece: NDArray[np.bool_], body: NDArray[np.bool_]
) -> bool:
    """Whether a piece is large enough for the way to the body that would have to be made."""
    if piece.sum() >= LARGE * body.sum():
        return True
    n_raised = np.count_nonzero(field[tuple(way.T)] <= 0)
    longest = 1 + np.ptp(np.argwhere(piece), axis=0).max()
    return bool(n_raised <= LONGEST * longest)


def _way(
    field: Float32Array, land: NDArray[np.bool_], start: NDArray[np.bool_], end: NDArray[np.bool_]
) -> NDArray[np.int64]:
    """The cheapest way (m, 3) through the land from one set of nodes to another."""
    from skimage.graph import MCP_Geometric

    box = tuple(slice(int(at.min()), int(at.max()) + 1) for at in np.nonzero(land))
    costs = np.where(land[box], 1 + DEPTH_COST * np.maximum(-field[box], 0), -1.0)  # negative: barred
    ends = np.argwhere(end[box])
    search = MCP_Geometric(costs, fully_connected=True)
    total, _ = search.find_costs(np.argwhere(start[box]))  # told thousands of ends, it takes twice as long
    nearest = ends[total[tuple(ends.T)].argmin()]
    return _without_corners(np.array(search.traceback(tuple(nearest))) + [one.start for one in box])


def _without_corners(way: NDArray[np.int64]) -> NDArray[np.int64]:
    """The nodes of a way, and those that make of each step across a corner steps along the axes."""
    steps = np.diff(way, axis=0)
    return np.concatenate([way, *(way[:-1] + steps * taken for taken in ([1, 0, 0], [1, 1, 0]))])


def _raise(added: Float32Array, field: Float32Array, way: NDArray[np.int64]) -> None:
    """Add a rod along the nodes of a way that lie too low."""
    from scipy.ndimage import distance_transform_edt

    low = way[field[tuple(way.T)] < CLEARANCE]
    if not len(low):
        return
    reach = int(np.ceil(3 * ROD))
    first, last = np.maximum(low.min(0) - reach, 0), np.minimum(low.max(0) + reach + 1, field.shape)
    box = tuple(map(slice, first, last))
    apart = np.ones(tuple(last - first), bool)
    apart[tuple((low - first).T)] = False
    height = CLEARANCE - float(field[tuple(low.T)].min())
    rod = height * np.exp(-(distance_transform_edt(apart) ** 2) / (2 * ROD**2))
    added[box] = np.maximum(added[box], rod.astype(np.float32))


def _labelled(solid: NDArray[np.bool_]) -> tuple[Labels, int]:
    """Pieces of a solid, numbered from 1; neighbours, across corners too, hang together."""
    from scipy.ndimage import label

    pieces, count = label(solid, np.ones((3, 3, 3), bool))
    return pieces, int(count)
