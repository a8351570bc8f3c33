"""Work that is killed (SIGKILL) again and again, in processes forked from one that has imported everything.

The moments are counted, not timed: an attempt dies before its n-th file operation beneath a folder, or its
n-th tick of the work's own, so that a slow machine dies where a fast one does.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

OPERATIONS = ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir")
Tick = Callable[[], None]
Work = Callable[[Path, Tick], None]


def killed(work: Work, home: Path, kills: int, most: int, seed: int) -> int:
    """Let the work be killed `kills` times and end, and be done once more; how many folders it filled.

    Args:
        work: Called with the folder to fill, and a function that it may call at moments worth dying at.
        home: Gets the folders 0, 1, ...; when work ends before all kills are spent, the next is begun. The
            last one is filled without any.
        kills: How often a process is killed.
        most: Moments of an attempt, of which one is drawn to be its last.
        seed: Of the drawing.
    """
    chance, done = random.Random(seed), 0
    while kills:
        if _attempt(work, home / str(done), chance.randrange(1, most)):
            kills -= 1
        else:
            done += 1
    for last in (done, done + 1):
        assert not _attempt(work, home / str(last), None)
    return done + 2


def _attempt(work: Work, folder: Path, last: int | None) -> bool:
    """Work in a forked process; whether it was killed. One that fails fails this one."""
    child = os.fork()
    if child == 0:
        _work(work, folder, _dies_before(last, str(folder)))
    status = os.waitpid(child, 0)[1]
    assert status == 0 or os.WTERMSIG(status) == signal.SIGKILL, status
    return status != 0


def _work(work: Work, folder: Path, tick: Tick) -> None:
    status = 1
    try:
        work(folder, tick)
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)


def _dies_before(last: int | None, home: str) -> Tick:
    """Count file operations beneath a folder from now on, and what else is told."""
    left = last

    def tick() -> None:
        nonlocal left
        if left is not None:
            left -= 1
            if left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)

    def hear(event: str, values: tuple[object, ...]) -> None:
        if event in OPERATIONS and str(values[0]).startswith(home):
            tick()

    sys.addaudithook(hear)
    return tick
