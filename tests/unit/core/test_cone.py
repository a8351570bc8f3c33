"""Where the object can be by its silhouette, and what is asked then."""

import math
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from scipy.ndimage import binary_dilation

from imrecon_gui.core.card import ModelCard
from imrecon_gui.core.cone import LEAST_ALPHA, MARGIN, REACH, VisualCone
from imrecon_gui.core.device import choose
from imrecon_gui.core.encoder import Encoding
from imrecon_gui.core.errors import EmptyFieldError
from imrecon_gui.core.field import sample_field
from imrecon_gui.core.overlap import Cut, level_rule
from imrecon_gui.core.pipeline import reconstruct
from imrecon_gui.core.point_evaluator import SURELY_OUTSIDE
from imrecon_gui.core.sight import AZIMUTH_BINS, SPREAD, TYPICAL, Sight
from imrecon_gui.core.types import PreparedImage, ReconRequest, ShapeEdit
from imrecon_gui.core.viewpoint import Viewpoint
from tests.unit.core.networks import small_config
from tests.unit.core.solids_for_tests import sphere

VIEW = torch.from_numpy(Viewpoint(azimuth_deg=90, scale=1.0).array())  # along -X, without perspective


def disc(radius, at=(0.0, 0.0), size=128):
    """The opacity of a disc, its radius and middle (right, up) in half picture sides."""
    place = (np.arange(size) + 0.5) * 2 / size - 1
    inside = np.hypot(place[None] - at[0], -place[:, None] - at[1]) < radius
    return np.where(inside, 255, 0).astype(np.uint8)


def test_points_before_the_object_may_be_its_and_those_beside_it_not():
    cone = VisualCone(disc(0.3, (0.2, 0.1)), VIEW)
    # From +X, right is -Z.
    points = np.array([[0.5, 0.1, -0.2], [-0.5, 0.1, -0.2], [0.0, 0.1, 0.4], [0.0, -0.5, -0.2]], np.float32)
    assert cone(points).tolist() == [True, True, False, False]


def test_the_margin_is_a_share_of_the_picture():
    cone = VisualCone(disc(0.3), VIEW)
    reach = 0.3 + 2 * MARGIN
    points = np.array([[0.0, reach - 0.03, 0.0], [0.0, reach + 0.03, 0.0]], np.float32)
    assert cone(points).tolist() == [True, False]


def test_holes_belong_to_the_object_and_faint_pixels_do_not():
    ring = disc(0.9) - disc(0.7)
    assert VisualCone(ring, VIEW)(np.zeros((1, 3), np.float32)).all()
    faint = np.maximum(np.minimum(disc(0.9), LEAST_ALPHA - 1), disc(0.2))
    assert not VisualCone(faint, VIEW)(np.array([[0.0, 0.5, 0.0]], np.float32)).any()


def test_the_object_stays_in_its_box():
    everywhere = VisualCone(np.full((128, 128), 255, np.uint8), VIEW)
    points = np.array(
        [[REACH - 0.001] * 3, [-0.5, 0.5, 0.0], [REACH + 0.001, 0, 0], [0, 0, -0.55]], np.float32
    )
    assert everywhere(points).tolist() == [True, True, False, False]


def test_an_empty_picture_says_nothing():
    points = np.array([[0.0, 0.5, 0.5], [0.0, 0.0, 0.0]], np.float32)
    assert VisualCone(np.zeros((128, 128), np.uint8), VIEW)(points).all()


def test_what_is_beside_the_picture_counts_as_its_edge():
    near = VisualCone(disc(0.3, (0.0, 1.0)), torch.from_numpy(Viewpoint(azimuth_deg=90, scale=4.0).array()))
    assert near(np.array([[0.0, 0.5, 0.0], [0.0, -0.5, 0.0]], np.float32)).tolist() == [True, False]


class Asked:
    """A ball that remembers where it was asked."""

    def __init__(self, radius=0.2):
        self._ball, self.points = sphere(radius), []

    def __call__(self, points):
        self.points.append(points.numpy().copy())
        return self._ball(points)


