"""Changing a mask by hand: brush strokes, and a cut-out anew inside a rectangle.

Positions are in pixels from the picture's upper left corner: the middle of the first pixel lies at
(0.5, 0.5).
"""

from __future__ import annotations

import math

import numpy as np

from imrecon_gui.core.cutout import cut_out
from imrecon_gui.core.errors import ImageError
from imrecon_gui.core.framing import Box
from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.types import Float32Array, UInt8Array

MIN_BOX_PX = 16
CONTEXT_SHARE = 0.06
"""Of a rectangle's longest side: how much around it is looked at, to know what is background."""

NOTHING: Box = (0, 0, 0, 0)


def paint(
    alpha: UInt8Array, start: tuple[float, float], end: tuple[float, float], radius: float, adds: bool
) -> Box:
    """Draw a straight piece of a round brush's stroke, in place.

    The edge is a pixel wide. A stroke drawn in many pieces is the same as one drawn in one: where
    pieces overlap, nothing is applied twice.

    Args:
        alpha: (h, w) uint8, changed.
        start: (x, y) where the piece begins.
        end: (x, y) where it ends; may be the same.
        radius: In pixels, above 0.
        adds: Whether the stroke makes opaque, else transparent.

    Returns:
        The box that may have changed: (left, top, right, bottom), exclusive; empty if the stroke
        lies outside.
    """
    box = _reach(alpha.shape[:2], start, end, radius)
    if is_empty(box):
        return NOTHING
    left, top, right, bottom = box
    part = alpha[top:bottom, left:right]
    cover = np.clip(radius + 0.5 - _distance(box, start, end), 0, 1) * np.float32(255)
    covered = (cover + np.float32(0.5)).astype(np.uint8)
    if adds:
        np.maximum(part, covered, out=part)
    else:
        np.minimum(part, 255 - covered, out=part)
    return box


def cut_out_box(rgb: UInt8Array, box: Box, job: Job = NULL_JOB) -> UInt8Array:
    """Cut out what stands out inside a box; everything else is background.

    Args:
        rgb: (h, w, 3) uint8, the picture.
        box: Around the object, with some background between the two.
        job: Reports the stage "cutout".

    Returns:
        (h, w) uint8 alpha, 0 outside the box.

    Raises:
        ImageError: If the box is smaller than MIN_BOX_PX, or no object stands out in it.
        Cancelled: If the job says so.
    """
    left, top, right, bottom = box = clipped(box, rgb.shape[:2])
    if min(right - left, bottom - top) < MIN_BOX_PX:
        raise ImageError("The rectangle is too small.", "Draw it around the whole object.")
    margin = math.ceil(CONTEXT_SHARE * max(right - left, bottom - top))
    x0, y0, x1, y1 = clipped(grown(box, margin), rgb.shape[:2])
    try:
        found = cut_out(np.ascontiguousarray(rgb[y0:y1, x0:x1]), job)
    except ImageError as error:
        raise ImageError(
            "No object stands out inside the rectangle.", "Use Add and Erase instead."
        ) from error
    alpha = np.zeros(rgb.shape[:2], np.uint8)
    alpha[top:bottom, left:right] = found[top - y0 : bottom - y0, left - x0 : right - x0]
    return alpha


def is_empty(box: Box) -> bool:
    """Whether no pixel lies in the box."""
    return box[2] <= box[0] or box[3] <= box[1]


def grown(box: Box, margin: int) -> Box:
    """The box with a margin on every side."""
    return box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin


def clipped(box: Box, size: tuple[int, ...]) -> Box:
    """The part of the box inside a picture of (height, width)."""
    left, top = max(box[0], 0), max(box[1], 0)
    return left, top, min(box[2], size[1]), min(box[3], size[0])


def union(one: Box, other: Box) -> Box:
    """The smallest box around both."""
    if is_empty(one) or is_empty(other):
        return other if is_empty(one) else one
    low = min(one[0], other[0]), min(one[1], other[1])
    return *low, max(one[2], other[2]), max(one[3], other[3])


def difference(one: UInt8Array, other: UInt8Array) -> Box:
    """The smallest box around all pixels in which two (h, w) uint8 masks differ."""
    import cv2

    left, top, width, height = cv2.boundingRect(cv2.compare(one, other, cv2.CMP_NE))
    return left, top, left + width, top + height


def _reach(size: tuple[int, ...], start: tuple[float, float], end: tuple[float, float], radius: float) -> Box:
    """The pixels that a piece of a stroke may touch."""
    left, right = sorted((start[0], end[0]))
    top, bottom = sorted((start[1], end[1]))
    reach = radius + 1
    low = math.floor(left - reach), math.floor(top - reach)
    return clipped((*low, math.ceil(right + reach), math.ceil(bottom + reach)), size)


def _distance(box: Box, start: tuple[float, float], end: tuple[float, float]) -> Float32Array:
    """(h, w) float32: how far the middles of a box's pixels lie from a segment."""
    x = np.arange(box[0], box[2], dtype=np.float32)[None] + np.float32(0.5 - start[0])
    y = np.arange(box[1], box[3], dtype=np.float32)[:, None] + np.float32(0.5 - start[1])
    dx, dy = np.float32(end[0] - start[0]), np.float32(end[1] - start[1])
    length2 = dx * dx + dy * dy
    along = np.clip((x * dx + y * dy) / length2, 0, 1) if length2 > 0 else np.float32(0)
    return np.asarray(np.sqrt((x - along * dx) ** 2 + (y - along * dy) ** 2), np.float32)
