"""Depths along rays through solids whose depths are known."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from imrecon_gui.core.types import FIELD_BOUND
from imrecon_gui.core.viewpoint import Viewpoint, project, seen
from training.rays import layer_loss, ray_layers
from training.sampling import cell_centres

SIDE = 64
CELL = 2 * FIELD_BOUND / SIDE
CENTRES = np.stack(np.meshgrid(*[cell_centres(SIDE)] * 3, indexing="ij"), -1)


def slabs(*spans: tuple[float, float]) -> np.ndarray:
    """Voxels filled where z lies in one of the spans and x and y within .3."""
    z, across = CENTRES[..., 2], np.abs(CENTRES[..., :2]).max(-1) < 0.3
    return (across & np.any([(a < z) & (z < b) for a, b in spans], 0)).astype(np.uint8)


def middles(n: int = 20) -> np.ndarray:
    cells = np.random.default_rng(0).integers(SIDE // 2 - 8, SIDE // 2 + 8, (n, 3))
    return CENTRES[tuple(cells.T)].astype(np.float32)


def layers_of(voxels: np.ndarray, view: Viewpoint, points: np.ndarray, inside: bool = False) -> np.ndarray:
    return ray_layers(voxels, view.array(), points, np.full(len(points), inside))[1]


def test_from_the_front_a_slab_s_faces_are_its_layers():
    layers = layers_of(slabs((-0.2, 0.1)), Viewpoint(), middles())
    np.testing.assert_allclose(layers, np.tile([0.1, -0.2, -0.2], (20, 1)), atol=CELL)


def test_of_two_slabs_the_last_exit_is_the_second_s():
    layers = layers_of(slabs((0.1, 0.3), (-0.4, -0.1)), Viewpoint(), middles())
    np.testing.assert_allclose(layers, np.tile([0.3, 0.1, -0.4], (20, 1)), atol=CELL)


def test_from_behind_near_and_far_change_places():
    layers = layers_of(slabs((-0.2, 0.1)), Viewpoint(azimuth_deg=180), middles())
    np.testing.assert_allclose(layers, np.tile([0.2, -0.1, -0.1], (20, 1)), atol=CELL)


def test_a_ray_beside_the_object_meets_nothing():
    edge = np.array([[0.5, 0.5, 0.0]], np.float32)
    assert np.isnan(layers_of(slabs((-0.2, 0.1)), Viewpoint(), edge)).all()


def test_a_plate_between_the_cells_is_met_where_its_points_are():
    """What is known of a point outweighs the middle of its cell; what lies before and behind stays."""
    plate = np.array([[0.1, 0.0, 0.31], [0.0, 0.2, 0.3], [0.1, 0.2, 0.29]], np.float32)
    empty, behind = slabs(), slabs((-0.4, -0.1))
    alone, before = (layers_of(voxels, Viewpoint(), plate, True) for voxels in (empty, behind))
    np.testing.assert_allclose(alone, plate[:, [2, 2, 2]], atol=CELL)
    assert np.array_equal(before[:, :2], alone[:, :2]) and (alone[:, 0] > alone[:, 1]).all()
    np.testing.assert_allclose(before[:, 2], -0.4, atol=CELL)
    np.testing.assert_allclose(layers_of(behind, Viewpoint(), plate)[:, 0], -0.1, atol=CELL)


@pytest.mark.parametrize("perspective", [0.0, 0.7])
def test_rays_pass_the_picture_where_their_points_appear(perspective):
    view = Viewpoint(40, 25, 3, perspective, 1.5, 0.05, -0.1).array()
    points = middles()
    places, _ = ray_layers(slabs((-0.2, 0.1)), view, points, np.zeros(len(points), bool))
    local = seen(torch.from_numpy(view), torch.from_numpy(points))
    expected = project(torch.from_numpy(view), local)
    np.testing.assert_allclose(places, expected.numpy(), atol=1e-5)


def test_the_first_entry_is_where_the_ray_meets_a_ball():
    """Under perspective, from above: every entry lies on the ball, and nearer than every exit."""
    ball = (np.linalg.norm(CENTRES, axis=-1) < 0.3).astype(np.uint8)
    view = Viewpoint(70, 30, 0, 0.6, 1.5).array()
    places, layers = ray_layers(ball, view, middles(), np.zeros(20, bool))
    across = places / view[4] * (1 - view[3] * layers[:, :1])
    np.testing.assert_allclose(np.hypot(np.linalg.norm(across, axis=1), layers[:, 0]), 0.3, atol=2 * CELL)
    assert (layers[:, 0] > layers[:, 1]).all()


def test_the_loss_counts_only_rays_that_meet_something():
    drawn = torch.full((1, 3, 8, 8), 0.25)
    truth = torch.tensor([[[0.25, 0.25, 0.45], [float("nan")] * 3]])
    loss = layer_loss(drawn, torch.zeros(1, 2, 2), truth)
    assert loss.item() == pytest.approx(0.2 / 3, abs=1e-6)
    assert layer_loss(drawn, torch.zeros(1, 1, 2), truth[:, 1:]).item() == 0
