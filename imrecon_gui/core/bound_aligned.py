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
    """A callable from (n, 3) points in object space to (n,) float32 logits, for the first of the pictures."""

    def __init__(self, decoder: AlignedDecoder, encoding: Encoding) -> None:
        assert encoding.sight is not None
        self._decoder = decoder
        self._maps = tuple(m[:1].float().contiguous() for m in encoding.sight.maps)
        self._view = encoding.sight.viewpoint()[0]
        self._axes = axes(self._view).T.contiguous()
        codes = [code(encoding.z[0]).float() for code in decoder.codes]
        hidden = zip(cast("list[nn.Linear]", list(decoder.layers)), codes[1:], strict=True)
        self._layers = [(layer.weight.T.contiguous(), layer.bias + code) for layer, code in hidden]
        self._place, self._place_bias = decoder.place.weight.T.contiguous(), decoder.place.bias + codes[0]
        self._from_features = torch.cat([decoder.pixel.weight, decoder.mirror.weight], 1).T.contiguous()

    @torch.no_grad()
    def __call__(self, points: Tensor) -> Tensor:
        """(n, 3) float32 -> (n,) float32."""
        net = self._decoder
        hidden = self._act(self._first(points))
        for weight, bias in self._layers:
            hidden += self._act(torch.addmm(bias, hidden, weight))
        logits: Tensor = net.last(hidden).squeeze(-1).float()
        return logits

    def _first(self, points: Tensor) -> Tensor:
        """The first layer before its activation: (n, width)."""
        net, n = self._decoder, len(points)
        local = points @ self._axes
        twin = local - 2 * points[:, :1] * self._axes[0]  # of the mirror image across x = 0
        places = project(self._view, torch.cat([local, twin]))
        features = sample(self._maps, places[None])[0]
        place = net.place_inputs(points, local, places[:n], twin)
        first = torch.addmm(self._place_bias, place, self._place)
        return first.addmm_(torch.cat([features[:n], features[n:]], 1), self._from_features)

    def _act(self, value: Tensor) -> Tensor:
        return F.leaky_relu_(value, self._decoder.slope)
