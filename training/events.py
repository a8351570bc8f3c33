"""What a run tells the world, one JSON object a line; and its ears for `stop`, `pause` and `resume`."""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from imrecon_gui.core.job import Cancelled
from training.orders import Orders
from training.writing import told


class Events(Orders):
    """A run's log of events, which is also the `Job` of its data stage."""

    def __init__(self, folder: Path | None, stream: IO[str] | None) -> None:
        """Begin or go on with the log of a folder, if any, and tell a stream, if any, the same.

        Raises:
            TrainingError: The folder cannot be written.
        """
        super().__init__()
        self._file: IO[str] | None = None
        if folder is not None:
            with told(folder):
                folder.mkdir(parents=True, exist_ok=True)
                self._file = (folder / "events.jsonl").open("a", encoding="utf-8")
        self._stream = stream

    def say(self, event: str, **values: Any) -> None:
        """Write one event; neither a reader that went away nor a full disk ends the run here."""
        line = json.dumps({"event": event, **values})
        with suppress(OSError):
            self._record(json.dumps({"time": round(time.time(), 3), "event": event, **values}))
        if self._stream is None:
            return
        try:
            self._stream.write(line + "\n")
            self._stream.flush()
        except (OSError, ValueError):  # a window that was closed; Windows does not call it a broken pipe
            self._stream = None

    def _record(self, line: str) -> None:
        if self._file is not None:
            self._file.write(line + "\n")
            self._file.flush()

    def listen(self, stream: IO[str] | None = None) -> None:
        """Heed the words of a stream, a line each, in a thread that never keeps the process alive."""
        threading.Thread(target=self._listen, args=(stream or sys.stdin,), daemon=True).start()

    def _listen(self, stream: IO[str]) -> None:
        for line in stream:
            self.heed(line.strip())

    def rest(self, any_of: Callable[[bool], bool] = bool) -> None:
        """Wait while the run is paused.

        Args:
            any_of: Tells whether any of those pauses who do the work together, see `training.ranks`.
        """
        began, rested = time.monotonic(), False
        while any_of(self.paused):
            if not rested:
                self.say("paused")
            rested = True
            self.wait()
        if rested:
            self.rested += time.monotonic() - began
            if not self.stop_requested.is_set():
                self.say("resumed")

    def check(self) -> None:
        """Wait while the run is paused; raise `Cancelled` once a stop was asked for."""
        self.rest()
        if self.stop_requested.is_set():
            raise Cancelled

    def report(self, stage: str, done: int, total: int) -> None:
        """A `progress` event."""
        self.say("progress", stage=stage, done=done, total=total)


class Unheard(Events):
    """Events of a process that is not the one to tell them, see `training.ranks`."""

    def __init__(self) -> None:
        super().__init__(None, None)

    def wait(self) -> None:
        """Sleep where the first rank is asked again, who sleeps here."""
