"""For what nobody foresaw: what happened, where the log is, and a way to copy both."""

from __future__ import annotations

import platform
import traceback
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from imrecon_gui import __version__
from imrecon_gui.language import tr
from imrecon_gui.ui.parts import label


def describe(error: BaseException) -> str:
    """The program's version, the system, and the error with its traceback."""
    head = f"imrecon {__version__}, Python {platform.python_version()}, {platform.platform()}"
    return head + "\n\n" + "".join(traceback.format_exception(error))


class BugDialog(QDialog):
    """Shows an error of the program itself; the window stays usable.

    Attributes:
        details: The text that *Copy details* copies.
    """

    def __init__(self, error: BaseException, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Something went wrong"))
        self.resize(640, 420)
        self.details = describe(error)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(label("This is a mistake in imrecon, not yours", "cardTitle"))
        words = f"You can go on working. The log is in {log}; please send it along with these details."
        layout.addWidget(label(words, "muted", wraps=True))
        text = QPlainTextEdit(self.details, readOnly=True)
        layout.addWidget(text, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = QPushButton(tr("Copy details"))
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.details))
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
