"""Batch normalisation by the whole batch, the rows of which several ranks share.

Torch has that for GPUs only.
"""

from __future__ import annotations

from typing import Any

import torch
from lightning.pytorch.plugins.layer_sync import LayerSync, TorchSyncBatchNorm
from torch import Tensor, nn

from training import ranks

AXES = (0, 2, 3)


class _Mean(torch.autograd.Function):
    """Mean over the ranks, through which gradients pass."""

    @staticmethod
    def forward(context: Any, value: Tensor) -> Tensor:
        """The mean on every rank."""
        return ranks.mean(value)

    @staticmethod
    def backward(context: Any, *gradients: Tensor) -> Tensor:
        """A rank's value had its share in every rank's mean."""
        return ranks.mean(gradients[0])


class WholeBatchNorm(nn.BatchNorm2d):
    """Normalises by the mean and variance of all ranks' rows, of which each has as many."""

    def forward(self, maps: Tensor) -> Tensor:
        """(b, c, h, w) -> the same shape and type."""
        if not self.training:
            return super().forward(maps)
        wide = maps.to(torch.promote_types(maps.dtype, torch.float32))
        mean = _Mean.apply(wide.mean(AXES))
        variance = _Mean.apply((wide - mean[:, None, None]).square().mean(AXES))
        self._remember(mean.detach(), variance.detach(), maps.numel() // maps.shape[1] * ranks.count())
        scale = self.weight * (variance + self.eps).rsqrt()
        even: Tensor = maps * scale[:, None, None] + (self.bias - mean * scale)[:, None, None]
        return even.to(maps.dtype)

    @torch.no_grad()
    def _remember(self, mean: Tensor, variance: Tensor, n: int) -> None:
        """Let the running statistics follow those of n values a channel."""
        assert self.running_mean is not None and self.running_var is not None and self.momentum is not None
        assert self.num_batches_tracked is not None
        self.running_mean.lerp_(mean, self.momentum)
        self.running_var.lerp_(variance * (n / (n - 1)), self.momentum)
        self.num_batches_tracked.add_(1)


class WholeBatchNorms(LayerSync):
    """Turns a network's batch normalisations into such ones while it learns; the weights stay."""

    def apply(self, model: nn.Module) -> nn.Module:
        """Normalise by all ranks' rows from now on."""
        return _changed(model, nn.BatchNorm2d, WholeBatchNorm)

    def revert(self, model: nn.Module) -> nn.Module:
        """Normalise by one's own rows again."""
        return _changed(model, WholeBatchNorm, nn.BatchNorm2d)


def layer_sync(on_gpu: bool) -> LayerSync:
    """Torch's own layers where they run, else ours."""
    return TorchSyncBatchNorm() if on_gpu else WholeBatchNorms()


def _changed(model: nn.Module, before: type[nn.Module], after: type[nn.Module]) -> nn.Module:
    for module in model.modules():
        if type(module) is before:
            module.__class__ = after
    return model
