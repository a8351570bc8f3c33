"""The implicit decoder: a latent code and points in, one occupancy logit a point out.

Chen & Zhang (CVPR 2019) feed (z, x, y, z) through fully connected layers and concatenate that input
again to the output of every hidden layer but the last. A matrix acts on each part of a concatenation
separately, W [h, z, xyz] = W_h h + W_z z + W_xyz xyz, and z is one for all points of a shape. So every
layer keeps the three parts as separate weights: z's part is computed once a shape, as a bias.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from imrecon_gui.core.config import IDENTITY, ModelConfig

# Points are roughly uniform in [-1/2, 1/2]^3: the mean square of a coordinate is 1/12.
_XYZ_MEAN_SQUARE = 1 / 12
# Slope of the authors' clamp beyond [0, 1].
_LEAK = 0.01


class ConcatLinear(nn.Module):
    """One fully connected layer of the concatenation (hidden, z, xyz), its weight kept in three parts.

    Attributes:
        weight_hidden: (out, n_hidden) or None in the first layer.
        weight_z: (out, z_dim) or None where the input is not concatenated.
        weight_xyz: (out, 3) or None where the input is not concatenated.
        bias: (out,).
    """

    weight_hidden: Tensor | None
    weight_z: Tensor | None
    weight_xyz: Tensor | None

    def __init__(self, n_hidden: int, z_dim: int, n_out: int) -> None:
        super().__init__()
        self.in_features = n_hidden + (z_dim + 3 if z_dim else 0)
        self.out_features = n_out
        self.bias = nn.Parameter(torch.zeros(n_out))
        for name, size in (("hidden", n_hidden), ("z", z_dim), ("xyz", 3 if z_dim else 0)):
            weight = nn.Parameter(torch.empty(n_out, size)) if size else None
            self.register_parameter(f"weight_{name}", weight)
        self.reset_parameters()

    def reset_parameters(self) -> None:
        """He initialisation in which hidden, z and xyz bring equal shares of the variance.

        One shared deviation for the whole concatenation, as is usual, drowns the three coordinates
        among hundreds of other inputs. Four analytic shapes, 250 steps of Adam at 1e-3: cross-entropy
        .035 with equal shares, .14 with He's deviation, .18 with the authors' normal of .02.
        """
        mean_squares = {"hidden": 1.0, "z": 1.0, "xyz": _XYZ_MEAN_SQUARE}
        parts = [(getattr(self, f"weight_{n}"), m) for n, m in mean_squares.items()]
        parts = [(weight, m) for weight, m in parts if weight is not None]
        for weight, mean_square in parts:
            nn.init.normal_(weight, 0.0, math.sqrt(2 / (len(parts) * weight.shape[1] * mean_square)))
        nn.init.zeros_(self.bias)

    def shape_bias(self, z: Tensor) -> Tensor:
        """What (z, bias) bring to every point of a shape: (b, z_dim) -> (b, out), or (out,)."""
        return self.bias if self.weight_z is None else F.linear(z, self.weight_z, self.bias)

    def forward(self, hidden: Tensor | None, z: Tensor, points: Tensor) -> Tensor:
        """(b, n, n_hidden), (b, z_dim), (b, n, 3) -> (b, n, out)."""
        if hidden is None or self.weight_hidden is None:
            return self._direct(z, points)
        if self.weight_xyz is None:
            return F.linear(hidden, self.weight_hidden, self.bias)
        return F.linear(hidden, self.weight_hidden) + self._direct(z, points)

    def _direct(self, z: Tensor, points: Tensor) -> Tensor:
        """The concatenated input's part, (b, n, out)."""
        assert self.weight_xyz is not None
        device = points.device.type
        if torch.is_autocast_enabled(device) and torch.get_autocast_dtype(device) == torch.bfloat16:
            return self._direct_in_halves(z, points)
        with torch.autocast(device, enabled=False):
            return F.linear(points, self.weight_xyz) + self.shape_bias(z.float())[:, None]

    def _direct_in_halves(self, z: Tensor, points: Tensor) -> Tensor:
        """The same in one bfloat16 product, 2.4 times faster on a CPU.

        Coordinates rounded to bfloat16 would move the surface by half a cell of a 256 grid, so each is
        given as two bfloat16 numbers, itself rounded and what the rounding lost, with the same weight.
        """
        assert self.weight_xyz is not None
        rounded = points.bfloat16()
        lost = (points - rounded.float()).bfloat16()
        inputs = torch.cat([rounded, lost, torch.ones_like(rounded[..., :1])], dim=-1)  # (b, n, 7)
        with torch.autocast(points.device.type, enabled=False):
            bias = self.shape_bias(z.float())[:, None]  # (b, 1, out)
            xyz = self.weight_xyz.T.expand(len(z), -1, -1)  # (b, 3, out)
            weights = torch.cat([xyz, xyz, bias], dim=1).bfloat16()  # (b, 7, out)
            return torch.bmm(inputs, weights)


