"""The faults of `training.augment` for a whole batch on its device: tone, sensor, compression, mask, floor.

Each fault is drawn for a fixed share of the rows, other rows for every fault. Two are simpler than there:
what was enlarged from fewer pixels is blurred only, and compression keeps the colours of every pixel.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional as F

from imrecon_gui.core.constants import constant
from training.augment import FLOORS
from training.resident.compression import compressed
from training.resident.floor import drawn_floors, laid_under
from training.resident.noise import Noise, blurred, uniform

LUMINANCE = (0.299, 0.587, 0.114)  # ITU-R BT.601


def spoilt(pictures: Tensor, strength: float, noise: Noise) -> tuple[Tensor, Tensor]:
    """Pictures with random faults, and how they were moved.

    Args:
        pictures: (b, 4, h, w) float32 in [0, 1], straight alpha.
        strength: In [0, 1]; 1 is as bad as usable photographs get.
        noise: On the same device.

    Returns:
        The same again, and (b, 3): scale, and shifts to the right and up in half picture sides.
    """
    standing, floor, framing = drawn_floors(pictures[:, 3:], FLOORS * strength)
    warp = then(framing, drawn_warp(pictures, strength))
    moved = warped(premultiplied(pictures), warp)
    moved = torch.where(standing[:, None, None, None], laid_under(moved, placed(floor, warp), noise), moved)
    moved = on_some(moved, 0.3 * strength, lambda p: blurred(p, uniform(p, 0.3, 0.3 + strength)))
    rgb, alpha = straight(moved).split([3, 1], 1)
    rgb = on_some(rgb, 0.3 * strength, lambda p: shaded(p, strength, noise))
    rgb = saturated(toned(rgb, strength), strength)
    rgb = on_some(rgb, 0.4 * strength, lambda p: grainy(p, strength, noise))
    whole = torch.cat([rgb, alpha], 1)
    whole = on_some(whole, 0.15 * strength, lambda p: compressed(p, uniform(p, 25, 90)))
    return on_some(whole, 0.6 * strength, lambda p: damaged(p, strength, noise)), warp


def on_some(values: Tensor, share: float, change: Callable[[Tensor], Tensor]) -> Tensor:
    """Rows (b, ...), a random share of them changed."""
    n = round(share * len(values))
    if not n:
        return values
    rows = torch.rand(len(values), device=values.device).argsort()[:n]
    return values.index_copy(0, rows, change(values[rows]))


def drawn_warp(like: Tensor, strength: float) -> Tensor:
    """A box found by a program is never exact: (b, 3), a few pixels of scale and shift."""
    scale = 1 + strength * uniform(like, -0.05, 0.04, 1)
    return torch.cat([scale, 2 * strength * uniform(like, -0.025, 0.025, 2)], 1)


def then(first: Tensor, second: Tensor) -> Tensor:
    """Two warps (b, 3) in one."""
    scale = second[:, :1]
    return torch.cat([first[:, :1] * scale, first[:, 1:] * scale + second[:, 1:]], 1)


def placed(floor: Tensor, warp: Tensor) -> Tensor:
    """Where warps (b, 3) of their pictures put floors (b, 4)."""
    scale = warp[:, :1]
    return torch.cat([floor[:, :2] * scale + warp[:, 1:], floor[:, 2:] * scale], 1)


def warped(pictures: Tensor, warp: Tensor) -> Tensor:
    """Pictures (b, c, h, w) scaled about their middle, then shifted, with nothing beyond their edges."""
    scale, right, up = warp.unbind(1)
    zero = torch.zeros_like(scale)
    rows = [1 / scale, zero, -right / scale, zero, 1 / scale, up / scale]
    grid = F.affine_grid(torch.stack(rows, 1).view(-1, 2, 3), list(pictures.shape), align_corners=False)
    return F.grid_sample(pictures, grid, align_corners=False)


def premultiplied(pictures: Tensor) -> Tensor:
    """Colours times alpha."""
    return torch.cat([pictures[:, :3] * pictures[:, 3:], pictures[:, 3:]], 1)


def straight(pictures: Tensor) -> Tensor:
    """The inverse; where nothing is seen, black."""
    alpha = pictures[:, 3:]
    return torch.cat([(pictures[:, :3] / alpha.clamp(min=1 / 255)).clamp(max=1), alpha], 1)


def shaded(rgb: Tensor, strength: float, noise: Noise) -> Tensor:
    """Soft patches of shadow and reflected light."""
    gain = 1 + strength * uniform(rgb, 0.05, 0.2, 1, 1, 1) * noise.patches(rgb)
    return (rgb * gain).clamp(0, 1)


def toned(rgb: Tensor, strength: float) -> Tensor:
    """Contrast, brightness, gamma and colour cast."""
    gamma = (strength * uniform(rgb, -0.35, 0.35, 1, 1, 1)).exp()
    contrast = (strength * uniform(rgb, -0.35, 0.25, 1, 1, 1)).exp()
    brightness = strength * uniform(rgb, -0.12, 0.12, 1, 1, 1)
    cast = (strength * 0.06 * torch.randn(len(rgb), 3, 1, 1, device=rgb.device)).exp()
    return (((rgb.clamp(min=0) ** gamma - 0.5) * contrast + 0.5 + brightness) * cast).clamp(0, 1)


def saturated(rgb: Tensor, strength: float) -> Tensor:
    """Less or more colour, sometimes none."""
    to_grey = uniform(rgb, 0, 1, 1, 1, 1) < 0.12 * strength
    keep = torch.where(to_grey, 0.0, 1 + strength * uniform(rgb, -0.5, 0.3, 1, 1, 1))
    grey = (rgb * constant(LUMINANCE, rgb)[:, None, None]).sum(1, keepdim=True)
    return (grey + keep * (rgb - grey)).clamp(0, 1)


def grainy(rgb: Tensor, strength: float, noise: Noise) -> Tensor:
    """Sensor noise, half of it in luminance."""
    return (rgb + strength * uniform(rgb, 1 / 255, 12 / 255, 1, 1, 1) * noise.grain(rgb)).clamp(0, 1)


def damaged(pictures: Tensor, strength: float, noise: Noise) -> Tensor:
    """The mask's outline moved, bites and specks; a background of one colour shows where the mask grows."""
    alpha = pictures[:, 3:]
    background = uniform(pictures, 0, 1, 3, 1, 1)
    rgb = torch.where(alpha > 0, pictures[:, :3], background)
    moved = outline_moved(alpha, strength, noise)
    moved = ellipse(moved, 0.2 * strength, 0.0, 0.04 * strength)
    moved = ellipse(moved, 0.1 * strength, 1.0, 0.03 * strength)
    kept = (moved > 0).sum((1, 2, 3)) >= 0.6 * (alpha > 0).sum((1, 2, 3))  # a thin object may not vanish
    return torch.cat([rgb, torch.where(kept[:, None, None, None], moved, alpha)], 1)


