"""Several pictures, one after another: each is prepared, reconstructed and kept with its mesh.

One item is at work at a time, in the worker that all services share. An item that fails keeps the
sentence that says why, and the next one begins. What is kept of an item is its picture and its mesh.
"""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from imrecon_gui.core.errors import ImreconError
from imrecon_gui.core.queue_file import Recipe
from imrecon_gui.core.types import Mesh, PreparedImage, ReconRequest, ReconResult, UInt8Array
from imrecon_gui.core.up_axis import Up
from imrecon_gui.services.engine import Engine
from imrecon_gui.services.job_runner import JobRunner, Worker, WorkerJob

MAX_ITEMS = 48
"""A picture of a thousand pixels a side and a fine mesh take some 12 MB of memory."""

UNFORESEEN = "Something went wrong that nobody foresaw; the log says more."

logger = logging.getLogger(__name__)


class State(Enum):
    """How far an item is."""

    WAITING = "waiting"
    AT_WORK = "at work"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, eq=False)
class Item:
    """One picture of the queue.

    Attributes:
        number: Its name for the service; never used twice.
        path: The picture file.
        recipe: How it is reconstructed.
        state: How far it is.
        sentence: Why it failed, empty if it did not.
        image: The picture as the network saw it, None until it is prepared.
        result: What came of it, None until it is done.
        colours: (n, 3) uint8 of its mesh's vertices, None if the model does not tell the camera.
    """

    number: int
    path: Path
    recipe: Recipe
    state: State = State.WAITING
    sentence: str = ""
    image: PreparedImage | None = None
    result: ReconResult | None = None
    colours: UInt8Array | None = None

    @property
    def mesh(self) -> Mesh | None:
        """The mesh to keep, with its colours; None until it is done."""
        return replace(self.result.mesh, colours=self.colours) if self.result is not None else None


__all__ = ["MAX_ITEMS", "BatchService", "Item", "Recipe", "State"]

Made = tuple[ReconResult, UInt8Array | None]
"""What comes of an item: the result, and the colours of its mesh."""


