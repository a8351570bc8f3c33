"""Wheels that turn about X: a tyre, a rim and sometimes spokes, for cars and for landing gear."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.categories.furniture.draw import between, chance, pick
from training.materials import Material
from training.shape import Part
from training.solids import Solid, cylinder, ellipsoid, extrusion, lathe

RIMS = {"disc": 0.4, "dish": 0.2, "spokes": 0.25, "none": 0.15}


@dataclass(frozen=True)
class WheelStyle:
    """How the wheels of one vehicle look.

    Attributes:
        rim: One of RIMS.
        rim_share: Rim radius over tyre radius.
        spokes: Number of spokes of a "spokes" rim.
        round: Roundness of the tyre's shoulder, 0 to 1.
        sides: Sides of the drawn tyre; few in low-poly models.
    """

    rim: str
    rim_share: float
    spokes: int
    round: float
    sides: int


def draw_wheel_style(rng: np.random.Generator, low_poly: bool) -> WheelStyle:
    """Draw one style; low-poly vehicles get few sides and simple rims."""
    return WheelStyle(
        pick(rng, RIMS),
        between(rng, 0.5, 0.78),
        int(rng.integers(4, 11)),
        between(rng, 0.0, 1.0) if chance(rng, 0.6) else 0.0,
        int(rng.choice([8, 10, 12, 16])) if low_poly else 24,
    )


def wheel(style: WheelStyle, radius: float, width: float, tyre: Material, rim: Material) -> list[Part]:
    """A wheel at the origin whose outer face looks to +X."""
    shape = _tyre(style, radius, width)
    parts = [Part(shape, tyre)]
    face, r = width / 2, radius * style.rim_share
    if style.rim == "disc":
        parts.append(Part(cylinder(r, width * 1.04, axis="x", sides=style.sides), rim))
    elif style.rim == "dish":
        parts.append(Part(ellipsoid((width * 0.62, r, r)), rim))
    elif style.rim == "spokes":
        star = extrusion(_star(style.spokes, r), width * 0.5, "x", face - width * 0.22)
        parts.append(Part(star, rim))
    return parts


def _tyre(style: WheelStyle, radius: float, width: float) -> Solid:
    """The tyre about X: a plain cylinder, or a turned profile with rounded shoulders."""
    if style.round == 0.0:
        return cylinder(radius, width, axis="x", sides=style.sides)
    cut, half = style.round * 0.35 * width, width / 2
    profile = [
        (0.0, -half),
        (radius - cut, -half),
        (radius - 0.3 * cut, cut * 0.7 - half),
        (radius, 1.4 * cut - half),
    ]
    mirror = [(r, -y) for r, y in reversed(profile)]
    return lathe(np.array(profile + mirror), sides=style.sides).turned("z", 90.0)


def _star(spokes: int, radius: float) -> NDArray[np.float64]:
    """A star of `spokes` bars round a hub: (4 * spokes, 2)."""
    step = 2 * np.pi / spokes
    half = min(0.32 * step, 0.2)
    angles = np.array([[-half, half, 0.42 * step, 0.58 * step]]) + np.arange(spokes)[:, None] * step
    radii = np.broadcast_to(np.array([1.0, 1.0, 0.36, 0.36]) * radius, angles.shape)
    return np.stack([radii * np.cos(angles), radii * np.sin(angles)], axis=-1).reshape(-1, 2)
