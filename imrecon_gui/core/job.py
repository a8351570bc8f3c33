"""How long work is told to stop, and tells how far it is, without knowing who listens."""

from __future__ import annotations

from typing import Protocol


class Cancelled(Exception):
    """Raised by `Job.check` when the work is no longer wanted; the core never catches it."""


class Job(Protocol):
    """What a long computation is given so that it can be watched and stopped."""

    def check(self) -> None:
        """Raise `Cancelled` if the work should stop; called at least every 100 ms of work."""

    def report(self, stage: str, done: int, total: int) -> None:
        """Say that `done` of `total` units of `stage` are finished; `total` may be 0 if unknown."""


class NullJob:
    """A job that nobody watches and nobody stops."""

    def check(self) -> None:
        """Do nothing."""

    def report(self, stage: str, done: int, total: int) -> None:
        """Do nothing."""


class Quiet:
    """Part of a larger piece of work: it is stopped with it, and tells nobody how far it is."""

    def __init__(self, job: Job) -> None:
        self.check = job.check

    def report(self, _stage: str, _done: int, _total: int) -> None:
        """Say nothing, but stop in time."""
        self.check()


NULL_JOB: Job = NullJob()
