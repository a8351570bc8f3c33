"""The field on a flat sheet that a slider pushes through the object."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from imrecon_gui.core.types import FIELD_BOUND, Float32Array, UInt8Array
from imrecon_gui.language import tr
from imrecon_gui.ui.incoming import to_image
from imrecon_gui.ui.lesson.drawing import Drawing
from imrecon_gui.ui.lesson.pages import MARGIN_PX, opaque
from imrecon_gui.ui.parts import Segments, label
from imrecon_gui.ui.theme import Theme
from imrecon_gui.view3d.convert import blended
from imrecon_gui.view3d.scene import DARK_SCENE, LIGHT_SCENE, SceneColours

PICTURE_PX = 480
TICKS = 100
EDGE_LEVEL = 128
"""Of 255: where the answer is neither yes nor no."""

LEGEND_SHARE = 0.5
"""Height of the legend's bar, as a share of the picture's."""

AXIS_WORDS = {"x": "Left to right", "y": "Bottom to top", "z": "Back to front"}
SEEN_FROM = {"x": "seen from the right", "y": "seen from above", "z": "seen from the front"}


class SlicePicture(Drawing):
    """A square picture, and beside it what its colours mean.

    Attributes:
        image: The picture; nothing is drawn while it is null.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "The probability of being inside, on the sheet")
        self._theme = theme
        self._grey: UInt8Array | None = None
        self.image = QImage()
        theme.changed.connect(self._paint)
        self.setMinimumSize(240, 160)

    def show_grey(self, grey: UInt8Array | None) -> None:
        """Show other probabilities, as grey values (h, w) uint8."""
        self._grey = grey
        self._paint()

    def draw(self, painter: QPainter) -> None:
        """Draw the picture in the middle, and the legend to its right."""
        if self.image.isNull():
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        side = float(min(self.width(), self.height()))
        square = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.drawImage(square, self.image)
        line = self.fontMetrics().height()
        height = LEGEND_SHARE * side
        bar = QRectF(square.right() + line, square.center().y() - height / 2, line, height)
        scale = np.linspace(255, 0, 2 * EDGE_LEVEL).astype(np.uint8)[:, None]
        painter.drawImage(bar, to_image(coloured(scale, self._scene)))
        painter.setPen(self.colour("muted"))
        for words, y in (
            ("100 %  inside", bar.top()),
            ("50 %", bar.center().y()),
            ("0 %  outside", bar.bottom()),
        ):
            room = QRectF(bar.right() + line / 2, y - line, self.width() - bar.right(), 2 * line)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, tr(words))

    @property
    def _scene(self) -> SceneColours:
        return DARK_SCENE if self._theme.is_dark else LIGHT_SCENE

    def _paint(self) -> None:
        self.image = QImage() if self._grey is None else to_image(coloured(self._grey, self._scene))
        self.update()


class SlicePage(QWidget):
    """A picture of the probabilities on a plane, and what moves the plane.

    Attributes:
        axis: The axis the plane is across, "x", "y" or "z".
        probabilities: What is shown, (n, n) float32, None if nothing is.

    Signals:
        moved(axis, at): The person wants another plane; `at` is in object units.
    """

    moved = Signal(str, float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.axis = "z"
        self.probabilities: Float32Array | None = None
        self.picture = SlicePicture(theme)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(-TICKS, TICKS)
        self.slider.setAccessibleName(tr("Where the sheet is"))
        self.slider.valueChanged.connect(self._tell)
        self.seen_label = label(SEEN_FROM[self.axis], "lessonCaption")
        self.axes = Segments()
        self.axis_buttons = {axis: self.axes.add(words) for axis, words in AXIS_WORDS.items()}
        for axis, button in self.axis_buttons.items():
            button.clicked.connect(lambda _checked=False, chosen=axis: self.choose(chosen))
        self.axis_buttons[self.axis].setChecked(True)
        self._build()

    @property
    def at(self) -> float:
        """Where the plane cuts the axis, in object units."""
        return self.slider.value() / TICKS * FIELD_BOUND

    def choose(self, axis: str) -> None:
        """Push the plane along another axis, from the middle on."""
        self.axis = axis
        self.axis_buttons[axis].setChecked(True)
        self.seen_label.setText(tr(SEEN_FROM[axis]))
        self.slider.blockSignals(True)
        self.slider.setValue(0)
        self.slider.blockSignals(False)
        self._tell()

    def show_slice(self, probabilities: Float32Array | None) -> None:
        """Show other probabilities, (n, n) float32 in [0, 1], rows from the top."""
        self.probabilities = probabilities
        self.picture.show_grey(None if probabilities is None else enlarged(probabilities))

    def _tell(self) -> None:
        self.moved.emit(self.axis, self.at)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX - 6, MARGIN_PX, MARGIN_PX - 6)
        column.setSpacing(10)
        column.addWidget(self.picture, 1)
        column.addWidget(self.seen_label, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(self.axes)
        row.addWidget(self.slider, 1)
        column.addLayout(row)


def enlarged(probabilities: Float32Array) -> UInt8Array:
    """Probabilities as grey values, smoothly enlarged: (n, n) float32 to (PICTURE_PX, PICTURE_PX) uint8."""
    grey = np.ascontiguousarray(np.rint(255 * probabilities).astype(np.uint8))
    n = len(grey)
    image = QImage(grey.data, n, n, n, QImage.Format.Format_Grayscale8)
    modes = (Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    large = image.scaled(PICTURE_PX, PICTURE_PX, *modes).convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(large.constBits(), np.uint8).reshape(PICTURE_PX, large.bytesPerLine())
    return rows[:, :PICTURE_PX].copy()


def coloured(grey: UInt8Array, scene: SceneColours) -> UInt8Array:
    """Grey values (h, w) in colours from outside to inside, with a line between: (h, w, 4) uint8 RGBA."""
    shares = (grey.reshape(-1) / 255).astype(np.float32)
    colours = blended(shares, scene.seen, scene.imagined).reshape(*grey.shape, 3)
    inside = grey >= EDGE_LEVEL
    line = np.zeros_like(inside)
    for axis in (0, 1):
        for step in (1, -1):
            line |= inside & ~np.roll(inside, step, axis)
    colours[line] = 255
    return opaque(colours)
