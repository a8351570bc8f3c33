"""Where a drain hole goes: under the lowest place of a cavity that is thick enough to be worth it.

Seen from below, every cavity has a floor, a ceiling above it, and the outside of the wall under it. The three
are measured along upright lines, a few to each width of the hole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.printing.rays import first_hits
from imrecon_gui.core.types import Mesh

LINES_PER_HOLE = 6
MOST_LINES = 160
"""Lines across a hole, and along each side of a cavity at most."""

MOST_PLACES = 6
LEVEL_STEPS = 2.0
"""Places are as low as the lowest one if they are higher by no more than so many distances of lines."""

NOWHERE = 1e30
"""The height of what is not there."""

Float64Array = NDArray[np.float64]
Int64Array = NDArray[np.int64]


@dataclass(frozen=True)
class Place:
    """An upright line through the bottom of a cavity.

    Attributes:
        x: Where it is.
        z: Where it is.
        floor: The cavity's face that it meets first from below.
        wall: The outside's face below that.
    """

    x: float
    z: float
    floor: int
    wall: int


def places(mesh: Mesh, room: Mesh, diameter: float, job: Job = NULL_JOB) -> Iterator[Place]:
    """Places for a hole of that diameter under a cavity, the best first; perhaps none.

    Args:
        mesh: The outside, closed, +Y up, any units.
        room: One cavity in it, closed, facing outward.
        diameter: In the mesh's units.
        job: Asked many times whether to go on.
    """
    lines = _Lines(mesh, room, diameter, job)
    fits = lines.fits(diameter)
    for _ in range(MOST_PLACES):
        if not fits.any():
            return
        at = lines.best(fits)
        yield lines.place(at)
        fits &= lines.distance_to(at) > diameter / 2


class _Lines:
    """Upright lines on a square grid over a cavity.

    Attributes:
        step: From one line to the next.
        floor: (a, b) heights of the cavity's lowest face, nan where there is none.
    """

    def __init__(self, mesh: Mesh, room: Mesh, diameter: float, job: Job) -> None:
        low, high = room.vertices.astype(np.float64).min(0), room.vertices.astype(np.float64).max(0)
        extent = max(float((high - low)[[0, 2]].max()), 1e-12)
        self.step = max(diameter / LINES_PER_HOLE, extent / MOST_LINES)
        self._x, self._z = (np.arange(low[i] + self.step / 2, high[i], self.step) for i in (0, 2))
        skin = 1e-5 * float((high - low).max())
        start = np.full((len(self._x), len(self._z)), low[1] - skin)
        self.floor, self._floor_face = self._hits(room, start, 1.0, job)
        self._ceiling, _ = self._hits(room, self.floor + skin, 1.0, job)
        self._outside, self._wall_face = self._hits(mesh, self.floor, -1.0, job)

    def fits(self, diameter: float) -> NDArray[np.bool_]:
        """Lines about which a hole stays under the cavity, whose floor and wall are no steps there."""
        from scipy.ndimage import grey_dilation, grey_erosion

        disc = _disc((diameter / 2 + self.step) / self.step)
        with np.errstate(invalid="ignore"):
            thick = (self._ceiling - self.floor >= diameter) & np.isfinite(self._outside)
        good = thick
        for heights in (self.floor, self._outside):
            filled = np.where(thick, heights, NOWHERE)
            top = grey_dilation(filled, footprint=disc, mode="constant", cval=NOWHERE)
            good = good & (top - grey_erosion(filled, footprint=disc) <= diameter)
        return good

    def best(self, fits: NDArray[np.bool_]) -> Int64Array:
        """Of the lowest of these lines, the one farthest from those that do not fit."""
        from scipy.ndimage import distance_transform_edt

        level = self.floor[fits].min() + LEVEL_STEPS * self.step
        low = fits & (self.floor <= level)
        room = distance_transform_edt(np.pad(low, 1))[1:-1, 1:-1]
        return np.array(np.unravel_index(room.argmax(), room.shape))

    def place(self, at: Int64Array) -> Place:
        """The line with that index."""
        i, j = at
        floor, wall = int(self._floor_face[i, j]), int(self._wall_face[i, j])
        return Place(float(self._x[i]), float(self._z[j]), floor, wall)

    def distance_to(self, at: Int64Array) -> Float64Array:
        """From every line (a, b) to that one."""
        x, z = self._x - self._x[at[0]], self._z - self._z[at[1]]
        distance: Float64Array = np.hypot(x[:, None], z)
        return distance

    def _hits(self, mesh: Mesh, start: Float64Array, up: float, job: Job) -> tuple[Float64Array, Int64Array]:
        """Height and face that each line meets first above (or below) where it starts."""
        x, z = np.meshgrid(self._x, self._z, indexing="ij")
        known = np.isfinite(start)
        origins = np.stack([x[known], start[known], z[known]], 1)
        far, met = first_hits(mesh, origins, np.broadcast_to((0.0, up, 0.0), origins.shape), job)
        heights, faces = np.full(start.shape, np.nan), np.full(start.shape, -1)
        heights[known] = np.where(np.isfinite(far), start[known] + up * far, np.nan)
        faces[known] = met
        return heights, faces


def _disc(radius: float) -> NDArray[np.bool_]:
    n = int(radius)
    i, j = np.mgrid[-n : n + 1, -n : n + 1]
    disc: NDArray[np.bool_] = np.hypot(i, j) <= radius
    return disc
