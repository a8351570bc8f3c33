"""How much of held-out shapes models know, category by category."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from imrecon_gui.core.card import ModelCard
from imrecon_gui.core.checkpoint import save
from imrecon_gui.core.encoder import Encoding
from imrecon_gui.core.errors import TrainingError
from tests.unit.core.networks import small_config, small_model
from training.__main__ import held_out
from training.held_out import held_categories, overlaps, table
from training.sampling import cell_centres
from training.shards import FORMAT_VERSION

RADIUS = {"car": 0.4, "vase": 0.25}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Balls: large ones are cars, small ones vases."""
    axis = cell_centres(64)
    far = np.linalg.norm(np.stack(np.meshgrid(axis, axis, axis, indexing="ij"), -1), axis=-1)
    for name, radius in RADIUS.items():
        folder = tmp_path / "data" / f"{name}-held-00000"
        folder.mkdir(parents=True)
        arrays = {
            "pictures": np.zeros((2, 1, 128, 128, 4), np.uint8),
            "voxels64": np.packbits((far < radius)[None].repeat(2, 0).reshape(2, -1), axis=1),
        }
        for key, values in arrays.items():
            np.save(folder / f"{key}.npy", values)
        (folder / "shard.json").write_text(json.dumps({"format_version": FORMAT_VERSION}))
    return tmp_path / "data"


class Balls:
    """A network that draws a car's ball for a car, and for what it is not told; for chairs a tiny one."""

    config = small_config()

    def encode(self, images: Tensor, category: Tensor | None = None) -> Encoding:
        told = torch.tensor([[0.4]]) if category is None else torch.tensor([[0.1 if int(category) else 0.4]])
        return Encoding(told, torch.tensor([[1.0, 0.0]]))

    def bind(self, encoding: Encoding) -> Callable[[Tensor], Tensor]:
        return lambda points: (encoding.z[0, 0] - points.norm(dim=-1)) * 50


def test_a_known_category_is_told_and_an_unknown_one_is_not(data: Path) -> None:
    found = overlaps(Balls(), data, held_categories(data), 2)  # type: ignore[arg-type]
    assert list(found) == ["car", "vase"]
    assert found["car"] > 0.93
    assert found["vase"] == pytest.approx((0.25 / 0.4) ** 3, abs=0.03)


def test_a_folder_without_held_out_shapes_is_told(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="no held-out shapes"):
        held_categories(tmp_path)


def test_the_table_ends_with_the_mean_over_categories() -> None:
    lines = table(["a", "longer name"], [{"car": 0.2, "mug": 0.4}, {"car": 0.5, "mug": 0.6}]).splitlines()
    assert lines[0].split() == ["a", "longer", "name"]
    assert lines[-1].split() == ["macro", "0.300", "0.550"]
    assert len(set(map(len, lines))) == 1


def test_the_command_compares_model_files(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    network = small_model(categories=("car",))
    path = tmp_path / "small.safetensors"
    save(network, ModelCard("Small", network.config), path)
    held_out([str(path), str(path)], data, 1)
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert [row[0] for row in rows[1:]] == ["car", "vase", "macro"]
    assert all(row[1] == row[2] for row in rows[1:])
