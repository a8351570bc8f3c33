"""Noise and blur for a batch on its device; the noise is that of `training.noise_bank`."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from training import noise_bank

RADIUS = 4
"""Of the blur's kernel, in pixels: enough for a standard deviation of 1.5."""


def uniform(like: Tensor, low: float, high: float, *shape: int) -> Tensor:
    """Random numbers (b, *shape) for the b rows of another tensor."""
    return torch.rand(len(like), *shape, device=like.device) * (high - low) + low


class Noise:
    """Sheets of noise on a device."""

    def __init__(self, device: str | torch.device) -> None:
        grain, soft, fine = noise_bank.sheets()
        self._grain = torch.from_numpy(grain).permute(2, 0, 1).contiguous().to(device)
        self._soft, self._fine = (torch.from_numpy(sheet)[None].to(device) for sheet in (soft, fine))

    def grain(self, like: Tensor) -> Tensor:
        """(b, 3, h, w) sensor noise of standard deviation 1."""
        return _windows(self._grain, like)

    def patches(self, like: Tensor) -> Tensor:
        """(b, 1, h, w) smooth noise of standard deviation 1, features about a quarter of 128 pixels."""
        return _windows(self._soft, like)

    def wobble(self, like: Tensor) -> Tensor:
        """(b, 1, h, w) noise of standard deviation 1, features of a few pixels."""
        return _windows(self._fine, like)


def _windows(sheet: Tensor, like: Tensor) -> Tensor:
    """Windows (b, c, h, w) of a sheet (c, s, s), one for each of the pictures (b, ., h, w)."""
    h, w = like.shape[2:]
    most = sheet.shape[1] - max(h, w) + 1
    corner = torch.randint(most, (2, len(like), 1), device=like.device)
    rows = corner[0] + torch.arange(h, device=like.device)
    columns = corner[1] + torch.arange(w, device=like.device)
    return sheet[:, rows[:, :, None], columns[:, None]].transpose(0, 1)


def blurred(pictures: Tensor, sigma: Tensor) -> Tensor:
    """Pictures (b, c, h, w) blurred by Gaussians of standard deviations (b,) in pixels, edges mirrored."""
    offsets = torch.arange(-RADIUS, RADIUS + 1, device=pictures.device)
    weights = (-0.5 * (offsets / sigma[:, None]) ** 2).exp()
    weights = (weights / weights.sum(1, keepdim=True)).T[:, :, None, None, None]  # (taps, b, 1, 1, 1)
    h, w = pictures.shape[2:]
    around = F.pad(pictures, [RADIUS] * 4, mode="reflect")
    across = torch.stack([weight * around[..., i : i + w] for i, weight in enumerate(weights)]).sum(0)
    return torch.stack([weight * across[..., i : i + h, :] for i, weight in enumerate(weights)]).sum(0)
