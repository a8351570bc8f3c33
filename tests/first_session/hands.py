"""A person's hands and patience: events as a mouse and a keyboard send them, and waiting for the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

PATIENCE_MS = 300_000
LOOK_EVERY_MS = 10
LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def wait(ready: Callable[[], object], patience_ms: int = PATIENCE_MS) -> None:
    """Let the window work until it is ready; TimeoutError if it never is."""
    loop, timer, patience = QEventLoop(), QTimer(), QTimer(singleShot=True)
    timer.timeout.connect(lambda: loop.quit() if ready() else None)
    patience.timeout.connect(loop.quit)
    timer.start(LOOK_EVERY_MS)
    patience.start(patience_ms)
    if not ready():
        loop.exec()
    timer.stop()
    if not ready():
        raise TimeoutError("the window was not ready in time")


def pause(milliseconds: int) -> None:
    """Look at the window for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def drop(widget: QWidget, *paths: Path) -> bool:
    """Drop files in the middle of a widget; whether they were welcome."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle, copy = QPointF(widget.rect().center()), Qt.DropAction.CopyAction
    enter = QDragEnterEvent(middle.toPoint(), copy, mime, LEFT, NO_KEYS)
    enter.setAccepted(False)
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(middle, copy, mime, LEFT, NO_KEYS))
    return enter.isAccepted()


def drag(widget: QWidget, places: Sequence[QPointF]) -> None:
    """Press the left button at the first place on the widget, move over the others, release at the last."""
    _mouse(widget, QEvent.Type.MouseButtonPress, places[0], LEFT)
    for place in places[1:]:
        _mouse(widget, QEvent.Type.MouseMove, place, LEFT)
        pause(LOOK_EVERY_MS)
    _mouse(widget, QEvent.Type.MouseButtonRelease, places[-1], Qt.MouseButton.NoButton)


def _mouse(widget: QWidget, kind: QEvent.Type, place: QPointF, held: Qt.MouseButton) -> None:
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else LEFT
    event = QMouseEvent(kind, place, widget.mapToGlobal(place), button, held, NO_KEYS)
    QApplication.sendEvent(widget, event)
