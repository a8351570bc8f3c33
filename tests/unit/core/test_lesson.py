"""The steps of the lesson, on networks and solids whose answers are known."""

from __future__ import annotations

import math
from types import SimpleNamespace

import numpy as np
import pytest
import torch

from imrecon_gui.core.boxes import boxes
from imrecon_gui.core.card import ModelCard
from imrecon_gui.core.device import choose
from imrecon_gui.core.encoder import Encoding
from imrecon_gui.core.errors import ModelError
from imrecon_gui.core.field import Field
from imrecon_gui.core.job import Cancelled
from imrecon_gui.core.lesson import AXES, DIRECTIONS, SLICE_SIZE, Lesson, Nudge, direction, slice_points
from imrecon_gui.core.mesh_ops import volume
from imrecon_gui.core.types import FIELD_BOUND, PreparedImage
from tests.unit.core.networks import small_config, small_model
from tests.unit.core.solids_for_tests import box

PIXELS = np.full((128, 128, 4), 255, np.uint8)
PICTURE = PreparedImage(PIXELS, PIXELS, had_alpha=True)
BLOCK = ((-0.4, -0.2, -0.1), (0.3, 0.1, 0.2))
VOLUME = 0.7 * 0.3 * 0.3


class BlockModel(torch.nn.Module):
    """A network that sees one block, longer upwards by what its latent code gained."""

    def __init__(self, odds=None, sign=1.0):
        super().__init__()
        self._odds, self._sign = odds, sign
        self.decoder = SimpleNamespace(
            level=lambda threshold: math.log(threshold / (1 - threshold)), occupancy=torch.sigmoid
        )

    def encode(self, images, category=None):
        return Encoding(torch.tensor([[0.1, 0.0]]), self._odds)

    def bind(self, encoding):
        low, high = BLOCK
        gain = float(encoding.z.norm()) - 0.1
        solid = box(low, (high[0], high[1] + gain, high[2]))
        return lambda points: self._sign * solid(points)


def lesson(model=None, category="auto", **config):
    card = ModelCard("test", small_config(**config))
    return Lesson(PICTURE, model or BlockModel(), card, choose("cpu"), category)


def inside_block(points):
    return ((points > BLOCK[0]) & (points < BLOCK[1])).all(-1)


def test_the_reading_tells_code_odds_and_category():
    reading = lesson(BlockModel(torch.tensor([[0.0, math.log(3)]]))).reading
    np.testing.assert_allclose(reading.z, [0.1, 0.0])
    assert [name for name, _ in reading.probabilities] == ["chair", "car"]
    assert [share for _, share in reading.probabilities] == pytest.approx([0.75, 0.25])
    assert reading.category == "chair" and reading.viewpoint is None and reading.image is PICTURE


def test_a_category_is_told_and_must_be_known():
    assert lesson(category="car").reading.category == "car"
    with pytest.raises(ModelError):
        lesson(category="teapot")


def test_the_cloud_holds_every_node_from_bottom_to_top_with_its_own_answer():
    cloud = lesson().cloud(16)
    assert cloud.points.shape == (17**3, 3) and len(np.unique(cloud.points, axis=0)) == 17**3
    assert (np.diff(cloud.points[:, 1]) >= 0).all()
    np.testing.assert_array_equal(cloud.probabilities > 0.5, inside_block(cloud.points))


@pytest.mark.parametrize("axis", AXES)
def test_a_slice_shows_what_lies_on_its_plane(axis):
    field = lesson().slice(axis, 0.05)
    points = slice_points(axis, 0.05).reshape(SLICE_SIZE, SLICE_SIZE, 3)
    np.testing.assert_array_equal(field > 0.5, inside_block(points))
    assert 0 <= field.min() < 0.05 and field.max() <= 1
    assert not (lesson().slice(axis, 0.5) > 0.5).any()


@pytest.mark.parametrize(
    ("axis", "right", "up"),
    [("x", (0, 0, -1), (0, 1, 0)), ("y", (1, 0, 0), (0, 0, -1)), ("z", (1, 0, 0), (0, 1, 0))],
)
def test_slices_are_seen_from_the_positive_end(axis, right, up):
    points = slice_points(axis, 0.25).reshape(SLICE_SIZE, SLICE_SIZE, 3)
    np.testing.assert_allclose((points[0, -1] - points[0, 0]) / (2 * FIELD_BOUND), right, atol=1e-6)
    np.testing.assert_allclose((points[0, 0] - points[-1, 0]) / (2 * FIELD_BOUND), up, atol=1e-6)
    np.testing.assert_allclose(np.cross(right, up), np.eye(3)[AXES.index(axis)])
    np.testing.assert_allclose(points[..., AXES.index(axis)], 0.25)


