"""What JPEG does to pictures, without writing one: their 8 x 8 blocks' cosines, rounded.

Tables are those of ITU-T T.81, annex K, scaled by quality as the Independent JPEG Group does.
"""

from __future__ import annotations

import math
from functools import lru_cache

import torch
from torch import Tensor

SIDE = 8
LUMA = (
    (16, 11, 10, 16, 24, 40, 51, 61),
    (12, 12, 14, 19, 26, 58, 60, 55),
    (14, 13, 16, 24, 40, 57, 69, 56),
    (14, 17, 22, 29, 51, 87, 80, 62),
    (18, 22, 37, 56, 68, 109, 103, 77),
    (24, 35, 55, 64, 81, 104, 113, 92),
    (49, 64, 78, 87, 103, 121, 120, 101),
    (72, 92, 95, 98, 112, 100, 103, 99),
)
CHROMA = (
    (17, 18, 24, 47, 99, 99, 99, 99),
    (18, 21, 26, 66, 99, 99, 99, 99),
    (24, 26, 56, 99, 99, 99, 99, 99),
    (47, 66, 99, 99, 99, 99, 99, 99),
    *((99,) * SIDE,) * 4,
)
TO_YCC = ((0.299, 0.587, 0.114), (-0.168736, -0.331264, 0.5), (0.5, -0.418688, -0.081312))  # JFIF


def compressed(pictures: Tensor, quality: Tensor) -> Tensor:
    """Pictures (b, 4, h, w) on a backdrop of one grey, compressed by qualities (b,) from 1 to 100.

    Sides must be multiples of 8; colours are not halved in resolution as most programs do.
    """
    grey = torch.rand(len(pictures), 1, 1, 1, device=pictures.device)
    rgb = torch.where(pictures[:, 3:] > 0, pictures[:, :3], grey)
    matrix, backward, cosines, tables = _constants(pictures.device)
    ycc = torch.einsum("ij,bjhw->bihw", matrix, rgb * 255 - 128)
    scale = torch.where(quality < 50, 50 / quality, 2 - quality / 50)
    steps = (tables * scale[:, None, None, None]).round().clamp(min=1)[:, :, None, :, None]
    waves = torch.einsum("ux,bcmxny,vy->bcmunv", cosines, _blocks(ycc), cosines)
    waves = (waves / steps).round() * steps
    blocks = torch.einsum("ux,bcmunv,vy->bcmxny", cosines, waves, cosines)
    found = torch.einsum("ij,bjhw->bihw", backward, blocks.reshape(rgb.shape))
    return torch.cat([((found + 128) / 255).clamp(0, 1), pictures[:, 3:]], 1)


def _blocks(planes: Tensor) -> Tensor:
    """(b, c, h, w) -> (b, c, h / 8, 8, w / 8, 8)."""
    b, c, h, w = planes.shape
    return planes.reshape(b, c, h // SIDE, SIDE, w // SIDE, SIDE)


@lru_cache(4)
def _constants(device: torch.device) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """From RGB and back, the orthonormal cosines (8, 8), and tables of steps (3, 8, 8)."""
    matrix = torch.tensor(TO_YCC)
    x, u = torch.arange(SIDE) + 0.5, torch.arange(SIDE)[:, None]
    cosines = (math.pi / SIDE * u * x).cos() * math.sqrt(2 / SIDE)
    cosines[0] /= math.sqrt(2)
    tables = torch.tensor((LUMA, CHROMA, CHROMA), dtype=torch.float32)
    parts = (matrix, torch.linalg.inv(matrix), cosines, tables)
    return tuple(part.to(device) for part in parts)  # type: ignore[return-value]
