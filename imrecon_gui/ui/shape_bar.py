"""The rows below the viewport that change the shape: directions in which shapes differ, a blend, symmetry."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QToolButton, QVBoxLayout, QWidget

from imrecon_gui.language import tr
from imrecon_gui.services.shaping import FARTHEST, PLAIN, Blend, ShapeEdit, Symmetry
from imrecon_gui.ui.blend_row import BlendRow
from imrecon_gui.ui.icons import Icons
from imrecon_gui.ui.parts import Segments, flat_button, label

STEPS = 8
"""Of each slider from the middle to an end."""

MOST_SLIDERS = 5
NO_DIRECTIONS = "This model knows no directions to move a shape in; it can be made symmetric."
SYMMETRY_WORDS = {
    Symmetry.NONE: ("As it is", "Leave both sides as the network sees them"),
    Symmetry.BOTH: ("Symmetric", "Make both sides alike: the mean of the two"),
    Symmetry.LEFT: ("Left twice", "Repeat the object's own left side on its right"),
    Symmetry.RIGHT: ("Right twice", "Repeat the object's own right side on its left"),
}


class ShapeBar(QWidget):
    """Changes a `ShapeEdit`.

    Attributes:
        sliders: One for each direction of the model, those that change most first.
        blend_row: The second picture.

    Signals:
        changed(ShapeEdit, gesture): The person wants this; equal gestures are one movement of a hand.
        undo_asked(), redo_asked(): The person wants a step back or forth.
    """

    changed = Signal(object, object)
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._edit = PLAIN
        self._gestures = count(1)
        self._gesture: int | None = None
        self.sliders = [self._new_slider(i) for i in range(MOST_SLIDERS)]
        self.symmetry_buttons: dict[Symmetry, QToolButton] = {}
        self.undo_button = flat_button(icons.get("undo"), "Undo the change of shape (Ctrl+Z)")
        self.redo_button = flat_button(icons.get("redo"), "Redo the change of shape (Ctrl+Shift+Z)")
        self.plain_button = flat_button(icons.get("reset"), "Back to the shape the network sees")
        self.blend_row = BlendRow(icons)
        self._none = label(NO_DIRECTIONS, "muted", wraps=True)
        self._names = [label(str(i + 1), "muted") for i in range(MOST_SLIDERS)]
        self._build()
        self.set_directions(0)
        self.show_edit(PLAIN, False, False)
        self.hide()

    def set_directions(self, n: int) -> None:
        """Offer n sliders, or say that the model has none."""
        for i, (name, slider) in enumerate(zip(self._names, self.sliders, strict=True)):
            name.setVisible(i < n)
            slider.setVisible(i < n)
        self._none.setVisible(n == 0)

    def show_edit(self, edit: ShapeEdit, can_undo: bool, can_redo: bool) -> None:
        """Show a change, and whether there is a way back and forth."""
        self._edit = edit
        for i, slider in enumerate(self.sliders):
            amount = edit.amounts[i] if i < len(edit.amounts) else 0.0
            slider.blockSignals(True)
            slider.setValue(round(amount / FARTHEST * STEPS))
            slider.blockSignals(False)
        self.symmetry_buttons[edit.symmetry].setChecked(True)
        self.blend_row.show_blend(edit.blend)
        self.undo_button.setEnabled(can_undo)
        self.redo_button.setEnabled(can_redo)
        self.plain_button.setEnabled(not edit.is_plain)

    def _on_slider(self) -> None:
        amounts = tuple(slider.value() / STEPS * FARTHEST for slider in self.sliders)
        self._want(replace(self._edit, amounts=amounts if any(amounts) else ()), self._gesture)

    def _on_blend(self, blend: Blend | None, gesture: object) -> None:
        self._want(replace(self._edit, blend=blend), gesture)

    def _want(self, edit: ShapeEdit, gesture: object = None) -> None:
        self.changed.emit(edit, gesture)

    def _on_pressed(self) -> None:
        self._gesture = next(self._gestures)

    def _on_released(self) -> None:
        self._gesture = None

    def _new_slider(self, number: int) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(-STEPS, STEPS)
        slider.setPageStep(2)
        slider.setAccessibleName(tr(f"Shape {number + 1}"))
        slider.setToolTip(
            tr("Move the shape along what sets such objects apart; 1 changes most, the middle nothing")
        )
        slider.valueChanged.connect(self._on_slider)
        slider.sliderPressed.connect(self._on_pressed)
        slider.sliderReleased.connect(self._on_released)
        return slider

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 12, 2)
        column.setSpacing(4)
        above = QHBoxLayout()
        above.setSpacing(7)
        above.addWidget(self._none)
        for name, slider in zip(self._names, self.sliders, strict=True):
            above.addWidget(name)
            above.addWidget(slider, 1)
        column.addLayout(above)
        column.addWidget(self.blend_row)
        self.blend_row.changed.connect(self._on_blend)
        below = QHBoxLayout()
        below.setSpacing(2)
        below.addWidget(self._build_symmetry())
        below.addStretch(1)
        self.undo_button.clicked.connect(self.undo_asked)
        self.redo_button.clicked.connect(self.redo_asked)
        self.plain_button.clicked.connect(lambda: self._want(PLAIN))
        for button in (self.undo_button, self.redo_button, self.plain_button):
            below.addWidget(button)
        column.addLayout(below)

    def _build_symmetry(self) -> Segments:
        segments = Segments()
        for symmetry, (words, tip) in SYMMETRY_WORDS.items():
            button = segments.add(words, tip=tip)
            button.clicked.connect(lambda _on=False, s=symmetry: self._want(replace(self._edit, symmetry=s)))
            self.symmetry_buttons[symmetry] = button
        return segments
