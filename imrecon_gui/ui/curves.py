"""Live curves of a training run, in the colours of the theme.

pyqtgraph is imported when the first curve is built, which is when the training tab is first shown.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imrecon_gui.language import tr

REDRAW_MS = 200
MAX_POINTS = 4000
LINE_PX = 2


class Curve(QWidget):
    """One curve that grows.

    Attributes:
        values: The points so far, (step, value).
    """

    def __init__(self, title: str, logarithmic: bool = False) -> None:
        super().__init__()
        import pyqtgraph

        self._pyqtgraph = pyqtgraph
        self._title = title
        self.values: list[tuple[float, float]] = []
        self.plot = pyqtgraph.PlotWidget()
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setAccessibleName(tr(title))
        for part in (self.plot, self.plot.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.setLogMode(y=logarithmic)
        self._line = self.plot.plot([], [], antialias=True)
        self._redraw = QTimer(self, singleShot=True, interval=REDRAW_MS)
        self._redraw.timeout.connect(self._draw)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)

    def add(self, step: float, value: float) -> None:
        """Add a point; it is drawn within a fifth of a second."""
        self.values.append((step, value))
        if len(self.values) > MAX_POINTS:
            self.values = [*self.values[: -MAX_POINTS // 2 : 2], *self.values[-MAX_POINTS // 2 :]]
        if not self._redraw.isActive():
            self._redraw.start()

    def clear(self) -> None:
        """Begin anew."""
        self.values = []
        self._draw()

    def set_colours(self, colours: dict[str, str]) -> None:
        """Draw in the colours of the theme."""
        self.plot.setBackground(colours["card"])
        for side in ("left", "bottom"):
            axis = self.plot.getAxis(side)
            axis.setPen(colours["border-strong"])
            axis.setTextPen(colours["muted"])
        self.plot.setTitle(tr(self._title), color=colours["text"], size="10pt")
        self.plot.showGrid(x=True, y=True, alpha=0.12)
        points = self._pyqtgraph.mkBrush(colours["accent"])
        self._line.setPen(self._pyqtgraph.mkPen(colours["accent"], width=LINE_PX))
        self._line.setSymbolBrush(points)

    def _draw(self) -> None:
        self._line.setData([step for step, _ in self.values], [value for _, value in self.values])
