"""What was played: its steps, what was checked, how long it took, and how long the window stood still."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

HEARTBEAT_MS = 5
STEPS_FILE, REPORT_FILE = "session.json", "report.txt"


@dataclass
class Step:
    """One thing the person did.

    Attributes:
        step: Its name.
        ok: Whether all that was checked held.
        seconds: From its first event to its last.
        max_stall_ms: Longest time in which the window answered nothing.
        checks: What was checked, in words; "NOT: " before what did not hold.
    """

    step: str
    ok: bool = True
    seconds: float = 0.0
    max_stall_ms: float = 0.0
    checks: list[str] = field(default_factory=list)


class Heartbeat(QObject):
    """Measures how long the GUI thread was kept from its timers.

    Attributes:
        worst_ms: The longest gap since `begin`, beyond the timer's own interval.
    """

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=HEARTBEAT_MS)
        self._timer.timeout.connect(self._beat)
        self.worst_ms, self._last = 0.0, time.perf_counter()

    def begin(self) -> None:
        """Forget what was, and listen."""
        self.worst_ms, self._last = 0.0, time.perf_counter()
        self._timer.start()

    def end(self) -> float:
        """The longest gap, the one that lasts until now included."""
        self._beat()
        self._timer.stop()
        return self.worst_ms

    def _beat(self) -> None:
        now = time.perf_counter()
        self.worst_ms = max(self.worst_ms, (now - self._last) * 1000 - HEARTBEAT_MS)
        self._last = now


class Recorder:
    """Keeps a session's steps in a folder, with numbered screenshots beside them.

    Attributes:
        steps: What was done so far.
        sizes: What was measured on the way, by name, in words.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._n_shots = 0
        self.steps: list[Step] = []
        self.sizes: dict[str, str] = {}

    @property
    def is_good(self) -> bool:
        """Whether something was done and all of it held."""
        return bool(self.steps) and all(step.ok for step in self.steps)

    @contextmanager
    def step(self, name: str) -> Iterator[Step]:
        """Time what is done inside; an error is noted, written down, and goes on its way."""
        made = Step(name)
        self.steps.append(made)
        heartbeat, start = Heartbeat(), time.perf_counter()
        heartbeat.begin()
        try:
            yield made
        except Exception as error:
            self.check(f"it can be done ({type(error).__name__}: {error})", False)
            raise
        finally:
            made.seconds = round(time.perf_counter() - start, 3)
            made.max_stall_ms = round(heartbeat.end(), 1)
            self.write()

    def check(self, words: str, holds: object) -> None:
        """Note whether something holds in the step that is being done."""
        step = self.steps[-1]
        step.checks.append(words if holds else f"NOT: {words}")
        step.ok = step.ok and bool(holds)

    def shoot(self, name: str, window_place: tuple[int, int, int, int]) -> None:
        """Save what is on the screen at (x, y, width, height)."""
        self._n_shots += 1
        shot = QGuiApplication.primaryScreen().grabWindow(0, *window_place)
        shot.save(str(self._folder / f"{self._n_shots:02d}-{name}.png"))

    def write(self) -> None:
        """Write the steps and the report; each call replaces the last one's files."""
        steps = [asdict(step) for step in self.steps]
        (self._folder / STEPS_FILE).write_text(json.dumps(steps, indent=1, ensure_ascii=False) + "\n")
        (self._folder / REPORT_FILE).write_text(self.report())

    def report(self) -> str:
        """The session in plain text."""
        lines = ["A first session, played in the real window.", ""]
        for step in self.steps:
            mark = "ok  " if step.ok else "BAD "
            lines.append(
                f"{mark}{step.step:<24}{step.seconds:8.2f} s   longest stall {step.max_stall_ms:5.0f} ms"
            )
            lines += [f"      {words}" for words in step.checks]
        total = sum(step.seconds for step in self.steps)
        lines += ["", *(f"{name}: {words}" for name, words in self.sizes.items())]
        lines += [f"In all: {total:.1f} s, {'everything held' if self.is_good else 'NOT everything held'}."]
        return "\n".join(lines) + "\n"
