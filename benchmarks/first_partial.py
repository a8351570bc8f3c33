"""How long a person waits for the first coarse mesh."""

from __future__ import annotations

import time
from collections.abc import Callable

from benchmarks.procedures.ours import Partial
from benchmarks.question import Question
from imrecon_gui.core.errors import EmptyFieldError
from imrecon_gui.core.field import Field
from imrecon_gui.core.isosurface import extract


class _Seen(Exception):
    """The first coarse mesh is there; what follows need not be computed."""


def first_partial_s(
    ask: Callable[[], Question], sample: Callable[[Question, Partial], Field]
) -> float | None:
    """Seconds from the network's input to the first coarse mesh; None if there is none before the last.

    Args:
        ask: Encodes the picture.
        sample: Samples the field, showing coarse ones on the way.
    """
    began = time.perf_counter()
    try:
        sample(ask(), _show)
    except _Seen:
        return time.perf_counter() - began
    return None


def _show(field: Field) -> None:
    try:
        extract(field, field.level)
    except EmptyFieldError:  # a thin object may appear on a finer grid
        return
    raise _Seen
