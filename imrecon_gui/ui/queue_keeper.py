"""Brings last time's queue back when the window opens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker

from imrecon_gui.ui.context import Context
from imrecon_gui.ui.problem_bar import ProblemBar

if TYPE_CHECKING:
    from imrecon_gui.services.queue_keeping import KeptQueue
    from imrecon_gui.ui.reconstruct_tab import ReconstructTab

QUEUE_BACK_WORDS = "Last time's queue is back."


class QueueKeeper(QObject):
    """Keeps the queue beside the session: what was done is done, what was not waits for Go on."""

    def __init__(
        self, context: Context, tab: ReconstructTab, problems: ProblemBar, start_empty: Callable[[], None]
    ) -> None:
        """`start_empty` forgets all that was brought back, the queue too."""
        super().__init__(tab)
        self._batch = context.services.batch
        self._service = context.services.queue_keeping
        self._tab, self._problems, self._start_empty = tab, problems, start_empty
        if context.places.session is not None:
            self._service.keep_in(folder_beside(context.places.session))
            self._service.loaded.connect(self._on_loaded)

    def begin(self) -> None:
        """Bring back what was there."""
        self._service.load()

    def forget(self) -> None:
        """Empty the queue, so that nothing of it is kept."""
        for item in self._batch.items:
            self._batch.remove(item.number)

    def _on_loaded(self, queue: KeptQueue) -> None:
        """Show it, unless the person was quicker."""
        if self._batch.items:
            return
        self._service.restore(queue)
        self._select_shown()
        if queue.gone:
            self._say(_gone_words(queue.gone))
        elif queue.items and not self._tab.has_begun:
            self._say(QUEUE_BACK_WORDS)

    def _select_shown(self) -> None:
        """Select the item whose picture is shown, without showing it once more."""
        strip, source = self._tab.queue.strip, self._tab.source
        shown = [item.number for item in self._batch.items if item.path == source and item.result is not None]
        if shown and self._tab.result is not None:
            blocker = QSignalBlocker(strip)
            strip.select(shown[0])
            blocker.unblock()

    def _say(self, words: str) -> None:
        self._problems.show_notice(words, action=("Start empty", self._start_empty))


def folder_beside(session: Path) -> Path:
    """The folder of the queue that goes with a session's file."""
    return session.with_name(f"{session.stem}-queue")


def _gone_words(names: tuple[str, ...]) -> str:
    if len(names) == 1:
        return f"{names[0]} is gone, so it was left out of the queue."
    return f"{len(names)} pictures are gone, so they were left out of the queue."
