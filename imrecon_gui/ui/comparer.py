"""The ways to a comparison: a mesh file, chosen or dropped on the viewport, and a sample's true shape."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QStandardPaths, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMenu

from imrecon_gui.core.errors import MeshFileError
from imrecon_gui.core.types import Mesh
from imrecon_gui.language import tr
from imrecon_gui.services.comparing import READABLE, Truth, file_truth, sample_truth
from imrecon_gui.ui.compare_dialog import CompareDialog
from imrecon_gui.ui.context import Context
from imrecon_gui.view3d.viewport import Viewport

FILE_WORDS = "Compare with a mesh…"
SAMPLE_WORDS = "Compare with the sample's true shape"


class Comparer(QObject):
    """Opens comparisons with the mesh of the last result.

    Signals:
        problem(exception): There is nothing to compare, or nothing to compare with.
    """

    problem = Signal(object)

    def __init__(self, context: Context, viewport: Viewport) -> None:
        super().__init__(viewport)
        self._context = context
        self._viewport = viewport
        self._mesh: Mesh | None = None
        self._sample = ""
        viewport.setAcceptDrops(True)
        viewport.installEventFilter(self)

    def set_mesh(self, mesh: Mesh | None, sample: str) -> None:
        """The reconstruction, and the name of the sample picture it was made from, empty if of another."""
        self._mesh, self._sample = mesh, sample

    def choose(self) -> None:
        """Ask for a mesh file and compare with it."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._context.settings.text("compare_folder", documents)
        path = self._context.dialogs.mesh_to_open(self._viewport.window(), folder, tuple(READABLE))
        if path is not None:
            self._context.settings.put("compare_folder", str(path.parent))
            self.compare_file(path)

    def compare_file(self, path: Path) -> None:
        """Compare with the mesh in a file."""
        self._open(file_truth(path), path.name)

    def compare_sample(self) -> None:
        """Compare with the shape that the sample picture shows."""
        if self._mesh is not None and not self._sample:
            self.problem.emit(
                MeshFileError(
                    "Only of the sample pictures is the true shape known.",
                    "Reconstruct one of them, or compare with a mesh file.",
                )
            )
            return
        self._open(sample_truth(self._sample), "The true shape")

    def add_to(self, menu: QMenu) -> None:
        """Offer both in a menu."""
        menu.addAction(tr(FILE_WORDS)).triggered.connect(lambda _checked=False: self.choose())
        menu.addAction(tr(SAMPLE_WORDS)).triggered.connect(lambda _checked=False: self.compare_sample())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take mesh files that are dropped on the viewport."""
        if isinstance(event, QDropEvent) and event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            path = _dropped(event)
            if path is None:
                return False
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            if not isinstance(event, QDragEnterEvent):
                self.compare_file(path)
            return True
        return super().eventFilter(watched, event)

    def _open(self, truth: Truth, name: str) -> None:
        if self._mesh is None:
            self.problem.emit(
                MeshFileError("There is no reconstruction to compare yet.", "Reconstruct a picture first.")
            )
            return
        dialog = CompareDialog(self._context, self._mesh, truth, name, self._viewport.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _dropped(event: QDropEvent) -> Path | None:
    """The first mesh file in it, None if there is none or it is the window's own."""
    if event.source() is not None:
        return None
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return next((path for path in paths if path.suffix.lower() in READABLE), None)
