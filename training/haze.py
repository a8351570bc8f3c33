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
    """Network inputs (b, c, h, w) with faint noise wherever nothing is; those without alpha as they are."""
    if images.shape[1] <= ALPHA:
        return images
    noise = torch.rand_like(images)
    most = MOST * torch.rand_like(images[:, :1, :1, :1])
    chosen = torch.rand_like(most) < SHARE
    noise = noise * (most * chosen * (images[:, ALPHA:] == 0))
    return torch.cat([images[:, :ALPHA] - noise[:, :ALPHA], images[:, ALPHA:] + noise[:, ALPHA:]], 1)
