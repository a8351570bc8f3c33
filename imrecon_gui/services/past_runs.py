"""The runs that were: what their folders tell of them, read in the worker and thinned for drawing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from imrecon_gui.services.job_runner import JobRunner, Worker, WorkerJob
from imrecon_gui.services.training_events import (
    Ended,
    Started,
    Step,
    StepCounter,
    TrainingEvent,
    Validation,
    parse,
)
from imrecon_gui.services.training_record import EVENTS
from training.alive import is_alive

CONFIG = "config.json"
MAX_RUNS = 60
MAX_BYTES = 64 * 2**20
MAX_STEPS = 800
"""Of a run's reports of steps, about so many are read; all of its other events are."""

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class PastRun:
    """What a run's folder tells.

    Attributes:
        recipe: The recipe's title.
        device: What it was trained on, as it was asked for.
        when: When it began, in seconds since 1970.
        step: Steps of its last stage that were made, of `total`.
        best_iou: The best validation of its last stage, None if there was none.
        outcome: "finished", "stopped", "failed", or "" if it did not say.
        is_alive: Whether it goes on.
        loss: (step, loss), steps counted from the run's beginning; thinned.
        iou: (step, IoU) likewise.
        breaks: The steps behind which a stage began.
    """

    folder: Path
    name: str
    recipe: str
    categories: tuple[str, ...]
    device: str
    when: float
    step: int = 0
    total: int = 0
    best_iou: float | None = None
    outcome: str = ""
    is_alive: bool = False
    loss: Points = ()
    iou: Points = ()
    breaks: tuple[int, ...] = ()

    @property
    def can_go_on(self) -> bool:
        """Whether steps are left that somebody may let it make."""
        return not self.is_alive and self.outcome != "finished" and (self.step < self.total or not self.total)


class PastRunService(QObject):
    """Lists the runs in a folder.

    Signals:
        found(runs): A tuple of PastRun, the newest first.
    """

    found = Signal(object)

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: dict[Path, tuple[tuple[int, int], PastRun]] = {}
        self.runner = JobRunner(worker, self)
        self.runner.succeeded.connect(lambda _job_id, runs: self.found.emit(runs))

    def ask(self, runs_dir: Path) -> None:
        """Look at the folder; `found` follows."""
        self.runner.start(lambda job: self._read(runs_dir, job))

    def _read(self, runs_dir: Path, job: WorkerJob) -> tuple[PastRun, ...]:
        runs = []
        for folder in _newest(runs_dir):
            job.check()
            run = self._read_once(folder)
            if run is not None:
                runs.append(replace(run, is_alive=is_alive(folder)))
        return tuple(sorted(runs, key=lambda run: -run.when))

    def _read_once(self, folder: Path) -> PastRun | None:
        """Read a run, unless it is as it was when it was read last."""
        try:
            about = (folder / EVENTS).stat()
            mark = (about.st_mtime_ns, about.st_size)
            if self._kept.get(folder, (None,))[0] != mark:
                self._kept[folder] = (mark, read_run(folder))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None  # no run, or one that is broken
        return self._kept[folder][1]


def read_run(folder: Path) -> PastRun:
    """Read a run's folder; raises OSError, ValueError, KeyError or TypeError for what is none."""
    values = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
    if (folder / EVENTS).stat().st_size > MAX_BYTES:
        raise ValueError("this record is too long to be read")
    lines = (folder / EVENTS).read_text(encoding="utf-8", errors="replace").splitlines()
    head = PastRun(
        folder,
        str(values["name"]),
        str(values["recipe"]["title"]),
        tuple(str(name) for name in values["categories"]),
        str(values.get("device", "auto")),
        _when(lines, folder),
    )
    return _with_events(head, [event for event in map(parse, _thinned(lines)) if event is not None])


def _with_events(run: PastRun, events: Sequence[TrainingEvent]) -> PastRun:
    counter, loss, iou = StepCounter(), dict[int, float](), dict[int, float]()
    values: dict[str, Any] = {}
    judged: dict[str, float] = {}
    for event in events:
        if isinstance(event, Step):
            at = counter.absolute(event.stage, event.step)
            loss = {step: value for step, value in loss.items() if step < at} if at in loss else loss
            loss[at] = event.loss
            values |= {"step": event.step, "total": event.total}
        elif isinstance(event, Validation):
            iou[counter.absolute(event.stage, event.step)] = event.iou
            judged[event.stage] = max(event.iou, judged.get(event.stage, 0.0))
        elif isinstance(event, Ended | Started):
            values["outcome"] = event.outcome if isinstance(event, Ended) else ""
    values |= {"best_iou": next(reversed(judged.values()), None), "breaks": counter.beginnings}
    return replace(run, loss=tuple(sorted(loss.items())), iou=tuple(sorted(iou.items())), **values)


def _newest(runs_dir: Path) -> list[Path]:
    try:
        folders = [(mark.stat().st_mtime, mark.parent) for mark in runs_dir.glob(f"*/{CONFIG}")]
    except OSError:
        return []
    return [folder for _, folder in sorted(folders, reverse=True)[:MAX_RUNS]]


def _thinned(lines: list[str]) -> list[str]:
    """All lines but most of those that are of steps: of these every n-th and the last."""
    steps = [i for i, line in enumerate(lines) if '"event": "step"' in line[:60]]
    kept = {*steps[:: max(1, len(steps) // MAX_STEPS)], *steps[-1:]}
    left_out = set(steps) - kept
    return [line for i, line in enumerate(lines) if i not in left_out]


def _when(lines: list[str], folder: Path) -> float:
    try:
        return float(json.loads(lines[0])["time"])
    except (IndexError, ValueError, KeyError, TypeError):
        return (folder / CONFIG).stat().st_mtime
