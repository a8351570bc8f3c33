"""A flat base: everything below a level plane is cut off, and the cut is closed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.errors import PrintError
from imrecon_gui.core.mesh_ops import is_watertight
from imrecon_gui.core.printing.cap import cap
from imrecon_gui.core.types import Mesh

NUDGES = (0.0, 1.0, -1.0, 2.0, -2.0, 4.0, -4.0)
NUDGE = 3e-4
"""Where a cut cannot be closed it is tried again a little higher and lower, in shares of the height."""

UP = 1
Float64Array = NDArray[np.float64]
Int64Array = NDArray[np.int64]


def cut_base(mesh: Mesh, height: float) -> Mesh:
    """Cut off all that lies less than `height` above the lowest point, and close the cut.

    Args:
        mesh: A closed mesh in object axes (+Y up), any units.
        height: In the mesh's units.

    Returns:
        A closed mesh whose lowest points all lie on one level.

    Raises:
        PrintError: Nothing would be left, or the cut cannot be closed.
    """
    levels = mesh.vertices[:, UP].astype(np.float64)
    low, tall = levels.min(), np.ptp(levels)
    if not height < tall:
        raise PrintError("The flat base would cut the whole object away.", "Choose a lower base.")
    for nudge in NUDGES:
        level = _clear_of(levels, low + height + nudge * NUDGE * tall, NUDGE * tall / 4)
        made = _cut(mesh, level)
        if is_watertight(made):
            return made
    raise PrintError("The flat base cannot be closed at this height.", "Choose one a little higher or lower.")


def _clear_of(levels: Float64Array, level: float, reach: float) -> float:
    """The middle of the widest gap between vertices' levels within `reach` of `level`."""
    near = np.sort(levels[np.abs(levels - level) < reach])
    ends = np.r_[level - reach, near, level + reach]
    widest = int(np.diff(ends).argmax())
    return float(ends[widest] + ends[widest + 1]) / 2


def _cut(mesh: Mesh, level: float) -> Mesh:
    """The part above a level that no vertex lies on, closed if it can be."""
    vertices, faces = mesh.vertices.astype(np.float64), mesh.faces.astype(np.int64)
    above = vertices[:, UP] > level
    n_above = above[faces].sum(1)
    one = _rotated(faces[n_above == 1], above, lone=True)
    two = _rotated(faces[n_above == 2], above, lone=False)
    keys, where = np.unique(_edge_keys(one, two, len(vertices)), return_inverse=True)
    a_b, a_c, b_c, c_a = np.split(where + len(vertices), np.cumsum([len(one), len(one), len(two)]))
    clipped = np.concatenate(
        [
            faces[n_above == 3],
            np.stack([one[:, 0], a_b, a_c], 1),
            np.stack([two[:, 0], two[:, 1], b_c], 1),
            np.stack([two[:, 0], b_c, c_a], 1),
        ]
    )
    places = np.concatenate([vertices, _crossings(vertices, keys, level)])
    rim = np.concatenate([np.stack([a_c, a_b], 1), np.stack([c_a, b_c], 1)])
    lid = cap(places[:, [0, 2]], rim)  # seen from below, x to the right and z up are right-handed
    return _compact(places, np.concatenate([clipped, lid]))


def _rotated(faces: Int64Array, above: NDArray[np.bool_], lone: bool) -> Int64Array:
    """Turn each face so that the corner on its own comes first (if it is above) or last (below)."""
    odd = (above[faces] == lone).argmax(1)
    first = odd if lone else odd + 1
    return np.take_along_axis(faces, (first[:, None] + np.arange(3)) % 3, axis=1)


def _edge_keys(one: Int64Array, two: Int64Array, n: int) -> Int64Array:
    """A number for each edge that is cut: a-b and a-c of `one`, b-c and c-a of `two`."""
    pairs = np.concatenate([one[:, [0, 1]], one[:, [0, 2]], two[:, [1, 2]], two[:, [0, 2]]])
    keys: Int64Array = pairs.min(1) * n + pairs.max(1)
    return keys


def _crossings(vertices: Float64Array, keys: Int64Array, level: float) -> Float64Array:
    """Where the edges pass the level, (k, 3)."""
    start, end = vertices[keys // len(vertices)], vertices[keys % len(vertices)]
    share = (level - start[:, UP]) / (end[:, UP] - start[:, UP])
    places: Float64Array = start + share[:, None] * (end - start)
    places[:, UP] = level
    return places


def _compact(places: Float64Array, faces: Int64Array) -> Mesh:
    used = np.zeros(len(places), bool)
    used[faces] = True
    return Mesh(places[used].astype(np.float32), (np.cumsum(used) - 1)[faces].astype(np.int32))
