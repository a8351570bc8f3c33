"""What was played: its steps, what was checked, how long it took, and how long the window stood still."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import asdict, dataclass, field
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from tests.first_session.render_clock import RenderClock
from tests.first_session.watch import Watch

LONG_MS = 50.0
"""A stall that a person may notice; where it came from is written down."""

HELD = "a library that let no other thread look"

STEPS_FILE, REPORT_FILE = "session.json", "report.txt"


@dataclass
class Step:
    """One thing the person did.

    Attributes:
        step: Its name.
        ok: Whether all that was checked held.
        seconds: From its first event to its last.
        max_stall_ms: Longest time in which the window answered nothing.
        max_stall_without_render_ms: The same if OpenGL drew in no time, as a graphics card nearly does.
        stalled_in: What of the program was at work in the latter, if it was long.
        renderings: How often a viewport was drawn.
        checks: What was checked, in words; "NOT: " before what did not hold.
    """

    step: str
    ok: bool = True
    seconds: float = 0.0
    max_stall_ms: float = 0.0
    max_stall_without_render_ms: float = 0.0
    stalled_in: str = ""
    renderings: int = 0
    checks: list[str] = field(default_factory=list)


class Recorder:
    """Keeps a session's steps in a folder, with numbered screenshots beside them.

    Attributes:
        steps: What was done so far.
        sizes: What was measured on the way, by name, in words.
        clock: Tells how long drawing took.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._n_shots = 0
        self.steps: list[Step] = []
        self.sizes: dict[str, str] = {}
        self.clock = RenderClock()
        self._watch: Watch | None = None

    @property
    def is_good(self) -> bool:
        """Whether something was done and all of it held."""
        return bool(self.steps) and all(step.ok for step in self.steps)

    @contextmanager
    def step(self, name: str) -> Iterator[Step]:
        """Time what is done inside; an error is noted, written down, and goes on its way."""
        made = Step(name)
        self.steps.append(made)
        self._watch, start, n_before = Watch(self.clock), time.perf_counter(), self.clock.n
        try:
            yield made
        except Exception as error:
            self.check(f"it can be done ({type(error).__name__}: {error})", False)
            raise
        finally:
            made.seconds = round(time.perf_counter() - start, 3)
            made.renderings = self.clock.n - n_before
            self._note_stalls(made, self._watch)
            self._watch = None
            self.write()

    def apart(self) -> AbstractContextManager[None]:
        """What is done inside, the session does itself: it does not count as the window's standing still."""
        return nullcontext() if self._watch is None else self._watch.apart()

    def _note_stalls(self, made: Step, watch: Watch) -> None:
        watch.end()
        made.max_stall_ms = round(watch.longest.all_ms, 1)
        made.max_stall_without_render_ms = round(watch.longest_own.own_ms, 1)
        worst = watch.longest_own
        made.stalled_in = (worst.place or HELD) if worst.own_ms > LONG_MS else ""

    def check(self, words: str, holds: object) -> None:
        """Note whether something holds in the step that is being done."""
        step = self.steps[-1]
        step.checks.append(words if holds else f"NOT: {words}")
        step.ok = step.ok and bool(holds)

    def shoot(self, name: str, window_place: tuple[int, int, int, int]) -> None:
        """Save what is on the screen at (x, y, width, height)."""
        self._n_shots += 1
        with self.apart():
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
                f"{mark}{step.step:<24}{step.seconds:8.2f} s   longest stall {step.max_stall_ms:5.0f} ms,"
                f" {step.max_stall_without_render_ms:5.0f} ms without drawing  {step.stalled_in}".rstrip()
            )
            lines += [f"      {words}" for words in step.checks]
        total = sum(step.seconds for step in self.steps)
        lines += ["", *(f"{name}: {words}" for name, words in self.sizes.items())]
        lines += [f"In all: {total:.1f} s, {'everything held' if self.is_good else 'NOT everything held'}."]
        return "\n".join(lines) + "\n"
