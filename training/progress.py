"""A count on the error stream, for commands that take minutes."""

from __future__ import annotations

import sys


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
