"""Tars streamed: every shape in its turn, by machines that share nothing, and the same again when resumed."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import pytest
import torch

from imrecon_gui.core.errors import TrainingError
from tests.unit.training.numbered import number_of, write_shards
from tests.unit.training.test_run import TINY, weights
from training import loaders, ranks
from training import run as run_module
from training.events import Events
from training.loaders import image_batches, opened, plain_errors, training_loader
from training.ranks import Seat
from training.recipe import Recipe, load
from training.run import Run, RunConfig
from training.tars import stream as module
from training.tars.packing import pack
from training.tars.reading import Tars
from training.tars.stream import WINDOW, Stream

NAMES = ("box", "cube")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve shapes of each of two categories in four tars."""
    home = tmp_path_factory.mktemp("streams")
    pack(write_shards(home / "shards", {"box": 12, "cube": 12}), home / "tars", shapes=6)
    return home / "tars"


@pytest.fixture(scope="module")
def uneven(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty shapes of one category and four of another."""
    home = tmp_path_factory.mktemp("uneven")
    pack(write_shards(home / "shards", {"box": 40, "cube": 4}), home / "tars", shapes=11)
    return home / "tars"


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WINDOW", 12)
    monkeypatch.setattr(loaders, "VALIDATION_POINTS", 64)
    monkeypatch.setattr("training.callbacks.SECONDS_BETWEEN_EVENTS", 0.0)
    monkeypatch.setattr(run_module, "precision", lambda device: "32-true")


def tars(folder: Path) -> Tars:
    return Tars(folder, NAMES, held=False)


def stream(folder: Path, seat: Seat | None = None, seed: int = 3, twice: tuple[str, ...] = ()) -> Stream:
    return Stream(tars(folder), 4, seed, twice, seat or Seat())


def shown(stream: Stream, steps: Iterable[int]) -> list[int]:
    return [number_of(row.sample) for step in steps for row in stream.rows(step)]


def test_every_round_shows_every_shape_once(data: Path) -> None:
    numbers = shown(stream(data), range(12))
    rounds = numbers[:24], numbers[24:]
    assert rounds[0] != rounds[1] and rounds[0] != shown(stream(data, seed=4), range(6))
    assert all(sorted(one) == sorted([*range(12), *range(1000, 1012)]) for one in rounds)


def test_a_step_is_always_the_same(data: Path) -> None:
    whole = [shown(stream(data), [step]) for step in range(9)]
    again = stream(data)
    assert [shown(again, [step]) for step in (7, 8, 0, 4)] == [whole[step] for step in (7, 8, 0, 4)]


def test_categories_come_in_equal_shares_but_for_those_seen_twice(uneven: Path) -> None:
    for twice, share in ((), 1 / 2), (("cube",), 2 / 3):
        numbers = shown(stream(uneven, twice=twice), range(110))
        assert sum(number >= 1000 for number in numbers) / len(numbers) == pytest.approx(share, abs=0.05)
        assert len(set(numbers)) >= 40


def test_machines_share_the_tars_of_a_round(data: Path) -> None:
    seats = [Seat(machine, 2, 0, 1) for machine in range(2)]
    numbers = [shown(stream(data, seat), range(6)) for seat in seats]
    assert not set(numbers[0]) & set(numbers[1])
    assert len(set(numbers[0]) | set(numbers[1])) == 24
    with pytest.raises(TrainingError, match=r"4 tars to train on for 5 machines.*pack --shapes"):
        stream(data, Seat(0, 5, 0, 1))


def recipe(**changes: str) -> Recipe:
    return load("quick", {**TINY, "image.batch": "4", "image.steps": "20", **changes})


def test_ranks_of_a_machine_show_what_one_would(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = image_batches(recipe(), opened(data, NAMES, False), "rgba")[7]
    for place in range(2):
        monkeypatch.setattr(ranks, "seat", lambda place=place: Seat(0, 1, place, 2))
        share = image_batches(recipe(), opened(data, NAMES, False), "rgba")[7]
        assert all(torch.equal(a[place::2], b) for a, b in zip(alone, share, strict=True))


def test_no_more_than_a_window_is_kept_and_nothing_is_read_twice(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: Counter[tuple[int, int]] = Counter()

    class Counting(Tars):
        def read(self, tar: int, rows: Iterable[int]) -> Iterator[bytes]:
            chosen = list(rows)
            assert chosen == sorted(chosen)
            reads.update((tar, row) for row in chosen)
            return super().read(tar, chosen)

    one = Stream(Counting(data, NAMES, False), 4, 3, (), Seat(0, 1, 1, 2))
    for step in range(6):
        list(one.rows(step))
        assert len(one._kept) <= 6
    assert len(reads) == 12 and set(reads.values()) == {1}


def test_workers_make_the_same_batches(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes, and epochs of three steps: each is handed other steps in the second one."""
    monkeypatch.setattr(module, "WINDOW", WINDOW)  # the processes know no other
    chosen = recipe(**{"image.validate_every": "3"})
    source, reached = opened(data, NAMES, False), 0
    batches = image_batches(chosen, source, "rgba")
    loader = training_loader(batches, chosen.image, 2, lambda: reached)
    made = list(loader)
    reached = 3
    made += list(loader)
    for step, batch in enumerate(made):
        assert all(torch.equal(a, b) for a, b in zip(batch, batches[step], strict=True)), step


def test_a_worker_that_finds_a_damaged_tar_says_so_in_one_sentence(tmp_path: Path, data: Path) -> None:
    shutil.copytree(data, tmp_path / "tars")
    for path in (tmp_path / "tars").glob("train-*.tar"):
        path.write_bytes(path.read_bytes().replace(b"PNG", b"GNP"))
    batches = image_batches(recipe(), opened(tmp_path / "tars", NAMES, False), "rgba")
    loader = training_loader(batches, recipe().image, 1, lambda: 0)
    with pytest.raises(TrainingError) as caught, plain_errors():
        list(loader)
    assert re.fullmatch(r"The tar train-0000\d.tar is damaged. Copy it again. Pack [^\n]*", str(caught.value))


class Pulled(Exception):
    """Stands for a power cut."""


class Unlucky(Events):
    """The power is cut when a step of a stage was made."""

    def __init__(self, folder: Path, stage: str, step: int) -> None:
        super().__init__(folder, None)
        self.last = ("step", stage, step)

    def say(self, event: str, **values: object) -> None:
        super().say(event, **values)
        if (event, values.get("stage"), values.get("step")) == self.last:
            raise Pulled


def test_resuming_gives_the_uninterrupted_weights(tmp_path: Path, data: Path) -> None:
    """Cut within an epoch of either stage."""
    config = RunConfig(load("quick", TINY), NAMES, "Tiny", str(data), device="cpu", workers=0)
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    Run(whole, config, Events(whole, None)).train()
    for stage, step in (("shape", 4), ("image", 3)):
        with pytest.raises(Pulled):
            Run(cut, config, Unlucky(cut, stage, step)).train()
    Run(cut, config, Events(cut, None)).train()
    for name in ("shape", "image"):
        for key, value in weights(whole, name).items():
            assert torch.equal(value, weights(cut, name)[key]), key


def told(rank: int, port: int) -> dict[str, str]:
    """What torchrun tells the only process of a machine, of two."""
    place = {"RANK": rank, "GROUP_RANK": rank, "LOCAL_RANK": 0, "WORLD_SIZE": 2, "GROUP_WORLD_SIZE": 2}
    meeting = {
        "LOCAL_WORLD_SIZE": 1,
        "MASTER_ADDR": "127.0.0.1",
        "MASTER_PORT": port,
        "TORCHELASTIC_RUN_ID": "x",
    }
    return {**os.environ, **{name: str(value) for name, value in {**place, **meeting}.items()}}


def test_two_processes_as_two_machines_read_other_tars(data: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    order = [sys.executable, "-m", "tests.unit.training.two_machines", str(data)]
    started = [
        subprocess.Popen(order, env=told(rank, port), stdout=subprocess.PIPE, text=True) for rank in range(2)
    ]
    said = [json.loads(process.communicate(timeout=300)[0].splitlines()[-1]) for process in started]
    assert sorted(chain(*(one["tars"] for one in said))) == [0, 1, 2, 3]
    assert [len(one["tars"]) for one in said] == [2, 2] and said[1]["boxes"] == 12
    assert len(set(chain(*(one["shown"] for one in said)))) == 24
