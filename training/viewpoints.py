"""Learning where a picture was taken from, and learning to decode although that is only guessed."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from imrecon_gui.core.constants import constant
from imrecon_gui.core.sight import AZIMUTH_BINS, BIN_DEG, SPREAD, TYPICAL, Sight
from imrecon_gui.core.viewpoint import AZIMUTH, project, seen
from training import ranks
from training.dataset import Batch

USABLE_DEG = 45.0
"""Azimuth error up to which the decoder is taught with the network's own guess."""

MISPLACED_WEIGHT = 6.0
"""Of the mean misplacement of points, which is a few hundredths; all else in the loss is near one."""


def viewpoint_loss(sight: Sight, truth: Tensor, points: Tensor, azimuth_weight: float = 1.0) -> Tensor:
    """Cross entropy of the azimuth's bin, Huber losses of all else, and how far points are misplaced by it.

    Args:
        sight: Of b pictures.
        truth: (b, 7) viewpoints.
        points: (b, n, 3) of the objects.
        azimuth_weight: Of the cross entropy.
    """
    azimuth = truth[:, AZIMUTH] % 360
    bins = (azimuth / BIN_DEG).round().long() % AZIMUTH_BINS
    off = degrees_between(azimuth, bins * BIN_DEG)
    shift = sight.azimuth_shifts.float().gather(1, bins[:, None])[:, 0]
    typical, spread = constant(TYPICAL, truth), constant(SPREAD, truth)
    pose = sight.pose.float()
    guess = torch.cat([(bins * BIN_DEG + shift)[:, None], pose * spread + typical], 1)
    return (
        azimuth_weight * F.cross_entropy(sight.azimuth_logits.float(), bins)
        + F.smooth_l1_loss(shift / BIN_DEG, off / BIN_DEG)
        + F.smooth_l1_loss(pose, (truth[:, 1:] - typical) / spread)
        + MISPLACED_WEIGHT * misplaced(guess, truth, points)
    )


def misplaced(guess: Tensor, truth: Tensor, points: Tensor) -> Tensor:
    """Mean distance between where two viewpoints (b, 7) see points (b, n, 3): in the picture, and in depth.

    Distances in the picture are in half its sides, those in depth in object units; both count alike.
    """
    ours, theirs = seen(guess, points), seen(truth, points)
    across = (project(guess, ours) - project(truth, theirs)).norm(dim=-1)
    distance: Tensor = across.mean() + (ours - theirs)[..., 2].abs().mean()
    return distance


def guessed(sight: Sight | None, batch: Batch) -> Tensor | None:
    """Viewpoints (b, 7) to decode with while learning; None for networks that see none.

    The network's own for three pictures in four where it is usable, else the truth with errors.
    """
    if sight is None:
        return None
    own = sight.viewpoint().detach()
    error = degrees_between(own[:, AZIMUTH], batch.viewpoint[:, AZIMUTH]).abs()
    turn = ranks.rows(len(own), own.device) % 4 > 0
    return torch.where((turn & (error < USABLE_DEG))[:, None], own, batch.near_viewpoint)


def degrees_between(a: Tensor, b: Tensor) -> Tensor:
    """A - b, brought to [-180, 180)."""
    return (a - b + 180) % 360 - 180
