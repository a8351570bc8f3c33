"""A run that will find no room is refused before anything is made, in one sentence."""

from __future__ import annotations

import json
import shutil
from collections import namedtuple
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from typer.testing import CliRunner

from imrecon_gui.core.errors import TrainingError
from tests.unit.training.found_meshes import write_folder
from tests.unit.training.test_run import config
from training import memory, room, shards
from training.__main__ import app
from training.events import Events
from training.memory import check_memory, free_bytes, stage_bytes
from training.recipe import load, model_config, names
from training.room import check_disks, run_bytes, shards_within
from training.run import Run
from training.shards import ShardPlan, bytes_a_shape, make_shard
from training.stages import ImageStage, ShapeStage, weights_of

Usage = namedtuple("Usage", "total used free")


def free_disk(monkeypatch: pytest.MonkeyPatch, free: float) -> list[Path]:
    """Let every disk have so much room; the folders that were asked for."""
    asked: list[Path] = []

    def usage(path: Path) -> Usage:
        asked.append(path)
        return Usage(10**13, 0, int(free))

    monkeypatch.setattr(shutil, "disk_usage", usage)
    return asked


@pytest.mark.parametrize("views", [1, 3])
def test_a_shape_takes_what_it_is_said_to(
    tmp_path: Path, views: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "SHAPES_PER_SHARD", 3)
    make_shard(ShardPlan("table", False, 0, views), tmp_path)
    arrays = list(tmp_path.rglob("*.npy"))
    assert sum(path.stat().st_size for path in arrays) == 3 * bytes_a_shape(views) + 128 * len(arrays)


@pytest.mark.parametrize("name", names())
def test_weights_are_counted_without_making_them(name: str) -> None:
    recipe = load(name)
    model, before = model_config(recipe, ("car", "table")), torch.random.get_rng_state()
    counted = weights_of(recipe, model)
    assert torch.equal(torch.random.get_rng_state(), before)
    shape = ShapeStage(model, recipe.shape) if recipe.shape.steps else None
    made = {"shape": shape, "image": ImageStage(model, recipe.image, shape)}
    assert counted == {n: sum(p.numel() for p in s.parameters()) for n, s in made.items() if s}
    assert list(counted) == list(recipe.stages())


def test_a_checkpoint_takes_what_is_counted_for_it(tmp_path: Path) -> None:
    """Two at a time; with one there, as where a run goes on, one more."""
    recipe = load("quick")
    weights = {"shape": 1_000_000, "image": 10_000_000}
    fresh = run_bytes(recipe, weights, tmp_path)
    (tmp_path / "image.ckpt").touch()
    assert fresh - run_bytes(recipe, weights, tmp_path) == 3 * 4 * weights["image"]
    stage = torch.nn.Linear(1000, 1000)
    optimiser = torch.optim.AdamW(stage.parameters())
    stage(torch.ones(1000)).sum().backward()
    optimiser.step()
    torch.save({"state_dict": stage.state_dict(), "optimizer": optimiser.state_dict()}, tmp_path / "one.ckpt")
    assert (tmp_path / "one.ckpt").stat().st_size == pytest.approx(3 * 4 * 1_001_000, rel=0.01)


def test_a_full_disk_is_told_with_what_is_needed_and_what_is_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = free_disk(monkeypatch, 3.2e9)
    with pytest.raises(TrainingError, match=r"About 3\.3 GB .* where 3\.2 GB are free\. Free some"):
        check_disks([(tmp_path / "run" / "data", 3_000_000_000), (tmp_path / "run", 300_000_000)])
    check_disks([(tmp_path / "run" / "data", 3_000_000_000), (tmp_path / "run", 200_000_000)])
    assert set(asked) == {tmp_path} and list(tmp_path.iterdir()) == []


def test_disks_are_counted_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = Path("/proc"), tmp_path
    assert one.stat().st_dev != other.stat().st_dev
    free_disk(monkeypatch, 100)
    check_disks([(one, 80), (other, 80)])
    with pytest.raises(TrainingError, match=f"disk of {other}"):
        check_disks([(one, 80), (other, 80), (other, 21)])


