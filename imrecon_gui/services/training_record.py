"""The record of one run as it grows: the events it wrote, and the other words it printed."""

from __future__ import annotations

import json
from pathlib import Path

from imrecon_gui.services.tail import Tail
from imrecon_gui.services.training_events import TrainingEvent, parse

EVENTS, OUTPUT = "events.jsonl", "output.log"
OLD_BYTES = 2**16
"""Of what was there before, so much is read at a time: the window goes on in between."""
WORDS_BYTES = 16_384
"""Of words printed before, no more than this is looked at."""


class RunRecord:
    """Reads a run's folder: first what was there before, piece by piece, then what is added."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._events = Tail(folder / EVENTS)
        self._n_old = self._events.size
        self._output = Tail(folder / OUTPUT)
        self._output.position = self._said_before = self._output.size

    @property
    def has_old(self) -> bool:
        """Whether there is more to read of what was there before."""
        return self._events.position < self._n_old

    def old(self) -> tuple[TrainingEvent, ...]:
        """The next piece of what was there before."""
        before = self._events.position
        lines = self._events.lines(min(OLD_BYTES, self._n_old - before))
        if self._events.position == before:
            self._n_old = before  # its last line is not whole yet, and counts as new
        return _events_of(lines)

    def new(self) -> tuple[TrainingEvent, ...]:
        """What was added since the last call; all of it."""
        events: list[TrainingEvent] = []
        while lines := self._events.lines():
            events += _events_of(lines)
        return tuple(events)

    def words(self) -> list[str]:
        """The words printed since the last call that are no events."""
        return [line for line in self._output.lines() if line.strip() and not _is_json(line)]

    def recall_words(self) -> None:
        """Let `words` begin with the last of what was printed before."""
        self._output.position = self._said_before = max(0, self._output.size - WORDS_BYTES)

    def last_words(self) -> str:
        """The last line printed since the record was opened, "" if there is none."""
        start = max(self._said_before, self._output.size - WORDS_BYTES)
        lines = _rest(self.folder / OUTPUT, start).splitlines()
        return next((line.strip() for line in reversed(lines) if line.strip() and not _is_json(line)), "")


def _rest(path: Path, start: int) -> str:
    try:
        with path.open("rb") as file:
            file.seek(start)
            return file.read().decode("utf-8", "replace")
    except OSError:
        return ""


def _events_of(lines: list[str]) -> tuple[TrainingEvent, ...]:
    return tuple(event for event in map(parse, lines) if event is not None)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