class BatchService(QObject):
    """The queue.

    Signals:
        changed(item): An item was added, or is in another state.
        removed(number): An item is gone.
        busy_changed(bool): Whether items are being worked on.
        exported(paths), failed(exception): All meshes are written, or one could not be.
    """

    changed = Signal(object)
    removed = Signal(int)
    busy_changed = Signal(bool)
    exported = Signal(object)
    failed = Signal(object)

    def __init__(self, engine: Engine, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._numbers = itertools.count(1)
        self._items: dict[int, Item] = {}
        self._current = 0
        self.runner = JobRunner(worker, self)
        self.runner.partial.connect(lambda _job_id, image: self._update(image=image))
        self.runner.succeeded.connect(self._on_success)
        self.runner.failed.connect(self._on_failed)
        self.runner.cancelled.connect(lambda _job_id: self._update(state=State.CANCELLED))
        self.runner.finished.connect(lambda _job_id: self._next())
        self.exporter = JobRunner(worker, self)
        self.exporter.succeeded.connect(lambda _job_id, paths: self.exported.emit(paths))
        self.exporter.failed.connect(lambda _job_id, error: self.failed.emit(error))

    @property
    def items(self) -> tuple[Item, ...]:
        """The items, in the order in which they came."""
        return tuple(self._items.values())

    @property
    def is_busy(self) -> bool:
        """Whether items are being worked on."""
        return self.runner.is_busy

    def item(self, number: int) -> Item | None:
        """The item of that number, None if it is gone."""
        return self._items.get(number)

    def add(self, paths: Iterable[Path], recipe: Recipe) -> int:
        """Queue pictures behind those there are; how many there was no room for."""
        wanted = list(paths)
        room = max(0, MAX_ITEMS - len(self._items))
        for path in wanted[:room]:
            self._put(Item(next(self._numbers), path, recipe))
        self._next()
        return len(wanted[room:])

    def restore(self, items: Iterable[Item]) -> None:
        """Queue items of an earlier queue, in the state they are in, under new numbers."""
        for item in items:
            self._put(replace(item, number=next(self._numbers)))

    def cancel(self) -> None:
        """Stop: what is at work and what waits is cancelled; what is done stays."""
        for item in self.items:
            if item.state is State.WAITING:
                self._put(replace(item, state=State.CANCELLED))
        self.runner.cancel()

    def go_on(self) -> None:
        """Take up again what was cancelled."""
        for item in self.items:
            if item.state is State.CANCELLED:
                self._put(replace(item, state=State.WAITING))
        self._next()

    def remove(self, number: int) -> None:
        """Take an item away, and stop working on it."""
        if self._items.pop(number, None) is not None:
            self.removed.emit(number)
            if number == self._current:
                self.runner.cancel()

    def improve(self, number: int, image: PreparedImage, made: Made) -> None:
        """Keep a better picture and mesh of an item, which the person has mended or made finer."""
        item = self._items.get(number)
        if item is not None:
            result, colours = made
            self._put(
                replace(item, state=State.DONE, sentence="", image=image, result=result, colours=colours)
            )

    def export(self, folder: Path, suffix: str, longest_side_mm: float, up: Up = Up.USUAL) -> None:
        """Write every finished mesh into a folder, called like its picture; nothing is replaced there."""
        done = [(item.path.stem, item.mesh) for item in self.items if item.mesh is not None]

        def write(mesh: Mesh, path: Path) -> None:
            self._engine.export(mesh, path, longest_side_mm, up)

        self.exporter.start(lambda job: _write(done, folder, suffix, write, job))

    def close(self) -> None:
        """Work on nothing any more."""
        self.cancel()
        self.exporter.cancel()

    def _next(self) -> None:
        waiting = next((item for item in self.items if item.state is State.WAITING), None)
        if waiting is None or self.is_busy:
            self.busy_changed.emit(self.is_busy)
            return
        self._current = waiting.number
        self._update(state=State.AT_WORK)
        self.runner.start(_work(self._engine, waiting))
        self.busy_changed.emit(True)

    def _on_success(self, _job_id: int, made: Made) -> None:
        self._update(state=State.DONE, result=made[0], colours=made[1])

    def _on_failed(self, _job_id: int, error: BaseException) -> None:
        if not isinstance(error, ImreconError):
            logger.error("Unforeseen error in the queue", exc_info=error)
        sentence = str(error) if isinstance(error, ImreconError) else UNFORESEEN
        self._update(state=State.FAILED, sentence=sentence)

    def _update(self, **changes: object) -> None:
        """Change the item at work, unless it has been taken away."""
        item = self._items.get(self._current)
        if item is not None:
            self._put(replace(item, **changes))  # type: ignore[arg-type]

    def _put(self, item: Item) -> None:
        self._items[item.number] = item
        self.changed.emit(item)


def _write(
    done: list[tuple[str, Mesh]],
    folder: Path,
    suffix: str,
    write: Callable[[Mesh, Path], None],
    job: WorkerJob,
) -> list[Path]:
    written = []
    for stem, mesh in done:
        job.check()
        path = free_path(folder, stem, suffix)
        write(mesh, path)
        written.append(path)
    return written


def free_path(folder: Path, stem: str, suffix: str) -> Path:
    """A file in the folder that does not exist yet: "chair.stl", else "chair-2.stl" and so on."""
    names = itertools.chain([stem], (f"{stem}-{i}" for i in itertools.count(2)))
    return next(path for name in names if not (path := folder / f"{name}{suffix}").exists())


def _work(engine: Engine, item: Item) -> Callable[[WorkerJob], Made]:
    """The function that reconstructs one item in the worker; its partial result is the prepared picture."""
    recipe = item.recipe

    def work(job: WorkerJob) -> Made:
        image = engine.prepare(item.path, None, job)
        job.partial(image)
        request = ReconRequest(
            image, recipe.category, recipe.resolution, recipe.threshold, fairing=recipe.fairing
        )
        result = engine.reconstruct(request, recipe.model, recipe.device, job, lambda _mesh: None)
        if result.viewpoint is None:
            return result, None
        return result, engine.paint(result.mesh, image, result.viewpoint, job).colours

    return work
