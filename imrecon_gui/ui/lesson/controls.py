"""What a person can turn below the viewport: how fine, and how far the code is moved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QToolButton, QWidget

from imrecon_gui.language import tr
from imrecon_gui.services.lesson import DIRECTIONS, Nudge
from imrecon_gui.ui.parts import Segments

TICKS = 50


class SizeChooser(QWidget):
    """Buttons for numbers of cells along each side.

    Attributes:
        cells: The number chosen.

    Signals:
        chosen(cells): Another number was chosen.
    """

    chosen = Signal(int)

    def __init__(self, sizes: Sequence[int]) -> None:
        super().__init__()
        self.cells = sizes[0]
        segments = Segments()
        self.buttons: dict[int, QToolButton] = {}
        for size in sizes:
            self.buttons[size] = segments.add(f"{size}³", tip=f"{size} cells along each side")
            self.buttons[size].clicked.connect(lambda _checked=False, n=size: self._choose(n))
        self.buttons[self.cells].setChecked(True)
        _row(self, segments)

    def _choose(self, cells: int) -> None:
        self.cells = cells
        self.chosen.emit(cells)


class CodeMover(QWidget):
    """A slider that moves the code, and buttons for the direction.

    Attributes:
        direction: The direction chosen.

    Signals:
        moved(Nudge): The code shall be moved like this.
    """

    moved = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.direction = 0
        segments = Segments()
        self.buttons = [segments.add(f"Way {'ABCDEFGH'[i]}") for i in range(DIRECTIONS)]
        for i, button in enumerate(self.buttons):
            button.clicked.connect(lambda _checked=False, number=i: self._choose(number))
        self.buttons[0].setChecked(True)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(-TICKS, TICKS)
        self.slider.setAccessibleName(tr("How far z is moved"))
        self.slider.valueChanged.connect(self._tell)
        self.back_button = QPushButton(tr("Back to your z"))
        self.back_button.clicked.connect(lambda: self.slider.setValue(0))
        _row(self, segments, self.slider, self.back_button)

    @property
    def nudge(self) -> Nudge:
        """How the code shall be moved."""
        return Nudge(self.direction, self.slider.value() / TICKS)

    def _choose(self, direction: int) -> None:
        self.direction = direction
        self._tell()

    def _tell(self) -> None:
        self.moved.emit(self.nudge)


class Replay(QWidget):
    """A button that shows the points again, and what their colours mean.

    Signals:
        asked(): The person wants to see it again.
    """

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.button = QPushButton(tr("Ask again"))
        self.button.clicked.connect(self.asked)
        _row(self, self.button)


def _row(widget: QWidget, *parts: QWidget) -> None:
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(14)
    row.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    for part in parts:
        row.addWidget(part, 1 if isinstance(part, QSlider) else 0)
