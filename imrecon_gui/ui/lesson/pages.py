"""The pages without depth: the picture, and the code it becomes."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imrecon_gui.core.types import INPUT_SIZE, UInt8Array
from imrecon_gui.language import tr
from imrecon_gui.services.lesson import Reading
from imrecon_gui.ui.incoming import to_image
from imrecon_gui.ui.lesson.bars import CodeBars, OddsBars
from imrecon_gui.ui.lesson.camera_drawing import CameraDrawing, camera_words
from imrecon_gui.ui.lesson.drawing import Drawing
from imrecon_gui.ui.parts import label
from imrecon_gui.ui.picture_view import PictureView
from imrecon_gui.ui.theme import Theme

ENLARGED = 6
MARGIN_PX = 22


class PicturesPage(QWidget):
    """The picture, and the few pixels of it that the network is given."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.picture = PictureView()
        self.pixels = PictureView(on_white=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        row.setSpacing(MARGIN_PX)
        row.addLayout(_below(self.picture, label("Your picture", "lessonCaption")), 1)
        row.addWidget(label("→", "lessonTitle"))
        words = f"{INPUT_SIZE} \u00d7 {INPUT_SIZE} pixels"
        row.addLayout(_below(self.pixels, label(words, "lessonCaption")), 1)
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def show_reading(self, reading: Reading) -> None:
        """Show the picture that was read, its pixels as squares."""
        image = reading.image
        photo = None if image.had_alpha else image.photo
        self.picture.set_image(to_image(image.cutout if photo is None else opaque(photo)))
        small = to_image(image.network_rgba)
        self.pixels.set_image(small.scaled(ENLARGED * small.width(), ENLARGED * small.height()))

    def _on_theme(self) -> None:
        self.picture.set_dark(self._theme.is_dark)


class CodePage(QWidget):
    """The latent code as bars; below, what else the network found out, as far as it tells."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.bars, self.odds, self.camera = CodeBars(theme), OddsBars(theme), CameraDrawing(theme)
        self.camera_label = label("", "lessonCaption", wraps=True)
        self.odds_part, self.camera_part = QWidget(), QWidget()
        _fill(self.odds_part, label("What is it?", "lessonCaption"), self.odds)
        title = label("Where did the camera stand?", "lessonCaption")
        _fill(self.camera_part, title, self.camera, self.camera_label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN_PX, MARGIN_PX - 6, MARGIN_PX, MARGIN_PX - 6)
        layout.setSpacing(10)
        self.code_label = label("", "lessonCaption")
        layout.addWidget(self.code_label)
        layout.addWidget(self.bars, 2)
        row = QHBoxLayout()
        row.setSpacing(2 * MARGIN_PX)
        row.addWidget(self.odds_part, 1)
        row.addWidget(self.camera_part, 1)
        layout.addLayout(row, 3)

    def show_reading(self, reading: Reading) -> None:
        """Show what was read."""
        self.code_label.setText(tr(f"z: {len(reading.z)} numbers"))
        self.bars.set_values(reading.z)
        self.odds.set_odds(reading.probabilities)
        self.odds_part.setVisible(bool(reading.probabilities))
        self.camera.set_viewpoint(reading.viewpoint)
        self.camera_part.setVisible(reading.viewpoint is not None)
        if reading.viewpoint is not None:
            self.camera_label.setText(tr(camera_words(reading.viewpoint)))


def opaque(rgb: UInt8Array) -> UInt8Array:
    """A picture (h, w, 3) uint8 as (h, w, 4), nowhere transparent."""
    return np.dstack([rgb, np.full(rgb.shape[:2], 255, np.uint8)])


def _below(widget: QWidget, caption: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.addWidget(widget, 1)
    column.addWidget(caption, 0, Qt.AlignmentFlag.AlignHCenter)
    return column


def _fill(part: QWidget, *widgets: QWidget) -> None:
    """Put widgets below each other, the drawings as large as there is room."""
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        column.addWidget(widget, 1 if isinstance(widget, Drawing) else 0)
