"""How well found meshes are made solid: overlap with solids that others made of them."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.metrics import iou
from training.cases import Case, read_cases, read_truth, truth_points
from training.meshes.carving import Carver
from training.meshes.prepare import looks_from_below
from training.meshes.solid import carve
from training.truth_mesh import truth_mesh


@dataclass(frozen=True)
class Solidity:
    """One object's figure.

    Attributes:
        category: Of the object.
        name: Of the object.
        iou: Overlap of the carved with the true solid.
        filled: Share of the asked points that the true solid holds.
        seconds: Of carving.
    """

    category: str
    name: str
    iou: float
    filled: float
    seconds: float


def measure(
    folder: Path, categories: Sequence[str] = (), underside: str = "usual", job: Job = NULL_JOB
) -> list[Solidity]:
    """Carve each object of a folder of cases (see `training.cases`) that has a mesh.

    Raises:
        TrainingError: There is no such folder, or no mesh in it.
    """
    cases = {(case.category, case.subject): case for case in read_cases(folder, categories)}
    rows = []
    with Carver() as carver:
        for done, case in enumerate(cases.values(), start=1):
            job.check()
            rows += _row(carver, folder, case, underside)
            job.report("solidity", done, len(cases))
    if not rows:
        raise TrainingError(f"There are no meshes in {folder}.", "Name a folder of cases with meshes/.")
    return rows


def _row(carver: Carver, folder: Path, case: Case, underside: str) -> list[Solidity]:
    mesh = truth_mesh(folder, case)
    if mesh is None:
        return []
    began, truth = time.perf_counter(), read_truth(case.truth).occupied
    below = looks_from_below(case.category, underside)
    carved = carve(carver, mesh.vertices[mesh.faces], truth_points(), below)
    seconds = time.perf_counter() - began
    return [Solidity(case.category, case.subject, iou(carved.inside, truth), float(truth.mean()), seconds)]


def table(rows: Sequence[Solidity]) -> str:
    """Every object, the categories' means, and the mean of these."""
    lines = [f"{row.category:12} {row.name:36} {row.iou:.3f} {row.seconds:6.1f} s" for row in rows]
    names = sorted({row.category for row in rows})
    means = [float(np.mean([row.iou for row in rows if row.category == name])) for name in names]
    lines += [f"{name:49} {mean:.3f}" for name, mean in zip(names, means, strict=True)]
    seconds = float(np.mean([row.seconds for row in rows]))
    return "\n".join([*lines, f"{'macro mean':49} {np.mean(means):.3f} {seconds:6.1f} s an object"])
