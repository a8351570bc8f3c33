"""The queue in a folder: whole again when read, written once, and harmless when broken."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from imrecon_gui.core import queue_file
from imrecon_gui.core.queue_file import LIST, KeptItem, QueueFolder, Recipe
from imrecon_gui.core.session_file import Session
from imrecon_gui.core.types import PreparedImage
from tests.gui.fakes import octahedron, result

RECIPE = Recipe(Path("/models/big.safetensors"), "cpu", "chair", 64, 0.4, False)


@pytest.fixture
def pictures(tmp_path):
    paths = [tmp_path / f"{name}.png" for name in ("one", "two", "three")]
    for path in paths:
        path.touch()
    return paths


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "deep" / "session-queue"


def made(source: Path) -> Session:
    image = PreparedImage(
        np.full((9, 9, 4), 7, np.uint8), np.zeros((128, 128, 4), np.uint8), True, "one", 0.1
    )
    return Session(image, result(octahedron()), source, colours=np.full((6, 3), 80, np.uint8))


@pytest.fixture
def items(pictures):
    """One done, one failed, one that waits."""
    one, two, three = pictures
    return [KeptItem(one, RECIPE, "", made(one)), KeptItem(two, RECIPE, "No."), KeptItem(three, RECIPE)]


def test_a_queue_comes_back_in_its_order(items, folder):
    QueueFolder(folder).save(items)
    found = QueueFolder(folder).load()
    assert found.gone == ()
    assert [(item.source, item.recipe, item.sentence) for item in found.items] == [
        (item.source, item.recipe, item.sentence) for item in items
    ]
    done = found.items[0].made
    np.testing.assert_array_equal(done.result.mesh.vertices, items[0].made.result.mesh.vertices)
    np.testing.assert_array_equal(done.image.cutout, items[0].made.image.cutout)
    np.testing.assert_array_equal(done.colours, items[0].made.colours)
    assert found.items[1].made is found.items[2].made is None


def test_what_was_made_is_written_once_and_goes_with_its_item(items, folder):
    store = QueueFolder(folder)
    store.save(items)
    (file,) = folder.glob("*.npz")
    before = file.stat().st_mtime_ns, file.stat().st_ino
    store.save(items[:2])
    again = QueueFolder(folder)
    again.save(again.load().items)
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == before
    better = replace(items[0], made=replace(items[0].made, result=result(octahedron(0.4))))
    again.save([better])
    assert not file.exists() and len(list(folder.glob("*.npz"))) == 1
    again.save(items[1:])
    assert list(folder.glob("*.npz")) == []
    again.save([])
    assert not folder.exists() and again.load().items == ()


def test_pictures_that_are_gone_are_named_but_what_was_done_stays(items, folder, pictures):
    QueueFolder(folder).save(items)
    for path in pictures[:2]:
        path.unlink()
    found = QueueFolder(folder).load()
    assert found.gone == ("two.png",) and [item.source for item in found.items] == [pictures[0], pictures[2]]


def test_a_mesh_that_is_too_large_or_broken_is_made_again(items, folder, monkeypatch):
    QueueFolder(folder).save(items)
    next(folder.glob("*.npz")).write_bytes(b"words")
    assert [item.made for item in QueueFolder(folder).load().items] == [None] * 3
    monkeypatch.setattr(queue_file, "MOST_FACES", 7)
    QueueFolder(folder).save(items)
    assert [item.made for item in QueueFolder(folder).load().items] == [None] * 3
    assert list(folder.glob("*.npz")) == []


def test_a_list_that_makes_no_sense_is_a_value_error(items, folder, monkeypatch):
    QueueFolder(folder).save(items)
    whole = (folder / LIST).read_bytes()
    for broken in (
        b"",
        b"words",
        b"{}",
        whole[: len(whole) // 2],
        whole.replace(b"resolution", b"revolution"),
    ):
        (folder / LIST).write_bytes(broken)
        with pytest.raises(ValueError, match="makes no sense"):
            QueueFolder(folder).load()
    monkeypatch.setattr(queue_file, "FORMAT_VERSION", 2)
    QueueFolder(folder).save(items)
    monkeypatch.undo()
    with pytest.raises(ValueError, match="format 2"):
        QueueFolder(folder).load()
