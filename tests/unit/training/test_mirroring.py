"""Mirrored rows of a batch: the same picture of the same object, seen in a mirror."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from imrecon_gui.core.viewpoint import project, seen
from training.dataset import Item
from training.mirroring import ACROSS_DEPTH, ACROSS_WIDTH, mirror_axis, mirrored, mirrored_viewpoint

AXES = [ACROSS_WIDTH, ACROSS_DEPTH]
NOTHING = np.zeros(0, np.float32)


def _row(rng: np.random.Generator, pictures: bool = True) -> Item:
    viewpoint = np.array([35.0, 20.0, 3.0, 0.4, 1.5, 0.1, -0.05], np.float32)
    draw = lambda *shape: rng.random(shape, np.float32)  # noqa: E731
    row = Item(
        draw(4, 8, 8),
        draw(1, 4, 4, 4),
        np.int64(0),
        draw(5, 3),
        draw(5),
        viewpoint,
        viewpoint,
        draw(6, 2),
        draw(6, 3),
    )
    if pictures:
        return row
    return row._replace(
        image=NOTHING, viewpoint=NOTHING, near_viewpoint=NOTHING, rays=NOTHING, layers=NOTHING
    )


@pytest.mark.parametrize("axis", AXES)
def test_mirrored_points_appear_where_the_mirrored_picture_shows_them(axis: int) -> None:
    rng = np.random.default_rng(0)
    row = _row(rng)
    twin = mirrored(row, axis)
    views = torch.from_numpy(np.stack([row.viewpoint, twin.viewpoint]))
    local = seen(views, torch.from_numpy(np.stack([row.points, twin.points])))
    here, there = project(views, local)
    assert torch.allclose(there, here * torch.tensor([-1.0, 1.0]), atol=1e-6)
    assert torch.allclose(local[0, :, 2], local[1, :, 2], atol=1e-6)  # and as deep
    assert 0 <= twin.viewpoint[0] < 360


@pytest.mark.parametrize("axis", AXES)
def test_picture_voxels_and_rays_are_mirrored_with_them(axis: int) -> None:
    row = _row(np.random.default_rng(1))
    twin = mirrored(row, axis)
    assert np.array_equal(twin.image, row.image[:, :, ::-1])
    assert np.array_equal(np.moveaxis(twin.voxels, 1 + axis, 0), np.moveaxis(row.voxels, 1 + axis, 0)[::-1])
    assert np.array_equal(twin.rays, row.rays * np.array([-1, 1], np.float32))
    assert np.array_equal(twin.layers, row.layers) and np.array_equal(twin.labels, row.labels)


@pytest.mark.parametrize("axis", AXES)
def test_the_mirror_image_of_the_mirror_image_is_the_row(axis: int) -> None:
    row = _row(np.random.default_rng(2))
    for one, two in zip(row, mirrored(mirrored(row, axis), axis), strict=True):
        assert np.allclose(one, two, atol=1e-4)


def test_a_row_without_a_picture_stays_without() -> None:
    twin = mirrored(_row(np.random.default_rng(3), pictures=False), ACROSS_WIDTH)
    assert twin.image.size == twin.viewpoint.size == twin.rays.size == 0
    assert mirrored_viewpoint(NOTHING, ACROSS_WIDTH).size == 0


def test_the_plane_is_the_one_that_halves_the_shapes() -> None:
    body = np.zeros((2, 8, 8, 8), np.uint8)
    body[:, 2:6, :, 2:6] = 1
    assert mirror_axis(body) == ACROSS_WIDTH
    handle = body.copy()
    handle[:, 6:, :, 3:5] = 1  # on the right
    assert mirror_axis(handle) == ACROSS_DEPTH
    handle[:, 3:5, :, 6:] = 1  # and before it
    assert mirror_axis(handle) is None
