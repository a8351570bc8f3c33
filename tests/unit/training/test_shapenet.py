"""ShapeNetCore's layout, built of boxes, with what is broken in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from imrecon_gui.core.errors import TrainingError
from tests.unit.training.found_meshes import BROKEN, box, half_red, write_obj
from training.meshes.axes import turn
from training.meshes.reading import read
from training.meshes.shapenet import NAMES, find_shapenet, is_shapenet
from training.meshes.sources import find_models

CHAIR, VESSEL, NEW = "03001627", "04530566", "09999999"
TAXONOMY = [
    {"synsetId": CHAIR, "name": "chair", "children": [], "numInstances": 5},
    {"synsetId": NEW, "name": "gizmo,gadget", "children": [], "numInstances": 1},
]
SPLIT = {"a": "train", "b": "val", "c": "test", "d": "train"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Version 2: five chairs (one without a file, one broken), a boat and a gizmo."""
    for model in "abc":
        write_obj(
            tmp_path / CHAIR / model / "models" / "model_normalized.obj",
            half_red(box()),
            "../images/texture0.png",
        )
    (tmp_path / CHAIR / "d" / "models").mkdir(parents=True)
    broken = tmp_path / CHAIR / "e" / "models" / "model_normalized.obj"
    broken.parent.mkdir(parents=True)
    broken.write_bytes(BROKEN)
    for synset in (VESSEL, NEW):
        write_obj(tmp_path / synset / "x" / "models" / "model_normalized.obj", box())
    (tmp_path / "taxonomy.json").write_text(json.dumps(TAXONOMY))
    rows = [f"{i:06},{CHAIR.lstrip('0')},{CHAIR},{m},{part}" for i, (m, part) in enumerate(SPLIT.items())]
    (tmp_path / "all.csv").write_text("\n".join(["id,synsetId,subSynsetId,modelId,split", *rows]))
    return tmp_path


def test_the_layout_is_known(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert is_shapenet(root)
    plain = tmp_path_factory.mktemp("plain")
    (plain / "chair").mkdir()
    assert not is_shapenet(plain) and not is_shapenet(plain / "nowhere")


def test_categories_have_names(root: Path) -> None:
    assert {model.category for model in find_shapenet(root)} == {"chair", "boat", "gizmo"}
    assert len(NAMES) == 55 and len(set(NAMES.values())) == 55


def test_the_official_split_holds(root: Path) -> None:
    held = {model.name: model.held for model in find_shapenet(root, ["chair"])}
    assert held == {"a": False, "b": True, "d": False, "e": False}  # c is for testing; nobody speaks of e


def test_broken_entries_are_there_to_be_reported(root: Path) -> None:
    from imrecon_gui.core.errors import MeshFileError

    models = {model.name: model for model in find_shapenet(root, [CHAIR])}
    for name in "de":
        with pytest.raises(MeshFileError):
            read(models[name].path)


def test_models_face_us_with_their_pictures(root: Path) -> None:
    model = find_shapenet(root, ["chair"])[0]
    soup = read(model.path)
    assert soup.pictures.shape[1] > 8
    place = turn(model.up, model.front) @ soup.vertices[0]
    assert tuple(place) == pytest.approx(tuple(soup.vertices[0] * [-1, 1, -1]))


def test_version_1(tmp_path: Path) -> None:
    for model in "ab":
        write_obj(tmp_path / CHAIR / model / "model.obj", box())
    models = find_shapenet(tmp_path)
    assert [model.name for model in models] == ["a", "b"] and {m.category for m in models} == {"chair"}
    assert {model.held for model in models} == {True, False} and read(models[0].path)


def test_other_folders_are_taken_as_they_are(root: Path) -> None:
    assert {model.category for model in find_models(root)} == {CHAIR, VESSEL, NEW}


def test_unknown_categories_are_named(root: Path) -> None:
    with pytest.raises(TrainingError, match="mug"):
        find_shapenet(root, ["mug"])


@pytest.mark.parametrize(("table", "text"), [("taxonomy.json", "{"), ("all.csv", "a,b\n1,2\n")])
def test_tables_that_cannot_be_read_are_named(root: Path, table: str, text: str) -> None:
    (root / table).write_text(text)
    with pytest.raises(TrainingError, match=table):
        find_shapenet(root)
