"""Small parts the window is built from: cards, labels, rows of joined buttons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from imrecon_gui.language import tr

CARD_MARGIN = 16
INDENT_PX = 7


def keep_place(widget: QWidget) -> None:
    """Hide the widget for now, and keep the others where they are when it comes and goes."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
    widget.hide()


def indent(box: QAbstractSpinBox) -> None:
    """Leave room before the number; a style sheet's padding does not reach it."""
    box.lineEdit().setTextMargins(INDENT_PX, 0, 0, 0)


def label(text: str, name: str, wraps: bool = False) -> QLabel:
    """A label of a kind the style sheet knows; plain text only, whatever a file is called."""
    made = QLabel(tr(text))
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    return made


def card(title: str = "") -> tuple[QFrame, QVBoxLayout]:
    """A card, and the layout inside it, below its title."""
    frame = QFrame()
    frame.setObjectName("card")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(CARD_MARGIN, CARD_MARGIN - 2, CARD_MARGIN, CARD_MARGIN)
    layout.setSpacing(10)
    if title:
        layout.addWidget(label(title, "cardTitle"))
    return frame, layout


def scrolled(widget: QWidget) -> QScrollArea:
    """The widget in an area that scrolls up and down where there is too little room, and looks like none."""
    widget.setObjectName("scrolled")
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    return area


def rule(name: str = "rule") -> QFrame:
    """A thin line: "rule" lies, "rod" stands."""
    line = QFrame()
    line.setObjectName(name)
    return line


def flat_button(icon: QIcon, tip: str) -> QToolButton:
    """A button of an icon alone; its tip is its name for a screen reader."""
    button = QToolButton()
    button.setObjectName("flat")
    button.setIcon(icon)
    button.setIconSize(QSize(18, 18))
    button.setToolTip(tr(tip))
    button.setAccessibleName(tr(tip))
    return button


class RoomyButton(QToolButton):
    """A button wide enough for its words in bold, as the style sheet writes them while it is checked."""

    def sizeHint(self) -> QSize:
        """As wide as it becomes."""
        hint, bold = super().sizeHint(), QFont(self.font())
        bold.setBold(True)
        more = QFontMetrics(bold).horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(
            self.text()
        )
        return hint + QSize(max(0, more), 0)


class Segments(QFrame):
    """A row of joined buttons of which one is chosen, or none are kept (`exclusive` False)."""

    def __init__(self, exclusive: bool = True, button_name: str = "segment", is_roomy: bool = False) -> None:
        """A row; one that `is_roomy` has room for the bold words of the chosen button without moving."""
        super().__init__()
        self._is_roomy = is_roomy
        self.setObjectName("segments")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._button_name = button_name
        self.group = QButtonGroup(self)
        self.group.setExclusive(exclusive)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(3, 3, 3, 3)
        self._row.setSpacing(2)

    def add(self, text: str, icon: QIcon | None = None, tip: str = "", checkable: bool = True) -> QToolButton:
        """Add a button at the end."""
        button = RoomyButton() if self._is_roomy else QToolButton()
        button.setObjectName(self._button_name)
        button.setText(tr(text))
        if icon is not None:
            button.setIcon(icon)
            style = Qt.ToolButtonStyle
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon if text else style.ToolButtonIconOnly)
        button.setCheckable(checkable)
        button.setToolTip(tr(tip))
        button.setAccessibleName(tr(tip or text))
        self.group.addButton(button)
        self._row.addWidget(button)
        return button
