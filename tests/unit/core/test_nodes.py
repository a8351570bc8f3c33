"""Fields kept in bricks near the surface are the fields kept whole."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from imrecon_gui.core import nodes as nodes_module
from imrecon_gui.core.fairing import fair_surface
from imrecon_gui.core.field import sample_field
from imrecon_gui.core.grid import mixed_cells
from imrecon_gui.core.isosurface import extract
from imrecon_gui.core.mesh_ops import is_watertight
from imrecon_gui.core.nodes import BRICK, BrickNodes, WholeNodes
from imrecon_gui.core.types import FIELD_BOUND
from tests.unit.core.solids_for_tests import box, random_network, sphere, union


def sampled(decode, resolution, monkeypatch, whole_most):
    monkeypatch.setattr(nodes_module, "WHOLE_MOST", whole_most)
    return sample_field(decode, resolution)


def everywhere(points):
    return torch.ones(len(points))


@pytest.mark.parametrize(
    "decode",
    [
        sphere(0.37, (0.05, -0.02, 0.01)),
        union(sphere(0.2, (-0.25, 0.0, 0.0)), box((0.1, 0.09, -0.2), (0.5, 0.11, 0.2))),
        random_network(3),
        everywhere,  # to the rim of the cube, where everything ends
    ],
    ids=["sphere", "sheet", "network", "all"],
)
@pytest.mark.parametrize("resolution", [64, 65, 100])
def test_bricks_give_the_same_mesh(decode, resolution, monkeypatch):
    whole = sampled(decode, resolution, monkeypatch, 256)
    fine = sampled(decode, resolution, monkeypatch, 32)
    assert whole.fine is None and isinstance(fine.fine, BrickNodes)
    assert fine.points_evaluated == whole.points_evaluated
    one, other = extract(whole), extract(fine)
    assert len(one.faces) > 1000 and len(one.faces) == len(other.faces)
    order, same = np.lexsort(one.vertices.T), np.lexsort(other.vertices.T)
    np.testing.assert_allclose(other.vertices[same], one.vertices[order], atol=1e-6)
    assert is_watertight(other)


def test_two_sizes_of_cells_in_bricks(monkeypatch):
    decode = union(sphere(0.3), box((-0.02, 0.27, -0.02), (0.02, 0.53, 0.02)))
    whole, fine = (sampled(decode, 128, monkeypatch, most) for most in (256, 32))
    assert fine.fine.side == 129 and len(fine.values) == 33
    one, other = extract(whole), extract(fine)
    assert len(one.faces) == len(other.faces) and one.vertices[:, 1].max() > 0.52


def test_only_bricks_near_the_surface_are_made(monkeypatch):
    fine = sampled(sphere(0.3), 128, monkeypatch, 32).fine
    all_bricks = (-(-fine.side // BRICK)) ** 3
    assert 0 < fine._n_bricks < all_bricks / 3


def test_a_brick_is_what_the_coarser_grid_says(monkeypatch):
    rng = np.random.default_rng(0)
    coarse = WholeNodes(rng.normal(size=(18, 18, 18)).astype(np.float32), rng.random((18, 18, 18)) < 0.5)
    whole, bricks = coarse.halved(32, -5.0), BrickNodes(coarse, 32, -5.0)
    nodes = rng.permutation(35**3)[:9000]
    np.testing.assert_array_equal(bricks.at(nodes), whole.at(nodes))
    np.testing.assert_array_equal(bricks.is_known(nodes), whole.is_known(nodes))
    np.testing.assert_array_equal(np.sort(bricks.unknown(nodes)), np.sort(whole.unknown(nodes)))
    assert (bricks.at(np.array([34, 34 * 35])) == -5).all()
    bricks.put(nodes[:100], np.full(100, 7.0, np.float32))
    assert (bricks.at(nodes[:100]) == 7).all() and bricks.is_known(nodes[:100]).all()


def test_crossed_cells_of_bricks_are_those_whose_corners_are_known():
    rng = np.random.default_rng(1)
    coarse = WholeNodes(rng.normal(size=(10, 10, 10)).astype(np.float32), np.ones((10, 10, 10), bool))
    bricks = BrickNodes(coarse, 18, -5.0)
    whole = coarse.halved(18, -5.0)
    assert len(bricks.crossed(0.0)) == 0, "nothing was looked at"
    unknown = bricks.unknown(np.arange(19**3))
    bricks.put(unknown, whole.at(unknown))
    np.testing.assert_array_equal(bricks.crossed(0.1), mixed_cells(whole.values > 0.1))


def test_coarser_fields_are_those_that_are_kept(monkeypatch):
    fine = sampled(sphere(0.3), 128, monkeypatch, 32)
    assert [step for step in range(1, 17) if fine.keeps(step)] == [4, 8, 16]
    assert fine.coarser(8).resolution == 16
    axis = np.linspace(-FIELD_BOUND, FIELD_BOUND, 17)
    distance = np.sqrt(sum(a**2 for a in np.meshgrid(axis, axis, axis, indexing="ij")))
    np.testing.assert_array_equal(fine.coarser(8).values > 0, distance < 0.3)
    with pytest.raises(ValueError, match="not kept"):
        fine.coarser(2)


def test_a_mesh_from_bricks_is_faired_too(monkeypatch):
    fine = sampled(sphere(0.3), 128, monkeypatch, 64)
    mesh = extract(fine)
    faired = fair_surface(mesh, fine)
    assert faired.vertices.shape == mesh.vertices.shape and is_watertight(faired)
