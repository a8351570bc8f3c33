"""A handle by which the mesh is dragged out of the window, as a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QEnterEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from imrecon_gui.language import tr
from imrecon_gui.services.handing import Handout
from imrecon_gui.services.reconstruction import EXPORT_SUFFIXES
from imrecon_gui.ui.context import Context
from imrecon_gui.ui.export_bar import ExportBar

DRAG_PX = 32


class DragHandle(QToolButton):
    """Writes the file when the mouse comes near, and lets it be dragged once it is there.

    A click offers the formats.
    """

    def __init__(self, context: Context, bar: ExportBar) -> None:
        super().__init__()
        self._context, self._bar = context, bar
        self._wanted: Handout | None = None
        self._file: Path | None = None
        self._pressed_at = QPoint()
        self.menu_of_formats = self._build_menu()
        self.setObjectName("flat")
        self.setIcon(context.icons.get("drag"))
        self.setAccessibleName(tr("Drag the mesh into another program"))
        self.clicked.connect(self._show_menu)
        bar.mesh_changed.connect(self._on_mesh)
        context.services.handing.written.connect(self._on_written)
        context.services.handing.failed.connect(self._on_failed)
        self._on_mesh()

    @property
    def file(self) -> Path | None:
        """The file that would be dragged now, None if it is not written yet."""
        handout = self._bar.handout()
        return self._file if handout is not None and handout.is_like(self._wanted) else None

    def prepare(self) -> None:
        """Have the file written, unless it is or will be."""
        handout = self._bar.handout()
        if handout is not None and not handout.is_like(self._wanted):
            self._wanted, self._file = handout, None
            self._context.services.handing.write(handout)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Begin to write the file: in a moment it may be dragged."""
        self.prepare()
        super().enterEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag would begin."""
        self._pressed_at = event.position().toPoint()
        self.prepare()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the file, once it is there and the mouse has gone far enough."""
        way = (event.position().toPoint() - self._pressed_at).manhattanLength()
        is_far = way >= QApplication.startDragDistance()
        if event.buttons() & Qt.MouseButton.LeftButton and is_far and self.file is not None:
            self.setDown(False)
            self._drag(self.file)
            return
        super().mouseMoveEvent(event)

    def _drag(self, file: Path) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(file))])
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.setPixmap(self._context.icons.get("cube").pixmap(DRAG_PX, DRAG_PX))
        drag.exec(Qt.DropAction.CopyAction)

    def _on_written(self, handout: Handout, path: Path) -> None:
        if handout is self._wanted:
            self._file = path

    def _on_failed(self) -> None:
        """Try again when the mouse comes again."""
        if self._file is None:
            self._wanted = None

    def _on_mesh(self) -> None:
        self.setEnabled(self._bar.mesh is not None)
        name = self._bar.suffix.removeprefix(".").upper()
        self.setToolTip(tr(f"Drag the mesh, as {name}, into a program or a folder; click for other formats"))

    def _choose(self, suffix: str) -> None:
        self._context.settings.put("export_suffix", suffix)
        self._on_mesh()
        self.prepare()

    def _show_menu(self) -> None:
        for action in self.menu_of_formats.actions():
            action.setChecked(action.data() == self._bar.suffix)
        self.menu_of_formats.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _build_menu(self) -> QMenu:
        menu = QMenu(self)
        for suffix, words in EXPORT_SUFFIXES.items():
            action = menu.addAction(tr(f"Drag as {suffix.removeprefix('.').upper()} · {words}"))
            action.setCheckable(True)
            action.setData(suffix)
            action.triggered.connect(lambda _checked=False, chosen=suffix: self._choose(chosen))
        return menu
