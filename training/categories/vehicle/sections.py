"""Cross-sections of hulls, wings and cabins, many at a time: arrays (m, k, 2) of m polygons of k points."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from training.solids import Solid, loft

Points = NDArray[np.float64]


def rounded(polygons: Points, reach: ArrayLike, steps: int) -> Points:
    """Replace every corner by a quadratic Bezier curve.

    Args:
        polygons: (m, k, 2) closed polygons.
        reach: From the corner to where the curve begins, broadcast to (m, k); at most 0.49 of a side.
        steps: Segments of each curve; 0 keeps the corners, 1 is a chamfer.

    Returns:
        (m, k * (steps + 1), 2).
    """
    if steps == 0:
        return polygons
    first, last = np.roll(polygons, 1, axis=1) - polygons, np.roll(polygons, -1, axis=1) - polygons
    start, end = _cut(first, reach), _cut(last, reach)
    t = np.linspace(0.0, 1.0, steps + 1)[:, None]
    curve = (1 - t) ** 2 * start[:, :, None] + t**2 * end[:, :, None]
    return np.asarray((polygons[:, :, None] + curve).reshape(len(polygons), -1, 2))


def mirrored(right: Points) -> Points:
    """Close half sections (m, k, 2) with x >= 0 by their mirror image across x = 0: (m, 2 k, 2)."""
    return np.concatenate([right, right[:, ::-1] * [-1.0, 1.0]], axis=1)


def superellipse(half_width: ArrayLike, half_height: ArrayLike, power: ArrayLike, sides: int) -> Points:
    """Superellipses |x / a|^p + |y / b|^p = 1 centred at the origin: (m, sides, 2) of (x, y).

    The first point lies half a step from +x, so that four sides are a box that stands on its side.
    """
    angle = (np.arange(sides) + 0.5) * (2 * np.pi / sides)
    a, b, p = (
        np.atleast_1d(np.asarray(v, dtype=np.float64))[:, None] for v in (half_width, half_height, power)
    )
    cosine, sine = np.cos(angle), np.sin(angle)
    radius = (np.abs(cosine) ** p + np.abs(sine) ** p) ** (-1 / p)
    return np.stack([a * radius * cosine, b * radius * sine], axis=-1)


def stacked(heights: ArrayLike, polygons: Points, axis: str = "z") -> Solid:
    """A loft whose heights may come in any order and may repeat; repeats are spread by a hair."""
    t = np.asarray(heights, dtype=np.float64)
    order = np.argsort(t, kind="stable")
    t = t[order].copy()
    hair = 1e-4 * max(float(t[-1] - t[0]), 1e-6)
    for i in range(1, len(t)):
        t[i] = max(t[i], t[i - 1] + hair)
    return loft(list(zip(t.tolist(), polygons[order], strict=True)), axis)


def _cut(side: Points, reach: ArrayLike) -> Points:
    length = np.linalg.norm(side, axis=-1)
    part = np.minimum(np.broadcast_to(np.asarray(reach, dtype=np.float64), length.shape), 0.49 * length)
    return np.asarray(side * (part / np.maximum(length, 1e-9))[..., None])
