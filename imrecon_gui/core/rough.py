"""Bound fields whose hidden layers compute in bfloat16, where the processor does that faster.

Only hidden layers are halved: coordinates rounded to bfloat16 would move the surface by half a cell. What
comes out errs by some hundredths of a logit, so `core.point_evaluator` asks the exact field again wherever
the sign is in doubt, and all signs are the exact field's.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from imrecon_gui.core.bound_aligned import BoundAligned
from imrecon_gui.core.bound_decoder import BoundDecoder
from imrecon_gui.core.texels import Texels

HALF = torch.bfloat16


class RoughAligned:
    """The rough twin of a `BoundAligned` field."""

    def __init__(self, exact: BoundAligned) -> None:
        self._exact = exact
        self._layers = [(weight.T.to(HALF).contiguous(), bias.to(HALF)) for weight, bias in exact.layers]
        self._from_maps = [weight.to(HALF) for weight in exact.from_maps]
        kinds = [torch.float32 if i == exact.deep else HALF for i in range(len(exact.maps))]
        self._ask = [Texels(*pair) for pair in zip(exact.maps, kinds, strict=True)]

    @torch.no_grad()
    def __call__(self, points: Tensor) -> Tensor:
        """(n, 3) float32 -> (n,) float32."""
        exact = self._exact
        place, features = exact.inputs(points, self._ask)
        hidden = exact.from_place(place).to(HALF)
        for found, weight in zip(features, self._from_maps, strict=True):
            hidden.addmm_(found.to(HALF), weight)
        exact.act(hidden)
        for weight, bias in self._layers:
            hidden += exact.act(F.linear(hidden, weight, bias))
        return exact.last(hidden.float())


class RoughDecoder:
    """The rough twin of a `BoundDecoder` field."""

    def __init__(self, exact: BoundDecoder) -> None:
        self._exact = exact
        hidden = [layer.weight_hidden for layer in exact.layers]
        self._hidden = [None if weight is None else weight.T.to(HALF).contiguous() for weight in hidden]

    @torch.no_grad()
    def __call__(self, points: Tensor) -> Tensor:
        """(n, 3) float32 -> (n,) float32."""
        hidden: Tensor | None = None
        for layer, weight in zip(self._exact.layers[:-1], self._hidden[:-1], strict=True):
            value = layer.direct(points).to(HALF)
            if hidden is not None and weight is not None:
                value = value + F.linear(hidden, weight)
            hidden = self._exact.act(value)
        return self._exact.last(points, None if hidden is None else hidden.float())


def rough_twin(field: object) -> RoughAligned | RoughDecoder | None:
    """The rough twin of a bound field, where this processor multiplies bfloat16 by itself; else None."""
    if not halves_are_fast():
        return None
    if isinstance(field, BoundAligned):
        return RoughAligned(field)
    return RoughDecoder(field) if isinstance(field, BoundDecoder) else None


def halves_are_fast() -> bool:
    """Whether the processor has instructions for products of bfloat16 matrices."""
    asked = (getattr(torch.cpu, f"_is_{name}_supported", None) for name in ("avx512_bf16", "amx_tile"))
    return any(bool(ask()) for ask in asked if ask is not None)
