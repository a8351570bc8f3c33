"""A count on the error stream, for commands that take minutes."""

from __future__ import annotations

import sys
import time


class Counter:
    """A `Job` that writes one line over and over, on terminals only.

    Attributes:
        things: What is counted, in words.
    """

    def __init__(self, things: str) -> None:
        self.things = things

    def check(self) -> None:
        """Never stops: the keyboard's interrupt does."""

    def report(self, stage: str, done: int, total: int) -> None:
        """Write how many of how many."""
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{stage}: {done} of {total} {self.things}" + "\n" * (done == total))
            sys.stderr.flush()


class Timed(Counter):
    """A count with the time that is left, for work of equal pieces some of which may be done already."""

    def __init__(self, things: str) -> None:
        super().__init__(things)
        self._began: tuple[float, int] | None = None

    def report(self, stage: str, done: int, total: int) -> None:
        """Write how many of how many, and how long the rest will take."""
        self._began = self._began or (time.monotonic(), done)
        self.things = self.things.split(",")[0] + self._left(done, total)
        super().report(stage, done, total)

    def _left(self, done: int, total: int) -> str:
        began, first = self._began or (0.0, done)
        if done <= first or done == total:
            return ""
        minutes = (time.monotonic() - began) / (done - first) * (total - done) / 60
        return f", {minutes:.0f} min left " if minutes >= 1 else ", less than a minute left "
