from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imrecon_gui.cli.outputs import plan, unique_stems
from imrecon_gui.core.errors import ExportError


def test_a_mesh_is_called_like_its_picture_and_lies_in_the_current_folder():
    assert plan([Path("photos/red chair.v2.png")], None, None) == [Path("red chair.v2.stl")]


def test_a_folder_and_a_format_apply_to_all():
    assert plan([Path("a.png"), Path("b.jpg")], Path("meshes"), "obj") == [
        Path("meshes/a.obj"),
        Path("meshes/b.obj"),
    ]


@pytest.mark.parametrize("name", ["x.glb", "x.GLB", "deep/x.3mf", "x.ply"])
def test_a_file_name_is_taken_as_it_is(name):
    assert plan([Path("a.png")], Path(name), None) == [Path(name)]


def test_a_folder_may_look_like_a_file(tmp_path):
    folder = tmp_path / "old.stl"
    folder.mkdir()

    assert plan([Path("a.png")], folder, None) == [folder / "a.stl"]


@pytest.mark.parametrize(
    ("images", "target", "format_name", "says"),
    [
        (["a.png", "b.png"], "x.stl", None, "2 pictures"),
        (["a.png"], "x.stl", "obj", "-f for obj"),
        (["a.png"], "x.fbx", None, "x.fbx is neither"),
    ],
)
def test_a_contradiction_is_explained(images, target, format_name, says):
    with pytest.raises(ExportError, match=says) as caught:
        plan([Path(image) for image in images], Path(target), format_name)

    assert caught.value.hint


def test_repeated_stems_are_numbered_around_real_ones():
    assert unique_stems(["chair", "chair", "chair-2", "Chair"]) == ["chair", "chair-3", "chair-2", "Chair-4"]


@given(st.lists(st.sampled_from(["a", "A", "a-2", "a-2-2", "b", "A-3"]), max_size=12))
def test_no_two_meshes_share_a_name_even_where_case_does_not_count(stems):
    names = unique_stems(stems)

    assert len({name.casefold() for name in names}) == len(stems)
    assert all(name.startswith(stem) for name, stem in zip(names, stems, strict=True))
