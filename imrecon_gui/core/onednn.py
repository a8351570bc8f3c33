"""Layers as oneDNN, which multiplies on processors, likes them: weights laid out once, in its own order.

torch's own layers bring their weights into that order at every call; for one picture that takes as long as
the convolutions do. The operations used here are those that torch's compiler emits. They are no public part
of torch, so nothing relies on their being there: see `is_there`.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

OPERATIONS = (
    "_linear_pointwise",
    "_reorder_linear_weight",
    "_convolution_pointwise",
    "_reorder_convolution_weight",
)


def is_there() -> bool:
    """Whether this torch has oneDNN and what is used of it."""
    return torch.backends.mkldnn.is_available() and all(
        hasattr(torch.ops.mkldnn, name) for name in OPERATIONS
    )


class LeakyLinear:
    """A linear layer and its leaky ReLU, in one pass."""

    def __init__(self, weight: Tensor, bias: Tensor, slope: float) -> None:
        """Of a weight (out, in) and a bias (out,) of one type."""
        self._weight = torch.ops.mkldnn._reorder_linear_weight(weight.contiguous())
        self._bias, self._slope = bias, slope

    def __call__(self, rows: Tensor) -> Tensor:
        """(n, in) of the weight's type -> (n, out) of the same."""
        found: Tensor = torch.ops.mkldnn._linear_pointwise(
            rows, self._weight, self._bias, "leaky_relu", [self._slope], ""
        )
        return found


class Convolution(nn.Module):
    """A convolution that learns no more."""

    def __init__(self, conv: nn.Conv2d, kind: torch.dtype) -> None:
        """`kind` is the type that is multiplied."""
        super().__init__()
        weight, bias = conv.weight.detach().to(kind), conv.bias
        self._kind, self._how = kind, (conv.padding, conv.stride, conv.dilation, conv.groups)
        self._weight = torch.ops.mkldnn._reorder_convolution_weight(weight, *self._how, None)
        self._bias = None if bias is None else bias.detach().to(kind)

    def forward(self, images: Tensor) -> Tensor:
        """(b, n_in, h, w) float32 -> (b, n_out, ...) float32."""
        rows = images.to(self._kind, memory_format=torch.channels_last)
        found: Tensor = torch.ops.mkldnn._convolution_pointwise(
            rows, self._weight, self._bias, *self._how, "none", [], ""
        )
        return found.float()