class Decoder(nn.Module):
    """Fully connected layers with leaky ReLU over (z, xyz); see the module's text.

    Attributes:
        layers: The hidden layers and the last one, which has a single output.
        slope: Negative slope of the leaky ReLU.
        output: "sigmoid" or "clamp", see `ModelConfig`.
        frame: (3, 3) rows of the matrix from object space to the network's coordinates.
    """

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.slope, self.output, self.frame = config.slope, config.output, config.frame
        sizes = (0, *config.widths, 1)
        concatenated = [i == 0 or (config.skip and i < len(config.widths)) for i in range(len(sizes) - 1)]
        self.layers = nn.ModuleList(
            ConcatLinear(sizes[i], config.z_dim if concatenated[i] else 0, sizes[i + 1])
            for i in range(len(sizes) - 1)
        )

    def forward(self, z: Tensor, points: Tensor) -> Tensor:
        """Occupancy logits.

        Args:
            z: (b, z_dim) latent codes.
            points: (b, n, 3) float32 in object space, the points asked of each shape.

        Returns:
            (b, n) logits: positive inside, zero on the surface.
        """
        points = self._in_frame(points.float())
        hidden: Tensor | None = None
        for layer in self.layers[:-1]:
            hidden = F.leaky_relu(layer(hidden, z, points), self.slope, inplace=True)
        return self.logits_of(self.layers[-1](hidden, z, points).squeeze(-1))

    def bind(self, z: Tensor) -> Callable[[Tensor], Tensor]:
        """The field of one shape, with z's share of every layer computed now, once.

        Args:
            z: (z_dim,) latent code.

        Returns:
            A function from (n, 3) float32 points in object space to (n,) float32 logits. It keeps no
            history for gradients and holds the weights of this moment.
        """
        from imrecon_gui.core.bound_decoder import BoundDecoder

        with torch.no_grad():
            return BoundDecoder(self, z)

    def occupancy(self, logits: Tensor) -> Tensor:
        """Probability of being inside, of any shape, from logits.

        For "clamp" networks this is the authors' output, v clamped to [0, 1] with slope 0.01 outside.
        """
        if self.output == "sigmoid":
            return torch.sigmoid(logits)
        value = logits + 0.5
        return torch.maximum(torch.minimum(value, _LEAK * value + (1 - _LEAK)), _LEAK * value)

    def level(self, threshold: float) -> float:
        """The logit at which the occupancy is `threshold`, which lies in (0, 1)."""
        return math.log(threshold / (1 - threshold)) if self.output == "sigmoid" else threshold - 0.5

    def _in_frame(self, points: Tensor) -> Tensor:
        """Points in the coordinates of the network's training data."""
        if self.frame == IDENTITY:
            return points
        with torch.autocast(points.device.type, enabled=False):
            return points @ points.new_tensor(self.frame).T

    def logits_of(self, value: Tensor) -> Tensor:
        """Logits from the last layer's value: zero exactly where the occupancy is one half."""
        return value if self.output == "sigmoid" else value - 0.5