def outline_moved(alpha: Tensor, strength: float, noise: Noise) -> Tensor:
    """The outline (b, 1, h, w) shifted by up to about two pixels; see `training.mask_noise`."""
    ramp = blurred(alpha, torch.full((len(alpha),), 1.5, device=alpha.device))
    uneven = uniform(alpha, 0, 0.08, 1, 1, 1) * noise.wobble(alpha)
    uneven = uneven + uniform(alpha, 0, 0.1, 1, 1, 1) * noise.patches(alpha)
    offset = strength * (uneven + uniform(alpha, -0.25, 0.3, 1, 1, 1)) - 0.5
    moved = ((ramp + offset) * uniform(alpha, 2, 5, 1, 1, 1) + 0.5).clamp(0, 1)
    on_outline = (ramp > 4.5 / 255) & (ramp < 250.5 / 255)  # neither holes nor specks far off
    return torch.where(on_outline, moved, ramp)


def ellipse(alpha: Tensor, share: float, value: float, most: float) -> Tensor:
    """Set a small ellipse about a pixel of the object in a share of masks (b, 1, h, w)."""
    h, w = alpha.shape[2:]
    chance = (alpha[:, 0] > 0) * torch.rand_like(alpha[:, 0])
    at = chance.flatten(1).argmax(1)[:, None, None]
    y = torch.arange(h, device=alpha.device)[:, None] - at // w
    x = torch.arange(w, device=alpha.device) - at % w
    angle = uniform(alpha, 0, torch.pi, 1, 1)
    along, across = x * angle.cos() + y * angle.sin(), y * angle.cos() - x * angle.sin()
    radii = uniform(alpha, 1, max(2.0, most * h), 2, 1, 1).floor() + 1
    within = (along / radii[:, 0]) ** 2 + (across / radii[:, 1]) ** 2 <= 1
    chosen = within & (uniform(alpha, 0, 1, 1, 1) < share)
    return torch.where(chosen[:, None], value, alpha)
