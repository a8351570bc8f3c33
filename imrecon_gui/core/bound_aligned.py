"""One picture's aligned field, ready to be asked at many points: what the extraction calls.

Everything that is one for all points is computed once: the viewpoint, and z's share of every layer. A point
and its mirror image are neighbours in all that is asked of the picture, so that what is found for both is
one row.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from imrecon_gui.core.layers import LAYERS
from imrecon_gui.core.leaky import leaky_linear
from imrecon_gui.core.texels import Grid, Texels
from imrecon_gui.core.viewpoint import axes, project

if TYPE_CHECKING:
    from imrecon_gui.core.aligned_decoder import AlignedDecoder
    from imrecon_gui.core.encoder import Encoding


class BoundAligned:
    """A callable from (n, 3) points in object space to (n,) float32 logits, for the first of the pictures.

    Attributes:
        layers: Of each hidden layer after the first, its weight (width, width) and its bias (width,) with z's
            share.
        from_places, bias: (N_PLACE, width) of the first layer, and (width,) with z's share.
        maps: The picture's feature maps, those of one size together, as (c, s, s).
        from_maps: Of each map, (2 c, width): from the features of a point's pixel and its mirror image's.
        deep: Which of the maps ends in the layers.
    """

    def __init__(self, decoder: AlignedDecoder, encoding: Encoding) -> None:
        assert encoding.sight is not None
        self._decoder, self.slope = decoder, decoder.slope
        parts = [m[0] for m in encoding.sight.maps]
        sizes = list(dict.fromkeys(m.shape[-1] for m in parts))
        self.maps = [torch.cat([m for m in parts if m.shape[-1] == size]) for size in sizes]
        self.deep = sizes.index(parts[-1].shape[-1])
        self._ask: list[Texels | Grid] = [_sampler(m) for m in self.maps]
        self._view = encoding.sight.viewpoint()[0]
        self._axes = axes(self._view).T.contiguous()
        codes = [code(encoding.z[0]).float() for code in decoder.codes]
        hidden = zip(cast("list[nn.Linear]", list(decoder.layers)), codes[1:], strict=True)
        self.layers = [(layer.weight.T.contiguous(), layer.bias + code) for layer, code in hidden]
        self._steps = [leaky_linear(weight.T, bias, self.slope) for weight, bias in self.layers]
        self.from_places, self.bias = decoder.place.weight.T.contiguous(), decoder.place.bias + codes[0]
        at = torch.cat([torch.full((len(m),), m.shape[-1]) for m in parts])  # of each feature, its map's size
        own, twin = decoder.pixel.weight.T, decoder.mirror.weight.T
        self.from_maps = [torch.cat([own[at == size], twin[at == size]]) for size in sizes]

    @torch.no_grad()
    def __call__(self, points: Tensor) -> Tensor:
        """(n, 3) float32 -> (n,) float32."""
        place, features = self.inputs(points, self._ask)
        hidden = torch.addmm(self.bias, place, self.from_places)
        for found, weight in zip(features, self.from_maps, strict=True):
            hidden.addmm_(found, weight)
        F.leaky_relu_(hidden, self.slope)
        for step in self._steps:
            hidden += step(hidden)
        return self.last(hidden)

    def inputs(self, points: Tensor, ask: Sequence[Texels | Grid]) -> tuple[Tensor, list[Tensor]]:
        """What the first layer is given of points (n, 3): places (n, N_PLACE) and of each map (n, 2 c).

        Args:
            points: In object space.
            ask: What answers for each map, for the one with the layers in single precision.
        """
        local = points @ self._axes
        twin = local - 2 * points[:, :1] * self._axes[0]  # of the mirror image across x = 0
        n, places = len(points), project(self._view, torch.stack([local, twin], 1).view(-1, 3))
        found = [one(places).view(n, -1) for one in ask]
        own, other = found[self.deep].view(n, 2, -1)[..., -LAYERS:].unbind(1)
        place = self._decoder.place_inputs(points, local, places[::2], twin, own, other)
        return place, found

    def last(self, hidden: Tensor) -> Tensor:
        """(n, width) -> logits (n,)."""
        logits: Tensor = self._decoder.last(hidden).squeeze(-1).float()
        return logits


def _sampler(features: Tensor) -> Texels | Grid:
    """What answers for a map where it lies."""
    return Texels(features) if features.device.type == "cpu" else Grid(features)
