"""The menu that says which axis is up in exported files."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from imrecon_gui.language import tr
from imrecon_gui.services.reconstruction import Up
from imrecon_gui.settings import Settings
from imrecon_gui.ui.up_choice import TIP, WORDS, choose_up, chosen_up


class UpMenu(QMenu):
    """Offers the axes; the choice is remembered, and one made elsewhere is shown."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(tr("Up axis"), parent)
        self._settings = settings
        self._group = QActionGroup(self)
        for up, words in WORDS.items():
            self._add(up, words)
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self._refresh)
        self._refresh()

    def _add(self, up: Up, words: str) -> None:
        action = QAction(tr(words), self, checkable=True)
        action.setData(up)
        action.setToolTip(tr(TIP))
        action.triggered.connect(lambda: choose_up(self._settings, up))
        self._group.addAction(action)
        self.addAction(action)

    def _refresh(self) -> None:
        for action in self.actions():
            action.setChecked(action.data() is chosen_up(self._settings))
