"""What a run would learn from: a sheet of random shapes, or of what the network is given of them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imrecon_gui.core.errors import ImreconError
from imrecon_gui.language import tr
from imrecon_gui.services.shape_pictures import GALLERY, LOOK, PictureOrder
from imrecon_gui.ui.context import Context
from imrecon_gui.ui.parts import Segments, flat_button, label
from imrecon_gui.ui.picture_view import PictureView

SETTLE_MS = 350
ROWS, MIN_COLUMNS, MAX_COLUMNS = 3, 2, 6
KINDS = {GALLERY: "Shapes", LOOK: "What the network sees"}
WORDS = {
    GALLERY: "Some of the shapes, drawn at random.",
    LOOK: "Pictures as the network is given them: small, cropped, and made worse in many ways.",
}


class ShapesPage(QWidget):
    """Draws a sheet while it is looked at; other data or another kind draws another.

    Attributes:
        picture: The sheet.
        words: What it is, or why it is not there.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._service = context.services.shape_pictures
        self._category, self._recipe = "", ""
        self._meshes: Path | None = None
        self._seed = 0
        self._drawn: tuple[object, ...] = ()
        self.picture = PictureView(on_white=True, is_bare=True)
        self.words = label("", "caption", wraps=True)
        self.kinds = Segments(is_roomy=True)
        self.kind_buttons = {kind: self.kinds.add(words) for kind, words in KINDS.items()}
        self.others_button = flat_button(context.icons.get("reset"), "Draw other shapes")
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._draw)
        self._build()
        self._connect()

    def set_source(self, category: str, meshes: Path | None, recipe: str) -> None:
        """Show shapes of a category or of a folder of meshes; nothing for "" and None."""
        if (category, meshes, recipe) != (self._category, self._meshes, self._recipe):
            self._category, self._meshes, self._recipe = category, meshes, recipe
            self.kinds.setVisible(bool(category))
            self._settle.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was asked for meanwhile."""
        super().showEvent(event)
        self._settle.start()

    @property
    def _kind(self) -> str:
        return LOOK if self._meshes is not None or self.kind_buttons[LOOK].isChecked() else GALLERY

    def _wanted(self) -> tuple[str, str, Path | None, str, int]:
        recipe = self._recipe if self._kind == LOOK else ""
        return (self._kind, self._category, self._meshes, recipe, self._seed)

    def _draw(self) -> None:
        if not self.isVisible() or self._wanted() == self._drawn:
            return
        self._drawn = self._wanted()
        if not self._category and self._meshes is None:
            self._show_nothing("Tick a category, or choose a folder: its shapes are shown here.")
            return
        self.words.setText(tr("Drawing …"))
        shape = self.picture.width() / max(1, self.picture.height())
        columns = min(max(round(ROWS * shape), MIN_COLUMNS), MAX_COLUMNS)
        self._service.ask(PictureOrder(*self._wanted(), ROWS, columns))

    def _on_drawn(self, order: PictureOrder, path: Path) -> None:
        self.picture.set_image(QImage(str(path)))
        self.picture.setAccessibleDescription(tr(WORDS[order.kind]))
        self.words.setText(tr(WORDS[order.kind]))

    def _on_failed(self, error: ImreconError) -> None:
        self._show_nothing(f"{error.message} {error.hint}".strip())

    def _show_nothing(self, words: str) -> None:
        self.picture.set_image(QImage())
        self.words.setText(tr(words))

    def _on_others(self) -> None:
        self._seed += ROWS * MAX_COLUMNS
        self._draw()

    def _connect(self) -> None:
        self._service.drawn.connect(self._on_drawn)
        self._service.failed.connect(self._on_failed)
        self.others_button.clicked.connect(self._on_others)
        for button in self.kind_buttons.values():
            button.toggled.connect(lambda is_on: self._draw() if is_on else None)

    def _build(self) -> None:
        layout, row = QVBoxLayout(self), QHBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        row.addWidget(self.kinds)
        row.addStretch(1)
        row.addWidget(self.others_button)
        layout.addLayout(row)
        layout.addWidget(self.picture, 1)
        layout.addWidget(self.words)
        self.kind_buttons[GALLERY].setChecked(True)
        self.picture.setAccessibleName(tr("Shapes to learn from"))
