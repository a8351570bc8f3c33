"""Signals and calls into Qt must not use the interpreter's constants up: PySide6 6.12 on Python 3.11 does."""

import subprocess
import sys

SCRIPT = """
from PySide6.QtCore import QObject, Signal
class Bell(QObject):
    rung = Signal(bool)
bell = Bell()
for _ in range(100_000):
    bell.rung.emit(True)
    bell.blockSignals(False)
    bell.setObjectName("bell")
"""


def test_a_hundred_thousand_signals_do_not_end_the_interpreter():
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
