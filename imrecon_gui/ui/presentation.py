"""Presenting: the lesson fills the screen, and all else is out of the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut

from imrecon_gui.language import tr

if TYPE_CHECKING:
    from imrecon_gui.ui.main_window import MainWindow

LESSON_TAB = 2


class Presentation(QObject):
    """Begins and ends a presentation.

    Attributes:
        is_on: Whether there is one.
        action: Begins or ends it, F5. It belongs to the window, for the keys of a hidden menu are dead.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._state_before = window.windowState()
        self.is_on = False
        self.action = QAction(tr("&Present how it works"), window)
        self.action.setShortcut(QKeySequence("F5"))
        self.action.triggered.connect(lambda _checked=False: self.set_on(not self.is_on))
        window.addAction(self.action)
        self._escape = QShortcut(QKeySequence("Esc"), window)
        self._escape.setEnabled(False)
        self._escape.activated.connect(lambda: self.set_on(False))
        self._escape.activatedAmbiguously.connect(lambda: self.set_on(False))

    def set_on(self, is_on: bool) -> None:
        """Begin or end a presentation; nothing if it is so already."""
        if is_on == self.is_on:
            return
        self.is_on = is_on
        window = self._window
        if is_on:
            window.choose_tab(LESSON_TAB)
            self._state_before = window.windowState()
        window.header.setVisible(not is_on)
        window.menuBar().setVisible(not is_on)
        window.lesson_tab.set_presenting(is_on)
        self._escape.setEnabled(is_on)
        window.setWindowState(Qt.WindowState.WindowFullScreen if is_on else self._state_before)
