"""What a finished reconstruction measures, in one line."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from imrecon_gui.core.types import ReconResult
from imrecon_gui.ui.parts import label

NOTHING = "\u2013"
FIELDS = ("Device", "Time", "Vertices", "Faces", "Watertight", "Category")


class ResultBar(QWidget):
    """Device, seconds, vertices, faces, watertight, most likely category.

    Attributes:
        values: The label of each field's value.
    """

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(22)
        grid.setVerticalSpacing(0)
        self.values: dict[str, QLabel] = {}
        for column, name in enumerate(FIELDS):
            grid.addWidget(label(name, "caption"), 0, column)
            value = self.values[name] = label(NOTHING, "statValue")
            grid.addWidget(value, 1, column)
        grid.setColumnStretch(len(FIELDS), 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_result(self, result: ReconResult) -> None:
        """Show what this result measures."""
        self._set("Device", result.device)
        self._set("Time", f"{result.seconds.total:.1f} s")
        self._set("Vertices", _grouped(len(result.mesh.vertices)))
        self._set("Faces", _grouped(len(result.mesh.faces)))
        self._set("Category", _likeliest(result))
        self.values["Category"].setToolTip("\n".join(f"{c}: {p:.1%}" for c, p in result.probabilities[:5]))
        self._set("Watertight", "Yes" if result.watertight else "No")
        self._colour("Watertight", "statGood" if result.watertight else "statBad")

    def clear(self) -> None:
        """Show that there is no result."""
        for name in FIELDS:
            self._set(name, NOTHING)
        self._colour("Watertight", "statValue")

    def _set(self, name: str, text: str) -> None:
        self.values[name].setText(text)
        self.values[name].setToolTip(text)

    def _colour(self, name: str, kind: str) -> None:
        value = self.values[name]
        value.setObjectName(kind)
        value.style().unpolish(value)
        value.style().polish(value)


def _grouped(n: int) -> str:
    """A count in groups of three, by thin spaces."""
    return f"{n:,}".replace(",", "\u2009")


def _likeliest(result: ReconResult) -> str:
    words = result.category.replace("_", " ")
    chance = dict(result.probabilities).get(result.category)
    return words if chance is None else f"{words} {chance:.0%}"
