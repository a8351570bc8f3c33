"""Where the queue meets the tab: pictures go in, finished items are shown, all meshes are saved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt

from imrecon_gui.core.errors import ImageError, ModelError
from imrecon_gui.core.types import Paint, ReconResult, UInt8Array
from imrecon_gui.services.batch import MAX_ITEMS, Item, Recipe, State
from imrecon_gui.ui.context import Context
from imrecon_gui.ui.queue_strip import QueueStrip

if TYPE_CHECKING:
    from imrecon_gui.ui.reconstruct_tab import ReconstructTab


class QueueDesk(QObject):
    """Wires the batch service, its strip and the tab.

    Attributes:
        strip: The row of items.
    """

    def __init__(self, context: Context, tab: ReconstructTab) -> None:
        super().__init__(tab)
        self._context, self._tab = context, tab
        self._service = context.services.batch
        self.strip = QueueStrip(context)
        self._connect()

    def add(self, paths: Sequence[Path]) -> None:
        """Queue these pictures, to be reconstructed with the parameters chosen now."""
        params = self._tab.params
        if params.model is None:
            self._tab.problem.emit(ModelError("No model is installed yet.", "Train one in the Train tab."))
            return
        recipe = Recipe(
            params.model.path,
            params.device,
            params.category,
            params.resolution,
            params.threshold,
            params.fairing,
        )
        n_before = len(self._service.items)
        n_left_out = self._service.add(paths, recipe)
        if not self.strip.selected and n_before < len(self._service.items):
            self.strip.select(self._service.items[n_before].number)
        if n_left_out:
            self._tab.problem.emit(
                ImageError(
                    f"The queue holds {MAX_ITEMS} pictures, so {n_left_out} were left out.",
                    "Remove what is done, or add them later.",
                )
            )

    def export_all(self) -> None:
        """Ask for a folder and write every finished mesh there, in the format used last."""
        bar = self._tab.view.export_bar
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kept = self._context.settings.text("export_folder", documents)
        folder = self._context.dialogs.folder_to_save(self._tab.window(), kept)
        if folder is not None:
            self._context.settings.put("export_folder", str(folder))
            self._service.export(folder, bar.suffix, bar.size_box.value(), bar.up)

    def _on_changed(self, item: Item) -> None:
        self.strip.show_item(item)
        is_news = item.state is State.FAILED or (
            item.result is not None and item.result is not self._tab.result
        )
        if item.number == self.strip.selected and is_news:
            self._show(item.number)

    def _show(self, number: int) -> None:
        """Show what there is of an item: its picture and mesh, its picture, or why it failed."""
        item = self._service.item(number)
        if item is None:
            return
        if item.state is State.FAILED:
            self._tab.problem.emit(ImageError(f"{item.path.name}: {item.sentence}"))
        elif item.image is not None and item.result is not None:
            self._tab.show_finished(item.image, item.result, item.path)

    def _keep(self, result: ReconResult, colours: UInt8Array | None = None) -> None:
        """Keep what the person made anew of the item that is shown."""
        item, image = self._service.item(self.strip.selected), self._tab.image
        if item is not None and image is not None and result is self._tab.result:
            self._service.improve(item.number, image, (result, colours))

    def _on_painted(self, result: ReconResult, paint: Paint) -> None:
        self._keep(result, paint.colours)

    def _on_exported(self, paths: Sequence[Path]) -> None:
        n = len(paths)
        self._tab.notice.emit(
            f"{n} meshes are saved." if n != 1 else "One mesh is saved.", f"In {paths[0].parent}"
        )

    def _connect(self) -> None:
        self._service.changed.connect(self._on_changed)
        self._service.removed.connect(self.strip.remove_item)
        self._service.busy_changed.connect(self.strip.set_busy)
        self._service.exported.connect(self._on_exported)
        self._service.failed.connect(self._tab.problem)
        self.strip.chosen.connect(self._show)
        self.strip.remove_asked.connect(self._service.remove)
        self.strip.cancel_asked.connect(self._service.cancel)
        self.strip.go_on_asked.connect(self._service.go_on)
        self.strip.export_asked.connect(self.export_all)
        queued = Qt.ConnectionType.QueuedConnection  # after the tab has heard of it
        self._context.services.reconstruction.succeeded.connect(self._keep, queued)
        self._context.services.painting.painted.connect(self._on_painted)
        self._tab.picture_taken.connect(lambda: self.strip.select(0))
        self._tab.image_panel.several_chosen.connect(self.add)
