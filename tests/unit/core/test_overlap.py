"""Cutting a field where the expected overlap is largest."""

from __future__ import annotations

import numpy as np
import pytest

from imrecon_gui.core.overlap import best_level


def odds(logits, bias=0.0):
    return 1 / (1 + np.exp(bias - logits))


def expected_overlap(logits, level, bias=0.0):
    p, inside = odds(logits, bias), logits > level
    return p[inside].sum() / (inside.sum() + p[~inside].sum())


def test_a_certain_field_is_cut_between_its_two_values():
    logits = np.where(np.arange(1000) < 300, 9.0, -9.0)
    assert -9 < best_level(logits, 0.0) < 9


@pytest.mark.parametrize("seed", range(5))
def test_no_other_level_promises_more(seed):
    logits = np.random.default_rng(seed).normal(-2, 3, 2000).astype(np.float32)
    reached = expected_overlap(logits, best_level(logits, 0.5), 0.5)
    others = [expected_overlap(logits, level, 0.5) for level in np.linspace(-8, 8, 81)]
    assert reached >= max(others) - 1e-6


def test_what_is_unlikely_but_all_there_is_counts_as_inside():
    """A rod somewhere within a thick band: cutting at one half would leave nothing of it."""
    logits = np.where(np.arange(10_000) < 500, -0.8, -12.0)
    assert best_level(logits, 0.0) < -0.8


def test_a_bias_moves_the_level_up():
    logits = np.random.default_rng(0).normal(-2, 3, 5000)
    assert best_level(logits, 1.0) > best_level(logits, 0.0) + 0.3


def test_a_field_of_any_shape_and_no_field_at_all():
    assert np.isfinite(best_level(np.zeros((4, 4, 4), np.float32), 0.0))
    assert best_level(np.zeros(0, np.float32), 0.7) == 0.7
    assert np.isfinite(best_level(np.array([1e9, -1e9]), 0.0))
