"""Figures and heat map of solids whose distances are known."""

import numpy as np
import pytest
import trimesh

from imrecon_gui.core.comparison import FULL_ERROR, compare, distances, heat_colours
from imrecon_gui.core.errors import MeshFileError
from imrecon_gui.core.job import Cancelled
from imrecon_gui.core.types import Mesh
from tests.stopped import Stopped


def mesh_of(solid) -> Mesh:
    return Mesh(solid.vertices.astype(np.float32), solid.faces.astype(np.int32))


CUBE = mesh_of(trimesh.creation.box((1, 1, 1)))
BALL = mesh_of(trimesh.creation.icosphere(4, 0.5))


def test_a_mesh_is_its_own_truth():
    found = compare(BALL, BALL)
    assert found.iou == 1 and found.f_score > 0.99 and found.chamfer_l1 < 0.01
    assert found.errors.max() < 1e-3 and found.is_truth_closed


def test_size_and_place_do_not_matter():
    moved = Mesh(BALL.vertices * 40 + np.float32([3, -7, 2]), BALL.faces)
    assert compare(BALL, moved).iou > 0.999


def test_a_ball_in_a_cube():
    found = compare(BALL, CUBE)
    assert found.iou == pytest.approx(np.pi / 6, abs=0.01)
    wanted = 0.5 - np.abs(BALL.vertices).max(axis=1)
    np.testing.assert_allclose(found.errors, wanted, atol=0.003)


def test_distances_to_a_face_are_exact_however_large_it_is():
    points = np.array([[0.1, 0.8, 0.2], [0, 0, 0.45], [0.9, 0.9, 0]], np.float32)
    np.testing.assert_allclose(distances(points, CUBE), [0.3, 0.05, 0.4 * 2**0.5], atol=1e-6)


def test_an_open_truth_is_said_so():
    faces = CUBE.faces[:-2]
    assert not compare(BALL, Mesh(CUBE.vertices, faces)).is_truth_closed


def test_a_truth_without_extent_is_refused():
    point = Mesh(np.zeros((3, 3), np.float32), np.array([[0, 1, 2]], np.int32))
    with pytest.raises(MeshFileError):
        compare(BALL, point)


def test_it_stops_when_told():
    with pytest.raises(Cancelled):
        compare(BALL, CUBE, Stopped())


def test_the_heat_map_grows_brighter_evenly():
    colours = heat_colours(np.linspace(0, 1, 50)).astype(float)
    brightness = colours @ [0.2126, 0.7152, 0.0722]
    assert (np.diff(brightness) > 0).all()
    assert colours[0, 2] > colours[0, 0] and colours[-1, 0] > colours[-1, 2]
    np.testing.assert_array_equal(heat_colours(np.array([1.0, 9.0]))[0], heat_colours(np.array([9.0]))[0])
    assert 0 < FULL_ERROR < 0.2
