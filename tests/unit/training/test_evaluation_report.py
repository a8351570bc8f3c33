"""Averages over objects and categories, and what is said about them."""

import json
import math

import pytest

from training.evaluate import Row
from training.evaluation_report import summarise, table, to_json
from training.scoring import Score


def row(category, subject, iou, known=True, kind="view", **figures):
    used = category if known else ""
    return Row("x", kind, category, subject, used, known, Score(iou=iou, **figures))


ROWS = [row("a", "1", 0.0), row("a", "1", 0.2, kind="author"), row("a", "2", 0.5), row("b", "3", 0.9)]


def test_averages_are_over_cases_then_objects_then_categories():
    summary = summarise(ROWS)
    assert summary["a"].score.iou == pytest.approx((0.1 + 0.5) / 2)
    assert summary["macro"].score.iou == pytest.approx((0.3 + 0.9) / 2)
    assert (summary["a"].cases, summary["macro"].cases) == (3, 4)


def test_figures_that_cannot_be_had_do_not_count():
    summary = summarise([row("a", "1", 0.5, silhouette=0.4), row("a", "1", 0.5), row("b", "2", 0.5)])
    assert summary["a"].score.silhouette == pytest.approx(0.4)
    assert math.isnan(summary["b"].score.silhouette)
    assert summary["macro"].score.silhouette == pytest.approx(0.4)


def test_unknown_categories_count_zero_and_are_named():
    lines = table([*ROWS, row("lamp", "4", 0.0, known=False)]).splitlines()
    macro = next(line.split() for line in lines if line.startswith("macro"))
    assert macro[:3] == ["macro", "5", "0.400"]
    assert next(line.split() for line in lines if line.startswith("known only"))[2:4] == ["4", "0.600"]
    assert any("not known by this model, counted as zero: lamp" in line for line in lines)
    assert next(line for line in lines if line.startswith("lamp")).startswith("lamp *")


def test_kinds_are_told_apart():
    lines = table(ROWS).splitlines()
    assert next(line.split() for line in lines if line.startswith("author only"))[2:4] == ["1", "0.200"]


def test_json_has_no_nan():
    values = json.loads(to_json(ROWS, {"model": "m"}), parse_constant=pytest.fail)
    assert values["model"] == "m" and values["cases"][0]["silhouette"] is None
    assert values["summary"]["macro"]["iou"] == pytest.approx(0.6)
    assert values["cases"][3]["subject"] == "3" and values["cases"][3]["used"] == "b"
