"""Training in a process of its own: no crash of it takes the window down, and it goes on without the window.

Window and run speak through the run's folder: the run adds what it does to `events.jsonl`, which is read
four times a second, and heeds one word in a file `control`. So a run that an earlier window started is
followed as one's own.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from imrecon_gui.core.errors import TrainingError
from imrecon_gui.services.errand import Errand
from imrecon_gui.services.training_events import (
    Ended,
    Paused,
    Resumed,
    Started,
    TrainingEvent,
    parse_recipes,
)
from imrecon_gui.services.training_order import GoOnOrder, TrainingOrder
from imrecon_gui.services.training_process import CONTROL, RunProcess, find_living, launch, send
from imrecon_gui.services.training_record import RunRecord
from training.categories import NAMES as TRAINABLE

DEFAULT_COMMAND = (sys.executable, "-m", "training")
STOP_GRACE_MS = 120_000
LOOK_MS = 250

__all__ = ["DEFAULT_COMMAND", "TRAINABLE", "GoOnOrder", "TrainingOrder", "TrainingService"]

logger = logging.getLogger(__name__)


class TrainingService(QObject):
    """Starts and follows one training run at a time.

    Attributes:
        run_dir: The folder of the run that is followed, or was last; None if there was none.
        is_paused: Whether the run waits to be told to go on.

    Signals:
        running_changed(bool): Whether a run is going on.
        paused_changed(bool): Whether it waits.
        recalled(events): What its folder told already when it was opened, a tuple of TrainingEvent a time.
        happened(TrainingEvent): What the run says now, all but its end.
        line(text): Whatever else it prints.
        ended(Ended): How the run ended; always the last.
        recipes_found(recipes): A tuple of Recipe.
        failed(exception): The run could not start, failed, or died.
    """

    running_changed = Signal(bool)
    paused_changed = Signal(bool)
    recalled = Signal(object)
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
        self.run_dir: Path | None = None
        self.is_paused = False
        self._folder = folder
        self._command = tuple(command)
        self._process: RunProcess | None = None
        self._record: RunRecord | None = None
        self._outcome: Ended | None = None
        self._heeds_old = self._stop_asked = False
        self._recipes = Errand(command, folder, self)
        self._recipes.done.connect(self._on_recipes)
        self._recipes.failed.connect(lambda _words: self.failed.emit(_no_recipes()))
        self._looks = QTimer(self, interval=LOOK_MS)
        self._looks.timeout.connect(self._look)
        self._deadline = QTimer(self, singleShot=True, interval=STOP_GRACE_MS)
        self._deadline.timeout.connect(self.kill)

    @property
    def is_running(self) -> bool:
        """Whether a run is going on that is followed here."""
        return self._process is not None

    def start(self, order: TrainingOrder | GoOnOrder) -> None:
        """Start a run; raises TrainingError if one is going on already or folders cannot be made."""
        if self._process is not None:
            raise TrainingError("A training run is going on already.", "Stop it before starting another.")
        _make_folders(order)
        (order.run_dir / CONTROL).unlink(missing_ok=True)
        self._open(order.run_dir, heeds_old=False)
        try:
            process = launch((*self._command, *order.arguments()), self._folder, order.run_dir)
        except OSError as error:
            logger.info("The training program could not be started: %s", error)
            self._conclude(
                Ended("failed", "The training program could not be started.", "Reinstall imrecon.")
            )
            return
        self._follow(process)

    def attach(self, run_dir: Path) -> None:
        """Follow a run that goes on already, from its beginning; raises TrainingError if one is followed."""
        if self._process is not None:
            raise TrainingError("A training run is going on already.", "Stop it before starting another.")
        record = self._open(run_dir, heeds_old=True)
        record.recall_words()
        self._follow(RunProcess(run_dir))

    def attach_living(self, runs_dir: Path) -> bool:
        """Follow the run that goes on among these folders, if there is one; whether a run is followed now."""
        found = None if self.is_running else find_living(runs_dir)
        if found is not None:
            self.attach(found)
        return self.is_running

    def stop(self) -> None:
        """Ask the run to stop after its current step; after a grace period it is ended."""
        if self._process is not None and not self._stop_asked:
            self._stop_asked = True
            self._deadline.start()
            self._send("stop")

    def pause(self) -> None:
        """Ask the run to wait after its current step."""
        self._send("pause")

    def resume(self) -> None:
        """Ask a run that waits to go on."""
        self._send("resume")

    def kill(self) -> None:
        """End the run at once; its folder keeps what was written."""
        if self._process is not None:
            self._process.kill()

    def close(self) -> None:
        """Follow no more; the run itself goes on. For the window's close."""
        self._looks.stop()
        self._deadline.stop()
        self._recipes.cancel()
        self._process = self._record = None

    def ask_recipes(self) -> None:
        """Ask the trainer for its recipes; `recipes_found` or `failed` follows."""
        if not self._recipes.is_running:
            self._recipes.run(["recipes", "--json"])

    def _open(self, run_dir: Path, heeds_old: bool) -> RunRecord:
        self.run_dir, self._heeds_old = run_dir, heeds_old
        self._outcome, self._stop_asked = None, False
        self._set_paused(False)
        self._record = RunRecord(run_dir)
        return self._record

    def _follow(self, process: RunProcess) -> None:
        self._process = process
        self.running_changed.emit(True)
        self._looks.start(0 if self._record and self._record.has_old else LOOK_MS)

    def _look(self) -> None:
        """Read what is there by now, of what was there before one piece a time."""
        record, process = self._record, self._process
        if record is None or process is None:
            return
        if record.has_old:
            self._recall(record.old())
            return
        self._looks.setInterval(LOOK_MS)
        is_alive = process.is_alive  # asked first: what it said before its end is then read below
        for words in record.words():
            self.line.emit(words)
        for event in record.new():
            self._take(event)
        if not is_alive and self._process is process:
            self._conclude(self._outcome or self._silent_end())

    def _recall(self, events: tuple[TrainingEvent, ...]) -> None:
        for event in events:
            if not isinstance(event, Ended) or self._heeds_old:
                self._note(event)
        self.recalled.emit(tuple(event for event in events if not isinstance(event, Ended)))

    def _take(self, event: TrainingEvent) -> None:
        self._note(event)
        if isinstance(event, Started) and self._stop_asked:
            self._send("stop")  # it was asked before it listened
        if not isinstance(event, Ended):
            self.happened.emit(event)

    def _note(self, event: TrainingEvent) -> None:
        if isinstance(event, Ended | Started):
            self._outcome = event if isinstance(event, Ended) else None
        if isinstance(event, Started | Paused | Resumed):
            self._set_paused(isinstance(event, Paused))

    def _set_paused(self, is_paused: bool) -> None:
        if is_paused is not self.is_paused:
            self.is_paused = is_paused
            self.paused_changed.emit(is_paused)

    def _send(self, word: str) -> None:
        if self._process is None or self.run_dir is None:
            return
        try:
            send(self.run_dir, word)
        except OSError as error:
            reason = error.strerror or str(error)
            self.failed.emit(
                TrainingError(
                    f"The run cannot be told to {word}: {reason}.", "Check its folder and the disk."
                )
            )

    def _silent_end(self) -> Ended:
        """How a run ended that did not say so."""
        if self._stop_asked:
            return Ended("stopped")
        last = self._record.last_words() if self._record else ""
        logger.info("The training run died; its last words: %s", last)
        hint = f"Its last words were: {last}" if last else "The machine may have run out of memory."
        return Ended("failed", "The training run ended unexpectedly.", hint)

    def _conclude(self, outcome: Ended) -> None:
        self._process = self._record = None
        self._looks.stop()
        self._deadline.stop()
        self._set_paused(False)
        self.running_changed.emit(False)
        if outcome.outcome == "failed":
            self.failed.emit(TrainingError(outcome.message or "The training run failed.", outcome.hint))
        self.ended.emit(outcome)

    def _on_recipes(self, output: str) -> None:
        recipes = parse_recipes(output)
        if recipes:
            self.recipes_found.emit(recipes)
        else:
            self.failed.emit(_no_recipes())


def _no_recipes() -> TrainingError:
    return TrainingError("The trainer does not answer.", "Reinstall imrecon with its training package.")


def _make_folders(order: TrainingOrder | GoOnOrder) -> None:
    try:
        order.run_dir.mkdir(parents=True, exist_ok=True)
        order.models_dir.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        where = error.filename or order.models_dir
        raise TrainingError(
            f"The folder {where} cannot be made.", "Check its rights and the disk."
        ) from error
