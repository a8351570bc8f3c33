"""The queue from one start of the window to the next, written and read beside the session, in its worker."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from imrecon_gui.core.queue_file import KeptItem, KeptQueue, QueueFolder
from imrecon_gui.core.session_file import Session
from imrecon_gui.services.batch import BatchService, Item, State
from imrecon_gui.services.job_runner import JobRunner, Worker, WorkerJob

__all__ = ["KeptQueue", "QueueKeeping"]

logger = logging.getLogger(__name__)


class QueueKeeping(QObject):
    """Keeps the batch service's queue. One that cannot be kept or read troubles nobody.

    Signals:
        loaded(KeptQueue): What was kept last time.
    """

    loaded = Signal(object)

    def __init__(self, batch: BatchService, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._batch = batch
        self._folder: QueueFolder | None = None
        self.runner, self._loader = JobRunner(worker, self), JobRunner(worker, self)
        self._loader.succeeded.connect(lambda _job_id, queue: self.loaded.emit(queue))
        for runner in (self.runner, self._loader):
            runner.failed.connect(self._on_failed)

    def keep_in(self, path: Path) -> None:
        """Keep the queue in that folder from now on."""
        self._folder = QueueFolder(path)
        self._batch.changed.connect(self._save)
        self._batch.removed.connect(self._save)

    def load(self) -> None:
        """Read what was kept; `loaded` follows if it can be."""
        folder = self._folder
        if folder is not None:
            self._loader.start(lambda _job: folder.load())

    def restore(self, queue: KeptQueue) -> None:
        """Put it back: what was not done yet is cancelled, until the person lets it go on."""
        self._batch.restore([_restored(item) for item in queue.items])
        self._save()  # what is gone is not missed a second time

    def _save(self) -> None:
        """Write the queue as it is now; the newest wins."""
        folder, items = self._folder, [_kept(item) for item in self._batch.items]

        def write(job: WorkerJob) -> None:
            if folder is not None:
                folder.save(items, job)

        self.runner.start(write)

    def _on_failed(self, _job_id: int, error: BaseException) -> None:
        logger.info("The queue is not kept: %s", error)


def _kept(item: Item) -> KeptItem:
    made = None
    if item.image is not None and item.result is not None:
        made = Session(item.image, item.result, item.path, colours=item.colours)
    return KeptItem(item.path, item.recipe, item.sentence, made)


def _restored(kept: KeptItem) -> Item:
    item = Item(0, kept.source, kept.recipe, State.CANCELLED)
    if kept.sentence:
        return replace(item, state=State.FAILED, sentence=kept.sentence)
    made = kept.made
    if made is None or made.result is None:
        return item
    return replace(item, state=State.DONE, image=made.image, result=made.result, colours=made.colours)
