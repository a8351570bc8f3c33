"""Shards packed into tars, and read back by this program and by the library whose format it is."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
import webdataset
from typer.testing import CliRunner

from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.job import NULL_JOB, Cancelled
from tests.unit.training.numbered import VIEWS, number_of, write_shards
from training import __main__ as command_line
from training.dataset import Shards, Source
from training.loaders import Held, opened
from training.tars.index import RECORD, is_packed, read_index
from training.tars.packing import MARK, deal, pack
from training.tars.reading import Tars

NAMES = ("box", "cube")


@pytest.fixture(scope="module")
def shards(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_shards(tmp_path_factory.mktemp("shards"), {"box": 12, "cube": 7})


@pytest.fixture
def tars(shards: Path, tmp_path: Path) -> Path:
    pack(shards, tmp_path / "tars", shapes=5)
    return tmp_path / "tars"


def contents(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def shapes(source: Source, category: int) -> dict[int, tuple[Any, int]]:
    """Arrays and row of all shapes of a category, by their numbers."""
    found = (source.locate(category, i) for i in range(source.count(category)))
    return {number_of(*place): place for place in found}


@pytest.mark.parametrize("held", [False, True])
def test_what_is_packed_is_read_back(shards: Path, tars: Path, held: bool) -> None:
    plain, packed = Shards(shards, NAMES, held), opened(tars, NAMES, held)
    assert isinstance(packed, Tars) and packed.know_viewpoints()
    for category in range(2):
        assert packed.mirror_axis(category) == plain.mirror_axis(category)
        ours, theirs = shapes(packed, category), shapes(plain, category)
        assert ours.keys() == theirs.keys() and len(ours) == packed.count(category) == plain.count(category)
        for number, (shard, row) in theirs.items():
            arrays = ours[number][0]
            assert np.array_equal(arrays["pictures"][0], shard["pictures"][row])
            assert np.array_equal(arrays["pictures"][0, 1], shard["pictures"][row, 1])
            others = set(shard) - {"pictures"}
            assert all(np.array_equal(arrays[name][0], shard[name][row]) for name in others)


def test_validation_is_that_of_the_shards(shards: Path, tars: Path) -> None:
    for pictures in (True, False):
        plain, packed = (
            Held(opened(folder, NAMES, True), "rgba", pictures, 2, 0.5) for folder in (shards, tars)
        )
        assert all(torch.equal(a, b) for a, b in zip(plain[0], packed[0], strict=True))


def test_packing_again_gives_the_same_bytes(shards: Path, tars: Path, tmp_path: Path) -> None:
    before = contents(tars)
    assert sorted(before) == ["held-00000.tar", "held-00001.tar", RECORD] + [
        f"train-{i:05d}.tar" for i in range(4)
    ]
    (tars / ".half.tar").write_bytes(b"of a process that was killed")
    pack(shards, tars, shapes=5)
    pack(shards, tmp_path / "other", shapes=5)
    assert contents(tars) == before == contents(tmp_path / "other")


def test_packing_that_was_cut_off_is_said_so_and_starts_again(shards: Path, tmp_path: Path) -> None:
    class Impatient:
        def check(self) -> None: ...

        def report(self, stage: str, done: int, total: int) -> None:
            if done == 4:
                raise Cancelled

    folder = tmp_path / "tars"
    with pytest.raises(Cancelled):
        pack(shards, folder, shapes=5, job=Impatient())
    with pytest.raises(TrainingError, match=r"no list of them .* Pack the shards again"):
        opened(folder, NAMES, False)
    pack(shards, folder, shapes=5)
    assert is_packed(folder) and not (folder / MARK).exists()


def test_every_tar_is_a_fair_sample(tars: Path) -> None:
    counts = [Counter(tar.categories) for tar in read_index(tars).train]
    assert sum(counts, Counter()) == {0: 12, 1: 7}
    assert all(count[0] == 3 and count[1] in (1, 2) for count in counts)
    hands = deal([8500, 56, 700], 256)
    assert max(map(len, hands)) <= 256 and max(map(len, hands)) - min(map(len, hands)) <= 1
    for category, n in enumerate([8500, 56, 700]):
        shares = [sum(c == category for c, _ in hand) for hand in hands]
        assert max(shares) - min(shares) <= 1 and sum(shares) == n


def test_the_library_reads_the_tars(shards: Path, tars: Path) -> None:
    paths = sorted(map(str, tars.glob("*.tar")))
    samples = list(webdataset.WebDataset(paths, shardshuffle=False).decode("rgba8"))
    assert len(samples) == 19 + 6 and len({sample["__key__"] for sample in samples}) == 25
    sources = [opened(tars, NAMES, held) for held in (False, True)]
    ours = {n: arrays for s in sources for c in range(2) for n, (arrays, _) in shapes(s, c).items()}
    for sample in samples:
        number = number_of({"viewpoints": sample["viewpoints.npy"][None]})
        assert sample["category.txt"] == NAMES[number // 1000]
        for view in range(VIEWS):
            assert np.array_equal(sample[f"view{view:03d}.png"], ours[number]["pictures"][0, view])
        for name in ("voxels64", "voxels32", "cells32", "cells64", "points", "labels"):
            assert np.array_equal(sample[f"{name}.npy"], ours[number][name][0])


def spoil(tars: Path, how: str) -> None:
    path = sorted(tars.glob("train-*.tar"))[1]
    content = path.read_bytes()
    if how == "missing":
        path.unlink()
    elif how == "cut off":
        path.write_bytes(content[: len(content) // 2])
    elif how == "damaged":
        path.write_bytes(content.replace(b"PNG", b"GNP"))
    elif how == "no list":
        (tars / RECORD).unlink()
    elif how == "cannot be read":
        (tars / RECORD).write_text("{")
    else:
        values = json.loads((tars / RECORD).read_text())
        (tars / RECORD).write_text(json.dumps({**values, "shard_version": 1}))


@pytest.mark.parametrize(
    "how", ["missing", "cut off", "damaged", "no list", "cannot be read", "another version"]
)
def test_what_is_wrong_is_one_sentence(tars: Path, how: str) -> None:
    spoil(tars, how)
    with pytest.raises(TrainingError, match=f"{how}.*[Pp]ack the shards again"):
        list(opened(tars, NAMES, False).read(1, range(4)))  # type: ignore[union-attr]


def test_a_category_that_is_not_there_is_named(tars: Path) -> None:
    assert opened(tars, ("cube",), False).count(0) == 7
    with pytest.raises(TrainingError, match=r"no training data for “mug” .* box, cube"):
        opened(tars, ("cube", "mug"), False)


def test_other_files_stay(shards: Path, tmp_path: Path) -> None:
    (tmp_path / "train-00000.tar").write_bytes(b"somebody's")
    with pytest.raises(TrainingError, match=r"something else.*new folder"):
        pack(shards, tmp_path, job=NULL_JOB)
    assert (tmp_path / "train-00000.tar").read_bytes() == b"somebody's"
    with pytest.raises(TrainingError, match="no shards"):
        pack(tmp_path, tmp_path / "out")


def test_commands_pack_and_time_batches(shards: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tars"
    packed = CliRunner().invoke(command_line.app, ["pack", str(shards), str(folder), "--shapes", "10"])
    assert packed.exit_code == 0, packed.output
    assert "to train on: 19 shapes in 2 tars" in packed.output and "held out: 6 shapes" in packed.output
    for data in (shards, folder):
        order = ["feed", "--data", str(data), "--steps", "1", "--workers", "0"]
        assert "pictures/s: 1 batches of 32" in CliRunner().invoke(command_line.app, order).output
