"""Curves made readable: a mean is a mean, and no stage runs into the next."""

import numpy as np
import pytest

from imrecon_gui.services.smoothing import FEW, links, smoothed


def test_points_are_joined_but_for_the_ends_of_stages():
    assert links([1, 5, 10, 11, 20], [0, 10]).tolist() == [True, True, False, True, True]
    assert links([], [0]).tolist() == []


def test_a_straight_line_stays_one():
    values = np.linspace(3.0, 7.0, 400)
    assert smoothed(values, np.ones(400, bool)) == pytest.approx(values)


def test_noise_becomes_less_and_a_step_between_stages_stays_sharp():
    noise = np.random.default_rng(0).normal(size=800)
    values, joined = np.where(np.arange(800) < 400, 10.0, 0.0) + noise, np.ones(800, bool)
    joined[399] = False
    made = smoothed(values, joined)
    assert np.std(made[50:350]) < 0.35 and np.std(made[450:750]) < 0.35
    assert made[380:400].min() > 8 and made[400:420].max() < 2


def test_few_points_stay_as_they_are():
    values = [float(n % 2) for n in range(FEW - 1)]
    assert smoothed(values, np.ones(len(values), bool)).tolist() == values
