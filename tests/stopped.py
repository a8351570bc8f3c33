"""A job that somebody has stopped."""

from __future__ import annotations

from imrecon_gui.core.job import Cancelled


class Stopped:
    """Stops at the check after `after` more."""

    def __init__(self, after: int = 0) -> None:
        self.left = after

    def check(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled

    def report(self, stage: str, done: int, total: int) -> None:
        pass