def test_minutes_bound_the_shards() -> None:
    assert shards_within(900, 26, 2, None) == 900
    assert shards_within(900, 26, 2, 60.0) == 26 + 30
    assert shards_within(30, 26, 2, 60.0) == 30


@pytest.mark.parametrize(("shapes", "minutes"), [(64, None), (6400, 3.0)])
def test_a_run_is_refused_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shapes: int, minutes: float | None
) -> None:
    """One held shard and one to learn from at least: 2 * 64 shapes; in three minutes, nine more."""
    recipe = load("quick", {"data.shapes": str(shapes), "data.views": "40", "data.held_shapes": "64"})
    run = Run(
        tmp_path / "run", replace(config(tmp_path / "data"), recipe=recipe), Events(tmp_path / "run", None)
    )
    shards_made = 2 if minutes is None else 2 + 9
    own = run_bytes(recipe, weights_of(recipe, run.model), tmp_path)
    needed = shards_made * 64 * bytes_a_shape(40) + own
    made: list[int] = []
    monkeypatch.setattr("training.run.make_shards", lambda plans, *_: made.append(len(plans)) or 1 / 0)
    free_disk(monkeypatch, needed - 1)
    with pytest.raises(TrainingError, match="will be written"):
        run.train(minutes)
    assert not made and {path.name for path in tmp_path.rglob("*")} == {"run", "events.jsonl"}
    free_disk(monkeypatch, needed)
    with pytest.raises(ZeroDivisionError):
        run.train(minutes)
    assert made


def test_the_command_tells_it_as_any_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    free_disk(monkeypatch, 1e6)
    out = CliRunner().invoke(app, ["run", "--out", str(tmp_path / "run"), "--device", "cpu", "--events"])
    last = json.loads(out.stdout.splitlines()[-1])
    assert out.exit_code == 1 and last["event"] == "failed" and "where 1 MB are free" in last["message"]
    assert {path.name for path in (tmp_path / "run").iterdir()} == {"events.jsonl"}


def test_meshes_need_room_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each twice, as it is packed in the end."""
    meshes = write_folder(tmp_path / "in", {"box": 3})
    views = load("quick").data.views
    free_disk(monkeypatch, 2 * 3 * bytes_a_shape(views) - 1)
    order = ["run", "--out", str(tmp_path / "run"), "--meshes", str(meshes), "--device", "cpu", "--events"]
    assert "will be written" in CliRunner().invoke(app, order).stdout
    assert not (tmp_path / "run" / "data").exists()


def test_what_cannot_fit_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = load("bundled")
    model = model_config(recipe, ("car",))
    weights = weights_of(recipe, model)
    monkeypatch.setattr(memory, "free_bytes", lambda: 8 * 10**9)
    check_memory(recipe, model, weights, 2, on_gpu=False)
    huge = load("bundled", {"image.batch": "4096", "image.points": "4096"})
    with pytest.raises(TrainingError, match=r"more than [\d.]+ GB of memory, of which 8\.0 GB are free"):
        check_memory(huge, model, weights, 2, on_gpu=False)
    monkeypatch.setattr(memory, "free_bytes", lambda: None)
    check_memory(huge, model, weights, 2, on_gpu=False)


def test_memory_is_counted_by_weights_batches_and_layers() -> None:
    recipe = load("paper")
    model, stage = model_config(recipe, ("car",)), recipe.image
    floats = 4 * 1000 + stage.batch * (3 * 128**2 + 32**3 + 4 * stage.points)
    floats += stage.batch * stage.points * sum(model.widths)
    assert stage_bytes(stage, model, 1000, 0, on_gpu=False) == 4 * floats
    batch = stage.batch * (3 * 128**2 + 32**3 + 4 * stage.points)
    assert stage_bytes(stage, model, 1000, 1, on_gpu=True) == 4 * (1000 + 5 * batch)


def test_this_machine_tells_its_free_memory() -> None:
    free = free_bytes()
    assert free is not None and 10**8 < free < 10**14


def test_sizes_in_words() -> None:
    assert (room.size(99_000_000), room.size(12_340_000_000)) == ("99 MB", "12.3 GB")
