"""Where each pixel's ray enters and leaves the object: depth maps that the network draws of what it sees.

A ray of the camera enters the object, leaves it, and may do so again. Three depths are predicted at every
pixel: the first entry (the surface that the picture shows), the first exit (how thick that part is) and the
last exit (the far side). A point is asked with how far it lies before or behind each, so that a thin plate
is the sign of a difference and not something to be learned by heart. Depths are coordinates along the
camera's backward axis about the object's centre, in object units: larger is nearer.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

LAYERS = 3
N_GAPS = 2 * LAYERS

SHARPNESS = 0.05
"""Object units within which a point is told finely on which side of a layer it lies."""


class LayerHead(nn.Module):
    """Depths of the layers from the feature maps, at the size of the fine one.

    Attributes:
        coarse: 1x1 convolution of the coarse map, enlarged.
        fine: 1x1 convolution of the fine map.
        out: From both to the depths.
    """

    def __init__(self, n_coarse: int, n_fine: int, hidden: int = 48) -> None:
        super().__init__()
        self.coarse = nn.Conv2d(n_coarse, hidden, 1)
        self.fine = nn.Conv2d(n_fine, hidden, 1, bias=False)
        self.out = nn.Conv2d(hidden, LAYERS, 1)

    def forward(self, coarse: Tensor, fine: Tensor) -> Tensor:
        """(b, n_coarse, h, w), (b, n_fine, 2h, 2w) -> (b, LAYERS, 2h, 2w) depths in object units."""
        large = F.interpolate(self.coarse(coarse), scale_factor=2.0, mode="bilinear", align_corners=False)
        depths: Tensor = self.out(F.relu(large + self.fine(fine)))
        return depths


def gaps(depth: Tensor, layers: Tensor) -> Tensor:
    """How far points lie in front of the layers of their pixels, plainly and finely.

    Args:
        depth: (..., 1) of the points.
        layers: (..., LAYERS) of their pixels.

    Returns:
        (..., N_GAPS).
    """
    gap = depth - layers
    return torch.cat([gap, torch.tanh(gap / SHARPNESS)], -1)
