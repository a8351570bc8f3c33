"""What the colours of the heat map mean, in words."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget

from imrecon_gui.language import tr
from imrecon_gui.services.comparing import FULL_ERROR, heat_colours
from imrecon_gui.ui.incoming import to_image
from imrecon_gui.ui.parts import label

WIDTH_PX, HEIGHT_PX = 180, 12
NEAR_WORDS = "On the true surface"
FAR_WORDS = f"{FULL_ERROR:.0%} of the longest side off, or more"


class HeatLegend(QWidget):
    """One line: the scale between its two ends."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        scale = label("", "muted")
        scale.setPixmap(QPixmap.fromImage(_scale()))
        scale.setAccessibleName(tr("Dark blue is near, yellow is far"))
        row.addWidget(label(NEAR_WORDS, "muted"))
        row.addWidget(scale)
        row.addWidget(label(FAR_WORDS, "muted"))


def _scale() -> QImage:
    colours = heat_colours(np.linspace(0, 1, WIDTH_PX))
    rgba = np.dstack([np.tile(colours, (HEIGHT_PX, 1, 1)), np.full((HEIGHT_PX, WIDTH_PX), 255, np.uint8)])
    return to_image(rgba.astype(np.uint8))
