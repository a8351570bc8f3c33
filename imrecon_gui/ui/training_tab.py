"""Training a model without leaving the window: the order on the left, the run on the right."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from imrecon_gui.core.errors import ImreconError
from imrecon_gui.language import tr
from imrecon_gui.services.stages import TRAINING, StagedProgress
from imrecon_gui.services.training import TrainingOrder
from imrecon_gui.services.training_events import Ended, Progress, Published, Started, Step, TrainingEvent
from imrecon_gui.ui.context import Context
from imrecon_gui.ui.parts import card, keep_place, label
from imrecon_gui.ui.training_form import TrainingForm
from imrecon_gui.ui.training_view import TrainingView

LEFT_WIDTH_PX = 376
PROGRESS_UNITS = 1000
END_WORDS = {
    "finished": "The run is finished.",
    "stopped": "The run was stopped.",
    "failed": "The run failed.",
}


class TrainingTab(QWidget):
    """Wires the form and the view to the training service.

    Attributes:
        view: The curves, None until the tab is first shown.

    Signals:
        problem(exception): Something went wrong.
        published(name): A new model is installed.
    """

    problem = Signal(object)
    published = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._progress = StagedProgress(TRAINING)
        self.view: TrainingView | None = None
        self.form = TrainingForm(context)
        self.progress_bar = QProgressBar(maximum=PROGRESS_UNITS, textVisible=False)
        self.stage_label = label("", "caption", wraps=True)
        self.button = QPushButton(tr("Start training"))
        self._build()
        self._connect()
        self._refresh_button()

    def start(self) -> None:
        """Start a run as the form says."""
        assert self.view is not None
        places = self._context.places
        stamp = datetime.now().strftime("%Y-%m-%d_%H-%M-%S")
        folder = places.runs_dir / f"{stamp}_{self.form.name.replace(' ', '_')}"
        order = TrainingOrder(
            recipe=self.form.recipe,
            categories=self.form.categories,
            minutes=self.form.minutes_box.value(),
            name=self.form.name,
            run_dir=folder,
            models_dir=places.models_dir,
            device=str(self.form.device_box.currentData()),
            meshes=self.form.source.folder,
        )
        self._progress = StagedProgress(TRAINING)
        self.view.clear()
        self.view.say("Starting …")
        self.form.remember()
        try:
            self._context.services.training.start(order)
        except ImreconError as error:
            self.problem.emit(error)

    def stop(self) -> None:
        """Ask the run to stop and keep what it has."""
        self.button.setEnabled(False)
        self.button.setText(tr("Stopping …"))
        self._context.services.training.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Build the curves and ask for the recipes, the first time only."""
        super().showEvent(event)
        if self.view is None:
            self.view = TrainingView(self._context)
            self._context.services.training.attach_living(self._context.places.runs_dir)
            self._row.addWidget(self.view, 1)
            self._context.services.training.ask_recipes()
            self._refresh_button()

    def _on_event(self, event: TrainingEvent) -> None:
        if self.view is None:
            return  # a run of an earlier window, which is only being stopped
        self.view.take(event)
        if isinstance(event, Progress):
            self._show_progress(event.stage, event.done, event.total)
        elif isinstance(event, Step):
            self._show_progress(event.stage, event.step, event.total)
        elif isinstance(event, Started):
            self.view.say(f"Running in {event.run}")
        elif isinstance(event, Published):
            self._context.services.models.refresh()
            self.published.emit(event.name)

    def _on_recalled(self, events: tuple[TrainingEvent, ...]) -> None:
        for event in events:
            if not isinstance(event, Published):
                self._on_event(event)

    def _show_progress(self, stage: str, done: int, total: int) -> None:
        fraction = self._progress.update(stage, done, total)
        self.progress_bar.setValue(round(fraction * PROGRESS_UNITS))
        self.stage_label.setText(tr(f"{self._progress.label} …" if self._progress.label else ""))

    def _on_ended(self, ended: Ended) -> None:
        self.stage_label.setText(tr(END_WORDS[ended.outcome]))
        self._context.services.models.refresh()

    def _on_running(self, is_running: bool) -> None:
        self.form.setEnabled(not is_running)
        self.progress_bar.setVisible(is_running)
        if is_running:
            self.progress_bar.setValue(0)
            self.stage_label.setText(tr("Starting …"))
        self._refresh_button()

    def _on_button(self) -> None:
        (self.stop if self._context.services.training.is_running else self.start)()

    def _refresh_button(self) -> None:
        is_running = self._context.services.training.is_running
        self.button.setText(tr("Stop and keep" if is_running else "Start training"))
        icon = ("stop", "#808898") if is_running else ("play", "#ffffff")
        self.button.setIcon(self._context.icons.get(*icon))
        self.button.setProperty("stops", is_running)
        self.button.setEnabled(is_running or (self.view is not None and self.form.is_complete))
        self.button.style().unpolish(self.button)
        self.button.style().polish(self.button)

    def _connect(self) -> None:
        training = self._context.services.training
        training.happened.connect(self._on_event)
        training.recalled.connect(self._on_recalled)
        training.line.connect(lambda text: self.view.say(text) if self.view else None)
        training.running_changed.connect(self._on_running)
        training.ended.connect(self._on_ended)
        training.failed.connect(self.problem)
        training.recipes_found.connect(self.form.set_recipes)
        self._context.services.devices.found.connect(self.form.set_devices)
        self.form.changed.connect(self._refresh_button)
        self.button.clicked.connect(self._on_button)

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 16, 16, 16)
        self._row.setSpacing(16)
        frame, layout = card("Train a model")
        words = (
            "Shapes are made, drawn and learnt on this machine. When the run ends, the model can be chosen."
        )
        layout.addWidget(label(words, "muted", wraps=True))
        layout.addWidget(self.form, 1)
        self.button.setObjectName("primary")
        for widget in (self.button, self.progress_bar, self.stage_label):
            layout.addWidget(widget)
        keep_place(self.progress_bar)
        self.stage_label.setMinimumHeight(self.stage_label.fontMetrics().height())
        column = QWidget()
        column.setFixedWidth(LEFT_WIDTH_PX)
        outer = QVBoxLayout(column)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._row.addWidget(column)
