"""From a picture to a mesh: one service per thing a person can ask of the worker."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from imrecon_gui.core.errors import ExportError
from imrecon_gui.core.export import FORMATS
from imrecon_gui.core.types import Mesh, ReconRequest, ReconResult, UInt8Array
from imrecon_gui.core.up_axis import Up
from imrecon_gui.services.engine import Engine
from imrecon_gui.services.job_runner import JobRunner, Worker
from imrecon_gui.services.stages import StagedProgress

__all__ = [
    "DEFAULT_LONGEST_SIDE_MM",
    "EXPORT_SUFFIXES",
    "DeviceService",
    "ExportService",
    "Order",
    "PreparationService",
    "ReconstructionService",
    "Up",
]

EXPORT_SUFFIXES = {f".{name}": words for name, words in FORMATS.items()}
DEFAULT_LONGEST_SIDE_MM = 100.0


@dataclass(frozen=True)
class Order:
    """What to reconstruct, with which model file, on which device."""

    request: ReconRequest
    model: Path
    device: str = "auto"


class PreparationService(QObject):
    """Reads and cuts out pictures in the worker.

    Signals:
        busy_changed(bool): Whether a picture is being prepared.
        prepared(PreparedImage): A picture is ready for the network.
        failed(exception): The picture cannot be used.
    """

    busy_changed = Signal(bool)
    prepared = Signal(object)
    failed = Signal(object)

    def __init__(self, engine: Engine, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self.runner = JobRunner(worker, self)
        self.runner.succeeded.connect(lambda _job_id, image: self.prepared.emit(image))
        self.runner.failed.connect(lambda _job_id, error: self.failed.emit(error))
        self.runner.finished.connect(lambda _job_id: self.busy_changed.emit(self.runner.is_busy))

    def start(self, source: Path | UInt8Array, name: str | None = None) -> int:
        """Prepare a file, or pixels (h, w, 3 or 4) uint8; the newest picture wins."""
        job_id = self.runner.start(lambda job: self._engine.prepare(source, name, job))
        self.busy_changed.emit(True)
        return job_id


class ReconstructionService(QObject):
    """Makes meshes in the worker.

    Signals:
        busy_changed(bool): Whether a reconstruction is running.
        progressed(fraction, label): How far it is, from 0 to 1, never falling, and in words.
        sketched(Mesh): A coarse mesh of what is being made.
        succeeded(ReconResult), failed(exception), cancelled(): exactly one of them.
    """

    busy_changed = Signal(bool)
    progressed = Signal(float, str)
    sketched = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, engine: Engine, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._progress = StagedProgress()
        self.runner = JobRunner(worker, self)
        self.runner.progress.connect(self._on_progress)
        self.runner.partial.connect(lambda _job_id, mesh: self.sketched.emit(mesh))
        self.runner.succeeded.connect(self._on_success)
        self.runner.failed.connect(lambda _job_id, error: self.failed.emit(error))
        self.runner.cancelled.connect(lambda _job_id: self.cancelled.emit())
        self.runner.finished.connect(lambda _job_id: self.busy_changed.emit(self.runner.is_busy))

    @property
    def is_busy(self) -> bool:
        """Whether a reconstruction is running."""
        return self.runner.is_busy

    def start(self, order: Order) -> int:
        """Start a reconstruction; one that runs already is cancelled."""
        job_id = self.runner.start(
            lambda job: self._engine.reconstruct(order.request, order.model, order.device, job, job.partial)
        )
        self._progress = StagedProgress()
        self.busy_changed.emit(True)
        self.progressed.emit(0.0, "Starting")
        return job_id

    def cancel(self) -> None:
        """Ask the reconstruction to stop; `cancelled` follows."""
        self.runner.cancel()

    def _on_progress(self, _job_id: int, stage: str, done: int, total: int) -> None:
        fraction = self._progress.update(stage, done, total)
        self.progressed.emit(fraction, self._progress.label)

    def _on_success(self, _job_id: int, result: ReconResult) -> None:
        self.progressed.emit(1.0, "Done")
        self.succeeded.emit(result)


class ExportService(QObject):
    """Writes mesh files in the worker.

    Signals:
        exported(path): The file is written.
        failed(exception): It is not.
    """

    exported = Signal(object)
    failed = Signal(object)

    def __init__(self, engine: Engine, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self.runner = JobRunner(worker, self)
        self.runner.succeeded.connect(lambda _job_id, path: self.exported.emit(path))
        self.runner.failed.connect(lambda _job_id, error: self.failed.emit(error))

    def start(
        self,
        mesh: Mesh,
        path: Path,
        longest_side_mm: float = DEFAULT_LONGEST_SIDE_MM,
        up: Up = Up.USUAL,
    ) -> None:
        """Write the mesh; the suffix decides the format."""
        if path.suffix.lower() not in EXPORT_SUFFIXES:
            known = ", ".join(EXPORT_SUFFIXES)
            self.failed.emit(
                ExportError(f"“{path.name}” has no known mesh format.", f"End its name in {known}.")
            )
            return
        self.runner.start(lambda _job: self._write(mesh, path, longest_side_mm, up))

    def _write(self, mesh: Mesh, path: Path, longest_side_mm: float, up: Up) -> Path:
        self._engine.export(mesh, path, longest_side_mm, up)
        return path


class DeviceService(QObject):
    """Asks the worker which devices there are, which also brings torch into memory early.

    Signals:
        found(devices): A tuple of DeviceChoice.
        failed(exception): The machine could not be asked.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, engine: Engine, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self.runner = JobRunner(worker, self)
        self.runner.succeeded.connect(lambda _job_id, devices: self.found.emit(devices))
        self.runner.failed.connect(lambda _job_id, error: self.failed.emit(error))

    def start(self) -> None:
        """Ask once the window is open."""
        self.runner.start(lambda _job: self._engine.devices())
