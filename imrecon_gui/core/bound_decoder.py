"""One shape's field, ready to be asked at many points: what the extraction calls.

The latent code's share of every layer, and the change of frame, are folded into the weights before the
first point; a call is then two matrix products a layer, accumulated in place, or one where the coordinates
do not enter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, cast

import torch
from torch import Tensor
from torch.nn import functional as F

from imrecon_gui.core.leaky import leaky_linear

if TYPE_CHECKING:
    from imrecon_gui.core.decoder import ConcatLinear, Decoder


Step = Callable[[Tensor, Tensor | None], Tensor]
"""One hidden layer and its activation: from points (n, 3) and the layer before's values, if any."""


class BoundLayer(NamedTuple):
    """One layer for one latent code.

    Attributes:
        bias: (out,).
        weight_xyz: (3, out), or None where the points do not enter.
        weight_hidden: (n_hidden, out), or None in the first layer.
    """

    bias: Tensor
    weight_xyz: Tensor | None
    weight_hidden: Tensor | None

    def __call__(self, points: Tensor, hidden: Tensor | None) -> Tensor:
        """(n, 3) and (n, n_hidden) -> (n, out), before the activation, in the type of the hidden values."""
        if self.weight_xyz is None:
            assert hidden is not None and self.weight_hidden is not None
            return torch.addmm(self.bias, hidden, self.weight_hidden)
        value = torch.addmm(self.bias, points, self.weight_xyz)
        if hidden is None or self.weight_hidden is None:
            return value
        return value.to(hidden.dtype).addmm_(hidden, self.weight_hidden)

    def step(self, slope: float, kind: torch.dtype = torch.float32) -> Step:
        """The layer with its leaky ReLU; hidden values are multiplied and given in type `kind`."""
        weight = None if self.weight_hidden is None else self.weight_hidden.to(kind)
        if self.weight_xyz is None and weight is not None:
            fused = leaky_linear(weight.T, self.bias.to(kind), slope)
            return lambda _, hidden: fused(cast("Tensor", hidden).to(kind))
        layer = self._replace(weight_hidden=weight)
        return lambda points, hidden: F.leaky_relu_(layer(points, _of(kind, hidden)).to(kind), slope)

    @property
    def products(self) -> int:
        """Multiplications a point with the layer before's values."""
        return 0 if self.weight_hidden is None else self.weight_hidden.numel()


class BoundDecoder:
    """A callable from (n, 3) points in object space to (n,) float32 logits, for one latent code.

    Attributes:
        layers: The hidden layers and the last one.
        slope: Of the leaky ReLU below zero.
    """

    def __init__(self, decoder: Decoder, z: Tensor) -> None:
        frame = torch.tensor(decoder.frame, dtype=torch.float32, device=z.device)
        self.layers = [_bound(cast("ConcatLinear", layer), z, frame) for layer in decoder.layers]
        self.slope = decoder.slope
        self._decoder = decoder
        self._steps = [layer.step(self.slope) for layer in self.layers[:-1]]

    @torch.no_grad()
    def __call__(self, points: Tensor) -> Tensor:
        """(n, 3) float32 -> (n,) float32."""
        return self.through(self._steps, points)

    def through(self, steps: Sequence[Step], points: Tensor) -> Tensor:
        """Logits (n,) at points (n, 3), by hidden layers of one's own and the last one of these."""
        hidden: Tensor | None = None
        for step in steps:
            hidden = step(points, hidden)
        value = self.layers[-1](points, None if hidden is None else hidden.float())
        return self._decoder.logits_of(value.squeeze(-1))


def _of(kind: torch.dtype, hidden: Tensor | None) -> Tensor | None:
    """Hidden values in another type, if there are any."""
    return None if hidden is None else hidden.to(kind)


def _bound(layer: ConcatLinear, z: Tensor, frame: Tensor) -> BoundLayer:
    """A layer for one latent code: W_z z + b as its bias, the change of frame inside W_xyz."""
    xyz, hidden = layer.weight_xyz, layer.weight_hidden
    return BoundLayer(
        layer.shape_bias(z.float()).detach().clone(),
        None if xyz is None else (xyz @ frame).T.detach().contiguous(),
        None if hidden is None else hidden.detach().T.contiguous(),
    )
