"""What a run says, in a person's words."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale

from imrecon_gui.language import tr
from imrecon_gui.services.past_runs import PastRun
from imrecon_gui.services.training_events import (
    Ended,
    Paused,
    Published,
    Resumed,
    Started,
    TrainingEvent,
    Validation,
)

MANY = 3
"""More categories than these are only counted."""
END_WORDS = {
    "finished": "The run is finished.",
    "stopped": "The run was stopped.",
    "failed": "The run failed.",
}
STATE_WORDS = {
    "finished": "has finished",
    "stopped": "was stopped",
    "failed": "has failed",
    "": "has broken off",
}


def time_left(seconds: float) -> str:
    """How long it will be, no more exact than it is known."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return tr("less than a minute left")
    if minutes < 20:
        return tr(f"about {minutes} min left")
    minutes = 5 * round(minutes / 5)
    if minutes < 60:
        return tr(f"about {minutes} min left")
    if minutes < 600:
        return tr(f"about {minutes // 60} h {minutes % 60} min left")
    return tr(f"about {round(minutes / 60)} h left")


def log_line(event: TrainingEvent) -> str:
    """An event as a line of the log; "" for those of which there are too many."""
    if isinstance(event, Started):
        return tr(f"Running in {event.run}")
    if isinstance(event, Validation):
        return tr(f"Step {event.step}: IoU {event.iou:.3f} on shapes it never saw")
    if isinstance(event, Paused | Resumed):
        return tr("The run is paused." if isinstance(event, Paused) else "The run goes on.")
    if isinstance(event, Published):
        return tr(f"The model “{event.name}” is in {event.path}")
    if isinstance(event, Ended):
        return " ".join(tr(words) for words in (END_WORDS[event.outcome], event.message, event.hint) if words)
    return ""


def run_lines(run: PastRun) -> str:
    """A past run in three lines: its name, what it is, and how far it came."""
    categories = [tr(name) for name in run.categories]
    what = ", ".join(categories) if len(categories) <= MANY else tr(f"{len(categories)} categories")
    state = "is going on" if run.is_alive else STATE_WORDS[run.outcome]
    began = QDateTime.fromSecsSinceEpoch(int(run.when))
    when = QLocale().toString(began, QLocale.FormatType.ShortFormat)
    best = "" if run.best_iou is None else f"IoU {run.best_iou:.3f}"
    steps = f"step {run.step} of {run.total}" if run.step < run.total else f"{run.total} steps"
    lines = ((run.name,), (when, tr(run.recipe), what), (tr(state), best, tr(steps)))
    return "\n".join(" · ".join(part for part in parts if part) for parts in lines)
