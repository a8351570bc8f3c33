"""What hands can do in a window: each move does one thing at random, and says what."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QSpinBox,
    QWidget,
)

from imrecon_gui.ui.main_window import MainWindow
from tests.first_session.hands import drop
from tests.random_hands.answers import AnyAnswers

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NO_KEYS, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
KEYS = [
    *(getattr(Qt.Key, f"Key_{letter}") for letter in "HEGRSCIVWYZ1379"),
    *(Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_F5, Qt.Key.Key_F11),
]
LEFT_ALONE = ("quit", "start training", "continue training", "export...")
"""Beginnings of words on what is not pressed: the end, what takes hours, what only a plot's menu can do."""

SMALL_PX = 60
"""Widgets no larger are not dragged over."""

W = TypeVar("W", bound=QWidget)
Say = Callable[[str], None]


class Moves:
    """Moves in one window and whatever it opens; each is told in words before it is made."""

    def __init__(
        self,
        window: MainWindow,
        rng: random.Random,
        pictures: Sequence[Path],
        answers: AnyAnswers,
        say: Say,
    ) -> None:
        self._window, self._rng, self._say = window, rng, say
        self._pictures, self._answers = pictures, answers
        self._kinds = {
            self._click: 30,
            self._act: 18,
            self._press: 12,
            self._set: 10,
            self._drag: 10,
            self._drop: 6,
            self._choose: 6,
            self._close: 6,
            self._turn_page: 3,
        }

    def make(self) -> None:
        """Make one move, on what is in front."""
        (kind,) = self._rng.choices(tuple(self._kinds), tuple(self._kinds.values()))
        kind(self._front())

    def _front(self) -> QWidget:
        """The menu or the dialog that has everything to itself, else the window or a dialog beside it."""
        modal = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        tops = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
        return modal or self._rng.choice([self._window, *tops])

    def _click(self, root: QWidget) -> None:
        buttons = [one for one in _usable(root, QAbstractButton) if _is_for_hands(one.text())]
        if buttons:
            button = self._rng.choice(buttons)
            self._say(f"click {_name(button)}")
            QTest.mouseClick(button, LEFT)

    def _act(self, root: QWidget) -> None:
        actions = [one for one in self._window.findChildren(QAction) if one.isEnabled() and not one.menu()]
        action = self._rng.choice([one for one in actions if _is_for_hands(one.text())])
        if root is self._window:
            self._say(f"action {action.text()}")
            action.trigger()

    def _press(self, root: QWidget) -> None:
        widget, key = QApplication.focusWidget() or root, self._rng.choice(KEYS)
        held = self._rng.choice((NO_KEYS, NO_KEYS, NO_KEYS, CONTROL))
        self._say(f"key {held.name} {key.name} on {_name(widget)}")
        QTest.keyClick(widget, key, held)

    def _set(self, root: QWidget) -> None:
        found = [one for kind in (QAbstractSlider, QSpinBox, QDoubleSpinBox) for one in _usable(root, kind)]
        if found:
            widget = self._rng.choice(found)
            value = self._rng.uniform(widget.minimum(), widget.maximum())
            self._say(f"value {value:g} of {_name(widget)}")
            widget.setValue(value if isinstance(widget, QDoubleSpinBox) else round(value))

    def _choose(self, root: QWidget) -> None:
        boxes = [one for one in _usable(root, QComboBox) if one.count()]
        if boxes:
            box = self._rng.choice(boxes)
            at = self._rng.randrange(box.count())
            self._say(f"choose {box.itemText(at)} of {_name(box)}")
            box.setCurrentIndex(at)
            box.activated.emit(at)

    def _turn_page(self, root: QWidget) -> None:
        pages = self._rng.randrange(3)
        if root is self._window:
            self._say(f"tab {pages}")
            self._window.choose_tab(pages)

    def _drag(self, root: QWidget) -> None:
        wide = [one for one in _usable(root, QWidget) if min(one.width(), one.height()) > SMALL_PX]
        wide = [one for one in wide if not isinstance(one, QAbstractButton)]
        if wide:
            widget, button = self._rng.choice(wide), self._rng.choice((LEFT, LEFT, LEFT, RIGHT))
            self._say(f"drag over {_name(widget)}")
            QTest.mousePress(widget, button, pos=self._place(widget))
            for _ in range(self._rng.randrange(6)):
                QTest.mouseMove(widget, self._place(widget))
            QTest.mouseRelease(widget, button, pos=self._place(widget))

    def _drop(self, root: QWidget) -> None:
        paths = self._rng.sample([*self._pictures, *self._answers.files()], self._rng.choice((1, 1, 1, 4)))
        tab = self._window.reconstruct_tab
        widget = self._rng.choice((self._window, tab, tab.view.viewport))
        self._say(f"drop {[path.name for path in paths]} on {type(widget).__name__}")
        drop(widget, *paths)

    def _close(self, root: QWidget) -> None:
        if root is not self._window:
            self._say(f"close {type(root).__name__}")
            root.close()

    def _place(self, widget: QWidget) -> QPoint:
        return QPoint(self._rng.randrange(widget.width()), self._rng.randrange(widget.height()))


def _usable(root: QWidget, kind: type[W]) -> list[W]:
    """Widgets of a kind that a hand reaches in the root's window."""
    found = root.findChildren(kind)
    return [one for one in found if one.isVisible() and one.isEnabled() and one.window() is root.window()]


def _is_for_hands(words: str) -> bool:
    return not words.lower().replace("&", "").startswith(LEFT_ALONE)


def _name(widget: QWidget) -> str:
    text = getattr(widget, "text", None)  # a canvas has one that is none
    words = text() if callable(text) else ""
    return f"{type(widget).__name__} {words or widget.accessibleName() or widget.objectName()}".strip()
