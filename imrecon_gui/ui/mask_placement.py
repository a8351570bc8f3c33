"""Where a turned picture lies on a widget, and what is drawn over it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

MARGIN_PX = 10
SELECTION = QColor(93, 104, 228)


@dataclass(frozen=True)
class Placement:
    """The map from pixels of a picture to those of the widget that shows it.

    Attributes:
        scale: Pixels of the widget for one of the picture.
        to_widget: From the picture to the widget.
        to_picture: From the widget to the picture.
    """

    scale: float
    to_widget: QTransform
    to_picture: QTransform

    @classmethod
    def fit(cls, widget: QSize, picture: QSize, angle_deg: float) -> Placement:
        """The picture in the middle, turned clockwise, as large as all of it can be seen."""
        turned = QTransform().rotate(angle_deg).mapRect(QRectF(0, 0, picture.width(), picture.height()))
        room = widget.width() - 2 * MARGIN_PX, widget.height() - 2 * MARGIN_PX
        scale = max(0.01, min(room[0] / turned.width(), room[1] / turned.height()))
        there = QTransform().translate(widget.width() / 2, widget.height() / 2).scale(scale, scale)
        there.rotate(angle_deg).translate(-picture.width() / 2, -picture.height() / 2)
        return cls(scale, there, there.inverted()[0])


def draw_brush(painter: QPainter, at: QPointF, radius: float) -> None:
    """A ring that is seen on light and on dark."""
    for colour, width in ((QColor(0, 0, 0, 150), 2.6), (QColor(255, 255, 255, 230), 1.2)):
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(at, radius, radius)


def draw_rectangle(painter: QPainter, rect: QRectF) -> None:
    """A rectangle being drawn."""
    wash = QColor(SELECTION)
    wash.setAlpha(40)
    painter.fillRect(rect, wash)
    painter.setPen(QPen(SELECTION, 1.5))
    painter.drawRect(rect)
