import json
import logging
import struct
from pathlib import Path

import pytest

from imrecon_gui.core.card import METADATA_KEY, ModelCard
from imrecon_gui.core.config import ModelConfig
from imrecon_gui.core.errors import ModelError
from imrecon_gui.core.library import Library


def install(folder: Path, stem: str, *categories: str, name: str = "") -> Path:
    """A model file of a card and no weights: the library reads no further."""
    card = ModelCard(name=name or stem, config=ModelConfig.preset("im-svr", categories))
    header = json.dumps({"__metadata__": {METADATA_KEY: card.to_json()}}).encode()
    folder.mkdir(exist_ok=True)
    path = folder / f"{stem}.safetensors"
    path.write_bytes(struct.pack("<Q", len(header)) + header)
    return path


@pytest.fixture
def library(tmp_path):
    user, bundled = tmp_path / "user", tmp_path / "bundled"
    install(user, "mine", "mug")
    install(user, "chairs", "chair", name="My chairs")
    install(bundled, "standard", "car", "chair", "table")
    return Library([user, bundled, tmp_path / "absent"])


def test_the_model_with_most_categories_comes_first(library):
    assert [model.card.name for model in library.models()] == ["standard", "My chairs", "mine"]
    assert library.find().card.name == "standard"
    assert library.find(category="chair").card.name == "standard"


def test_among_equals_the_earlier_folder_comes_first(tmp_path):
    install(tmp_path / "a", "z", "car")
    install(tmp_path / "b", "a", "car")
    assert [m.path.stem for m in Library([tmp_path / "a", tmp_path / "b"]).models()] == ["z", "a"]
    assert [m.path.stem for m in Library([tmp_path / "b", tmp_path / "a"]).models()] == ["a", "z"]


def test_a_category_that_only_one_model_knows(library):
    assert library.find(category="mug").card.name == "mine"


def test_a_model_by_its_name_or_its_file(library):
    assert library.find("My chairs", "chair").path.stem == "chairs"
    assert library.find("chairs").card.name == "My chairs"


def test_categories_of_all_models(library):
    assert library.categories() == ("car", "chair", "mug", "table")


def test_an_unknown_category_lists_those_known(library):
    with pytest.raises(ModelError, match=r'"sofa".*car, chair, mug, table'):
        library.find(category="sofa")
    with pytest.raises(ModelError, match=r'"mine" does not know the category "car".*: mug'):
        library.find("mine", "car")


def test_an_unknown_name_lists_the_models(library):
    with pytest.raises(ModelError, match=r'"other".*"standard", "My chairs", "mine"'):
        library.find("other")


def test_no_model_at_all(tmp_path):
    with pytest.raises(ModelError, match="No model is installed"):
        Library([tmp_path]).find()


@pytest.mark.expects_log
def test_unreadable_files_are_skipped_and_logged(library, tmp_path, caplog):
    (tmp_path / "user" / "broken.safetensors").write_bytes(b"nonsense")
    (tmp_path / "user" / "notes.txt").write_text("not a model")
    with caplog.at_level(logging.WARNING):
        assert len(library.models()) == 3
    assert "broken.safetensors" in caplog.text and "notes.txt" not in caplog.text


def test_new_files_are_seen(library, tmp_path):
    install(tmp_path / "user", "new", "lamp")
    assert library.find(category="lamp").path.stem == "new"


def test_a_folder_named_twice_counts_once(tmp_path):
    install(tmp_path / "a", "z", "car")
    assert len(Library([tmp_path / "a", tmp_path / "a"]).models()) == 1
