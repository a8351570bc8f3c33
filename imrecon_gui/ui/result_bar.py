"""What a finished reconstruction measures, in one line."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from imrecon_gui.core.types import ReconResult
from imrecon_gui.language import tr
from imrecon_gui.ui.parts import label

NOTHING = "\u2013"
SPACE = 22
"""Pixels between fields."""
# From the object's front, on the object's own left (+X) first: azimuth 45 degrees apart.
SIDES = ("front", "front left", "left", "rear left", "rear", "rear right", "right", "front right")
FIELDS = ("Device", "Time", "Vertices", "Faces", "Watertight", "Seen from", "Category")
SPARED = ("Vertices", "Device", "Faces", "Time", "Watertight", "Seen from")
"""What is left out first where the line is too narrow for all."""


class ResultBar(QWidget):
    """Device, seconds, vertices, faces, watertight, most likely category; whole ones only.

    Attributes:
        values: The label of each field's value.
    """

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(0)
        self.values: dict[str, QLabel] = {}
        self._names: dict[str, QLabel] = {}
        for column, name in enumerate(FIELDS):
            caption = self._names[name] = label(name, "caption")
            value = self.values[name] = label(NOTHING, "statValue")
            grid.addWidget(caption, 0, column)
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
        self.values["Category"].setToolTip(tr("\n".join(_odds(result, 5))))
        self._set("Seen from", _seen_from(result))
        self._set("Watertight", "Yes" if result.watertight else "No")
        self._colour("Watertight", "statGood" if result.watertight else "statBad")
        self._fit()

    def clear(self) -> None:
        """Show that there is no result."""
        for name in FIELDS:
            self._set(name, NOTHING)
        self._colour("Watertight", "statValue")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many fields as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width()
        for name in SPARED:
            self._show(name, True)
        for name in SPARED:
            if self._needed() <= room:
                return
            self._show(name, False)

    def _needed(self) -> int:
        """Pixels that the fields shown take."""
        shown = [name for name in FIELDS if not self.values[name].isHidden()]
        pairs = [(self._names[name], self.values[name]) for name in shown]
        widths = [max(one.sizeHint().width() for one in pair) for pair in pairs]
        return sum(widths) + SPACE * (len(shown) - 1)

    def _show(self, name: str, shown: bool) -> None:
        self._names[name].setVisible(shown)
        self.values[name].setVisible(shown)

    def _set(self, name: str, text: str) -> None:
        self.values[name].setText(tr(text))
        self.values[name].setToolTip(tr(text))

    def _colour(self, name: str, kind: str) -> None:
        value = self.values[name]
        value.setObjectName(kind)
        value.style().unpolish(value)
        value.style().polish(value)


def _grouped(n: int) -> str:
    """A count in groups of three, by thin spaces."""
    return f"{n:,}".replace(",", "\u2009")


def _likeliest(result: ReconResult) -> str:
    """The category, or the three likeliest with their odds where the network names them."""
    return ", ".join(_odds(result, 3)) or result.category.replace("_", " ")


def _odds(result: ReconResult, n: int) -> list[str]:
    """The n likeliest categories; those of less than one per cent are left out behind the first."""
    pairs = result.probabilities[:1] + tuple(p for p in result.probabilities[1:n] if p[1] >= 0.01)
    return [f"{tr(name.replace('_', ' '))} {share:.0%}" for name, share in pairs]


def _seen_from(result: ReconResult) -> str:
    """Where the network thinks the camera stood: "front right, 20° up"."""
    view = result.viewpoint
    if view is None:
        return NOTHING
    side = SIDES[round(view.azimuth_deg / 45) % 8]
    return f"{side}, {abs(view.elevation_deg):.0f}\u00b0 {'up' if view.elevation_deg >= 0 else 'down'}"
