"""What the two colours of the seen and the imagined mean, in words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from imrecon_gui.ui.parts import label
from imrecon_gui.view3d.scene import SceneColours

SEEN_WORDS = "Seen by the camera"
IMAGINED_WORDS = "Imagined by the network"
SWATCH_PX = 12


class Legend(QWidget):
    """One line below the viewport: two swatches and their words."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        row.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._seen, self._imagined = _swatch(), _swatch()
        row.addWidget(self._seen)
        row.addWidget(label(SEEN_WORDS, "muted"))
        row.addSpacing(18)
        row.addWidget(self._imagined)
        row.addWidget(label(IMAGINED_WORDS, "muted"))

    def set_colours(self, colours: SceneColours) -> None:
        """Show the viewport's colours."""
        for swatch, colour in ((self._seen, colours.seen), (self._imagined, colours.imagined)):
            swatch.setStyleSheet(f"background: {colour}; border-radius: 3px;")


def _swatch() -> QFrame:
    swatch = QFrame()
    swatch.setFixedSize(SWATCH_PX, SWATCH_PX)
    return swatch
