"""What a training run shows: its curves on the left, and pages of pictures, runs and words on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from imrecon_gui.language import tr
from imrecon_gui.services.training_events import Preview, Started, Step, TrainingEvent, Validation
from imrecon_gui.ui.context import Context
from imrecon_gui.ui.parts import Segments, card
from imrecon_gui.ui.training_curves import MARGIN_PX, RunCurves
from imrecon_gui.ui.training_log import LogPage
from imrecon_gui.ui.training_results import ResultsPage
from imrecon_gui.ui.training_runs import RunsPage
from imrecon_gui.ui.training_shapes import ShapesPage
from imrecon_gui.ui.training_words import log_line

SHAPES, RESULTS, RUNS, LOG = range(4)
PAGES = ("Data", "Results", "Runs", "Log")
CURVES_PX, PAGES_PX = 170, 328
SHARES = (400, 600)


class TrainingView(QFrame):
    """The card of a run: its curves, and the pages."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.curves = RunCurves()
        self.loss_curve, self.iou_curve = self.curves.loss_curve, self.curves.iou_curve
        self.shapes = ShapesPage(context)
        self.results = ResultsPage()
        self.runs = RunsPage(context.icons)
        self.log = LogPage(context.icons)
        self._build()
        self.runs.compared.connect(self._compare)
        context.theme.changed.connect(self._on_theme)
        self._on_theme()

    def clear(self) -> None:
        """Make room for a new run."""
        self.curves.clear()
        self.results.clear()
        self.log.clear()
        self._compare()

    def show_page(self, index: int) -> None:
        """Show the shapes, the results, the runs or the log."""
        self.pages.setCurrentIndex(index)
        self.page_buttons[index].setChecked(True)

    def take(self, event: TrainingEvent) -> None:
        """Show what the run says, where it belongs here."""
        self.curves.take(event)
        if isinstance(event, Preview):
            self.results.add(event.path)
        if isinstance(event, Started | Step | Validation):
            self._show_curves()
        self.log.add(log_line(event))

    def recall(self, events: Sequence[TrainingEvent]) -> None:
        """Show what the run said earlier, of which more may come at once."""
        for event in events:
            self.take(event)
        for curve in (self.loss_curve, self.iou_curve):
            curve.put_off()

    def tell(self, step: Step) -> None:
        """Write where the run is below its curves."""
        self.say(f"Step {step.step} of {step.total} · loss {step.loss:.4g} · {step.seconds:.0f} s")

    def say(self, words: str) -> None:
        """Write the line below the curves."""
        self.curves.log_line.setText(tr(words))

    def _compare(self) -> None:
        training = self._context.services.training
        now = training.run_dir if self.loss_curve.values or training.is_running else None
        self.curves.compare([(run, colour) for run, colour in self.runs.ticked() if run.folder != now])
        self._show_curves()

    def _show_curves(self) -> None:
        """Where there is nothing to draw, the pages take the room."""
        is_seen = not self.curves.is_empty or self._context.services.training.is_running
        if self.curves.isHidden() is is_seen:
            self.curves.setVisible(is_seen)
            self.curves.show_names()
            self._pages_layout.setContentsMargins(MARGIN_PX if is_seen else 0, 0, 0, 0)

    def _on_theme(self) -> None:
        self.curves.set_colours(self._context.theme.colours)

    def _build(self) -> None:
        frame, layout = card()
        self.curves.setMinimumWidth(CURVES_PX)
        self.curves.hide()
        splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.curves)
        splitter.addWidget(self._build_pages())
        splitter.setSizes(SHARES)
        for index, share in enumerate(SHARES):
            splitter.setStretchFactor(index, share)
        layout.addWidget(splitter, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _build_pages(self) -> QWidget:
        whole, self.pages, tabs = QWidget(), QStackedWidget(), Segments(is_roomy=True)
        layout, row = QVBoxLayout(whole), QHBoxLayout()
        self._pages_layout = layout
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        self.page_buttons = [tabs.add(words) for words in PAGES]
        for index, page in enumerate((self.shapes, self.results, self.runs, self.log)):
            self.pages.addWidget(page)
            self.page_buttons[index].clicked.connect(
                lambda _checked=False, chosen=index: self.show_page(chosen)
            )
        row.addWidget(tabs)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self.pages, 1)
        whole.setMinimumWidth(PAGES_PX)
        self.show_page(SHAPES)
        return whole
