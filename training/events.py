"""What a run tells the world, one JSON object a line; and the line `stop`, which it heeds."""

from __future__ import annotations

import json
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from imrecon_gui.core.job import Cancelled
from training.writing import told


class Events:
    """A run's log of events, which is also the `Job` of its data stage.

    Attributes:
        stop_requested: Set once somebody asked the run to end after the current step.
    """

    def __init__(self, folder: Path, stream: IO[str] | None) -> None:
        with told(folder):
            folder.mkdir(parents=True, exist_ok=True)
            self._file = (folder / "events.jsonl").open("a", encoding="utf-8")
        self._stream = stream
        self.stop_requested = threading.Event()

    def say(self, event: str, **values: Any) -> None:
        """Write one event; neither a reader that went away nor a full disk ends the run here."""
        line = json.dumps({"event": event, **values})
        with suppress(OSError):
            self._file.write(json.dumps({"time": round(time.time(), 3), "event": event, **values}) + "\n")
            self._file.flush()
        if self._stream is None:
            return
        try:
            self._stream.write(line + "\n")
            self._stream.flush()
        except (BrokenPipeError, ValueError):
            self._stream = None

    def listen(self, stream: IO[str] | None = None) -> None:
        """Wait for the line `stop` in a thread that never keeps the process alive."""
        threading.Thread(target=self._listen, args=(stream or sys.stdin,), daemon=True).start()

    def _listen(self, stream: IO[str]) -> None:
        for line in stream:
            if line.strip() == "stop":
                self.stop_requested.set()

    def check(self) -> None:
        """Raise `Cancelled` once a stop was asked for."""
        if self.stop_requested.is_set():
            raise Cancelled

    def report(self, stage: str, done: int, total: int) -> None:
        """A `progress` event."""
        self.say("progress", stage=stage, done=done, total=total)


class Unheard(Events):
    """Events of a process that is not the one to tell them, see `training.ranks`."""

    def __init__(self) -> None:
        self.stop_requested = threading.Event()

    def say(self, event: str, **values: Any) -> None:
        """Say nothing."""
