"""Feature maps that are asked at many places: on a processor as a table whose rows are pixels.

There, torch's own sampling walks through a map channel by channel. Here all channels of a pixel lie side by
side, and what is found at a place is the weighted sum of four rows.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from imrecon_gui.core.sight import sample


class Texels:
    """A callable from (n, 2) picture positions (u, v) to (n, c) features; zero outside the picture.

    What it gives is what `sight.sample` does, to the last digits.
    """

    def __init__(self, features: Tensor, kind: torch.dtype = torch.float32) -> None:
        """Of a map (c, s, s); `kind` is the type of what is stored and given."""
        self._side = features.shape[-1]
        bordered = F.pad(features.float(), (1, 1, 1, 1))
        self._rows = bordered.flatten(1).T.to(kind).contiguous()  # ((s + 2)^2, c), from the upper left

    def __call__(self, places: Tensor) -> Tensor:
        """(n, 2) -> (n, c)."""
        half = self._side / 2
        at = torch.stack([places[:, 0] * half, places[:, 1] * -half])  # (2, n): columns and rows
        at.add_(half + 0.5).clamp_(0, self._side + 1)  # the border's are number 0 and s + 1
        before = at.floor().clamp_(max=self._side)
        column, row = before.int()
        first, stride = torch.add(column, row, alpha=self._side + 2), self._side + 2
        corners = torch.stack([first, first + 1, first + stride, first + stride + 1], 1)
        right, below = at.sub_(before)
        both = right * below
        shares = torch.stack([1 - right - below + both, right - both, below - both, both], 1)
        return F.embedding_bag(
            corners, self._rows, per_sample_weights=shares.to(self._rows.dtype), mode="sum"
        )


class Grid:
    """The same for a graphics card, which samples maps by itself."""

    def __init__(self, features: Tensor) -> None:
        self._map = features.float()[None].contiguous()

    def __call__(self, places: Tensor) -> Tensor:
        """(n, 2) -> (n, c)."""
        return sample((self._map,), places[None])[0].contiguous()
