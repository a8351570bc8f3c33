import numpy as np
import pytest
import torch

from imrecon_gui.core.viewpoint import FIELDS, Viewpoint, axes, project, seen, warped


def placed(view: Viewpoint, *points: tuple[float, float, float]) -> np.ndarray:
    views = torch.from_numpy(view.array())
    return project(views, seen(views, torch.tensor(points, dtype=torch.float32))).numpy()


def test_an_array_and_back():
    view = Viewpoint(10, 20, -1, 0.5, 1.5, 0.25, -0.125)
    assert view.array().shape == (len(FIELDS),) and Viewpoint.of(view.array()) == view
    assert view.distance == 2


def test_the_front_is_seen_from_plus_z():
    np.testing.assert_allclose(axes(torch.from_numpy(Viewpoint().array())), np.eye(3), atol=1e-6)


def test_azimuth_90_looks_from_plus_x():
    np.testing.assert_allclose(placed(Viewpoint(90), (0, 0, -1), (0, 1, 0)), [[1, 0], [0, 1]], atol=1e-6)


def test_elevation_lifts_the_camera():
    """From above, what is near the camera appears low."""
    assert placed(Viewpoint(0, 45), (0, 0, 1))[0, 1] == pytest.approx(-np.sqrt(0.5))


def test_roll_turns_the_picture():
    np.testing.assert_allclose(placed(Viewpoint(roll_deg=90), (1, 0, 0)), [[0, 1]], atol=1e-6)


def test_a_pinhole_at_distance_two_doubles_half_way():
    view = Viewpoint(perspective=0.5, scale=0.8, x=0.1, y=0.2)
    expected = [[0.1 + 0.08, 0.2], [0.1 + 0.16, 0.2]]
    np.testing.assert_allclose(placed(view, (0.1, 0, 0), (0.1, 0, 1)), expected, atol=1e-6)


def test_points_behind_the_pinhole_stay_finite():
    assert np.isfinite(placed(Viewpoint(perspective=2), (0.1, 0, 0.5), (0.1, 0, 3))).all()


def test_a_warped_picture_moves_what_is_in_it():
    view = Viewpoint(30, 20, 0, 0.4, 1.2, 0.1, 0.2)
    before = placed(view, (0.3, 0.2, 0.1))
    after = placed(Viewpoint.of(warped(view.array(), 1.1, 0.05, -0.02)), (0.3, 0.2, 0.1))
    np.testing.assert_allclose(after, 1.1 * before + [0.05, -0.02], atol=1e-6)
