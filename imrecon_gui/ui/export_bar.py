"""Keeping the mesh: the format, the size for printing, and the file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QMenu, QToolButton, QWidget

from imrecon_gui.core.types import Mesh, UInt8Array
from imrecon_gui.language import tr
from imrecon_gui.services.handing import Handout
from imrecon_gui.services.reconstruction import DEFAULT_LONGEST_SIDE_MM, EXPORT_SUFFIXES, Up
from imrecon_gui.ui.context import Context
from imrecon_gui.ui.parts import indent
from imrecon_gui.ui.print_dialog import PrintDialog
from imrecon_gui.ui.up_choice import chosen_up
from imrecon_gui.ui.up_menu import UpMenu

MIN_MM, MAX_MM = 1.0, 10_000.0
SIZE_BOX_PX = 96


class ExportBar(QWidget):
    """The size in millimetres and the Export button with its menu of formats.

    Signals:
        exporting(path): A file is being written.
        mesh_changed(): There is another mesh to be kept, or none.
    """

    exporting = Signal(object)
    mesh_changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._mesh: Mesh | None = None
        self._stem = "mesh"
        self.size_box = QDoubleSpinBox(minimum=MIN_MM, maximum=MAX_MM, decimals=0, suffix=" mm")
        self.button = QToolButton()
        self._up_menu = UpMenu(context.settings, self)
        self._build()
        self.set_mesh(None, "mesh")

    @property
    def suffix(self) -> str:
        """The format used last; at first the one the dialog offers first."""
        kept = self._context.settings.text("export_suffix")
        return kept if kept in EXPORT_SUFFIXES else next(iter(EXPORT_SUFFIXES))

    @property
    def up(self) -> Up:
        """The axis that is to point up in the files."""
        return chosen_up(self._context.settings)

    @property
    def mesh(self) -> Mesh | None:
        """The mesh to be kept, None if there is none."""
        return self._mesh

    def handout(self, suffix: str | None = None) -> Handout | None:
        """The mesh as it would be handed to another program: in that format, else in the one used last."""
        if self._mesh is None:
            return None
        return Handout(self._mesh, self._stem, suffix or self.suffix, self.size_box.value(), self.up)

    def set_mesh(self, mesh: Mesh | None, stem: str) -> None:
        """The mesh to be kept, and the stem of the name to suggest; None if there is none."""
        self._mesh, self._stem = mesh, stem
        self.button.setEnabled(mesh is not None)
        self.mesh_changed.emit()

    def set_colours(self, mesh: Mesh, colours: UInt8Array) -> None:
        """Keep colours (n, 3) along with this mesh, if it still is the one to be kept."""
        if self._mesh is mesh:
            self._mesh = replace(mesh, colours=colours)

    def export(self, suffix: str | None = None) -> None:
        """Ask for a file and write the mesh to it."""
        if self._mesh is None:
            return
        suggestion = self._folder() / f"{self._stem}{suffix or self.suffix}"
        path = self._context.dialogs.mesh_to_save(self.window(), suggestion, EXPORT_SUFFIXES)
        if path is None:
            return
        self._remember(path)
        self.exporting.emit(path)
        self._context.services.export.start(self._mesh, path, self.size_box.value(), self.up)

    def prepare_print(self) -> None:
        """Make the mesh ready for the printer in a dialog of its own."""
        if self._mesh is not None:
            suggestion = self._folder() / f"{self._stem}.stl"
            dialog = PrintDialog(self._context, self._mesh, suggestion, self.size_box.value(), self.window())
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _remember(self, path: Path) -> None:
        settings = self._context.settings
        settings.put("export_folder", str(path.parent))
        settings.put("export_suffix", path.suffix.lower())
        settings.put("export_mm", self.size_box.value())

    def _folder(self) -> Path:
        kept = self._context.settings.text("export_folder")
        if kept and Path(kept).is_dir():
            return Path(kept)
        locations = QStandardPaths.StandardLocation
        return Path(QStandardPaths.writableLocation(locations.DocumentsLocation) or Path.home())

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.size_box.setValue(self._context.settings.real("export_mm", DEFAULT_LONGEST_SIDE_MM))
        self.size_box.setAccessibleName(tr("Longest side in millimetres"))
        self.size_box.setToolTip(tr("Longest side in STL and 3MF files; the other formats have no unit"))
        indent(self.size_box)
        self.size_box.setFixedWidth(SIZE_BOX_PX)
        row.addWidget(self.size_box)
        row.addWidget(self._build_button())

    def _build_button(self) -> QToolButton:
        self.button.setObjectName("button")
        self.button.setText(tr("Export"))
        self.button.setIcon(self._context.icons.get("export"))
        self.button.setToolTip(tr("Save the mesh to a file (Ctrl+E)"))
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.button.clicked.connect(lambda: self.export())
        menu = QMenu(self)
        for suffix, words in EXPORT_SUFFIXES.items():
            action = menu.addAction(tr(f"{suffix.removeprefix('.').upper()} · {words}"))
            action.triggered.connect(lambda _checked=False, chosen=suffix: self.export(chosen))
        menu.addMenu(self._up_menu)
        menu.addSeparator()
        menu.addAction(tr("Prepare for printing…")).triggered.connect(lambda: self.prepare_print())
        self.button.setMenu(menu)
        return self.button
