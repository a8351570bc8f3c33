import numpy as np
import pytest

from training.categories.vehicle.sections import mirrored, rounded, stacked, superellipse

SQUARE = np.array([[[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]]])


def _area(polygon):
    x, y = polygon.T
    return abs((x * np.roll(y, -1) - np.roll(x, -1) * y).sum()) / 2


def test_a_chamfer_cuts_half_a_square_off_each_corner():
    assert _area(rounded(SQUARE, 0.4, 1)[0]) == pytest.approx(4 - 4 * 0.4**2 / 2)


def test_a_quadratic_curve_cuts_a_sixth_of_a_square_off_each_corner():
    # The area between a parabola's arc and its chord is two thirds of the control triangle (Archimedes).
    assert _area(rounded(SQUARE, 0.4, 64)[0]) == pytest.approx(4 - 4 * 0.4**2 / 6, abs=1e-4)


def test_no_steps_keep_the_corners():
    assert np.array_equal(rounded(SQUARE, 0.4, 0), SQUARE)


def test_superellipses_satisfy_their_equation():
    points = superellipse([2.0, 3.0], [1.0, 0.5], 3.0, 20)
    value = (
        np.abs(points[..., 0] / np.array([[2.0], [3.0]])) ** 3
        + np.abs(points[..., 1] / np.array([[1.0], [0.5]])) ** 3
    )
    assert value == pytest.approx(np.ones((2, 20)))


def test_mirrored_sections_are_symmetric():
    section = mirrored(np.array([[[1.0, 0.0], [2.0, 1.0], [1.0, 2.0]]]))[0]
    assert section.shape == (6, 2)
    assert {tuple(p) for p in section} == {tuple(p) for p in section * [-1.0, 1.0]}


def test_stations_may_come_unsorted_and_repeat():
    solid = stacked([1.0, 0.0, 1.0], np.concatenate([SQUARE, SQUARE, 0.5 * SQUARE]))
    assert solid.inside([[0.9, 0.9, 0.5], [0.9, 0.9, 1.01]]).tolist() == [True, False]
    assert solid.bounds()[:, 2] == pytest.approx([0.0, 1.0], abs=1e-3)
