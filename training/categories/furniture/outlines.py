"""Plane curves: outlines of seats and table tops, and rounded polylines.

Outlines are (k, 2) float arrays of (x, z), x to the right and z to the front, in order around
the outline and centred on the middle of their bounding box.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]


def circle(radius_x: float, radius_z: float, steps: int = 32, power: float = 2.0) -> Points:
    """Ellipse, or superellipse for a power above 2 (4 is a rounded rectangle, 1 a rhombus)."""
    angle = np.arange(steps) * (2.0 * np.pi / steps)
    cosine, sine = np.cos(angle), np.sin(angle)
    x = np.sign(cosine) * np.abs(cosine) ** (2.0 / power)
    z = np.sign(sine) * np.abs(sine) ** (2.0 / power)
    return np.stack([radius_x * x, radius_z * z], axis=1)


def regular(count: int, radius: float, turn: float = 0.0) -> Points:
    """Regular polygon with its first corner at `turn` radians from +x."""
    angle = turn + np.arange(count) * (2.0 * np.pi / count)
    return radius * np.stack([np.cos(angle), np.sin(angle)], axis=1)


def trapezoid(front: float, back: float, depth: float) -> Points:
    """Trapezoid with its front width at +z."""
    half = depth / 2.0
    return np.array([[-back / 2, -half], [back / 2, -half], [front / 2, half], [-front / 2, half]])


def rounded(polygon: Points, radius: float | Points, steps: int = 4) -> Points:
    """A closed polygon whose corners are replaced by curves.

    Args:
        polygon: (k, 2) or (k, 3) corners.
        radius: How far from the corner the curve begins, one number or (k,); at most 0.49 of a side.
        steps: Segments of each curve; every corner becomes steps + 1 points.
    """
    before, after = np.roll(polygon, 1, axis=0), np.roll(polygon, -1, axis=0)
    reach = np.broadcast_to(np.asarray(radius, dtype=float), (len(polygon),))
    return np.concatenate(
        [_curve(a, b, c, r, steps) for a, b, c, r in zip(before, polygon, after, reach, strict=True)]
    )


def bent(path: Points, radius: float, steps: int = 4) -> Points:
    """An open polyline whose inner corners are replaced by curves, as bent tube has them."""
    middle = [_curve(a, b, c, radius, steps) for a, b, c in zip(path, path[1:], path[2:], strict=False)]
    return np.concatenate([path[:1], *middle, path[-1:]])


def arc(
    radius_x: float,
    radius_z: float,
    begin: float,
    end: float,
    steps: int,
    centre: tuple[float, float] = (0, 0),
) -> Points:
    """Points of an ellipse from angle `begin` to `end`, degrees from +x towards +z, steps + 1 of them."""
    angle = np.radians(np.linspace(begin, end, steps + 1))
    return np.stack([centre[0] + radius_x * np.cos(angle), centre[1] + radius_z * np.sin(angle)], axis=1)


def thick(curve: Points, thickness: float | Points) -> Points:
    """The closed band around an open plane curve.

    Args:
        curve: (k, 2) points.
        thickness: Full width of the band, one number or one for each point.

    Returns:
        (2 k, 2): along the curve on its left side, and back on its right side.
    """
    tangent = np.gradient(curve, axis=0)
    tangent /= np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-9)
    normal = np.stack([-tangent[:, 1], tangent[:, 0]], axis=1)
    offset = normal * np.broadcast_to(np.asarray(thickness, dtype=float) / 2.0, (len(curve),))[:, None]
    return np.concatenate([curve + offset, (curve - offset)[::-1]])


def gauge(x: float, z: float, outline: Points) -> float:
    """By what factor a convex outline must be scaled to pass through the point."""
    a, b = outline, np.roll(outline, -1, axis=0)
    cross = a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
    beside = x * (b[:, 1] - a[:, 1]) - z * (b[:, 0] - a[:, 0])
    return float(np.max(beside / np.where(np.abs(cross) < 1e-9, 1e-9, cross)))


def shrink_into(x: float, z: float, outline: Points, share: float = 0.9) -> tuple[float, float]:
    """The point, or if it lies outside of `share` of a convex outline, where the way to it leaves that."""
    scale = min(1.0, share / max(gauge(x, z, outline), 1e-9))
    return x * scale, z * scale


def _curve(before: Points, corner: Points, after: Points, radius: float, steps: int) -> Points:
    """Quadratic Bezier curve that cuts one corner."""
    first, last = before - corner, after - corner
    length_a, length_b = float(np.linalg.norm(first)), float(np.linalg.norm(last))
    reach = min(radius, 0.49 * length_a, 0.49 * length_b)
    start, end = corner + first * (reach / length_a), corner + last * (reach / length_b)
    t = np.linspace(0.0, 1.0, steps + 1)[:, None]
    return np.asarray((1 - t) ** 2 * start + 2 * t * (1 - t) * corner + t**2 * end)
