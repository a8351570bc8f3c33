"""Studio pictures: a plain or gently shaded backdrop, and everything on it that differs.

The backdrop's colour is a quadratic in the picture's coordinates, fitted in CIE Lab to the border.
What is reached from the border through pixels of that colour is background, so a white object on
white keeps what its outline encloses.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.regions import BoolArray, border_ring, reachable_from_border
from imrecon_gui.core.shade import shade
from imrecon_gui.core.types import Float32Array, UInt8Array

MIN_PLAIN_SHARE = 0.72
"""Share of the border that must have the backdrop's colour for the backdrop to count as plain."""

MAX_NOISE = 3.0
"""Lab units of scatter around the fitted colour, beyond which a backdrop is not plain."""

MIN_DIFFERENCE = 3.0
"""Lab units: just noticeable is about 2.3; compression leaves about as much around edges."""


@dataclass(frozen=True, eq=False)
class Backdrop:
    """The fitted backdrop of a picture.

    Attributes:
        coefficients: (6, 3) float64, Lab colour as a quadratic of the picture's coordinates.
        noise: Scatter of the backdrop around its fit (root mean square), in Lab units.
        plain_share: Share of the border that has the backdrop's colour.
    """

    coefficients: NDArray[np.float64]
    noise: float
    plain_share: float

    @property
    def is_plain(self) -> bool:
        """Whether the border is that of a studio picture."""
        return self.plain_share >= MIN_PLAIN_SHARE and self.noise <= MAX_NOISE

    @property
    def threshold(self) -> float:
        """Lab distance from which a pixel is no backdrop."""
        return max(MIN_DIFFERENCE, 3.5 * self.noise)

    def colours(self, height: int, width: int) -> Float32Array:
        """(height, width, 3) float32 Lab: the backdrop without its object, at any resolution."""
        fitted = _quadratic(height, width) @ self.coefficients.astype(np.float32)
        fitted[..., 0] = np.clip(fitted[..., 0], 0, 100)
        return np.asarray(fitted, np.float32)

    def distance(self, lab: Float32Array) -> Float32Array:
        """(h, w, 3) Lab -> (h, w) float32: Lab distance from the backdrop."""
        return np.asarray(np.linalg.norm(lab - self.colours(*lab.shape[:2]), axis=2), np.float32)


def fit_backdrop(lab: Float32Array) -> Backdrop:
    """Fit a smooth colour to the border, whatever touches the border aside.

    Args:
        lab: (h, w, 3) float32, CIE Lab with L in [0, 100].
    """
    height, width = lab.shape[:2]
    ring = border_ring(height, width)
    rows, colours = _quadratic(height, width)[ring].astype(np.float64), lab[ring].astype(np.float64)
    coefficients = _robust_fit(rows, colours)
    residual = np.linalg.norm(colours - rows @ coefficients, axis=1)
    plain = residual < max(6.0, 3 * float(np.median(residual)))
    noise = float(np.sqrt(np.mean(residual[plain] ** 2))) if plain.any() else np.inf
    return Backdrop(coefficients, noise, float(plain.mean()))


def _quadratic(height: int, width: int) -> Float32Array:
    """(height, width, 6): 1, x, y, x^2, x y, y^2 with x and y in [-1, 1]."""
    x = np.linspace(-1, 1, width, dtype=np.float32)[None, :].repeat(height, 0)
    y = np.linspace(-1, 1, height, dtype=np.float32)[:, None].repeat(width, 1)
    return np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=-1)


def _robust_fit(rows: NDArray[np.float64], colours: NDArray[np.float64]) -> NDArray[np.float64]:
    """Least squares with outliers set aside round by round, starting from the border's mode.

    The mode, not the median: on a picture cut tight the object may cover much of the border.
    """
    kept = np.linalg.norm(colours - _mode(colours), axis=1) < 20.0
    coefficients = np.zeros((rows.shape[1], 3))
    for limit in (10.0, 7.0, 5.0, 5.0):
        if np.count_nonzero(kept) < 4 * rows.shape[1]:
            break
        coefficients, *_ = np.linalg.lstsq(rows[kept], colours[kept], rcond=None)
        residual = np.linalg.norm(colours - rows @ coefficients, axis=1)
        kept = residual < limit
    return coefficients


def _mode(colours: NDArray[np.float64], cell: float = 8.0) -> NDArray[np.float64]:
    """The mean colour of the fullest cell of Lab."""
    cells, counts = np.unique(np.floor(colours / cell), axis=0, return_counts=True)
    fullest = np.all(np.floor(colours / cell) == cells[np.argmax(counts)], axis=1)
    return np.asarray(colours[fullest].mean(axis=0))


def plain_mask(rgb: UInt8Array, lab: Float32Array, backdrop: Backdrop) -> BoolArray:
    """The object on a plain backdrop.

    Args:
        rgb: (h, w, 3) uint8.
        lab: (h, w, 3) float32, the same in CIE Lab.
        backdrop: Of the same picture.

    Returns:
        (h, w) bool.
    """
    distance = backdrop.distance(lab)
    like_backdrop = distance < backdrop.threshold
    background = reachable_from_border(like_backdrop)
    background |= _see_through(like_backdrop & ~background, ~background, distance, backdrop.noise)
    background |= shade(rgb, backdrop, background)
    return ~background


def _see_through(enclosed: BoolArray, solid: BoolArray, distance: Float32Array, noise: float) -> BoolArray:
    """Of the backdrop-coloured regions inside the object, those that are holes.

    A hole (between chair legs, in a handle) shows the very backdrop: flat, and exactly its colour. A
    region that makes up most of the object is the object's own surface inside its outline.
    """
    import cv2

    n, labels, stats, _ = cv2.connectedComponentsWithStats(enclosed.astype(np.uint8), connectivity=4)
    holes = np.zeros(n, bool)
    for label in range(1, n):
        if 6 <= stats[label, cv2.CC_STAT_AREA] <= 0.5 * np.count_nonzero(solid):
            holes[label] = float(np.median(distance[labels == label])) < max(2.0, 1.8 * noise)
    return np.asarray(holes[labels])


def key(lab: Float32Array, solid: BoolArray, backdrop: Backdrop, radius: int) -> UInt8Array:
    """Soft edge of an object on a plain backdrop.

    A pixel of the edge is as opaque as its distance from the backdrop's colour, measured by that of
    the most distant pixel near it.

    Args:
        lab: (h, w, 3) float32 CIE Lab.
        solid: (h, w) bool, the object with its edge pixels.
        backdrop: Of the same picture.
        radius: Width of the edge, in pixels.

    Returns:
        (h, w) uint8 alpha: 0 outside `solid`, 255 more than `radius` inside it.
    """
    import cv2

    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1))
    distance = np.where(solid, backdrop.distance(lab), 0).astype(np.float32)
    farthest = cv2.dilate(distance, kernel)
    floor = 0.5 * backdrop.threshold
    alpha = np.clip((distance - floor) / np.maximum(0.85 * farthest - floor, 0.5), 0, 1)
    inside = cv2.erode(solid.astype(np.uint8), kernel, borderValue=1) > 0
    return np.asarray(np.rint(255 * np.where(inside, 1.0, np.where(solid, alpha, 0.0))), np.uint8)
