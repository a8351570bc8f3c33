"""Orders that reach a run from outside: the file `control` in its folder, with one word in it.

Whoever orders writes another file and renames it, so that a word is whole; it is taken away once heeded.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from training.alive import SAME_S, created

CONTROL = "control"
POLL_S = 0.5


@contextmanager
def watched(folder: Path, heed: Callable[[str], None]) -> Iterator[None]:
    """Heed the words in a run's folder meanwhile, in a thread that never keeps the process alive.

    Args:
        folder: Of the run. A word from before this process began was meant for an earlier one, and is taken
            away; a newer one came while the program was being loaded.
        heed: Called in that thread, with each word.
    """
    if _is_old(folder / CONTROL):
        _taken(folder)
    ended = threading.Event()
    watcher = threading.Thread(target=_watch, args=(folder, heed, ended), daemon=True)
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        watcher.join()


def _watch(folder: Path, heed: Callable[[str], None], ended: threading.Event) -> None:
    while not ended.wait(POLL_S):
        word = _taken(folder)
        if word:
            heed(word)


def _is_old(path: Path) -> bool:
    """Whether a file is older than this process; one that is not there is not."""
    began = created(os.getpid())
    with suppress(OSError):
        return began is None or path.stat().st_mtime < began - SAME_S
    return False


def _taken(folder: Path) -> str:
    """The word that is there, which is there no longer; "" for none.

    It is renamed before it is read: one that comes just then is not taken away unread.
    """
    mine = folder / f".{CONTROL}.taken"
    try:
        (folder / CONTROL).replace(mine)
        word = mine.read_text(encoding="utf-8", errors="replace").strip()
        mine.unlink()
    except OSError:  # there is none, or it is still being put there
        return ""
    return word
