"""Numbers as bars: the latent code, and the odds of the categories."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from imrecon_gui.core.types import Float32Array
from imrecon_gui.language import tr
from imrecon_gui.ui.lesson.drawing import Drawing
from imrecon_gui.ui.theme import Theme

MOST_ODDS = 5
GAP_SHARE = 0.2
LEAST_PERCENT = 1


class CodeBars(Drawing):
    """One standing bar for every number of z, up where it is positive and down where it is negative.

    Attributes:
        values: (n,) float32, the numbers.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "The numbers of z as bars")
        self.values: Float32Array = np.zeros(0, np.float32)
        self.setMinimumHeight(110)

    def set_values(self, values: Float32Array) -> None:
        """Show other numbers."""
        self.values = values
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Draw the bars around a middle line, the longest of full height."""
        middle, n = self.height() / 2, max(len(self.values), 1)
        painter.fillRect(QRectF(0, middle - 0.5, self.width(), 1), self.colour("border-strong"))
        longest = float(np.abs(self.values).max(initial=1e-6))
        width = self.width() / n
        for i, value in enumerate(self.values / longest):
            height = abs(float(value)) * (middle - 4)
            top = middle - height if value > 0 else middle
            bar = QRectF(i * width, top, width * (1 - GAP_SHARE), height)
            painter.fillRect(bar, self.colour("accent" if value > 0 else "muted"))


class OddsBars(Drawing):
    """The likeliest categories, each with a lying bar and its percentage.

    Attributes:
        odds: (category, probability) pairs, most likely first.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "What the network thinks the object is")
        self.odds: tuple[tuple[str, float], ...] = ()

    def set_odds(self, odds: tuple[tuple[str, float], ...]) -> None:
        """Show other odds; their likeliest only."""
        self.odds = odds[:MOST_ODDS]
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Draw one line for each category."""
        line = min(self.height() / MOST_ODDS, 2.4 * self.fontMetrics().height())
        names = max([self.fontMetrics().horizontalAdvance(tr(name)) for name, _ in self.odds], default=0) + 14
        room = self.width() - names - self.fontMetrics().horizontalAdvance("100 %") - 14
        for i, (name, share) in enumerate(self.odds):
            row = QRectF(0, i * line, names, line)
            painter.setPen(self.colour("text" if i == 0 else "muted"))
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, tr(name))
            bar = QRectF(names, row.top() + line * 0.22, max(room * share, 2.0), line * 0.56)
            painter.fillRect(bar, self.colour("accent" if i == 0 else "border-strong"))
            painter.drawText(
                row.translated(bar.right() + 8, 0), Qt.AlignmentFlag.AlignVCenter, percentage(share)
            )


def percentage(share: float) -> str:
    """A probability in [0, 1] for reading."""
    percent = round(100 * share)
    return f"{percent} %" if percent >= LEAST_PERCENT else f"< {LEAST_PERCENT} %"
