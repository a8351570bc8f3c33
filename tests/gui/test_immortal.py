"""Signals and calls into Qt must not use the interpreter's constants up."""

import subprocess
import sys

SCRIPT = """
from imrecon_gui.immortal import keep_singletons
from PySide6.QtCore import QObject, Signal
class Bell(QObject):
    rung = Signal(bool)
keep_singletons()
bell = Bell()
for _ in range(100_000):
    bell.rung.emit(True)
    bell.blockSignals(False)
    bell.setObjectName("bell")
"""


def test_a_hundred_thousand_signals_do_not_end_the_interpreter():
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
