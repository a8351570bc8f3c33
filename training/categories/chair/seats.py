"""Seats: boards, cushions, saddles, slats, aprons, waterfall fronts."""

from __future__ import annotations

import numpy as np

from training.categories.chair.measures import Measures
from training.categories.furniture.draw import between, chance
from training.categories.furniture.outlines import Points, bent, circle, rounded, trapezoid
from training.categories.furniture.slabs import ribbon, slab
from training.solids import Solid, bar

SEAT_KINDS = ("board", "pad", "apron", "cushion", "saddle", "round", "slatted", "waterfall")
Group = tuple[list[Solid], list[Solid]]


def seat(rng: np.random.Generator, kind: str, m: Measures) -> Group:
    """The seat's frame and its cover."""
    outline = seat_outline(rng, kind, m)
    edge = m.thickness * between(rng, 0.05, 0.48)
    if kind == "waterfall":
        return [], [_waterfall(rng, m)]
    if kind == "slatted":
        return _slatted(rng, m)
    if kind in ("pad", "apron"):
        return _framed(rng, kind, m, outline)
    if kind == "cushion":
        return [], [
            slab(
                outline, m.seat, m.thickness, m.thickness * between(rng, 0.3, 0.48), between(rng, 0.0, 0.025)
            )
        ]
    if kind == "saddle":
        return [], [slab(outline, m.seat, m.thickness, 0.48 * m.thickness)]
    return [], [slab(outline, m.seat, m.thickness, edge)]


def seat_outline(rng: np.random.Generator, kind: str, m: Measures) -> Points:
    """The seat from above."""
    if kind == "round":
        return circle(m.width / 2, m.depth / 2, 28, between(rng, 2.0, 3.0))
    if kind == "saddle":
        corners = trapezoid(m.width, m.width * m.narrowing, m.depth)
        return rounded(corners, np.array([0.45, 0.45, 0.3, 0.3]) * m.width, 5)
    corners = trapezoid(m.width, m.width * m.narrowing, m.depth)
    if chance(rng, 0.35):
        return corners
    radius = between(rng, 0.02, 0.4) ** 1.4 * m.width
    front_only = np.array([0.15, 0.15, 1, 1]) if chance(rng, 0.4) else np.ones(4)
    return rounded(corners, radius * front_only, 5)


def _framed(rng: np.random.Generator, kind: str, m: Measures, outline: Points) -> Group:
    """A seat on rails, with a cushion let in or laid on it."""
    if kind == "apron":
        rail, board = between(rng, 0.035, 0.09), min(m.thickness, 0.045)
    else:
        rail, board = between(rng, 0.015, 0.06), min(0.1, m.thickness * between(rng, 1.0, 2.0))
    cover = slab(
        outline, m.seat, board, board * between(rng, 0.1, 0.48), between(rng, 0.0, 0.02) * (kind == "pad")
    )
    inset = min(m.stock * between(rng, 0.1, 0.6), 0.03)
    half = np.abs(outline).max(axis=0)
    if len(outline) > 4 and np.abs(outline[:, 0]).argmax() not in (0, len(outline) - 1) and chance(rng, 0.5):
        low = slab(outline * np.maximum(0.5, (half - inset) / half), m.seat - board * 0.8, rail)
        return [low], [cover]
    return apron(m, m.seat - board * 0.8, rail, max(0.018, m.stock * 0.6), inset), [cover]


def apron(m: Measures, top: float, height: float, depth: float, inset: float) -> list[Solid]:
    """Four rails under the seat."""
    y = top - height / 2
    front, rear = m.depth / 2 - inset - depth / 2, m.rear + inset + depth / 2
    wide, narrow = m.width / 2 - inset - depth / 2, m.rear_half - inset - depth / 2
    corners = [(-wide, y, front), (wide, y, front), (narrow, y, rear), (-narrow, y, rear)]
    return [bar(a, b, depth, height) for a, b in zip(corners, corners[1:] + corners[:1], strict=True)]


def _slatted(rng: np.random.Generator, m: Measures) -> Group:
    """Slats from side to side or from front to back, on rails."""
    count, height = int(rng.integers(4, 10)), min(m.thickness, 0.03)
    rails = apron(m, m.seat - height * 0.9, between(rng, 0.03, 0.06), max(0.02, 0.7 * m.stock), 0.005)
    y, fill = m.seat - height / 2, between(rng, 0.55, 0.9)
    slats = []
    for t in (np.arange(count) + 0.5) / count:
        if count % 2:
            half = m.width / 2 * (m.narrowing + (1 - m.narrowing) * t)
            z = m.rear + t * m.depth
            slats.append(bar((-half, y, z), (half, y, z), m.depth / count * fill, height))
        else:
            x = (2 * t - 1) / 2
            ends = (x * m.width * m.narrowing, y, m.rear), (x * m.width, y, m.depth / 2)
            slats.append(bar(*ends, m.width * m.narrowing / count * fill, height))
    return rails, slats


def _waterfall(rng: np.random.Generator, m: Measures) -> Solid:
    """A bent sheet: up at the rear or flat, over and down at the front."""
    t, front = min(m.thickness, 0.05), m.depth / 2
    drop, rise = between(rng, 0.02, 0.09), between(rng, 0.0, 0.03)
    y = m.seat - t / 2
    path = np.array(
        [[m.rear, y + rise], [m.rear + 0.3 * m.depth, y - rise * 0.3], [front - 0.05, y], [front, y - drop]]
    )
    return ribbon(bent(path, 0.1, 4), t, m.width)