@pytest.mark.parametrize("resolution", [32, 64, 100])
def test_the_same_surface_from_fewer_points(resolution):
    cone = VisualCone(disc(0.2), VIEW)
    everywhere = sample_field(sphere(0.2), resolution)
    asked = Asked()
    found = sample_field(asked, resolution, within=cone)
    np.testing.assert_array_equal(found.values > 0, everywhere.values > 0)
    near = binary_dilation(everywhere.values > 0)  # where marching cubes reads
    np.testing.assert_allclose(found.values[near], everywhere.values[near], atol=1e-5)
    assert cone(np.concatenate(asked.points)).all()
    assert found.points_evaluated == sum(map(len, asked.points)) < 0.6 * everywhere.points_evaluated


def test_outside_the_cone_nothing_is_asked_again_nor_lifted_in():
    cone, rough = VisualCone(disc(0.2), VIEW), sphere(0.2)
    exact, rule = Asked(), level_rule(0.0, 0.0)
    field = sample_field(exact, 64, level=rule, rough=rough, within=cone)
    assert exact.points and cone(np.concatenate(exact.points)).all()
    plain = sample_field(sphere(0.2), 64, level=lambda *_: Cut(field.level, field.lift), within=cone)
    np.testing.assert_array_equal(field.values > field.level, plain.values > plain.level)
    corner = field.values[2, 2, 2]
    assert SURELY_OUTSIDE <= corner < SURELY_OUTSIDE + 2


class Seer(torch.nn.Module):
    """A network that sees the camera `VIEW`, and a ball that is larger than its picture."""

    def __init__(self):
        super().__init__()
        self.config, self.directions = small_config(), None
        self.decoder = SimpleNamespace(level=lambda threshold: math.log(threshold / (1 - threshold)))

    def bind(self, encoding):
        return sphere(0.4)

    def encode(self, images, category=None):
        odds = torch.zeros(1, AZIMUTH_BINS)
        odds[0, round(90 / 360 * AZIMUTH_BINS)] = 5.0
        pose = ((VIEW[1:] - torch.tensor(TYPICAL)) / torch.tensor(SPREAD))[None]
        return Encoding(torch.zeros(1, 1), None, Sight(odds, torch.zeros(1, AZIMUTH_BINS), pose, ()))


@pytest.mark.parametrize(
    ("biases", "edit", "cut_off"),
    [
        ((0.0, 0.0), ShapeEdit(), True),
        ((), ShapeEdit(), False),
        ((0.0, 0.0), ShapeEdit(amounts=(1.0,)), False),
    ],
)
def test_calibrated_networks_are_not_asked_beside_the_picture(biases, edit, cut_off):
    """A picture half as wide as the ball: half of it is beside the cone, unless the shape was changed."""
    pixels = np.full((128, 128, 4), 255, np.uint8)
    pixels[..., 3] = disc(0.2)
    picture = PreparedImage(pixels, pixels, had_alpha=True, seconds=0.0)
    request = ReconRequest(image=picture, resolution=32, edit=edit, fairing=False)
    result = reconstruct(request, Seer(), ModelCard("test", small_config(biases=biases)), choose("cpu"))
    assert (result.points_evaluated < 33**3) is cut_off


def test_a_camera_that_looks_past_the_picture_shows_no_object():
    """The picture's object is beside all that can be asked: that is no fault of the network's numbers."""
    pixels = np.full((128, 128, 4), 255, np.uint8)
    pixels[..., 3] = disc(0.03, (0.95, 0.95))
    picture = PreparedImage(pixels, pixels, had_alpha=True, seconds=0.0)
    card = ModelCard("test", small_config(biases=(0.0, 0.0)))
    with pytest.raises(EmptyFieldError):
        reconstruct(ReconRequest(image=picture, resolution=32), Seer(), card, choose("cpu"))
