"""Turning pictures: exactly by quarters, by interpolation otherwise."""

from __future__ import annotations

import math

import numpy as np

from imrecon_gui.core.framing import premultiply, unpremultiply
from imrecon_gui.core.types import UInt8Array

QUARTER_DEG = 90.0


def rotated(rgba: UInt8Array, angle_deg: float, max_side: int) -> UInt8Array:
    """Turn a picture about its middle; the result is as large as the turned picture needs.

    Args:
        rgba: (h, w, 4) uint8, straight alpha.
        angle_deg: Clockwise. Multiples of 90 move pixels and change none.
        max_side: If any other angle needs more pixels than this on a side, the picture is reduced.

    Returns:
        (h', w', 4) uint8, straight alpha, transparent where the picture does not reach.
    """
    if angle_deg % QUARTER_DEG == 0:
        return _quarters(rgba, round(angle_deg / QUARTER_DEG) % 4)
    return _interpolated(rgba, angle_deg, max_side)


def turned_size(width: float, height: float, angle_deg: float) -> tuple[float, float]:
    """Width and height of the box around a turned rectangle."""
    cos, sin = _cos_sin(angle_deg)
    return width * abs(cos) + height * abs(sin), width * abs(sin) + height * abs(cos)


def _quarters(rgba: UInt8Array, n: int) -> UInt8Array:
    """Turn clockwise `n` times, 0 to 3."""
    import cv2

    ways = (None, cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_180, cv2.ROTATE_90_COUNTERCLOCKWISE)
    way = ways[n]
    return rgba if way is None else np.asarray(cv2.rotate(rgba, way), np.uint8)


def _interpolated(rgba: UInt8Array, angle_deg: float, max_side: int) -> UInt8Array:
    import cv2

    height, width = rgba.shape[:2]
    wide, high = turned_size(width, height, angle_deg)
    scale = min(1.0, max_side / max(math.ceil(wide), math.ceil(high)))
    size = min(max_side, math.ceil(wide * scale)), min(max_side, math.ceil(high * scale))
    cos, sin = (scale * value for value in _cos_sin(angle_deg))
    # the middle of the picture goes to the middle of the result; indices name the centres of pixels
    x, y = (width - 1) / 2, (height - 1) / 2
    matrix = np.array(
        [
            [cos, -sin, (size[0] - 1) / 2 - cos * x + sin * y],
            [sin, cos, (size[1] - 1) / 2 - sin * x - cos * y],
        ]
    )
    return unpremultiply(np.asarray(cv2.warpAffine(premultiply(rgba), matrix, size), np.uint8))


def _cos_sin(angle_deg: float) -> tuple[float, float]:
    return math.cos(math.radians(angle_deg)), math.sin(math.radians(angle_deg))
