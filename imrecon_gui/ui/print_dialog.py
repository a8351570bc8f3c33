"""The dialog in which a mesh is made ready for the printer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from imrecon_gui.core.errors import ImreconError
from imrecon_gui.core.types import Mesh
from imrecon_gui.language import tr
from imrecon_gui.services.printing import PrintReady
from imrecon_gui.ui.context import Context
from imrecon_gui.ui.parts import card, keep_place, label
from imrecon_gui.ui.print_form import PrintForm
from imrecon_gui.ui.print_report import PrintReportTable
from imrecon_gui.ui.up_box import UpBox
from imrecon_gui.ui.up_choice import chosen_up
from imrecon_gui.view3d.scene import DARK_SCENE, LIGHT_SCENE
from imrecon_gui.view3d.viewport import Viewport

FORMATS = {
    ".stl": "STL (usually Z up, millimetres)",
    ".3mf": "3MF (usually Z up, millimetres)",
    ".obj": "Wavefront OBJ (usually Y up, millimetres)",
}
_MILLIMETRES_BY_THEMSELVES = (".stl", ".3mf")
PAUSE_BEFORE_WORK_MS = 350
OPEN_VIEWPORT_AFTER_MS = 30
FIRST_SIZE = QSize(1016, 690)
LEFT_WIDTH_PX = 284
REPORT_HEIGHT_PX = 286


class PrintDialog(QDialog):
    """Makes one mesh ready; the mesh given is never changed.

    Attributes:
        prepared: The mesh made ready as chosen, None while it is being made.
        form: The choices.
        viewport: The mesh made ready.
        table: The report on it.
        headline: The report in one sentence.
        status: What is being done, what went wrong, and what could not be done.
        work_button: Stops the work; starts it again when it was stopped.
        export_button: Saves the mesh made ready.
    """

    def __init__(
        self,
        context: Context,
        mesh: Mesh,
        suggestion: Path,
        length_mm: float = 100.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._service = context.services.printing
        self._mesh = mesh
        self._suggestion = suggestion
        self.prepared: PrintReady | None = None
        self.form = PrintForm(length_mm, UpBox(context.settings))
        self.viewport = Viewport()
        self.table = PrintReportTable(context.theme)
        self.headline = label("", "cardTitle", wraps=True)
        self.status = label("", "muted", wraps=True)
        self.progress_bar = QProgressBar(maximum=1000, textVisible=False)
        self.work_button = QPushButton(tr("Stop"))
        self.export_button = QPushButton(tr("Export…"))
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_BEFORE_WORK_MS)
        self.setWindowTitle(tr("Prepare for printing"))
        self._build()
        self._connect()
        self._on_theme()
        self.viewport.show_mesh(mesh)
        self._on_changed()
        if parent is not None:
            parent.installEventFilter(self)

    def start(self) -> None:
        """Make the mesh ready as chosen."""
        self._timer.stop()
        self._service.start(self._mesh, self.form.order)

    def export(self) -> None:
        """Ask for a file and save the mesh made ready to it."""
        ready = self.prepared
        if ready is None:
            return
        path = self._context.dialogs.mesh_to_save(self, self._suggestion, FORMATS)
        if path is None:
            return
        self._context.settings.put("export_folder", str(path.parent))
        has_unit = path.suffix.lower() in _MILLIMETRES_BY_THEMSELVES
        mesh = ready.mesh if has_unit else ready.in_millimetres
        self.status.setText(tr(f"Saving {path.name} …"))
        up = chosen_up(self._context.settings)
        self._context.services.export.start(mesh, path, ready.longest_side_mm, up)

    def showEvent(self, event: QShowEvent) -> None:
        """Open the preview once the dialog is on the screen."""
        super().showEvent(event)
        QTimer.singleShot(OPEN_VIEWPORT_AFTER_MS, self, self._open_viewport)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop what is under way and let go of OpenGL, however the dialog went."""
        self._timer.stop()
        self._service.cancel()
        if not event.spontaneous():  # else it is merely minimised
            self.viewport.shut()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go with the window: it does not take its dialogs along by itself."""
        if event.type() is QEvent.Type.Hide and not event.spontaneous():
            self.reject()
        return super().eventFilter(watched, event)

    def _open_viewport(self) -> None:
        if self.isVisible():
            self.viewport.open()
        if self.viewport.plotter is not None:
            self.viewport.plotter.hide_axes()  # on the printer it is z that points up

    def _on_changed(self) -> None:
        """The last mesh is not what is chosen now: make another, soon."""
        self.prepared = None
        self.export_button.setEnabled(False)
        self._service.cancel()
        self._timer.start()

    def _on_busy(self, is_busy: bool) -> None:
        self.progress_bar.setVisible(is_busy)
        self.work_button.setVisible(is_busy or self.prepared is None)
        self.work_button.setText(tr("Stop" if is_busy else "Update"))
        if is_busy:
            self.progress_bar.setValue(0)
            self.status.setText(tr("Making it ready …"))

    def _on_progress(self, fraction: float, words: str) -> None:
        self.progress_bar.setValue(round(fraction * self.progress_bar.maximum()))
        self.status.setText(tr(f"{words} …"))

    def _on_ready(self, ready: PrintReady) -> None:
        if self._timer.isActive():
            return
        self.prepared = ready
        self.export_button.setEnabled(True)
        self.viewport.show_mesh(ready.mesh)
        self.table.show_verdicts(ready.verdicts)
        self.headline.setText(tr(_headline(ready)))
        self.status.setText(tr("\n".join(ready.notes)))

    def _on_cancelled(self) -> None:
        self.status.setText(tr("Stopped." if not self._timer.isActive() else ""))

    def _on_failed(self, error: BaseException) -> None:
        self.status.setText(tr(str(error)))
        if not isinstance(error, ImreconError):
            raise error  # a bug, for the window's dialog

    def _on_unsaved(self, error: BaseException) -> None:
        self.status.setText(tr(str(error)))

    def _on_exported(self, path: Path) -> None:
        self.status.setText(tr(f"Saved as {path.name}."))

    def _on_work_button(self) -> None:
        if self._service.runner.is_busy:
            self._service.cancel()
        else:
            self.start()

    def _on_theme(self) -> None:
        self.viewport.set_colours(DARK_SCENE if self._context.theme.is_dark else LIGHT_SCENE)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.start)
        self.form.changed.connect(self._on_changed)
        self.work_button.clicked.connect(self._on_work_button)
        self.export_button.clicked.connect(self.export)
        self._context.theme.changed.connect(self._on_theme)
        self._service.busy_changed.connect(self._on_busy)
        self._service.progressed.connect(self._on_progress)
        self._service.ready.connect(self._on_ready)
        self._service.failed.connect(self._on_failed)
        self._service.cancelled.connect(self._on_cancelled)
        exporting = self._context.services.export
        exporting.exported.connect(self._on_exported)
        exporting.failed.connect(self._on_unsaved)

    def _build(self) -> None:
        self.resize(FIRST_SIZE)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(14)
        row.addLayout(self._build_left())
        row.addWidget(self._build_right(), 1)

    def _build_left(self) -> QVBoxLayout:
        frame, inside = card("Prepare for printing")
        inside.addWidget(self.form)
        inside.addWidget(self.progress_bar)
        inside.addWidget(self.status)
        inside.addWidget(self.work_button, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        keep_place(self.progress_bar)
        keep_place(self.work_button)
        frame.setFixedWidth(LEFT_WIDTH_PX)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(frame, 1)
        self.export_button.setObjectName("primary")
        close = QPushButton(tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        column.addWidget(self.export_button)
        column.addWidget(close)
        return column

    def _build_right(self) -> QWidget:
        frame, inside = card()
        inside.addWidget(self.viewport, 1)
        inside.addWidget(self.headline)
        self.table.setFixedHeight(REPORT_HEIGHT_PX)
        inside.addWidget(self.table)
        return frame


def _headline(ready: PrintReady) -> str:
    n = sum(not verdict.is_good for verdict in ready.verdicts)
    if not n:
        return "Ready to print."
    return "One thing to look at before you print." if n == 1 else f"{n} things to look at before you print."
