"""What takes long to load, loaded off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from imrecon_gui.services.job_runner import JobRunner, Worker


class LoadingService(QObject):
    """Loads things once, in a worker of its own: nobody's work has to wait for them.

    Signals:
        loaded(): They are in memory.
        failed(exception): They are not.
    """

    loaded = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker()
        self.runner = JobRunner(self._worker, self)
        self.runner.succeeded.connect(lambda _job_id, _value: self.loaded.emit())
        self.runner.failed.connect(lambda _job_id, error: self.failed.emit(error))

    def start(self, load: Callable[[], None]) -> None:
        """Run a function that loads what is needed."""
        self.runner.start(lambda _job: load())

    def close(self, timeout_s: float) -> bool:
        """Wait for what is being loaded, and end the worker; whether it ended in time."""
        return self._worker.close(timeout_s)
