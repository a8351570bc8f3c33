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


def middle_cells(n: int = 20) -> np.ndarray:
    return np.random.default_rng(0).integers(SIDE // 2 - 8, SIDE // 2 + 8, (n, 3)).astype(np.uint8)


def test_from_the_front_a_slab_s_faces_are_its_layers():
    _, layers = ray_layers(slabs((-0.2, 0.1)), Viewpoint().array(), middle_cells())
    np.testing.assert_allclose(layers, np.tile([0.1, -0.2, -0.2], (20, 1)), atol=CELL)


def test_of_two_slabs_the_last_exit_is_the_second_s():
    _, layers = ray_layers(slabs((0.1, 0.3), (-0.4, -0.1)), Viewpoint().array(), middle_cells())
    np.testing.assert_allclose(layers, np.tile([0.3, 0.1, -0.4], (20, 1)), atol=CELL)


def test_from_behind_near_and_far_change_places():
    _, layers = ray_layers(slabs((-0.2, 0.1)), Viewpoint(azimuth_deg=180).array(), middle_cells())
    np.testing.assert_allclose(layers, np.tile([0.2, -0.1, -0.1], (20, 1)), atol=CELL)


def test_a_ray_beside_the_object_meets_nothing():
    edge = np.array([[60, 60, 32]], np.uint8)
    assert np.isnan(ray_layers(slabs((-0.2, 0.1)), Viewpoint().array(), edge)[1]).all()


@pytest.mark.parametrize("perspective", [0.0, 0.7])
def test_rays_pass_the_picture_where_their_cells_appear(perspective):
    view = Viewpoint(40, 25, 3, perspective, 1.5, 0.05, -0.1).array()
    cells = middle_cells()
    places, _ = ray_layers(slabs((-0.2, 0.1)), view, cells)
    centres = torch.from_numpy(CENTRES[tuple(cells.T)].astype(np.float32))
    expected = project(torch.from_numpy(view), seen(torch.from_numpy(view), centres))
    np.testing.assert_allclose(places, expected.numpy(), atol=1e-5)


def test_the_first_entry_is_where_the_ray_meets_a_ball():
    """Under perspective, from above: every entry lies on the ball, and nearer than every exit."""
    ball = (np.linalg.norm(CENTRES, axis=-1) < 0.3).astype(np.uint8)
    view = Viewpoint(70, 30, 0, 0.6, 1.5).array()
    places, layers = ray_layers(ball, view, middle_cells())
    across = places / view[4] * (1 - view[3] * layers[:, :1])
    np.testing.assert_allclose(np.hypot(np.linalg.norm(across, axis=1), layers[:, 0]), 0.3, atol=2 * CELL)
    assert (layers[:, 0] > layers[:, 1]).all()


def test_the_loss_counts_only_rays_that_meet_something():
    drawn = torch.full((1, 3, 8, 8), 0.25)
    truth = torch.tensor([[[0.25, 0.25, 0.45], [float("nan")] * 3]])
    loss = layer_loss(drawn, torch.zeros(1, 2, 2), truth)
    assert loss.item() == pytest.approx(0.2 / 3, abs=1e-6)
    assert layer_loss(drawn, torch.zeros(1, 1, 2), truth[:, 1:]).item() == 0
