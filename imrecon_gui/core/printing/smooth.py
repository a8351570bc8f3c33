"""Smoothing that takes away the grid's steps and leaves the volume."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.errors import PrintError
from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.mesh_ops import volume
from imrecon_gui.core.types import Mesh

SHRINK, SWELL = 0.5, -0.53
"""Steps towards the neighbours' mean and back: lambda and mu of Taubin, "A signal processing approach to
fair surface design", SIGGRAPH 1995; waves longer than the pass band keep their size."""

Float64Array = NDArray[np.float64]


def smooth(mesh: Mesh, rounds: int, job: Job = NULL_JOB) -> Mesh:
    """A smoother mesh of the same triangles and the same volume.

    What little volume the rounds take is given back by scaling about the middle of the bounding box.

    Args:
        mesh: A closed mesh, any units.
        rounds: Each is one step in and one step out; 10 hides the grid's steps.
        job: Asked after every step whether to go on.

    Raises:
        PrintError: Nothing is left to scale.
    """
    places: Float64Array = mesh.vertices.astype(np.float64)
    mean = _neighbours(mesh)
    for done in range(rounds):
        job.report("smooth", done, rounds)
        for step in (SHRINK, SWELL):
            job.check()
            places = places + step * (mean @ places - places)
    return _with_volume(Mesh(places.astype(np.float32), mesh.faces), volume(mesh))


def _neighbours(mesh: Mesh) -> Any:
    """Sparse (n, n) matrix that takes the mean of every vertex's neighbours."""
    from scipy.sparse import coo_array, diags_array

    n = len(mesh.vertices)
    start, end = mesh.faces.ravel(), np.roll(mesh.faces, -1, axis=1).ravel()
    beside = coo_array((np.ones(len(start)), (start, end)), shape=(n, n)).tocsr()
    return diags_array(1 / np.maximum(beside.sum(axis=1), 1)) @ beside


def _with_volume(mesh: Mesh, wanted: float) -> Mesh:
    left = volume(mesh)
    if not left > 0 < wanted:
        raise PrintError("Smoothing leaves nothing of this object.", "Choose fewer rounds.")
    middle = (mesh.vertices.min(0) + mesh.vertices.max(0)) / 2
    places = middle + (mesh.vertices - middle) * np.cbrt(wanted / left)
    return Mesh(places.astype(np.float32), mesh.faces)
