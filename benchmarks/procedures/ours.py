"""The program's own way: `core.field`, with and without the rough twin."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.question import Question
from imrecon_gui.core.field import Field, sample_field
from imrecon_gui.core.point_evaluator import Decode

Partial = Callable[[Field], None]


def sample(question: Question, partial: Partial | None = None) -> Field:
    """The field as `core.pipeline` samples it."""
    return _sample(question, question.rough(), partial)


def sample_exact(question: Question, partial: Partial | None = None) -> Field:
    """The same, every point in single precision."""
    return _sample(question, None, partial)


def _sample(question: Question, rough: Decode | None, partial: Partial | None) -> Field:
    return sample_field(
        question.exact(),
        question.resolution,
        level=question.level,
        chunk=question.chunk,
        device=question.device,
        partial=partial,
        rough=rough,
    )
