import dataclasses
import json
import struct
import subprocess
import sys

import pytest
import torch
from safetensors.torch import save_file

from imrecon_gui.core.card import METADATA_KEY
from imrecon_gui.core.checkpoint import ModelCard, load, read_card, save
from imrecon_gui.core.errors import ModelError
from tests.unit.core.networks import small_model


@pytest.fixture
def saved(tmp_path):
    """A small network, its card and its file."""
    model = small_model()
    card = ModelCard(
        name="Tiny",
        config=model.config,
        training_data="Two shapes.",
        recipe="None.",
        metrics=(("iou/car", 0.75), ("iou", 0.5)),
        licence="CC0-1.0",
        created="2024-01-02T03:04:05+00:00",
    )
    path = tmp_path / "models" / "tiny.safetensors"
    save(model, card, path)
    return model, card, path


def outputs(model) -> torch.Tensor:
    torch.manual_seed(1)
    images, points = torch.rand(2, 1, 128, 128), torch.rand(2, 50, 3) - 0.5
    with torch.inference_mode():
        return model(images, points)[0]


def test_a_network_and_its_card_come_back(saved):
    model, card, path = saved
    again, its_card = load(path)
    assert its_card == card and not again.training
    torch.testing.assert_close(outputs(again), outputs(model), atol=0, rtol=0)
    assert [p.requires_grad for p in again.parameters()] == [True] * len(list(again.parameters()))
    assert [file.name for file in path.parent.iterdir()] == ["tiny.safetensors"]


def test_half_size_changes_little(saved, tmp_path):
    model, card, path = saved
    small = tmp_path / "half.safetensors"
    save(model, card, small, half=True)
    again, _ = load(small)
    assert small.stat().st_size < 0.75 * path.stat().st_size
    assert all(p.dtype == torch.float32 for p in again.parameters())
    difference = (outputs(again) - outputs(model)).abs().max()
    assert 0 < difference < 0.01


def test_half_keeps_what_it_could_not_hold(saved, tmp_path):
    model, card, _ = saved
    model.decoder.layers[0].bias.data[0] = 1e6
    save(model, card, tmp_path / "half.safetensors", half=True)
    assert load(tmp_path / "half.safetensors")[0].decoder.layers[0].bias[0] == 1e6


def test_saving_replaces_the_old_file(saved):
    model, card, path = saved
    save(model, dataclasses.replace(card, name="Newer"), path)
    assert read_card(path).name == "Newer"


def test_a_failed_write_leaves_nothing(saved, tmp_path, monkeypatch):
    model, card, _ = saved
    folder = tmp_path / "full"
    monkeypatch.setattr("pathlib.Path.replace", _no_space)
    with pytest.raises(ModelError, match="No space left"):
        save(model, card, folder / "a.safetensors")
    assert list(folder.iterdir()) == []


def _no_space(*_):
    raise OSError(28, "No space left on device")


def test_a_card_of_another_network_is_a_bug(saved, tmp_path):
    model, card, _ = saved
    with pytest.raises(ValueError, match="another network"):
        save(model, dataclasses.replace(card, config=small_model(z_dim=6).config), tmp_path / "a")


def test_a_missing_file(tmp_path):
    with pytest.raises(ModelError, match=r"none\.safetensors cannot be read"):
        read_card(tmp_path / "none.safetensors")


@pytest.mark.parametrize("length", [0, 3, 8, 100, -100, -1])
@pytest.mark.parametrize("reader", [read_card, load])
def test_truncated_files(saved, length, reader):
    path = saved[2]
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(ModelError, match="not a whole safetensors file"):
        reader(path)


@pytest.mark.parametrize(
    "data",
    [
        b"\x80\x02}q\x00." * 20,
        struct.pack("<Q", 2**62) + b"{}",
        struct.pack("<Q", 2) + b"[]",
        struct.pack("<Q", 2) + b"{x",
        struct.pack("<Q", 10) + b'{"a": {}}\n',
        struct.pack("<Q", 23) + b'{"__metadata__": "abc"}',
    ],
)
def test_foreign_files(tmp_path, data):
    path = tmp_path / "model.safetensors"
    path.write_bytes(data)
    with pytest.raises(ModelError, match="not a whole safetensors file"):
        read_card(path)


def test_a_file_without_a_card(tmp_path):
    save_file({"a": torch.zeros(1)}, tmp_path / "a.safetensors")
    with pytest.raises(ModelError, match="no model card"):
        load(tmp_path / "a.safetensors")


def rewritten(saved, change) -> ModelError:
    """Load the file after a change to its card's JSON values; returns what that raised."""
    model, card, path = saved
    values = json.loads(card.to_json())
    change(values)
    save_file(model.state_dict(), path, {METADATA_KEY: json.dumps(values)})
    with pytest.raises(ModelError) as caught:
        load(path)
    return caught.value


def test_an_unknown_version_explains_itself(saved):
    error = rewritten(saved, lambda card: card.update(format_version=99))
    assert "version 99" in error.message and "Update the program" in error.hint


@pytest.mark.parametrize(
    "damage",
    [
        lambda card: card.pop("config"),
        lambda card: card["config"].pop("z_dim"),
        lambda card: card.update(name=7),
        lambda card: card.update(metrics=[["iou"]]),
        lambda card: card["config"].update(encoder="vit"),
    ],
)
def test_damaged_cards(saved, damage):
    assert rewritten(saved, damage).hint


@pytest.mark.parametrize("change", [{"z_dim": 6}, {"widths": [16, 12, 8, 8]}, {"widths": [16, 12, 9]}])
def test_weights_that_do_not_fit(saved, change):
    assert "do not fit" in rewritten(saved, lambda card: card["config"].update(change)).message


def test_cards_are_read_without_torch(saved):
    code = (
        "import sys; from pathlib import Path; from imrecon_gui.core.checkpoint import read_card;"
        "card = read_card(Path(sys.argv[1])); assert 'torch' not in sys.modules;"
        "sys.stdout.write(card.name)"
    )
    done = subprocess.run([sys.executable, "-c", code, saved[2]], capture_output=True, text=True, check=True)
    assert done.stdout == "Tiny"
