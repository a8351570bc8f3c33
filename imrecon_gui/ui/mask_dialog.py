"""The dialog in which a cut-out is mended."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from imrecon_gui.core.errors import ImageError, ImreconError
from imrecon_gui.core.types import PreparedImage, UInt8Array
from imrecon_gui.language import tr
from imrecon_gui.services.mending import Box, Pose
from imrecon_gui.ui.context import Context
from imrecon_gui.ui.incoming import to_image
from imrecon_gui.ui.mask_canvas import MaskCanvas
from imrecon_gui.ui.mask_tools import MaskBar, MaskColumn
from imrecon_gui.ui.parts import keep_place, label

FRAME_MS = 16
MAX_PAUSE_MS = 150
HALF_TURN_DEG = 180.0
SHARE_OF_WINDOW = 0.94

_KEYS = (
    "Drag to paint; the right button does the opposite. "
    "Arrows move the brush, Space puts it down and lifts it, [ and ] change its size."
)


class MaskDialog(QDialog):
    """Mends one picture's cut-out; the picture given is never changed.

    Attributes:
        mender: The picture being mended.
        canvas: Where it is mended.
        bar: The tools above the canvas.
        column: What the network sees, and how the picture lies in it.

    Signals:
        mended(PreparedImage): The person is content with what they changed.
        problem(exception): Something unforeseen happened, and the dialog is closed.
    """

    mended = Signal(object)
    problem = Signal(object)

    def __init__(self, context: Context, image: PreparedImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._image = image
        self._notice = ""
        self._moved_last: QObject | None = None
        self.mender = context.services.mending.open(image)
        self.canvas = MaskCanvas(self.mender)
        self.bar = MaskBar(context.icons)
        self.column = MaskColumn()
        self.busy_bar = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        for button in self.buttons.buttons():
            button.setIcon(QIcon())  # the style's own do not match the window's
        self._preview_timer = QTimer(self, singleShot=True, interval=FRAME_MS)
        self._build()
        if parent is not None:
            self.resize(parent.size() * SHARE_OF_WINDOW)
        self._connect()
        self._on_theme()
        self.bar.show_radius(self.canvas.radius)
        self._refresh_all()
        self._show_preview()

    def accept(self) -> None:
        """Hand the mended picture over."""
        if not self.ok_button.isEnabled() or self.canvas.is_busy:
            return
        try:
            result = self.mender.result()
        except ImageError:
            self._show_preview()
            return
        super().accept()
        if result is not self._image:
            self.mended.emit(result)

    def done(self, result: int) -> None:
        """Stop what is under way."""
        self._preview_timer.stop()
        self._context.services.mending.cancel()
        super().done(result)

    def _undo(self) -> None:
        self._step(self.mender.undo)

    def _redo(self) -> None:
        self._step(self.mender.redo)

    def _start_over(self) -> None:
        self._step(self.mender.start_over)

    def _step(self, do: Callable[[], object]) -> None:
        """Change the mask as a whole, unless a stroke or the worker is about to change it."""
        if self.canvas.is_busy or self._context.services.mending.runner.is_busy:
            return
        self._notice, self._moved_last = "", None
        do()
        self._refresh_all()

    def _turn(self, angle_deg: float) -> None:
        pose = self.mender.pose
        turned = (pose.angle_deg + angle_deg + HALF_TURN_DEG) % (2 * HALF_TURN_DEG) - HALF_TURN_DEG
        self._step(lambda: self.mender.set_pose(Pose(turned, pose.fill)))

    def _on_pose(self, pose: Pose, slider: QObject) -> None:
        """A slider moved: one drag is one step back."""
        self.mender.set_pose(pose, goes_on=slider is self._moved_last)
        self._moved_last = slider
        self._refresh_all()

    def _on_slider_released(self) -> None:
        self._moved_last = None

    def _on_painted(self) -> None:
        self._notice, self._moved_last = "", None
        self._ask_preview()

    def _on_box(self, box: Box) -> None:
        self._notice, self._moved_last = "", None
        self._context.services.mending.start(self.mender.photo, box)

    def _on_cut(self, alpha: UInt8Array) -> None:
        self.mender.replace_alpha(alpha)
        self._refresh_all()

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, ImreconError):
            self.reject()
            self.problem.emit(error)
            return
        self._notice = str(error)
        self._ask_preview()

    def _on_busy(self, is_busy: bool) -> None:
        """While the worker cuts out anew, nothing else changes the mask."""
        self.busy_bar.setVisible(is_busy)
        for widget in (self.canvas, self.bar, self.column.over_button):
            widget.setEnabled(not is_busy)
        for slider in (self.column.tilt_slider, self.column.fill_slider):
            slider.setEnabled(not is_busy)
        self.ok_button.setEnabled(False)
        if not is_busy:
            self.canvas.setFocus()
            self._ask_preview()

    def _refresh_all(self) -> None:
        self.canvas.refresh()
        self.column.show_pose(self.mender.pose)
        self._refresh_history()
        self._ask_preview()

    def _refresh_history(self) -> None:
        self.bar.undo_button.setEnabled(self.mender.can_undo)
        self.bar.redo_button.setEnabled(self.mender.can_redo)
        self.column.over_button.setEnabled(self.mender.is_changed)

    def _ask_preview(self) -> None:
        if not self._preview_timer.isActive():
            self._preview_timer.start()

    def _show_preview(self) -> None:
        """Show what the network would see; on a slow machine less often, so that the brush stays quick."""
        start = time.perf_counter()
        try:
            picture, problem = to_image(self.mender.network_rgba()), ""
        except ImageError as error:
            picture, problem = QImage(), str(error)
        self.column.network_view.set_image(picture)
        self.column.say(problem or self._notice)
        self.ok_button.setEnabled(not problem and not self._context.services.mending.runner.is_busy)
        taken_ms = round((time.perf_counter() - start) * 1000)
        self._preview_timer.setInterval(min(max(FRAME_MS, 2 * taken_ms), MAX_PAUSE_MS))

    def _on_theme(self) -> None:
        self.canvas.set_dark(self._context.theme.is_dark)

    def _connect(self) -> None:
        self._preview_timer.timeout.connect(self._show_preview)
        self._context.theme.changed.connect(self._on_theme)
        self.canvas.painted.connect(self._on_painted)
        self.canvas.stroke_ended.connect(self._refresh_history)
        self.canvas.boxed.connect(self._on_box)
        self.canvas.radius_changed.connect(lambda: self.bar.show_radius(self.canvas.radius))
        self.bar.tool_chosen.connect(self.canvas.set_tool)
        self.bar.radius_chosen.connect(self.canvas.set_radius)
        self.bar.undo_asked.connect(self._undo)
        self.bar.redo_asked.connect(self._redo)
        self.bar.turn_asked.connect(self._turn)
        self.column.pose_chosen.connect(self._on_pose)
        self.column.start_over_asked.connect(self._start_over)
        for slider in (self.column.tilt_slider, self.column.fill_slider):
            slider.sliderReleased.connect(self._on_slider_released)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        mending = self._context.services.mending
        mending.busy_changed.connect(self._on_busy)
        mending.cut.connect(self._on_cut)
        mending.failed.connect(self._on_failed)
        for keys, do in (("Ctrl+Z", self._undo), ("Ctrl+Shift+Z", self._redo)):
            QShortcut(QKeySequence(keys), self, do)

    def _build(self) -> None:
        self.setWindowTitle(tr("Mend the cut-out"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.canvas.setAccessibleName(tr("Cut-out"))
        self.canvas.setAccessibleDescription(tr(_KEYS))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(self.bar)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.canvas, 1)
        middle.addWidget(self.column)
        layout.addLayout(middle, 1)
        keep_place(self.busy_bar)
        layout.addWidget(self.busy_bar)
        bottom = QHBoxLayout()
        bottom.addWidget(label(_KEYS, "caption", wraps=True), 1)
        bottom.addWidget(self.buttons)
        layout.addLayout(bottom)
        self.canvas.setFocus()
