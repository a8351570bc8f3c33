"""What the window shows when it opens: last time's picture, or at the very first a sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from imrecon_gui.core.types import PreparedImage, ReconResult
from imrecon_gui.ui.context import Context
from imrecon_gui.ui.problem_bar import ProblemBar
from imrecon_gui.ui.queue_keeper import QueueKeeper

if TYPE_CHECKING:
    from imrecon_gui.services.session import Session
    from imrecon_gui.ui.reconstruct_tab import ReconstructTab

WELCOMED_KEY = "welcomed"
FIRST_SAMPLE = "dining-chair"
BACK_WORDS = "Last time's picture is back."
SAMPLE_WORDS = "This is one of the samples. Drop a picture of your own in its place."


class SessionKeeper(QObject):
    """Keeps the tab's picture, mask and mesh, and the queue, from one start to the next.

    It writes as soon as there is something new, so a crash loses nothing either.
    """

    def __init__(self, context: Context, tab: ReconstructTab, problems: ProblemBar) -> None:
        super().__init__(tab)
        self._context, self._tab, self._problems = context, tab, problems
        self._path = context.places.session
        self._service = context.services.session
        self._queue = QueueKeeper(context, tab, problems, self.forget)
        if self._path is not None:
            context.services.preparation.prepared.connect(self._on_prepared)
            context.services.reconstruction.succeeded.connect(self._on_success)
            tab.shown_again.connect(self._on_success)
            self._service.loaded.connect(self._on_loaded)

    def begin(self) -> None:
        """Bring back what was there; show a sample to a person who is here for the first time."""
        if self._path is not None and self._path.exists():
            self._service.load(self._path)
        elif not self._context.settings.flag(WELCOMED_KEY, False):
            self._show_sample()
        self._context.settings.put(WELCOMED_KEY, True)
        self._queue.begin()

    def forget(self) -> None:
        """Clear the window and keep nothing."""
        self._problems.hide()
        self._tab.clear()
        self._queue.forget()
        if self._path is not None:
            self._service.forget(self._path)

    def _show_sample(self) -> None:
        examples = self._context.places.examples
        chosen = next((path for path in examples if path.stem == FIRST_SAMPLE), next(iter(examples), None))
        if chosen is not None and not self._tab.has_begun:
            self._tab.take(chosen)
            self._problems.show_notice(SAMPLE_WORDS)

    def _on_loaded(self, session: Session) -> None:
        """Show it, unless the person was quicker."""
        if self._tab.has_begun:
            return
        self._tab.params.show_fullness(session.fullness)
        self._tab.restore(session.image, session.result, session.source)
        self._problems.show_notice(BACK_WORDS, action=("Start empty", self.forget))

    def _on_prepared(self, image: PreparedImage) -> None:
        self._save(image, None)

    def _on_success(self, result: ReconResult) -> None:
        if self._tab.image is not None:
            self._save(self._tab.image, result)

    def _save(self, image: PreparedImage, result: ReconResult | None) -> None:
        if self._path is not None:
            fullness = self._tab.params.fullness.slider.value()
            self._service.save(self._path, image, result, self._tab.source, fullness)
