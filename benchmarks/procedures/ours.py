"""The program's own way: `core.field`, with and without the rough twin."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.question import Counted, Question
from imrecon_gui.core.field import Field, sample_field
from imrecon_gui.core.overlap import Cut
from imrecon_gui.core.point_evaluator import Decode

Partial = Callable[[Field], None]


def sample(question: Question, partial: Partial | None = None) -> Field:
    """The field as `core.pipeline` samples it."""
    return _sample(question, question.exact(), question.rough(), partial)


def sample_exact(question: Question, partial: Partial | None = None) -> Field:
    """The same, every point in single precision."""
    return _sample(question, question.exact(), None, partial)


def points_again(question: Question) -> int:
    """How many points `sample` asks in single precision where it has a rough twin: the doubtful ones."""
    exact = Counted(question.exact())
    _sample(question, exact, question.rough(), None)
    return exact.n_points


def _sample(question: Question, exact: Decode, rough: Decode | None, partial: Partial | None) -> Field:
    return sample_field(
        exact,
        question.resolution,
        level=question.level if question.sure is None else lambda *_: Cut(question.level, None),
        chunk=question.chunk,
        device=question.device,
        partial=partial,
        rough=rough,
        within=question.within,
        sure=question.sure,
    )
