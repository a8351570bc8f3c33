"""Where the network thinks the camera stood: seen from above, and from the side."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from imrecon_gui.language import tr
from imrecon_gui.services.lesson import Viewpoint
from imrecon_gui.ui.lesson.drawing import Drawing
from imrecon_gui.ui.theme import Theme

OBJECT_SHARE = 0.3
ORBIT_SHARE = 0.8
CAMERA_PX = 13.0


class CameraDrawing(Drawing):
    """Two small plans with the object in the middle and the camera around it.

    Attributes:
        viewpoint: The camera, None for none.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Where the network thinks the camera stood")
        self.viewpoint: Viewpoint | None = None

    def set_viewpoint(self, viewpoint: Viewpoint | None) -> None:
        """Show another camera."""
        self.viewpoint = viewpoint
        self.setAccessibleDescription(tr(camera_words(viewpoint) if viewpoint else ""))
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Draw the plan on the left and the elevation on the right."""
        if self.viewpoint is None:
            return
        azimuth, elevation = (math.radians(a) for a in camera_angles(self.viewpoint))
        half = self.width() / 2
        above = QRectF(0, 0, half, self.height())
        self._draw_plan(painter, above, "from above", (math.sin(azimuth), math.cos(azimuth)))
        beside = above.translated(half, 0)
        self._draw_plan(painter, beside, "from the side", (-math.cos(elevation), -math.sin(elevation)))

    def _draw_plan(self, painter: QPainter, room: QRectF, words: str, towards: tuple[float, float]) -> None:
        """One plan: the object, its name below, and the camera that way from it (right, down)."""
        line = self.fontMetrics().height()
        radius = min(room.width() / 2, (room.height() - 1.2 * line) / 2) - CAMERA_PX / 2
        middle = QPointF(room.center().x(), (room.height() - 1.2 * line) / 2)
        painter.setPen(QPen(self.colour("border-strong"), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, ORBIT_SHARE * radius, ORBIT_SHARE * radius)
        self._draw_object(painter, middle, OBJECT_SHARE * radius)
        where = middle + QPointF(*towards) * ORBIT_SHARE * radius
        self._draw_camera(painter, where, middle)
        painter.setPen(self.colour("muted"))
        below = QRectF(room.left(), room.height() - 1.2 * line, room.width(), 1.2 * line)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, tr(words))

    def _draw_object(self, painter: QPainter, middle: QPointF, half: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour("border-strong"))
        painter.drawRoundedRect(QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half), 4, 4)

    def _draw_camera(self, painter: QPainter, where: QPointF, middle: QPointF) -> None:
        """A dot, and its field of view up to the object."""
        sight = middle - where
        aside = QPointF(-sight.y(), sight.x()) * OBJECT_SHARE
        beam = self.colour("accent")
        beam.setAlpha(60)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(beam)
        painter.drawPolygon(QPolygonF([where, middle + aside, middle - aside]))
        painter.setBrush(self.colour("accent"))
        painter.drawEllipse(where, CAMERA_PX / 2, CAMERA_PX / 2)


def camera_angles(viewpoint: Viewpoint) -> tuple[float, float]:
    """Azimuth in (-180, 180], positive to the right of the front, and elevation; in degrees."""
    return -((-viewpoint.azimuth_deg + 180) % 360 - 180), viewpoint.elevation_deg


def camera_words(viewpoint: Viewpoint) -> str:
    """Where the camera stood, in words."""
    azimuth, elevation = (round(angle) for angle in camera_angles(viewpoint))
    side = f"{abs(azimuth)}° to the {'right' if azimuth > 0 else 'left'} of" if azimuth else "straight at"
    height = f"{abs(elevation)}° {'above' if elevation >= 0 else 'below'}"
    return f"{side} the object's front, {height}"
