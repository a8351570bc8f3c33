"""What the model makes of shapes it never saw, beside the truth, and how that became better."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from imrecon_gui.language import tr
from imrecon_gui.ui.parts import label
from imrecon_gui.ui.picture_view import PictureView

EMPTY_WORDS = "The first reconstructions are drawn after the first check on shapes it never saw."
WORDS = "From left to right: the picture, its reconstruction, the truth."


class ResultsPage(QWidget):
    """Shows the newest preview of a run, and those before it when the slider is moved back.

    Attributes:
        picture: The preview.
        paths: The previews so far, the newest last.
    """

    def __init__(self) -> None:
        super().__init__()
        self.paths: list[Path] = []
        self.picture = PictureView(on_white=True, is_bare=True)
        self.words = label(EMPTY_WORDS, "caption", wraps=True)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.place = label("", "caption")
        self._build()
        self.slider.valueChanged.connect(self._show)
        self.clear()

    def clear(self) -> None:
        """Make room for a new run."""
        self.paths = []
        self.slider.setRange(0, 0)
        self._show()

    def add(self, path: Path) -> None:
        """There is a new preview; it is shown unless an older one is being looked at."""
        follows = self.slider.value() >= len(self.paths) - 1
        self.paths.append(path)
        self.slider.setMaximum(len(self.paths) - 1)
        if follows:
            self.slider.setValue(len(self.paths) - 1)
        self._show()

    def _show(self) -> None:
        number = self.slider.value()
        path = self.paths[number] if self.paths else None
        self.picture.set_image(QImage(str(path)) if path and self.isVisible() else QImage())
        self.words.setText(tr(WORDS if path else EMPTY_WORDS))
        self.place.setText(tr(f"Step {path.stem.lstrip('0')}") if path else "")
        for part in (self.slider, self.place):
            part.setVisible(len(self.paths) > 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the picture now that somebody looks at it."""
        super().showEvent(event)
        self._show()

    def _build(self) -> None:
        layout, row = QVBoxLayout(self), QHBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.picture, 1)
        row.setSpacing(12)
        row.addWidget(self.slider, 1)
        row.addWidget(self.place)
        layout.addLayout(row)
        layout.addWidget(self.words)
        self.slider.setAccessibleName(tr("Earlier reconstructions"))
        self.picture.setAccessibleName(tr("Reconstructions beside the truth"))
