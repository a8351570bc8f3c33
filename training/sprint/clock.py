"""How much of a sprint is over. Its length stands in a file, and may be changed there while it runs."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

from imrecon_gui.core.whole_file import write_whole
from training.stages import rate_factor

MINUTES = "minutes.txt"
STEPS = 10_000
"""Into which the time is divided for `rate_factor`."""


class Clock:
    """Runs from its making on."""

    def __init__(self, folder: Path, minutes: float) -> None:
        """Write the length into a folder that exists."""
        self._file, self._minutes = folder / MINUTES, minutes
        self._start = self._begun = time.monotonic()
        write_whole(self._file, f"{minutes}\n".encode())

    def begin(self) -> None:
        """Preparations are over: from now on it counts how much is over."""
        self._begun = time.monotonic()

    def minutes(self) -> float:
        """The length, in which preparations are counted; what is no number there changes nothing."""
        with suppress(OSError, ValueError):
            self._minutes = float(self._file.read_text(encoding="utf-8"))
        return self._minutes

    def share(self) -> float:
        """Of the time between the beginning and the end, how much is over, in [0, 1]."""
        whole = self._start + 60 * self.minutes() - self._begun
        return min(1.0, (time.monotonic() - self._begun) / whole) if whole > 0 else 1.0

    def rate_factor(self, last: float) -> float:
        """The learning rate over its peak; `last` is that at the end."""
        return rate_factor(int(self.share() * STEPS), STEPS, last)
