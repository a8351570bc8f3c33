"""The buttons of a run, how far it is, and how long it will be."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from imrecon_gui.language import tr
from imrecon_gui.ui.icons import Icons
from imrecon_gui.ui.parts import label

PROGRESS_UNITS = 1000
ON_PRIMARY, ON_BUTTON = "#ffffff", "#808898"


class TrainingControls(QWidget):
    """Start, or Stop and Pause; below them the bar and a line of words.

    Attributes:
        is_stopping: Whether the run was asked to stop and has not ended yet.

    Signals:
        start_asked(), stop_asked(), pause_asked(), resume_asked(): What the person wants.
    """

    start_asked = Signal()
    stop_asked = Signal()
    pause_asked = Signal()
    resume_asked = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._is_running = self._is_paused = self.is_stopping = False
        self.button = QPushButton(tr("Start training"))
        self.pause_button = QPushButton(tr("Pause"))
        self.progress_bar = QProgressBar(maximum=PROGRESS_UNITS, textVisible=False)
        self.progress_bar.setAccessibleName(tr("Progress of the run"))
        self.words = label("", "caption", wraps=True)
        self._build()
        self.button.clicked.connect(self._on_button)
        self.pause_button.clicked.connect(self._on_pause)

    def show_state(self, is_running: bool, is_paused: bool, can_start: bool) -> None:
        """Offer what can be done now."""
        self._is_running, self._is_paused = is_running, is_paused
        self.is_stopping = self.is_stopping and is_running
        if self.is_stopping:
            return
        self.button.setText(tr("Stop and keep" if is_running else "Start training"))
        self.button.setIcon(self._icons.get(*(("stop", ON_BUTTON) if is_running else ("play", ON_PRIMARY))))
        self.button.setProperty("stops", is_running)
        self.button.setEnabled(is_running or can_start)
        self.button.style().unpolish(self.button)
        self.button.style().polish(self.button)
        self.pause_button.setVisible(is_running)
        self.pause_button.setEnabled(is_running)
        self.pause_button.setText(tr("Resume" if is_paused else "Pause"))
        self.pause_button.setIcon(self._icons.get("play" if is_paused else "pause"))
        self.progress_bar.setVisible(is_running)

    def show_stopping(self) -> None:
        """The run was asked to stop, and needs a moment."""
        self.is_stopping = True
        self.button.setText(tr("Stopping …"))
        self.button.setEnabled(False)
        self.pause_button.setEnabled(False)

    def show_progress(self, fraction: float) -> None:
        """Move the bar, from 0 to 1."""
        self.progress_bar.setValue(round(fraction * PROGRESS_UNITS))

    def say(self, words: str) -> None:
        """Write the line below the bar."""
        self.words.setText(tr(words))
        self.words.setVisible(bool(words))

    def _on_button(self) -> None:
        (self.stop_asked if self._is_running else self.start_asked).emit()

    def _on_pause(self) -> None:
        self.pause_button.setEnabled(False)  # until the run has heard it
        (self.resume_asked if self._is_paused else self.pause_asked).emit()

    def _build(self) -> None:
        layout, row = QVBoxLayout(self), QHBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        row.setSpacing(10)
        self.button.setObjectName("primary")
        self.pause_button.setObjectName("beside")
        row.addWidget(self.button, 1)
        row.addWidget(self.pause_button)
        layout.addLayout(row)
        layout.addWidget(self.progress_bar)
        layout.addWidget(self.words)
        self.progress_bar.hide()
        self.words.hide()
