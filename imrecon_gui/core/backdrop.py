"""Studio pictures: a plain or gently shaded backdrop, and everything on it that differs.

The backdrop's colour is a quadratic in the picture's coordinates, fitted in CIE Lab to the border.
What is reached from the border through pixels of that colour is background, so a white object on
white keeps what its outline encloses.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.types import Float32Array

BoolArray = NDArray[np.bool_]

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
        difference: (h, w, 3) float32, Lab colour minus the backdrop's.
        distance: (h, w) float32, length of the difference.
        noise: Standard deviation of the backdrop around its fit, in Lab units.
        plain_share: Share of the border that has the backdrop's colour.
    """

    difference: Float32Array
    distance: Float32Array
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


def border_ring(height: int, width: int, share: float = 0.025) -> BoolArray:
    """(height, width) bool: the pixels within `share` of the longest side, at least 2, of the edge."""
    margin = max(2, round(share * max(height, width)))
    ring = np.ones((height, width), bool)
    ring[margin:-margin, margin:-margin] = False
    return ring


def fit_backdrop(lab: Float32Array) -> Backdrop:
    """Fit a smooth colour to the border, whatever touches the border aside.

    Args:
        lab: (h, w, 3) float32, CIE Lab with L in [0, 100].
    """
    height, width = lab.shape[:2]
    basis = _quadratic(height, width)
    ring = border_ring(height, width)
    rows, colours = basis[ring], lab[ring].astype(np.float64)
    coefficients = _robust_fit(rows, colours)
    residual = np.linalg.norm(colours - rows @ coefficients, axis=1)
    plain = residual < max(6.0, 3 * float(np.median(residual)))
    noise = float(np.sqrt(np.mean(residual[plain] ** 2))) if plain.any() else np.inf
    difference = (lab - basis @ coefficients).astype(np.float32)
    return Backdrop(difference, np.linalg.norm(difference, axis=2), noise, float(plain.mean()))


def _quadratic(height: int, width: int) -> NDArray[np.float64]:
    """(height, width, 6): 1, x, y, x^2, x y, y^2 with x and y in [-1, 1]."""
    x = np.linspace(-1, 1, width)[None, :].repeat(height, 0)
    y = np.linspace(-1, 1, height)[:, None].repeat(width, 1)
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


def reachable_from_border(passable: BoolArray) -> BoolArray:
    """(h, w) bool: the passable pixels joined to the picture's edge by passable ones."""
    import cv2

    padded = np.pad(passable.astype(np.uint8), 1, constant_values=1)
    _, labels = cv2.connectedComponents(padded, connectivity=4)
    return np.asarray(labels[1:-1, 1:-1] == labels[0, 0])


def plain_mask(lab: Float32Array, backdrop: Backdrop) -> BoolArray:
    """The object on a plain backdrop.

    Args:
        lab: (h, w, 3) float32 CIE Lab.
        backdrop: Of the same picture.

    Returns:
        (h, w) bool.
    """
    like_backdrop = backdrop.distance < backdrop.threshold
    background = reachable_from_border(like_backdrop)
    background |= _see_through(like_backdrop & ~background, ~background, backdrop)
    shadow = _shadow(lab, backdrop, background)
    if np.count_nonzero(shadow) < 0.35 * np.count_nonzero(~background):
        background |= shadow
    return ~background


def _see_through(enclosed: BoolArray, solid: BoolArray, backdrop: Backdrop) -> BoolArray:
    """Of the backdrop-coloured regions inside the object, those that are holes.

    A hole (between chair legs, in a handle) shows the very backdrop: flat, and exactly its colour. A
    region that makes up most of the object is the object's own surface inside its outline.
    """
    import cv2

    n, labels, stats, _ = cv2.connectedComponentsWithStats(enclosed.astype(np.uint8), connectivity=4)
    holes = np.zeros(n, bool)
    solid_area = np.count_nonzero(solid)
    limit = max(1.2, 1.5 * backdrop.noise)
    for label in range(1, n):
        area = stats[label, cv2.CC_STAT_AREA]
        if area < 6 or area > 0.5 * solid_area:
            continue
        holes[label] = float(np.median(backdrop.distance[labels == label])) < limit
    return np.asarray(holes[labels])


def _shadow(lab: Float32Array, backdrop: Backdrop, background: BoolArray) -> BoolArray:
    """Soft shadows that join the background: darker, hardly coloured, without edges."""
    import cv2

    scale = max(lab.shape[:2]) / 512
    lightness = cv2.GaussianBlur(lab[..., 0], (0, 0), max(0.8, 1.2 * scale))
    across = cv2.Sobel(lightness, cv2.CV_32F, 1, 0, scale=1 / 8)
    down = cv2.Sobel(lightness, cv2.CV_32F, 0, 1, scale=1 / 8)
    slope = np.hypot(across, down)
    darker = backdrop.difference[..., 0]
    colour_shift = np.linalg.norm(backdrop.difference[..., 1:], axis=2)
    candidate = (darker < 1.0) & (darker > -45.0) & (colour_shift < 4.0) & (slope * scale < 1.0)
    # a leak into the object must be three pixels wide
    candidate = cv2.erode(candidate.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    reached = reachable_from_border(candidate | background)
    grown = cv2.dilate((reached & ~background).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    return np.asarray(grown & ~background & (backdrop.difference[..., 0] > -45.0))
