"""Training in a child process, so that no crash of it can take the window down.

The child says one JSON object per line on its output and reads `stop` from its input. Its error
output is kept for the message, should it die without a word.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from imrecon_gui.core.errors import TrainingError
from imrecon_gui.services.training_events import Ended, parse, parse_recipes
from training.categories import NAMES as TRAINABLE

DEFAULT_COMMAND = (sys.executable, "-m", "training")
STOP_GRACE_MS = 120_000
KILL_WAIT_MS = 2_000
MAX_ERROR_LINES = 200

__all__ = ["DEFAULT_COMMAND", "TRAINABLE", "TrainingOrder", "TrainingService"]

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class TrainingOrder:
    """What to train: the recipe, the categories, the minutes, the device, the model's name.

    Attributes:
        meshes: A folder of meshes to learn, a sub-folder for each category; None learns invented shapes.
    """

    recipe: str
    categories: tuple[str, ...]
    minutes: float
    name: str
    run_dir: Path
    models_dir: Path
    device: str = "auto"
    meshes: Path | None = None

    def arguments(self) -> list[str]:
        """The command's arguments after `python -m training`."""
        chosen = [part for category in self.categories for part in ("--category", category)]
        if self.meshes is not None:
            chosen = ["--meshes", str(self.meshes)]
        return [
            *("run", "--recipe", self.recipe, *chosen, "--out", str(self.run_dir)),
            *("--minutes", str(self.minutes), "--device", self.device, "--name", self.name),
            *("--publish", str(self.models_dir), "--events"),
        ]


class TrainingService(QObject):
    """Runs one training process at a time.

    Signals:
        running_changed(bool): Whether a run is going on.
        happened(TrainingEvent): What the run says, all but its end.
        line(text): Whatever else it prints, for the log line.
        ended(Ended): How the run ended; always the last.
        recipes_found(recipes): A tuple of Recipe.
        failed(exception): The run could not start, failed, or died.
    """

    running_changed = Signal(bool)
    happened = Signal(object)
    line = Signal(str)
    ended = Signal(object)
    recipes_found = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        folder: Path,
        command: Sequence[str] = DEFAULT_COMMAND,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._command = tuple(command)
        self._process: QProcess | None = None
        self._recipes: QProcess | None = None
        self._outcome: Ended | None = None
        self._stop_asked = False
        self._errors: list[str] = []
        self._deadline = QTimer(self, singleShot=True, interval=STOP_GRACE_MS)
        self._deadline.timeout.connect(self.kill)

    @property
    def is_running(self) -> bool:
        """Whether a run is going on."""
        return self._process is not None

    def start(self, order: TrainingOrder) -> None:
        """Start a run; raises TrainingError if one is going on already or folders cannot be made."""
        if self._process is not None:
            raise TrainingError("A training run is going on already.", "Stop it before starting another.")
        _make_folders(order)
        self._outcome, self._stop_asked, self._errors = None, False, []
        process = self._process = self._new_process()
        process.readyReadStandardOutput.connect(self._read_output)
        process.readyReadStandardError.connect(self._read_errors)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_process_error)
        self.running_changed.emit(True)
        process.start(self._command[0], [*self._command[1:], *order.arguments()])

    def stop(self) -> None:
        """Ask the run to stop after its current step; after a grace period it is ended."""
        if self._process is not None and not self._stop_asked:
            self._stop_asked = True
            self._process.write(b"stop\n")
            self._deadline.start()

    def kill(self) -> None:
        """End the run at once; its folder keeps what was written."""
        if self._process is not None:
            self._process.kill()

    def close(self) -> None:
        """End the child processes and wait for them; for the window's close."""
        for process in (self._process, self._recipes):
            if process is not None:
                process.blockSignals(True)
                process.kill()
                process.waitForFinished(KILL_WAIT_MS)
        self._process = self._recipes = None
        self._deadline.stop()

    def ask_recipes(self) -> None:
        """Ask the trainer for its recipes; `recipes_found` or `failed` follows."""
        if self._recipes is not None:
            return
        process = self._recipes = self._new_process()
        process.finished.connect(self._on_recipes)
        process.errorOccurred.connect(self._on_recipes_error)
        process.start(self._command[0], [*self._command[1:], "recipes", "--json"])

    def _new_process(self) -> QProcess:
        process = QProcess(self)
        process.setWorkingDirectory(str(self._folder))
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONUNBUFFERED", "1")
        environment.insert("PYTHONIOENCODING", "utf-8")
        process.setProcessEnvironment(environment)
        return process

    def _read_output(self) -> None:
        while self._process is not None and self._process.canReadLine():
            self._take_line(_decode(self._process.readLine().data()))

    def _take_line(self, text: str) -> None:
        event = parse(text)
        if isinstance(event, Ended):
            self._outcome = event
        elif event is not None:
            self.happened.emit(event)
        elif text and not _is_json(text):
            self.line.emit(text)

    def _read_errors(self) -> None:
        if self._process is None:
            return
        lines = _decode(self._process.readAllStandardError().data()).splitlines()
        self._errors = [*self._errors, *lines][-MAX_ERROR_LINES:]

    def _on_process_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and self._process is not None:
            self._conclude(
                Ended("failed", "The training program could not be started.", "Reinstall imrecon.")
            )

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read_errors()
        self._read_output()
        assert self._process is not None
        rest = _decode(self._process.readAllStandardOutput().data())
        if rest:
            self._take_line(rest)
        crashed = status == QProcess.ExitStatus.CrashExit or code != 0
        self._conclude(self._outcome or self._silent_end(crashed))

    def _silent_end(self, crashed: bool) -> Ended:
        """How a run ended that did not say so."""
        if self._stop_asked:
            return Ended("stopped")
        if not crashed:
            return Ended("finished")
        logger.info("The training run died:\n%s", "\n".join(self._errors))
        last = next((line.strip() for line in reversed(self._errors) if line.strip()), "")
        hint = f"Its last words were: {last}" if last else "The machine may have run out of memory."
        return Ended("failed", "The training run ended unexpectedly.", hint)

    def _conclude(self, outcome: Ended) -> None:
        process, self._process = self._process, None
        self._deadline.stop()
        if process is not None:
            process.deleteLater()
        self.running_changed.emit(False)
        if outcome.outcome == "failed":
            self.failed.emit(TrainingError(outcome.message or "The training run failed.", outcome.hint))
        self.ended.emit(outcome)

    def _on_recipes(self, _code: int, _status: QProcess.ExitStatus) -> None:
        process, self._recipes = self._recipes, None
        if process is None:
            return
        recipes = parse_recipes(_decode(process.readAllStandardOutput().data()))
        process.deleteLater()
        if recipes:
            self.recipes_found.emit(recipes)
        else:
            self.failed.emit(_no_recipes())

    def _on_recipes_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and self._recipes is not None:
            self._recipes.deleteLater()
            self._recipes = None
            self.failed.emit(_no_recipes())


def _no_recipes() -> TrainingError:
    return TrainingError("The trainer does not answer.", "Reinstall imrecon with its training package.")


def _make_folders(order: TrainingOrder) -> None:
    try:
        order.run_dir.parent.mkdir(parents=True, exist_ok=True)
        order.models_dir.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        where = error.filename or order.models_dir
        raise TrainingError(
            f"The folder {where} cannot be made.", "Check its rights and the disk."
        ) from error


def _decode(data: bytes | bytearray | memoryview) -> str:
    return bytes(data).decode("utf-8", "replace").strip()


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
