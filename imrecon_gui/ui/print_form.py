"""What a person chooses before they print: size, base, walls, triangles, smoothing, up axis."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QDoubleSpinBox, QGridLayout, QSpinBox, QWidget

from imrecon_gui.language import tr
from imrecon_gui.services.printing import FEWEST_TRIANGLES, MM_PER_UNIT, MOST_SMOOTHING, PrintOrder, Side
from imrecon_gui.ui.parts import indent, label
from imrecon_gui.ui.up_box import PRINT_TIP, UpBox

SIDE_WORDS = {
    Side.LONGEST: "Longest side",
    Side.X: "Width (x)",
    Side.Y: "Depth (y)",
    Side.Z: "Height (z)",
}
LEAST_MM, MOST_MM = 1.0, 10_000.0
MOST_BASE_MM = 1_000.0
MOST_WALL_MM = 100.0
MOST_DRAIN_MM = 50.0
MOST_TRIANGLES = 5_000_000
DECIMALS = {"mm": 1, "cm": 2, "in": 2}


class PrintForm(QWidget):
    """The choices.

    Signals:
        changed(): The order is another one now.
    """

    changed = Signal()

    def __init__(self, length_mm: float, up_box: UpBox) -> None:
        super().__init__()
        self._length_mm = length_mm
        self.side_box = QComboBox()
        self.length_box = QDoubleSpinBox()
        self.unit_box = QComboBox()
        self.base_box = QDoubleSpinBox(maximum=MOST_BASE_MM, singleStep=0.5, decimals=1, suffix=" mm")
        self.wall_box = QDoubleSpinBox(maximum=MOST_WALL_MM, singleStep=0.5, decimals=1, suffix=" mm")
        self.drain_box = QDoubleSpinBox(maximum=MOST_DRAIN_MM, singleStep=0.5, decimals=1, suffix=" mm")
        self.triangles_box = QSpinBox(maximum=MOST_TRIANGLES, singleStep=1000, groupSeparatorShown=True)
        self.smoothing_box = QSpinBox(maximum=MOST_SMOOTHING)
        self.up_box = up_box
        self._fill()
        self._build()
        self._connect()

    @property
    def order(self) -> PrintOrder:
        """What is chosen."""
        triangles = self.triangles_box.value()
        return PrintOrder(
            side=self.side_box.currentData(),
            length_mm=self._length_mm,
            flat_base_mm=self.base_box.value(),
            triangles=max(triangles, FEWEST_TRIANGLES) if triangles else 0,
            smoothing=self.smoothing_box.value(),
            wall_mm=self.wall_box.value(),
            drain_mm=self.drain_box.value() if self.wall_box.value() else 0.0,
        )

    @property
    def unit(self) -> str:
        """The unit the length is shown in."""
        return self.unit_box.currentText()

    def _on_length(self, length: float) -> None:
        self._length_mm = length * MM_PER_UNIT[self.unit]
        self.changed.emit()

    def _show_length(self) -> None:
        """The same length in the unit chosen."""
        scale = MM_PER_UNIT[self.unit]
        self.length_box.blockSignals(True)
        self.length_box.setDecimals(DECIMALS[self.unit])
        self.length_box.setRange(LEAST_MM / scale, MOST_MM / scale)
        self.length_box.setSingleStep(10 / scale if scale < 25 else 0.5)
        self.length_box.setValue(self._length_mm / scale)
        self.length_box.blockSignals(False)

    def _fill(self) -> None:
        for side, words in SIDE_WORDS.items():
            self.side_box.addItem(tr(words), side)
        self.unit_box.addItems(list(MM_PER_UNIT))
        self.base_box.setSpecialValueText(tr("As it is"))
        self.wall_box.setSpecialValueText(tr("Filled"))
        self.drain_box.setSpecialValueText(tr("None"))
        self.drain_box.setEnabled(False)
        self.triangles_box.setSpecialValueText(tr("All of them"))
        self.smoothing_box.setSpecialValueText(tr("None"))
        self.smoothing_box.setSuffix(tr(" rounds"))
        walls = (self.wall_box, self.drain_box)
        for box in (self.length_box, self.base_box, *walls, self.triangles_box, self.smoothing_box):
            box.setKeyboardTracking(False)
            indent(box)
        self._show_length()

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        self._add(grid, "Side", self.side_box, "The side whose length you choose; height is up")
        self._add(grid, "Length", self.length_box, "How long that side is when it is printed")
        grid.addWidget(self.unit_box, grid.rowCount() - 1, 2)
        self.unit_box.setAccessibleName(tr("Unit"))
        tip = "Cut so much off below, to a flat base that sticks to the printer's bed"
        self._add(grid, "Flat base", self.base_box, tip)
        tip = "Make it hollow, with walls so thick: it takes less plastic and less time"
        self._add(grid, "Walls", self.wall_box, tip)
        tip = "A hole so wide in the bottom of a hollow print: resin printers need one, for the resin inside"
        self._add(grid, "Drain hole", self.drain_box, tip)
        tip = "At most so many triangles, the shape kept as well as they can"
        self._add(grid, "Triangles", self.triangles_box, tip)
        tip = "Take the grid's small steps away; the volume stays"
        self._add(grid, "Smoothing", self.smoothing_box, tip)
        self._add(grid, "Up axis", self.up_box, PRINT_TIP)

    @staticmethod
    def _add(grid: QGridLayout, words: str, box: QComboBox | QAbstractSpinBox, tip: str) -> None:
        row = grid.rowCount()
        name = label(words, "fieldLabel")
        name.setBuddy(box)
        box.setToolTip(tr(tip))
        box.setAccessibleName(tr(words))
        grid.addWidget(name, row, 0)
        grid.addWidget(box, row, 1, 1, 1 if words == "Length" else 2)

    def _connect(self) -> None:
        self.length_box.valueChanged.connect(self._on_length)
        self.unit_box.currentIndexChanged.connect(self._show_length)
        self.wall_box.valueChanged.connect(lambda wall: self.drain_box.setEnabled(wall > 0))
        for signal in (
            self.side_box.currentIndexChanged,
            self.base_box.valueChanged,
            self.wall_box.valueChanged,
            self.drain_box.valueChanged,
            self.triangles_box.valueChanged,
            self.smoothing_box.valueChanged,
        ):
            signal.connect(lambda *_: self.changed.emit())
