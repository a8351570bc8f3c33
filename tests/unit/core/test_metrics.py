import numpy as np
import pytest

from imrecon_gui.core.field import sample_field
from imrecon_gui.core.isosurface import extract
from imrecon_gui.core.metrics import (
    chamfer_l1,
    eval_points,
    f_score,
    gap,
    inside,
    iou,
    normalise,
    surface_points,
    surface_samples,
)
from imrecon_gui.core.types import Mesh
from tests.unit.core.solids_for_tests import box_mesh, joined, sphere


def test_points_are_the_agreed_ones():
    points = eval_points()
    assert points.shape == (100_000, 3) and points.dtype == np.float32
    assert abs(points).max() <= np.float32(0.55)
    np.testing.assert_array_equal(points, eval_points())
    expected = np.random.default_rng(20240917).uniform(-0.55, 0.55, (100_000, 3)).astype(np.float32)
    np.testing.assert_array_equal(points, expected)


def test_inside_of_a_box_is_exact():
    points = eval_points()
    truth = (abs(points) < np.array([0.5, 0.25, 0.1])).all(1)
    np.testing.assert_array_equal(inside(box_mesh(), points), truth)
    np.testing.assert_array_equal(inside(box_mesh(inward=True), points), truth)


def test_inside_of_a_sphere_up_to_its_facets():
    points = eval_points()[:20_000]
    cell = 1.1 / 64
    radii = np.linalg.norm(points, axis=1)
    found = inside(extract(sample_field(sphere(0.4), 64)), points)
    assert found[radii < 0.4 - 0.1 * cell].all()
    assert not found[radii > 0.4 + 0.1 * cell].any()


def test_a_cavity_is_outside():
    points = eval_points()[:5000]
    hollow = joined(box_mesh((-0.5,) * 3, (0.5,) * 3), box_mesh((-0.3,) * 3, (0.3,) * 3, inward=True))
    reach = abs(points).max(1)
    np.testing.assert_array_equal(inside(hollow, points), (reach < 0.5) & (reach > 0.3))


def test_a_missing_wall_does_little_harm():
    points = eval_points()[:5000]
    box = box_mesh((-0.4,) * 3, (0.4,) * 3)
    opened = Mesh(box.vertices, box.faces[2:])
    np.testing.assert_array_equal(inside(opened, points), inside(box, points))


def test_points_far_outside_of_the_mesh_and_few_points():
    points = np.array([[0, 0, 0], [7, 0, 0], [0, -9, 0.05]], np.float32)
    assert inside(box_mesh(), points).tolist() == [True, False, False]
    assert inside(box_mesh(), points[:0]).tolist() == []
    assert (
        inside(Mesh(np.zeros((0, 3), np.float32), np.zeros((0, 3), np.int32)), points).tolist() == [False] * 3
    )


def test_iou_of_known_overlap():
    a, b = np.array([1, 1, 1, 0, 0], bool), np.array([0, 1, 1, 1, 0], bool)
    assert iou(a, b) == pytest.approx(2 / 4)
    assert iou(a, a) == 1
    assert iou(a & ~a, a & ~a) == 0


def test_iou_of_nested_spheres_is_the_ratio_of_their_volumes():
    points = eval_points()
    small, large = (inside(extract(sample_field(sphere(r), 48)), points) for r in (0.3, 0.4))
    assert iou(small, large) == pytest.approx((0.3 / 0.4) ** 3, abs=0.01)


def test_distances_between_concentric_spheres():
    small, large = (surface_points(extract(sample_field(sphere(r), 48)), 20_000) for r in (0.35, 0.4))
    # Nearest samples lie a little farther than the surfaces do: .05 apart, samples about .01 apart.
    assert 0.0499 < chamfer_l1(small, large) < 0.0515
    assert f_score(small, large, 0.045) == 0
    assert f_score(small, large, 0.06) == pytest.approx(1, abs=1e-3)


def test_f_score_is_the_harmonic_mean_of_precision_and_recall():
    a = np.array([[0, 0, 0], [1, 0, 0], [2, 0, 0], [9, 0, 0]], float)
    b = np.array([[0, 0, 0.1], [1, 0, 0.1]], float)
    assert f_score(a, b, 0.2) == pytest.approx(2 * 0.5 * 1 / 1.5)
    assert chamfer_l1(a, b) == pytest.approx(
        ((0.1 + 0.1 + np.hypot(1, 0.1) + np.hypot(8, 0.1)) / 4 + 0.1) / 2
    )


def test_normals_of_nearest_points_are_compared_without_sign():
    a, b = np.array([[0.0, 0, 0], [1, 0, 0]]), np.array([[0.0, 0, 0.1], [1, 0, 0.1]])
    up, tilted = np.array([[0.0, 1, 0], [0, -1, 0]]), np.array([[0.0, 0.6, 0.8], [0, 1, 0]])
    assert gap(a, b).normal_consistency(up, tilted) == pytest.approx((0.6 + 1) / 2)
    tilted[0] = np.nan
    assert gap(a, b).normal_consistency(up, tilted) == 1


def test_samples_know_their_faces_normals():
    points, normals = surface_samples(box_mesh(), 1000)
    np.testing.assert_array_equal(points, surface_points(box_mesh(), 1000))
    assert np.linalg.norm(normals, axis=1) == pytest.approx(1)
    axis = np.abs(normals).argmax(1)
    reach = np.array([0.5, 0.25, 0.1])[axis]
    assert (points * normals)[np.arange(1000), axis] == pytest.approx(reach)


def test_surface_points_are_uniform_over_the_area():
    points = surface_points(box_mesh(), 40_000)
    x, y, z = 1.0, 0.5, 0.2
    area = 2 * (x * y + y * z + x * z)
    on_ends = np.isclose(abs(points[:, 0]), 0.5, atol=1e-6)
    assert on_ends.mean() == pytest.approx(2 * y * z / area, abs=0.01)
    assert abs(points.mean(0)).max() < 0.01
    assert points[~on_ends][:, 0].std() == pytest.approx(x / 12**0.5, rel=0.02)


def test_normalise_centres_and_scales():
    mesh = normalise(box_mesh((1, 1, 1), (5, 2, 3)))
    np.testing.assert_allclose(mesh.vertices.min(0), (-0.5, -0.125, -0.25))
    np.testing.assert_allclose(mesh.vertices.max(0), (0.5, 0.125, 0.25))


def test_meshes_without_extent_cannot_be_normalised():
    box = box_mesh()
    for mesh in (Mesh(box.vertices, box.faces[:0]), Mesh(box.vertices * 0, box.faces)):
        with pytest.raises(ValueError, match="no"):
            normalise(mesh)
