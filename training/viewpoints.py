"""Learning where a picture was taken from, and learning to decode although that is only guessed."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from imrecon_gui.core.sight import AZIMUTH_BINS, BIN_DEG, SPREAD, TYPICAL, Sight
from imrecon_gui.core.viewpoint import AZIMUTH
from training.dataset import Batch

USABLE_DEG = 45.0
"""Azimuth error up to which the decoder is taught with the network's own guess."""


def viewpoint_loss(sight: Sight, truth: Tensor) -> Tensor:
    """Cross entropy of the azimuth's bin, and Huber losses of the shift within it and of the other fields.

    Args:
        sight: Of b pictures.
        truth: (b, 7) viewpoints.
    """
    azimuth = truth[:, AZIMUTH] % 360
    bins = (azimuth / BIN_DEG).round().long() % AZIMUTH_BINS
    shift = degrees_between(azimuth, bins * BIN_DEG)
    guess = sight.azimuth_shifts.float().gather(1, bins[:, None])[:, 0]
    pose = (truth[:, 1:] - truth.new_tensor(TYPICAL)) / truth.new_tensor(SPREAD)
    return (
        F.cross_entropy(sight.azimuth_logits.float(), bins)
        + F.smooth_l1_loss(guess / BIN_DEG, shift / BIN_DEG)
        + F.smooth_l1_loss(sight.pose.float(), pose)
    )


def guessed(sight: Sight | None, batch: Batch) -> Tensor | None:
    """Viewpoints (b, 7) to decode with while learning; None for networks that see none.

    The network's own for every second picture where it is usable, else the truth with errors.
    """
    if sight is None:
        return None
    own = sight.viewpoint().detach()
    error = degrees_between(own[:, AZIMUTH], batch.viewpoint[:, AZIMUTH]).abs()
    turn = torch.arange(len(own), device=own.device) // 2 % 2 == 0
    return torch.where((turn & (error < USABLE_DEG))[:, None], own, batch.near_viewpoint)


def degrees_between(a: Tensor, b: Tensor) -> Tensor:
    """A - b, brought to [-180, 180)."""
    return (a - b + 180) % 360 - 180
