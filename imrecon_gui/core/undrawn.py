"""Building networks without drawing their weights."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from torch import Tensor, nn
from torch.overrides import TorchFunctionMode

DRAWS = (Tensor.normal_, Tensor.uniform_)


class Undrawn(TorchFunctionMode):
    """Within it, tensors asked to fill themselves with random numbers stay as they are.

    On the meta device there is nothing to fill, and yet torch would import its compiler to do it: 0.9 s.
    """

    def __torch_function__(
        self, func: Callable[..., Any], types: Sequence[type], args: Any = (), kwargs: Any = None
    ) -> Any:
        """Return the tensor itself for a draw or an initialiser; let everything else be done."""
        kwargs = kwargs or {}
        if func in DRAWS or getattr(func, "__module__", None) == nn.init.__name__:
            return args[0] if args else kwargs["tensor"]
        return func(*args, **kwargs)
