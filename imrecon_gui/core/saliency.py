"""Where the object of a photo probably is: what differs from what lies along the picture's edge.

Robust background detection (Zhu, Liang, Wei and Sun, "Saliency Optimization from Robust Background
Detection", CVPR 2014): a region is background in so far as it is joined to the picture's edge by
regions of like colour, an object in so far as it differs from background near it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.types import Float32Array, Int32Array, UInt8Array

Float64Array = NDArray[np.float64]

SEGMENTS = 300
SIGMA_COLOUR = 10.0
"""Lab units: colours nearer than this count as alike (the paper's sigma_clr)."""
SIGMA_BORDER = 1.0
"""The paper's sigma_bndCon."""
SIGMA_SPACE = 0.4
"""Of the picture's longest side: how far contrast reaches (the paper's sigma_spa is 0.25)."""
SIGMA_CENTRE = 0.5
"""Of half the picture's diagonal; the paper has no centre prior, pictures of one object do."""
SMOOTHNESS_FLOOR = 0.1
"""Least smoothness between neighbours (the paper's mu)."""


@dataclass(frozen=True, eq=False)
class Segments:
    """A picture in superpixels.

    Attributes:
        labels: (h, w) int32, 0 to n - 1.
        colours: (n, 3) float64, mean Lab.
        centres: (n, 2) float64, mean (x, y), of the picture's longest side.
        on_border: (n,) bool.
        adjacent: (n, n) bool, symmetric: touching, or both on the border.
    """

    labels: Int32Array
    colours: Float64Array
    centres: Float64Array
    on_border: NDArray[np.bool_]
    adjacent: NDArray[np.bool_]


def saliency(rgb: UInt8Array, lab: Float32Array) -> Float32Array:
    """How much each pixel looks like part of the object.

    Args:
        rgb: (h, w, 3) uint8, about 256 pixels on its longest side.
        lab: (h, w, 3) float32, the same picture in CIE Lab.

    Returns:
        (h, w) float32 in [0, 1]; all 0 if the picture is too uniform to be split.
    """
    segments = segment(rgb, lab)
    if len(segments.colours) < 2:
        return np.zeros(rgb.shape[:2], np.float32)
    apart = _pairwise(segments.colours)
    background = _background_weight(segments, apart)
    contrast = _contrast(segments, apart, background)
    values = _optimise(segments, apart, background, contrast)
    return _normalise(values)[segments.labels].astype(np.float32)


def segment(rgb: UInt8Array, lab: Float32Array) -> Segments:
    """Split a picture in about SEGMENTS superpixels (SLIC)."""
    from skimage.segmentation import slic

    labels = slic(rgb, n_segments=SEGMENTS, compactness=12, start_label=0, enforce_connectivity=True)
    n = int(labels.max()) + 1
    height, width = labels.shape
    counts = np.bincount(labels.ravel(), minlength=n)
    y, x = np.mgrid[:height, :width]
    planes = [*np.moveaxis(lab, -1, 0), x / max(height, width), y / max(height, width)]
    means = np.stack([np.bincount(labels.ravel(), plane.ravel(), n) / counts for plane in planes], axis=1)
    on_border = np.zeros(n, bool)
    for edge in (labels[0], labels[-1], labels[:, 0], labels[:, -1]):
        on_border[edge] = True
    adjacent = _touching(labels, n) | np.outer(on_border, on_border)
    return Segments(labels.astype(np.int32), means[:, :3], means[:, 3:], on_border, adjacent)


def _touching(labels: NDArray[np.int_], n: int) -> NDArray[np.bool_]:
    """(n, n) bool: which segments share an edge."""
    touching = np.zeros((n, n), bool)
    touching[labels[:, :-1], labels[:, 1:]] = True
    touching[labels[:-1], labels[1:]] = True
    touching |= touching.T
    np.fill_diagonal(touching, False)
    return touching


def _pairwise(points: Float64Array) -> Float64Array:
    """(n, d) -> (n, n) Euclidean distances."""
    return np.asarray(np.linalg.norm(points[:, None] - points[None], axis=2))


def _background_weight(segments: Segments, apart: Float64Array) -> Float64Array:
    """(n,) probability of being background: equations 2 to 5 of the paper."""
    from scipy.sparse.csgraph import shortest_path

    steps = np.where(segments.adjacent, apart, np.inf)
    nearest = np.where(np.isfinite(steps), steps, np.nan)
    # what separates a segment from the one most like it is texture, not an edge
    texture = float(np.nanmean(np.nanmin(np.where(np.eye(len(apart), dtype=bool), np.nan, nearest), axis=1)))
    lengths = np.where(segments.adjacent, np.maximum(apart - texture, 1e-6), 0.0)
    geodesic = shortest_path(lengths, directed=False)
    likeness = np.exp(-(geodesic**2) / (2 * SIGMA_COLOUR**2))
    border_length = likeness[:, segments.on_border].sum(axis=1)
    connectivity = border_length / np.sqrt(likeness.sum(axis=1))
    return np.asarray(1 - np.exp(-(connectivity**2) / (2 * SIGMA_BORDER**2)))


def _contrast(segments: Segments, apart: Float64Array, background: Float64Array) -> Float64Array:
    """(n,) contrast against background, in [0, 1]: equation 6, with a centre prior."""
    near = np.exp(-(_pairwise(segments.centres) ** 2) / (2 * SIGMA_SPACE**2))
    middle = (segments.centres.min(axis=0) + segments.centres.max(axis=0)) / 2
    off_centre = np.linalg.norm(segments.centres - middle, axis=1) / np.linalg.norm(middle)
    prior = np.exp(-(off_centre**2) / (2 * SIGMA_CENTRE**2))
    return _normalise((apart * near * background[None]).sum(axis=1) * prior)


def _optimise(
    segments: Segments, apart: Float64Array, background: Float64Array, foreground: Float64Array
) -> Float64Array:
    """(n,) the least-squares compromise of background, foreground and smoothness: equation 9."""
    smooth = np.exp(-(apart**2) / (2 * SIGMA_COLOUR**2)) + SMOOTHNESS_FLOOR
    smooth = np.where(segments.adjacent, smooth, 0.0)
    laplacian = np.diag(smooth.sum(axis=1)) - smooth
    system = laplacian + np.diag(background + foreground + 1e-9)
    return np.asarray(np.linalg.solve(system, foreground))


def _normalise(values: Float64Array) -> Float64Array:
    low, high = float(values.min()), float(values.max())
    return np.asarray((values - low) / max(high - low, 1e-12))
