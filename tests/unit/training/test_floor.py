"""The floor that cut-outs keep: where it lies, how both are framed, and the same for whole batches."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from training import augment as augment_module
from training.augment import augmented
from training.floor import Floor, Warp, drawn_floor, laid_under
from training.resident import floor as batched
from training.resident.faults import placed, then
from training.resident.noise import Noise

UInt8Array = NDArray[np.uint8]


def table() -> UInt8Array:
    """A board on a leg: columns 24 to 104 above, 56 to 64 below; rows 40 to 88."""
    picture = np.zeros((128, 128, 4), np.uint8)
    picture[40:50, 24:104] = picture[50:88, 56:64] = (200, 30, 30, 255)
    return picture


def box_of(mask: NDArray[np.bool_]) -> tuple[int, int, int, int]:
    """First and last row and column, the last ones exclusive."""
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    return rows[0], rows[-1] + 1, columns[0], columns[-1] + 1


@pytest.fixture
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """Floor under every object, and a box that is exact."""
    monkeypatch.setattr(augment_module, "FLOORS", 1.0)
    monkeypatch.setattr(augment_module, "_drawn_warp", lambda rng, strength: Warp(1.0, 0.0, 0.0))


def test_floor_lies_at_the_foot_and_both_fill_the_picture_as_the_object_did(always: None) -> None:
    for seed in range(20):
        found, warp = augmented(table(), np.random.default_rng(seed), 1.0)

        top, bottom, left, right = box_of(found[..., 3] > 127)
        assert max(bottom - top, right - left) == pytest.approx(
            80, abs=7
        )  # its rim is ragged, masks are faulty
        assert (top + bottom) / 2 == pytest.approx(64, abs=5)
        assert (left + right) / 2 == pytest.approx(64, abs=5)
        assert 0.4 < warp.scale <= 1.0


def test_the_warp_tells_where_the_object_went(always: None) -> None:
    for seed in range(5):
        rng = np.random.default_rng(seed)
        floor, warp = drawn_floor(table()[..., 3], rng)
        moved = augment_module._warped(table(), warp)

        top, bottom, left, right = box_of(moved[..., 3] > 127)
        middle = 64 + 64 * np.array([warp.right, -warp.up])
        assert ((left + right) / 2, (top + bottom) / 2) == pytest.approx(middle, abs=1)
        assert right - left == pytest.approx(80 * warp.scale, abs=2)
        assert floor.y - floor.high < 1 - bottom / 64 + 0.3


def test_the_object_hides_the_floor_and_the_floor_is_dark_in_the_middle() -> None:
    floor = Floor(0.0, -0.4, 0.5, 0.2)

    found = laid_under(table(), floor, np.random.default_rng(1))

    there = table()[..., 3] == 255
    np.testing.assert_array_equal(found[there], table()[there])
    assert (found[86:92, 68:74, 3] == 255).all()
    assert found[86:92, 70, :3].mean() < found[86:92, 90, :3].mean() < 255
    assert not found[:60, :20].any() and not found[110:].any()


def test_warps_follow_each_other() -> None:
    first, second = Warp(0.5, 0.1, -0.2), Warp(0.8, -0.05, 0.3)
    floor = Floor(0.3, -0.6, 0.4, 0.1)

    assert floor.moved(first).moved(second) == pytest.approx(floor.moved(first.then(second)))
    both = then(torch.tensor([first]), torch.tensor([second]))
    assert both[0].tolist() == pytest.approx(list(first.then(second)))
    assert placed(torch.tensor([floor]), both)[0].tolist() == pytest.approx(
        list(floor.moved(first.then(second)))
    )


def test_a_batch_draws_the_same_floors() -> None:
    torch.manual_seed(0)
    alpha = torch.from_numpy(table()[..., 3] / np.float32(255))[None, None].repeat(2000, 1, 1, 1)
    rng = np.random.default_rng(0)

    chosen, floors, framing = batched.drawn_floors(alpha, 1.0)

    theirs = [drawn_floor(table()[..., 3], rng) for _ in range(2000)]
    for ours, reference in ((floors, [f for f, _ in theirs]), (framing, [w for _, w in theirs])):
        expected = np.array(reference)
        np.testing.assert_allclose(ours.mean(0), expected.mean(0), atol=0.02)
        np.testing.assert_allclose(ours.std(0), expected.std(0), atol=0.02)
    assert chosen.all()


def test_a_batch_lays_the_same_floor() -> None:
    floor = Floor(0.1, -0.4, 0.5, 0.2)
    whole = torch.from_numpy(table()).permute(2, 0, 1)[None].float() / 255

    ours = batched.laid_under(whole, torch.tensor([floor]), Noise("cpu"))[0].permute(1, 2, 0).numpy() * 255

    theirs = laid_under(table(), floor, np.random.default_rng(0))
    assert np.abs(ours[..., 3] - theirs[..., 3]).mean() < 3
    np.testing.assert_allclose(ours[table()[..., 3] == 255], table()[table()[..., 3] == 255], atol=0.01)


def test_where_nothing_is_seen_nothing_stands() -> None:
    empty = np.zeros((128, 128, 4), np.uint8)
    alpha = torch.zeros(3, 1, 128, 128)
    alpha[1] = torch.from_numpy(table()[..., 3] / np.float32(255))

    chosen, _, framing = batched.drawn_floors(alpha, 1.0)

    assert chosen.tolist() == [False, True, False]
    assert framing[0].tolist() == framing[2].tolist() == [1.0, 0.0, 0.0]
    assert not augmented(empty, np.random.default_rng(0), 1.0)[0][..., 3].any()
    assert batched.drawn_floors(alpha, 0.0)[0].sum() == 0
