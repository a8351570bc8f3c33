"""The curves of a run, loss above validation, and those of the runs it is compared with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from imrecon_gui.language import tr
from imrecon_gui.services.past_runs import PastRun
from imrecon_gui.services.training_events import Step, StepCounter, TrainingEvent, Validation
from imrecon_gui.ui.curve_names import CurveNames
from imrecon_gui.ui.curves import Curve, Other
from imrecon_gui.ui.parts import label

SMALLEST_LOSS = 1e-9
MARGIN_PX = 10


class RunCurves(QWidget):
    """Draws a run's events, its stages one behind the other.

    Attributes:
        loss_curve, iou_curve: The curves.
        names: Their legend, if there are others.
        log_line: The line below.
    """

    def __init__(self) -> None:
        super().__init__()
        self._counter = StepCounter()
        self._compared: tuple[tuple[str, str], ...] = ()
        self._accent = ""
        self.loss_curve = Curve("Loss", logarithmic=True)
        self.iou_curve = Curve("Validation IoU")
        self.names = CurveNames()
        self.log_line = label("No run yet.", "muted", wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, MARGIN_PX, 0)
        layout.setSpacing(6)
        layout.addWidget(label("Progress of the run", "cardTitle"))
        for widget, share in ((self.names, 0), (self.loss_curve, 1), (self.iou_curve, 1), (self.log_line, 0)):
            layout.addWidget(widget, share)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not (self.loss_curve.values or self.iou_curve.values or self._compared)

    def clear(self) -> None:
        """Make room for a new run."""
        self._counter = StepCounter()
        self.loss_curve.clear()
        self.iou_curve.clear()

    def take(self, event: TrainingEvent) -> None:
        """Add the event's point, if it has one."""
        if isinstance(event, Step | Validation):
            at = self._counter.absolute(event.stage, event.step)
            if isinstance(event, Step):
                self.loss_curve.add(at, max(event.loss, SMALLEST_LOSS), at - event.step)
            else:
                self.iou_curve.add(at, event.iou, at - event.step)

    def compare(self, runs: Sequence[tuple[PastRun, str]]) -> None:
        """Show the curves of these runs, too, each in its colour "#rrggbb"."""
        self.loss_curve.set_others([Other(colour, run.loss, run.breaks) for run, colour in runs])
        self.iou_curve.set_others([Other(colour, run.iou, run.breaks) for run, colour in runs])
        self._compared = tuple((run.name, colour) for run, colour in runs)
        self.show_names()

    def show_names(self) -> None:
        """Bring the legend up to date."""
        own = [(tr("This run"), self._accent)] if self.loss_curve.values else []
        self.names.set_names([*own, *self._compared] if self._compared else [])

    def set_colours(self, colours: dict[str, str]) -> None:
        """Draw in the colours of the theme."""
        self._accent = colours["accent"]
        for curve in (self.loss_curve, self.iou_curve):
            curve.set_colours(colours)
        self.show_names()
