"""The last session in a file: whole again when read, and harmless when broken."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from imrecon_gui.core import session_file
from imrecon_gui.core.image import prepare
from imrecon_gui.core.mend_steps import Pose
from imrecon_gui.core.mender import Mender
from imrecon_gui.core.session_file import Session, load_session, save_session
from imrecon_gui.core.shape_edit import Blend, ShapeEdit, Symmetry
from imrecon_gui.core.types import Seconds
from imrecon_gui.core.viewpoint import Viewpoint
from tests.gui.fakes import octahedron, result

PICTURE_FIELDS = ("cutout", "network_rgba", "photo")


@pytest.fixture(scope="module")
def image():
    """An orange block on a light ground, cut out."""
    rgb = np.full((60, 80, 3), 220.0) + np.random.default_rng(1).normal(0, 1, (60, 80, 3))
    rgb[15:45, 25:55] = (200, 110, 40)
    return prepare(np.clip(rgb, 0, 255).astype(np.uint8), "block")


@pytest.fixture
def file(tmp_path):
    return tmp_path / "deep" / "session.npz"


def back(session, file) -> Session:
    save_session(session, file)
    return load_session(file)


def assert_same_picture(found, image):
    for name in PICTURE_FIELDS:
        np.testing.assert_array_equal(getattr(found, name), getattr(image, name), name)
    assert (found.name, found.had_alpha, found.fill) == (image.name, image.had_alpha, image.fill)


def test_a_picture_comes_back_as_it_was(image, file, tmp_path):
    found = back(Session(image, None, tmp_path / "block.png", -3), file)
    assert_same_picture(found.image, image)
    assert found.image.mending is None and found.result is None
    assert (found.source, found.fullness) == (tmp_path / "block.png", -3)


def test_a_picture_without_its_background_comes_back(image, file):
    assert back(Session(replace(image, photo=None)), file).image.photo is None


def test_a_mended_picture_comes_back_and_can_be_mended_on(image, file):
    mender = Mender(image)
    mender.begin_stroke(40, 30, 8, adds=False)
    mender.end_stroke()
    mender.set_pose(Pose(90.0, 0.75))
    mended = mender.result()
    found = back(Session(mended), file).image
    assert_same_picture(found, mended)
    assert_same_picture(found.mending.source, image)
    np.testing.assert_array_equal(found.mending.alpha, mended.mending.alpha)
    assert found.mending.angle_deg == 90.0
    again = Mender(found)
    again.start_over()
    assert_same_picture(again.result(), image)


def test_a_result_comes_back(image, file):
    view = Viewpoint(30, 20, 10, 0.4, 1.5, 0.1, -0.1)
    made = replace(result(octahedron(), notes=("slow",)), viewpoint=view, seconds=Seconds(1, 2, 3, 4, 5, 6))
    made = replace(made, edit=ShapeEdit((0.5, -1.0), Symmetry.LEFT, 0.25), n_directions=6, cut=0.25)
    found = back(Session(image, made), file).result
    np.testing.assert_array_equal(found.mesh.vertices, made.mesh.vertices)
    np.testing.assert_array_equal(found.mesh.faces, made.mesh.faces)
    assert (found.mesh.vertices.dtype, found.mesh.faces.dtype) == (np.float32, np.int32)
    for name in set(vars(made)) - {"mesh", "notes"}:
        assert getattr(found, name) == getattr(made, name), name


def test_a_large_mesh_is_left_out(image, file, monkeypatch):
    monkeypatch.setattr(session_file, "MOST_FACES", 7)
    assert back(Session(image, result(octahedron())), file).result is None


def test_what_makes_no_sense_is_a_value_error(image, file):
    with pytest.raises(ValueError, match="makes no sense"):
        load_session(file)
    save_session(Session(image), file)
    whole = file.read_bytes()
    for broken in (b"", b"words", whole[: len(whole) // 2]):
        file.write_bytes(broken)
        with pytest.raises(ValueError, match="makes no sense"):
            load_session(file)


def test_a_file_of_another_version_is_refused(image, file, monkeypatch):
    monkeypatch.setattr(session_file, "FORMAT_VERSION", 2)
    save_session(Session(image), file)
    monkeypatch.undo()
    with pytest.raises(ValueError, match="format 2"):
        load_session(file)


def test_a_face_without_its_corner_is_refused(image, file):
    made = result(octahedron())
    made.mesh.faces[0, 0] = 6
    save_session(Session(image, made), file)
    with pytest.raises(ValueError, match="corner"):
        load_session(file)


def test_nothing_is_left_of_a_write_that_fails(image, file, monkeypatch):
    save_session(Session(image), file)
    before = file.read_bytes()
    monkeypatch.setattr(np, "savez", lambda *_a, **_k: (_ for _ in ()).throw(OSError("full")))
    with pytest.raises(OSError, match="full"):
        save_session(Session(replace(image, name="other")), file)
    assert file.read_bytes() == before and list(file.parent.iterdir()) == [file]


def test_a_second_picture_comes_back_with_its_share(image, file):
    other = replace(image, name="other", cutout=image.cutout[::-1].copy(), photo=None)
    made = replace(result(octahedron()), edit=ShapeEdit((0.5,), Symmetry.LEFT, 0.25, Blend(other, 0.75)))
    edit = back(Session(image, made), file).result.edit
    assert (edit.amounts, edit.symmetry, edit.cut, edit.share) == ((0.5,), Symmetry.LEFT, 0.25, 0.75)
    assert_same_picture(edit.blend.image, other)
