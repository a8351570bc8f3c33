from __future__ import annotations

import numpy as np
import pytest

from training.cameras import Camera, random_cameras
from training.lights import studio_direction

CUBE = np.array(np.meshgrid([-0.5, 0.5], [-0.5, 0.5], [-0.5, 0.5])).reshape(3, -1).T


@pytest.mark.parametrize(
    ("camera", "eye"),
    [
        (Camera(0, 0, distance=2), (0, 0, 2)),
        (Camera(90, 0, distance=2), (2, 0, 0)),
        (Camera(180, 30, distance=2), (0, 1, -np.sqrt(3))),
    ],
)
def test_eye(camera, eye):
    np.testing.assert_allclose(camera.eye((0, 0, 0)), eye, atol=1e-12)


def test_axes_are_a_right_handed_frame():
    axes = Camera(33, 21, roll_deg=4).axes()
    np.testing.assert_allclose(axes @ axes.T, np.eye(3), atol=1e-12)
    np.testing.assert_allclose(np.cross(axes[0], axes[1]), axes[2], atol=1e-12)


def test_roll_turns_the_picture_counter_clockwise():
    up_in_picture = Camera(roll_deg=10).axes() @ [0, 1, 0]
    np.testing.assert_allclose(up_in_picture[:2], [-np.sin(np.radians(10)), np.cos(np.radians(10))])


def test_fit_of_a_cube_from_the_front():
    # the near face, half a unit before the centre, must reach 96 % of the half width
    camera = Camera(fov_deg=90).fit(CUBE + 7)
    assert camera.distance == pytest.approx(0.5 + 0.5 / 0.96)


def test_clip_matrix_projects_the_centre_and_the_fitted_edge():
    camera = Camera(fov_deg=90).fit(CUBE)
    matrix = camera.clip_matrix((0, 0, 0), 1.0)
    edge = matrix @ [0.5, 0.5, 0.5, 1]
    np.testing.assert_allclose(edge[:2] / edge[3], [0.96, 0.96])
    near, far = matrix @ [0, 0, min(1.0, camera.distance * 0.999), 1], matrix @ [0, 0, -1.0, 1]
    assert near[2] / near[3] == pytest.approx(-1)
    assert far[2] / far[3] == pytest.approx(1)


def test_unplaced_camera_is_refused():
    with pytest.raises(ValueError, match="fit"):
        Camera().eye((0, 0, 0))


def test_random_cameras_cover_their_ranges():
    cameras = random_cameras(np.random.default_rng(0), 2000)
    azimuth = np.array([c.azimuth_deg for c in cameras])
    elevation = np.array([c.elevation_deg for c in cameras])
    fov = np.array([c.fov_deg for c in cameras])
    assert np.histogram(azimuth, 8, (0, 360))[0].min() > 200
    assert elevation.min() > -10.001
    assert elevation.max() < 60.001
    assert 0.8 < ((elevation > 0) & (elevation < 40)).mean() < 0.96
    assert 20 <= fov.min() < 21
    assert 59 < fov.max() <= 60
    assert cameras[:5] == random_cameras(np.random.default_rng(0), 5)


def test_studio_turns_with_the_camera():
    np.testing.assert_allclose(studio_direction((0, 0, 2), 90), [1, 0, 0], atol=1e-12)
    np.testing.assert_allclose(studio_direction((-1, 0, 0), 90), [0, 0, 1], atol=1e-12)
    for azimuth in (0, 50, 200):
        camera = Camera(azimuth)
        np.testing.assert_allclose(studio_direction((3, 0, 0), azimuth), camera.axes()[0], atol=1e-12)
