"""The box that says which axis is up in the files of a print."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from imrecon_gui.language import tr
from imrecon_gui.services.reconstruction import Up
from imrecon_gui.settings import Settings
from imrecon_gui.ui.up_choice import choose_up, chosen_up

SHORT_WORDS = {Up.USUAL: "As usual", Up.Y: "Y up", Up.Z: "Z up"}
PRINT_TIP = "Slicers take Z for up; usually STL and 3MF have it so, and OBJ has Y"


class UpBox(QComboBox):
    """Offers the axes; the choice is the one remembered for every export."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        for up, words in SHORT_WORDS.items():
            self.addItem(tr(words), up)
        self.setCurrentIndex(list(SHORT_WORDS).index(chosen_up(settings)))
        self.activated.connect(lambda _index: choose_up(settings, self.currentData()))
