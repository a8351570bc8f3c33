"""The brush, the rectangle, turning and the history."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pytest

from imrecon_gui.core.errors import ImageError
from imrecon_gui.core.history import History
from imrecon_gui.core.mask_edit import NOTHING, cut_out_box, paint, union
from imrecon_gui.core.rotation import rotated, turned_size


def area(alpha: np.ndarray) -> float:
    return float(alpha.sum()) / 255


def blank(value: int = 0, size: tuple[int, int] = (120, 160)) -> np.ndarray:
    return np.full(size, value, np.uint8)


@pytest.mark.parametrize("radius", [1.0, 4.5, 20.0])
def test_a_dab_is_a_disc_with_a_soft_edge(radius):
    alpha = blank()
    paint(alpha, (70.3, 60.7), (70.3, 60.7), radius, adds=True)
    assert area(alpha) == pytest.approx(math.pi * radius**2, rel=0.03, abs=0.4)
    y, x = np.mgrid[:120, :160] + 0.5
    assert (x * alpha).sum() / alpha.sum() == pytest.approx(70.3, abs=0.05)
    assert (y * alpha).sum() / alpha.sum() == pytest.approx(60.7, abs=0.05)
    assert ((alpha > 0) & (alpha < 255)).any()


def test_a_piece_of_a_stroke_is_a_capsule():
    alpha = blank()
    paint(alpha, (40, 50), (100, 80), 10, adds=True)
    length = math.hypot(60, 30)
    assert area(alpha) == pytest.approx(20 * length + math.pi * 100, rel=0.01)


def test_a_stroke_in_pieces_is_the_stroke_in_one():
    whole, pieces = blank(), blank()
    paint(whole, (20, 60), (140, 60), 7, adds=True)
    for x in range(20, 140, 4):
        paint(pieces, (x, 60), (x + 4, 60), 7, adds=True)
    assert np.abs(whole.astype(int) - pieces).max() <= 1


def test_erasing_is_adding_turned_round():
    added, erased = blank(0), blank(255)
    paint(added, (30, 30), (90, 70), 9, adds=True)
    paint(erased, (30, 30), (90, 70), 9, adds=False)
    np.testing.assert_array_equal(added, 255 - erased)


def test_the_box_holds_all_that_changed():
    alpha = blank()
    left, top, right, bottom = paint(alpha, (-3, 20), (30, 50), 12, adds=True)
    assert (left, top) == (0, 7)
    outside = alpha.copy()
    outside[top:bottom, left:right] = 0
    assert not outside.any()
    assert alpha.any()


def test_a_stroke_outside_the_picture_changes_nothing():
    alpha = blank()
    assert paint(alpha, (-90, -90), (-50, 300), 12, adds=True) == NOTHING
    assert not alpha.any()


def test_a_union_with_nothing_is_the_other():
    assert union(NOTHING, (3, 4, 5, 6)) == (3, 4, 5, 6) == union((3, 4, 5, 6), NOTHING)
    assert union((0, 5, 4, 9), (2, 1, 8, 6)) == (0, 1, 8, 9)


def two_things() -> np.ndarray:
    """A red disc on the left and a blue square on the right, on a light ground with a little noise."""
    rng = np.random.default_rng(4)
    rgb = np.full((200, 320, 3), 215.0) + rng.normal(0, 1, (200, 320, 3))
    y, x = np.mgrid[:200, :320]
    rgb[(x - 85) ** 2 + (y - 100) ** 2 < 45**2] = (190, 30, 30)
    rgb[60:140, 200:280] = (30, 40, 170)
    return np.clip(rgb, 0, 255).astype(np.uint8)


def test_a_rectangle_chooses_one_of_two_things():
    alpha = cut_out_box(two_things(), (185, 45, 295, 155))
    assert area(alpha[60:140, 200:280]) == pytest.approx(80 * 80, rel=0.03)
    assert area(alpha) == pytest.approx(80 * 80, rel=0.05)
    assert not alpha[:, :185].any()


@pytest.mark.parametrize("box", [(10, 10, 20, 100), (300, 180, 500, 190), (5, 5, 5, 5)])
def test_a_rectangle_too_small_is_refused(box):
    with pytest.raises(ImageError, match="too small"):
        cut_out_box(two_things(), box)


def test_a_rectangle_around_nothing_is_refused():
    with pytest.raises(ImageError, match="inside the rectangle"):
        cut_out_box(np.full((100, 100, 3), 200, np.uint8), (20, 20, 80, 80))


def test_quarters_move_pixels_and_change_none():
    rgba = np.random.default_rng(0).integers(0, 256, (5, 7, 4), np.uint8)
    turned = rotated(rgba, 90, 100)
    assert turned.shape == (7, 5, 4)
    np.testing.assert_array_equal(turned[0, 4], rgba[0, 0])  # clockwise: left upper to right upper
    np.testing.assert_array_equal(rotated(turned, -90, 100), rgba)
    np.testing.assert_array_equal(rotated(rgba, 360, 100), rgba)


def dot(size: tuple[int, int], x: int, y: int) -> np.ndarray:
    rgba = np.zeros((*size, 4), np.uint8)
    rgba[y - 3 : y + 3, x - 3 : x + 3] = (250, 120, 10, 255)
    return rgba


@pytest.mark.parametrize("angle", [10.0, -7.0, 100.0])
def test_any_angle_turns_clockwise_about_the_middle(angle):
    turned = rotated(dot((80, 120), 100, 30), angle, 1024)
    width, height = turned_size(120, 80, angle)
    assert turned.shape[:2] == (math.ceil(height), math.ceil(width))
    mask = turned[..., 3].astype(float)
    y, x = np.mgrid[: mask.shape[0], : mask.shape[1]] + 0.5
    radians = math.radians(angle)
    dx, dy = 100 - 60, 30 - 40
    middle = turned.shape[1] / 2, turned.shape[0] / 2
    want_x = middle[0] + dx * math.cos(radians) - dy * math.sin(radians)
    want_y = middle[1] + dx * math.sin(radians) + dy * math.cos(radians)
    assert (x * mask).sum() / mask.sum() == pytest.approx(want_x, abs=0.1)
    assert (y * mask).sum() / mask.sum() == pytest.approx(want_y, abs=0.1)
    assert mask.sum() / 255 == pytest.approx(36, rel=0.05)
    edge = turned[(mask > 20) & (mask < 250)]
    assert np.abs(edge[:, :3].astype(int) - (250, 120, 10)).max() <= 12  # no dark fringe


def test_a_large_picture_is_reduced_when_it_is_turned():
    assert max(rotated(dot((90, 90), 45, 45), 45, 100).shape[:2]) == 100


@dataclass(frozen=True)
class Step:
    name: str
    n_bytes: int = 10


def test_undo_and_redo_go_back_and_forth():
    history: History[Step] = History(1000)
    assert history.undo() is None and history.redo() is None
    for name in "abc":
        history.push(Step(name))
    assert [history.undo().name, history.undo().name] == ["c", "b"]
    assert history.redo().name == "b"
    history.push(Step("d"))
    assert not history.can_redo
    assert [history.undo().name for _ in range(3)] == ["d", "b", "a"]
    assert not history.can_undo


def test_the_history_forgets_the_oldest_and_keeps_the_newest():
    history: History[Step] = History(35)
    for name in "abcdef":
        history.push(Step(name))
    assert history.n_bytes == 30
    assert [history.undo().name for _ in range(3)] == ["f", "e", "d"]
    history.push(Step("huge", 99))
    assert history.undo().name == "huge"
