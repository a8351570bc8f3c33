"""The mean shape and the filled box."""

import numpy as np
import pytest

from training import baselines
from training.baselines import bounding_box, makes, mean_shape
from training.shape import shape
from training.shards import FIRST_HELD_SEED
from training.solids import box


@pytest.fixture
def bars(monkeypatch):
    """A category of bars along X: training shapes are thin, every fourth thick; held-out ones all thick."""

    def make(_category, seed):
        thick = seed >= FIRST_HELD_SEED or seed % 4 == 0
        return shape([(box((1, 0.6 if thick else 0.2, 0.2)), None)])

    monkeypatch.setattr(baselines, "make", make)
    baselines.mean_shape.cache_clear()
    yield
    baselines.mean_shape.cache_clear()


def test_the_level_is_the_best_on_held_out_shapes(bars):
    mean = mean_shape("bar", shapes=16)
    # A quarter of the training shapes are thick: only a level below that keeps what all held ones have.
    assert mean.level < 0.25
    assert mean.inside(np.array([[0, 0.25, 0], [0, 0.35, 0], [0.45, 0, 0]])).tolist() == [True, False, True]


def test_a_box_holds_its_points():
    inside = bounding_box(np.array([[0.0, 0, 0], [1, 2, 3]]), np.array([[0.5, 1.9, 2.9], [0.5, 2.1, 1]]))
    assert inside.tolist() == [True, False]


def test_families_that_nobody_makes():
    assert makes("car") and not makes("unicorn")
