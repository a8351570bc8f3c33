"""Bound fields whose layers compute in bfloat16, where the processor does that faster.

What comes out errs by some hundredths of a logit, so `core.point_evaluator` asks the exact field again
wherever the sign is in doubt, and all signs are the exact field's.
"""

from __future__ import annotations

import torch
from torch import Tensor

from imrecon_gui.core import onednn
from imrecon_gui.core.bound_aligned import BoundAligned
from imrecon_gui.core.bound_decoder import BoundDecoder
from imrecon_gui.core.texels import Texels

HALF = torch.bfloat16

SMALL = 1 / 16
"""Share of a plain decoder's products up to which a layer is no longer rough.

The last hidden layers of the paper's decoders narrow to 256 and 128 values, over which roundings no longer
cancel: a twentieth of the products made two thirds of the errors' squares.
"""


class RoughAligned:
    """The rough twin of a `BoundAligned` field.

    All that the first layer is given is one row, places too: sums of bfloat16 products are kept in single
    precision and rounded once, which errs less than adding up three products to exact places.
    """

    def __init__(self, exact: BoundAligned) -> None:
        self._exact = exact
        kinds = [torch.float32 if i == exact.deep else HALF for i in range(len(exact.maps))]
        self._ask = [Texels(*pair) for pair in zip(exact.maps, kinds, strict=True)]
        first = torch.cat([exact.from_places, *exact.from_maps])
        pairs = [(first, exact.bias), *exact.layers]
        self._layers = [onednn.LeakyLinear(w.T.to(HALF), b.to(HALF), exact.slope) for w, b in pairs]

    @torch.no_grad()
    def __call__(self, points: Tensor) -> Tensor:
        """(n, 3) float32 -> (n,) float32."""
        place, features = self._exact.inputs(points, self._ask)
        first, *others = self._layers
        hidden = first(torch.cat([one.to(HALF) for one in (place, *features)], 1))
        for layer in others:
            hidden += layer(hidden)
        return self._exact.last(hidden.float())


class RoughDecoder:
    """The rough twin of a `BoundDecoder` field.

    Only hidden layers are halved: here, rounded coordinates would move the surface by half a cell. Nor are
    those that cost next to nothing, see `SMALL`.
    """

    def __init__(self, exact: BoundDecoder) -> None:
        self._exact = exact
        hidden = exact.layers[:-1]
        least = SMALL * sum(layer.products for layer in hidden)
        kinds = [torch.float32 if 0 < layer.products < least else HALF for layer in hidden]
        self._steps = [layer.step(exact.slope, kind) for layer, kind in zip(hidden, kinds, strict=True)]

    @torch.no_grad()
    def __call__(self, points: Tensor) -> Tensor:
        """(n, 3) float32 -> (n,) float32."""
        return self._exact.through(self._steps, points)


def rough_twin(field: object) -> RoughAligned | RoughDecoder | None:
    """The rough twin of a bound field, where this processor multiplies bfloat16 by itself; else None."""
    if not halves_are_fast():
        return None
    if isinstance(field, BoundAligned):
        return RoughAligned(field)
    return RoughDecoder(field) if isinstance(field, BoundDecoder) else None


def halves_are_fast() -> bool:
    """Whether the processor has instructions for products of bfloat16 matrices, and torch uses them."""
    asked = (getattr(torch.cpu, f"_is_{name}_supported", None) for name in ("avx512_bf16", "amx_tile"))
    return onednn.is_there() and any(bool(ask()) for ask in asked if ask is not None)
