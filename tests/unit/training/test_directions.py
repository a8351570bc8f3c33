"""Directions come from the codes of the training shapes, each the mean over its pictures."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from imrecon_gui.core.card import ModelCard
from imrecon_gui.core.checkpoint import load, save
from imrecon_gui.core.encoder import Encoding
from imrecon_gui.core.errors import TrainingError
from tests.unit.core.networks import small_config, small_model
from training.__main__ import directions
from training.directions import find
from training.shards import FORMAT_VERSION

N_SHAPES, N_VIEWS = 6, 3


class ColourModel:
    """A network whose code is the mean red and green of the picture, and the category."""

    config = small_config(input_kind="rgb", z_dim=3)

    def encode(self, images: torch.Tensor, category: torch.Tensor) -> Encoding:
        red, green = images.mean((2, 3))[:, :2].T
        return Encoding(torch.stack([red, green, category.float()], 1), None)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Cars differ in red; green only says from where they are seen. Chairs the other way round."""
    for name, shape_channel in (("car", 0), ("chair", 1)):
        folder = tmp_path / "data" / f"{name}-train-00000"
        folder.mkdir(parents=True)
        pictures = np.full((N_SHAPES, N_VIEWS, 128, 128, 4), 255, np.uint8)
        pictures[..., shape_channel] = (np.arange(N_SHAPES) * 30)[:, None, None, None]
        pictures[..., 1 - shape_channel] = (np.arange(N_VIEWS) * 100)[None, :, None, None]
        np.save(folder / "pictures.npy", pictures)
        np.save(folder / "voxels64.npy", np.zeros((N_SHAPES, 1), np.uint8))
        (folder / "shard.json").write_text(json.dumps({"format_version": FORMAT_VERSION}))
    return tmp_path / "data"


def test_directions_tell_shapes_apart_and_not_views(data: Path) -> None:
    found = find(ColourModel(), data, 100, N_VIEWS)  # type: ignore[arg-type]
    np.testing.assert_allclose(found.units[0, 0], (1, 0, 0), atol=1e-5)
    np.testing.assert_allclose(found.units[1, 0], (0, 1, 0), atol=1e-5)
    deviation = np.std(np.arange(N_SHAPES) * 30 / 255, ddof=1)
    np.testing.assert_allclose(found.deviations[:, 0], deviation, rtol=1e-4)
    np.testing.assert_allclose(found.deviations[:, 1:], 0, atol=1e-5)
    np.testing.assert_allclose(found.mean[:, 2], (0, 1))


def test_only_so_many_shapes_and_views_are_asked(data: Path) -> None:
    found = find(ColourModel(), data, 3, 1)  # type: ignore[arg-type]
    np.testing.assert_allclose(found.mean[0], (30 / 255, 0, 0), atol=1e-5)


def test_a_category_without_shards_is_told(data: Path) -> None:
    with pytest.raises(TrainingError, match="car"):
        find(ColourModel(), data.parent, 3, 1)  # type: ignore[arg-type]


def test_the_command_adds_them_to_a_model_file(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    model, path, out = small_model(), tmp_path / "tiny.safetensors", tmp_path / "more.safetensors"
    save(model, ModelCard("Tiny", model.config), path)
    directions(path, data, out, shapes=4, views=2)
    assert load(path)[0].directions is None and len(load(out)[0].directions) == 3
    directions(path, data, None, shapes=4, views=2)
    assert path.read_bytes() == out.read_bytes()
    assert "3 directions for each of 2 categories" in capsys.readouterr().out
