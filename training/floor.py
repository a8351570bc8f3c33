"""What a cut-out keeps of the floor: the shadow at the object's foot, which programs take for the object.

It is laid under the object as an ellipse with a ragged rim, and both together are framed as a cut-out is:
whoever takes the shadow for the object sees the object smaller, and off the middle.
"""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.framing import OPAQUE
from training.noise_bank import wobble

UInt8Array = NDArray[np.uint8]
FOOT = 0.15
"""Share of the object's height that stands on the floor: as much of its width as is seen there counts."""

SIDEWAYS, WIDTH, FLATNESS = (-0.35, 0.35), (0.35, 0.75), (0.08, 0.35)
"""Of the ellipse: shift and radius over the foot's width, and height over width; lights are high or low."""

LEAST_FOOT = 0.25
"""Of the object's width: a lamp's foot is narrow, its shade's shadow is not."""

WHOLE = 0.5
"""Share of floors that lie under all of the object, between its legs too."""

DARK, LIGHT = (10, 110), (60, 200)
"""Grey levels in the ellipse's middle, and by how many its rim is lighter."""


class Warp(NamedTuple):
    """Scaling about the picture's middle, then a shift in half picture sides; see `viewpoint.warped`."""

    scale: float
    right: float
    up: float

    def then(self, other: Warp) -> Warp:
        """Both in one, the other after this one."""
        scale = other.scale
        return Warp(self.scale * scale, self.right * scale + other.right, self.up * scale + other.up)


class Floor(NamedTuple):
    """An ellipse of floor.

    Attributes:
        x, y: Its middle, in half picture sides right and up of the picture's.
        wide, high: Its radii, in half picture sides.
    """

    x: float
    y: float
    wide: float
    high: float

    def moved(self, warp: Warp) -> Floor:
        """Where a warp of the picture puts it."""
        s = warp.scale
        return Floor(self.x * s + warp.right, self.y * s + warp.up, self.wide * s, self.high * s)


class Box(NamedTuple):
    """A bounding box in half picture sides, right and up of the picture's middle."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def side(self) -> float:
        """The longer one."""
        return max(self.right - self.left, self.top - self.bottom)


def drawn_floor(alpha: UInt8Array, rng: np.random.Generator) -> tuple[Floor, Warp]:
    """Floor at the foot of the object in an opacity (h, w), which is not empty, and how both are framed."""
    box = _box(alpha)
    foot = box if rng.random() < WHOLE else _foot(alpha, box)
    across = max(foot.right - foot.left, LEAST_FOOT * (box.right - box.left))
    x = (foot.left + foot.right) / 2 + across * rng.uniform(*SIDEWAYS)
    wide = across * rng.uniform(*WIDTH)
    high = wide * rng.uniform(*FLATNESS)
    floor = Floor(x, box.bottom + high * rng.uniform(-0.5, 1.0), wide, high)
    return floor, _framing(box, floor)


def laid_under(premultiplied: UInt8Array, floor: Floor, rng: np.random.Generator) -> UInt8Array:
    """An (h, w, 4) picture, colours times opacity, with floor under its object."""
    h, w = premultiplied.shape[:2]
    x = ((np.arange(w) + 0.5) * 2 / w - 1 - floor.x) / floor.wide
    y = (1 - (np.arange(h) + 0.5) * 2 / h - floor.y) / floor.high
    outward = (x * x + (y * y)[:, None]).astype(np.float32)  # 1 at the rim
    ragged = outward + rng.uniform(0.0, 0.2) * wobble(rng, (h, w))
    opacity = np.clip((1 - ragged) * min(floor.wide, floor.high) * h / 4 + 0.5, 0, 1)
    grey = rng.uniform(*DARK) + outward.clip(0, 1) * rng.uniform(*LIGHT)
    colour = grey[..., None] * rng.uniform(0.94, 1.06, 3)
    shown = opacity * (1 - premultiplied[..., 3] / np.float32(255))
    added = shown[..., None] * np.dstack([colour.clip(0, 255), np.full((h, w), 255)])
    return np.asarray(np.rint(premultiplied + added).clip(0, 255), np.uint8)


def _box(alpha: UInt8Array) -> Box:
    left, top, wide, high = cv2.boundingRect(cv2.compare(alpha, OPAQUE, cv2.CMP_GT))
    h, w = alpha.shape
    return Box(2 * left / w - 1, 1 - 2 * (top + high) / h, 2 * (left + wide) / w - 1, 1 - 2 * top / h)


def _foot(alpha: UInt8Array, box: Box) -> Box:
    """The box of what stands on the floor."""
    h = len(alpha)
    first = round((1 - box.bottom - FOOT * (box.top - box.bottom)) * h / 2)
    standing = alpha.copy()
    standing[: min(first, round((1 - box.bottom) * h / 2) - 1)] = 0
    return _box(standing)


def _framing(box: Box, floor: Floor) -> Warp:
    """What brings the object and its floor to where the object was, and as large."""
    both = Box(
        min(box.left, floor.x - floor.wide),
        min(box.bottom, floor.y - floor.high),
        max(box.right, floor.x + floor.wide),
        max(box.top, floor.y + floor.high),
    )
    scale = box.side / both.side
    right, up = (
        (low + high - scale * (low_both + high_both)) / 2
        for low, high, low_both, high_both in zip(box[:2], box[2:], both[:2], both[2:], strict=True)
    )
    return Warp(scale, right, up)
