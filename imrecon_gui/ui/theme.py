"""Light and dark: the colours, and their way into Qt's palette and the style sheet.

Fusion is used on every system, for `setColorScheme` does nothing where the platform has no theme
of its own. A system that does not say which it prefers gets the light one.
"""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

LIGHT = {
    "window": "#f3f4f7",
    "header": "#fbfbfd",
    "card": "#ffffff",
    "raised": "#ffffff",
    "sunken": "#f0f1f5",
    "field": "#ffffff",
    "viewport": "#eceef3",
    "border": "#e2e5eb",
    "border-strong": "#cfd4dd",
    "hover": "#eef0f5",
    "text": "#1b2029",
    "muted": "#5f6878",
    "faint": "#9aa2b0",
    "accent": "#4c57cf",
    "accent-hover": "#3f49bd",
    "accent-pressed": "#353fa8",
    "accent-soft": "#e9ebfc",
    "on-accent": "#ffffff",
    "focus": "#1b2029",
    "knob": "#ffffff",
    "disabled": "#e4e6ec",
    "good": "#1a7f4b",
    "bad": "#b3321f",
    "bad-soft": "#fdecea",
    "tooltip": "#22262f",
    "on-tooltip": "#f4f5f8",
}
DARK = {
    "window": "#14161a",
    "header": "#1a1d22",
    "card": "#1d2026",
    "raised": "#2a2e37",
    "sunken": "#16181d",
    "field": "#171a1f",
    "viewport": "#1c1f25",
    "border": "#2b2f38",
    "border-strong": "#3a404b",
    "hover": "#2c313a",
    "text": "#e9ebf0",
    "muted": "#9aa3b3",
    "faint": "#5f6775",
    "accent": "#5d68e4",
    "accent-hover": "#6b76ee",
    "accent-pressed": "#525dd2",
    "accent-soft": "#2a2f52",
    "on-accent": "#ffffff",
    "focus": "#e9ebf0",
    "knob": "#1d2026",
    "disabled": "#282c34",
    "good": "#58c98f",
    "bad": "#f0897a",
    "bad-soft": "#3b2221",
    "tooltip": "#e9ebf0",
    "on-tooltip": "#1b2029",
}
_NAME = re.compile(r"@([a-z-]+)")


class Scheme(Enum):
    """What the person chose in the View menu."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Colours the application, following the system or the person's choice.

    Attributes:
        scheme: The person's choice.
        is_dark: Whether the dark colours are shown.

    Signals:
        changed(): Other colours are shown now.
    """

    changed = Signal()

    def __init__(self, application: QApplication, style_path: Path, icons: Path, scheme: Scheme) -> None:
        super().__init__(application)
        self._application = application
        self._sheet = style_path.read_text(encoding="utf-8") if style_path.is_file() else ""
        self._icons = icons
        self.scheme = scheme
        self.is_dark = False
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._on_system_change)
        self._apply()

    @property
    def colours(self) -> dict[str, str]:
        """The colours shown, by name, as "#rrggbb"."""
        return DARK if self.is_dark else LIGHT

    def choose(self, scheme: Scheme) -> None:
        """Follow the system, or not."""
        self.scheme = scheme
        self._apply()

    def _on_system_change(self) -> None:
        if self.scheme is Scheme.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        system = self._application.styleHints().colorScheme()
        follows_dark = self.scheme is Scheme.SYSTEM and system == Qt.ColorScheme.Dark
        self.is_dark = self.scheme is Scheme.DARK or follows_dark
        self._application.setPalette(palette(self.colours))
        self._application.setStyleSheet(style_sheet(self._sheet, self.colours, self._icons))
        self.changed.emit()


def style_sheet(template: str, colours: dict[str, str], icons: Path) -> str:
    """The style sheet with every `@name` replaced; an unknown name raises KeyError."""
    filled = template.replace("@icons", icons.as_posix())
    head, marker, body = filled.partition("*/")
    return head + marker + _NAME.sub(lambda match: colours[match.group(1)], body)


def palette(colours: dict[str, str]) -> QPalette:
    """Qt's palette, for all that the style sheet does not reach."""
    roles = QPalette.ColorRole
    by_role = {
        roles.Window: "window",
        roles.WindowText: "text",
        roles.Base: "field",
        roles.AlternateBase: "sunken",
        roles.Text: "text",
        roles.Button: "raised",
        roles.ButtonText: "text",
        roles.Highlight: "accent",
        roles.HighlightedText: "on-accent",
        roles.ToolTipBase: "tooltip",
        roles.ToolTipText: "on-tooltip",
        roles.PlaceholderText: "faint",
        roles.Link: "accent",
        roles.Mid: "border",
        roles.Accent: "accent",
    }
    made = QPalette()
    for role, name in by_role.items():
        made.setColor(role, QColor(colours[name]))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours["faint"]))
    return made
