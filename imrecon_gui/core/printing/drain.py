"""Drain holes: an upright bore through the bottom wall of every cavity, so that resin runs out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from imrecon_gui.core.errors import PrintError
from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.mesh_ops import components, is_watertight
from imrecon_gui.core.printing.drain_place import Place, places
from imrecon_gui.core.printing.hollow import lined
from imrecon_gui.core.printing.punch import bore, punched
from imrecon_gui.core.printing.topology import is_manifold
from imrecon_gui.core.types import Mesh

if TYPE_CHECKING:
    from shapely import Polygon

SIDES = 32
"""Of the polygon that stands for a circle."""

TURN = 0.1
"""By what share of a side the polygon is turned, so that it meets no edges that lie along the axes."""


def drained(mesh: Mesh, room: Mesh, diameter: float, job: Job = NULL_JOB) -> tuple[Mesh, int]:
    """A mesh with its cavities, and a hole through the wall under each.

    Args:
        mesh: The outside: closed, +Y up, any units.
        room: The cavities in it, as `hollow.cavity` makes them.
        diameter: Of the holes, in the mesh's units.
        job: Asked many times whether to go on.

    Returns:
        A closed mesh, and how many cavities are too narrow for such a hole and have none.

    Raises:
        PrintError: No cavity has a place for such a hole.
        Cancelled: If the job says so.
    """
    n_closed, rooms = 0, _rooms(room)
    for one in rooms:
        made = _drained(mesh, one, diameter, job)
        n_closed += made is None
        mesh = made or lined(mesh, one)
    if n_closed == len(rooms):
        raise PrintError("No place is wide enough for such a drain hole.", "Choose a narrower one.")
    return mesh, n_closed


def _rooms(room: Mesh) -> list[Mesh]:
    """Cavities that do not hang together, the lowest first: those above may drain into it."""
    label = components(room)
    parts = [_compact(Mesh(room.vertices, room.faces[label == i])) for i in range(int(label.max()) + 1)]
    return sorted(parts, key=lambda part: float(part.vertices[:, 1].min()))


def _drained(mesh: Mesh, room: Mesh, diameter: float, job: Job) -> Mesh | None:
    """The mesh with this cavity and its hole, at the first place where one can be cut; None without one."""
    for place in places(mesh, room, diameter, job):
        job.check()
        try:
            made = _bored(mesh, room, place, diameter)
        except PrintError:
            continue
        if is_watertight(made) and is_manifold(made):
            return made
    return None


def _bored(mesh: Mesh, room: Mesh, place: Place, diameter: float) -> Mesh:
    hole = _circle(place, diameter)
    sheets = (
        punched(part.vertices.astype(np.float64), part.faces.astype(np.int64), face, hole)
        for part, face in ((mesh, place.wall), (room, place.floor))
    )
    return bore(*sheets)


def _circle(place: Place, diameter: float) -> Polygon:
    """A regular polygon with the area of the circle."""
    import shapely

    angles = (np.arange(SIDES) + TURN) * 2 * np.pi / SIDES
    radius = diameter / 2 * np.sqrt(2 * np.pi / SIDES / np.sin(2 * np.pi / SIDES))
    ring = radius * np.stack([np.cos(angles), np.sin(angles)], 1)
    return shapely.Polygon(ring + np.array((place.x, place.z)))


def _compact(mesh: Mesh) -> Mesh:
    used, faces = np.unique(mesh.faces, return_inverse=True)
    return Mesh(mesh.vertices[used], faces.reshape(-1, 3).astype(np.int32))
