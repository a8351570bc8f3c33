"""3x3 convolutions of small maps as matrix products.

The last stage of a ResNet has few pixels and most of the weights. On processors a product of all pixels'
neighbourhoods with the weights, forward and back, takes about half the time of torch's own convolution there;
of larger maps it takes longer.
"""

from __future__ import annotations

from itertools import product
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

MOST_PIXELS = 16
"""Of a map that comes out."""

TAPS = tuple(product(range(3), range(3)))


class _Product(torch.autograd.Function):
    """A 3x3 convolution with a rim of one zero and no bias; pixels are rows, channels lie side by side."""

    @staticmethod
    def forward(context: Any, maps: Tensor, weight: Tensor, stride: int) -> Tensor:
        """(b, c, h, w) and (o, c, 3, 3) -> (b, o, ceil(h / stride), ceil(w / stride))."""
        b, c, h, w = maps.shape
        side = (h - 1) // stride + 1, (w - 1) // stride + 1
        around = F.pad(maps.permute(0, 2, 3, 1), (0, 0, 1, 1, 1, 1))
        rows = torch.cat([_tap(around, tap, side, stride) for tap in TAPS], -1).view(-1, 9 * c)
        columns = weight.permute(0, 2, 3, 1).reshape(len(weight), 9 * c)
        context.save_for_backward(rows, columns)
        context.shape, context.side, context.stride = maps.shape, side, stride
        return (rows @ columns.T).view(b, *side, -1).permute(0, 3, 1, 2)

    @staticmethod
    def backward(context: Any, *gradients: Tensor) -> tuple[Tensor, Tensor, None]:
        """Gradients of the maps and of the weight."""
        rows, columns = context.saved_tensors
        (b, c, h, w), side = context.shape, context.side
        given = gradients[0].permute(0, 2, 3, 1).reshape(len(rows), -1)
        weight = (given.T @ rows).view(-1, 3, 3, c).permute(0, 3, 1, 2)
        back = (given @ columns).view(b, *side, 9, c)
        around = back.new_zeros(b, h + 2, w + 2, c)
        for number, tap in enumerate(TAPS):
            _tap(around, tap, side, context.stride).add_(back[..., number, :])
        return around[:, 1:-1, 1:-1].permute(0, 3, 1, 2), weight, None


def _tap(around: Tensor, tap: tuple[int, int], side: tuple[int, int], stride: int) -> Tensor:
    """What one of the nine weights meets: a view (b, *side, c) of maps (b, h + 2, w + 2, c)."""
    (i, j), (h, w) = tap, side
    return around[:, i : i + (h - 1) * stride + 1 : stride, j : j + (w - 1) * stride + 1 : stride]


class SmallConv2d(nn.Conv2d):
    """A convolution of `fit` that takes the product while it learns in half precision on a processor."""

    def forward(self, maps: Tensor) -> Tensor:
        """As its base."""
        pixels = maps.shape[2] * maps.shape[3] // self.stride[0] ** 2
        halved = maps.device.type == "cpu" and torch.is_autocast_enabled("cpu")
        if not (self.training and halved and pixels <= MOST_PIXELS):
            return super().forward(maps)
        half = torch.get_autocast_dtype("cpu")
        found: Tensor = _Product.apply(maps.to(half), self.weight.to(half), self.stride[0])
        return found


def hasten(network: nn.Module) -> None:
    """Let a network's 3x3 convolutions be such ones; weights and names stay."""
    for module in network.modules():
        if type(module) is nn.Conv2d and fit(module):
            module.__class__ = SmallConv2d


def fit(layer: nn.Conv2d) -> bool:
    """Whether a layer can be computed so."""
    plain = layer.kernel_size == (3, 3) and layer.padding == (1, 1) and layer.stride in ((1, 1), (2, 2))
    return plain and layer.groups == 1 and layer.dilation == (1, 1) and layer.bias is None
