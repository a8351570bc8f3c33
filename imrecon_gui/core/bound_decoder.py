"""One shape's field, ready to be asked at many points: what the extraction calls.

The latent code's share of every layer, and the change of frame, are folded into the weights before the
first point; a call is then two matrix products a layer, accumulated in place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

import torch
from torch import Tensor
from torch.nn import functional as F

if TYPE_CHECKING:
    from imrecon_gui.core.decoder import ConcatLinear, Decoder


class _BoundLayer(NamedTuple):
    """bias (out,), weight_xyz (3, out) or None, weight_hidden (n_hidden, out) or None."""

    bias: Tensor
    weight_xyz: Tensor | None
    weight_hidden: Tensor | None

    def __call__(self, points: Tensor, hidden: Tensor | None) -> Tensor:
        if self.weight_xyz is None:
            assert hidden is not None and self.weight_hidden is not None
            return torch.addmm(self.bias, hidden, self.weight_hidden)
        value = self.direct(points)
        return (
            value
            if hidden is None or self.weight_hidden is None
            else value.addmm_(hidden, self.weight_hidden)
        )

    def direct(self, points: Tensor) -> Tensor:
        """What points and latent code bring by themselves: (n, out), or (out,) where the points enter not."""
        return self.bias if self.weight_xyz is None else torch.addmm(self.bias, points, self.weight_xyz)


class BoundDecoder:
    """A callable from (n, 3) points in object space to (n,) float32 logits, for one latent code.

    Attributes:
        layers: The hidden layers and the last one.
    """

    def __init__(self, decoder: Decoder, z: Tensor) -> None:
        frame = torch.tensor(decoder.frame, dtype=torch.float32, device=z.device)
        self.layers = [_bound(cast("ConcatLinear", layer), z, frame) for layer in decoder.layers]
        self._decoder = decoder

    @torch.no_grad()
    def __call__(self, points: Tensor) -> Tensor:
        """(n, 3) float32 -> (n,) float32."""
        hidden: Tensor | None = None
        for layer in self.layers[:-1]:
            hidden = self.act(layer(points, hidden))
        return self.last(points, hidden)

    def last(self, points: Tensor, hidden: Tensor | None) -> Tensor:
        """Logits (n,) from the last hidden layer's values (n, width)."""
        return self._decoder.logits_of(self.layers[-1](points, hidden).squeeze(-1))

    def act(self, value: Tensor) -> Tensor:
        """The activation, in place."""
        return F.leaky_relu_(value, self._decoder.slope)


def _bound(layer: ConcatLinear, z: Tensor, frame: Tensor) -> _BoundLayer:
    """A layer for one latent code: W_z z + b as its bias, the change of frame inside W_xyz."""
    xyz, hidden = layer.weight_xyz, layer.weight_hidden
    return _BoundLayer(
        layer.shape_bias(z.float()).detach().clone(),
        None if xyz is None else (xyz @ frame).T.detach().contiguous(),
        None if hidden is None else hidden.detach().T.contiguous(),
    )
