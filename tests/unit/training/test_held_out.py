"""How much of held-out shapes models know, category by category."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor

from imrecon_gui.core.card import ModelCard
from imrecon_gui.core.checkpoint import save
from imrecon_gui.core.encoder import Encoding
from imrecon_gui.core.errors import TrainingError
from tests.unit.core.networks import small_config, small_model
from training.__main__ import held_out
from training.held_out import Known, held_categories, known, table
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
            "pictures": np.full((2, 1, 128, 128, 4), disc()[..., None], np.uint8),
            "voxels64": np.packbits((far < radius)[None].repeat(2, 0).reshape(2, -1), axis=1),
        }
        for key, values in arrays.items():
            np.save(folder / f"{key}.npy", values)
        (folder / "shard.json").write_text(json.dumps({"format_version": FORMAT_VERSION}))
    return tmp_path / "data"


def disc() -> NDArray[np.uint8]:
    """(128, 128) white within a circle, else black."""
    y, x = np.mgrid[:128, :128] - 63.5
    return np.where(np.hypot(x, y) < 40, np.uint8(255), np.uint8(0))


class Balls:
    """A network that draws a car's ball for a car, and for what it is not told; for chairs a tiny one."""

    config = small_config()

    def encode(self, images: Tensor, category: Tensor | None = None) -> Encoding:
        told = torch.tensor([[0.4]]) if category is None else torch.tensor([[0.1 if int(category) else 0.4]])
        return Encoding(told, torch.tensor([[1.0, 0.0]]))

    def bind(self, encoding: Encoding) -> Callable[[Tensor], Tensor]:
        return lambda points: (encoding.z[0, 0] - points.norm(dim=-1)) * 50


def test_a_known_category_is_told_and_an_unknown_one_is_not(data: Path) -> None:
    found = known(Balls(), data, held_categories(data), 2)  # type: ignore[arg-type]
    assert list(found) == ["car", "vase"]
    assert found["car"].overlap > 0.93
    assert (found["car"].named, found["vase"].named) == (1.0, 0.0)
    assert found["vase"].overlap == pytest.approx((0.25 / 0.4) ** 3, abs=0.03)


def test_pictures_can_have_floor_in_them(data: Path) -> None:
    class Watcher(Balls):
        """Also remembers the opacities it was shown."""

        config = small_config(input_kind="rgba")

        def __init__(self) -> None:
            self.seen: list[Tensor] = []

        def encode(self, images: Tensor, category: Tensor | None = None) -> Encoding:
            self.seen.append(images[0, 3])
            return super().encode(images, category)

    plain, standing = Watcher(), Watcher()
    known(plain, data, ["car"], 1)  # type: ignore[arg-type]
    known(standing, data, ["car"], 1, floor=True)  # type: ignore[arg-type]

    on_disc = torch.from_numpy(disc() > 0)
    assert torch.equal(plain.seen[0] > 0.5, on_disc)
    lower, upper = slice(64, None), slice(None, 64)
    beyond = (standing.seen[0] > 0.5) & ~on_disc
    assert beyond[lower].sum() > 20
    assert beyond[upper].sum() == 0


def test_a_folder_without_held_out_shapes_is_told(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="no held-out shapes"):
        held_categories(tmp_path)


def test_the_table_ends_with_the_mean_over_categories() -> None:
    rows = [
        {"car": Known(0.2, 1.0), "mug": Known(0.4, 0.5)},
        {"car": Known(0.5, 0.0), "mug": Known(0.6, 0.2)},
    ]
    lines = table(["a", "longer name"], rows).splitlines()
    assert lines[0].split() == ["a", "longer", "name"]
    assert lines[-2].split() == ["macro", "0.300", "0.550"]
    assert lines[-1].split() == ["named", "0.750", "0.100"]
    assert len(set(map(len, lines))) == 1


def test_the_command_compares_model_files(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    network = small_model(categories=("car",))
    path = tmp_path / "small.safetensors"
    save(network, ModelCard("Small", network.config), path)
    held_out([str(path), str(path)], data, 1)
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert [row[0] for row in rows[1:]] == ["car", "vase", "macro", "named"]
    assert all(row[1] == row[2] for row in rows[1:])
