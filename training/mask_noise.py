"""Faults of automatic cut-outs: outlines too tight, too wide or ragged, bites, left-over background."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from training.noise_bank import patches, wobble

UInt8Array = NDArray[np.uint8]


def damage_mask(
    rgb: UInt8Array, alpha: UInt8Array, rng: np.random.Generator, strength: float
) -> tuple[UInt8Array, UInt8Array]:
    """The picture with a faulty mask; a background of one colour shows where the mask grows.

    Args:
        rgb: (h, w, 3) uint8.
        alpha: (h, w) uint8.
        rng: The only source of chance.
        strength: In [0, 1].

    Returns:
        rgb and alpha of the same shapes and types.
    """
    background = np.empty_like(rgb)
    background[:] = rng.integers(0, 256, 3)
    rgb = np.asarray(cv2.copyTo(rgb, alpha, background))
    moved = _outline_moved(alpha, rng, strength)
    if rng.random() < 0.2 * strength:
        _ellipse(moved, rng, 0, 0.04 * strength)
    if rng.random() < 0.1 * strength:
        _ellipse(moved, rng, 255, 0.03 * strength)
    kept = cv2.countNonZero(moved) >= 0.6 * cv2.countNonZero(alpha)  # a thin object may not vanish
    return rgb, moved if kept else alpha


def _outline_moved(alpha: UInt8Array, rng: np.random.Generator, strength: float) -> UInt8Array:
    """The outline shifted in or out by up to about two pixels, evenly and raggedly.

    A blurred mask is a ramp across the outline: adding to it before it is made steep again moves
    the outline along its normal.
    """
    ramp = cv2.GaussianBlur(alpha, (0, 0), 1.5)
    offset = cv2.addWeighted(
        wobble(rng, alpha.shape),
        strength * rng.uniform(0.0, 0.08),
        patches(rng, alpha.shape),
        strength * rng.uniform(0.0, 0.1),
        strength * rng.uniform(-0.25, 0.3) - 0.5,
    )
    steepness = float(rng.uniform(2.0, 5.0))
    moved = cv2.addWeighted(ramp, steepness / 255, offset, steepness, 0.5, dtype=cv2.CV_32F)
    on_outline = cv2.inRange(ramp, 5, 250)  # neither holes nor specks far off
    return np.asarray(cv2.copyTo(cv2.convertScaleAbs(cv2.max(moved, 0.0), alpha=255), on_outline, ramp))


def _ellipse(alpha: UInt8Array, rng: np.random.Generator, value: int, most: float) -> None:
    """Set a small ellipse on the outline or in the object, radii up to most times the side."""
    rows, columns = np.nonzero(alpha)
    if not len(rows):
        return
    at = int(rng.integers(len(rows)))
    radii = rng.uniform(1.0, max(2.0, most * len(alpha)), 2).astype(int) + 1
    centre = (int(columns[at]), int(rows[at]))
    cv2.ellipse(alpha, centre, radii.tolist(), float(rng.uniform(0, 180)), 0.0, 360.0, value, -1)
