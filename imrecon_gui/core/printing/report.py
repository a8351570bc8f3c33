"""What a printer's owner wants to know about a mesh, in numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.mesh_ops import component_volumes, components, is_watertight, volume
from imrecon_gui.core.printing.topology import is_manifold
from imrecon_gui.core.printing.walls import thinnest_wall
from imrecon_gui.core.types import Mesh

STEEPEST_DEG = 45.0
"""Most printers make surfaces that lean out by so much without supports."""

ON_THE_BED = 1e-3
"""Faces that lie lower than this share of the height rest on the printer's bed."""


@dataclass(frozen=True)
class PrintReport:
    """Measures of a mesh as it stands on the printer.

    Attributes:
        size_mm: Width (x), depth (y) and height (z).
        triangles: How many there are.
        watertight: Whether every edge borders exactly two faces.
        manifold: Whether, besides, the surface touches itself in no single point.
        pieces: How many pieces that are not joined; the walls of cavities are none.
        volume_cm3: Enclosed volume.
        surface_cm2: Area of the surface.
        thinnest_wall_mm: See `walls.thinnest_wall`; inf if there is no wall.
        overhang_percent: Share of the surface that leans out over air by more than 45 degrees.
        solid_cm3: Enclosed volume if it had no cavity, 0 if nobody knows.
    """

    size_mm: tuple[float, float, float]
    triangles: int
    watertight: bool
    manifold: bool
    pieces: int
    volume_cm3: float
    surface_cm2: float
    thinnest_wall_mm: float
    overhang_percent: float
    solid_cm3: float = 0.0


def measure(mesh: Mesh, job: Job = NULL_JOB) -> PrintReport:
    """Measure a mesh in print space: millimetres, +Z up, resting on z = 0."""
    job.report("measure", 0, 2)
    area, overhang = _areas(mesh)
    watertight, manifold = is_watertight(mesh), is_manifold(mesh)
    job.report("measure", 1, 2)
    x, y, z = np.ptp(mesh.vertices.astype(np.float64), axis=0).tolist()
    return PrintReport(
        size_mm=(x, y, z),
        triangles=len(mesh.faces),
        watertight=watertight,
        manifold=manifold,
        pieces=int((component_volumes(mesh, components(mesh)) >= 0).sum()),
        volume_cm3=volume(mesh) / 1000,
        surface_cm2=area / 100,
        thinnest_wall_mm=thinnest_wall(mesh, job=job),
        overhang_percent=100 * overhang / max(area, 1e-300),
    )


def _areas(mesh: Mesh) -> tuple[float, float]:
    """The surface, and what of it leans out over air, in square units."""
    corners = mesh.vertices.astype(np.float64)[mesh.faces]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]) / 2
    areas = np.linalg.norm(normals, axis=1)
    heights = corners[:, :, 2]
    leans = -normals[:, 2] > (np.sin(np.radians(STEEPEST_DEG)) + 1e-5) * areas
    in_the_air = heights.max(1) - heights.min() > ON_THE_BED * np.ptp(heights)
    return float(areas.sum()), float(areas[leans & in_the_air].sum())
