"""Makes a turntable while the person waits, and lets them change their mind."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QProgressBar, QPushButton, QVBoxLayout, QWidget

from imrecon_gui.language import tr
from imrecon_gui.services.pictures import PictureService
from imrecon_gui.ui.parts import label
from imrecon_gui.view3d.turntable import FRAMES, Turntable
from imrecon_gui.view3d.viewport import Viewport

WIDTH_PX = 360


class TurntableDialog(QDialog):
    """Draws the frames, has them written, and closes itself.

    Attributes:
        progress_bar: Frames drawn, then frames encoded.
        cancel_button: Gives up; no file is left behind.
    """

    def __init__(self, viewport: Viewport, service: PictureService, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._service, self._path = service, path
        self._turntable = Turntable(viewport)
        self._status = label("Drawing …", "muted")
        self.progress_bar = QProgressBar(maximum=2 * FRAMES, textVisible=False)
        self.cancel_button = QPushButton(tr("Cancel"))
        self.setWindowTitle(tr("Saving a turntable"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._build()
        self._connect()

    def start(self) -> None:
        """Show the dialog and begin."""
        self.open()
        self._turntable.start()

    def done(self, code: int) -> None:
        """Stop whatever is under way, however the dialog goes."""
        self._turntable.stop()
        if code == QDialog.DialogCode.Rejected:
            self._service.cancel()
        super().done(code)

    def _on_drawn(self) -> None:
        if self.isVisible():
            self._status.setText(tr("Writing the file …"))
            self._service.save_turntable(self._turntable.frames, self._path)

    def _on_encoded(self, fraction: float) -> None:
        self.progress_bar.setValue(FRAMES + round(fraction * FRAMES))

    def _connect(self) -> None:
        self._turntable.drawn.connect(self.progress_bar.setValue)
        self._turntable.finished.connect(self._on_drawn)
        self.cancel_button.clicked.connect(self.reject)
        self._service.progressed.connect(self._on_encoded)
        self._service.saved.connect(self.accept)
        self._service.failed.connect(self.reject)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(label("Saving a turntable", "cardTitle"))
        layout.addWidget(self._status)
        layout.addWidget(self.progress_bar)
        layout.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(WIDTH_PX)
