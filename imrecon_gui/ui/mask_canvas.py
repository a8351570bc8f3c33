"""Where a cut-out is mended: the photo, dimmed where it is transparent, under a brush or a rectangle."""

from __future__ import annotations

from enum import Enum

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from imrecon_gui.services.mending import Box, Mender
from imrecon_gui.ui.mask_placement import SELECTION, Placement, draw_brush, draw_rectangle

TILE_PX = 12
MIN_RADIUS, MAX_RADIUS = 2.0, 150.0
GROWTH_PER_NOTCH = 1.15
NOTCH = 120.0
"""A wheel's notch, in Qt's eighths of a degree."""

KEY_STEP_PX = 12.0
"""How far an arrow key moves the brush, in pixels of the screen; with Shift a fourth of it."""

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_TILES = {False: (255, 226), True: (66, 46)}


class Tool(Enum):
    """What the mouse does on the canvas."""

    ADD = "add"
    ERASE = "erase"
    RECTANGLE = "rectangle"


class MaskCanvas(QWidget):
    """Shows a mender's picture and hands it strokes.

    Attributes:
        tool: What the mouse does now; the other button does the opposite of Add and Erase.
        radius: Of the brush, in pixels of the picture.
        image: What is drawn: the picture before it is turned and scaled.

    Signals:
        painted(): A stroke changed the mask.
        stroke_ended(): The brush was lifted.
        boxed(box): A rectangle was drawn: (left, top, right, bottom) in pixels of the picture.
        radius_changed(): The wheel or a key changed the brush.
    """

    painted = Signal()
    stroke_ended = Signal()
    boxed = Signal(object)
    radius_changed = Signal()

    def __init__(self, mender: Mender) -> None:
        super().__init__()
        self._mender = mender
        self.tool = Tool.ADD
        self.radius = max(MIN_RADIUS, max(mender.alpha.shape) / 40)
        height, width = mender.alpha.shape
        self._pixels = np.full((height, width, 4), 255, np.uint8)
        self.image = QImage(self._pixels.data, width, height, 4 * width, QImage.Format.Format_RGBX8888)
        self._ground = np.zeros((height, width, 3), np.uint8)
        self._at: QPointF | None = None
        self._corner: QPointF | None = None
        self._adds = True
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 280)
        self.setCursor(Qt.CursorShape.CrossCursor)

    @property
    def is_busy(self) -> bool:
        """Whether a stroke or a rectangle has been begun and not ended."""
        return self._mender.is_stroking or self._corner is not None

    def sizeHint(self) -> QSize:
        """Large: the picture is what matters here."""
        return QSize(640, 560)

    def set_dark(self, is_dark: bool) -> None:
        """Show what is transparent on a checkerboard of the theme's colours."""
        enlarged = max(1, round(420 / max(self._ground.shape)))
        rows, columns = (np.arange(n) * enlarged // TILE_PX % 2 for n in self._ground.shape[:2])
        tiles = np.array(_TILES[is_dark][::-1], np.uint8)
        self._ground[:] = tiles[rows[:, None] ^ columns][..., None]
        self.refresh()

    def set_tool(self, tool: Tool) -> None:
        """Let the mouse do something else; what was begun is ended."""
        self._release()
        self.tool = tool
        self.update()

    def set_radius(self, radius: float) -> None:
        """Take another brush, its radius in pixels of the picture."""
        self.radius = min(max(radius, MIN_RADIUS), MAX_RADIUS)
        self.radius_changed.emit()
        self.update()

    def refresh(self, box: Box | None = None) -> None:
        """Draw a part of the picture anew, or all of it, after its mask has changed."""
        height, width = self._mender.alpha.shape
        left, top, right, bottom = box or (0, 0, width, height)
        self._pixels[top:bottom, left:right, :3] = self._mender.shown(
            (left, top, right, bottom), self._ground
        )
        if box is None:
            self.update()
        else:
            self._update_rect(
                self._placement().to_widget.mapRect(QRectF(left, top, right - left, bottom - top))
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the brush, or the first corner, down."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton) and not self.is_busy:
            self._move(event.position())
            self._press(swapped=event.button() == Qt.MouseButton.RightButton)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw on."""
        self._move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lift the brush."""
        self._move(event.position())
        self._release()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Take a larger or a smaller brush."""
        event.accept()
        self.set_radius(self.radius * GROWTH_PER_NOTCH ** (event.angleDelta().y() / NOTCH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the brush, Space puts it down and lifts it, brackets change its size."""
        key = Qt.Key(event.key())
        if key in _ARROWS:
            step = KEY_STEP_PX / (4 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            dx, dy = _ARROWS[key]
            self._move(self._place() + QPointF(dx * step, dy * step))
        elif key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._move(self._place())
            (self._release if self.is_busy else self._press)()
        elif key in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight):
            larger = key == Qt.Key.Key_BracketRight
            self.set_radius(self.radius * (GROWTH_PER_NOTCH if larger else 1 / GROWTH_PER_NOTCH))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Lift the brush when the keyboard goes elsewhere."""
        self._release()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the brush."""
        self._move(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the brush."""
        if not self.is_busy:
            self._at = None
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, then the brush or the rectangle."""
        placement = self._placement()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(placement.to_widget)
        painter.drawImage(0, 0, self.image)
        painter.resetTransform()
        if self._corner is not None:
            draw_rectangle(painter, QRectF(self._corner, self._place()).normalized())
        elif self._at is not None and self.tool is not Tool.RECTANGLE and self.isEnabled():
            draw_brush(painter, self._at, self.radius * placement.scale)
        if self.hasFocus():
            painter.setPen(QPen(SELECTION, 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def _press(self, swapped: bool = False) -> None:
        if self.tool is Tool.RECTANGLE:
            self._corner = self._place()
            return
        self._adds = (self.tool is Tool.ADD) != swapped
        at = self._in_picture(self._place())
        self._after_paint(self._mender.begin_stroke(at.x(), at.y(), self.radius, self._adds))

    def _move(self, place: QPointF) -> None:
        """The mouse or the keys moved the brush to a place on the widget."""
        old, self._at = self._at, place
        if self._mender.is_stroking:
            at = self._in_picture(place)
            self._after_paint(self._mender.stroke_to(at.x(), at.y(), self.radius, self._adds))
        if self._corner is not None:
            self.update()
        reach = self.radius * self._placement().scale
        for spot in (old, place):
            if spot is not None:
                self._update_rect(QRectF(spot.x() - reach, spot.y() - reach, 2 * reach, 2 * reach))

    def _release(self) -> None:
        if self._mender.is_stroking:
            self._mender.end_stroke()
            self.stroke_ended.emit()
        if self._corner is not None:
            drawn = QRectF(self._corner, self._place()).normalized()
            self._corner = None
            self.update()
            around = self._placement().to_picture.mapRect(drawn).toAlignedRect()
            left, top = around.left(), around.top()
            self.boxed.emit((left, top, left + around.width(), top + around.height()))

    def _after_paint(self, box: Box) -> None:
        if box[2] > box[0]:
            self.refresh(box)
        self.painted.emit()

    def _place(self) -> QPointF:
        """Where the brush is on the widget; the middle if it is nowhere yet."""
        return QPointF(self.width() / 2, self.height() / 2) if self._at is None else self._at

    def _in_picture(self, place: QPointF) -> QPointF:
        return self._placement().to_picture.map(place)

    def _placement(self) -> Placement:
        return Placement.fit(self.size(), self.image.size(), self._mender.pose.angle_deg)

    def _update_rect(self, rect: QRectF) -> None:
        self.update(rect.toAlignedRect().adjusted(-3, -3, 3, 3))
