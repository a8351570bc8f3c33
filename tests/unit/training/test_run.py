"""A whole run on tiny data: events, resuming to the exact step, stopping, and the published model."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from imrecon_gui.core.checkpoint import load
from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.job import Cancelled
from training import run as run_module
from training import shards as shards_module
from training.events import Events
from training.publish import file_name, publish
from training.recipe import Recipe, model_config, names
from training.recipe import load as load_recipe
from training.run import Run, RunConfig, read_config, write_config
from training.stages import ImageStage

TINY = {
    "arch": "im-net-2020",
    "model": "{encoder_width = 4, z_dim = 8, widths = [16, 16]}",
    "data.shapes": "2",
    "data.held_shapes": "2",
    "data.views": "1",
    "shape.steps": "6",
    "shape.batch": "2",
    "shape.points": "32",
    "shape.validate_every": "3",
    "image.steps": "4",
    "image.batch": "2",
    "image.points": "16",
    "image.validate_every": "2",
}


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards_module, "SHAPES_PER_SHARD", 2)
    monkeypatch.setattr("training.loaders.VALIDATION_POINTS", 64)
    monkeypatch.setattr("training.callbacks.SECONDS_BETWEEN_EVENTS", 0.0)
    monkeypatch.setattr("training.callbacks.STEPS_BETWEEN_MEANS", 1)
    monkeypatch.setattr(run_module, "precision", lambda device: "32-true")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


def config(data: Path) -> RunConfig:
    recipe = load_recipe("quick", TINY)
    return RunConfig(recipe, ("table",), "Tiny", str(data), device="cpu", workers=0)


def averaging(data: Path, steps: int) -> RunConfig:
    changes = {"shape.averaged_steps": str(steps), "image.averaged_steps": str(steps)}
    return replace(config(data), recipe=load_recipe("quick", TINY | changes))


def weights(folder: Path, stage: str) -> dict[str, torch.Tensor]:
    state: dict[str, torch.Tensor] = torch.load(folder / f"{stage}.ckpt", weights_only=True)["state_dict"]
    return state


def events_of(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / "events.jsonl").read_text().splitlines()]


def test_a_run_ends_in_a_model(tmp_path: Path, data: Path) -> None:
    run = Run(tmp_path, config(data), Events(tmp_path, None))
    stage = run.train()
    found = run.calibrate(stage)
    path = publish(stage, run.config, tmp_path / "model.safetensors", found, {"iou": found.score})
    model, card = load(path)
    assert 0 <= found.score <= 1 and card.config.biases == found.biases
    assert card.name == "Tiny" and card.categories == ("table",) and card.licence == "MIT"
    images = torch.rand(1, 1, 128, 128)
    ours = stage.model.eval().encode(images).z
    assert torch.allclose(model.encode(images).z, ours, atol=0.02)
    said = [e["event"] for e in events_of(tmp_path)]
    assert said[0] == "started" and said.count("validation") == 4


@pytest.mark.parametrize("averaged", [0, 3])
@pytest.mark.parametrize(("stage", "step"), [("shape", 4), ("shape", 6), ("image", 3)])
def test_resuming_gives_the_uninterrupted_weights(
    tmp_path: Path, data: Path, stage: str, step: int, averaged: int
) -> None:
    """Cut within an epoch after a checkpoint, at a stage's end, and within the second stage."""
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    config = averaging(data, averaged)
    Run(whole, config, Events(whole, None)).train()

    class Pulled(Exception):
        """Stands for a power cut."""

    class Unlucky(Events):
        def say(self, event: str, **values: object) -> None:
            super().say(event, **values)
            if (event, values.get("stage"), values.get("step")) == ("step", stage, step):
                raise Pulled

    with pytest.raises(Pulled):
        Run(cut, config, Unlucky(cut, None)).train()
    Run(cut, config, Events(cut, None)).train()
    for name in ("shape", "image"):
        for key, value in weights(whole, name).items():
            assert torch.equal(value, weights(cut, name)[key]), key


def test_the_mean_of_the_weights_is_what_is_kept(tmp_path: Path, data: Path) -> None:
    stage = Run(tmp_path, averaging(data, 3), Events(tmp_path, None)).train()
    kept = torch.load(tmp_path / "image.ckpt", weights_only=True)
    for name, value in stage.state_dict().items():
        assert torch.equal(value, kept["state_dict"][name]), name
    last = kept["current_model_state"]
    assert any(not torch.equal(value, last[name]) for name, value in stage.state_dict().items())


