"""Noise where a picture is empty, and nowhere else."""

from __future__ import annotations

import torch

from training.haze import ALPHA, MOST, hazed


def pictures() -> torch.Tensor:
    """(64, 4, 16, 16): coloured squares on an empty background, which is white."""
    images = torch.ones(64, 4, 16, 16)
    images[:, ALPHA] = 0
    images[:, :ALPHA, 4:12, 4:12] = torch.rand(64, ALPHA, 8, 8, generator=torch.Generator().manual_seed(0))
    images[:, ALPHA, 4:12, 4:12] = 1
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


def test_the_same_pictures_have_the_same_noise_and_others_another():
    images = pictures()
    assert torch.equal(hazed(images), hazed(images.clone()))
    noise = (hazed(images) - images)[:, ALPHA, 0]  # above the squares
    noise = noise[noise.any(1)]
    alike = torch.corrcoef(noise)
    assert alike.fill_diagonal_(0).abs().max() < 0.98 and alike.abs().mean() < 0.4  # of 16 pixels each


def test_pictures_without_alpha_have_nothing_empty():
    images = torch.rand(2, 3, 8, 8)
    assert hazed(images) is images
