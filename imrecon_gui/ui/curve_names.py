"""The legend of curves: whose is which colour."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

NBSP = "\N{NO-BREAK SPACE}"


class CurveNames(QLabel):
    """Names, each behind a dash of its colour; hidden while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("caption")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.hide()

    def set_names(self, names: Sequence[tuple[str, str]]) -> None:
        """Show these (name, colour "#rrggbb") pairs."""
        parts = [f'<span style="color:{colour}">▬</span>{NBSP}{_unbroken(name)}' for name, colour in names]
        self.setText(f"{NBSP}{NBSP} ".join(parts))
        self.setAccessibleName(", ".join(name for name, _ in names))
        self.setVisible(bool(names))


def _unbroken(name: str) -> str:
    return html.escape(name).replace(" ", NBSP)
