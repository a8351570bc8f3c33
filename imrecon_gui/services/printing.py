"""From a mesh to one ready to print, in the worker."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from imrecon_gui.core.printing.order import (
    FEWEST_TRIANGLES,
    MM_PER_UNIT,
    MOST_SMOOTHING,
    PrintOrder,
    PrintReady,
    Side,
)
from imrecon_gui.core.printing.verdicts import Verdict
from imrecon_gui.core.types import Mesh
from imrecon_gui.services.job_runner import JobRunner, Worker, WorkerJob
from imrecon_gui.services.stages import Stage, StagedProgress

__all__ = [
    "FEWEST_TRIANGLES",
    "MM_PER_UNIT",
    "MOST_SMOOTHING",
    "PrintOrder",
    "PrintReady",
    "PrintingService",
    "Side",
    "Verdict",
]

STAGES = (
    Stage("smooth", 0.10, "Smoothing"),
    Stage("simplify", 0.40, "Taking triangles away"),
    Stage("base", 0.15, "Cutting the base"),
    Stage("hollow", 0.20, "Making it hollow"),
    Stage("measure", 0.15, "Measuring"),
)


class PrintingService(QObject):
    """Makes meshes ready to print; the newest order wins.

    Signals:
        busy_changed(bool): Whether a mesh is being made ready.
        progressed(fraction, label): How far it is, from 0 to 1, never falling, and in words.
        ready(PrintReady), failed(exception), cancelled(): exactly one of them.
    """

    busy_changed = Signal(bool)
    progressed = Signal(float, str)
    ready = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._progress = StagedProgress(STAGES)
        self.runner = JobRunner(worker, self)
        self.runner.progress.connect(self._on_progress)
        self.runner.succeeded.connect(lambda _job_id, ready: self.ready.emit(ready))
        self.runner.failed.connect(lambda _job_id, error: self.failed.emit(error))
        self.runner.cancelled.connect(lambda _job_id: self.cancelled.emit())
        self.runner.finished.connect(lambda _job_id: self.busy_changed.emit(self.runner.is_busy))

    def start(self, mesh: Mesh, order: PrintOrder) -> None:
        """Make a mesh in object space ready as ordered."""
        self.runner.start(lambda job: _prepare(mesh, order, job))
        self._progress = StagedProgress(STAGES)
        self.busy_changed.emit(True)

    def cancel(self) -> None:
        """Ask the worker to stop; `cancelled` follows."""
        self.runner.cancel()

    def _on_progress(self, _job_id: int, stage: str, done: int, total: int) -> None:
        fraction = self._progress.update(stage, done, total)
        self.progressed.emit(fraction, self._progress.label)


def _prepare(mesh: Mesh, order: PrintOrder, job: WorkerJob) -> PrintReady:
    from imrecon_gui.core.printing.prepare import prepare

    return prepare(mesh, order, job)
