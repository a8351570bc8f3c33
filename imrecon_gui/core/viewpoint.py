"""Where a network input was taken from: the pinhole that maps object space onto its 128 x 128 pixels.

Seven numbers describe it, chosen so that each is well conditioned for a network to predict (a distance and a
focal length, the usual pair, grow together without bound as the perspective weakens). For a point whose
coordinates along the camera's right, up and backward axes are (X, Y, Z), all about the object's centre:

    u = x + scale * X / (1 - perspective * Z)        v = y + scale * Y / (1 - perspective * Z)

u runs right and v up, both from -1 to 1 over the picture. Arrays of viewpoints are (..., 7) float32 in the
order of `FIELDS`, angles in degrees.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

if TYPE_CHECKING:
    from torch import Tensor

FIELDS = ("azimuth_deg", "elevation_deg", "roll_deg", "perspective", "scale", "x", "y")
AZIMUTH, ELEVATION, ROLL, PERSPECTIVE, SCALE, X, Y = range(len(FIELDS))

NEAREST = 0.1
"""Least 1 - perspective * Z: points at or behind the pinhole are kept in front of it."""


@dataclass(frozen=True)
class Viewpoint:
    """One camera, as described in the module's text.

    Attributes:
        azimuth_deg: 0 looks at the object's front from +Z, 90 from +X.
        elevation_deg: Positive from above.
        roll_deg: Of the camera about its own axis; positive turns the picture counter-clockwise.
        perspective: 1 / distance from the object's centre, in object units; 0 is a parallel projection.
        scale: Half picture sides that one object unit covers at the object's centre.
        x: Where the object's centre appears, in half picture sides right of the middle.
        y: Likewise, up.
    """

    azimuth_deg: float = 0.0
    elevation_deg: float = 0.0
    roll_deg: float = 0.0
    perspective: float = 0.0
    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    @property
    def distance(self) -> float:
        """Of the pinhole from the object's centre, in object units."""
        return 1 / self.perspective if self.perspective > 0 else float("inf")

    def array(self) -> NDArray[np.float32]:
        """The numbers in the order of `FIELDS`: (7,) float32."""
        return np.array([getattr(self, name) for name in FIELDS], np.float32)

    @classmethod
    def of(cls, values: ArrayLike) -> Viewpoint:
        """The inverse of `array`."""
        return cls(**dict(zip(FIELDS, map(float, np.asarray(values)), strict=True)))


def axes(viewpoints: Tensor) -> Tensor:
    """Rows right, up and backward of each camera in object space: (..., 7) -> (..., 3, 3)."""
    import torch

    azimuth, elevation, roll = torch.deg2rad(viewpoints[..., :3]).unbind(-1)
    zero = torch.zeros_like(azimuth)
    right = torch.stack([azimuth.cos(), zero, -azimuth.sin()], -1)
    level = torch.stack([azimuth.sin(), zero, azimuth.cos()], -1)
    lift = torch.stack([zero, elevation.sin(), zero], -1)
    back = level * elevation.cos()[..., None] + lift
    up = torch.cross(back, right, dim=-1)
    cosine, sine = roll.cos()[..., None], roll.sin()[..., None]
    return torch.stack([cosine * right - sine * up, sine * right + cosine * up, back], -2)


def seen(viewpoints: Tensor, points: Tensor) -> Tensor:
    """Points in camera axes about the object's centre: (..., 7), (..., n, 3) -> (..., n, 3)."""
    return points @ axes(viewpoints).transpose(-1, -2)


def project(viewpoints: Tensor, local: Tensor) -> Tensor:
    """Picture positions (u, v) of points in camera axes: (..., 7), (..., n, 3) -> (..., n, 2)."""
    depth = (1 - viewpoints[..., None, PERSPECTIVE] * local[..., 2]).clamp(min=NEAREST)
    scale = viewpoints[..., None, SCALE] / depth
    return local[..., :2] * scale[..., None] + viewpoints[..., None, X:]


def warped(viewpoints: NDArray[np.float32], scale: float, right: float, up: float) -> NDArray[np.float32]:
    """Viewpoints (..., 7) of pictures scaled about their middle, then shifted by half picture sides."""
    moved = np.array(viewpoints)
    moved[..., SCALE:] *= scale
    moved[..., X:] += np.array([right, up], np.float32)
    return moved
