"""Plates with holes in one solid: door frames, glazing bars, perforated loudspeaker baffles."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from training.categories.furniture.outlines import Points, circle
from training.solids import Solid, extrusion


def pierced(outline: Points, holes: Sequence[Points], depth: float, at: float = 0.0) -> Solid:
    """A plate in the (x, y) plane, `depth` thick about z = `at`, with holes through it.

    Holes are joined to the outline by cuts of no width, nearest first, so that no cut crosses a hole.
    """
    merged, left = _wound(outline, 1.0), [_wound(hole, -1.0) for hole in holes]
    while left:
        gaps = [np.linalg.norm(merged[:, None] - hole[None], axis=-1) for hole in left]
        nearest = int(np.argmin([gap.min() for gap in gaps]))
        hole, gap = left.pop(nearest), gaps[nearest]
        i, j = np.unravel_index(int(gap.argmin()), gap.shape)
        around = np.concatenate([hole[j:], hole[: j + 1]])
        merged = np.concatenate([merged[: i + 1], around, merged[i:]])
    return extrusion(merged, depth, axis="z", at=at)


def rectangle(left: float, right: float, low: float, high: float) -> Points:
    """The four corners, anticlockwise."""
    return np.array([[left, low], [right, low], [right, high], [left, high]])


def disc(x: float, y: float, radius: float, steps: int = 24) -> Points:
    """A circle as a polygon."""
    return np.asarray(circle(radius, radius, steps) + np.array([x, y]))


def _wound(polygon: Points, sense: float) -> Points:
    """The polygon running anticlockwise (1) or clockwise (-1)."""
    following = np.roll(polygon, -1, axis=0)
    area = float((polygon[:, 0] * following[:, 1] - following[:, 0] * polygon[:, 1]).sum())
    return polygon if area * sense > 0 else polygon[::-1]
