"""A model's card: what it was trained on, how, how well it does, and on which terms it may be used."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from imrecon_gui.language import tr
from imrecon_gui.ui.parts import label

SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class CardDialog(QDialog):
    """Shows the lines of a card, to read and to copy.

    Attributes:
        rows: The (label, words) pairs.
    """

    def __init__(self, rows: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = tuple(rows)
        self.setWindowTitle(tr("Model card"))
        self.resize(560, 460)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(14)
        layout.addWidget(label(self.rows[0][1] if self.rows else "", "cardTitle"))
        layout.addWidget(self._build_lines(), 1)
        layout.addWidget(self._build_buttons())

    def copy(self) -> None:
        """Copy the card as text."""
        QGuiApplication.clipboard().setText("\n".join(f"{name}: {words}" for name, words in self.rows))

    def _build_lines(self) -> QScrollArea:
        page = QWidget()
        page.setObjectName("scrolled")
        lines = QGridLayout(page)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.setHorizontalSpacing(18)
        lines.setVerticalSpacing(9)
        lines.setColumnStretch(1, 1)
        lines.setRowStretch(len(self.rows), 1)
        for row, (name, words) in enumerate(self.rows[1:]):
            said = label("", "statWords", wraps=True)
            said.setText(words)
            said.setTextInteractionFlags(SELECTABLE)
            said.setAccessibleName(f"{tr(name)}: {words}")
            lines.addWidget(label(name, "fieldLabel"), row, 0, Qt.AlignmentFlag.AlignTop)
            lines.addWidget(said, row, 1, Qt.AlignmentFlag.AlignTop)
        area = QScrollArea(widgetResizable=True, accessibleName=tr("Model card"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(page)
        return area

    def _build_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        self.copy_button = QPushButton(tr("Copy"))
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.clicked.connect(self.copy)
        buttons.rejected.connect(self.reject)
        return buttons
