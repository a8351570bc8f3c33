"""Mesh files of other programs, good and bad."""

import zipfile

import numpy as np
import pytest
import trimesh

from imrecon_gui.core import mesh_reading
from imrecon_gui.core.errors import MeshFileError
from imrecon_gui.core.export import export
from imrecon_gui.core.mesh_reading import read_mesh
from imrecon_gui.core.metrics import normalise
from imrecon_gui.core.types import Mesh


@pytest.fixture
def wedge() -> Mesh:
    """A solid that is unlike itself from every side."""
    box = trimesh.creation.box((0.4, 1.0, 0.6)).subdivide()
    box.vertices[box.vertices[:, 1] > 0.4, 2] += 0.3
    return normalise(Mesh(box.vertices.astype(np.float32), box.faces.astype(np.int32)))


@pytest.mark.parametrize("suffix", [".stl", ".obj", ".ply", ".glb", ".3mf"])
def test_what_the_program_writes_comes_back_as_it_was(tmp_path, wedge, suffix):
    path = tmp_path / f"wedge{suffix}"
    export(wedge, path)
    found = normalise(read_mesh(path))
    corners = np.unique(np.round(found.vertices[found.faces].reshape(-1, 3), 3) + 0.0, axis=0)
    wanted = np.unique(np.round(wedge.vertices, 3) + 0.0, axis=0)
    np.testing.assert_allclose(corners, wanted, atol=2e-3)


def test_several_parts_come_as_one_where_they_are(tmp_path):
    scene = trimesh.Scene()
    scene.add_geometry(trimesh.creation.box((1, 1, 1)))
    scene.add_geometry(
        trimesh.creation.box((1, 1, 1)), transform=trimesh.transformations.translation_matrix((5, 0, 0))
    )
    scene.export(tmp_path / "two.glb")
    found = read_mesh(tmp_path / "two.glb")
    assert len(found.faces) == 24
    assert np.ptp(found.vertices, axis=0) == pytest.approx([6, 1, 1])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.stl", b""),
        ("a.stl", b"nonsense" * 40),
        ("a.obj", b"v 0 0 0\nv 1 0 0\n"),
        ("a.obj", b"v nan 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n"),
        ("a.glb", b"glTF" + b"\x00" * 30),
        ("a.ply", b"ply\nformat ascii 1.0\nend_header\n"),
        ("a.3mf", b"PK no zip"),
        ("a.txt", b"hello"),
    ],
)
def test_bad_files_are_refused_in_one_sentence(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(MeshFileError) as caught:
        read_mesh(path)
    assert name in caught.value.message and caught.value.hint


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(MeshFileError):
        read_mesh(tmp_path / "none.stl")


def test_large_files_are_refused_unread(tmp_path, monkeypatch):
    path = tmp_path / "a.stl"
    path.write_bytes(b"x" * 2000)
    monkeypatch.setattr(mesh_reading, "MOST_BYTES", 1000)
    with pytest.raises(MeshFileError, match="too large"):
        read_mesh(path)
    with zipfile.ZipFile(tmp_path / "a.3mf", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("3D/3dmodel.model", "0" * 5000)
    assert (tmp_path / "a.3mf").stat().st_size < 1000
    with pytest.raises(MeshFileError, match="too large"):
        read_mesh(tmp_path / "a.3mf")


def test_too_many_faces_are_refused(tmp_path, wedge, monkeypatch):
    export(wedge, tmp_path / "a.ply")
    monkeypatch.setattr(mesh_reading, "MOST_FACES", 10)
    with pytest.raises(MeshFileError, match="faces"):
        read_mesh(tmp_path / "a.ply")
