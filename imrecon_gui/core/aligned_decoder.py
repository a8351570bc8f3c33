"""An implicit decoder that looks where it asks: (z, point, features of the point's pixel) -> logit."""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from imrecon_gui.core.config import ModelConfig
from imrecon_gui.core.encoder import Encoding
from imrecon_gui.core.layers import LAYERS, N_GAPS, gaps
from imrecon_gui.core.mirror import mirrored
from imrecon_gui.core.sight import Sight, sample
from imrecon_gui.core.viewpoint import project, seen

OCTAVES = 4
N_PLACE = 3 + 6 * OCTAVES + 3 + 3 + 2 * N_GAPS


class AlignedDecoder(nn.Module):
    """Fully connected layers; z enters every one, the picture's features the first.

    Attributes:
        place: From the point: its coordinates, their sines and cosines, and where the camera sees it.
        pixel: From the features of the point's pixel.
        mirror: From those of its mirror image.
        codes: z's share of each hidden layer, a bias for all points of a shape.
        layers: The hidden layers after the first; each adds to what it is given.
        last: The logit.
    """

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        width, n = config.widths[0], sum(config.features) + config.channels + LAYERS
        self.slope = config.slope
        self.place = nn.Linear(N_PLACE, width)
        self.pixel = nn.Linear(n, width, bias=False)
        self.mirror = nn.Linear(n, width, bias=False)
        self.codes = nn.ModuleList(nn.Linear(config.z_dim, width, bias=False) for _ in config.widths)
        self.layers = nn.ModuleList(nn.Linear(width, width) for _ in config.widths[1:])
        self.last = nn.Linear(width, 1)
        self._initialise()

    def forward(self, encoding: Encoding, points: Tensor, viewpoint: Tensor | None = None) -> Tensor:
        """Occupancy logits.

        Args:
            encoding: Of b pictures.
            points: (b, n, 3) float32 in object space.
            viewpoint: (b, 7) where the pictures were taken from, if it is known; else as predicted.

        Returns:
            (b, n) logits: positive inside, zero on the surface.
        """
        sight = encoding.sight
        assert sight is not None
        views = sight.viewpoint() if viewpoint is None else viewpoint
        hidden = self.first(sight, views, points.float()) + self.codes[0](encoding.z)[:, None]
        hidden = self._act(_as_autocast(hidden))
        for layer, code in zip(self.layers, self.codes[1:], strict=True):
            hidden = hidden + self._act(layer(hidden) + code(encoding.z)[:, None])
        logits: Tensor = self.last(hidden).squeeze(-1)
        return logits

    def first(self, sight: Sight, views: Tensor, points: Tensor) -> Tensor:
        """What points and pixels bring to the first layer: (b, n, width)."""
        with torch.autocast(points.device.type, enabled=False):  # bfloat16 rounds coordinates by half a cell
            local, twin = seen(views, points), seen(views, mirrored(points))
            here, there = project(views, local), project(views, twin)
            features = sample(sight.maps, torch.cat([here, there], 1))
            own, other = features.split([points.shape[1]] * 2, 1)
            place = self.place(self.place_inputs(points, local, here, twin, own, other))
        first: Tensor = place + self.pixel(own) + self.mirror(other)
        return first

    def place_inputs(
        self, points: Tensor, local: Tensor, here: Tensor, twin: Tensor, own: Tensor, other: Tensor
    ) -> Tensor:
        """What the first layer is told of a point's place, (..., N_PLACE).

        Args:
            points: (..., 3) in object space.
            local: (..., 3) the same in camera axes.
            here: (..., 2) where they appear in the picture.
            twin: (..., 3) their mirror images in camera axes.
            own: (..., n) features of their pixels, the layers last.
            other: (..., n) features of their mirror images' pixels.
        """
        depth, twin_depth = local[..., 2:], twin[..., 2:]
        before = [gaps(depth, own[..., -LAYERS:]), gaps(twin_depth, other[..., -LAYERS:])]
        return torch.cat([points, waves(points), local, here, twin_depth, *before], -1)

    def bind(self, encoding: Encoding) -> Callable[[Tensor], Tensor]:
        """The field of the first picture: from (n, 3) points in object space to (n,) float32 logits."""
        from imrecon_gui.core.bound_aligned import BoundAligned

        with torch.no_grad():
            return BoundAligned(self, encoding)

    def occupancy(self, logits: Tensor) -> Tensor:
        """Probability of being inside, of any shape, from logits."""
        return torch.sigmoid(logits)

    def level(self, threshold: float) -> float:
        """The logit at which the occupancy is `threshold`, which lies in (0, 1)."""
        return math.log(threshold / (1 - threshold))

    def _act(self, value: Tensor) -> Tensor:
        return F.leaky_relu(value, self.slope, inplace=True)

    def _initialise(self) -> None:
        """He initialisation; the layers that add begin small, so that depth costs nothing at first."""
        for module in self.modules():
            if isinstance(module, nn.Linear):
                nn.init.kaiming_normal_(module.weight, nonlinearity="relu")
                if module.bias is not None:
                    nn.init.zeros_(module.bias)
        for name, weight in self.named_parameters():
            if name.endswith("weight") and not name.startswith("last"):
                weight.data *= 0.5


def _as_autocast(value: Tensor) -> Tensor:
    """A tensor in the type that matrix products will have: sums of mixed types cost more than they."""
    device = value.device.type
    return value.to(torch.get_autocast_dtype(device)) if torch.is_autocast_enabled(device) else value


def waves(points: Tensor) -> Tensor:
    """Sines and cosines of OCTAVES octaves from pi (Mildenhall et al. 2020, eq. 4): (..., 6 OCTAVES)."""
    angles = torch.cat([points * (math.pi * 2.0**i) for i in range(OCTAVES)], -1)
    return torch.cat([angles.sin(), angles.cos()], -1)
