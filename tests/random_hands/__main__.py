"""Random hands on the real window: `python -m tests.random_hands OUT --minutes M --seed S`.

They click, type, drag and drop on whatever is in front: pictures good and bad, dialogs, menus, sliders.
Every move is a line of OUT/moves.txt, and so is an exception that nobody caught, or a complaint of Qt's. The
exit status is 0 only if there was neither. Nothing is learned, and nothing outside OUT is written. Needs a
screen (Xvfb will do) and the bundled model.
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import random
import sys
import tempfile
import time
import traceback
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QProcess, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices, QDrag, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from imrecon_gui import paths
from imrecon_gui.app import UnforeseenErrors, build_application, build_window
from imrecon_gui.ui.main_window import MainWindow
from tests.random_hands.answers import AnyAnswers, bad_pictures
from tests.random_hands.moves import Moves

PAUSES_MS = (5, 30, 30, 100, 300, 300, 1000, 3000)
OPENING_MS = 6000
SIZES = ((1024, 700), (1180, 760), (1280, 800))


class Log:
    """The lines of OUT/moves.txt.

    Attributes:
        n_moves, n_wrong: How many lines tell of moves and of what went wrong.
    """

    def __init__(self, path: Path) -> None:
        self._file, self._start = path.open("w", buffering=1), time.monotonic()
        self.n_moves = self.n_wrong = 0

    def move(self, words: str) -> None:
        """Note what is about to be done."""
        self.n_moves += 1
        self._line(words)

    def wrong(self, words: str) -> None:
        """Note what should not have happened."""
        self.n_wrong += 1
        self._line(f"WRONG: {words}")

    def error(self, error: BaseException) -> None:
        """Note an exception that nobody caught."""
        self.wrong("".join(traceback.format_exception(error)))

    def message(self, kind: QtMsgType, _: QMessageLogContext, words: str) -> None:
        """Note what Qt complains of."""
        self.wrong(f"{kind.name} {words}")

    def _line(self, words: str) -> None:
        self._file.write(f"{time.monotonic() - self._start:7.1f} {words}\n")


def main(folder: Path, minutes: float, seed: int) -> bool:
    """Let the hands at the window for a while; whether nothing went wrong."""
    faulthandler.enable((folder / "crash.txt").open("w"))
    rng, log = random.Random(seed), Log(folder / "moves.txt")
    application = build_application(sys.argv[:1])
    errors = UnforeseenErrors()
    errors.install()
    errors.caught.connect(log.error)
    qInstallMessageHandler(log.message)
    window = build_window(application)
    moves = _hands(window, rng, folder, log)
    window.resize(*rng.choice(SIZES))
    window.show()
    window.keeper.begin()
    end = time.monotonic() + 60 * minutes
    QTimer.singleShot(OPENING_MS, lambda: _go_on(moves, window, rng, log, end))
    application.exec()
    sys.stdout.write(f"{log.n_moves} moves, {log.n_wrong} things wrong; see {folder / 'moves.txt'}\n")
    return log.n_wrong == 0


def _hands(window: MainWindow, rng: random.Random, folder: Path, log: Log) -> Moves:
    """Hands that stay in the window: nothing else is started, opened or dragged to."""
    QDesktopServices.openUrl = staticmethod(lambda *_: True)
    QProcess.startDetached = staticmethod(lambda *_: (True, 1))
    QDrag.exec = lambda *_: Qt.DropAction.IgnoreAction
    saved = folder / "saved"
    saved.mkdir(exist_ok=True)
    pictures = [*paths.example_pictures(), *bad_pictures(folder / "bad")]
    answers = AnyAnswers(rng, pictures, saved)
    object.__setattr__(window.context, "dialogs", answers)
    return Moves(window, rng, pictures, answers, log.move)


def _go_on(moves: Moves, window: MainWindow, rng: random.Random, log: Log, end: float) -> None:
    """One move, and the next one after it, also while this one's own loop of events runs."""
    if time.monotonic() > end:
        _leave(window)
        return
    QTimer.singleShot(rng.choice(PAUSES_MS), lambda: _go_on(moves, window, rng, log, end))
    try:
        moves.make()
    except RuntimeError as error:
        log.move(f"gone before it was reached: {error}")
    if not window.isVisible() and time.monotonic() <= end:
        log.wrong("the window is gone")
        window.show()


def _leave(window: MainWindow) -> None:
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, (QDialog, QMenu)):
            widget.close()
    window.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ[paths.HOME_VARIABLE] = home
        os.environ.pop(paths.MODELS_VARIABLE, None)
        is_good = main(arguments.out.resolve(), arguments.minutes, arguments.seed)
    sys.exit(0 if is_good else 1)
