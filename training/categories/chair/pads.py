"""Backs that are one body: pads on a spine, thick cushions, wings, wraps, mesh frames."""

from __future__ import annotations

import numpy as np

from training.categories.chair.measures import Measures
from training.categories.chair.seats import Group
from training.categories.furniture.draw import between, chance
from training.categories.furniture.outlines import Points, arc, thick
from training.categories.furniture.slabs import panel
from training.solids import Solid, bar, box, loft, rod, tube

PAD_KINDS = (
    "spine pad",
    "tall pad",
    "wing pad",
    "low pad",
    "thick",
    "mesh frame",
    "wrap",
    "shell wrap",
    "none",
)


def pad_back(rng: np.random.Generator, kind: str, m: Measures) -> Group:
    """A back of one of PAD_KINDS."""
    if kind == "none":
        return [], []
    if kind in ("wrap", "shell wrap"):
        return _wrap(rng, m, kind == "shell wrap")
    if kind == "thick":
        return [], [_thick(rng, m)]
    if kind == "mesh frame":
        return _mesh_frame(rng, m)
    gap = 0.0 if kind in ("tall pad", "wing pad") else between(rng, 0.05, 0.4) * m.back
    sag = between(rng, 0.08, 0.16) if kind == "wing pad" else between(rng, 0.0, 0.07)
    pad = _pad(rng, m, gap, sag)
    return _supports(rng, kind, m, gap), [pad]


def pad_widths(rng: np.random.Generator, t: Points) -> Points:
    """Relative half widths up a back: a superellipse whose middle of mass sits high, low or in the middle."""
    power = float(rng.choice([2.2, 3.0, 4.0, 6.0, 12.0]))
    round_foot = chance(rng, 0.5)
    s = 2 * t - 1 if round_foot else np.maximum(0.0, 2 * t - 1)
    outline = (1.0 - 0.995 * np.abs(s) ** power) ** (1.0 / power)
    lean = between(rng, -0.2, 0.2)
    waist = between(rng, 0.0, 0.18) if chance(rng, 0.3) else 0.0
    return np.asarray(outline * (1.0 + lean * (t - 0.5)) * (1.0 - waist * np.sin(np.pi * t)))


def _pad(rng: np.random.Generator, m: Measures, gap: float, sag: float) -> Solid:
    t = (1.0 - np.cos(np.linspace(0.0, np.pi, 12))) / 2
    depth = min(0.14, max(0.02, m.thickness * between(rng, 0.6, 1.3)))
    low = m.seat + gap if gap > 0 else m.bottom + 0.3 * m.thickness
    heights = low + t * (m.seat + m.back - low)
    lumbar = between(rng, 0.0, 0.03) * np.sin(np.pi * np.clip(t * 1.6, 0, 1)) * (m.back > 0.35)
    half = m.rear_half * between(rng, 0.85, 1.05) * np.maximum(0.12, pad_widths(rng, t))
    swell = np.clip(np.sin(np.pi * np.clip(t, 0.04, 0.96)) * 2.2, 0.35, 1.0)
    z = m.rear + depth * between(rng, 0.0, 0.45) + lumbar - min(sag, 0.05) * 0.5
    return m.leaned(
        panel(heights, half, depth * swell, sag * (half / half.max()) ** 2, z, between(rng, 0.5, 1.0))
    )


def _supports(rng: np.random.Generator, kind: str, m: Measures, gap: float) -> list[Solid]:
    """What carries a pad that does not touch the seat."""
    if gap == 0.0:
        return []
    under = m.bottom + 0.25 * m.thickness
    reach, z = m.seat + gap + 0.45 * (m.back - gap), m.rear - 0.005
    if kind == "spine pad" and chance(rng, 0.75):
        width, depth = between(rng, 0.03, 0.09), between(rng, 0.014, 0.03)
        foot = bar((0, under, -0.1 * m.depth), (0, under, z), width, depth)
        return [foot, m.leaned(bar((0, under - 0.005, z), (0, reach, z), width, depth))]
    x, radius = m.rear_half * between(rng, 0.3, 0.8), between(rng, 0.009, 0.016)
    rods = [m.leaned(rod((s * x, under, z + 0.01), (s * x, reach, z + 0.01), radius)) for s in (-1, 1)]
    return rods + [rod((s * x, under, 0.3 * m.rear), (s * x, under, z), radius) for s in (-1, 1)]


