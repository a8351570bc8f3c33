import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.spatial import cKDTree
from skimage.measure import marching_cubes

from imrecon_gui.core import isosurface
from imrecon_gui.core.cell_triangles import (
    CENTRE,
    CORNERS,
    EDGES,
    FACES,
    cell_loops,
    cell_table,
    cell_triangles,
)
from imrecon_gui.core.errors import EmptyFieldError
from imrecon_gui.core.field import Field, sample_field
from imrecon_gui.core.isosurface import extract
from imrecon_gui.core.mesh_ops import is_watertight, volume
from imrecon_gui.core.types import FIELD_BOUND
from tests.unit.core.solids_for_tests import box, grid_points, noise_field, random_network, sphere


def areas(mesh):
    a, b, c = mesh.vertices.astype(np.float64)[mesh.faces.T]
    return np.linalg.norm(np.cross(b - a, c - a), axis=1) / 2


def is_vertex_manifold(mesh):
    """Whether the faces around each vertex form one fan: the edges opposite to it make one circle."""
    for v in range(len(mesh.vertices)):
        around = mesh.faces[(mesh.faces == v).any(1)]
        rolled = np.array([np.roll(f, -int(np.flatnonzero(f == v)[0])) for f in around])
        after = dict(zip(rolled[:, 1].tolist(), rolled[:, 2].tolist(), strict=True))
        at, n = rolled[0, 1].item(), 0
        while n <= len(after):
            at, n = after[at], n + 1
            if at == rolled[0, 1]:
                break
        if n != len(rolled):
            return False
    return True


def assert_sound(mesh):
    assert is_watertight(mesh)
    assert volume(mesh) > 0
    assert areas(mesh).min() > 0
    assert len(np.unique(mesh.vertices, axis=0)) == len(mesh.vertices)
    assert len(np.unique(mesh.faces)) == len(mesh.vertices)


@pytest.mark.parametrize("resolution", [32, 48, 64, 96, 127, 128])
def test_sphere_has_its_radius_centre_and_volume_to_a_tenth_of_a_cell(resolution):
    mesh = extract(sample_field(sphere(0.4), resolution))
    tenth = 0.1 * 2 * FIELD_BOUND / resolution
    radii = np.linalg.norm(mesh.vertices, axis=1)
    assert abs(radii - 0.4).max() < tenth
    assert abs((mesh.vertices.max(0) + mesh.vertices.min(0)) / 2).max() < tenth / 100
    assert abs((3 * volume(mesh) / (4 * np.pi)) ** (1 / 3) - 0.4) < tenth
    assert mesh.vertices.dtype == np.float32 and mesh.faces.dtype == np.int32
    assert_sound(mesh)


def test_sphere_off_centre_sits_where_it_should():
    mesh = extract(sample_field(sphere(0.2, (0.1, -0.2, 0.3)), 96))
    middle = (mesh.vertices.max(0) + mesh.vertices.min(0)) / 2
    np.testing.assert_allclose(middle, (0.1, -0.2, 0.3), atol=0.1 * 1.1 / 96)


def test_faces_look_outward():
    mesh = extract(sample_field(sphere(0.4), 32))
    a, b, c = mesh.vertices[mesh.faces.T]
    assert (np.einsum("ij,ij->i", np.cross(b - a, c - a), a + b + c) > 0).all()


def test_box_has_its_extents():
    low, high = (-0.41, -0.22, -0.13), (0.37, 0.31, 0.08)
    mesh = extract(sample_field(box(low, high), 64))
    np.testing.assert_allclose(mesh.vertices.min(0), low, atol=0.1 * 1.1 / 64)
    np.testing.assert_allclose(mesh.vertices.max(0), high, atol=0.1 * 1.1 / 64)
    assert volume(mesh) == pytest.approx(0.78 * 0.53 * 0.21, rel=0.01)


def test_level_moves_the_surface():
    # The field is 10 (0.4 - r), so value 1 lies at radius 0.3.
    mesh = extract(sample_field(sphere(0.4), 64, level=1.0), 1.0)
    assert abs(np.linalg.norm(mesh.vertices, axis=1) - 0.3).max() < 0.1 * 1.1 / 64


def test_a_linear_field_is_met_exactly():
    # Between the nodes interpolation is linear, so a plane's vertices lie on it to rounding.
    points = grid_points(16)
    values = (points @ np.array([1.0, 2.0, -0.5], np.float32) - 0.0123).astype(np.float32)
    values[[0, -1]] = values[:, [0, -1]] = values[:, :, [0, -1]] = -1
    mesh = extract(Field(values, 16))
    cell = 1.1 / 16
    inner = (abs(mesh.vertices) < FIELD_BOUND - 1.01 * cell).all(1)
    distance = mesh.vertices[inner] @ (1.0, 2.0, -0.5) - 0.0123
    assert inner.sum() > 100
    assert abs(distance).max() < 2 * cell * isosurface.CLOSEST_TO_NODE * 2.3


