"""What a run was told to do: to stop, to pause, to go on.

The words come from its standard input, see `training.events`, and from its folder, see `training.control`.
"""

from __future__ import annotations

import threading
import time

PAUSE_POLL_S = 0.5


class Orders:
    """What a run was told to do; other threads tell it.

    Attributes:
        stop_requested: Set once somebody asked the run to end after the current step.
        rested: Seconds that the run has paused so far.
    """

    def __init__(self) -> None:
        self.stop_requested = threading.Event()
        self.rested = 0.0
        self._pause_requested = False
        self._changed = threading.Event()

    @property
    def paused(self) -> bool:
        """Whether the run is to wait; a stop ends every pause."""
        return self._pause_requested and not self.stop_requested.is_set()

    def heed(self, word: str) -> None:
        """Follow one of the words; others mean nothing."""
        if word == "stop":
            self.stop_requested.set()
        elif word in ("pause", "resume"):
            self._pause_requested = word == "pause"
        self._changed.set()

    def clock(self) -> float:
        """Seconds, of which those of pauses do not count."""
        return time.monotonic() - self.rested

    def wait(self) -> None:
        """Sleep a moment, or until the next word."""
        self._changed.wait(PAUSE_POLL_S)
        self._changed.clear()
