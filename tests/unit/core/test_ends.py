"""Ends drawn to where an object's box must be."""

from __future__ import annotations

import numpy as np
import pytest
import trimesh

from imrecon_gui.core.ends import fitted
from imrecon_gui.core.mesh_ops import is_watertight, vertex_normals
from imrecon_gui.core.types import Mesh


def _ball(radii: tuple[float, float, float], centre: tuple[float, float, float]) -> Mesh:
    ball = trimesh.creation.icosphere(subdivisions=4)
    vertices = (ball.vertices * radii + centre).astype(np.float32)
    bare = Mesh(vertices, ball.faces.astype(np.int32))
    return Mesh(bare.vertices, bare.faces, vertex_normals(bare))


def _box(mesh: Mesh) -> np.ndarray:
    return np.stack([mesh.vertices.min(0), mesh.vertices.max(0)])


@pytest.mark.parametrize("centre", [(0.0, 0.0, 0.0), (0.03, -0.02, 0.01)])
def test_box_is_centred_and_its_longest_side_one(centre: tuple[float, float, float]) -> None:
    low, high = _box(fitted(_ball((0.2, 0.47, 0.3), centre)))
    assert np.allclose(low, -high, atol=1e-6)
    assert (high - low).max() == pytest.approx(1.0, abs=1e-6)
    assert (high - low)[[0, 2]] == pytest.approx([0.4, 0.6], abs=0.01)


def test_a_mesh_that_fills_its_box_is_left_as_it_is() -> None:
    mesh = _ball((0.2, 0.5, 0.3), (0.0, 0.0, 0.0))
    assert np.allclose(fitted(mesh).vertices, mesh.vertices, atol=1e-6)


def test_the_inner_half_hardly_moves() -> None:
    mesh = _ball((0.2, 0.46, 0.3), (0.0, 0.02, 0.0))
    inner = np.abs(mesh.vertices[:, 1]) < 0.23
    moved = np.abs(fitted(mesh).vertices - mesh.vertices)
    assert moved[inner, 1].max() < 0.06 / 64
    assert moved[:, 1].max() == pytest.approx(0.06, abs=1e-3)


def test_the_surer_end_stays() -> None:
    """A table top is wide and the ends of legs are not: the legs are made longer, the top stays."""
    top = trimesh.creation.box((1.0, 0.05, 0.6)).subdivide_to_size(0.02)
    top.apply_translation((0.0, 0.3, 0.0))
    leg = trimesh.creation.box((0.04, 0.5, 0.04)).subdivide_to_size(0.02)
    mesh = trimesh.util.concatenate([top, leg])
    found = fitted(Mesh(mesh.vertices.astype(np.float32), mesh.faces.astype(np.int32)))
    low, high = _box(found)[:, 1]
    assert high == pytest.approx(0.325, abs=0.005)
    assert low == pytest.approx(-high, abs=1e-6)


@pytest.mark.parametrize("radii", [(0.5, 0.1, 0.1), (0.1, 0.3, 0.45)])
def test_nothing_folds_however_far_off_the_middle(radii: tuple[float, float, float]) -> None:
    centre = tuple(0.8 * r * s for r, s in zip(radii, (1, -1, 1), strict=True))
    mesh = _ball(radii, centre)  # type: ignore[arg-type]
    found = fitted(mesh)
    assert is_watertight(found)
    for axis in range(3):
        order = np.argsort(mesh.vertices[:, axis], kind="stable")
        assert np.all(np.diff(found.vertices[order, axis]) >= 0)


def test_normals_are_those_of_the_moved_surface() -> None:
    found = fitted(_ball((0.3, 0.4, 0.25), (0.02, 0.0, 0.01)))
    assert found.normals is not None
    cosines = (found.normals * vertex_normals(Mesh(found.vertices, found.faces))).sum(1)
    assert np.allclose(np.linalg.norm(found.normals, axis=1), 1, atol=1e-5)
    assert cosines.min() > 0.98


def test_an_empty_mesh_and_one_beside_the_origin_are_left_alone() -> None:
    empty = Mesh(np.zeros((0, 3), np.float32), np.zeros((0, 3), np.int32))
    beside = _ball((0.1, 0.1, 0.1), (0.3, 0.0, 0.0))
    assert fitted(empty) is empty
    assert fitted(beside) is beside
