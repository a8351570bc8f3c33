"""Cutting a field where the expected overlap is largest."""

from __future__ import annotations

import numpy as np
import pytest

from imrecon_gui.core.overlap import STEPS, best_level, level_rule
from imrecon_gui.core.types import FIELD_BOUND

SIDE = 41
AXIS = np.linspace(-FIELD_BOUND, FIELD_BOUND, SIDE)
X, Y, Z = np.meshgrid(AXIS, AXIS, AXIS, indexing="ij")
BODY = (abs(X) < 0.5) & (abs(Y) < 0.15) & (abs(Z) < 0.2)


def overlap(logits, level, bias):
    p, inside = 1 / (1 + np.exp(bias - logits)), logits > level
    return p[inside].sum() / (inside.sum() + p[~inside].sum())


def test_a_certain_field_is_cut_between_its_two_values():
    level = best_level(np.where(BODY, 9.0, -9.0), 0.0)
    assert abs(level) <= STEPS.max()


@pytest.mark.parametrize("bias", [0.0, 1.0])
def test_no_other_level_promises_more(bias):
    rng = np.random.default_rng(0)
    logits = np.where(BODY, rng.normal(3, 3, BODY.shape).clip(-3.9), -6.0)
    reached = overlap(logits, best_level(logits, bias), bias)
    assert reached >= max(overlap(logits, level, bias) for level in bias + STEPS) - 1e-9


def test_what_is_unlikely_but_all_there_is_counts_as_inside():
    """A bar somewhere within a thick band: cutting at one half would leave nothing of it."""
    assert best_level(np.where(BODY, -0.8, -12.0), 0.0) < -0.8


def test_a_bias_moves_the_level_up():
    logits = np.where(BODY, 5.0, -4 - 20 * abs(Y)) + np.random.default_rng(0).normal(0, 2, BODY.shape)
    assert best_level(logits, 1.5) > best_level(logits, 0.0)


def test_extreme_values_give_a_finite_level():
    for value in (0.0, 1e9, -1e9):
        assert np.isfinite(best_level(np.full((9, 9, 9), value, np.float32), 0.5))


def test_without_a_bias_the_level_is_the_threshold_s_and_with_one_it_moves_with_it():
    logits = np.where(BODY, 9.0, -9.0)
    assert level_rule(0.3, None) == 0.3
    assert level_rule(0.3, None, 0.4) == 0.7
    cut, raised = (level_rule(half, 0.0)(logits, 0.03) for half in (0.0, 0.5))
    assert raised.level == pytest.approx(cut.level + 0.5)
    np.testing.assert_array_equal(raised.lift.values, cut.lift.values)
    assert level_rule(0.5, 0.0, 2.0)(logits, 0.03).level == 2.5
