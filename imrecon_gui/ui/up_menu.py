"""The menu that says which axis is up in exported files."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from imrecon_gui.language import tr
from imrecon_gui.services.reconstruction import Up
from imrecon_gui.settings import Settings

SETTING = "export_up"
WORDS = {
    Up.USUAL: "As usual for the format",
    Up.Y: "Y up, as in viewers and games",
    Up.Z: "Z up, as in slicers and Blender",
}
TIP = "GLB files keep Y up, as their standard demands"


class UpMenu(QMenu):
    """Offers the axes; the choice is remembered."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(tr("Up axis"), parent)
        self._settings = settings
        self._group = QActionGroup(self)
        for up, words in WORDS.items():
            self._add(up, words)
        self.setToolTipsVisible(True)

    @property
    def up(self) -> Up:
        """The axis chosen, or the usual one."""
        kept = self._settings.text(SETTING, Up.USUAL.value)
        return Up(kept) if kept in {up.value for up in Up} else Up.USUAL

    def _add(self, up: Up, words: str) -> None:
        action = QAction(tr(words), self, checkable=True, checked=up is self.up)
        action.setToolTip(tr(TIP))
        action.triggered.connect(lambda: self._settings.put(SETTING, up.value))
        self._group.addAction(action)
        self.addAction(action)
