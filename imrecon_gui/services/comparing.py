"""A reconstruction compared with the truth, in the worker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from imrecon_gui.core.comparison import F_THRESHOLD, FULL_ERROR, Comparison, heat_colours
from imrecon_gui.core.mesh_reading import READABLE
from imrecon_gui.core.types import Mesh
from imrecon_gui.services.job_runner import JobRunner, Worker, WorkerJob

__all__ = [
    "FULL_ERROR",
    "F_THRESHOLD",
    "READABLE",
    "Comparison",
    "ComparisonService",
    "Truth",
    "heat_colours",
]

Truth = Callable[[WorkerJob], Mesh]
"""Makes or reads the true mesh, in the worker; may raise ImreconError."""


class ComparisonService(QObject):
    """Compares meshes; the newest question wins.

    Signals:
        compared(Comparison), failed(exception): One of them, unless it was cancelled.
    """

    compared = Signal(object)
    failed = Signal(object)

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner = JobRunner(worker, self)
        self.runner.succeeded.connect(lambda _job_id, found: self.compared.emit(found))
        self.runner.failed.connect(lambda _job_id, error: self.failed.emit(error))

    def start(self, mesh: Mesh, truth: Truth) -> None:
        """Compare a reconstruction with the truth."""
        self.runner.start(lambda job: _compare(mesh, truth, job))

    def cancel(self) -> None:
        """Ask the worker to stop."""
        self.runner.cancel()


def file_truth(path: Path) -> Truth:
    """The truth is in a mesh file."""

    def read(_job: WorkerJob) -> Mesh:
        from imrecon_gui.core.mesh_reading import read_mesh

        return read_mesh(path)

    return read


def sample_truth(name: str) -> Truth:
    """The truth is the shape that a sample picture of that name shows."""

    def make(job: WorkerJob) -> Mesh:
        from training.example_truth import example_truth

        return example_truth(name, job)

    return make


def _compare(mesh: Mesh, truth: Truth, job: WorkerJob) -> Comparison:
    """Compare, and give both meshes the normals they are drawn with."""
    from imrecon_gui.core.comparison import compare
    from imrecon_gui.core.mesh_ops import with_normals

    made = truth(job)
    job.check()
    found = compare(mesh, made, job)
    return replace(found, mesh=with_normals(found.mesh), truth=with_normals(found.truth))
