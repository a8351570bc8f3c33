"""Connected regions of masks."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

BoolArray = NDArray[np.bool_]


def border_ring(height: int, width: int, share: float = 0.025) -> BoolArray:
    """(height, width) bool: the pixels within `share` of the longest side, at least 2, of the edge."""
    margin = max(2, round(share * max(height, width)))
    ring = np.ones((height, width), bool)
    ring[margin:-margin, margin:-margin] = False
    return ring


def reachable_from_border(passable: BoolArray) -> BoolArray:
    """(h, w) bool: the passable pixels joined to the picture's edge by passable ones."""
    padded = np.pad(passable, 1, constant_values=True)
    rim = np.pad(np.zeros_like(passable), 1, constant_values=True)
    return reachable(padded, rim)[1:-1, 1:-1]


def reachable(passable: BoolArray, start: BoolArray) -> BoolArray:
    """(h, w) bool: the passable pixels joined to a passable pixel of `start` by passable ones."""
    import cv2

    n, labels = cv2.connectedComponents(passable.astype(np.uint8), connectivity=4)
    reached = np.zeros(n, bool)
    reached[labels[start & passable]] = True
    return np.asarray(reached[labels])


def pieces_at_least(mask: BoolArray, share: float, reference: float | None = None) -> BoolArray:
    """The connected pieces of at least `share` of `reference` pixels (None: of the largest piece)."""
    import cv2

    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    areas = stats[:, cv2.CC_STAT_AREA].astype(np.float64)
    areas[0] = 0
    large = areas >= max(share * (areas.max() if reference is None else reference), 1)
    return np.asarray(large[labels])


def grow(mask: BoolArray, radius: int) -> BoolArray:
    """Dilate a mask by a disc of `radius` pixels."""
    import cv2

    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1))
    return np.asarray(cv2.dilate(mask.astype(np.uint8), kernel) > 0)


def shrink(mask: BoolArray, radius: int) -> BoolArray:
    """Erode a mask by a disc of `radius` pixels; the picture's edge does not erode it."""
    return ~grow(~mask, radius)