@pytest.mark.parametrize("values", [np.full((9, 9, 9), -1.0), np.zeros((9, 9, 9))])
def test_nothing_inside_is_an_empty_field(values):
    with pytest.raises(EmptyFieldError, match="no object") as caught:
        extract(Field(values.astype(np.float32), 8))
    assert caught.value.hint


def test_a_full_field_becomes_the_cube():
    mesh = extract(sample_field(lambda points: points[:, 0] * 0 + 5, 32))
    assert_sound(mesh)
    assert volume(mesh) == pytest.approx(1.1**3, rel=0.01)


@pytest.mark.parametrize("seed", range(3))
def test_random_networks_give_sound_meshes(seed):
    assert_sound(extract(sample_field(random_network(seed), 48)))


@pytest.mark.parametrize("kind", ["normal", "signs", "zeros", "huge"])
@pytest.mark.parametrize("seed", range(3))
def test_noise_gives_sound_meshes(seed, kind):
    noise = np.random.default_rng(seed).normal(size=(15, 15, 15))
    values = {
        "normal": noise,
        "signs": np.sign(noise),
        "zeros": np.round(noise),
        "huge": noise * 10.0 ** np.random.default_rng(seed + 9).integers(-9, 9, noise.shape),
    }[kind]
    assert_sound(extract(noise_field(values)))


@given(arrays(np.float32, (3, 3, 3), elements=st.sampled_from([-2.0, -1.0, -1e-9, 0.0, 1e-9, 1.0, 3.0])))
@settings(max_examples=40, deadline=None)
def test_every_small_field_gives_a_manifold(values):
    if not (values > 0).any():
        return
    mesh = extract(noise_field(values))
    assert_sound(mesh)
    assert is_vertex_manifold(mesh)


def test_the_refined_field_gives_the_mesh_of_the_dense_one():
    decode = random_network(3, frequency=2.0)  # no islands that fit between the coarse nodes
    refined = sample_field(decode, 64)
    every = decode(torch.from_numpy(grid_points(64).reshape(-1, 3))).numpy().reshape(65, 65, 65)
    dense_values = refined.values.copy()
    dense_values[1:-1, 1:-1, 1:-1] = every[1:-1, 1:-1, 1:-1]
    fine, dense = extract(refined), extract(Field(dense_values, 64))
    np.testing.assert_array_equal(fine.faces, dense.faces)
    np.testing.assert_allclose(fine.vertices, dense.vertices, atol=1e-4)


def test_agrees_with_skimage_on_a_smooth_field():
    field = sample_field(sphere(0.37, (0.03, 0.01, -0.05)), 48)
    vertices, _, _, _ = marching_cubes(field.values, 0.0)
    theirs = vertices * 2 * FIELD_BOUND / 48 - FIELD_BOUND
    ours = extract(field).vertices
    assert len(ours) == len(theirs)
    assert cKDTree(theirs).query(ours)[0].max() < 2 * isosurface.CLOSEST_TO_NODE * 1.1 / 48


def test_table_has_one_crossing_per_changed_edge_and_no_diagonal_within_a_face():
    faces_of = [{f for f, face in enumerate(FACES) if set(edge) <= set(face)} for edge in EDGES]
    for pattern in range(256):
        changed = {e for e, (a, b) in enumerate(EDGES) if (pattern >> a & 1) != (pattern >> b & 1)}
        loops = cell_loops(pattern, 0)
        assert sorted(e for loop in loops for e in loop) == sorted(changed)
        sides = {frozenset((a, b)) for loop in loops for a, b in zip(loop, loop[1:] + loop[:1], strict=True)}
        for triangle in cell_triangles(pattern, 0):
            for a, b in zip(triangle, triangle[1:] + triangle[:1], strict=True):
                if max(a, b) < CENTRE and frozenset((a, b)) not in sides:
                    assert not faces_of[a] & faces_of[b]


def test_table_rows_exist_exactly_for_decisions_on_alternating_faces():
    table = cell_table()
    for pattern in range(256):
        allowed = [j for j in range(64) if not j & ~int(table.alternating[pattern])]
        assert (np.flatnonzero(table.row[pattern] >= 0) == allowed).all()


def test_single_corner_is_cut_off_outward():
    # The corner at the origin is inside, so the triangle must look along (1, 1, 1).
    (triangle,) = cell_triangles(1, 0)
    a, b, c = (np.mean(CORNERS[list(EDGES[e])], axis=0) for e in triangle)
    np.testing.assert_allclose(np.cross(b - a, c - a), (0.25, 0.25, 0.25))
