"""How long the window stood still, how much of that was drawing, and what it was doing."""

from __future__ import annotations

import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QObject, QTimer

from tests.first_session.render_clock import RenderClock

HEARTBEAT_MS = 5
LATE_S = 0.03
"""After how long without a heartbeat the thread is looked at."""

OWN_FOLDERS = ("imrecon_gui", "training")


@dataclass(frozen=True)
class Stall:
    """A gap between two heartbeats, beyond their interval.

    Attributes:
        all_ms: Its length.
        own_ms: Its length without the time OpenGL drew in it.
        place: Where the program was most of the time, in words; empty if it was too short to be looked at.
    """

    all_ms: float = 0.0
    own_ms: float = 0.0
    place: str = ""


class Watch(QObject):
    """Measures how long the GUI thread was kept from its timers, while another thread looks at it.

    Attributes:
        longest: The longest gap since `begin`.
        longest_own: The longest gap if drawing took no time.
    """

    def __init__(self, clock: RenderClock, now: Callable[[], float] = time.perf_counter) -> None:
        super().__init__()
        self._clock, self._now = clock, now
        self._gui_thread = threading.get_ident()
        self._timer = QTimer(self, interval=HEARTBEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._over = threading.Event()
        self._is_apart = False
        self.begin()

    def begin(self) -> None:
        """Forget what was, and watch."""
        self.longest, self.longest_own = Stall(), Stall()
        self._restart()
        self._over.clear()
        self._timer.start()
        self._thread = threading.Thread(target=self._look, name="watch", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Count the gap that lasts until now, and watch no more."""
        self._beat()
        self._timer.stop()
        self._over.set()
        self._thread.join()

    @contextmanager
    def apart(self) -> Iterator[None]:
        """What is done inside is no doing of the window's, and not counted."""
        self._beat()
        self._is_apart = True
        try:
            yield
        finally:
            self._is_apart = False
            self._restart()

    def _beat(self) -> None:
        if not self._is_apart:
            all_ms = max((self._now() - self._last) * 1000 - HEARTBEAT_MS, 0.0)
            own_ms = max(all_ms - (self._clock.seconds - self._drawn) * 1000, 0.0)
            stall = Stall(all_ms, own_ms, _commonest(self._seen))
            self.longest = max(self.longest, stall, key=lambda one: one.all_ms)
            self.longest_own = max(self.longest_own, stall, key=lambda one: one.own_ms)
        self._restart()

    def _restart(self) -> None:
        self._last, self._drawn = self._now(), self._clock.seconds
        self._seen: Counter[str] = Counter()

    def _look(self) -> None:
        """In the other thread: note where the program is, as long as a heartbeat is overdue."""
        while not self._over.wait(HEARTBEAT_MS / 1000):
            if self._now() - self._last > LATE_S and not self._is_apart:
                self._seen[_place(self._gui_thread)] += 1


def _commonest(seen: Counter[str]) -> str:
    return seen.most_common(1)[0][0] if seen else ""


def _place(gui_thread: int) -> str:
    """Where the GUI thread is; where its Python is at rest, what the workers do instead."""
    frames = sys._current_frames()
    mine = _own(frames.pop(gui_thread))
    if mine:
        return mine
    others = sorted(filter(None, map(_own, frames.values())))
    return "; ".join(["Qt", *(f"beside {other}" for other in others)])


def _own(frame: FrameType | None) -> str:
    """The innermost function of the program in a stack, "module.function"; empty if there is none."""
    while frame is not None:
        parts = Path(frame.f_code.co_filename).with_suffix("").parts
        start = next(
            (i for i, part in enumerate(parts) if part in OWN_FOLDERS and "site-packages" not in parts), None
        )
        if start is not None and frame.f_code.co_name != "_loop":
            return ".".join((*parts[start + 1 :], frame.f_code.co_qualname))
        frame = frame.f_back
    return ""
