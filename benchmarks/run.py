"""The whole benchmark: every procedure with every network at every resolution."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.child import in_child
from benchmarks.machine import Machine, inspect
from benchmarks.measure import Task, measure
from benchmarks.names import ProcedureName
from benchmarks.report import Report
from benchmarks.row import Row
from benchmarks.source import Source
from benchmarks.startup import Startup, start
from benchmarks.subject import survey
from imrecon_gui.core.errors import ImreconError

Say = Callable[[str], None]


@dataclass(frozen=True)
class Plan:
    """What is to be measured.

    Attributes:
        sources: The networks.
        resolutions: Cells along each axis.
        procedures: In the order of `ProcedureName`.
        device: "auto", "cpu", "cuda" or "mps".
        threads: How many threads of the processor torch may use; None leaves it the choice.
        max_seconds: How long one procedure may sample.
        fit: Steps in which a design first learns a chair; 0 leaves its weights random.
    """

    sources: tuple[Source, ...]
    resolutions: tuple[int, ...]
    procedures: tuple[ProcedureName, ...]
    device: str
    threads: int | None
    max_seconds: float
    fit: int = 0


def run(plan: Plan, say: Say) -> Report:
    """Measure everything, one thing at a time.

    Args:
        plan: What to measure.
        say: Told what was just measured, a line each.

    Raises:
        ImreconError: A model or the device cannot be used. What goes wrong in one row is its status.
    """
    machine = in_child(plan.threads, inspect, plan.device)
    say(f"{machine.processor}: {machine.fp32_gflops:.0f} GFLOP/s in fp32, {machine.bf16_gflops:.0f} in bf16")
    starts: list[tuple[str, Startup]] = []
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        for source in (_taught(plan, source, Path(folder), say) for source in plan.sources):
            starts.append((source.name, start(source, max(plan.resolutions), machine.device, plan.threads)))
            say(f"{source.name}: start-up measured")
            rows += _of(plan, source, machine, say)
    return Report(machine, tuple(starts), with_ratios(rows))


def _taught(plan: Plan, source: Source, folder: Path, say: Say) -> Source:
    """The network itself, or a design after it learned its chair."""
    if source.path is not None or not plan.fit:
        return source
    from benchmarks.fitted import fitted

    taught = in_child(plan.threads, fitted, source, plan.fit, folder)
    say(f"{source.name}: {taught.weights}")
    return taught


def _of(plan: Plan, source: Source, machine: Machine, say: Say) -> Iterator[Row]:
    """Every row of one network."""
    known = in_child(plan.threads, survey, source, machine.device)
    for row in _rows(plan, source, machine.device, known.level):
        say(_told(row))
        yield with_share(row, known.flops_per_point, machine.gflops(row.precision) * 1e9)


def _rows(plan: Plan, source: Source, device: str, level: float) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        for resolution in plan.resolutions:
            signs = Path(folder) / f"{resolution}.npy"
            for name in plan.procedures:
                task = Task(source, resolution, name, device, level, plan.max_seconds, signs)
                yield _row(task, plan.threads)


def _row(task: Task, threads: int | None) -> Row:
    try:
        return in_child(threads, measure, task)
    except ImreconError as error:
        source, name = task.source, task.procedure.value
        return Row(source.name, source.weights, task.resolution, task.device, "", name, error.message)


def _told(row: Row) -> str:
    took = row.status if row.seconds is None else f"{row.seconds:.3f} s"
    return f"{row.model} at {row.resolution}^3, {row.procedure}: {took}"


def with_share(row: Row, flops_per_point: int, flops: float) -> Row:
    """The row with its share of a rate in operations a second."""
    if row.points is None or not row.field_s:
        return row
    return replace(row, share_of_peak=row.points * flops_per_point / row.field_s / flops)


def with_ratios(rows: list[Row]) -> tuple[Row, ...]:
    """The rows beside the authors' of the same network and resolution, where that one was finished."""
    authors = ProcedureName.authors.value
    theirs = {
        (row.model, row.weights, row.resolution): row.seconds for row in rows if row.procedure == authors
    }
    return tuple(_with_ratio(row, theirs.get((row.model, row.weights, row.resolution))) for row in rows)


def _with_ratio(row: Row, authors_seconds: float | None) -> Row:
    if authors_seconds is None or row.seconds is None:
        return row
    return replace(row, ratio_to_authors=authors_seconds / row.seconds)
