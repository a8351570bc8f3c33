"""The one place where foreseen problems, and news worth a sentence, are shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from imrecon_gui.core.errors import ImreconError
from imrecon_gui.language import tr
from imrecon_gui.ui.icons import Icons
from imrecon_gui.ui.parts import flat_button, label

WARNING_COLOUR = "#c8503c"
INFO_COLOUR = "#6b76ee"


class ProblemBar(QFrame):
    """A band under the header with a message, what to do, and a way to copy both; never modal."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._icon = label("", "muted")
        self.message = label("", "problemMessage", wraps=True)
        self.hint = label("", "muted", wraps=True)
        self.copy_button = QPushButton(tr("Copy"))
        self.copy_button.setIcon(icons.get("copy"))
        self.copy_button.setToolTip(tr("Copy the message"))
        self.copy_button.clicked.connect(self._copy)
        self.action_button = QPushButton(tr("Do it"))
        self.action_button.clicked.connect(self._act)
        self._action: Callable[[], object] | None = None
        self.close_button = flat_button(icons.get("close"), "Dismiss")
        self.close_button.clicked.connect(self.hide)
        self._build()
        self.hide()

    def show_problem(self, error: ImreconError) -> None:
        """Show a foreseen failure."""
        self._show("problem", "warning", WARNING_COLOUR, error.message, error.hint)
        self._offer(None)
        self.copy_button.show()

    def show_notice(
        self, message: str, hint: str = "", action: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        """Show news: no failure, but worth reading; `action` is a button's words and what it does."""
        self._show("notice", "info", INFO_COLOUR, message, hint)
        self._offer(action)
        self.copy_button.hide()

    def _offer(self, action: tuple[str, Callable[[], object]] | None) -> None:
        self.action_button.setVisible(action is not None)
        self._action = None
        if action is not None:
            words, self._action = action
            self.action_button.setText(tr(words))

    def _act(self) -> None:
        if self._action is not None:
            self._action()

    def _show(self, kind: str, icon: str, colour: str, message: str, hint: str) -> None:
        self.setObjectName(kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._icon.setPixmap(self._icons.get(icon, colour).pixmap(QSize(20, 20)))
        self.message.setText(tr(message))
        self.hint.setText(tr(hint))
        self.hint.setVisible(bool(hint))
        self.show()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.message.text()} {self.hint.text()}".strip())

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 12, 8)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.message)
        words.addWidget(self.hint)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        row.addWidget(self.action_button)
        row.addWidget(self.copy_button)
        row.addWidget(self.close_button)
