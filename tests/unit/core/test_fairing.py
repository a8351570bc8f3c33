"""Ripples go, edges and volumes stay."""

import numpy as np
import pytest
import torch

from imrecon_gui.core.fairing import fair, fair_surface
from imrecon_gui.core.field import Field, sample_field
from imrecon_gui.core.isosurface import extract
from imrecon_gui.core.job import Cancelled
from imrecon_gui.core.mesh_ops import is_watertight, volume
from imrecon_gui.core.types import Mesh
from tests.stopped import Stopped
from tests.unit.core.solids_for_tests import box, noise_field, sphere

LOW, HIGH = (-0.3, -0.2, -0.4), (0.3, 0.2, 0.4)


def rippled(decode, height=0.003, waves=60.0):
    """The same solid with a surface of small waves along two axes."""
    return lambda points: decode(points) + 10 * height * torch.sin(waves * points[:, :2]).sum(1)


def surface(decode, resolution):
    field = sample_field(decode, resolution)
    return field, extract(field)


def tilt(mesh):
    """Mean angle between faces and the axis nearest to them, in radians, by area."""
    a, b, c = mesh.vertices[mesh.faces.T].astype(np.float64)
    normals = np.cross(b - a, c - a)
    areas = np.linalg.norm(normals, axis=1)
    cosines = np.abs(normals).max(1) / np.maximum(areas, 1e-20)
    return np.average(np.arccos(np.minimum(cosines, 1)), weights=areas)


@pytest.mark.parametrize("resolution", [48, 64, 67, 128, 192])
def test_flat_faces_lose_their_ripples_at_every_resolution(resolution):
    field, raw = surface(rippled(box(LOW, HIGH)), resolution)

    calm = fair_surface(raw, field)

    assert tilt(calm) < 0.5 * tilt(raw)
    assert volume(calm) == pytest.approx(volume(raw), rel=0.01)
    assert is_watertight(calm)


def test_round_stays_round():
    field, raw = surface(rippled(sphere(0.4)), 64)

    calm = fair_surface(raw, field)

    def off(mesh):
        return np.abs(np.linalg.norm(mesh.vertices, axis=1) - 0.4).mean()

    assert off(calm) < 0.8 * off(raw)
    assert np.linalg.norm(calm.normals, axis=1) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("resolution", [16, 64, 128])
def test_edges_stay_where_they_are(resolution):
    field, raw = surface(box(LOW, HIGH), resolution)

    calm = fair_surface(raw, field)

    cell = 1 / resolution
    assert np.linalg.norm(calm.vertices - raw.vertices, axis=1).max() < cell
    assert np.abs(calm.vertices).max(0) == pytest.approx(np.abs(raw.vertices).max(0), abs=0.3 * cell)


def test_a_thin_plate_keeps_its_thickness():
    field, raw = surface(box((-0.3, -0.02, -0.3), (0.3, 0.02, 0.3)), 64)

    calm = fair_surface(raw, field)

    assert volume(calm) == pytest.approx(volume(raw), rel=0.05)


def test_what_only_the_fine_grid_sees_stays_as_it_is():
    values = np.full((129, 129, 129), -1, np.float32)
    values[30:90, 65, 65] = 1  # the coarse grid has the even nodes
    field = Field(values, 128)
    raw = extract(field)

    assert fair_surface(raw, field) is raw


@pytest.mark.parametrize("seed", range(4))
def test_noise_stays_finite_and_closed(seed):
    field = noise_field(np.random.default_rng(seed).normal(size=(12, 12, 12)))
    mesh = extract(field, field.level)

    calm = fair_surface(mesh, field)

    assert np.isfinite(calm.vertices).all() and np.isfinite(calm.normals).all()
    assert is_watertight(calm) == is_watertight(mesh)


def test_slivers_open_edges_and_nothing_at_all_are_no_trouble():
    corners = np.float32([[0, 0, 0], [1, 0, 0], [0, 1, 0], [1, 1, 0.2], [0.5, 0, 0]])
    open_sheet = Mesh(corners, np.int32([[0, 1, 2], [1, 3, 2], [0, 4, 1]]))
    empty = Mesh(np.zeros((0, 3), np.float32), np.zeros((0, 3), np.int32))

    assert np.isfinite(fair(open_sheet).vertices).all()
    assert fair(empty) is empty


def test_colours_go_along():
    _, raw = surface(sphere(), 16)
    colours = np.zeros((len(raw.vertices), 3), np.uint8)

    assert fair(Mesh(raw.vertices, raw.faces, None, colours)).colours is colours


def test_fairing_can_be_cancelled():
    field, raw = surface(sphere(), 16)

    with pytest.raises(Cancelled):
        fair_surface(raw, field, Stopped())
