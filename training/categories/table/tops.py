"""Table tops: their outlines, edges, planks, leaves and rims."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance
from training.categories.furniture.outlines import Points, arc, circle, regular, rounded, trapezoid
from training.categories.furniture.slabs import shrunk, slab
from training.categories.table.measures import Measures
from training.solids import Solid, box, loft, tube

TOP_KINDS = (
    "rectangle", "rounded", "round", "oval", "squircle", "polygon", "boat", "trapezoid",
    "half round", "clipped", "live edge", "bean", "planks",
)  # fmt: skip


def outline_of(rng: np.random.Generator, kind: str, m: Measures) -> Points:
    """The top from above, (k, 2) of (x, z)."""
    half_x, half_z = m.length / 2, m.depth / 2
    corners = trapezoid(m.length, m.length, m.depth)
    if kind == "rounded":
        return rounded(corners, between(rng, 0.03, 0.5) ** 1.3 * m.depth, 6)
    if kind in ("round", "oval"):
        return circle(half_x, half_z, 40)
    if kind == "squircle":
        return circle(half_x, half_z, 40, between(rng, 2.6, 5.0))
    if kind == "polygon":
        return regular(int(rng.choice([6, 8, 8, 12])), half_x, float(rng.choice([0.0, np.pi / 8])))
    if kind == "boat":
        return _boat(rng, half_x, half_z)
    if kind == "trapezoid":
        return trapezoid(m.length, m.length * between(rng, 0.5, 0.9), m.depth)
    if kind == "half round":
        return arc(half_x, m.depth, 0, 180, 24) - [0, half_z]
    if kind == "clipped":
        return rounded(corners, between(rng, 0.08, 0.3) * m.depth, 1)
    if kind == "live edge":
        return _live_edge(rng, half_x, half_z)
    if kind == "bean":
        return _bean(rng, half_x, half_z)
    return corners


def _boat(rng: np.random.Generator, half_x: float, half_z: float) -> Points:
    """Straight ends, bulging long sides."""
    x, ends = np.linspace(-1.0, 1.0, 13), between(rng, 0.6, 0.9)
    z = ends + (1 - ends) * (1 - x**2)
    return np.concatenate([np.stack([x, z], 1), np.stack([x[::-1], -z[::-1]], 1)]) * [half_x, half_z]


def _live_edge(rng: np.random.Generator, half_x: float, half_z: float) -> Points:
    """A sawn trunk: both long sides waver."""
    x = np.linspace(-1.0, 1.0, 14)
    waves = [1 - np.abs(np.interp(x, np.linspace(-1, 1, 6), rng.normal(0.0, 0.1, 6))) for _ in range(2)]
    return np.concatenate([np.stack([x, waves[0]], 1), np.stack([x[::-1], -waves[1]], 1)]) * [half_x, half_z]


def _bean(rng: np.random.Generator, half_x: float, half_z: float) -> Points:
    """An organic outline: an ellipse whose radius wavers slowly."""
    angle = np.arange(40) * (2 * np.pi / 40)
    radius = (
        1
        + between(rng, 0.04, 0.14) * np.cos(2 * angle + between(rng, 0, 6))
        + 0.08 * np.cos(3 * angle + between(rng, 0, 6))
    )
    points = np.stack([radius * np.cos(angle), radius * np.sin(angle)], 1)
    low, high = points.min(0), points.max(0)
    return np.asarray((points - (low + high) / 2) / (high - low) * 2 * [half_x, half_z])


def top(rng: np.random.Generator, kind: str, m: Measures, outline: Points) -> list[Solid]:
    """The plate and what belongs to it: planks, a rim, hanging leaves, a second layer."""
    if kind == "planks":
        return _planks(rng, m)
    solids = [_plate(rng, m, outline)]
    if kind == "rectangle" and chance(rng, 0.05):
        solids += _leaves(rng, m)
    elif chance(rng, 0.035):
        solids.append(_rim(rng, m, outline))
    elif chance(rng, 0.03):
        solids += [slab(shrunk(outline, 0.02), m.bottom + 0.002, between(rng, 0.02, 0.05))]
    return solids


def _rim(rng: np.random.Generator, m: Measures, outline: Points) -> Solid:
    """A raised edge: the top becomes a tray."""
    rise, width = between(rng, 0.02, 0.07), max(0.012, 0.02 * m.length)
    path = np.column_stack([outline[:, 0], np.full(len(outline), m.height + 0.2 * rise), outline[:, 1]])
    return tube(
        path * [1 - width / m.length, 1, 1 - width / m.depth],
        max(width * 0.5, rise * 0.5),
        closed=True,
        sides=8,
    )


def _plate(rng: np.random.Generator, m: Measures, outline: Points) -> Solid:
    """A plate with square, rounded or undercut edges."""
    draw, t = rng.random(), m.thickness
    if draw < 0.5:
        return slab(outline, m.height, t)
    if draw < 0.85:
        return slab(outline, m.height, t, t * between(rng, 0.1, 0.49))
    under = shrunk(outline, min(0.4 * m.stock, t * between(rng, 0.5, 1.8)))[:, ::-1]
    over = outline[:, ::-1]
    return loft([(m.bottom, under), (m.height - 0.4 * t, over), (m.height, over)], axis="y")


def _planks(rng: np.random.Generator, m: Measures) -> list[Solid]:
    """Boards along x with gaps between them, on battens."""
    count, fill = int(rng.integers(3, 8)), between(rng, 0.86, 0.97)
    pitch, round_ = m.depth / count, m.thickness * between(rng, 0.0, 0.3)
    boards = [
        box(
            (m.length, m.thickness, pitch * fill),
            (0, m.height - m.thickness / 2, (i + 0.5) * pitch - m.depth / 2),
            round_,
        )
        for i in range(count)
    ]
    batten = max(0.02, m.thickness)
    y = m.bottom - batten / 2 + 0.1 * m.thickness
    boards += [
        box((2 * batten, batten * 1.2, m.depth * 0.94), (x * m.length, y, 0)) for x in (-0.36, 0.0, 0.36)
    ]
    return boards


def _leaves(rng: np.random.Generator, m: Measures) -> list[Solid]:
    """Drop leaves that hang from the long or the short sides."""
    drop, t = m.height * between(rng, 0.25, 0.7), max(0.015, m.thickness * 0.8)
    y = m.height - drop / 2
    sides = (-1,) if chance(rng, 0.3) else (-1, 1)
    if chance(rng, 0.6):
        return [box((t, drop, m.depth * 0.98), (s * (m.length / 2 + t / 2 - 0.002), y, 0)) for s in sides]
    return [box((m.length * 0.98, drop, t), (0, y, s * (m.depth / 2 + t / 2 - 0.002))) for s in sides]
