"""Soft edges: a coarse mask is fitted to the picture, and edge colours are freed of background."""

from __future__ import annotations

import numpy as np

from imrecon_gui.core.framing import OPAQUE
from imrecon_gui.core.types import Float32Array, UInt8Array

_EPSILON = 1e-4
"""Regularisation of the guided filter: colour variance, of a range of 1, that counts as flat."""


EDGE_REACH_PX = 3
"""How far from an edge its cleaned colours are fetched."""

HAZE_REACH_PX = 2
"""How far from an opaque pixel what is not opaque is an edge, and no haze."""


def without_haze(alpha: UInt8Array) -> UInt8Array:
    """Alpha of the object alone: shadows and the faint noise that other programs' masks leave are cleared.

    The network never saw any. Where no eye sees it, one of 255 opaque at random, it no longer knows what it
    looks at: of 39 pictures whose background was so, 28 were named rightly instead of 36.

    Args:
        alpha: (h, w) uint8.

    Returns:
        The same, with zeros wherever no opaque pixel is near.
    """
    import cv2

    side = 2 * HAZE_REACH_PX + 1
    near = cv2.dilate(cv2.compare(alpha, OPAQUE, cv2.CMP_GT), np.ones((side, side), np.uint8))
    return np.asarray(cv2.bitwise_and(alpha, near), np.uint8)


def refine(rgb: UInt8Array, mask: UInt8Array, radius: int) -> UInt8Array:
    """Bring a coarse mask to a picture's resolution, its edge on the picture's edges.

    Guided filter (He, Sun and Tang, "Guided Image Filtering", ECCV 2010) with the luminance as guide,
    sharpened and confined to a band around the mask's outline: elsewhere the mask is kept.

    Args:
        rgb: (h, w, 3) uint8.
        mask: (h', w') uint8, 0 or 255, of the same proportions.
        radius: Half the width of the filter's window, in pixels of `rgb`.

    Returns:
        (h, w) uint8 alpha.
    """
    import cv2

    size = (rgb.shape[1], rgb.shape[0])
    coarse = np.asarray(cv2.resize(mask, size, interpolation=cv2.INTER_LINEAR), np.float32) / np.float32(255)
    guide = np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), np.float32) / np.float32(255)
    fitted = _guided_filter(guide, coarse, radius)
    sharp = np.clip((fitted - 0.5) * 2.0 + 0.5, 0, 1)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1))
    solid = (coarse > 0.5).astype(np.uint8)
    inside, outside = cv2.erode(solid, kernel, borderValue=1), 1 - cv2.dilate(solid, kernel)
    alpha = np.where(inside > 0, 1.0, np.where(outside > 0, 0.0, sharp))
    return np.asarray(np.rint(alpha * 255), np.uint8)


def _guided_filter(guide: Float32Array, values: Float32Array, radius: int) -> Float32Array:
    """Locally linear fit of `values` in `guide` (equations 5, 6 and 8 of the paper)."""
    mean_guide, mean_values = _box(guide, radius), _box(values, radius)
    covariance = _box(guide * values, radius) - mean_guide * mean_values
    variance = _box(guide * guide, radius) - mean_guide * mean_guide
    slope = np.asarray(covariance / (variance + _EPSILON), np.float32)
    offset = mean_values - slope * mean_guide
    return _box(slope, radius) * guide + _box(offset, radius)


def _box(values: Float32Array, radius: int) -> Float32Array:
    import cv2

    side = 2 * radius + 1
    return np.asarray(cv2.blur(values, (side, side), borderType=cv2.BORDER_REPLICATE), np.float32)


def clean_edge_colours(rgb: UInt8Array, alpha: UInt8Array) -> UInt8Array:
    """Give the pixels of a soft edge the colour of the object next to them.

    A pixel half covered shows half of the background, which would stay as a fringe on any other one.

    Args:
        rgb: (h, w, 3) uint8, the picture.
        alpha: (h, w) uint8, the object.

    Returns:
        (h, w, 4) uint8 RGBA, straight alpha, black where nothing is left of the picture.
    """
    solid = (alpha >= 250).astype(np.float32)
    weights = _box(solid, EDGE_REACH_PX)
    sums = _box(rgb.astype(np.float32) * solid[..., None], EDGE_REACH_PX)
    edge = np.nonzero((alpha > 0) & (alpha < 250) & (weights > 1e-3))
    near = sums[edge] / weights[edge][:, None]
    colours = rgb.copy()
    colours[alpha == 0] = 0
    colours[edge] = np.clip(np.rint(near), 0, 255).astype(np.uint8)
    return np.ascontiguousarray(np.dstack([colours, alpha]))
