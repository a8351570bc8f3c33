"""Ways to other programs: opening the mesh in one of them, and the path of the file written last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from imrecon_gui.language import tr
from imrecon_gui.services.handing import Program
from imrecon_gui.ui.context import Context
from imrecon_gui.ui.export_bar import ExportBar

NO_PROGRAM = "No program that opens meshes was found here"
COPY_WORDS = "Copy the path of the last export"


class HandOver(QObject):
    """Offers the programs of this machine for the mesh that the export bar keeps.

    Attributes:
        menu: The programs.
        copy_action: Puts the path of the last export on the clipboard.
        last_path: That path, None if nothing was written yet.

    Signals:
        notice(message, hint): News worth a sentence.
    """

    notice = Signal(str, str)

    def __init__(self, context: Context, bar: ExportBar) -> None:
        super().__init__(bar)
        self._context, self._bar = context, bar
        self._service = context.services.handing
        self.last_path: Path | None = None
        self.menu = QMenu(tr("Open in"), bar)
        self.copy_action = QAction(tr(COPY_WORDS), self)
        self.copy_action.triggered.connect(self.copy_path)
        self._connect()
        self._offer(())
        self._service.look()

    def open_in(self, program: Program) -> None:
        """Hand the mesh to a program, in the format it takes."""
        handout = self._bar.handout(program.suffix)
        if handout is not None:
            self._service.open_in(program, handout)

    def copy_path(self) -> None:
        """Put the path of the last export on the clipboard."""
        if self.last_path is not None:
            QGuiApplication.clipboard().setText(str(self.last_path))

    def add_to(self, menu: QMenu) -> None:
        """Offer both in a menu."""
        menu.addMenu(self.menu)
        menu.addAction(self.copy_action)

    def _offer(self, programs: tuple[Program, ...]) -> None:
        self.menu.clear()
        for program in programs:
            action = self.menu.addAction(program.name)
            action.setToolTip(str(program.path))
            action.triggered.connect(lambda _checked=False, chosen=program: self.open_in(chosen))
        if not programs:
            self.menu.addAction(tr(NO_PROGRAM)).setEnabled(False)
        self._refresh()

    def _refresh(self) -> None:
        self.menu.setEnabled(self._bar.mesh is not None)
        self.copy_action.setEnabled(self.last_path is not None)

    def _on_written(self, path: Path) -> None:
        self.last_path = path
        self._refresh()

    def _on_opened(self, program: Program, path: Path) -> None:
        self._on_written(path)
        self.notice.emit(f"{program.name} is starting with {path.name}.", "It may take a moment.")

    def _connect(self) -> None:
        self._bar.mesh_changed.connect(self._refresh)
        self._service.found.connect(self._offer)
        self._service.opened.connect(self._on_opened)
        self._context.services.export.exported.connect(self._on_written)
