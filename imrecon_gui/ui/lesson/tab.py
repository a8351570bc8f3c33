"""How it works: the network of the Reconstruct tab on its picture, one step at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from imrecon_gui.language import tr
from imrecon_gui.services.lesson import LessonOrder, Reading
from imrecon_gui.ui.context import Context
from imrecon_gui.ui.lesson.stage import Stage
from imrecon_gui.ui.lesson.steps import STEPS, words_of
from imrecon_gui.ui.parts import Segments, card, keep_place, label

PROGRESS_UNITS = 1000
NO_MODEL = "There is no model to look into. Train one, or import one, first."
READING = "The network reads the picture …"
PRESENT, LEAVE = "Present (F5)", "End (Esc)"


class LessonTab(QWidget):
    """The stage, what is said about the step, and the way back and on.

    Attributes:
        stage: The pages, None until the tab is first shown.
        reading: What was read in the picture, None if nothing was yet.
        step: Number of the step shown.

    Signals:
        problem(exception): Something went wrong.
        present_asked(): The person wants to begin or end a presentation.
    """

    problem = Signal(object)
    present_asked = Signal()

    def __init__(self, context: Context, order_now: Callable[[], LessonOrder | None]) -> None:
        """Get ready; `order_now` tells what to read whenever the tab is shown."""
        super().__init__()
        self.setObjectName("lesson")
        self._context, self._order_now = context, order_now
        self._order: LessonOrder | None = None
        self.reading: Reading | None = None
        self.stage: Stage | None = None
        self.step = 0
        self.progress_label, self.title_label = label("", "lessonCaption"), label("", "lessonTitle")
        self.words_label = label("", "lessonWords", wraps=True)
        self.notice = label(READING, "lessonWords", wraps=True)
        self.busy_bar = QProgressBar(maximum=PROGRESS_UNITS, textVisible=False)
        self.back_button, self.next_button = QPushButton(tr("Back")), QPushButton(tr("Next"))
        self.present_button = QPushButton(tr(PRESENT))
        self.steps = Segments()
        self._build()
        self._connect()
        self._say()

    def go(self, step: int) -> None:
        """Show another step; numbers beyond the first and the last are theirs."""
        self.step = min(max(step, 0), len(STEPS) - 1)
        self._say()
        if self.reading is not None and self.stage is not None and self.isVisible():
            self.stage.enter(self.step)

    def set_presenting(self, is_presenting: bool) -> None:
        """Show big letters and nothing that is not needed, or all of it again."""
        self.setProperty("presenting", is_presenting)
        self.steps.setVisible(not is_presenting)
        self.present_button.setText(tr(LEAVE if is_presenting else PRESENT))
        for widget in (self, *self.findChildren(QWidget)):
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def shut(self) -> None:
        """Let go of OpenGL; must happen before the window is destroyed."""
        if self.stage is not None:
            self.stage.scene.viewport.shut()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the picture, unless that has been done; nothing is computed before."""
        super().showEvent(event)
        if self.stage is None:
            self.stage = Stage(self._context.theme, self._context.services.lesson)
            self._curtain.addWidget(self.stage)
        self._begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the worker to others."""
        super().hideEvent(event)
        if self.stage is not None:
            self.stage.leave()

    def _begin(self) -> None:
        """Read the picture chosen now, or go on with the step if it is the last one's."""
        order = self._order_now()
        if order is not None and order == self._order and self.reading is not None:
            self.go(self.step)
            return
        self._order, self.reading = order, None
        self.notice.setText(tr(NO_MODEL if order is None else READING))
        self._curtain.setCurrentWidget(self.notice)
        self._say()
        if order is not None:
            self._context.services.lesson.open(order)

    def _on_read(self, reading: Reading) -> None:
        self.reading = reading
        assert self.stage is not None
        self.stage.show_reading(reading)
        self._curtain.setCurrentWidget(self.stage)
        self.go(self.step)

    def _on_failed(self, error: BaseException) -> None:
        if self.reading is None:
            self.notice.setText(tr(str(error)))
        self.problem.emit(error)

    def _on_other_picture(self) -> None:
        if self.isVisible():
            self._begin()

    def _on_busy(self, is_busy: bool) -> None:
        self.busy_bar.setVisible(is_busy)
        if not is_busy:
            self.busy_bar.setValue(0)

    def _say(self) -> None:
        """Show the words of the step, and which steps there are."""
        step = STEPS[self.step]
        self.progress_label.setText(tr(f"Step {self.step + 1} of {len(STEPS)}"))
        self.title_label.setText(tr(step.title))
        self.words_label.setText(tr(words_of(step, self.reading)))
        self.step_buttons[self.step].setChecked(True)
        has_reading = self.reading is not None
        self.back_button.setEnabled(has_reading and self.step > 0)
        self.next_button.setEnabled(has_reading and self.step < len(STEPS) - 1)
        self.steps.setEnabled(has_reading)

    def _connect(self) -> None:
        service = self._context.services.lesson
        service.read.connect(self._on_read)
        service.failed.connect(self._on_failed)
        service.busy_changed.connect(self._on_busy)
        service.progressed.connect(lambda share: self.busy_bar.setValue(round(share * PROGRESS_UNITS)))
        self._context.services.preparation.prepared.connect(lambda _image: self._on_other_picture())
        self.back_button.clicked.connect(lambda: self.go(self.step - 1))
        self.next_button.clicked.connect(lambda: self.go(self.step + 1))
        self.present_button.clicked.connect(self.present_asked)
        for key, button in (("PgUp", self.back_button), ("PgDown", self.next_button)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(button.click)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(10)
        column.addLayout(self._build_head())
        frame, inside = card()
        inside.setContentsMargins(0, 0, 0, 0)
        self._curtain = QStackedWidget()
        self.notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._curtain.addWidget(self.notice)
        inside.addWidget(self._curtain)
        column.addWidget(frame, 1)
        keep_place(self.busy_bar)
        column.addWidget(self.busy_bar)
        self.words_label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.words_label)
        column.addLayout(self._build_foot())

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.title_label)
        row.addStretch(1)
        row.addWidget(self.progress_label)
        row.addWidget(self.present_button)
        return row

    def _build_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.step_buttons = [
            self.steps.add(str(number), tip=step.title) for number, step in enumerate(STEPS, 1)
        ]
        for number, button in enumerate(self.step_buttons):
            button.clicked.connect(lambda _checked=False, chosen=number: self.go(chosen))
        self.next_button.setObjectName("primary")
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.steps)
        row.addStretch(1)
        row.addWidget(self.next_button)
        return row
