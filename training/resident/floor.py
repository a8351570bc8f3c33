"""The floor that cut-outs keep, of `training.floor`, for a whole batch on its device.

Boxes are (..., 4): left, bottom, right, top; floors (..., 4): x, y, wide, high; all in half picture sides.
"""

from __future__ import annotations

import torch
from torch import Tensor

from training.floor import DARK, FLATNESS, FOOT, LEAST_FOOT, LIGHT, SIDEWAYS, WHOLE, WIDTH
from training.resident.noise import Noise, uniform


def drawn_floors(alpha: Tensor, share: float) -> tuple[Tensor, Tensor, Tensor]:
    """Floors at the feet of some objects, and how both are framed.

    Args:
        alpha: (b, 1, h, w) in [0, 1].
        share: Of the objects that stand on one.

    Returns:
        (b,) bool, which ones, (b, 4) floors, and (b, 3) warps that change nothing where there is none.
    """
    mask = alpha[:, 0] > 0.5
    box = boxes(mask)
    left, bottom, right, top = box.unbind(1)
    height = torch.arange(mask.shape[1], 0, -1, device=mask.device) * 2 / mask.shape[1] - 1  # upper edges
    standing = (
        mask & (height <= (bottom + FOOT * (top - bottom)).clamp(min=bottom + 0.03)[:, None])[..., None]
    )
    foot = torch.where(uniform(alpha, 0, 1)[:, None] < WHOLE, box, boxes(standing))
    across = torch.maximum(foot[:, 2] - foot[:, 0], LEAST_FOOT * (right - left))
    wide = across * uniform(alpha, *WIDTH)
    high = wide * uniform(alpha, *FLATNESS)
    x = (foot[:, 0] + foot[:, 2]) / 2 + across * uniform(alpha, *SIDEWAYS)
    floor = torch.stack([x, bottom + high * uniform(alpha, -0.5, 1), wide, high], 1)
    chosen = mask.any((1, 2)) & (uniform(alpha, 0, 1) < share)
    still = torch.tensor([1.0, 0.0, 0.0], device=alpha.device)
    return chosen, floor, torch.where(chosen[:, None], framing(box, floor), still)


def boxes(mask: Tensor) -> Tensor:
    """Boxes (b, 4) of masks (b, h, w); infinite, and empty, where a mask is."""
    ends = []
    for axis in (2, 1):  # along x, along y downwards
        found, n = mask.any(3 - axis), mask.shape[axis]
        edges = torch.arange(n + 1, device=mask.device) * 2 / n - 1
        low = torch.where(found, edges[:-1], torch.inf).amin(1)
        ends.append((low, torch.where(found, edges[1:], -torch.inf).amax(1)))
    (left, right), (above, below) = ends
    return torch.stack([left, -below, right, -above], 1)


def framing(box: Tensor, floor: Tensor) -> Tensor:
    """Warps (b, 3) that bring objects with boxes (b, 4) and their floors to where the objects were."""
    middle, radius = floor[:, :2], floor[:, 2:]
    low = torch.minimum(box[:, :2], middle - radius)
    high = torch.maximum(box[:, 2:], middle + radius)
    scale = (box[:, 2:] - box[:, :2]).amax(1, keepdim=True) / (high - low).amax(1, keepdim=True)
    return torch.cat([scale, (box[:, :2] + box[:, 2:] - scale * (low + high)) / 2], 1)


def laid_under(premultiplied: Tensor, floor: Tensor, noise: Noise) -> Tensor:
    """Pictures (b, 4, h, w), colours times opacity, with floors (b, 4) under their objects."""
    h, w = premultiplied.shape[2:]
    x, y, wide, high = floor[..., None, None].unbind(1)
    right = (torch.arange(w, device=floor.device) + 0.5) * 2 / w - 1
    up = 1 - (torch.arange(h, device=floor.device) + 0.5) * 2 / h
    outward = (((right - x) / wide) ** 2 + ((up[:, None] - y) / high) ** 2)[:, None]  # 1 at the rim
    ragged = outward + uniform(floor, 0, 0.2, 1, 1, 1) * noise.wobble(premultiplied)
    steep = torch.minimum(wide, high)[:, None] * h / 4
    opacity = ((1 - ragged) * steep + 0.5).clamp(0, 1)
    dark, light = (uniform(floor, low / 255, most / 255, 1, 1, 1) for low, most in (DARK, LIGHT))
    colour = (dark + outward.clamp(0, 1) * light) * uniform(floor, 0.94, 1.06, 3, 1, 1)
    floors = torch.cat([colour.clamp(0, 1), torch.ones_like(outward)], 1)
    return premultiplied + opacity * (1 - premultiplied[:, 3:]) * floors
