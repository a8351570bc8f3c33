"""Undo and redo, bounded in memory."""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar


class Sized(Protocol):
    """A change that knows how much memory it keeps."""

    @property
    def n_bytes(self) -> int:
        """Bytes it keeps alive."""


ChangeT = TypeVar("ChangeT", bound=Sized)


class History(Generic[ChangeT]):
    """The changes made, and those taken back.

    The oldest are forgotten once all together keep more than `limit` bytes; the newest never is.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._done: list[ChangeT] = []
        self._undone: list[ChangeT] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to make again."""
        return bool(self._undone)

    @property
    def last(self) -> ChangeT | None:
        """The newest change made, None if there is none."""
        return self._done[-1] if self._done else None

    @property
    def n_bytes(self) -> int:
        """Bytes that all changes keep."""
        return sum(change.n_bytes for change in (*self._done, *self._undone))

    def push(self, change: ChangeT, replaces_last: bool = False) -> None:
        """Add a change just made; what was taken back before is gone."""
        self._undone.clear()
        if replaces_last:
            self._done.pop()
        self._done.append(change)
        while len(self._done) > 1 and self.n_bytes > self._limit:
            self._done.pop(0)

    def undo(self) -> ChangeT | None:
        """The change to take back, None if there is none."""
        return self._move(self._done, self._undone)

    def redo(self) -> ChangeT | None:
        """The change to make again, None if there is none."""
        return self._move(self._undone, self._done)

    def _move(self, source: list[ChangeT], target: list[ChangeT]) -> ChangeT | None:
        if not source:
            return None
        target.append(source.pop())
        return target[-1]
