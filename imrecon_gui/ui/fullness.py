"""How full the object is made: the threshold of the occupancy, as a slider between thinner and fuller."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from imrecon_gui.language import tr
from imrecon_gui.ui.parts import label

STEPS = 8
LOGIT_STEP = 0.25
"""Of the surface's logit, one step of the slider."""


class Fullness(QWidget):
    """A slider from thinner to fuller; in the middle the network's own best guess.

    Signals:
        changed(): Another threshold is chosen.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(-STEPS, STEPS)
        self.slider.setPageStep(2)
        self.slider.setAccessibleName(tr("Fullness"))
        self.value = label("", "statValue")
        self.value.setMinimumWidth(40)
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.addWidget(self.slider, 1)
        row.addWidget(self.value)
        self.slider.valueChanged.connect(self._on_value)
        self._show()

    @property
    def threshold(self) -> float:
        """Occupancy above which a point is inside, in (0, 1): the fuller the lower."""
        return 1 / (1 + math.exp(LOGIT_STEP * self.slider.value()))

    def _on_value(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        steps = self.slider.value()
        self.value.setText(tr(f"{steps:+d}" if steps else "auto"))