def _thick(rng: np.random.Generator, m: Measures) -> Solid:
    """A block or bolster as thick as the seat."""
    depth = max(0.05, min(0.2, m.thickness * between(rng, 0.8, 1.6)))
    low = m.bottom + 0.2 * m.thickness
    size = (2 * m.rear_half * between(rng, 0.9, 1.0), m.seat + m.back - low, depth)
    block = box(
        size,
        (0, low + size[1] / 2, m.rear + depth * between(rng, -0.1, 0.5)),
        depth * between(rng, 0.0, 0.49),
    )
    return m.leaned(block)


def _mesh_frame(rng: np.random.Generator, m: Measures) -> Group:
    """A rim of tube with a thin sheet stretched in it, on a spine."""
    t = np.linspace(0.0, 1.0, 10)
    low, radius = m.seat + between(rng, 0.0, 0.1), between(rng, 0.01, 0.018)
    heights = low + t * (m.seat + m.back - low)
    half = m.rear_half * np.maximum(0.55, pad_widths(rng, t))
    sag, z = between(rng, 0.0, 0.06), m.rear
    bow = z + sag * (half / half.max()) ** 2
    right = np.stack([half, heights, bow], axis=1)
    rim = np.concatenate([right, right[::-1] * [-1, 1, 1]])
    sheet = panel(heights, half, 0.014, bow - z, z)
    under = m.bottom + 0.25 * m.thickness
    spine = bar((0, under, z - 0.01), (0, m.seat + 0.6 * m.back, z - 0.01), 0.06, 0.03)
    foot = bar((0, under, 0), (0, under, z - 0.02), 0.06, 0.025)
    return [m.leaned(tube(rim, radius, closed=True, sides=8)), m.leaned(spine), foot], [m.leaned(sheet)]


def _wrap(rng: np.random.Generator, m: Measures, flared: bool) -> Group:
    """A band round the rear of the seat, from the seat up, or carried above it by posts."""
    t = between(rng, 0.018, 0.07)
    reach = between(rng, 5.0, 65.0)
    gap = 0.0 if flared or chance(rng, 0.55) else between(rng, 0.3, 0.6) * m.back
    half, deep = m.width / 2 - t * 0.4, m.depth / 2 - t * 0.3
    low = m.seat + gap if gap > 0 else m.bottom + 0.2 * m.thickness
    flare = between(rng, 0.05, 0.35) if flared else between(rng, 0.0, 0.08)
    recede = between(rng, 0.0, 0.6 * (reach + 60.0)) if chance(rng, 0.5) else 0.0
    sections = []
    for r in np.linspace(0.0, 1.0, 5):
        back = reach - recede * r**1.5
        band = thick(arc(half, deep, 180 - back, 360 + back, 22), t) * (1.0 + flare * r)
        band[:, 1] -= np.tan(np.radians(m.tilt)) * r * m.back * np.clip(-band[:, 1] / deep, 0.0, 1.0)
        sections.append((low + r * (m.seat + m.back - low), band[:, ::-1]))
    posts: list[Solid] = []
    if gap > 0.0:
        for angle in np.radians([205, 250, 290, 335]):
            x, z = half * np.cos(angle) * 0.93, deep * np.sin(angle) * 0.93
            posts.append(rod((x, m.bottom, z), (x * 1.05, low + 0.02, z * 1.05), max(0.008, t * 0.3)))
    return posts, [loft(sections, axis="y")]
