"""Training a model without leaving the window: the order on the left, the run on the right."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imrecon_gui.core.errors import ImreconError
from imrecon_gui.language import tr
from imrecon_gui.services.model_card import card_rows
from imrecon_gui.services.past_runs import PastRun
from imrecon_gui.services.training import GoOnOrder, TrainingOrder
from imrecon_gui.services.training_events import Ended, Published, Step, TrainingEvent
from imrecon_gui.services.training_progress import RunProgress
from imrecon_gui.ui.card_dialog import CardDialog
from imrecon_gui.ui.context import Context
from imrecon_gui.ui.parts import card, label, scrolled
from imrecon_gui.ui.training_controls import TrainingControls
from imrecon_gui.ui.training_form import TrainingForm
from imrecon_gui.ui.training_view import RESULTS, TrainingView
from imrecon_gui.ui.training_words import END_WORDS, log_line, time_left

LEFT_WIDTH_PX = 376
INTRODUCTION = (
    "The run learns on this machine, and goes on if the window is closed. Then the model can be chosen."
)


class TrainingTab(QWidget):
    """Wires the form and the view to the training service.

    Attributes:
        view: The curves and pages, None until the tab is first shown.

    Signals:
        problem(exception): Something went wrong.
        published(name, path): A new model is installed.
    """

    problem = Signal(object)
    published = Signal(str, object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._training = context.services.training
        self._progress = RunProgress()
        self.view: TrainingView | None = None
        self.form = TrainingForm(context)
        self.controls = TrainingControls(context.icons)
        self.button, self.stage_label = self.controls.button, self.controls.words
        self._build()
        self._connect()
        self._refresh()

    def start(self) -> None:
        """Start a run as the form says."""
        places = self._context.places
        order = TrainingOrder(
            recipe=self.form.recipe,
            categories=self.form.categories,
            minutes=self.form.minutes_box.value(),
            name=self.form.name,
            run_dir=self._new_folder(),
            models_dir=places.models_dir,
            device=str(self.form.device_box.currentData()),
            meshes=self.form.source.folder,
        )
        self.form.remember()
        self._try(lambda: self._training.start(order))

    def _new_folder(self) -> Path:
        """A folder for the next run that no other has."""
        stamp = datetime.now().strftime("%Y-%m-%d_%H-%M-%S")
        name = f"{stamp}_{self.form.name.replace(' ', '_')}"
        names = (name if n == 1 else f"{name}_{n}" for n in itertools.count(1))
        return next(path for path in map(self._context.places.runs_dir.joinpath, names) if not path.exists())

    def go_on(self, run: PastRun) -> None:
        """Let a run that was stopped make the steps that it has left."""
        order = GoOnOrder(run.folder, self._context.places.models_dir, run.device)
        self._try(lambda: self._training.start(order))

    def follow(self, run: PastRun) -> None:
        """Show a run that goes on already."""
        self._try(lambda: self._training.attach(run.folder))

    def stop(self) -> None:
        """Ask the run to stop and keep what it has."""
        self.controls.show_stopping()
        self._training.stop()

    def show_card(self, path: Path) -> None:
        """Show what the card of a model says."""
        try:
            CardDialog(card_rows(path), self.window()).open()
        except ImreconError as error:
            self.problem.emit(error)

    def showEvent(self, event: QShowEvent) -> None:
        """Build the curves, ask for the recipes, and look for runs, the first time only."""
        super().showEvent(event)
        if self.view is None:
            self._open_view()
            self._training.ask_recipes()
            self._training.attach_living(self._context.places.runs_dir)
            self._look_for_runs()
            self._refresh()

    def _open_view(self) -> None:
        view = self.view = TrainingView(self._context)
        self._row.addWidget(view, 1)
        view.runs.go_on_asked.connect(self.go_on)
        view.runs.follow_asked.connect(self.follow)
        view.runs.card_asked.connect(self.show_card)
        view.runs.refresh_asked.connect(self._look_for_runs)
        self._context.services.past_runs.found.connect(view.runs.set_runs)
        self._show_source()

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except ImreconError as error:
            self.problem.emit(error)

    def _on_event(self, event: TrainingEvent) -> None:
        self._take(event)
        self._show_progress()
        if isinstance(event, Step) and self.view is not None:
            self.view.tell(event)
        elif isinstance(event, Published):
            self._context.services.models.refresh()
            self.published.emit(event.name, event.path)

    def _on_recalled(self, events: tuple[TrainingEvent, ...]) -> None:
        """What a run told before it was looked at: drawn in one go, and nothing is published again."""
        for event in events:
            self._progress.take(event)
        self._show_progress()
        if self.view is not None:
            self.view.recall(events)
        steps = [event for event in events if isinstance(event, Step)]
        if steps and self.view is not None:
            self.view.tell(steps[-1])

    def _take(self, event: TrainingEvent) -> None:
        self._progress.take(event)
        if self.view is not None:
            self.view.take(event)

    def _show_progress(self) -> None:
        if self.controls.is_stopping:
            return
        left = self._progress.seconds_left
        words = [f"{self._progress.label} …"] if self._progress.label else []
        if self._training.is_paused:
            words = ["Paused"]
        elif left is not None:
            words.append(time_left(left))
        self.controls.show_progress(self._progress.fraction)
        self.controls.say("   ·   ".join(map(tr, words)))

    def _on_line(self, text: str) -> None:
        if self.view is not None:
            self.view.log.add(text)

    def _on_ended(self, ended: Ended) -> None:
        self.controls.say(END_WORDS[ended.outcome])
        self._context.services.models.refresh()
        if self.view is not None:
            self.view.log.add(log_line(ended))
            self._look_for_runs()

    def _on_running(self, is_running: bool) -> None:
        self.form.setEnabled(not is_running)
        self._refresh()
        if is_running:
            self._progress = RunProgress()
            self.controls.show_progress(0.0)
            self.controls.say("Starting …")
            if self.view is not None:
                self.view.clear()
                self.view.say("Starting …")
                self.view.show_page(RESULTS)

    def _on_paused(self, is_paused: bool) -> None:
        self._refresh()
        if self._training.is_running:
            self._show_progress()

    def _look_for_runs(self) -> None:
        self._context.services.past_runs.ask(self._context.places.runs_dir)

    def _show_source(self) -> None:
        if self.view is not None:
            form = self.form
            self.view.shapes.set_source(form.looked_at, form.source.folder, form.recipe)

    def _refresh(self) -> None:
        can_start = self.view is not None and self.form.is_complete
        self.controls.show_state(self._training.is_running, self._training.is_paused, can_start)
        if self.view is not None:
            self.view.runs.set_can_start(not self._training.is_running)

    def _connect(self) -> None:
        training = self._training
        training.happened.connect(self._on_event)
        training.recalled.connect(self._on_recalled)
        training.line.connect(self._on_line)
        training.running_changed.connect(self._on_running)
        training.paused_changed.connect(self._on_paused)
        training.ended.connect(self._on_ended)
        training.failed.connect(self.problem)
        training.recipes_found.connect(self.form.set_recipes)
        self._context.services.devices.found.connect(self.form.set_devices)
        self.form.changed.connect(self._refresh)
        self.form.changed.connect(self._show_source)
        self.controls.start_asked.connect(self.start)
        self.controls.stop_asked.connect(self.stop)
        self.controls.pause_asked.connect(training.pause)
        self.controls.resume_asked.connect(training.resume)

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 16, 16, 16)
        self._row.setSpacing(16)
        frame, layout = card("Train a model")
        layout.addWidget(label(INTRODUCTION, "muted", wraps=True))
        layout.addWidget(scrolled(self.form), 1)
        layout.addWidget(self.controls)
        column = QWidget()
        column.setFixedWidth(LEFT_WIDTH_PX)
        outer = QVBoxLayout(column)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._row.addWidget(column)
