"""Draws a picture: on a checkerboard where it is transparent, or on white as the network sees it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

TILE_PX = 8
RADIUS_PX = 8.0
EDGE = QColor(128, 136, 152, 70)


class PictureView(QWidget):
    """Shows one picture, scaled to fit.

    Attributes:
        image: The picture shown; a null one shows the empty ground.
    """

    def __init__(self, on_white: bool = False, fixed_px: int | None = None) -> None:
        super().__init__()
        self.image = QImage()
        self._on_white = on_white
        self._tiles = (QColor("#ffffff"), QColor("#e6e8ee"))
        if fixed_px is not None:
            self.setFixedSize(fixed_px, fixed_px)
        else:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_image(self, image: QImage) -> None:
        """Show another picture."""
        self.image = image
        self.update()

    def set_dark(self, is_dark: bool) -> None:
        """Draw the checkerboard in the colours of the theme."""
        names = ("#343944", "#2a2e37") if is_dark else ("#ffffff", "#e6e8ee")
        self._tiles = (QColor(names[0]), QColor(names[1]))
        self.update()

    def sizeHint(self) -> QSize:
        """Square by default."""
        return QSize(128, 128)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then the picture in the middle of it."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
        painter.setClipPath(outline)
        self._draw_ground(painter)
        if not self.image.isNull():
            painter.drawImage(self._target(), self.image)
        painter.setPen(EDGE)
        painter.drawPath(outline)
        painter.end()

    def _draw_ground(self, painter: QPainter) -> None:
        if self._on_white:
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
            return
        painter.fillRect(self.rect(), self._tiles[0])
        for row in range(self.height() // TILE_PX + 1):
            for column in range(row % 2, self.width() // TILE_PX + 1, 2):
                painter.fillRect(column * TILE_PX, row * TILE_PX, TILE_PX, TILE_PX, self._tiles[1])

    def _target(self) -> QRectF:
        size = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(left, top, size.width(), size.height())
