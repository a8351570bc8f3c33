"""What a training run shows: curves, a preview, and its last words."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from imrecon_gui.language import tr
from imrecon_gui.services.training_events import Preview, Step, TrainingEvent, Validation
from imrecon_gui.ui.context import Context
from imrecon_gui.ui.curves import Curve
from imrecon_gui.ui.parts import card, label
from imrecon_gui.ui.picture_view import PictureView

PREVIEW_HEIGHT_PX = 210


class TrainingView(QFrame):
    """The card of a run: loss and validation over steps, the newest preview, the log line.

    The steps of one stage are drawn behind those of the stage before.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._before = 0
        self._stage = ""
        self._last = 0
        self.loss_curve = Curve("Loss", logarithmic=True)
        self.iou_curve = Curve("Validation IoU")
        self.preview = PictureView()
        self.log_line = label("No run yet.", "muted", wraps=True)
        self._build()
        context.theme.changed.connect(self._on_theme)
        self._on_theme()

    def clear(self) -> None:
        """Make room for a new run."""
        self._before, self._stage, self._last = 0, "", 0
        self.loss_curve.clear()
        self.iou_curve.clear()
        self.preview.set_image(QImage())
        self.preview.hide()

    def take(self, event: TrainingEvent) -> None:
        """Show what the run says, where it belongs here."""
        if isinstance(event, Step):
            self.loss_curve.add(self._absolute(event.stage, event.step), max(event.loss, 1e-9))
            self.say(f"Step {event.step} of {event.total} · loss {event.loss:.4g} · {event.seconds:.0f} s")
        elif isinstance(event, Validation):
            self.iou_curve.add(self._absolute(event.stage, event.step), event.iou)
        elif isinstance(event, Preview):
            self.preview.set_image(QImage(str(event.path)))
            self.preview.setVisible(not self.preview.image.isNull())

    def say(self, words: str) -> None:
        """Write the log line."""
        self.log_line.setText(tr(words))

    def _absolute(self, stage: str, step: int) -> int:
        """The step counted from the run's beginning."""
        if stage != self._stage:
            self._before, self._stage = self._last, stage
        self._last = max(self._last, self._before + step)
        return self._before + step

    def _on_theme(self) -> None:
        for curve in (self.loss_curve, self.iou_curve):
            curve.set_colours(self._context.theme.colours)
        self.preview.set_dark(self._context.theme.is_dark)

    def _build(self) -> None:
        frame, layout = card("Progress of the run")
        curves = QHBoxLayout()
        curves.setSpacing(18)
        curves.addWidget(self.loss_curve, 1)
        curves.addWidget(self.iou_curve, 1)
        layout.addLayout(curves, 1)
        self.preview.setFixedHeight(PREVIEW_HEIGHT_PX)
        self.preview.hide()
        layout.addWidget(self.preview)
        layout.addWidget(self.log_line)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
