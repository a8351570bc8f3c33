"""A little noise where a picture is empty, so that a network does not rely on the background's last digits.

Every cut-out has a background of exact zeros, and an encoder balances large numbers against each other there
as finely as it likes: noise that no eye sees, another processor's rounding, or a mean of two networks'
weights then makes it see something else altogether (docs/decisions/haze.md).
"""

from __future__ import annotations

import torch
from torch import Tensor

SHARE = 0.5
"""Of pictures that have noise."""

MOST = 4 / 255
"""Of alpha and of each colour, in [0, 1]; each picture has its own most, up to this one."""

ALPHA = 3


def hazed(images: Tensor) -> Tensor:
    """Network inputs (b, c, h, w) with faint noise wherever nothing is; those without alpha as they are.

    The noise is a function of the pictures alone: a run that goes on after a stop sees the same as another.
    """
    if images.shape[1] <= ALPHA:
        return images
    key = images.detach().float().sum((1, 2, 3), keepdim=True)
    most = MOST * _fraction(key * 0.7548) * (_fraction(key * 0.5698) < SHARE)
    noise = _white(images, key) * most * (images[:, ALPHA:] == 0)
    return torch.cat([images[:, :ALPHA] - noise[:, :ALPHA], images[:, ALPHA:] + noise[:, ALPHA:]], 1)


def _white(images: Tensor, key: Tensor) -> Tensor:
    """Numbers in [0, 1) for every pixel of pictures (b, c, h, w), others for another key (b, 1, 1, 1)."""
    channel, row, column = (
        torch.arange(size, dtype=torch.float32, device=images.device) for size in images.shape[1:]
    )
    phase = 12.9898 * column + 78.233 * row[:, None] + 37.719 * channel[:, None, None]
    return _fraction(torch.sin(phase + _fraction(key) * 1000) * 43758.547)


def _fraction(values: Tensor) -> Tensor:
    return values - values.floor()
