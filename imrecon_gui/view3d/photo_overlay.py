"""The photo laid over the mesh, and the line that is swiped across the two."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QLinearGradient, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from imrecon_gui.language import tr
from imrecon_gui.view3d.photo_camera import picture_side

HANDLE_WIDTH_PX = 30
KNOB_RADIUS_PX = 11.0
KEY_STEP = 0.05


class PhotoOverlay(QWidget):
    """Covers the viewport left of the line; clicks go through it to the mesh.

    Attributes:
        swipe: Where the line is, from 0, the picture's left edge, to 1, its right edge.
        strength: How opaque the photo is, from 0 to 1.
        handle: The line, which can be dragged.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.swipe, self.strength = 0.5, 1.0
        self.handle = SwipeHandle()
        self._image, self._scaled = QImage(), QImage()
        self._ground = (QColor("white"), QColor("white"))
        self.handle.moved.connect(self._on_moved)
        self.handle.stepped.connect(lambda step: self.set_swipe(self.swipe + step))

    @property
    def picture(self) -> QRectF:
        """The square in which the photo lies."""
        side = picture_side(self.width(), self.height())
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def set_image(self, image: QImage) -> None:
        """Show another photo, square and with transparency."""
        self._image, self._scaled = image, QImage()
        self.update()

    def set_ground(self, top: str, bottom: str) -> None:
        """Hide the mesh behind the viewport's own background, "#rrggbb" at its top and bottom."""
        self._ground = (QColor(top), QColor(bottom))
        self.update()

    def set_swipe(self, swipe: float) -> None:
        """Put the line elsewhere; values beyond the picture are taken back to its edge."""
        self.swipe = min(max(swipe, 0.0), 1.0)
        self._place_handle()
        self.update()

    def set_strength(self, strength: float) -> None:
        """Make the photo more or less opaque."""
        self.strength = strength
        self.update()

    def cover(self, widget: QWidget) -> None:
        """Lie over this widget, and stay as large as it is now."""
        for part in (self, self.handle):
            part.setParent(widget)
            part.show()
            part.raise_()
        self.resize(widget.size())
        self._place_handle()

    def uncover(self) -> None:
        """Go away."""
        for part in (self, self.handle):
            part.hide()
            part.setParent(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the photo on the viewport's background, as far as the line."""
        painter = QPainter(self)
        painter.setOpacity(self.strength)
        painter.setClipRect(QRectF(0, 0, self._line(), self.height()))
        ground = QLinearGradient(0, 0, 0, self.height())
        ground.setColorAt(0, self._ground[0])
        ground.setColorAt(1, self._ground[1])
        painter.fillRect(self.rect(), ground)
        painter.drawImage(self.picture, self._fitting())
        painter.end()

    def _fitting(self) -> QImage:
        """The photo in the screen's own pixels, scaled once for each size: doing that well takes long."""
        side = round(self.picture.width() * self.devicePixelRatioF())
        if not self._image.isNull() and self._scaled.width() != side:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._scaled = self._image.scaled(QSize(side, side), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        return self._scaled

    def _line(self) -> float:
        return self.picture.left() + self.swipe * self.picture.width()

    def _on_moved(self, x: float) -> None:
        self.set_swipe((x - self.picture.left()) / max(self.picture.width(), 1.0))

    def _place_handle(self) -> None:
        left = round(self._line() - HANDLE_WIDTH_PX / 2)
        self.handle.setGeometry(left, 0, HANDLE_WIDTH_PX, self.height())


class SwipeHandle(QWidget):
    """The line between photo and mesh, with a knob.

    Signals:
        moved(x): It is dragged to this place in its parent, in pixels.
        stepped(share): An arrow key moves it by this share of the picture.
    """

    moved = Signal(float)
    stepped = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Line between photo and mesh"))
        self.setToolTip(tr("Drag, or use the arrow keys: the photo is on the left, the mesh on the right"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold; the mesh beneath must not turn."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.moved.emit(self.mapToParent(event.position()).x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go left or right by a step."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(KEY_STEP if event.key() == Qt.Key.Key_Right else -KEY_STEP)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw line and knob, white with a dark rim: seen on any photo."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.fillRect(QRectF(middle.x() - 2, 0, 4, self.height()), QColor(20, 22, 28, 90))
        painter.fillRect(QRectF(middle.x() - 1, 0, 2, self.height()), QColor("white"))
        painter.setPen(QColor(20, 22, 28, 150))
        painter.setBrush(QColor("#4c57cf") if self.hasFocus() else QColor("white"))
        painter.drawEllipse(middle, KNOB_RADIUS_PX, KNOB_RADIUS_PX)
        self._draw_arrows(painter, middle)
        painter.end()

    def _draw_arrows(self, painter: QPainter, middle: QPointF) -> None:
        painter.setPen(QColor("white") if self.hasFocus() else QColor("#4a5261"))
        for side in (-1, 1):
            tip = middle + QPointF(7 * side, 0)
            painter.drawLine(tip, tip + QPointF(-3 * side, -3))
            painter.drawLine(tip, tip + QPointF(-3 * side, 3))
