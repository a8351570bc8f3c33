"""The process of a training run, which outlives the window: started, found again, and ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from imrecon_gui.services.training_record import OUTPUT
from training.alive import PROCESS, is_alive, living

CONTROL = "control"


class RunProcess:
    """The process of the run in a folder, started here or found there."""

    def __init__(self, folder: Path, started: subprocess.Popen[bytes] | None = None) -> None:
        self._folder = folder
        self._started = started

    @property
    def is_alive(self) -> bool:
        """Whether it goes on."""
        return is_alive(self._folder) if self._started is None else self._started.poll() is None

    def kill(self) -> None:
        """End it at once, and what it started."""
        number = self._number()
        if number is not None and self.is_alive:
            with suppress(OSError):
                _end(number)

    def _number(self) -> int | None:
        return living(self._folder) if self._started is None else self._started.pid


def launch(command: Sequence[str], program_folder: Path, run_dir: Path) -> RunProcess:
    """Start a run that goes on without this program; raises OSError if it cannot be started.

    What it prints is added to a file in its folder.
    """
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"}
    environment.setdefault("PYTHONWARNINGS", "ignore")  # they would stand in the run's log
    with (run_dir / OUTPUT).open("ab") as output:
        started = subprocess.Popen(
            command,
            cwd=program_folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            creationflags=_flags(),
        )
    threading.Thread(target=started.wait, name="imrecon-training-wait", daemon=True).start()
    return RunProcess(run_dir, started)


def send(folder: Path, word: str) -> None:
    """Tell the run in a folder to `stop`, `pause` or `resume`; raises OSError if that cannot be written."""
    half = folder / f".{CONTROL}.{os.getpid()}"
    half.write_text(word, encoding="utf-8")
    half.replace(folder / CONTROL)


def find_living(runs_dir: Path) -> Path | None:
    """The folder of the run that goes on, the newest if there are several."""
    try:
        marks = [mark for mark in runs_dir.glob(f"*/{PROCESS}") if is_alive(mark.parent)]
        return max(marks, key=lambda mark: mark.stat().st_mtime).parent if marks else None
    except OSError:
        return None


def _end(number: int) -> None:
    if sys.platform == "win32":
        os.kill(number, signal.SIGTERM)
    elif os.getpgid(number) == number:
        os.killpg(number, signal.SIGKILL)
    else:
        os.kill(number, signal.SIGKILL)


def _flags() -> int:
    """On Windows, a console of its own that nobody sees; elsewhere nothing."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
    return 0
