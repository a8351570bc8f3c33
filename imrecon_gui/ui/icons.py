"""The window's icons: SVG files drawn in one grey, coloured when they are loaded."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

DRAWN_COLOUR = "#808898"
SIZES_PX = (16, 20, 24, 32, 48, 64)


class Icons:
    """Loads icons of one folder in given colours, each once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[tuple[str, str], QIcon] = {}

    def get(self, name: str, colour: str = DRAWN_COLOUR) -> QIcon:
        """The icon in that colour ("#rrggbb"); an empty one if there is no such file."""
        key = (name, colour)
        if key not in self._made:
            self._made[key] = self._load(name, colour)
        return self._made[key]

    def _load(self, name: str, colour: str) -> QIcon:
        path = self._folder / f"{name}.svg"
        if not path.is_file():
            return QIcon()
        drawing = path.read_text(encoding="utf-8").replace(DRAWN_COLOUR, colour)
        renderer = QSvgRenderer(QByteArray(drawing.encode()))
        icon = QIcon()
        for size in SIZES_PX:
            icon.addPixmap(_draw(renderer, size))
        return icon


def _draw(renderer: QSvgRenderer, size_px: int) -> QPixmap:
    pixmap = QPixmap(size_px, size_px)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size_px, size_px))
    painter.end()
    return pixmap
