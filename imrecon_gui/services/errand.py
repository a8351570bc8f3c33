"""Short commands of the trainer, each in a child process that goes with the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

KILL_WAIT_MS = 2_000


class Errand(QObject):
    """Runs one command at a time; a new one takes the place of the one before.

    Signals:
        done(output): It ended well, and printed this.
        failed(words): It did not; its last words, "" if it had none.
    """

    done = Signal(str)
    failed = Signal(str)

    def __init__(self, command: Sequence[str], folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = tuple(command)
        self._folder = folder
        self._process: QProcess | None = None

    @property
    def is_running(self) -> bool:
        """Whether a command is under way."""
        return self._process is not None

    def run(self, arguments: Sequence[str]) -> None:
        """Run the trainer's command with these arguments; `done` or `failed` follows."""
        self.cancel()
        process = self._process = QProcess(self)
        process.setWorkingDirectory(str(self._folder))
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONIOENCODING", "utf-8")
        process.setProcessEnvironment(environment)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        process.start(self._command[0], [*self._command[1:], *arguments])

    def cancel(self) -> None:
        """End the command, if there is one; nothing more is heard of it."""
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(KILL_WAIT_MS)
            process.deleteLater()

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.deleteLater()
        if code == 0 and status == QProcess.ExitStatus.NormalExit:
            self.done.emit(_decode(process.readAllStandardOutput().data()))
        else:
            lines = _decode(process.readAllStandardError().data()).splitlines()
            self.failed.emit(lines[-1].strip() if lines else "")

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and self._process is not None:
            process, self._process = self._process, None
            process.deleteLater()
            self.failed.emit("")


def _decode(data: bytes | bytearray | memoryview) -> str:
    return bytes(data).decode("utf-8", "replace").strip()
