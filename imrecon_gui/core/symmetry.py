"""Fields whose two sides are alike."""

from __future__ import annotations

from collections.abc import Callable

from torch import Tensor

from imrecon_gui.core.mirror import mirrored, with_mirror
from imrecon_gui.core.shape_edit import Symmetry

Decode = Callable[[Tensor], Tensor]
_KEPT_SIDE = {Symmetry.LEFT: 1.0, Symmetry.RIGHT: -1.0}


def symmetrised(field: Decode, symmetry: Symmetry) -> Decode:
    """A field (n, 3) -> (n,) made its own mirror image across x = 0, as the symmetry says.

    Facing +Z with +Y up, the object has its own left at +X.
    """
    if symmetry is Symmetry.NONE:
        return field
    if symmetry is Symmetry.BOTH:
        return with_mirror(field, field)
    side = _KEPT_SIDE[symmetry]

    def ask(points: Tensor) -> Tensor:
        is_there = points[:, :1] * side >= 0
        return field(points.where(is_there, mirrored(points)))

    return ask
