"""Where the framed object lies, its colours at the edge, and the numbers the network reads."""

from __future__ import annotations

import numpy as np
import pytest

from imrecon_gui.core.errors import ImageError
from imrecon_gui.core.framing import frame, network_input, object_box, premultiply, unpremultiply
from imrecon_gui.core.types import INPUT_FILL, INPUT_SIZE

LONGEST = INPUT_FILL * INPUT_SIZE
LIGHT = (240, 230, 220)


def block(
    size: tuple[int, int], box: tuple[int, int, int, int], colour: tuple[int, int, int] = LIGHT
) -> np.ndarray:
    """(h, w, 4): an opaque box (left, top, right, bottom); black, transparent elsewhere."""
    rgba = np.zeros((*size, 4), np.uint8)
    left, top, right, bottom = box
    rgba[top:bottom, left:right] = (*colour, 255)
    return rgba


def extent(coverage: np.ndarray) -> tuple[float, float]:
    """Length and centre of a run of coverage in [0, 1], to a fraction of a pixel."""
    return float(coverage.sum()), float((coverage * (np.arange(len(coverage)) + 0.5)).sum() / coverage.sum())


BOXES = [
    ((256, 256), (40, 100, 241, 160)),
    ((1024, 700), (3, 10, 690, 1001)),
    ((60, 50), (11, 20, 44, 31)),
    ((20, 20), (4, 5, 11, 14)),
    ((300, 300), (0, 0, 300, 300)),
    ((200, 400), (350, 0, 400, 77)),
]


@pytest.mark.parametrize(("size", "box"), BOXES)
def test_the_box_lands_where_the_convention_says(
    size: tuple[int, int], box: tuple[int, int, int, int]
) -> None:
    coverage = frame(block(size, box))[..., 3] / 255
    width, height = box[2] - box[0], box[3] - box[1]
    scale = LONGEST / max(width, height)
    across, x = extent(coverage.max(axis=0))
    down, y = extent(coverage.max(axis=1))
    assert across == pytest.approx(width * scale, abs=0.6)
    assert down == pytest.approx(height * scale, abs=0.6)
    assert x == pytest.approx(INPUT_SIZE / 2, abs=0.1)
    assert y == pytest.approx(INPUT_SIZE / 2, abs=0.1)


@pytest.mark.parametrize(("size", "box"), BOXES)
def test_no_dark_fringe(size: tuple[int, int], box: tuple[int, int, int, int]) -> None:
    framed = frame(block(size, box))
    visible = framed[framed[..., 3] > 25][:, :3].astype(int)
    assert np.abs(visible - np.array(LIGHT)).max() <= 12
    solid = framed[framed[..., 3] > 250][:, :3].astype(int)
    assert np.abs(solid - np.array(LIGHT)).max() <= 1


def test_shrinking_averages_instead_of_picking() -> None:
    rgba = block((1024, 1024), (64, 64, 960, 960))
    stripes = (np.arange(1024) % 2 * 255).astype(np.uint8)
    rgba[64:960, 64:960, :3] = stripes[64:960, None]
    inside = frame(rgba)[20:-20, 20:-20, :3].astype(int)
    assert np.abs(inside - 127).max() <= 6


def test_specks_do_not_count() -> None:
    rgba = block((256, 256), (100, 100, 180, 180))
    expected = frame(rgba)
    rgba[3:5, 250:252] = 255
    np.testing.assert_array_equal(frame(rgba), expected)


def test_large_separate_pieces_count() -> None:
    alpha = np.zeros((100, 200), np.uint8)
    alpha[10:40, 20:50] = 255
    alpha[60:90, 150:180] = 200
    alpha[0:5, 0:5] = 127
    assert object_box(alpha) == (20, 10, 180, 90)


def test_framing_a_framed_picture_hardly_changes_it() -> None:
    y, x = np.mgrid[:300, :300]
    rgba = np.zeros((300, 300, 4), np.uint8)
    rgba[..., :3] = np.stack([x // 2, y // 2, (x + y) // 4], axis=-1)
    rgba[..., 3] = 255 * ((x - 150) ** 2 + (y - 130) ** 2 < 110**2)
    once = frame(rgba)
    difference = np.abs(frame(once).astype(int) - once.astype(int))
    assert difference.mean() < 1.5


def test_nothing_opaque() -> None:
    with pytest.raises(ImageError, match="transparent"):
        frame(np.full((64, 64, 4), 127, np.uint8))


@pytest.mark.parametrize(
    "rgba", [np.zeros((9, 9, 3), np.uint8), np.zeros((9, 9, 4)), np.zeros((9, 9), np.uint8)]
)
def test_frame_wants_rgba_bytes(rgba: np.ndarray) -> None:
    with pytest.raises(ValueError, match="uint8"):
        frame(rgba)


def test_premultiplying_and_back() -> None:
    rgba = np.array([[[200, 100, 50, 255], [200, 100, 50, 51], [200, 100, 50, 0]]], np.uint8)
    assert premultiply(rgba).tolist() == [[[200, 100, 50, 255], [40, 20, 10, 51], [0, 0, 0, 0]]]
    assert unpremultiply(premultiply(rgba)).tolist() == [
        [[200, 100, 50, 255], [200, 100, 50, 51], [0, 0, 0, 0]]
    ]


PIXELS = np.array([[[255, 0, 0, 255], [0, 255, 0, 0], [0, 0, 255, 51], [0, 0, 0, 255]]], np.uint8)
ON_WHITE = np.array([[1, 0, 0], [1, 1, 1], [0.8, 0.8, 1.0], [0, 0, 0]])


def test_rgb_is_composited_on_white() -> None:
    np.testing.assert_allclose(network_input(PIXELS, "rgb")[:, 0].T, ON_WHITE, atol=1e-6)


def test_rgba_adds_the_mask() -> None:
    values = network_input(PIXELS, "rgba")
    assert values.dtype == np.float32
    assert values.flags.c_contiguous
    np.testing.assert_allclose(values[:3, 0].T, ON_WHITE, atol=1e-6)
    np.testing.assert_allclose(values[3, 0], [1, 0, 0.2, 1], atol=1e-6)


def test_gray_is_the_luminance() -> None:
    expected = ON_WHITE @ [0.299, 0.587, 0.114]
    np.testing.assert_allclose(network_input(PIXELS, "gray")[0, 0], expected, atol=1e-6)


@pytest.mark.parametrize(("kind", "channels"), [("rgba", 4), ("rgb", 3), ("gray", 1)])
def test_batches(kind: str, channels: int) -> None:
    rng = np.random.default_rng(3)
    batch = rng.integers(0, 256, (2, 3, 128, 128, 4), np.uint8)
    values = network_input(batch, kind)
    assert values.shape == (2, 3, channels, 128, 128)
    np.testing.assert_array_equal(values[1, 2], network_input(batch[1, 2], kind))
    assert values.min() >= 0
    assert values.max() <= 1


def test_unknown_kinds_and_shapes() -> None:
    with pytest.raises(ValueError, match="depth"):
        network_input(PIXELS, "depth")
    with pytest.raises(ValueError, match="uint8"):
        network_input(PIXELS[..., :3], "rgb")
    with pytest.raises(ValueError, match="uint8"):
        network_input(PIXELS.astype(np.float32), "rgb")