def test_voxels_take_as_much_room_as_their_nodes():
    shape = lesson()
    cloud = shape.cloud(16)
    cell = 2 * FIELD_BOUND / 16
    assert volume(shape.voxels(16)) == pytest.approx((cloud.probabilities > 0.5).sum() * cell**3, rel=1e-4)


@pytest.mark.parametrize("resolution", [32, 128])
def test_meshes_come_nearer_with_every_step(resolution):
    mesh = lesson().mesh(resolution)
    assert volume(mesh) == pytest.approx(VOLUME, rel=1.6 / resolution)
    np.testing.assert_allclose(np.linalg.norm(mesh.normals, axis=1), 1, atol=1e-5)


def test_the_picture_s_own_level_moves_surface_and_probabilities_alike():
    plain, moved = lesson(), lesson(biases=(2.0, 2.0))
    assert abs(volume(moved.mesh(64)) / volume(plain.mesh(64)) - 1) > 0.1
    inside = (moved.cloud(60).probabilities > 0.5).sum() * (2 * FIELD_BOUND / 60) ** 3
    assert inside == pytest.approx(volume(moved.mesh(60)), rel=0.1)


def test_moving_the_code_moves_the_mesh_and_not_moving_it_does_not():
    shape = lesson()
    assert volume(shape.mesh(32, Nudge(1, 0.0))) == volume(shape.mesh(32))
    assert volume(shape.mesh(32, Nudge(1, 1.0))) > 1.1 * volume(shape.mesh(32))


def test_directions_are_fixed_different_and_of_one_length():
    drawn = np.stack([direction(i, 256) for i in range(DIRECTIONS)])
    np.testing.assert_allclose(np.linalg.norm(drawn, axis=1), 1, rtol=1e-5)
    assert np.abs(drawn @ drawn.T - np.eye(DIRECTIONS)).max() < 0.3
    np.testing.assert_array_equal(drawn[1], direction(1, 256))


def test_an_empty_field_is_nothing_and_no_error():
    shape = lesson(BlockModel(sign=-1.0))
    shape._sample = lambda *_: Field(np.full((17,) * 3, -1, np.float32), 16)
    assert shape.voxels(16) is None and shape.mesh(16) is None


def test_what_is_no_number_is_outside():
    model = BlockModel(sign=float("nan"))
    assert (lesson(model).slice("x", 0.0) == 0).all()


def test_every_step_can_be_cancelled():
    class Stop:
        def check(self):
            raise Cancelled

        def report(self, *_):
            pass

    shape = lesson()
    for step in (
        lambda: shape.cloud(16, Stop()),
        lambda: shape.slice("x", 0.0, Stop()),
        lambda: shape.voxels(16, Stop()),
        lambda: shape.mesh(16, job=Stop()),
    ):
        with pytest.raises(Cancelled):
            step()


def test_a_real_network_goes_through_all_steps():
    model = small_model()
    with torch.no_grad():
        model.decoder.layers[-1].bias += 6
    shape = Lesson(PICTURE, model, ModelCard("test", small_config()), choose("cpu"))
    assert shape.reading.z.shape == (5,)
    assert shape.slice("y", 0.0).shape == (SLICE_SIZE, SLICE_SIZE)
    assert volume(shape.voxels(16)) > 0 and volume(shape.mesh(16, Nudge(2, -0.5))) > 0


def test_one_node_is_one_box_and_neighbours_share_no_face():
    inside = np.zeros((5, 5, 5), bool)
    inside[1, 2, 3] = True
    one = boxes(inside)
    cell = 2 * FIELD_BOUND / 4
    assert len(one.faces) == 12 and volume(one) == pytest.approx(cell**3, rel=1e-5)
    np.testing.assert_allclose(one.vertices.mean(0), np.array([1, 2, 3]) * cell - FIELD_BOUND, atol=1e-6)
    inside[2, 2, 3] = True
    two = boxes(inside)
    assert len(two.faces) == 20 and volume(two) == pytest.approx(2 * cell**3, rel=1e-5)
    corner = two.vertices[two.faces]
    across = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    assert ((across * two.normals[two.faces[:, 0]]).sum(1) > 0).all()
    assert len(boxes(np.zeros((5, 5, 5), bool)).vertices) == 0
