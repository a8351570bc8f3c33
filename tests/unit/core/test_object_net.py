"""The network that says where a photo's object is, with the weights that come with the program."""

import json
from pathlib import Path

import cv2
import numpy as np
import pytest
from safetensors import safe_open

from imrecon_gui.core.cutout import cut_out
from imrecon_gui.core.object_net import SIDE, WEIGHTS, ObjectNet, object_map

ROOT = Path(__file__).parents[3]


def room(height: int = 240, width: int = 320) -> tuple[np.ndarray, np.ndarray]:
    """A lit box before boards and a speckled floor, (h, w, 3) uint8, and where it is, (h, w) bool."""
    rng = np.random.default_rng(3)
    y, x = np.mgrid[:height, :width]
    boards = 120 + 70 * ((x // 23) % 2) + rng.integers(-10, 10, (height, width))
    floor = rng.integers(60, 190, (height, width))
    grey = np.where(y < 0.6 * height, boards, floor)[..., None] * np.array([0.9, 0.85, 0.7])
    is_box = (abs(x - 0.52 * width) < 0.2 * width) & (abs(y - 0.55 * height) < 0.27 * height)
    grey[is_box] = (np.array([60, 90, 170]) * (0.5 + 0.9 * x[..., None] / width))[is_box]
    return np.clip(grey, 0, 255).astype(np.uint8), is_box


@pytest.mark.parametrize("size", [(240, 320), (64, 200), (700, 90)])
def test_a_map_for_a_photo_of_any_size(size: tuple[int, int]) -> None:
    found = object_map(room(*size)[0])

    assert found.shape == (SIDE // 2, SIDE // 2)
    assert found.dtype == np.float32
    assert 0 <= found.min() <= found.max() <= 1


def test_an_object_before_stronger_contrasts_is_known() -> None:
    rgb, is_box = room()

    found = object_map(rgb)

    there = cv2.resize(is_box.astype(np.uint8), (SIDE // 2, SIDE // 2), interpolation=cv2.INTER_AREA) > 0
    assert found[there].mean() > found[~there].mean() + 0.5


def test_it_is_cut_out() -> None:
    rgb, is_box = room()

    mask = cut_out(rgb) > 127

    assert np.count_nonzero(mask & is_box) / np.count_nonzero(mask | is_box) > 0.9


def test_a_mirrored_photo_has_the_mirrored_map() -> None:
    rgb = room(256, 256)[0]

    np.testing.assert_allclose(object_map(rgb[:, ::-1]), object_map(rgb)[:, ::-1], atol=1e-5)


def test_the_weights_are_whole_and_say_where_they_come_from() -> None:
    with safe_open(WEIGHTS, "pt") as file:
        card, names = json.loads(file.metadata()["imrecon"]), set(file.keys())

    assert names == set(ObjectNet().folded().state_dict())
    assert card["licence"] == "MIT"
    assert "no photo" in card["data"]
    assert card["held_out_iou"] > 0.6


def test_all_bundled_weights_stay_within_thirty_megabytes() -> None:
    models = (ROOT / "resources" / "models").glob("*.safetensors")

    assert WEIGHTS.stat().st_size + sum(path.stat().st_size for path in models) <= 30_000_000
