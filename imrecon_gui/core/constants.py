"""Small fixed numbers as tensors, brought to a device once.

A graphics card's queue stands still whenever numbers are copied to it from lists, and such a copy cannot be
part of a recorded graph.
"""

from __future__ import annotations

from functools import lru_cache

import torch
from torch import Tensor


def constant(values: tuple[float, ...], like: Tensor) -> Tensor:
    """A tensor (n,) of fixed numbers, of another tensor's type and on its device; not to be written to."""
    return _made(values, like.device, like.dtype)


@lru_cache(64)
def _made(values: tuple[float, ...], device: torch.device, dtype: torch.dtype) -> Tensor:
    with torch.inference_mode(False):  # else what is first asked for there could not be learned with later
        return torch.tensor(values, device=device, dtype=dtype)
