"""Shards written once, and batches that are functions of (seed, step) alone."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.layers import LAYERS
from training import shards as shards_module
from training.categories import make
from training.dataset import Batches, Draw, Shards
from training.loaders import EpochSteps, Held
from training.rays import RAYS
from training.shards import ShardPlan, make_shard, plan

DRAW = Draw(pictures=True, input_kind="rgba", points=64, resolution=64, augmentation=0.5)


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two tiny categories' shards, four shapes each."""
    folder = tmp_path_factory.mktemp("shards")
    patch = pytest.MonkeyPatch()
    patch.setattr(shards_module, "SHAPES_PER_SHARD", 4)
    for shard in plan(["table", "car"], 4, 4, 2, folder):
        make_shard(shard, folder)
    patch.undo()
    return folder


def test_planning_leaves_out_what_is_there(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards_module, "SHAPES_PER_SHARD", 4)
    assert plan(["table", "car"], 4, 4, 2, data) == []
    assert [p.name for p in plan(["car"], 8, 4, 2, data)] == ["car-train-00001"]


def test_held_shapes_are_other_shapes() -> None:
    seeds = [set(ShardPlan("car", held, n, 1).seeds) for held in (True, False) for n in (0, 1)]
    assert sum(map(len, seeds)) == len(set.union(*seeds))


def test_a_broken_shard_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("out of luck")

    monkeypatch.setattr(shards_module, "_row", fail)
    with pytest.raises(RuntimeError):
        make_shard(ShardPlan("car", False, 0, 1), tmp_path)
    assert [p for p in tmp_path.iterdir() if not p.name.startswith(".")] == []


def test_a_step_is_always_the_same(data: Path) -> None:
    batches = Batches(Shards(data, ["table", "car"], held=False), DRAW, 4, 100, seed=5)
    again = Batches(Shards(data, ["table", "car"], held=False), DRAW, 4, 100, seed=5)
    for one, two in zip(batches[7], again[7], strict=True):
        assert torch.equal(one, two)
    assert not torch.equal(batches[7].points, batches[8].points)


def test_shapes_of_batches(data: Path) -> None:
    batch = Batches(Shards(data, ["table", "car"], held=False), DRAW, 6, 10, seed=0)[0]
    assert batch.images.shape == (6, 4, 128, 128)
    assert batch.voxels.shape == (6, 0) and batch.rays.shape == (6, 0)  # nobody asked for them
    assert batch.points.shape == (6, 64, 3) and batch.labels.shape == (6, 64)
    assert sorted(batch.category.tolist()) == [0, 0, 0, 1, 1, 1]


def test_what_is_asked_for_comes_along(data: Path) -> None:
    draw = replace(DRAW, voxels=True, rays=True)
    batch = Batches(Shards(data, ["table", "car"], held=False), draw, 6, 10, seed=0)[0]
    assert batch.voxels.shape == (6, 1, 32, 32, 32) and 0 < batch.voxels.mean() < 1
    assert batch.rays.shape == (6, RAYS, 2) and batch.layers.shape == (6, RAYS, LAYERS)
    met = batch.layers.isfinite().all(-1)
    assert met.float().mean() > 0.5
    assert (batch.layers[met][:, 0] > batch.layers[met][:, 1]).all()  # in before out
    assert (batch.layers[met][:, 1] >= batch.layers[met][:, 2]).all()


@pytest.mark.parametrize("resolution", [32, 64, 0])
def test_labels_are_the_shapes_own(data: Path, resolution: int) -> None:
    """Every drawn point's label equals the solid's own inequality."""
    draw = Draw(False, "rgba", 200, resolution, 0.0)
    shards = Shards(data, ["table"], held=False)
    batch = Batches(shards, draw, 1, 10, seed=1)[3]
    fits = [
        (make("table", seed).inside(batch.points[0].numpy()) == (batch.labels[0].numpy() > 0)).mean()
        for seed in range(4)
    ]
    assert max(fits) > 0.995  # stored free points are rounded to 1/60,000


def test_coarse_labels_are_mostly_right(data: Path) -> None:
    draw = Draw(False, "rgba", 500, 16, 0.0)
    batch = Batches(Shards(data, ["car"], held=False), draw, 1, 10, seed=1)[0]
    truth = [make("car", seed).inside(batch.points[0].numpy()) for seed in range(4)]
    assert max((t == (batch.labels[0].numpy() > 0)).mean() for t in truth) > 0.95


def test_shards_travel_by_name(data: Path) -> None:
    shards = Shards(data, ["table", "car"], held=True)
    packed = pickle.dumps(shards)
    assert len(packed) < 2000
    assert pickle.loads(packed).count(1) == 4


def test_missing_data_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="no training data"):
        Shards(tmp_path, ["car"], held=False)


def test_validation_asks_the_whole_cube(data: Path) -> None:
    held = Held(Shards(data, ["table", "car"], held=True), "rgba", pictures=True, shapes=16, augmentation=0.0)
    batch = held[0]
    assert len(held) == 1 and len(batch.images) == 8
    assert batch.points[0].numpy().std(0) == pytest.approx(np.full(3, 1.1 / np.sqrt(12)), rel=0.05)
    assert torch.equal(batch.labels, held[0].labels)


def test_epochs_go_on_at_the_step_reached() -> None:
    steps: list[int] = []
    sampler = EpochSteps(4, 10, lambda: len(steps))
    for _ in range(3):
        steps += list(sampler)
    assert steps == list(range(10))


def test_every_second_shape_is_mirrored_where_asked(data: Path) -> None:
    shards = Shards(data, ["car"], held=False)
    plain = Batches(shards, DRAW, 1, 40, seed=5)
    mirrored = Batches(shards, replace(DRAW, mirrored=True), 1, 40, seed=5)
    turned = 0
    for step in range(40):
        one, two = plain[step], mirrored[step]
        turned += not torch.equal(one.viewpoint, two.viewpoint)
        assert torch.equal(one.images, two.images) == torch.equal(one.points, two.points)
    assert shards.mirror_axis(0) == 0 and 8 < turned < 32
