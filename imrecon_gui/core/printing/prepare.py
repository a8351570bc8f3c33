"""The whole way from a mesh to one that is ready to print: smooth, simplify, cut, hollow, size, measure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from imrecon_gui.core.errors import PrintError
from imrecon_gui.core.export import to_print_space
from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.mesh_ops import is_watertight, vertex_normals, volume
from imrecon_gui.core.printing.drain import drained
from imrecon_gui.core.printing.flat_base import cut_base
from imrecon_gui.core.printing.hollow import cavity, lined
from imrecon_gui.core.printing.order import PrintOrder, PrintReady
from imrecon_gui.core.printing.report import measure
from imrecon_gui.core.printing.simplify import simplify
from imrecon_gui.core.printing.smooth import smooth
from imrecon_gui.core.printing.verdicts import verdicts
from imrecon_gui.core.types import Mesh

SIZE_TOLERANCE = 1e-4
MOST_TRIES = 8

SPARE_TRIANGLES = 3
"""How often triangles are taken away again because the lid of the cut brought new ones."""


def prepare(mesh: Mesh, order: PrintOrder, job: Job = NULL_JOB) -> PrintReady:
    """Make a mesh ready to print.

    A step that fails, or that would open the mesh, is left out: the mesh from before it goes on, and one
    sentence among the notes says so.

    Args:
        mesh: A closed mesh in object space.
        order: What is asked for.
        job: Reports the stages "smooth", "simplify", "base", "hollow" and "measure".

    Raises:
        PrintError: The mesh is empty or open, or the order makes no sense.
        Cancelled: If the job says so.
    """
    order.check()
    if not is_watertight(mesh) or not volume(mesh) > 0:
        raise PrintError("This mesh is not closed, so it is not ready to print.", "Reconstruct it again.")
    notes: list[str] = []
    shape = Mesh(mesh.vertices, mesh.faces)
    whole, order = order, _of_the_outside(order)
    if order.smoothing:
        shape = _try(shape, lambda m: smooth(m, order.smoothing, job), notes)
    if order.triangles:
        shape = _try(shape, lambda m: simplify(m, order.triangles, job), notes)
    if order.flat_base_mm:
        job.report("base", 0, 1)
        shape = _try(shape, lambda m: _with_base(m, order, job), notes)
    solid = volume(shape) / max(order.length_of(shape), 1e-300) ** 3
    if order.wall_mm:
        shape = _try(shape, lambda m: _hollowed(m, order, notes, job), notes)
    if whole.triangles and len(shape.faces) > whole.triangles:
        notes.append(f"{len(shape.faces):,} triangles are left: fewer would change the shape's form.")
    return _ready(_coloured(shape, mesh), order, solid * order.length_mm**3, notes, job)


def _of_the_outside(order: PrintOrder) -> PrintOrder:
    """The order for the outside alone: a hollow print has its triangles on two surfaces."""
    return replace(order, triangles=order.triangles // 2) if order.wall_mm else order


def _hollowed(mesh: Mesh, order: PrintOrder, notes: list[str], job: Job) -> Mesh:
    """Walls and drain as asked for at the size asked for, and as many triangles within as without."""
    unit = order.length_of(mesh) / order.length_mm
    room = cavity(mesh, order.wall_mm * unit, job)
    if order.triangles:
        room = simplify(room, order.triangles, job)
    made = lined(mesh, room)
    if order.drain_mm:
        made = _try(made, lambda _: _drained(mesh, room, order.drain_mm * unit, notes, job), notes)
    return made


def _drained(mesh: Mesh, room: Mesh, diameter: float, notes: list[str], job: Job) -> Mesh:
    """The hollow mesh with its drain holes, and a note if some cavities have none."""
    made, n_closed = drained(mesh, room, diameter, job)
    if n_closed == 1:
        notes.append("One hollow is too narrow for a drain hole, so it stays closed.")
    elif n_closed:
        notes.append(f"{n_closed} hollows are too narrow for a drain hole, so they stay closed.")
    return made


def _try(mesh: Mesh, step: Callable[[Mesh], Mesh], notes: list[str]) -> Mesh:
    """The mesh after a step, or the mesh before it and a note."""
    try:
        made = step(mesh)
    except PrintError as error:
        notes.append(str(error))
        return mesh
    if is_watertight(made) and volume(made) > 0:
        return made
    notes.append("One step would have opened the mesh, so it was left out.")
    return mesh


def _with_base(mesh: Mesh, order: PrintOrder, job: Job) -> Mesh:
    """A flat base, and no more triangles than asked for although its lid brings some."""
    made = _cut_to_size(mesh, order, job)
    for _ in range(SPARE_TRIANGLES):
        excess = len(made.faces) - order.triangles
        if not order.triangles or excess <= 0:
            break
        mesh = simplify(mesh, len(mesh.faces) - excess, job)
        made = _cut_to_size(mesh, order, job)
    return made


def _cut_to_size(mesh: Mesh, order: PrintOrder, job: Job) -> Mesh:
    """Cut the base where it lies at the height asked for once what is left has the size asked for."""
    length = order.length_of(mesh)
    for _ in range(MOST_TRIES):
        job.check()
        if not length > 0:
            break
        made = cut_base(mesh, order.flat_base_mm * length / order.length_mm)
        before, length = length, order.length_of(made)
        if abs(length - before) <= SIZE_TOLERANCE * before:
            return made
    raise PrintError("The flat base would cut too much away at this size.", "Choose a lower base.")


def _coloured(made: Mesh, mesh: Mesh) -> Mesh:
    """The mesh that was made with the colours of the nearest vertices of the one it was made from."""
    from scipy.spatial import cKDTree

    if mesh.colours is None:
        return made
    return replace(made, colours=mesh.colours[cKDTree(mesh.vertices).query(made.vertices)[1]])


def _ready(mesh: Mesh, order: PrintOrder, solid_mm3: float, notes: list[str], job: Job) -> PrintReady:
    """The mesh sized and measured; `solid_mm3` is its volume if it is not hollow."""
    places = mesh.vertices.astype(np.float64)
    low, high = places.min(0), places.max(0)
    longest = float((high - low).max())
    longest_mm = order.length_mm * longest / max(order.length_of(mesh), 1e-300)
    places = (places - (low + high) / 2) / longest
    centred = replace(mesh, vertices=places.astype(np.float32))
    centred = replace(centred, normals=vertex_normals(centred))
    job.check()
    report = measure(to_print_space(centred, longest_mm), job)
    report = replace(report, solid_cm3=solid_mm3 / 1000)
    return PrintReady(centred, longest_mm, report, verdicts(report), tuple(notes))
