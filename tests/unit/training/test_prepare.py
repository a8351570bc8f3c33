"""Folders of meshes become shards: resumed, split by name, and with what is broken left out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from imrecon_gui.core.checkpoint import read_card
from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.job import Cancelled
from tests.unit.training.found_meshes import BROKEN, write_folder
from training import __main__ as command_line
from training import shards as shards_module
from training.dataset import Batches, Draw, Shards
from training.events import Events
from training.loaders import Held
from training.meshes import prepare as module
from training.meshes.carving import Carver
from training.meshes.prepare import looks_from_below, prepare
from training.meshes.sources import find_models
from training.meshes.store import RECORD, prepared_categories
from training.publish import publish
from training.recipe import load as load_recipe
from training.render import Renderer
from training.run import Run, RunConfig


@pytest.fixture(scope="module")
def tools() -> Iterator[tuple[Carver, Renderer]]:
    with Carver(12, 96) as carver, Renderer(48) as renderer:
        yield carver, renderer


@pytest.fixture(autouse=True)
def light(tools: tuple[Carver, Renderer], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_tools", lambda: tools)
    monkeypatch.setattr(shards_module, "SHAPES_PER_SHARD", 2)
    monkeypatch.setattr("training.meshes.solid.FEWEST_SAMPLES", 500)
    monkeypatch.setattr("training.meshes.solid.MOST_SAMPLES", 500)


def contents(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def boxes(count: int, category: str = "box") -> dict[str, int]:
    return {category: count}


def test_a_folder_becomes_shards_that_training_takes(tmp_path: Path) -> None:
    source = write_folder(tmp_path / "in", {"box": 3, "cube": 2})
    outcome = prepare(find_models(source), tmp_path / "out", views=2)
    assert (outcome.done, outcome.before, outcome.skipped) == (5, 0, ())
    assert prepared_categories(tmp_path / "out") == ("box", "cube")
    train, held = (Shards(tmp_path / "out", ("box", "cube"), held=held) for held in (False, True))
    assert [train.count(c) + held.count(c) for c in (0, 1)] == [3, 2]
    draw = Draw(pictures=True, input_kind="rgba", points=64, resolution=0, augmentation=0.5, rays=True)
    batch = Batches(train, draw, 4, 10, seed=0)[3]
    assert batch.images.shape == (4, 4, 128, 128) and 0 < batch.labels.mean() < 1
    assert Held(held, "rgba", True, 4, 0.0)[0].labels.max() == 1


def test_every_model_of_uneven_shards_is_found(tmp_path: Path) -> None:
    """Three models, then two more: shards of 2, 1, 2 and such, whose rows are counted through."""
    source = write_folder(tmp_path / "in", boxes(3))
    prepare(find_models(source), tmp_path / "out", views=1)
    write_folder(tmp_path / "more", boxes(5))
    outcome = prepare(find_models(tmp_path / "more"), tmp_path / "out", views=1)
    assert (outcome.done, outcome.before) == (5, 3)
    train = Shards(tmp_path / "out", ("box",), held=False)
    rows = [train.locate(0, i) for i in range(train.count(0))]
    assert len({arrays["points"][row].tobytes() for arrays, row in rows}) == train.count(0)


def test_broken_files_are_left_out_and_named(tmp_path: Path) -> None:
    source = write_folder(tmp_path / "in", boxes(3))
    (source / "box" / "bad.obj").write_bytes(BROKEN)
    outcome = prepare(find_models(source), tmp_path / "out", views=1)
    assert [(model.name, "bad.obj" in reason) for model, reason in outcome.skipped] == [("bad.obj", True)]
    assert outcome.done == 3
    assert "bad.obj" in (tmp_path / "out" / "skipped.csv").read_text()


def test_a_fault_of_the_program_costs_one_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.meshes.solid.sample", lambda *_: {}["missing"])
    source = write_folder(tmp_path / "in", boxes(2))
    with pytest.raises(TrainingError, match="no model of “box”"):
        prepare(find_models(source), tmp_path / "out", views=1)
    assert (tmp_path / "out" / "skipped.csv").read_text().count("KeyError") == 2


def test_work_cut_off_ends_in_the_same_files(tmp_path: Path) -> None:
    class Pulled:
        """Stops after so many models."""

        def __init__(self, after: int) -> None:
            self.left = after

        def check(self) -> None:
            self.left -= 1
            if self.left < 0:
                raise Cancelled

        def report(self, stage: str, done: int, total: int) -> None:
            """Nobody listens."""

    models = find_models(write_folder(tmp_path / "in", {"box": 2, "cube": 2}))
    prepare(models, tmp_path / "whole", views=1)
    for after, there in ((0, 1), (1, 3)):
        with pytest.raises(Cancelled):
            prepare(models, tmp_path / "cut", views=1, job=Pulled(after))
        assert len(list((tmp_path / "cut").rglob("*.npz"))) == there
    assert prepare(models, tmp_path / "cut", views=1).before == 3
    assert contents(tmp_path / "cut") == contents(tmp_path / "whole")
    assert prepare(models, tmp_path / "cut", views=1).before == 4
    assert contents(tmp_path / "cut") == contents(tmp_path / "whole")


def test_a_shard_written_before_its_models_were_cleared_away_counts_once(tmp_path: Path) -> None:
    models = find_models(write_folder(tmp_path / "in", boxes(3)))
    prepare(models, tmp_path / "out", views=1)
    before = contents(tmp_path / "out")
    left = tmp_path / "out" / ".models" / "box" / "train"
    left.mkdir(parents=True)
    for model in models:
        if not model.held:
            np.savez(left / f"{model.name}.npz", nothing=np.zeros(1))
    prepare(models, tmp_path / "out", views=1)
    assert contents(tmp_path / "out") == before


def test_the_split_goes_by_names_alone(tmp_path: Path) -> None:
    source = tmp_path / "in" / "box"
    source.mkdir(parents=True)
    for i in range(200):
        (source / f"{i}.obj").touch()
    held = {model.name for model in find_models(tmp_path / "in") if model.held}
    assert 10 < len(held) < 45
    (source / "another.obj").touch()
    assert {m.name for m in find_models(tmp_path / "in") if m.held} - {"another.obj"} == held


@pytest.mark.parametrize("count", [2, 3, 5])
def test_of_few_models_at_least_one_is_held_and_one_is_not(tmp_path: Path, count: int) -> None:
    models = find_models(write_folder(tmp_path, boxes(count)))
    assert {model.held for model in models} == {True, False}


@pytest.mark.parametrize("is_held", [True, False])
def test_a_set_that_could_not_be_read_gets_one_of_the_other(tmp_path: Path, is_held: bool) -> None:
    found = find_models(write_folder(tmp_path / "in", boxes(4)))
    models = [replace(model, held=is_held == (i == 0)) for i, model in enumerate(found)]
    models[0].path.write_bytes(BROKEN)
    prepare(models, tmp_path / "out", views=1)
    counts = [Shards(tmp_path / "out", ("box",), held=held).count(0) for held in (is_held, not is_held)]
    assert counts == [1, 2]


def test_one_mesh_is_too_few(tmp_path: Path) -> None:
    models = find_models(write_folder(tmp_path / "in", boxes(1)))
    with pytest.raises(TrainingError, match="no model of “box” to check"):
        prepare(models, tmp_path / "out", views=1)


def test_a_flat_folder_is_one_category(tmp_path: Path) -> None:
    source = write_folder(tmp_path, boxes(3)) / "box"
    assert {model.category for model in find_models(source, "my box")} == {"my box"}
    assert {model.category for model in find_models(source)} == {"box"}
    with pytest.raises(TrainingError, match="no meshes"):
        find_models(_empty(tmp_path))


def _empty(folder: Path) -> Path:
    (folder / "empty" / "inner").mkdir(parents=True)
    return folder / "empty"


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="no folder"):
        find_models(tmp_path / "nowhere")


def test_other_data_in_the_way_is_said_so(tmp_path: Path) -> None:
    models = find_models(write_folder(tmp_path / "in", boxes(2)))
    prepare(models, tmp_path / "out", views=1)
    with pytest.raises(TrainingError, match="1 pictures each, not 3"):
        prepare(models, tmp_path / "out", views=3)
    record = json.loads((tmp_path / "out" / RECORD).read_text())
    (tmp_path / "out" / RECORD).write_text(json.dumps({**record, "format_version": 99}))
    with pytest.raises(TrainingError, match="another version"):
        prepare(models, tmp_path / "out", views=1)


def test_undersides() -> None:
    assert looks_from_below("chair", "usual") and not looks_from_below("car", "usual")
    assert looks_from_below("car", "open") and not looks_from_below("chair", "closed")


def test_the_command_says_what_it_did(tmp_path: Path) -> None:
    source = write_folder(tmp_path / "in", boxes(2))
    (source / "box" / "bad.ply").write_bytes(BROKEN)
    order = ["prepare", str(source), str(tmp_path / "out"), "--views", "1", "--workers", "1"]
    order += ["--up", "+y", "--front", "-z"]
    result = CliRunner().invoke(command_line.app, order)
    assert result.exit_code == 0, result.output
    assert "2 models" in result.stdout and "1 left out" in result.stdout
    assert "box/bad.ply: " in result.stderr
    other = [str(tmp_path / "other") if word == str(tmp_path / "out") else word for word in order]
    wrong = CliRunner().invoke(command_line.app, [*other, "--up", "q"])
    assert isinstance(wrong.exception, TrainingError) and "axis “q”" in wrong.exception.message


def test_a_run_prepares_meshes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {}
    monkeypatch.setattr(
        "training.run.Run.train", lambda self, minutes: asked.update(is_for=list(self.config.categories))
    )
    monkeypatch.setattr("training.run_command._publish", lambda *_: None)
    source = write_folder(tmp_path / "in", {"box": 2, "cube": 2})
    (source / "box" / "bad.ply").write_bytes(BROKEN)
    order = ["run", "--meshes", str(source), "--out", str(tmp_path / "run"), "--events", "--workers", "0"]
    result = CliRunner().invoke(command_line.app, order)
    assert asked == {"is_for": ["box", "cube"]}, result.output
    assert prepared_categories(tmp_path / "run" / "data") == ("box", "cube")
    events = [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]
    said = {"event": "progress", "stage": "data", "done": 5, "total": 5}
    assert said in events and "Meshes left out: 1" in result.stdout


def test_a_run_of_no_meshes_says_so(tmp_path: Path) -> None:
    order = ["run", "--meshes", str(tmp_path), "--out", str(tmp_path / "run"), "--events"]
    result = CliRunner().invoke(command_line.app, order)
    assert result.exit_code == 1 and json.loads(result.stdout)["event"] == "failed"


def test_a_run_takes_prepared_data_and_makes_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.run.make_shards", lambda plans, *_: pytest.fail("made") if plans else None)
    monkeypatch.setattr("training.run.precision", lambda device: "32-true")
    monkeypatch.setattr("training.loaders.VALIDATION_POINTS", 64)
    shards = tmp_path / "out"
    prepare(find_models(write_folder(tmp_path / "in", boxes(3))), shards, views=1)
    changes = {
        "model": "{z_dim = 4, widths = [8, 8], features = [3, 2]}",
        "image.steps": "1",
        "image.batch": "2",
        "image.points": "16",
    }
    config = RunConfig(
        load_recipe("finetune", changes), prepared_categories(shards), "Mine", str(shards), "cpu", 0
    )
    run = Run(tmp_path / "run", config, Events(tmp_path / "run", None))
    stage = run.train()
    found = run.calibrate(stage)
    assert 0 <= found.score <= 1
    path = publish(stage, run.config, tmp_path / "mine.safetensors", found, {})
    assert read_card(path).training_data == "found meshes of box"
