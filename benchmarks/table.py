"""The report as text for a terminal, at most WIDTH columns."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from textwrap import fill, wrap
from typing import NamedTuple

from benchmarks.machine import Machine
from benchmarks.report import Report
from benchmarks.row import DONE, Row
from benchmarks.startup import Startup

WIDTH = 116
UNKNOWN = "-"


class _Column(NamedTuple):
    """Heading, width and how a row's value is written."""

    heading: str
    width: int
    value: Callable[[Row], str]


def _number(value: float | None, form: str) -> str:
    return UNKNOWN if value is None else format(value, form)


def _seconds(value: float | None) -> str:
    """Five characters, from a millisecond to a day."""
    digits = 3 if value is None else 3 - sum(value >= limit for limit in (10, 100, 1000))
    return _number(value, f".{digits}f")


def _again(row: Row) -> str:
    """Share of the points that were asked a second time."""
    if row.points is None or row.points_again is None:
        return UNKNOWN
    return f"{row.points_again / row.points:.0%}"


def _least(row: Row) -> str:
    """The points as a multiple of what an oracle would ask."""
    if not row.points or not row.oracle_points:
        return UNKNOWN
    multiple = row.points / row.oracle_points
    return format(multiple, ".2f" if multiple < 10 else ".1f")


_COLUMNS = (
    _Column("grid", 4, lambda row: str(row.resolution)),
    _Column("procedure", 10, lambda row: row.procedure),
    _Column("precision", 9, lambda row: row.precision or UNKNOWN),
    _Column("points", 11, lambda row: _number(row.points, ",")),
    _Column("least", 5, _least),
    _Column("again", 5, _again),
    _Column("us/pt", 6, lambda row: _number(row.us_per_point, ".2f")),
    _Column("enc.", 5, lambda row: _seconds(row.encode_s)),
    _Column("field", 5, lambda row: _seconds(row.field_s)),
    _Column("surf.", 5, lambda row: _seconds(row.surface_s)),
    _Column("total", 5, lambda row: _seconds(row.seconds)),
    _Column("first", 5, lambda row: _seconds(row.first_partial_s)),
    _Column("MB", 5, lambda row: _number(row.peak_mb, ".0f")),
    _Column("rate", 4, lambda row: _number(row.share_of_peak, ".0%")),
    _Column("signs", 5, lambda row: _number(row.differing_signs, "d")),
    _Column("speck", 5, lambda row: _number(row.differing_specks, "d")),
    _Column("x", 6, lambda row: _number(row.ratio_to_authors, ".1f")),
)
_LEFT = ("procedure", "precision")
_BEFORE_FAILURE = 3
_LEGEND = (
    "least: points as a multiple of the nodes that marching cubes reads, which an oracle who knows the "
    "surface would ask. again: points asked a second time, in fp32. Seconds of encoder, field, surface and "
    "in total, medians of rounds; first: until the first coarse mesh. MB: most memory above the loaded "
    "network's. rate: share of the rate of products above. signs: nodes whose side differs from dense; "
    "speck: those in pieces of no more nodes than a cell of ours' coarse grid holds. x: times faster than "
    "authors."
)


def text(report: Report) -> str:
    """All figures, headed by the machine and by each network."""
    lines = [*_machine(report.machine), ""]
    startups = dict(report.startups)
    for (name, weights), rows in groupby(report.rows, key=lambda row: (row.model, row.weights)):
        lines += [
            f"{name} ({weights})"[:WIDTH],
            *_startup(startups.get(name)),
            _headings(),
            *map(_line, rows),
            "",
        ]
    return "\n".join([*lines, fill(_LEGEND, WIDTH)])


def _machine(machine: Machine) -> list[str]:
    parts = (
        f"{machine.processor}, {machine.cores} cores, {machine.threads} threads, {machine.system}, "
        f"Python {machine.python}, torch {machine.torch}; networks on {machine.device_label}. "
        f"Products of 4096x256 by 256x256: {machine.fp32_gflops:.0f} GFLOP/s in fp32, "
        f"{machine.bf16_gflops:.0f} in bf16."
    )
    return fill(parts, WIDTH).splitlines()


def _startup(startup: Startup | None) -> list[str]:
    if startup is None:
        return []
    words = [f"python {startup.python_s:.2f} s", f"import torch {startup.import_torch_s:.2f} s"]
    if startup.load_model_s is not None:
        words.append(f"load model {startup.load_model_s:.2f} s")
    if startup.reconstruct_s is not None:
        words.append(f"imrecon reconstruct at {startup.resolution}, cold {startup.reconstruct_s:.2f} s")
    if startup.window_s is not None:
        words.append(f"window {startup.window_s:.2f} s")
    return wrap(f"Start-up: {', '.join(words)}.", WIDTH)


def _headings() -> str:
    return " ".join(_cell(column, column.heading) for column in _COLUMNS).rstrip()


def _line(row: Row) -> str:
    if row.status == DONE:
        return " ".join(_cell(column, column.value(row)) for column in _COLUMNS).rstrip()
    known = " ".join(_cell(column, column.value(row)) for column in _COLUMNS[:_BEFORE_FAILURE])
    return f"{known} {row.status}"[:WIDTH]


def _cell(column: _Column, words: str) -> str:
    return words.ljust(column.width) if column.heading in _LEFT else words.rjust(column.width)
