"""Stage one's shape encoder: occupancy of a 32^3 grid to a latent code."""

from __future__ import annotations

from itertools import pairwise

from torch import Tensor, nn

CHANNELS = (1, 32, 64, 128, 256)


class ShapeEncoder(nn.Module):
    """3D convolutions of stride two, as in IM-NET (Chen & Zhang 2019, supplement): 32^3 -> 2^3 -> z.

    The paper feeds 64^3 binary voxels; each cell here holds the occupied share of eight of those, which keeps
    thin parts at an eighth of the arithmetic.
    """

    def __init__(self, z_dim: int, z_sigmoid: bool) -> None:
        super().__init__()
        blocks = [
            nn.Sequential(nn.Conv3d(a, b, 4, stride=2, padding=1), nn.GroupNorm(8, b), nn.LeakyReLU(0.02))
            for a, b in pairwise(CHANNELS)
        ]
        self.blocks = nn.Sequential(*blocks)
        head: list[nn.Module] = [nn.Flatten(), nn.Linear(CHANNELS[-1] * 8, z_dim)]
        self.head = nn.Sequential(*head, nn.Sigmoid()) if z_sigmoid else nn.Sequential(*head)

    def forward(self, voxels: Tensor) -> Tensor:
        """(b, 1, 32, 32, 32) float32 in [0, 1] -> (b, z_dim)."""
        z: Tensor = self.head(self.blocks(voxels))
        return z
