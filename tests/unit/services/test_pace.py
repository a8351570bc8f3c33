"""The time left: steps that take as long as each other end when they should."""

import pytest

from imrecon_gui.services.pace import LOOKED_AT, Pace
from imrecon_gui.services.training_events import Step


def steps(stage, count, each, start=0, clock=0.0, total=1000):
    return [Step(stage, start + n, total, 1.0, clock + n * each) for n in range(1, count + 1)]


def test_even_steps_end_when_they_should():
    pace = Pace(("data", "image"))
    for step in steps("image", 100, 0.5):
        pace.take(step)
    assert pace.seconds_left == pytest.approx(900 * 0.5)


def test_it_is_not_guessed_from_nothing():
    pace = Pace()
    assert pace.seconds_left is None
    for step in steps("image", 3, 0.5):
        pace.take(step)
    assert pace.seconds_left is None


def test_only_the_last_minute_counts():
    pace = Pace(("image",))
    for step in steps("image", 200, 5.0) + steps("image", LOOKED_AT, 1.0, 200, 1000.0):
        pace.take(step)
    assert pace.seconds_left == pytest.approx((1000 - 200 - LOOKED_AT) * 1.0)


def test_a_clock_that_began_anew_begins_the_guess_anew():
    pace = Pace(("image",))
    for step in steps("image", 100, 0.5) + steps("image", 10, 2.0, 80):
        pace.take(step)
    assert pace.seconds_left == pytest.approx(910 * 2.0)


def test_the_stage_to_come_counts_by_its_share():
    pace = Pace(("data", "shape", "image"))
    for step in steps("shape", 500, 1.0):
        pace.take(step)
    assert pace.seconds_left == pytest.approx(500 + 1000 * 0.45 / 0.35)
