import numpy as np
import pytest
import trimesh

from imrecon_gui.core.field import sample_field
from imrecon_gui.core.isosurface import extract
from imrecon_gui.core.job import Cancelled
from imrecon_gui.core.mesh_ops import (
    clean,
    components,
    is_watertight,
    vertex_normals,
    volume,
    winding_number,
    with_normals,
)
from imrecon_gui.core.types import Mesh
from tests.stopped import Stopped
from tests.unit.core.solids_for_tests import box_mesh, joined, noise_field, sphere, union, without

BOX_VOLUME = 1.0 * 0.5 * 0.2


def soup(mesh):
    """The same triangles with no vertex shared."""
    return Mesh(
        mesh.vertices[mesh.faces].reshape(-1, 3),
        np.arange(3 * len(mesh.faces), dtype=np.int32).reshape(-1, 3),
    )


def test_volume_is_signed():
    assert volume(box_mesh()) == pytest.approx(BOX_VOLUME)
    assert volume(box_mesh(inward=True)) == pytest.approx(-BOX_VOLUME)
    assert volume(Mesh(np.zeros((0, 3), np.float32), np.zeros((0, 3), np.int32))) == 0


def test_watertight_means_two_faces_an_edge_in_opposite_directions():
    box = box_mesh()
    flipped = box.faces.copy()
    flipped[0] = flipped[0, ::-1]
    assert is_watertight(box)
    assert not is_watertight(Mesh(box.vertices, box.faces[1:]))
    assert not is_watertight(Mesh(box.vertices, flipped))
    assert not is_watertight(Mesh(box.vertices, np.concatenate([box.faces, box.faces])))
    assert not is_watertight(soup(box))
    assert not is_watertight(Mesh(box.vertices, box.faces[:0]))


def test_components_are_numbered_from_zero():
    labels = components(joined(box_mesh(), box_mesh((2, 2, 2), (3, 3, 3)), box_mesh((5, 5, 5), (6, 6, 6))))
    assert labels.tolist() == [0] * 12 + [1] * 12 + [2] * 12


def test_components_ignore_unused_vertices():
    box = box_mesh()
    mesh = Mesh(np.concatenate([[[9, 9, 9]], box.vertices]).astype(np.float32), box.faces + 1)
    assert components(mesh).tolist() == [0] * 12


def test_normals_of_a_sphere_point_from_its_centre():
    mesh = extract(sample_field(sphere(0.4), 64))
    normals = vertex_normals(mesh)
    radial = mesh.vertices / np.linalg.norm(mesh.vertices, axis=1, keepdims=True)
    np.testing.assert_allclose(np.linalg.norm(normals, axis=1), 1, atol=1e-5)
    assert np.einsum("ij,ij->i", normals, radial).min() > 0.99
    assert normals.dtype == np.float32


def test_normals_are_added_where_there_are_none():
    mesh = box_mesh()
    given = with_normals(mesh)
    np.testing.assert_array_equal(given.normals, vertex_normals(mesh))
    assert given.faces is mesh.faces and with_normals(given) is given


def test_crumbs_go_and_parts_stay():
    # Radii .3, .1 and .03: volumes in the ratio 1 : .037 : .001.
    decode = union(sphere(0.3), sphere(0.1, (0.45, 0.3, 0)), sphere(0.03, (-0.4, -0.4, 0)))
    mesh = clean(extract(sample_field(decode, 96)))
    assert components(mesh).max() == 1
    assert volume(mesh) == pytest.approx(4 / 3 * np.pi * (0.3**3 + 0.1**3), rel=0.01)
    assert mesh.vertices[:, 0].min() > -0.31
    assert components(clean(extract(sample_field(decode, 96)), 0.0)).max() == 2
    assert components(clean(extract(sample_field(decode, 96)), 0.1)).max() == 0


def test_cavities_are_filled_with_what_is_in_them():
    hollow = without(sphere(0.45), sphere(0.3))
    mesh = clean(extract(sample_field(union(hollow, sphere(0.2)), 64)))
    assert components(mesh).max() == 0
    assert volume(mesh) == pytest.approx(4 / 3 * np.pi * 0.45**3, rel=0.01)
    assert is_watertight(mesh)


def test_a_mesh_inside_out_is_turned():
    mesh = clean(box_mesh(inward=True))
    assert volume(mesh) == pytest.approx(BOX_VOLUME)
    a = mesh.vertices[mesh.faces[:, 0]]
    face_normals = trimesh.Trimesh(mesh.vertices, mesh.faces, process=False).face_normals
    assert (np.einsum("ij,ij->i", face_normals, a) > 0).all()


def test_triangle_soup_is_welded():
    mesh = clean(soup(box_mesh()))
    assert len(mesh.vertices) == 8 and len(mesh.faces) == 12
    assert is_watertight(mesh)
    assert volume(mesh) == pytest.approx(BOX_VOLUME)


def test_collapsed_faces_are_removed_without_opening_the_mesh():
    # An edge of the box is split by a sliver: its two far vertices lie at the same place.
    box = box_mesh()
    twin = len(box.vertices)
    vertices = np.concatenate([box.vertices, box.vertices[:1]])
    faces = [
        [twin if v == 0 and i in moved else v for v in f]
        for i, f in enumerate(box.faces)
        for moved in [{0, 1}]
    ]
    opened = Mesh(vertices, np.array(faces, np.int32))
    assert not is_watertight(opened)
    assert is_watertight(clean(opened))
    assert len(clean(opened).vertices) == 8


def test_zero_and_minus_zero_are_one_place():
    mesh = soup(box_mesh((0, 0, 0), (1, 1, 1)))
    vertices = mesh.vertices.copy()
    vertices[::2] *= np.where(vertices[::2] == 0, -1, 1).astype(np.float32)
    assert is_watertight(clean(Mesh(vertices, mesh.faces)))


def test_closed_pieces_that_touch_stay_closed():
    # Welding these two boxes along their common edge would give four faces to that edge.
    mesh = joined(box_mesh((0, 0, 0), (1, 1, 1)), box_mesh((1, 1, 0), (2, 2, 1)))
    assert is_watertight(mesh)
    assert is_watertight(clean(mesh))
    assert volume(clean(mesh)) == pytest.approx(2)


def test_winding_number_tells_inside_from_outside():
    assert winding_number(box_mesh(), np.array([0.1, 0.2, 0.05])) == pytest.approx(1)
    assert winding_number(box_mesh(), np.array([0.1, 0.2, 0.15])) == pytest.approx(0, abs=1e-9)
    assert winding_number(box_mesh(inward=True), np.zeros(3)) == pytest.approx(-1)


@pytest.mark.parametrize("seed", range(4))
def test_cleaned_noise_is_a_closed_solid(seed):
    values = np.random.default_rng(seed).normal(size=(15, 15, 15)) + 0.5
    mesh = clean(extract(noise_field(values)))
    assert is_watertight(mesh)
    shells = trimesh.Trimesh(mesh.vertices, mesh.faces, process=False).split(only_watertight=False)
    assert all(shell.volume > 0 for shell in shells)
    assert mesh.normals is not None and len(mesh.normals) == len(mesh.vertices)
    assert len(np.unique(mesh.faces)) == len(mesh.vertices)


def test_an_empty_mesh_stays_empty():
    empty = clean(Mesh(np.zeros((0, 3), np.float32), np.zeros((0, 3), np.int32)))
    assert empty.faces.shape == (0, 3) and empty.vertices.shape == (0, 3)


def test_cleaning_can_be_cancelled():
    with pytest.raises(Cancelled):
        clean(box_mesh(), job=Stopped())
