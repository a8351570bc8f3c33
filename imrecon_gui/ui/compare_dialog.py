"""The reconstruction beside the truth: turned together, measured, and coloured by its errors."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from imrecon_gui.core.errors import ImreconError
from imrecon_gui.core.types import Mesh, Paint
from imrecon_gui.language import tr
from imrecon_gui.services.comparing import F_THRESHOLD, Comparison, Truth
from imrecon_gui.ui.context import Context
from imrecon_gui.ui.heat_legend import HeatLegend
from imrecon_gui.ui.parts import card, label
from imrecon_gui.view3d.linked import link_cameras
from imrecon_gui.view3d.scene import DARK_SCENE, LIGHT_SCENE, DrawStyle
from imrecon_gui.view3d.viewport import Viewport

OURS_AFTER_MS, THEIRS_AFTER_MS = 30, 250
"""From the dialog's showing to the first viewport's opening, and on to the second one's: the first is drawn
then, see `view3d.canvas`."""

FIRST_SIZE = QSize(1040, 640)
COMPARING = "Comparing …"
FRAME_WORDS = "Both are centred and scaled to a longest side of 1; neither is turned."
OPEN_WORDS = "The other mesh is not closed, so the overlap is a guess."


class CompareDialog(QDialog):
    """Compares one mesh with one truth.

    Attributes:
        comparison: What was found, None until then.
        ours: The reconstruction, coloured by its distance to the truth.
        theirs: The truth.
        figures: Overlap and distances in one line.
        status: What is being done, what went wrong, and how both were placed.
    """

    def __init__(self, context: Context, mesh: Mesh, truth: Truth, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._service = context.services.comparing
        self.comparison: Comparison | None = None
        self.ours, self.theirs = Viewport(), Viewport(is_two_sided=True)
        self.figures = label(COMPARING, "cardTitle")
        self.status = label(FRAME_WORDS, "muted", wraps=True)
        self.legend = HeatLegend()
        self.setWindowTitle(tr(f"Compared with {name}"))
        self._build(name)
        self._on_theme()
        self.ours.set_style(DrawStyle.PHOTO)
        self.ours.show_mesh(mesh)
        self._service.compared.connect(self._on_compared)
        self._service.failed.connect(self._on_failed)
        context.theme.changed.connect(self._on_theme)
        parent.installEventFilter(self)
        self._service.start(mesh, truth)

    def showEvent(self, event: QShowEvent) -> None:
        """Open the viewports once the dialog is on the screen."""
        super().showEvent(event)
        QTimer.singleShot(OURS_AFTER_MS, self, self._open_viewports)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop what is under way and let go of OpenGL, however the dialog went."""
        if not event.spontaneous():  # else it is merely minimised
            self._service.cancel()
            self.ours.shut()
            self.theirs.shut()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go with the window: it does not take its dialogs along by itself."""
        if event.type() is QEvent.Type.Hide and not event.spontaneous():
            self.reject()
        return super().eventFilter(watched, event)

    def _open_viewports(self) -> None:
        if self.isVisible():
            self.ours.open()
            QTimer.singleShot(THEIRS_AFTER_MS, self, self._open_theirs)

    def _open_theirs(self) -> None:
        if self.isVisible():
            self.theirs.open()
            link_cameras(self.ours, self.theirs)

    def _on_compared(self, found: Comparison) -> None:
        heat = Paint(found.colours, np.ones(len(found.colours), np.float32))
        self.ours.show_mesh(found.mesh, heat)
        QTimer.singleShot(0, self, lambda: self._show_truth(found))

    def _show_truth(self, found: Comparison) -> None:
        self.comparison = found
        self.theirs.show_mesh(found.truth)
        self.figures.setText(tr(figures(found)))
        self.status.setText(tr(FRAME_WORDS if found.is_truth_closed else f"{OPEN_WORDS} {FRAME_WORDS}"))

    def _on_failed(self, error: BaseException) -> None:
        self.figures.setText(tr("Not compared"))
        self.status.setText(tr(str(error)))
        if not isinstance(error, ImreconError):
            raise error  # a bug, for the window's dialog

    def _on_theme(self) -> None:
        for viewport in (self.ours, self.theirs):
            viewport.set_colours(DARK_SCENE if self._context.theme.is_dark else LIGHT_SCENE)

    def _build(self, name: str) -> None:
        self.resize(FIRST_SIZE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 14)
        layout.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(_titled("The reconstruction, coloured by its error", self.ours), 1)
        row.addWidget(_titled(name, self.theirs), 1)
        layout.addLayout(row, 1)
        layout.addWidget(self.legend)
        layout.addWidget(self.figures, 0, Qt.AlignmentFlag.AlignHCenter)
        bottom = QHBoxLayout()
        bottom.addWidget(self.status, 1)
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.reject)
        bottom.addWidget(close)
        layout.addLayout(bottom)


def figures(found: Comparison) -> str:
    """Volume overlap, distance and F-score in one line."""
    return (
        f"Volume overlap (IoU) {found.iou:.1%}   ·   "
        f"mean distance (Chamfer-L1) {found.chamfer_l1:.2%} of the longest side   ·   "
        f"F-score at {F_THRESHOLD:.0%}: {found.f_score:.1%}"
    )


def _titled(title: str, viewport: Viewport) -> QWidget:
    frame, inside = card(title)
    inside.addWidget(viewport, 1)
    return frame
