"""The controls around the canvas: the bar above it, and the column beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSlider, QToolButton, QVBoxLayout, QWidget

from imrecon_gui.core.types import INPUT_FILL, INPUT_SIZE
from imrecon_gui.language import tr
from imrecon_gui.services.mending import MAX_FILL, MIN_FILL, Pose
from imrecon_gui.ui.icons import Icons
from imrecon_gui.ui.mask_canvas import MAX_RADIUS, MIN_RADIUS, Tool
from imrecon_gui.ui.parts import Segments, flat_button, label
from imrecon_gui.ui.picture_view import PictureView

QUARTER_DEG = 90.0
MAX_TILT_DEG = 20
TILT_STEPS = 2
"""Steps of the slider in one degree."""

FILL_STEPS = 1000
FILL_CATCH = 8
"""The slider, while dragged, is caught by the networks' own share from this many steps away."""

COLUMN_PX = 200

_TOOLS = (
    (Tool.ADD, "Add", "Add to the object with the brush (A)", "A"),
    (Tool.ERASE, "Erase", "Take away from the object with the brush (E)", "E"),
    (Tool.RECTANGLE, "This one", "Draw a rectangle around the object to cut it out anew (R)", "R"),
)


class MaskBar(QWidget):
    """The bar: tool, brush, undo, redo, quarter turns.

    Signals:
        tool_chosen(Tool): Another tool.
        radius_chosen(float): Another brush, in pixels of the picture.
        undo_asked(), redo_asked(): A step back, or forth.
        turn_asked(float): A quarter turn, in degrees, clockwise.
    """

    tool_chosen = Signal(object)
    radius_chosen = Signal(float)
    undo_asked = Signal()
    redo_asked = Signal()
    turn_asked = Signal(float)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._add_tools(icons)
        self._row.addSpacing(10)
        self._add_size()
        self._row.addStretch(1)
        self.undo_button = self._add_button(icons.get("undo"), "Undo (Ctrl+Z)")
        self.undo_button.clicked.connect(self.undo_asked)
        self.redo_button = self._add_button(icons.get("redo"), "Redo (Ctrl+Shift+Z)")
        self.redo_button.clicked.connect(self.redo_asked)
        self._row.addSpacing(10)
        self.left_button = self._add_button(icons.get("turn-left"), "Turn a quarter to the left")
        self.left_button.clicked.connect(lambda: self.turn_asked.emit(-QUARTER_DEG))
        self.right_button = self._add_button(icons.get("turn-right"), "Turn a quarter to the right")
        self.right_button.clicked.connect(lambda: self.turn_asked.emit(QUARTER_DEG))

    def show_radius(self, radius: float) -> None:
        """Show the brush's size."""
        _set_quietly(self.size_slider, round(radius))
        self._size_value.setText(tr(f"{2 * radius:.0f} px"))

    def _add_tools(self, icons: Icons) -> None:
        segments = Segments()
        self.tool_buttons: dict[Tool, QToolButton] = {}
        for tool, words, tip, key in _TOOLS:
            button = segments.add(words, icons.get(tool.value), tip)
            button.setShortcut(key)
            button.clicked.connect(lambda _checked=False, chosen=tool: self.tool_chosen.emit(chosen))
            self.tool_buttons[tool] = button
        self.tool_buttons[Tool.ADD].setChecked(True)
        self._row.addWidget(segments)

    def _add_size(self) -> None:
        self.size_slider = _slider("Brush size", "How wide the brush is (wheel, or [ and ])")
        self.size_slider.setRange(round(MIN_RADIUS), round(MAX_RADIUS))
        self.size_slider.setFixedWidth(130)
        self.size_slider.valueChanged.connect(lambda value: self.radius_chosen.emit(float(value)))
        self._size_value = label("", "statValue")
        self._size_value.setMinimumWidth(48)
        for widget in (label("Brush", "fieldLabel"), self.size_slider, self._size_value):
            self._row.addWidget(widget)

    def _add_button(self, icon: QIcon, tip: str) -> QToolButton:
        button = flat_button(icon, tip)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._row.addWidget(button)
        return button


