"""One row: one procedure, run and watched in a process of its own."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import NamedTuple

import numpy as np

from benchmarks.budget import Budget, Stopped
from benchmarks.first_partial import first_partial_s
from benchmarks.memory import PeakMemory
from benchmarks.names import ProcedureName
from benchmarks.oracle import nodes_read
from benchmarks.procedures import PROCEDURES
from benchmarks.procedures.ours import points_again
from benchmarks.question import Question
from benchmarks.row import DONE, MIXED, SINGLE, STOPPED, Row
from benchmarks.signs import Signs, differing
from benchmarks.source import Source
from benchmarks.subject import Subject
from imrecon_gui.core.errors import ImreconError
from imrecon_gui.core.field import Field, coarse_step
from imrecon_gui.core.types import Mesh

FAST_SECONDS = 5.0
"""A procedure whose first round takes less is repeated; that round was for warming up then."""

ROUNDS = 5


@dataclass(frozen=True)
class Task:
    """What one row is about.

    Attributes:
        source: The network.
        resolution: Cells along each axis.
        procedure: How to get the mesh.
        device: The device's name.
        level: The logit of the surface.
        max_seconds: How long the sampling may take.
        signs: File of the signs of dense evaluation, which `dense` writes and others read if it exists.
    """

    source: Source
    resolution: int
    procedure: ProcedureName
    device: str
    level: float
    max_seconds: float
    signs: Path


class Laps(NamedTuple):
    """Seconds of the three stages from the network's input to the mesh."""

    encode_s: float
    field_s: float
    surface_s: float


def measure(task: Task) -> Row:
    """Run a procedure as often as is sensible; a foreseen failure becomes the row's status."""
    work = _Work(task)
    source, name = task.source, task.procedure.value
    row = Row(source.name, source.weights, task.resolution, task.device, work.precision(), name, DONE)
    try:
        return _measured(row, work)
    except Stopped:
        return replace(row, status=STOPPED)
    except ImreconError as error:
        return replace(row, status=error.message)


def _measured(row: Row, work: _Work) -> Row:
    memory = PeakMemory(work.task.device)
    first, field, mesh = work.round()
    row = replace(row, peak_mb=memory.above_start_mb())
    signs = compare(field, work.task.procedure, work.task.signs)
    laps = [work.round()[0] for _ in range(ROUNDS)] if sum(first) < FAST_SECONDS else [first]
    return replace(
        _with_seconds(row, laps, field.points_evaluated),
        first_partial_s=work.first_partial_s(),
        differing_signs=None if signs is None else signs.of_object,
        differing_specks=None if signs is None else signs.of_specks,
        triangles=len(mesh.faces),
        points_again=work.points_again() if row.precision == MIXED else None,
        oracle_points=None if field.fine is not None else nodes_read(field.values > field.level),
    )


def _with_seconds(row: Row, laps: list[Laps], points: int) -> Row:
    """The row with the medians of the rounds' laps."""
    middle = Laps(*(median(stage) for stage in zip(*laps, strict=True)))
    return replace(
        row,
        **middle._asdict(),
        seconds=sum(middle),
        rounds=len(laps),
        points=points,
        us_per_point=1e6 * middle.field_s / points,
    )


def compare(field: Field, procedure: ProcedureName, signs: Path) -> Signs | None:
    """Which nodes lie on another side than in dense evaluation; None if that was not run, or not kept."""
    if field.fine is not None:
        return None
    inside = field.values > field.level
    if procedure is ProcedureName.dense:
        np.save(signs, np.packbits(inside))
    if not signs.exists():
        return None
    dense = np.unpackbits(np.load(signs), count=inside.size).reshape(inside.shape) > 0
    return differing(inside, dense, coarse_step(field.resolution))


class _Work:
    """A task and the network for it, loaded and warmed up."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self._procedure = PROCEDURES[task.procedure]
        self._subject = Subject(task.source, task.device)
        self._subject.encode()

    def round(self) -> tuple[Laps, Field, Mesh]:
        """Once from the network's input to the mesh."""
        times = [time.perf_counter()]
        question = self._question()
        times.append(time.perf_counter())
        field = self._procedure.sample(question)
        times.append(time.perf_counter())
        mesh = self._procedure.surface(field)
        times.append(time.perf_counter())
        return Laps(*np.diff(times).tolist()), field, mesh

    def precision(self) -> str:
        """See `Row.precision`."""
        halves = self._procedure.takes_rough and self._question().rough() is not None
        return MIXED if halves else SINGLE

    def points_again(self) -> int:
        """See `Row.points_again`; a round of its own."""
        return points_again(self._question())

    def first_partial_s(self) -> float | None:
        """See `Row.first_partial_s`."""
        progressive = self._procedure.progressive
        return None if progressive is None else first_partial_s(self._question, progressive)

    def _question(self) -> Question:
        """Encode the picture; what the decoder prepares for it is left to the procedure."""
        codes, task = self._subject.encode(), self.task
        return self._subject.question(codes, task.resolution, task.level, Budget(task.max_seconds))
