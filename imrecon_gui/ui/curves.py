"""Live curves of a training run, in the colours of the theme, and those of other runs beside them.

pyqtgraph is imported when the first curve is built, which is when the training tab is first shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imrecon_gui.language import tr
from imrecon_gui.services.smoothing import FEW, links, smoothed

REDRAW_MS = 200
MAX_POINTS = 4000
LINE_PX, OTHER_PX, FAINT_PX = 2, 1.6, 1
FAINT_ALPHA = 60
FEW_POINTS = 40
"""Up to so many, each point is marked."""
LABELLED_DIGITS = ("1", "2", "5")
SMALLEST_PX = (150, 110)
AXIS_PX, TICKS = 10, 0.5


@dataclass(frozen=True)
class Other:
    """The curve of another run.

    Attributes:
        colour: As "#rrggbb".
        points: (step, value).
        breaks: The steps behind which another stage begins, where the line is broken.
    """

    colour: str
    points: Sequence[tuple[float, float]]
    breaks: Sequence[float] = ()


class Curve(QWidget):
    """One curve that grows, and others that do not: of values between 0 and 1, or any on a logarithmic axis.

    Attributes:
        values: The points so far, (step, value).
        breaks: The steps behind which another stage begins.
        others: The other curves shown.
    """

    def __init__(self, title: str, logarithmic: bool = False) -> None:
        super().__init__()
        import pyqtgraph

        self._pyqtgraph = pyqtgraph
        self._title = title
        self.values: list[tuple[float, float]] = []
        self.breaks: set[float] = set()
        self.others: tuple[Other, ...] = ()
        self.plot = pyqtgraph.PlotWidget()
        self._set_up(logarithmic)
        self._line = self.plot.plot([], [], antialias=True)
        self._mean = self.plot.plot([], [], antialias=True)
        self._other_lines: list[Any] = []
        self._redraw = QTimer(self, singleShot=True, interval=REDRAW_MS)
        self._redraw.timeout.connect(self._draw)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)
        self.setMinimumSize(*SMALLEST_PX)

    def add(self, step: float, value: float, behind: float = 0.0) -> None:
        """Add a point; it is drawn within a fifth of a second. Steps that are made again replace the old.

        Args:
            step: Counted from the run's beginning.
            value: The height.
            behind: The step behind which the point's stage began.
        """
        while self.values and self.values[-1][0] >= step:
            self.values.pop()
        self.values.append((step, value))
        self.breaks.add(behind)
        if len(self.values) > MAX_POINTS:
            self.values = [*self.values[: -MAX_POINTS // 2 : 2], *self.values[-MAX_POINTS // 2 :]]
        if not self._redraw.isActive():
            self._redraw.start()

    def put_off(self) -> None:
        """Draw what was added a little later: more is to come at once."""
        if self._redraw.isActive():
            self._redraw.start()

    def clear(self) -> None:
        """Begin anew."""
        self.values, self.breaks = [], set()
        self._draw()

    def set_others(self, others: Sequence[Other]) -> None:
        """Show the curves of these runs behind this one's."""
        self.others = tuple(others)
        for line in self._other_lines:
            self.plot.removeItem(line)
        self._other_lines = [self._draw_other(other) for other in others]

    def set_colours(self, colours: dict[str, str]) -> None:
        """Draw in the colours of the theme."""
        self.plot.setBackground(colours["card"])
        for side in ("left", "bottom"):
            axis = self.plot.getAxis(side)
            axis.setPen(colours["border-strong"])
            axis.setTextPen(colours["muted"])
        self.plot.setTitle(tr(self._title), color=colours["text"], size="10pt")
        self.plot.showGrid(x=True, y=True, alpha=0.12)
        self._accent = QColor(colours["accent"])
        self._line.setSymbolBrush(self._pyqtgraph.mkBrush(self._accent))
        self._line.setSymbolPen(None)
        self._mean.setPen(self._pyqtgraph.mkPen(self._accent, width=LINE_PX))
        self._draw()

    def _draw_other(self, other: Other) -> Any:
        steps, values = [at for at, _ in other.points], [value for _, value in other.points]
        joined = links(steps, other.breaks)
        pen = self._pyqtgraph.mkPen(other.colour, width=OTHER_PX)
        line = self.plot.plot(steps, smoothed(values, joined), pen=pen, connect=joined, antialias=True)
        line.setZValue(-1)
        return line

    def _draw(self) -> None:
        """Few points are marked and joined; of many the mean is drawn, and the points themselves faintly."""
        steps, values = [at for at, _ in self.values], [value for _, value in self.values]
        joined = links(steps, sorted(self.breaks))
        is_long = len(values) >= FEW
        faint = QColor(self._accent)
        faint.setAlpha(FAINT_ALPHA)
        pen = (faint, FAINT_PX) if is_long else (self._accent, LINE_PX)
        self._line.setPen(self._pyqtgraph.mkPen(pen[0], width=pen[1]))
        self._line.setSymbol("o" if len(values) <= FEW_POINTS else None)
        self._line.setSymbolSize(4)
        self._line.setData(steps, values, connect=joined)
        self._mean.setVisible(is_long)
        if is_long:
            self._mean.setData(steps, smoothed(values, joined), connect=joined)

    def _set_up(self, logarithmic: bool) -> None:
        self._accent = QColor()
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setAccessibleName(tr(self._title))
        for part in (self.plot, self.plot.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        font = QFont()
        font.setPixelSize(AXIS_PX)
        for side in ("left", "bottom"):
            self.plot.getAxis(side).setStyle(tickFont=font)
        self.plot.getAxis("bottom").setTickDensity(TICKS)
        self.plot.setLogMode(y=logarithmic)
        self.plot.setLimits(xMin=0)
        if logarithmic:
            axis = self.plot.getAxis("left")
            axis.logTickStrings = _fewer(axis.logTickStrings)
        else:
            self.plot.setLimits(yMin=0, yMax=1)


def _fewer(label: Callable[..., list[str]]) -> Callable[..., list[str]]:
    """Labels of a logarithmic axis at 1, 2, 5 and their like only, where all would run into each other."""

    def labelled(*place: Any) -> list[str]:
        words = label(*place)
        return [word if word.lstrip("0.")[:1] in LABELLED_DIGITS else "" for word in words]

    return labelled
