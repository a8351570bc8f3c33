"""Where a picture's object can be: the cone of rays through its silhouette (Laurentini 1994), and a margin.

A network that looks where it asks is told of every point what the picture shows there. Where that is
background, far from the object's outline, it says "outside" by itself; such points need not be asked, and
they are two fifths of the cube. Nor need those beyond the box that objects are brought to before they are
learned from: another quarter of what is left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.types import Float32Array, UInt8Array

if TYPE_CHECKING:
    from torch import Tensor

MARGIN = 10 / 128
"""How far outside the outline something of the object may still be, over the side of the picture: cut-outs
lose edges, and predicted cameras err. See docs/decisions/visual-cone.md."""

REACH = 0.51
"""How far the object can reach from its middle along an axis: its longest side is 1, and a hundredth more."""

LEAST_ALPHA = 20
"""Opacity from which on a pixel is the object's, of 255."""


class VisualCone:
    """A callable from points (n, 3) in object space to whether the object can be there, (n,) bool."""

    def __init__(self, alpha: UInt8Array, viewpoint: Tensor) -> None:
        """Of a picture's opacity (s, s) and the viewpoint (7,) it was taken from, see `core.viewpoint`."""
        from imrecon_gui.core.viewpoint import axes

        self._view = viewpoint.detach().float().cpu()
        self._axes = axes(self._view).T.contiguous()
        self._near = _near(alpha >= LEAST_ALPHA)

    def __call__(self, points: Float32Array) -> NDArray[np.bool_]:
        """(n, 3) -> (n,)."""
        import torch

        from imrecon_gui.core.viewpoint import project

        possible = np.flatnonzero((np.abs(points) <= REACH).all(1))
        side, inside = len(self._near), torch.from_numpy(points[possible])
        places = project(self._view, inside @ self._axes) * torch.tensor([0.5, -0.5]) + 0.5
        column, row = (places * side).long().clamp(0, side - 1).unbind(1)
        found = np.zeros(len(points), bool)
        found[possible] = self._near.reshape(-1)[(row * side + column).numpy()]
        return found


def _near(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which pixels of (s, s) are the mask's, in its holes, or within the margin of either."""
    from scipy.ndimage import binary_fill_holes, distance_transform_edt

    if not mask.any():
        return np.ones_like(mask)
    apart = distance_transform_edt(~binary_fill_holes(mask))
    return np.asarray(apart <= MARGIN * len(mask))
