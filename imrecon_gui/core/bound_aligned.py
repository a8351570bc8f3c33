"""One picture's aligned field, ready to be asked at many points: what the extraction calls.

Everything that is one for all points is computed once: the viewpoint, and z's share of every layer. The
picture's two samplings, for a point and for its mirror image, are one call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from imrecon_gui.core.sight import sample
from imrecon_gui.core.viewpoint import axes, project

if TYPE_CHECKING:
    from imrecon_gui.core.aligned_decoder import AlignedDecoder
    from imrecon_gui.core.encoder import Encoding


class BoundAligned:
    """A callable from (n, 3) points in object space to (n,) float32 logits, for the first of the pictures.

    Attributes:
        layers: Of each hidden layer after the first, its weight (width, width) and its bias (width,) with z's
            share.
        from_features: (2 n, width), from the features of a point's pixel and of its mirror image's.
    """

    def __init__(self, decoder: AlignedDecoder, encoding: Encoding) -> None:
        assert encoding.sight is not None
        self._decoder = decoder
        self._maps = tuple(m[:1].float().contiguous() for m in encoding.sight.maps)
        self._view = encoding.sight.viewpoint()[0]
        self._axes = axes(self._view).T.contiguous()
        codes = [code(encoding.z[0]).float() for code in decoder.codes]
        hidden = zip(cast("list[nn.Linear]", list(decoder.layers)), codes[1:], strict=True)
        self.layers = [(layer.weight.T.contiguous(), layer.bias + code) for layer, code in hidden]
        self._place, self._place_bias = decoder.place.weight.T.contiguous(), decoder.place.bias + codes[0]
        self.from_features = torch.cat([decoder.pixel.weight, decoder.mirror.weight], 1).T.contiguous()

    @torch.no_grad()
    def __call__(self, points: Tensor) -> Tensor:
        """(n, 3) float32 -> (n,) float32."""
        place, features = self.inputs(points)
        hidden = self.act(self.from_place(place).addmm_(features, self.from_features))
        for weight, bias in self.layers:
            hidden += self.act(torch.addmm(bias, hidden, weight))
        return self.last(hidden)

    def inputs(self, points: Tensor) -> tuple[Tensor, Tensor]:
        """What the first layer is given: places (n, N_PLACE) and features (n, 2 c) of points (n, 3)."""
        net, n = self._decoder, len(points)
        local = points @ self._axes
        twin = local - 2 * points[:, :1] * self._axes[0]  # of the mirror image across x = 0
        places = project(self._view, torch.cat([local, twin]))
        features = sample(self._maps, places[None])[0]
        own, other = features[:n], features[n:]
        place = net.place_inputs(points, local, places[:n], twin, own, other)
        return place, torch.cat([own, other], 1)

    def from_place(self, place: Tensor) -> Tensor:
        """The places' and z's share of the first layer: (n, width)."""
        return torch.addmm(self._place_bias, place, self._place)

    def last(self, hidden: Tensor) -> Tensor:
        """(n, width) -> logits (n,)."""
        logits: Tensor = self._decoder.last(hidden).squeeze(-1).float()
        return logits

    def act(self, value: Tensor) -> Tensor:
        """The activation, in place."""
        return F.leaky_relu_(value, self._decoder.slope)
