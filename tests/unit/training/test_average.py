"""The mean of models' weights, calibrated anew."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from imrecon_gui.core.card import ModelCard
from imrecon_gui.core.checkpoint import load, save
from imrecon_gui.core.config import ModelConfig
from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.model import ReconModel
from training import average as module
from training.average import average, mean
from training.average_command import _part
from training.calibrate import Calibration

SMALL = {"z_dim": 4, "widths": (8, 8), "features": (3, 2)}
FOUND = Calibration((0.25, 0.5), (True, False), 0.4321)


def stored(folder: Path, name: str, seed: int, categories: tuple[str, ...] = ("car", "mug")) -> Path:
    torch.manual_seed(seed)
    config = ModelConfig.preset("im-aligned", categories, biases=(1.0,) * len(categories), **SMALL)
    path = folder / f"{name}.safetensors"
    save(ReconModel(config).eval(), ModelCard(name, config, recipe=f"how {name} was made"), path)
    return path


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    return stored(tmp_path, "one", 1), stored(tmp_path, "two", 2)


def test_weights_are_added_by_their_shares_and_counters_kept(pair):
    one, two = (load(path)[0].state_dict() for path in pair)
    found = mean([(pair[0], 0.25), (pair[1], 0.75)])
    assert set(found) == set(one)
    for name, value in found.items():
        floats = value.is_floating_point()
        expected = 0.25 * one[name] + 0.75 * two[name] if floats else one[name]
        torch.testing.assert_close(value, expected)


def test_the_mean_is_calibrated_and_told_in_its_card(pair, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(module, "opened", lambda data, categories, held: (data, categories, held))
    monkeypatch.setattr(module, "held_loader", lambda *words: words)

    def calibrated(stage, held, categories):
        asked.append((stage.model.config, held, categories))
        return FOUND

    monkeypatch.setattr(module, "calibrate", calibrated)
    out = tmp_path / "mean.safetensors"
    assert average([(pair[0], 1), (pair[1], 3)], tmp_path / "shards", out, 0.6, 5) == FOUND
    config, held, categories = asked[0]
    assert config.biases == () and categories == 2
    assert held[0] == (tmp_path / "shards", ("car", "mug"), True) and held[-2:] == (5, 0.6)
    model, card = load(out)
    assert card.config.biases == FOUND.biases and card.config.mirrored == ("car",)
    assert "0.25 of one" not in card.recipe and "1 of one, 3 of two" in card.recipe
    assert "how one was made" in card.recipe and dict(card.metrics)[module.METRIC] == 0.4321
    expected = mean([(pair[0], 0.25), (pair[1], 0.75)])["decoder.last.weight"]
    torch.testing.assert_close(model.decoder.last.weight, expected, atol=1e-3, rtol=1e-3)  # halves


def test_other_designs_and_categories_are_refused(pair, tmp_path):
    other = stored(tmp_path, "other", 3, ("car", "boat"))
    with pytest.raises(TrainingError, match=r"other\.safetensors"):
        mean([(pair[0], 0.5), (other, 0.5)])


@pytest.mark.parametrize("shares", [(0, 0), (-1, 2), (float("nan"), 1)])
def test_senseless_shares_are_refused(pair, tmp_path, shares):
    with pytest.raises(TrainingError, match="Shares"):
        average(list(zip(pair, shares, strict=True)), tmp_path, tmp_path / "out.safetensors")


def test_shares_are_read_and_may_be_missing():
    assert _part("Thirteen categories=.45") == ("Thirteen categories", 0.45)
    assert _part("a/b.safetensors") == ("a/b.safetensors", 1.0)
    with pytest.raises(TrainingError, match="half"):
        _part("one=half")
