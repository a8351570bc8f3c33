"""A widget that draws itself in the colours of the theme, its letters growing with its font."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imrecon_gui.language import tr
from imrecon_gui.ui.theme import Theme


class Drawing(QWidget):
    """Base of the lesson's drawings; a subclass draws in `draw`."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self.setObjectName("lessonDrawing")
        self.setAccessibleName(tr(words))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme
        theme.changed.connect(self.update)

    def colour(self, name: str) -> QColor:
        """A colour of the theme by its name."""
        return QColor(self._theme.colours[name])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw, with soft edges."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)
        painter.end()

    def draw(self, painter: QPainter) -> None:
        """Draw on the whole widget."""
        raise NotImplementedError