class MaskColumn(QWidget):
    """The column: what the network sees, tilt, share of the frame, start over.

    Signals:
        pose_chosen(pose, slider): A slider was moved.
        start_over_asked(): The person wants the first cut-out back.
    """

    pose_chosen = Signal(object, object)
    start_over_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(COLUMN_PX)
        self._quarters_deg = 0.0
        self._values: dict[str, QLabel] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self.network_view = PictureView(on_white=True, fixed_px=INPUT_SIZE)
        self.network_view.setToolTip(
            tr(f"Exactly what the network sees: {INPUT_SIZE} by {INPUT_SIZE} pixels")
        )
        self.network_view.setAccessibleName(tr("Network input"))
        self._layout.addWidget(self.network_view)
        self._layout.addWidget(label(f"Network input, {INPUT_SIZE}²", "caption"))
        self._layout.addSpacing(14)
        self.tilt_slider = self._add_slider("Tilt", "Turn the picture by a small angle")
        self.tilt_slider.setRange(-MAX_TILT_DEG * TILT_STEPS, MAX_TILT_DEG * TILT_STEPS)
        self.fill_slider = self._add_slider(
            "Fills the frame", f"How much of the network input the object takes; {INPUT_FILL:.1%} is usual"
        )
        self.fill_slider.setRange(round(MIN_FILL * FILL_STEPS), round(MAX_FILL * FILL_STEPS))
        self.fill_slider.setSingleStep(25)
        self.fill_slider.setPageStep(125)
        self._layout.addSpacing(10)
        self.over_button = QPushButton(tr("Start over"))
        self.over_button.setAutoDefault(False)
        self.over_button.setToolTip(tr("Go back to the first cut-out"))
        self.over_button.clicked.connect(self.start_over_asked)
        self._layout.addWidget(self.over_button)
        self.status = label("", "statBad", wraps=True)
        self.status.setAccessibleName(tr("Notice"))
        self._layout.addWidget(self.status)
        self._layout.addStretch(1)
        for slider in (self.tilt_slider, self.fill_slider):
            slider.valueChanged.connect(lambda _value, moved=slider: self._on_slider(moved))

    def show_pose(self, pose: Pose) -> None:
        """Put the sliders where the pose is."""
        self._quarters_deg = QUARTER_DEG * round(pose.angle_deg / QUARTER_DEG)
        tilt = pose.angle_deg - self._quarters_deg
        _set_quietly(self.tilt_slider, round(tilt * TILT_STEPS))
        _set_quietly(self.fill_slider, round(pose.fill * FILL_STEPS))
        self._values["Tilt"].setText(tr(f"{tilt:.1f}°"))
        self._values["Fills the frame"].setText(tr(f"{pose.fill:.1%}"))

    def say(self, words: str) -> None:
        """Show a sentence; none if it is empty."""
        self.status.setText(tr(words))
        self.status.setAccessibleDescription(tr(words))

    def _on_slider(self, slider: QSlider) -> None:
        usual = round(INPUT_FILL * FILL_STEPS)
        if slider is self.fill_slider and slider.isSliderDown() and abs(slider.value() - usual) <= FILL_CATCH:
            _set_quietly(slider, usual)
        tilt = self.tilt_slider.value() / TILT_STEPS
        pose = Pose(self._quarters_deg + tilt, self.fill_slider.value() / FILL_STEPS)
        self.pose_chosen.emit(pose, slider)

    def _add_slider(self, words: str, tip: str) -> QSlider:
        row = QHBoxLayout()
        self._values[words] = label("", "statValue")
        row.addWidget(label(words, "fieldLabel"))
        row.addStretch(1)
        row.addWidget(self._values[words])
        self._layout.addLayout(row)
        slider = _slider(words, tip)
        self._layout.addWidget(slider)
        return slider


def _slider(words: str, tip: str) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setAccessibleName(tr(words))
    slider.setToolTip(tr(tip))
    return slider


def _set_quietly(slider: QSlider, value: int) -> None:
    slider.blockSignals(True)
    slider.setValue(value)
    slider.blockSignals(False)
