import numpy as np
import pytest

from imrecon_gui.core.field import sample_field
from imrecon_gui.core.isosurface import extract
from imrecon_gui.core.silhouette import Pinhole, silhouette, silhouette_iou
from imrecon_gui.core.types import Mesh
from tests.unit.core.solids_for_tests import box_mesh, joined, sphere

FRONT = Pinhole((0.0, 0.0, 2.0), (0.0, 0.0, 0.0), 2 * np.degrees(np.arctan(0.5)))
"""Two away from the origin, where it sees from -1 to 1."""


def test_a_box_covers_its_front_face():
    seen = silhouette(box_mesh((-0.5, -0.25, -0.1), (0.5, 0.25, 0.0)), FRONT, 200)
    rows, columns = np.flatnonzero(seen.any(1)), np.flatnonzero(seen.any(0))
    assert (rows[0], rows[-1], columns[0], columns[-1]) == (75, 124, 50, 149)
    assert seen.sum() == 50 * 100


def test_right_is_right_and_up_is_up():
    seen = silhouette(box_mesh((0.2, 0.3, -0.1), (0.4, 0.5, 0.0)), FRONT, 200)
    rows, columns = np.nonzero(seen)
    assert (rows.min(), columns.min()) == (50, 119)  # the back face, nearer to the middle: 0.2 * 2 / 2.1
    behind = Pinhole((0.0, 0.0, -2.0), (0.0, 0.0, 0.0), FRONT.fov_deg)
    assert np.nonzero(silhouette(box_mesh((0.2, 0.3, 0.0), (0.4, 0.5, 0.1)), behind, 200))[1].max() == 80


def test_a_sphere_is_a_disc_of_the_tangent_cone():
    ball = extract(sample_field(sphere(0.4), 64))
    radius = 100 * 2 * np.tan(np.arcsin(0.4 / 2))
    assert silhouette(ball, FRONT, 200).sum() == pytest.approx(np.pi * radius**2, rel=0.01)


def test_overlap_of_shifted_squares():
    mask = np.zeros((200, 200), bool)
    mask[75:125, 75:125] = True  # the middle half of a square that covers 50 to 150
    assert silhouette_iou(box_mesh((-0.5, -0.5, -0.1), (0.5, 0.5, 0.0)), FRONT, mask) == pytest.approx(0.25)
    nothing = Mesh(np.zeros((0, 3), np.float32), np.zeros((0, 3), np.int32))
    assert silhouette_iou(nothing, FRONT, mask) == 0
    assert silhouette_iou(nothing, FRONT, mask & ~mask) == 0


def test_what_lies_behind_the_camera_is_not_seen():
    behind = box_mesh((-0.1, -0.1, 2.5), (0.1, 0.1, 3.0))
    assert not silhouette(behind, FRONT, 50).any()
    box = box_mesh((-0.5, -0.25, -0.1), (0.5, 0.25, 0.0))
    np.testing.assert_array_equal(silhouette(joined(box, behind), FRONT, 50), silhouette(box, FRONT, 50))
