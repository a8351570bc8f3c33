"""A design learns a chair before it is measured."""

import math

import numpy as np
import pytest

from benchmarks import chair
from benchmarks import run as run_module
from benchmarks.budget import Budget
from benchmarks.fitted import fitted
from benchmarks.names import ProcedureName
from benchmarks.procedures import dense
from benchmarks.run import Plan, run
from benchmarks.source import Source
from benchmarks.startup import Startup
from benchmarks.subject import Subject
from imrecon_gui.core.config import ARCHITECTURES
from imrecon_gui.core.types import FIELD_BOUND
from tests.unit.test_benchmarks import TINY


@pytest.fixture
def here(monkeypatch):
    """Everything in this process, nothing started."""
    monkeypatch.setattr(run_module, "in_child", lambda threads, call, *args: call(*args))
    monkeypatch.setattr(run_module, "start", lambda *_: Startup(0.1, 2.0))


def test_a_design_learns_the_chair_before_it_is_measured(monkeypatch, tmp_path, here):
    monkeypatch.setitem(ARCHITECTURES, "tiny", {**TINY, "widths": (128, 128, 128)})
    plan = Plan((Source("tiny"),), (32,), (ProcedureName.ours,), "cpu", None, 9.0, fit=200)

    taught = fitted(Source("tiny"), 200, tmp_path)
    field = dense.sample(asked(taught, 32))
    report = run(plan, str)

    nodes = np.argwhere(np.ones((33,) * 3)).astype(np.float32) * (2 * FIELD_BOUND / 32) - FIELD_BOUND
    truth = chair.inside(nodes).reshape(33, 33, 33)
    assert 0.01 < truth.mean() < 0.1
    overlap = ((field.values > 0) & truth).sum() / ((field.values > 0) | truth).sum()
    assert overlap > 0.3
    assert [row.weights for row in report.rows] == [taught.weights]
    assert taught.weights.startswith("200 steps of a chair")


def asked(source, resolution):
    subject = Subject(source, "cpu")
    return subject.question(subject.encode(), resolution, 0.0, Budget(math.inf))


def test_half_of_the_chair_s_points_lie_near_its_surface():
    points = chair.sample(4000, np.random.default_rng(0))
    beside = np.abs(points[:, None] - chair.BOXES[:, 0]) - chair.BOXES[:, 1]
    to_boxes = np.linalg.norm(beside.clip(0), axis=2).min(1)

    assert (to_boxes[2000:] < 3 * chair.NEAR).mean() > 0.95
    assert (to_boxes[:2000] < 3 * chair.NEAR).mean() < 0.5
    assert 0.2 < chair.inside(points[2000:]).mean() < 0.6
    assert np.array_equal(chair.inside(points), (beside <= 0).all(2).any(1))
