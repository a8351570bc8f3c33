"""Backs of bent wood and tube: bows with spindles, combs, balloons, slings on a U-shaped tube."""

from __future__ import annotations

import numpy as np

from training.categories.chair.measures import Measures
from training.categories.chair.seats import Group
from training.categories.furniture.draw import between, chance
from training.categories.furniture.outlines import Points, bent
from training.categories.furniture.slabs import panel
from training.solids import Solid, loft, rod, tube

HOOP_KINDS = ("spindle", "comb", "hoop", "sling")


def hoop_back(rng: np.random.Generator, kind: str, m: Measures) -> Group:
    """A back of one of HOOP_KINDS, leaned."""
    frame, cover = {"spindle": _spindle, "comb": _comb, "hoop": _hoop, "sling": _sling}[kind](rng, m)
    return [m.leaned(s) for s in frame], [m.leaned(s) for s in cover]


def _bow(m: Measures, half: float, z: float, power: float, sag: float, waist: float) -> Points:
    """An arch (17, 3) from the seat up and over; its middle lies `sag` behind its feet."""
    angle = np.linspace(0.0, np.pi, 17)
    x = half * np.sign(np.cos(angle)) * np.abs(np.cos(angle)) ** (2 / power)
    rise = np.sin(angle) ** (2 / power)
    x = x * (1.0 + waist * np.sin(np.pi * rise))
    y = m.seat - 0.02 + rise * (m.back + 0.02)
    return np.stack([x, y, z - sag * (1 - (x / half) ** 2) * rise], axis=1)


def _inner_half(m: Measures, radius: float) -> float:
    return m.rear_half * 0.93 - radius


def _spindle(rng: np.random.Generator, m: Measures) -> Group:
    """A Windsor bow filled with spindles."""
    radius = max(0.009, m.stock * between(rng, 0.25, 0.4))
    half, z = _inner_half(m, radius) * 0.9, m.rear + m.depth * 0.1
    bow = _bow(m, half, z, between(rng, 2.0, 3.2), between(rng, 0.0, 0.05), between(rng, 0.0, 0.12))
    return [tube(bow, radius, sides=10), *_spindles(rng, m, bow, half, z, radius)], []


def _spindles(
    rng: np.random.Generator, m: Measures, bow: Points, half: float, z: float, radius: float
) -> list[Solid]:
    count, gather = int(rng.integers(4, 10)), between(rng, 0.6, 0.85)
    upper = bow[4:13][::-1]
    solids = []
    for u in np.linspace(-1, 1, count):
        x = u * abs(upper[:, 0]).max() * 0.95
        end = [x, np.interp(x, upper[:, 0], upper[:, 1]), np.interp(x, upper[:, 0], upper[:, 2])]
        solids.append(rod((u * half * gather, m.seat - 0.015, z), end, radius * 0.75, radius * 0.55))
    return solids


def _comb(rng: np.random.Generator, m: Measures) -> Group:
    """Spindles that fan out to a curved crest rail."""
    half, z = _inner_half(m, 0.01) * 0.85, m.rear + m.depth * 0.1
    count, flare = int(rng.integers(4, 10)), between(rng, 1.0, 1.35)
    sag, height = between(rng, 0.01, 0.06), between(rng, 0.04, 0.13)
    top, radius = m.seat + m.back, max(0.006, m.stock * between(rng, 0.16, 0.3))
    solids: list[Solid] = []
    for i, u in enumerate(np.linspace(-1, 1, count)):
        end = (u * half * flare, top - height * 0.5, z - sag * (1 - u**2))
        outer = 1.6 if i in (0, count - 1) and m.stock > 0.03 else 1.0
        solids.append(rod((u * half, m.seat - 0.015, z), end, radius * outer, radius * 0.9 * outer))
    arch = between(rng, 0.0, 0.04)
    u = np.linspace(-1.12, 1.12, 11)
    sections = []
    for v in u:
        bow, depth = 1 - (v / 1.12) ** 2, z - sag * (1 - v**2)
        low, high = top - height, top + arch * bow
        sections.append(
            (
                v * half * flare,
                np.array(
                    [[low, depth - 0.012], [high, depth - 0.01], [high, depth + 0.01], [low, depth + 0.012]]
                ),
            )
        )
    return [*solids, loft(sections, axis="x")], []


