"""Pictures of the mesh, written in the worker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from imrecon_gui.core.types import UInt8Array
from imrecon_gui.services.job_runner import JobRunner, Worker, WorkerJob


class PictureService(QObject):
    """Writes stills and turntables.

    Signals:
        progressed(fraction): How far the encoding is, from 0 to 1.
        saved(path): The file is written.
        failed(exception), cancelled(): It is not.
    """

    progressed = Signal(float)
    saved = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner = JobRunner(worker, self)
        self.runner.progress.connect(lambda _job_id, _stage, done, total: self.progressed.emit(done / total))
        self.runner.succeeded.connect(lambda _job_id, path: self.saved.emit(path))
        self.runner.failed.connect(lambda _job_id, error: self.failed.emit(error))
        self.runner.cancelled.connect(lambda _job_id: self.cancelled.emit())

    def save_turntable(self, frames: Sequence[UInt8Array], path: Path) -> None:
        """Write frames (h, w, 3) uint8 as a GIF, or as a film where the path ends like one."""
        self.runner.start(_turntable(tuple(frames), path))

    def save_still(self, pixels: UInt8Array, path: Path) -> None:
        """Write a picture (h, w, 3 or 4) uint8 as a PNG."""
        self.runner.start(_still(pixels, path))

    def cancel(self) -> None:
        """Ask the worker to stop; nothing is left behind."""
        self.runner.cancel()


def _turntable(frames: Sequence[UInt8Array], path: Path) -> Callable[[WorkerJob], Path]:
    def run(job: WorkerJob) -> Path:
        from imrecon_gui.core.turntable import FILM, write_film, write_gif

        write = write_film if path.suffix.lower() == FILM else write_gif
        return write(frames, path, job)

    return run


def _still(pixels: UInt8Array, path: Path) -> Callable[[WorkerJob], Path]:
    def write(_job: WorkerJob) -> Path:
        from imrecon_gui.core.turntable import write_png

        return write_png(pixels, path)

    return write
