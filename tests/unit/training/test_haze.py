"""Noise where a picture is empty, and nowhere else."""

from __future__ import annotations

import torch

from training.haze import ALPHA, MOST, hazed


def pictures() -> torch.Tensor:
    """(64, 4, 16, 16): a grey square on an empty background, which is white."""
    images = torch.ones(64, 4, 16, 16)
    images[:, ALPHA] = 0
    images[:, :, 4:12, 4:12] = torch.tensor([0.5, 0.5, 0.5, 1.0])[:, None, None]
    return images


def test_the_object_stays_and_what_is_empty_is_faintly_noisy():
    images = pictures()
    change = hazed(images) - images
    empty = (images[:, ALPHA:] == 0).expand_as(change)
    assert not change[~empty].any()
    assert 0 < change[empty].abs().max() <= MOST
    assert (change[:, ALPHA] >= 0).all() and (change[:, :ALPHA] <= 0).all()  # fainter than white, less clear


def test_about_half_of_the_pictures_stay_as_they_are():
    images = pictures()
    changed = (hazed(images) != images).flatten(1).any(1)
    assert 16 < changed.sum() < 48


def test_pictures_without_alpha_have_nothing_empty():
    images = torch.rand(2, 3, 8, 8)
    assert hazed(images) is images
