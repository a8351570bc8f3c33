"""The keys, on one sheet."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from imrecon_gui.language import tr
from imrecon_gui.ui.parts import label

KEYS = (
    ("Ctrl+O", "Open a picture"),
    ("Ctrl+V", "Paste a picture"),
    ("M", "Mend the cut-out"),
    ("Ctrl+R", "Reconstruct"),
    ("Esc", "Cancel the reconstruction"),
    ("Ctrl+E", "Export the mesh"),
    ("E", "Triangle edges on and off"),
    ("W", "Wireframe on and off"),
    ("C", "Photo's colours on and off"),
    ("I", "Seen and imagined on and off"),
    ("G", "Floor grid on and off"),
    ("S", "Sliders that change the shape, on and off"),
    ("Ctrl+Z   Ctrl+Shift+Z", "A change of shape back, and forth again"),
    ("R", "Reset the view"),
    ("P", "Photo over the mesh, from its own camera, on and off"),
    ("1   3   7   9", "Front, right, top, three-quarter view"),
    ("Drag", "Turn; with Shift, move"),
    ("Wheel", "Come closer, go away"),
    ("Arrows, + and -", "The same, once the mesh has the keyboard (Tab)"),
    ("F5", "Present how it works"),
    ("Page up, page down", "Back and on in the presentation"),
    ("H", "This sheet"),
)


class CheatSheet(QDialog):
    """Shows the keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(26, 22, 26, 18)
        layout.setSpacing(16)
        layout.addWidget(label("Keys", "cardTitle"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(9)
        for row, (key, words) in enumerate(KEYS):
            grid.addWidget(label(key, "statValue"), row, 0)
            grid.addWidget(label(words, "muted"), row, 1)
        layout.addLayout(grid)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
