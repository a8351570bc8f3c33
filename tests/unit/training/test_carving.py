"""Found soups become solids: holes, inner walls, flipped faces, sheets and thin rods."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
import trimesh

from imrecon_gui.core.errors import MeshFileError
from imrecon_gui.core.types import FIELD_BOUND
from tests.unit.training.found_meshes import box, soup
from training.meshes.carving import Carver
from training.meshes.solid import carve, sample

POINTS = np.random.default_rng(3).uniform(-FIELD_BOUND, FIELD_BOUND, (6000, 3)).astype(np.float32)
HALF = np.array([0.5, 0.3, 0.2])


@pytest.fixture(scope="module")
def carver() -> Iterator[Carver]:
    with Carver(48, 384) as one:
        yield one


def away(points: np.ndarray, half: np.ndarray = HALF) -> np.ndarray:
    """How far points lie outside a box about the origin, negative inside: (n,)."""
    over = np.abs(points) - half
    return np.where((over < 0).all(1), over.max(1), np.linalg.norm(np.maximum(over, 0), axis=1))


def assert_is_the_box(inside: np.ndarray, points: np.ndarray = POINTS, but_for: float = 0.015) -> None:
    distance = away(points)
    sure = np.abs(distance) > but_for
    assert (inside[sure] == (distance[sure] < 0)).mean() == 1.0


def test_inner_walls_and_turned_faces_do_not_matter(carver):
    wall = trimesh.creation.box((0.02, 0.4, 0.3))
    triangles = np.concatenate([soup(box()), soup(wall), soup(box((0.9, 0.5, 0.3)))])
    assert_is_the_box(carve(carver, triangles, POINTS).inside)


def test_a_crack_lets_no_light_in(carver):
    lid = box().triangles[:, :, 1].min(1) > 0.29
    triangles = box().triangles.astype(np.float32)
    triangles[lid] *= np.float32([0.998, 1, 0.998])
    assert_is_the_box(carve(carver, triangles, POINTS).inside)


def test_an_open_box_is_hollow_unless_its_underside_is_closed(carver):
    walls = box().triangles[box().triangles[:, :, 1].max(1) > -0.29].astype(np.float32)
    hollow, filled = (carve(carver, walls, POINTS, from_below).inside for from_below in (True, False))
    assert not hollow[away(POINTS) < -0.02].any()
    assert filled[away(POINTS) < -0.02].all()


def test_a_sheet_has_a_thickness(carver):
    corners = np.array([[-0.5, 0, -0.5], [0.5, 0, -0.5], [0.5, 0, 0.5], [-0.5, 0, 0.5]], np.float32)
    heights = np.array([0.0, 0.002, -0.002, 0.008, -0.008], np.float32)
    points = np.stack([np.full(5, 0.2), heights, np.full(5, -0.1)], 1).astype(np.float32)
    inside = carve(carver, corners[[[0, 1, 2], [0, 2, 3]]], points).inside
    assert inside.tolist() == [True, True, True, False, False]


def test_thin_rods_survive(carver):
    rod = trimesh.creation.cylinder(0.005, 1.0).triangles.astype(np.float32)
    along = np.linspace(-0.45, 0.45, 50)
    points = np.stack([np.zeros(50), np.zeros(50), along], 1).astype(np.float32)
    assert carve(carver, rod, points).inside.all()
    assert not carve(carver, rod, points + np.float32([0.02, 0, 0])).inside.any()


def test_samples_are_those_of_made_shapes(carver):
    found = sample(carver, soup(box()), np.random.default_rng(0), n32=64, n64=128, n_free=200)
    centres = (np.argwhere(np.ones((64, 64, 64))) + 0.5) * 2 * FIELD_BOUND / 64 - FIELD_BOUND
    assert_is_the_box(found.voxels64.ravel(), centres)
    assert_is_the_box(found.labels, found.points)
    assert found.cells32.shape == (64, 3) and found.cells64.shape == (128, 3)
    assert np.abs(away(found.points)).max() < 0.2


def test_free_points_lie_near_what_is_seen(carver):
    inner = trimesh.creation.box((0.1, 0.1, 0.1))
    triangles = np.concatenate([soup(box()), *[soup(inner)] * 40])
    found = sample(carver, triangles, np.random.default_rng(0), n_free=500)
    assert (np.abs(away(found.points)) < 0.13).all()  # the inner box is 0.15 below the surface and more


def test_nothing_solid_is_said_so(carver):
    speck = np.array([[[-0.5, 0, 0], [0.5, 0, 0], [0.5, 1e-4, 0]]], np.float32)
    with pytest.raises(MeshFileError, match="solid"):
        sample(carver, speck, np.random.default_rng(0))
