"""Pictures of the mesh to keep: a still of the viewport, and a turntable."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QMenu

from imrecon_gui.language import tr
from imrecon_gui.ui.context import Context
from imrecon_gui.ui.incoming import to_pixels
from imrecon_gui.ui.turntable_dialog import TurntableDialog
from imrecon_gui.view3d.viewport import Viewport

STILL_WORDS = "Save a picture of the view…"
TURNTABLE_WORDS = "Save a turntable…"
FILM_WORDS = "Save a turntable as a film…"


class Keepsakes(QObject):
    """Asks for a file and saves what a viewport shows.

    Attributes:
        stem: Of the names to suggest.
        dialog: The turntable's, while one is being made.
    """

    def __init__(self, context: Context, viewport: Viewport) -> None:
        super().__init__(viewport)
        self.stem = "mesh"
        self.dialog: TurntableDialog | None = None
        self._context = context
        self._viewport = viewport

    @property
    def is_possible(self) -> bool:
        """Whether there is a mesh to be seen."""
        return self._viewport.plotter is not None and self._viewport.mesh is not None

    def save_still(self) -> None:
        """Save the viewport as it is, as a PNG."""
        if not self.is_possible:
            return
        pixels = to_pixels(self._viewport.snapshot().toImage())  # before a dialog lies over it
        path = self._ask("Save a picture", f"{self.stem}.png", "PNG picture")
        if path is not None:
            self._context.services.pictures.save_still(pixels[..., :3].copy(), path)

    def save_turntable(self) -> None:
        """Save one turn of the mesh as a GIF, which plays for ever."""
        self._save_turns(".gif", "GIF animation")

    def save_film(self) -> None:
        """Save some turns of the mesh as a film."""
        self._save_turns(".mp4", "MP4 film")

    def _save_turns(self, suffix: str, words: str) -> None:
        if not self.is_possible or self.dialog is not None:
            return
        path = self._ask("Save a turntable", f"{self.stem}{suffix}", words)
        if path is not None:
            service, window = self._context.services.pictures, self._viewport.window()
            self.dialog = TurntableDialog(self._viewport, service, path, window)
            self.dialog.finished.connect(self._on_finished)
            self.dialog.start()

    def add_to(self, menu: QMenu) -> None:
        """Offer all in a menu."""
        menu.addAction(tr(STILL_WORDS)).triggered.connect(lambda _checked=False: self.save_still())
        menu.addAction(tr(TURNTABLE_WORDS)).triggered.connect(lambda _checked=False: self.save_turntable())
        menu.addAction(tr(FILM_WORDS)).triggered.connect(lambda _checked=False: self.save_film())

    def _on_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _ask(self, title: str, name: str, words: str) -> Path | None:
        locations = QStandardPaths.StandardLocation
        pictures = QStandardPaths.writableLocation(locations.PicturesLocation) or str(Path.home())
        folder = self._context.settings.text("picture_out_folder", pictures)
        path = self._context.dialogs.file_to_save(self._viewport.window(), title, Path(folder) / name, words)
        if path is not None:
            self._context.settings.put("picture_out_folder", str(path.parent))
        return path
