from __future__ import annotations

import numpy as np
import pytest

from training import augment as augment_module
from training.augment import _premultiplied, _straight, augment
from training.mask_noise import damage_mask


@pytest.fixture
def pictures():
    """Eight discs of radius 40 in a colour gradient."""
    y, x = np.mgrid[:128, :128] - 63.5
    alpha = np.clip(40.5 - np.hypot(x, y), 0, 1) * 255
    picture = np.dstack([x + 100, y + 120, np.full_like(x, 60), alpha]).clip(0, 255)
    return np.repeat(picture.astype(np.uint8)[None], 8, axis=0)


@pytest.fixture
def no_floor(monkeypatch):
    """With floor under it, an object is smaller and off the middle: see `test_floor`."""
    monkeypatch.setattr(augment_module, "FLOORS", 0.0)


def _premultiplied_all(pictures):
    return pictures[..., :3].astype(float) * pictures[..., 3:] / 255


def test_strength_nought_changes_nothing(pictures):
    result = augment(pictures, np.random.default_rng(0), 0.0)
    np.testing.assert_array_equal(result, pictures)
    assert not np.shares_memory(result, pictures)


def test_seeded_and_pure(pictures):
    before = pictures.copy()
    first = augment(pictures, np.random.default_rng(1))
    np.testing.assert_array_equal(first, augment(pictures, np.random.default_rng(1)))
    assert (first != augment(pictures, np.random.default_rng(2))).any()
    assert (first[0] != first[1]).any()
    np.testing.assert_array_equal(pictures, before)
    assert first.shape == pictures.shape
    assert first.dtype == np.uint8


def test_the_object_stays_where_it_was(pictures, no_floor):
    rng = np.random.default_rng(3)
    original = pictures[0, ..., 3] > 127
    for picture in augment(np.repeat(pictures, 8, axis=0), rng):
        mask = picture[..., 3] > 127
        assert (mask & original).sum() / (mask | original).sum() > 0.7


def test_change_grows_with_strength(pictures):
    many = np.repeat(pictures, 8, axis=0)

    def change(strength):
        changed = augment(many, np.random.default_rng(4), strength)
        return np.abs(_premultiplied_all(changed) - _premultiplied_all(many)).mean()

    changes = [change(strength) for strength in (0.1, 0.4, 1.0)]
    assert changes[0] < 0.6 * changes[1]
    assert changes[1] < 0.6 * changes[2]


def test_gradient_is_not_mirrored(pictures, no_floor):
    for picture in augment(np.repeat(pictures, 4, axis=0), np.random.default_rng(5), 0.5):
        red = picture[56:72, :, 0].mean(0)
        assert red[75:90].mean() > red[38:53].mean()


def test_some_lose_their_colour(pictures):
    many = augment(np.repeat(pictures, 16, axis=0), np.random.default_rng(6))
    inner = many[:, 50:78, 50:78, :3].astype(int)
    colourless = (inner.max(-1) - inner.min(-1)).mean((1, 2)) < 25
    assert 2 < colourless.sum() < 64


def test_masks_move_both_ways_but_a_few_pixels(pictures):
    rgb, alpha = pictures[0, ..., :3], pictures[0, ..., 3]
    areas = np.array(
        [damage_mask(rgb, alpha, np.random.default_rng(s), 1.0)[1].mean() / alpha.mean() for s in range(60)]
    )
    assert areas.min() < 0.97
    assert areas.max() > 1.03
    two_pixels = 1 - (38 / 40) ** 2
    assert np.median(np.abs(areas - 1)) < two_pixels


def test_a_mask_does_not_vanish():
    alpha = np.zeros((128, 128), np.uint8)
    alpha[:, 64] = 255
    for seed in range(40):
        _, moved = damage_mask(np.zeros((128, 128, 3), np.uint8), alpha, np.random.default_rng(seed), 1.0)
        assert (moved > 0).sum() > 60


def test_premultiplied_and_back(pictures):
    back = _straight(_premultiplied(pictures[0]))
    seen = pictures[0, ..., 3] > 60
    assert np.abs(back.astype(int) - pictures[0])[seen].max() <= 3
    np.testing.assert_array_equal(back[..., 3], pictures[0, ..., 3])


def test_impossible_strength_is_refused(pictures):
    with pytest.raises(ValueError, match="strength"):
        augment(pictures, np.random.default_rng(0), 1.5)
