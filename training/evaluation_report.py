"""What an evaluation says: means as the folder's own scorer forms them, as lines of text or as JSON."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.evaluate import Row
from training.scoring import Score

_COLUMNS = (
    ("IoU", "iou"),
    ("mean", "mean_iou"),
    ("retr", "retrieval_iou"),
    ("box", "box_iou"),
    ("CD-L1", "chamfer_l1"),
    ("F@.01", "f_01"),
    ("F@.02", "f_02"),
    ("F@.05", "f_05"),
    ("retr.02", "retrieval_f_02"),
    ("normal", "normals"),
    ("silh", "silhouette"),
    ("auto", "category_right"),
    ("azim", "azimuth_right"),
)
LEGEND = """\
IoU, CD-L1, F, normal, silh: the reconstruction's. mean, retr, box: IoU of the category's mean shape, of the
made shape nearest by the encoder (retr.02: its F@.02) and of the object's bounding box. auto: the category is
named right. azim: the camera's azimuth is within 20 degrees, where the object has a front.
macro: mean over categories of the mean over objects of the mean over cases."""


@dataclass(frozen=True)
class Summary:
    """Means of many scores.

    Attributes:
        cases: How many.
        known: Whether the network knows the category (macro: all of them).
        score: The means.
    """

    cases: int
    known: bool
    score: Score


def summarise(rows: Iterable[Row]) -> dict[str, Summary]:
    """Means over an object's cases, then over a category's objects; "macro" is the mean over categories."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.category].append(row)
    means = {category: _mean_over_objects(group) for category, group in sorted(groups.items())}
    result = {
        category: Summary(len(group), group[0].known, _score(means[category]))
        for category, group in sorted(groups.items())
    }
    known = all(summary.known for summary in result.values())
    cases = sum(summary.cases for summary in result.values())
    return {**result, "macro": Summary(cases, known, _score(_mean(list(means.values()))))}


def _mean_over_objects(rows: Sequence[Row]) -> NDArray[np.float64]:
    objects: dict[str, list[NDArray[np.float64]]] = defaultdict(list)
    for row in rows:
        objects[row.subject].append(np.array(list(asdict(row.score).values()), np.float64))
    return _mean([_mean(cases) for cases in objects.values()])


def _mean(values: Sequence[NDArray[np.float64]]) -> NDArray[np.float64]:
    """Mean of rows (n, k) -> (k,), leaving NaN out; NaN where there is nothing else."""
    rows = np.stack(values)
    count = (~np.isnan(rows)).sum(0)
    return np.where(count > 0, np.nansum(rows, 0) / np.maximum(count, 1), np.nan)


def _score(values: NDArray[np.float64]) -> Score:
    return Score(*map(float, values))


def table(rows: Sequence[Row]) -> str:
    """The summary as lines of text, with what needs saying about it."""
    summary = summarise(rows)
    head = f"{'category':13} {'cases':>5} " + " ".join(f"{title:>7}" for title, _ in _COLUMNS)
    lines = [_line(name, part) for name, part in summary.items()]
    lines += [_line(name, part) for name, part in _parts(rows).items()]
    unknown = sorted({row.category for row in rows if not row.known})
    if unknown:
        how = "asked all the same" if any(row.used for row in rows if not row.known) else "counted as zero"
        lines.append(f"* not known by this model, {how}: {', '.join(unknown)}")
    return "\n".join([head, *lines, LEGEND])


def _parts(rows: Sequence[Row]) -> dict[str, Summary]:
    """Macro means of some of the cases, where these are not all."""
    parts = {"known only": [row for row in rows if row.known]}
    parts |= {f"{kind} only": [row for row in rows if row.kind == kind] for kind in ("view", "author")}
    return {name: summarise(part)["macro"] for name, part in parts.items() if 0 < len(part) < len(rows)}


def _line(name: str, summary: Summary) -> str:
    values = [getattr(summary.score, field) for _, field in _COLUMNS]
    cells = " ".join(f"{'-':>7}" if math.isnan(value) else f"{value:7.3f}" for value in values)
    mark = "" if summary.known or name == "macro" or name.endswith("only") else " *"
    return f"{name + mark:13} {summary.cases:5d} {cells}"


def to_json(rows: Sequence[Row], about: dict[str, Any]) -> str:
    """Everything as one line of JSON; figures that cannot be had are null.

    Args:
        rows: Every case.
        about: What else to say of the evaluation, JSON values by name.
    """
    summary = {name: _plain(part) for name, part in {**summarise(rows), **_parts(rows)}.items()}
    return json.dumps(
        {**about, "summary": summary, "cases": [_plain(row) for row in rows]}, ensure_ascii=False
    )


def _plain(item: Row | Summary) -> dict[str, Any]:
    values = {field.name: getattr(item, field.name) for field in fields(item) if field.name != "score"}
    figures = {name: None if math.isnan(value) else value for name, value in asdict(item.score).items()}
    return {**values, **figures}