def _hoop(rng: np.random.Generator, m: Measures) -> Group:
    """A bentwood arch with a second arch, a panel or a rail in it."""
    radius = max(0.01, m.stock * between(rng, 0.3, 0.45))
    half, z = _inner_half(m, radius), m.rear + radius + m.depth * 0.04
    power, waist = between(rng, 2.0, 4.5), between(rng, -0.05, 0.12)
    sag = between(rng, 0.0, 0.04)
    bow = _bow(m, half, z, power, sag, waist)
    solids = [tube(bow, radius, sides=10)]
    draw = rng.random()
    if draw < 0.4:
        inner = bow * [between(rng, 0.45, 0.7), 1, 1]
        inner[:, 1] = m.seat - 0.02 + (inner[:, 1] - m.seat + 0.02) * between(rng, 0.75, 1.0)
        solids.append(tube(inner, radius * 0.75, sides=8))
        rung = m.seat + m.back * between(rng, 0.2, 0.45)
        solids.append(rod((-half * 0.97, rung, z), (half * 0.97, rung, z), radius * 0.6))
        return solids, []
    if draw < 0.85:
        return solids, [_fill(rng, m, bow, between(rng, 0.0, 0.5), radius)]
    share = between(rng, 0.4, 0.7)
    y = m.seat + share * m.back
    return [*solids, rod((-half * 0.98, y, z - 0.4 * sag), (half * 0.98, y, z - 0.4 * sag), radius * 0.8)], []


def _fill(rng: np.random.Generator, m: Measures, bow: Points, low: float, radius: float) -> Solid:
    """A sheet that fills the arch above a fraction of its height."""
    right = bow[:9]
    heights = np.linspace(m.seat + low * m.back, m.seat + m.back - 0.3 * radius, 8)
    half = np.interp(heights, right[:, 1], np.abs(right[:, 0]))
    middle = np.interp(heights, right[:, 1], right[:, 2])
    depth = bow[8, 2] - right[0, 2]
    rise = (heights - m.seat) / m.back
    return panel(
        heights,
        np.maximum(half, 0.02),
        radius * between(rng, 0.8, 1.6),
        middle - (right[0, 2] + depth * rise),
        right[0, 2] + depth * rise,
    )


def _sling(rng: np.random.Generator, m: Measures) -> Group:
    """Two tubes, joined at the top or not, with a sheet, pad or rails across them."""
    radius = between(rng, 0.009, 0.017)
    half, z, top = m.rear_half - radius, m.rear + radius, m.seat + m.back
    corners = np.array(
        [
            [-half, m.bottom - 0.01, z],
            [-half, top - radius, z],
            [half, top - radius, z],
            [half, m.bottom - 0.01, z],
        ]
    )
    joined = chance(rng, 0.7)
    if joined:
        frame: list[Solid] = [tube(bent(corners, between(rng, 0.03, 0.12), 5), radius, sides=10)]
    else:
        frame = [rod(corners[i].tolist(), corners[j].tolist(), radius) for i, j in ((0, 1), (3, 2))]
    low = m.seat + m.back * between(rng, 0.05, 0.6)
    high = top - radius * (0.2 if joined else -0.5) + (0.0 if chance(rng, 0.5) else 0.01)
    t = np.linspace(0.0, 1.0, 6)
    corner = between(rng, 0.8, 1.0)
    shape = np.array([corner, 1.0, 1.0, 1.0, 1.0, corner])
    sheet = max(radius * 1.6, between(rng, 0.012, 0.045))
    wide = half + radius * between(rng, 0.0, 2.0)
    sag = between(rng, 0.0, 0.05)
    return frame, [panel(low + t * (high - low), wide * shape, sheet, sag, z - sag, 1.0)]
