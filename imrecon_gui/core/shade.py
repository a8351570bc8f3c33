"""Soft shadows and pools of light on a plain backdrop, which belong to the backdrop.

They multiply the backdrop's colour by a factor that changes slowly, where an object has an edge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from imrecon_gui.core.regions import BoolArray, grow, reachable, shrink
from imrecon_gui.core.types import Float32Array, UInt8Array

if TYPE_CHECKING:
    from imrecon_gui.core.backdrop import Backdrop

DARKEST, BRIGHTEST = 0.4, 1.6
"""Factors on the backdrop's sRGB values that lighting may reach."""

MAX_TINT = 0.045
"""What the factor leaves unexplained, of a range of 1."""

MAX_SLOPE = 0.013
"""Change of the factor per pixel of a picture 512 wide, beyond which it is an edge."""

MAX_SHADOW_TINT = 0.03
MAX_SHADOW_SLOPE = 0.03
"""The same of shadows, whose edges may be steeper than those of light."""

SHADOW_EDGE = 4.2
"""Width of the narrowest edge of a shadow, in standard deviations of the blur; an object's has about 2.6."""

SHARP_SIDE_PX = 352
"""Longest side of a picture below which edges of objects are too blurred to be told from a shadow's."""

MAX_SHADOW_SHARE = 0.35
"""Of all that stands out, the most that shadows may be; more is the object, in the backdrop's colour."""

MIN_OPEN_SHARE = 0.3
"""Share of its outline on which a shadow meets the open backdrop; a part of the object has less."""


def shade(rgb: UInt8Array, backdrop: Backdrop, background: BoolArray) -> BoolArray:
    """What the lighting has set apart from the backdrop.

    First what changes slowly, then shadows with edges that are steeper, but wider than an object's.

    Args:
        rgb: (h, w, 3) uint8.
        backdrop: Its fitted backdrop.
        background: (h, w) bool, what is known to be backdrop.

    Returns:
        (h, w) bool, disjoint from `background`.
    """
    factor, tint = _lighting(rgb, backdrop)
    scale = max(rgb.shape[:2]) / 512
    slope, wide = _edges(factor, scale)
    slow = (slope < MAX_SLOPE) & (tint < MAX_TINT) & (factor > DARKEST) & (factor < BRIGHTEST)
    steep = wide & (slope < MAX_SHADOW_SLOPE) & (tint < MAX_SHADOW_TINT) & (factor > DARKEST) & (factor < 1)
    light = _joined(slow, (tint < MAX_TINT) & (factor > DARKEST), background)
    if max(rgb.shape[:2]) < SHARP_SIDE_PX:
        return light
    shadow = _joined(slow | steep, (tint < MAX_SHADOW_TINT) & (factor > DARKEST), background | light)
    standing_out = np.count_nonzero(~(background | light))
    return light | shadow if shadow.sum() <= MAX_SHADOW_SHARE * standing_out else light


def _joined(candidate: BoolArray, rim: BoolArray, background: BoolArray) -> BoolArray:
    """The candidates that are joined to the background and lie open to it, with their rim."""
    # shrunk first, so that a way into the object must be three pixels wide
    reached = reachable(shrink(candidate, 1) | background, background)
    found = grow(reached & ~background, 1) & ~background & rim
    return _open_regions(found, background)


def _lighting(rgb: UInt8Array, backdrop: Backdrop) -> tuple[Float32Array, Float32Array]:
    """(h, w) factor that best explains each pixel by the backdrop, and what it leaves unexplained."""
    import cv2

    behind = np.clip(cv2.cvtColor(backdrop.colours(*rgb.shape[:2]), cv2.COLOR_LAB2RGB), 0, 1)
    values = rgb.astype(np.float32) / 255
    factor = (values * behind).sum(axis=2) / np.maximum((behind * behind).sum(axis=2), 1e-3)
    tint = np.linalg.norm(values - factor[..., None] * behind, axis=2)
    return factor.astype(np.float32), tint.astype(np.float32)


def _edges(factor: Float32Array, scale: float) -> tuple[Float32Array, BoolArray]:
    """How steep and how wide edges are, each (h, w).

    Returns:
        Change of the smoothed factor per pixel of a picture 512 wide, and whether all of the change
        nearby would take a shadow's edge at that pace.
    """
    import cv2

    blur = max(0.8, 1.2 * scale)
    smoothed = cv2.GaussianBlur(factor, (0, 0), blur)
    across = cv2.Sobel(smoothed, cv2.CV_32F, 1, 0, scale=1 / 8)
    down = cv2.Sobel(smoothed, cv2.CV_32F, 0, 1, scale=1 / 8)
    slope = np.asarray(np.hypot(across, down) * scale, np.float32)
    nearby = np.ones((2 * max(3, round(8 * scale)) + 1,) * 2, np.uint8)
    change = cv2.dilate(smoothed, nearby) - cv2.erode(smoothed, nearby)
    return slope, np.asarray(slope * (SHADOW_EDGE * blur / scale) < change)


def _open_regions(found: BoolArray, background: BoolArray) -> BoolArray:
    """Of the regions found, those that lie open to the backdrop: the others leaked into the object."""
    import cv2

    n, labels = cv2.connectedComponents(found.astype(np.uint8), connectivity=4)
    outline = found & ~shrink(found, 1)
    length = np.bincount(labels[outline], minlength=n)
    open_length = np.bincount(labels[outline & grow(background, 1)], minlength=n)
    is_open = open_length >= MIN_OPEN_SHARE * np.maximum(length, 1)
    is_open[0] = False
    return np.asarray(is_open[labels])
