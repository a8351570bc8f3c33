"""What a training run says: one JSON object per line, read into frozen values.

Lines that are no JSON, and events this program does not know, read as None: a newer trainer may say
more than an older window understands.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Started:
    """The run began: its folder, its stages in order, its categories."""

    run: Path
    stages: tuple[str, ...]
    categories: tuple[str, ...]


@dataclass(frozen=True)
class Progress:
    """`done` of `total` units of a stage are finished."""

    stage: str
    done: int
    total: int


@dataclass(frozen=True)
class Step:
    """One step of optimisation, its loss, and the seconds since the stage began."""

    stage: str
    step: int
    total: int
    loss: float
    seconds: float


@dataclass(frozen=True)
class Validation:
    """The mean intersection over union on shapes the model never saw, in [0, 1]."""

    stage: str
    step: int
    iou: float


@dataclass(frozen=True)
class Preview:
    """A picture of what the model makes now."""

    path: Path


@dataclass(frozen=True)
class Paused:
    """The run waits until it is told to go on, or to stop."""


@dataclass(frozen=True)
class Resumed:
    """The run goes on after a pause."""


@dataclass(frozen=True)
class Published:
    """The model is installed."""

    path: Path
    name: str


@dataclass(frozen=True)
class Ended:
    """The run is over: `outcome` is "finished", "stopped" or "failed"."""

    outcome: str
    message: str = ""
    hint: str = ""


@dataclass(frozen=True)
class Recipe:
    """A way of training: its name for the command, its title and its description."""

    name: str
    title: str
    description: str


TrainingEvent = Started | Progress | Step | Validation | Preview | Paused | Resumed | Published | Ended


class StepCounter:
    """Counts steps from a run's beginning: those of one stage come behind those of the stage before."""

    def __init__(self) -> None:
        self._before: dict[str, int] = {}
        self._last = 0

    @property
    def beginnings(self) -> tuple[int, ...]:
        """The steps behind which a stage began."""
        return tuple(self._before.values())

    def absolute(self, stage: str, step: int) -> int:
        """The step's number from the run's beginning."""
        number = self._before.setdefault(stage, self._last) + step
        self._last = max(self._last, number)
        return number


def parse(line: str) -> TrainingEvent | None:
    """Read one line of the trainer's output; None if it is no event known here."""
    try:
        record = json.loads(line)
        return _read(record) if isinstance(record, dict) else None
    except (ValueError, KeyError, TypeError):
        return None


def _read(record: dict[str, Any]) -> TrainingEvent | None:
    kind = record.get("event")
    if kind == "started":
        stages, categories = tuple(record.get("stages", ())), tuple(record.get("categories", ()))
        return Started(Path(record["run"]), stages, categories)
    if kind == "progress":
        return Progress(str(record["stage"]), int(record["done"]), int(record["total"]))
    if kind in ("step", "validation"):
        return _read_measurement(record)
    if kind == "preview":
        return Preview(Path(record["path"]))
    if kind in ("paused", "resumed"):
        return Paused() if kind == "paused" else Resumed()
    if kind == "published":
        return Published(Path(record["path"]), str(record["name"]))
    if kind in ("finished", "stopped", "failed"):
        return Ended(kind, str(record.get("message", "")), str(record.get("hint", "")))
    return None


def _read_measurement(record: dict[str, Any]) -> Step | Validation:
    stage, step = str(record["stage"]), int(record["step"])
    if record["event"] == "validation":
        return Validation(stage, step, _finite(record["iou"]))
    loss, seconds = _finite(record["loss"]), float(record.get("seconds", 0.0))
    return Step(stage, step, int(record["total"]), loss, seconds)


def _finite(value: Any) -> float:
    """A number that can be drawn; ValueError for NaN and infinity, which JSON allows in Python."""
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(number)
    return number


def parse_recipes(text: str) -> tuple[Recipe, ...]:
    """Read the answer of `recipes --json`; empty if it is none."""
    try:
        records = json.loads(text)
        return tuple(
            Recipe(str(r["name"]), str(r.get("title", r["name"])), str(r.get("description", "")))
            for r in records
        )
    except (ValueError, KeyError, TypeError):
        return ()
