"""Small fixed numbers as tensors, brought to a device once.

A graphics card's queue stands still whenever numbers are copied to it from lists, and such a copy cannot be
part of a recorded graph.
"""

from __future__ import annotations

import torch
from torch import Tensor

_KEPT: dict[tuple[tuple[float, ...], torch.device, torch.dtype], Tensor] = {}


def constant(values: tuple[float, ...], like: Tensor) -> Tensor:
    """A tensor (n,) of fixed numbers, of another tensor's type and on its device; not to be written to."""
    key = values, like.device, like.dtype
    if key not in _KEPT:  # a plain lookup, which torch's compiler understands
        _KEPT[key] = _made(*key)
    return _KEPT[key]


def _made(values: tuple[float, ...], device: torch.device, dtype: torch.dtype) -> Tensor:
    with torch.inference_mode(False):  # else what is first asked for there could not be learned with later
        return torch.tensor(values, device=device, dtype=dtype)
