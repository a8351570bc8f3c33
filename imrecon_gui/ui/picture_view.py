"""Draws a picture: on a checkerboard where it is transparent, or on white as the network sees it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

TILE_PX = 8
RADIUS_PX = 8.0
EDGE = QColor(128, 136, 152, 70)


class PictureView(QWidget):
    """Shows one picture, scaled to fit.

    Attributes:
        image: The picture shown; a null one shows the empty ground.
    """

    def __init__(self, on_white: bool = False, fixed_px: int | None = None, is_bare: bool = False) -> None:
        """A view; one that `is_bare` draws the picture alone, and no ground around it."""
        super().__init__()
        self._is_bare = is_bare
        self.image = QImage()
        self._on_white = on_white
        self._tiles = _checkerboard("#ffffff", "#e6e8ee")
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
        self._tiles = _checkerboard(*names)
        self.update()

    def sizeHint(self) -> QSize:
        """Square by default."""
        return QSize(128, 128)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then the picture in the middle of it."""
        if self._is_bare and self.image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        outline = QPainterPath()
        outline.addRoundedRect(self._framed().adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
        painter.setClipPath(outline)
        self._draw_ground(painter)
        if not self.image.isNull():
            painter.drawImage(self._target(), self.image)
        painter.setPen(EDGE)
        painter.drawPath(outline)
        painter.end()

    def _draw_ground(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), QBrush(Qt.GlobalColor.white) if self._on_white else self._tiles)

    def _framed(self) -> QRectF:
        return self._target() if self._is_bare else QRectF(self.rect())

    def _target(self) -> QRectF:
        size = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(left, top, size.width(), size.height())


def _checkerboard(first: str, second: str) -> QBrush:
    """A brush of tiles in two colours, "#rrggbb"; one call fills with it, where hundreds would draw tiles."""
    tiles = QPixmap(2 * TILE_PX, 2 * TILE_PX)
    tiles.fill(QColor(first))
    painter = QPainter(tiles)
    for at in (0, TILE_PX):
        painter.fillRect(at, at, TILE_PX, TILE_PX, QColor(second))
    painter.end()
    return QBrush(tiles)
