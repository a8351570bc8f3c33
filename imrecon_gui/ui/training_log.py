"""The log of a run: its last few hundred lines, to read and to copy."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from imrecon_gui.language import tr
from imrecon_gui.ui.icons import Icons

MAX_LINES = 400


class LogPage(QWidget):
    """Lines of text, the newest last.

    Attributes:
        text: The widget that shows them.
    """

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.text = QPlainTextEdit(readOnly=True, maximumBlockCount=MAX_LINES)
        self.text.setAccessibleName(tr("Log of the run"))
        self.text.setPlaceholderText(tr("No run yet."))
        self.text.setTabChangesFocus(True)
        self.copy_button = QPushButton(tr("Copy"))
        self.copy_button.setToolTip(tr("Copy the log"))
        self.copy_button.setIcon(icons.get("copy"))
        self.copy_button.clicked.connect(self._copy)
        layout, row = QVBoxLayout(self), QHBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.text, 1)
        row.addStretch(1)
        row.addWidget(self.copy_button)
        layout.addLayout(row)

    def clear(self) -> None:
        """Make room for a new run."""
        self.text.clear()

    def add(self, line: str) -> None:
        """Write a line at the end."""
        if line:
            self.text.appendPlainText(line)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
