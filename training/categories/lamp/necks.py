"""Desk lamps whose head hangs from one bent neck, or lies across a stem. They reach to +Z."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.furniture.outlines import bent
from training.categories.lamp.desk import aimed, desk_kit, stand
from training.categories.lamp.feet import foot
from training.categories.lamp.finish import Painted, kit, moved, painted
from training.categories.lamp.heads import any_head
from training.categories.lamp.turning import filled, sheet
from training.solids import cylinder, extrusion, lathe, rod, tube

Rng = np.random.Generator


def gooseneck(rng: Rng) -> list[Painted]:
    """A flexible or rigidly bent neck that swings over to the front."""
    size = tailed(rng, 0.45, 0.25, 0.25, 0.8)
    k = desk_kit(rng, size)
    low, parts = stand(rng, k, size)
    thick = size * tailed(rng, 0.014, 0.35, 0.007, 0.04)
    end = np.radians(between(rng, 40, 165))
    rise, r = size * between(rng, 0.1, 0.75), size * between(rng, 0.14, 0.4)
    t = np.linspace(0, end, 9)
    lean = between(rng, -0.25, 0.15) * rise
    z = np.concatenate([[0.0], lean + r * (1 - np.cos(t))])
    y = np.concatenate([[low * 0.8], low + rise + r * np.sin(t)])
    parts.append((tube(np.stack([0 * z, y, z], 1), thick, sides=8), k.trim))
    tilt = between(rng, 0, 70) if end < 2 else between(rng, -10, 40)
    return parts + aimed(
        rng, k, (float(z[-1]), float(y[-1])), size * tailed(rng, 0.19, 0.25, 0.1, 0.34), tilt
    )


def banker(rng: Rng) -> list[Painted]:
    """A half-round trough of glass across an upright stem."""
    size = tailed(rng, 0.38, 0.15, 0.25, 0.5)
    k = kit(rng, size, {"opal": 1, "stained": 1, "paint": 3, "metal": 1})
    low, solids = foot(
        rng, k, size * between(rng, 0.2, 0.32), pick(rng, {"dome": 3, "steps": 2, "square": 1.5, "bell": 1})
    )
    long, r, top = (
        size * between(rng, 0.55, 0.95),
        size * between(rng, 0.13, 0.22),
        size * between(rng, 0.65, 0.85),
    )
    angle, flat = np.linspace(0, np.pi, 13), between(rng, 0.6, 1.2)
    outer = np.stack([r * np.cos(angle), r * flat * np.sin(angle)], 1)
    inner = outer[::-1] * (1 - k.sheet / r)
    trough = np.concatenate([outer, inner]) if k.hollow else outer
    cover = extrusion(trough[:, ::-1], long, axis="x").turned("x", -between(rng, 0, 30)).moved(0, top, 0)
    fork = cylinder(
        0.02 * size, top + r * flat - 0.2 * k.sheet - low, (0, (low + top + r * flat) / 2, 0), sides=12
    )
    ends = []
    if k.hollow and chance(rng, 0.6):
        ends = [(rod((-0.48 * long, top + 0.3 * r, 0), (0.48 * long, top + 0.3 * r, 0), 0.25 * r), k.bulb)]
    return [*painted(solids, k.body), (cover, k.shade), (fork, k.trim), *ends]


def bent_pipe(rng: Rng) -> list[Painted]:
    """A rigid arm, square or curved, from which a shade hangs or stands off to the front."""
    size = tailed(rng, 0.5, 0.25, 0.3, 0.9)
    k = desk_kit(rng, size)
    low, parts = stand(rng, k, size)
    high, reach = size * between(rng, 0.6, 1.0), size * between(rng, 0.2, 0.55)
    drop = size * between(rng, 0.0, 0.15)
    path = bent(
        np.array([[0, 0.8 * low, 0], [0, high, 0], [0, high, reach], [0, high - drop - 1e-3, reach]]),
        between(rng, 0.01, 0.3) * size,
        5,
    )
    parts.append((tube(path, size * between(rng, 0.008, 0.03), sides=8), k.trim))
    return parts + moved(
        any_head(rng, k, size * tailed(rng, 0.17, 0.25, 0.08, 0.3), 0.9), y=high - drop, z=reach
    )


def bell_on_crook(rng: Rng) -> list[Painted]:
    """A shepherd's crook with a glass or metal bell that hangs from its end."""
    size = tailed(rng, 0.5, 0.25, 0.3, 0.9)
    k = kit(rng, size)
    low, solids = foot(rng, k, size * between(rng, 0.15, 0.27))
    r, high = size * between(rng, 0.12, 0.24), size * between(rng, 0.6, 0.8)
    t = np.linspace(0, np.pi, 9)
    path = np.stack([0 * t, high + r * np.sin(t), r * (1 - np.cos(t))], 1)
    path = np.concatenate([[[0, 0.7 * low, 0]], path])
    wide = min(size * between(rng, 0.12, 0.26), 1.7 * r)
    curve = np.array([[1, 0], [0.9, 0.25], [0.6, 0.6], [0.25, 0.8], [0.2, 1.0], [0, 1.02]]) * [
        wide,
        wide * between(rng, 0.8, 1.6),
    ]
    curve[:, 1] -= curve[-1, 1]
    bell = sheet(curve, k.sheet) if k.hollow else filled(curve)
    knob = lathe([[0, -0.1 * wide], [0.25 * wide, 0], [0.2 * wide, 0.15 * wide], [0, 0.15 * wide]], sides=14)
    return [
        *painted(solids, k.body),
        (tube(path, size * between(rng, 0.01, 0.02), sides=8), k.trim),
        *moved([(bell, k.shade), (knob, k.trim)], y=high, z=2 * r),
    ]
