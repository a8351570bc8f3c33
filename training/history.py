"""What a run's log of events says about all that it has learned, however often it was cut off."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

EVENTS = "events.jsonl"


@dataclass(frozen=True)
class History:
    """A run so far.

    Attributes:
        steps: Made in each stage, by its name; the last one told.
        seconds: Of learning, pauses aside; steps that were made again, as after a power cut, count again.
        iou: On held-out shapes at the last validation; None before the first.
    """

    steps: dict[str, int]
    seconds: float
    iou: float | None

    def metrics(self) -> dict[str, float]:
        """The figures for a model's card."""
        told = {
            "steps learned": float(sum(self.steps.values())),
            "minutes learned": round(self.seconds / 60, 1),
        }
        return told if self.iou is None else {**told, "IoU at the last validation": round(self.iou, 4)}


def history(folder: Path) -> History:
    """Read a run's log; one that is missing says nothing, and broken lines are passed over."""
    steps: dict[str, int] = {}
    total, sitting, iou = 0.0, 0.0, None
    for event in _events(folder / EVENTS):
        if event["event"] == "started" or event.get("seconds", sitting) < sitting:
            total, sitting = total + sitting, 0.0
        if event["event"] in ("step", "validation"):
            steps[event["stage"]] = int(event["step"])
            sitting = float(event.get("seconds", sitting))
            iou = event.get("iou", iou)
    return History(steps, total + sitting, iou)


def _events(path: Path) -> Iterator[dict[str, Any]]:
    if not path.exists():
        return
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            try:
                event = json.loads(line)
            except ValueError:  # cut off, as by a full disk
                continue
            if isinstance(event, dict) and "event" in event:
                yield event
