"""The last session, written and read in a worker of its own: the picture is safe before its mesh is begun."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from imrecon_gui.core.types import PreparedImage, ReconResult
from imrecon_gui.services.job_runner import JobRunner, Worker, WorkerJob

if TYPE_CHECKING:
    from imrecon_gui.core.session_file import Session as Session

logger = logging.getLogger(__name__)


class SessionService(QObject):
    """Keeps what the person has before them. A session that cannot be kept or read troubles nobody.

    Attributes:
        worker: The worker of its own.

    Signals:
        loaded(Session): What was kept last time.
    """

    loaded = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = Worker()
        self.runner = JobRunner(self.worker, self)
        self.runner.failed.connect(self._on_failed)
        self._loader = JobRunner(self.worker, self)
        self._loader.succeeded.connect(lambda _job_id, session: self.loaded.emit(session))
        self._loader.failed.connect(self._on_failed)

    def save(
        self,
        path: Path,
        image: PreparedImage,
        result: ReconResult | None = None,
        source: Path | None = None,
        fullness: int = 0,
    ) -> None:
        """Write what is before the person; the newest wins."""

        def write(job: WorkerJob) -> None:
            from imrecon_gui.core.session_file import Session, save_session

            job.check()
            save_session(Session(image, result, source, fullness), path)

        self.runner.start(write)

    def load(self, path: Path) -> None:
        """Read what was kept; `loaded` follows if it can be."""
        self._loader.start(lambda _job: _read(path))

    def forget(self, path: Path) -> None:
        """Keep nothing any more, of this session either until there is something new."""
        self.runner.start(lambda _job: path.unlink(missing_ok=True))

    def close(self, timeout_s: float) -> bool:
        """Write what is still to be written; whether that was done in time."""
        return self.worker.close(timeout_s)

    def _on_failed(self, _job_id: int, error: BaseException) -> None:
        logger.info("The session is not kept: %s", error)


def _read(path: Path) -> Session:
    from imrecon_gui.core.session_file import load_session

    return load_session(path)
