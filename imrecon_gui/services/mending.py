"""Mending a cut-out: what is quick is done at once, cutting out anew in the worker."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from imrecon_gui.core.framing import Box
from imrecon_gui.core.mend_steps import Pose
from imrecon_gui.core.mender import MAX_FILL, MIN_FILL, Mender
from imrecon_gui.core.types import PreparedImage, UInt8Array
from imrecon_gui.services.engine import Engine
from imrecon_gui.services.job_runner import JobRunner, Worker

__all__ = ["MAX_FILL", "MIN_FILL", "Box", "Mender", "MendingService", "Pose"]


class MendingService(QObject):
    """Opens pictures for mending, and cuts out again inside a rectangle.

    Signals:
        busy_changed(bool): Whether the object is being cut out again.
        cut(alpha): The (h, w) uint8 mask found.
        failed(exception): None was found.
    """

    busy_changed = Signal(bool)
    cut = Signal(object)
    failed = Signal(object)

    def __init__(self, engine: Engine, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self.runner = JobRunner(worker, self)
        self.runner.succeeded.connect(lambda _job_id, alpha: self.cut.emit(alpha))
        self.runner.failed.connect(lambda _job_id, error: self.failed.emit(error))
        self.runner.finished.connect(lambda _job_id: self.busy_changed.emit(self.runner.is_busy))

    def open(self, image: PreparedImage) -> Mender:
        """A mender of the picture; it goes on where the picture was mended before."""
        return Mender(image)

    def start(self, photo: UInt8Array, box: Box) -> None:
        """Cut out what stands out inside a box of an (h, w, 3) uint8 picture; the newest box wins."""
        self.runner.start(lambda job: self._engine.cut_out_box(photo, box, job))
        self.busy_changed.emit(True)

    def cancel(self) -> None:
        """Ask the worker to stop."""
        self.runner.cancel()
