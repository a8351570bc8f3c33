"""The row below the viewport while the photo lies over the mesh: its opacity, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QWidget

from imrecon_gui.language import tr
from imrecon_gui.ui.parts import label
from imrecon_gui.view3d.photo_view import PhotoView

WORDS = "Seen from where the photo was taken. Drag the line: photo left, mesh right."
SLIDER_WIDTH_PX = 130


class PhotoBar(QWidget):
    """Shown with the view it belongs to.

    Attributes:
        slider: How opaque the photo is, in per cent.
        leave_button: Takes the photo away.
    """

    def __init__(self, view: PhotoView) -> None:
        super().__init__()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setValue(100)
        self.slider.setFixedWidth(SLIDER_WIDTH_PX)
        self.slider.setAccessibleName(tr("Opacity of the photo"))
        self.slider.setToolTip(tr("How opaque the photo is"))
        self.slider.valueChanged.connect(lambda value: view.overlay.set_strength(value / 100))
        self.leave_button = QPushButton(tr("Leave"))
        self.leave_button.setToolTip(tr("Take the photo away (P)"))
        self.leave_button.clicked.connect(view.leave)
        view.changed.connect(self.setVisible)
        self._build()
        self.hide()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 12, 4)
        row.setSpacing(10)
        row.addWidget(label(WORDS, "muted", wraps=True), 1)
        row.addWidget(label("Photo", "muted"))
        row.addWidget(self.slider)
        row.addWidget(self.leave_button)
