"""Other programs' meshes with their colours: read, turned upright, drawn."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import trimesh

from imrecon_gui.core import mesh_reading
from imrecon_gui.core.errors import MeshFileError, TrainingError
from tests.unit.training.found_meshes import BLUE, BROKEN, RED, box, half_red, write_obj
from training.cameras import Camera
from training.lights import Lights
from training.meshes import reading
from training.meshes.axes import axes_of, turn
from training.meshes.paint import GREY
from training.meshes.reading import read
from training.painted import PaintedSoup
from training.render import Renderer

FLAT = Lights(
    key_colour=(0, 0, 0), fill_colour=(0, 0, 0), sky=(0.6, 0.6, 0.6), ground=(0.6, 0.6, 0.6), contact=0.0
)


def seen(soup: PaintedSoup, lights: Lights = FLAT) -> np.ndarray:
    """(64, 64, 4) from the front."""
    with Renderer(64) as renderer:
        return renderer.render(soup.placed(np.eye(3)).two_sided(), [Camera()], [lights])[0]


def assert_red_is_left(picture: np.ndarray) -> None:
    left, right = picture[32, 16].astype(int), picture[32, 48].astype(int)
    assert left[0] > 2 * left[2] and right[2] > 2 * right[0], (left, right)


@pytest.mark.parametrize("suffix", [".glb", ".obj"])
def test_pictures_are_drawn_where_they_belong(tmp_path, suffix):
    path = tmp_path / f"one{suffix}"
    half_red(box()).export(path)
    picture = seen(read(path))
    assert_red_is_left(picture)
    assert picture[32, 32, 3] == 255 and picture[2, 2, 3] == 0


def test_pictures_one_folder_up_are_found(tmp_path):
    path = write_obj(tmp_path / "models" / "one.obj", half_red(box()), "../images/texture0.png")
    assert_red_is_left(seen(read(path)))


def test_pictures_elsewhere_are_not_looked_for(tmp_path):
    path = write_obj(tmp_path / "a" / "b" / "one.obj", half_red(box()), "../../secret.png")
    assert read(path).pictures.min() == 255


def test_faces_turned_over_are_drawn_alike(tmp_path):
    sound, turned = half_red(box()), half_red(box())
    turned.faces[::2] = turned.faces[::2, ::-1]
    for name, mesh in (("sound", sound), ("turned", turned)):
        mesh.export(tmp_path / f"{name}.glb")
    one, other = (seen(read(tmp_path / f"{name}.glb")).astype(int) for name in ("sound", "turned"))
    assert np.abs(one - other).max() <= 3


def test_clay_covers_pictures(tmp_path):
    half_red(box()).export(tmp_path / "one.glb")
    grey = seen(read(tmp_path / "one.glb"), Lights(clay=(0.5, 0.5, 0.5)))
    assert np.ptp(grey[32, 20:44, :3].astype(int), axis=-1).max() <= 2


@pytest.mark.parametrize("what", ["vertex_colors", "face_colors"])
def test_colours_without_a_picture(tmp_path, what):
    mesh = box()
    left = (mesh.vertices if what == "vertex_colors" else mesh.triangles_center)[:, 0] < 0
    setattr(mesh.visual, what, np.where(left[:, None], (*RED, 255), (*BLUE, 255)))
    mesh.export(tmp_path / "one.ply")
    soup = read(tmp_path / "one.ply")
    lefts = soup.vertices[:, 0] < -0.4
    if what == "vertex_colors":
        np.testing.assert_allclose(
            soup.tints[lefts], np.tile(np.array(RED) / 255, (lefts.sum(), 1)), atol=0.01
        )
    assert soup.materials[0].colour == (1.0, 1.0, 1.0)


def test_a_bare_mesh_is_grey(tmp_path):
    box().export(tmp_path / "one.off")
    soup = read(tmp_path / "one.off")
    assert soup.materials[0].colour == GREY and len(soup.vertices) == 36


def test_parts_lie_where_the_scene_has_them(tmp_path):
    scene = trimesh.Scene([half_red(box())])
    scene.add_geometry(box(), transform=trimesh.transformations.translation_matrix([0, 2, 0]))
    scene.export(tmp_path / "two.glb")
    soup = read(tmp_path / "two.glb")
    assert len(soup.materials) == 2
    assert np.ptp(soup.vertices[:, 1]) == pytest.approx(2.6, abs=1e-5)


def test_triangles_that_are_nowhere_are_left_out(tmp_path):
    path = write_obj(tmp_path / "one.obj", box())
    path.write_text(path.read_text() + "\nv nan 0 0\nf 1 2 9\nf 1 1 2\n")
    assert len(read(path).vertices) == 36


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.obj", BROKEN, "a.obj"),
        ("a.glb", b"glTF", "cannot be read"),
        ("a.stl", b"", "a.stl"),
        ("a.ply", b"ply\nformat ascii 1.0\nelement vertex 0\nend_header\n", "a.ply"),
        ("a.txt", b"", "no mesh"),
    ],
)
def test_broken_files_are_named(tmp_path, name, data, words):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(MeshFileError, match=words):
        read(tmp_path / name)


def test_large_files_are_refused_before_they_are_read(tmp_path, monkeypatch):
    box().export(tmp_path / "one.stl")
    monkeypatch.setattr(mesh_reading, "MOST_BYTES", 100)
    monkeypatch.setattr(reading, "_meshes", lambda path: pytest.fail("was read"))
    with pytest.raises(MeshFileError, match="too large"):
        read(tmp_path / "one.stl")


def test_collada_without_its_reader_is_said_so(tmp_path, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    (tmp_path / "one.dae").write_text("<COLLADA/>")
    with pytest.raises(MeshFileError, match="Collada"):
        read(tmp_path / "one.dae")


@pytest.mark.parametrize(
    ("up", "front", "place", "becomes"),
    [
        ("+y", "+z", (1, 2, 3), (1, 2, 3)),
        ("y", "-z", (1, 2, 3), (-1, 2, -3)),
        ("+z", "-y", (1, 2, 3), (1, 3, -2)),
        ("z", "x", (1, 2, 3), (2, 3, 1)),
    ],
)
def test_axes(up, front, place, becomes):
    matrix = turn(up, front)
    assert tuple(matrix @ np.array(place)) == becomes
    assert np.linalg.det(matrix) == pytest.approx(1)


@pytest.mark.parametrize(
    ("up", "front", "words"), [("w", "+z", "w"), ("+y", "-y", "face"), ("", "+z", "axis")]
)
def test_wrong_axes_are_named(up, front, words):
    with pytest.raises(TrainingError, match=words):
        turn(up, front)


def test_printers_files_stand_on_z():
    assert axes_of(".STL") == ("+z", "-y") and axes_of(Path("a.glb").suffix) == ("+y", "+z")