def test_the_last_learning_rate_is_the_recipes(data: Path) -> None:
    image = load_recipe("quick", {**TINY, "image.last_rate": "0.25"}).image
    stage = ImageStage(model_config(load_recipe("quick", TINY), ("table",)), image, None)
    schedule = stage.configure_optimizers()["lr_scheduler"]["scheduler"]
    assert schedule.lr_lambdas[0](image.steps) == pytest.approx(0.25)
    assert schedule.lr_lambdas[0](1) == pytest.approx(1.0)


def test_the_frozen_decoder_stays(tmp_path: Path, data: Path) -> None:
    frozen = load_recipe("quick", {**TINY, "image.decoder_learning_rate": "0"})
    run = Run(tmp_path, RunConfig(frozen, ("table",), "x", str(data), "cpu", 0), Events(tmp_path, None))
    stage = run.train()
    taught = {k: v for k, v in weights(tmp_path, "shape").items() if k.startswith("decoder.")}
    for name, value in stage.model.decoder.state_dict().items():
        assert torch.equal(value, taught[f"decoder.{name}"])


def test_stop_before_anything_is_learned(tmp_path: Path, data: Path) -> None:
    events = Events(tmp_path, None)
    events.stop_requested.set()
    with pytest.raises(Cancelled):
        Run(tmp_path, config(data), events).train()


def test_stop_comes_on_stdin_and_events_go_to_stdout(tmp_path: Path) -> None:
    out = io.StringIO()
    events = Events(tmp_path, out)
    events.listen(io.StringIO("hello\nstop\n"))
    assert events.stop_requested.wait(5)
    events.say("step", loss=0.5)
    assert json.loads(out.getvalue()) == {"event": "step", "loss": 0.5}


def test_configuration_round_trip(tmp_path: Path, data: Path) -> None:
    write_config(tmp_path, config(data))
    assert read_config(tmp_path) == config(data)
    (tmp_path / "config.json").write_text('{"format_version": 99}')
    with pytest.raises(TrainingError, match="another version"):
        read_config(tmp_path)


def test_all_recipes_load() -> None:
    assert {"bundled", "paper", "quick"} <= set(names())
    assert load_recipe("paper").arch == "im-svr"
    for name in names():
        recipe = load_recipe(name)
        assert len(recipe.shape.resolutions) == len(recipe.shape.shares)
        assert recipe.title and recipe.description


@pytest.mark.parametrize("change", [{"image.stepz": "4"}, {"image.steps": "many"}, {"speed": "9"}])
def test_wrong_settings_are_named(change: dict[str, str]) -> None:
    with pytest.raises(TrainingError, match=next(iter(change)).rsplit(".", 1)[-1]):
        load_recipe("quick", change)


def test_unknown_recipe() -> None:
    with pytest.raises(TrainingError, match="no recipe"):
        load_recipe("soup")


def test_recipe_values_survive_json() -> None:
    from training.recipe import from_mapping

    recipe = load_recipe("bundled")
    assert from_mapping(Recipe, json.loads(json.dumps(recipe.to_json()))) == recipe


def test_file_names_are_safe() -> None:
    assert file_name("My chairs / 2") == "my-chairs---2.safetensors"
    assert file_name("../..") == "model.safetensors"


ALIGNED = {
    **{key: value for key, value in TINY.items() if key not in ("arch", "model")},
    "arch": "im-aligned",
    "model": "{z_dim = 4, widths = [8, 8], features = [3, 2]}",
    "shape.steps": "0",
    "image.decoder_learning_rate": "1e-3",
}


def test_an_aligned_network_learns_in_one_stage_and_another_starts_from_it(
    tmp_path: Path, data: Path
) -> None:
    recipe, first, second = load_recipe("quick", ALIGNED), tmp_path / "first", tmp_path / "second"
    run = Run(first, RunConfig(recipe, ("table",), "One", str(data), "cpu", 0), Events(first, None))
    stage = run.train()
    path = publish(stage, run.config, first / "model.safetensors", run.calibrate(stage), {})
    assert {e["stage"] for e in events_of(first) if e["event"] == "step"} == {"image"}
    assert "stage one" not in load(path)[1].recipe
    recipe = load_recipe("quick", {**ALIGNED, "image.learning_rate": "0", "image.decoder_learning_rate": "0"})
    more = RunConfig(recipe, ("car", "table"), "Two", str(data), "cpu", 0, start=str(path))
    taught = Run(second, more, Events(second, None)).train().model.decoder.state_dict()
    for name, value in load(path)[0].decoder.state_dict().items():
        assert torch.equal(taught[name], value), name
