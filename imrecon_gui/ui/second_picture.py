"""The second picture of a blend: chosen or dropped, cut out in the worker, and handed on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal

from imrecon_gui.core.types import UInt8Array
from imrecon_gui.ui.blend_row import BlendRow
from imrecon_gui.ui.context import Context

if TYPE_CHECKING:
    from imrecon_gui.ui.reconstruct_tab import ReconstructTab

DROPPED_NAME = "second picture"


class SecondPicture(QObject):
    """Gets a second picture ready for the network; another first picture forgets it.

    Signals:
        taken(PreparedImage): It is ready.
    """

    taken = Signal(object)

    def __init__(self, context: Context, tab: ReconstructTab, row: BlendRow) -> None:
        super().__init__(tab)
        self._context, self._tab, self._row = context, tab, row
        self._service = context.services.second
        self._connect()

    def choose(self) -> None:
        """Ask for a picture file and take it."""
        locations = QStandardPaths.StandardLocation
        pictures = QStandardPaths.writableLocation(locations.PicturesLocation)
        folder = self._context.settings.text("picture_folder", pictures)
        paths = self._context.dialogs.pictures_to_open(self._tab.window(), folder)
        if paths:
            self.take(paths[0])

    def take(self, source: Path | UInt8Array) -> None:
        """Prepare a picture: a file, or pixels (h, w, 3 or 4) uint8."""
        self._service.start(source, None if isinstance(source, Path) else DROPPED_NAME)

    def _connect(self) -> None:
        self._row.picture_asked.connect(self.choose)
        self._row.dropped.connect(self.take)
        self._row.refused.connect(self._tab.problem)
        self._service.prepared.connect(self.taken)
        self._service.failed.connect(self._tab.problem)
        self._tab.picture_taken.connect(self._service.runner.drop)
