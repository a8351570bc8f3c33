"""How long the window takes until it can be seen: a process of its own, from nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time

MOST_SECONDS = 60.0
"""A window that takes longer is one that no screen shows."""

SEEN = "seen at"

PROGRAM = f"""
import os, sys, time
from imrecon_gui.app import build_application, build_window
application = build_application(sys.argv)
window = build_window(application)
window.show()
while not window.windowHandle().isExposed():
    application.processEvents()
window.repaint()
print("{SEEN}", time.time(), flush=True)
os._exit(0)  # what it goes on to load is not asked
"""


def window_seconds(threads: int | None) -> float | None:
    """Seconds from the process's start until the window is painted; None where none can be opened.

    It opens as at its first start: settings, recent files and models of the person's own are left out. Where
    there is no screen, Qt paints to memory.
    """
    from imrecon_gui.paths import HOME_VARIABLE, program_root

    limits = {} if threads is None else {"OMP_NUM_THREADS": str(threads)}
    with tempfile.TemporaryDirectory() as home:
        began = time.time()
        try:
            ended = subprocess.run(
                [sys.executable, "-c", PROGRAM],
                cwd=program_root(),
                env={**_screen(), **os.environ, **limits, HOME_VARIABLE: home},
                capture_output=True,
                text=True,
                check=False,
                timeout=MOST_SECONDS,
            )
        except subprocess.TimeoutExpired:
            return None
    _, told, seen = ended.stdout.partition(SEEN)
    return float(seen) - began if told else None


def _screen() -> dict[str, str]:
    """What Qt must be told where there is no screen."""
    known = {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys()
    return {"QT_QPA_PLATFORM": "offscreen"} if sys.platform == "linux" and not known else {}
