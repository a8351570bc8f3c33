"""Bodies of mugs drawn from their kinds."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from training.categories.furniture.draw import between, chance
from training.categories.furniture.outlines import Points
from training.categories.mug.plan import TYPES, Line, MugType
from training.categories.mug.vessel import Vessel, cut, faceted, fluted, smooth, square

HEIGHT = 0.1
CLEAR = {"pedestal cup": 0.17, "goblet": 0.42}


def draw_vessel(rng: np.random.Generator, kind: str) -> Vessel:
    """Draw sizes, an outer line, a foot and a cross-section."""
    t = TYPES[kind]
    tall = between(rng, *t.tall) * math.exp(0.06 * rng.standard_normal())
    tall = min(1.8, max(0.45, tall))
    radius = HEIGHT / tall / 2
    lines = dict(enumerate(t.lines))
    line = lines[int(rng.integers(len(lines)))]
    points = _points(rng, line)
    if chance(rng, t.foot):
        points = _with_foot(rng, points)
    heights, radii = _drawn(rng, kind, points, radius)
    v = Vessel(heights, radii, *_thickness(rng, t, radius), lip=between(rng, 0.0, 1.0))
    v = replace(v, floor=max(v.floor, CLEAR.get(kind, 0.0) * HEIGHT), section=_section(rng, kind))
    return replace(
        v, bowl=v.floor + between(rng, *t.bowl) * (HEIGHT - v.floor), sides=int(rng.choice([20, 24, 30]))
    )


def _points(rng: np.random.Generator, line: Line) -> list[tuple[float, float]]:
    """One line of a family: all its ranges are taken at kindred places, so that it stays fair."""
    place = rng.random()
    return [
        (t, low + (high - low) * min(1, max(0, place + between(rng, -0.3, 0.3)))) for t, (low, high) in line
    ]


def _with_foot(rng: np.random.Generator, points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Set the body on a ring narrower than its bottom."""
    rise, inset = between(rng, 0.025, 0.09), between(rng, 0.72, 0.95)
    ring = points[0][1] * inset
    above = [(rise + (1 - rise) * t, r) for t, r in points]
    return [(0.0, ring * between(rng, 0.98, 1.1)), (rise * 0.9, ring), *above]


def _drawn(
    rng: np.random.Generator, kind: str, points: list[tuple[float, float]], radius: float
) -> tuple[Points, Points]:
    if kind == "kit" and chance(rng, 0.75):
        keep = [p for i, p in enumerate(points) if i in (0, len(points) - 1) or chance(rng, 0.55)]
        return cut(keep, HEIGHT, radius)
    return smooth(points, HEIGHT, radius, 7 if kind == "kit" else 9)


def _thickness(rng: np.random.Generator, t: MugType, radius: float) -> tuple[float, float]:
    """Wall and floor."""
    wall = min(between(rng, *t.wall) * math.exp(0.12 * rng.standard_normal()) * HEIGHT, 0.3 * radius)
    return wall, max(wall * between(rng, 0.9, 2.2), 0.02 * HEIGHT)


def _section(rng: np.random.Generator, kind: str) -> Points | None:
    if kind == "kit":
        few = int(rng.choice([5, 6, 7, 8, 8, 10, 12, 16], p=[0.06, 0.22, 0.05, 0.26, 0.1, 0.1, 0.13, 0.08]))
        return faceted(few, chance(rng, 0.6))
    if kind == "square":
        return square(between(rng, 0.0, 0.35), between(rng, 0.85, 1.18) if chance(rng, 0.3) else 1.0)
    if kind == "fluted":
        return fluted(int(rng.integers(8, 17)), between(rng, 0.02, 0.08))
    return None
