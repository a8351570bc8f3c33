"""The network step by step: every question of the lesson is answered in the worker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from imrecon_gui.core.lesson import AXES, DIRECTIONS, Cloud, Lesson, Nudge, Reading
from imrecon_gui.core.types import AUTO, PreparedImage
from imrecon_gui.core.viewpoint import Viewpoint
from imrecon_gui.services.engine import Engine
from imrecon_gui.services.job_runner import JobRunner, Worker, WorkerJob

__all__ = ["AXES", "DIRECTIONS", "Cloud", "LessonOrder", "LessonService", "Nudge", "Reading", "Viewpoint"]

Question = Callable[[WorkerJob], Any]


@dataclass(frozen=True)
class LessonOrder:
    """Which picture to read, with which model file, on which device; a file is cut out first."""

    image: PreparedImage | Path
    model: Path
    category: str = AUTO
    device: str = "auto"


class LessonService(QObject):
    """Reads one picture and answers questions about it, one at a time.

    A new question takes the place of the last one. Those a slider asks are patient instead: they wait
    until the one before is answered, and only the last of them is kept, so that a picture follows the hand.

    Signals:
        busy_changed(bool): Whether an answer is being found.
        progressed(fraction): How far it is, from 0 to 1.
        read(Reading): The picture is read.
        clouded(Cloud): Points and probabilities.
        sliced(probabilities): An (n, n) float32 picture of a plane.
        built(Mesh): Boxes or a surface, None where there is nothing.
        failed(exception): There is no answer.
    """

    busy_changed = Signal(bool)
    progressed = Signal(float)
    read = Signal(object)
    clouded = Signal(object)
    sliced = Signal(object)
    built = Signal(object)
    failed = Signal(object)

    def __init__(self, engine: Engine, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._lesson: Lesson | None = None
        self._waiting: tuple[str, Question] | None = None
        self.runner = JobRunner(worker, self)
        self.runner.progress.connect(
            lambda _id, _stage, done, total: self.progressed.emit(done / max(total, 1))
        )
        self.runner.succeeded.connect(lambda _job_id, answer: self._on_answer(*answer))
        self.runner.failed.connect(lambda _job_id, error: self.failed.emit(error))
        self.runner.finished.connect(lambda _job_id: self._on_finished())

    def open(self, order: LessonOrder) -> None:
        """Read a picture; `read` or `failed` follows."""
        self._lesson = None
        self._ask("read", lambda job: self._teach(order, job))

    def ask_cloud(self, resolution: int) -> None:
        """Ask at every node of a grid; `clouded` follows."""
        self._ask("clouded", lambda job: self._taught.cloud(resolution, job))

    def ask_slice(self, axis: str, at: float) -> None:
        """Ask on a plane across an axis, patiently; `sliced` follows."""
        self._ask("sliced", lambda job: self._taught.slice(axis, at, job), is_patient=True)

    def ask_voxels(self, resolution: int) -> None:
        """Ask for boxes; `built` follows."""
        self._ask("built", lambda job: self._taught.voxels(resolution, job))

    def ask_mesh(self, resolution: int, nudge: Nudge | None = None) -> None:
        """Ask for a surface, patiently if the latent code is moved; `built` follows."""
        moved = nudge or Nudge()
        self._ask("built", lambda job: self._taught.mesh(resolution, moved, job), nudge is not None)

    def cancel(self) -> None:
        """Ask the worker to stop, and forget what waits."""
        self._waiting = None
        self.runner.cancel()

    @property
    def _taught(self) -> Lesson:
        assert self._lesson is not None, "no picture has been read"
        return self._lesson

    def _teach(self, order: LessonOrder, job: WorkerJob) -> Lesson:
        image = order.image
        if isinstance(image, Path):
            image = self._engine.prepare(image, None, job)
        return self._engine.teach(image, order.category, order.model, order.device, job)

    def _ask(self, signal: str, question: Question, is_patient: bool = False) -> None:
        if is_patient and self.runner.is_busy:
            self._waiting = (signal, question)
            return
        self._waiting = None
        self.runner.start(lambda job: (signal, question(job)))
        self.busy_changed.emit(True)

    def _on_progress(self, _job_id: int, _stage: str, done: int, total: int) -> None:
        self.progressed.emit(done / max(total, 1))

    def _on_answer(self, signal: str, answer: Any) -> None:
        if signal == "read":
            self._lesson, answer = answer, answer.reading
        getattr(self, signal).emit(answer)

    def _on_finished(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None and not self.runner.is_busy:
            self._ask(*waiting)
        self.busy_changed.emit(self.runner.is_busy)
