"""Lanterns that are carried, hung or set down: panes in a frame, hurricane and oil lamps, paper, stone."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.lamp.finish import Kit, Painted, kit
from training.categories.lamp.turning import filled, section_of
from training.solids import box, cylinder, rod, tube

Rng = np.random.Generator


def lantern_body(rng: Rng, k: Kit, wide: float, high: float) -> tuple[list[Painted], float]:
    """Floor, glass or candle, posts and roof of a lantern from y = 0; also its height."""
    shape = pick(rng, {"square": 5, "hexagon": 2, "octagon": 1, "round": 1.5})
    count = {"square": 4, "hexagon": 6, "octagon": 8}.get(shape, 4)
    section, flare = section_of(rng, shape), between(rng, 0.7, 1.0) if chance(rng, 0.5) else 1.0
    out = wide / (np.cos(np.pi / count) if shape != "round" else 1.0)
    roof, post = high * between(rng, 0.12, 0.4), max(1.2 * k.wire, wide * between(rng, 0.05, 0.12))
    top, floor = high - roof, high * between(rng, 0.03, 0.12)
    base = filled(
        np.array([[1.1 * flare, 0], [1.1 * flare, 0.7 * floor], [flare, floor]]) * [wide, 1], section
    )
    crown = filled(_roof(rng, wide, roof) + np.array([0, top]), section)
    a = np.pi / count if shape != "round" else 0.3
    angles = a + np.arange(count) * 2 * np.pi / count
    ends = [(np.cos(v) * (out - post), np.sin(v) * (out - post)) for v in angles]
    posts = [
        (rod((x * flare, 0.5 * floor, z * flare), (x, top + 0.02 * high, z), post), k.body) for x, z in ends
    ]
    if chance(rng, 0.6):
        glass = filled(np.array([[flare, 0.9 * floor], [1, top + 0.01 * high]]) * [wide * 0.94, 1], section)
        inside = [(glass, k.shade if chance(rng, 0.5) else k.bulb)]
    else:
        candle = wide * between(rng, 0.2, 0.5)
        inside = [
            (
                cylinder(
                    candle, (top - floor) * between(rng, 0.3, 0.7), (0, floor + 0.15 * (top - floor), 0)
                ),
                k.bulb,
            )
        ]
    return [(base, k.body), *posts, *inside, (crown, k.body)], high


def _roof(rng: Rng, wide: float, high: float) -> np.ndarray:
    """A pyramid, ogee or tiered roof with a vent."""
    eave = wide * between(rng, 1.0, 1.35)
    style = pick(rng, {"pyramid": 3, "ogee": 2, "vent": 2, "flat": 0.6})
    curves = {
        "pyramid": [[1, 0], [1, 0.08], [0.12, 0.9], [0.05, 1]],
        "ogee": [[1, 0], [0.95, 0.1], [0.75, 0.35], [0.4, 0.55], [0.15, 0.75], [0.08, 1]],
        "vent": [[1, 0], [1, 0.08], [0.45, 0.5], [0.4, 0.8], [0.5, 0.82], [0.1, 1]],
        "flat": [[1, 0], [1, 0.9], [0.3, 1]],
    }
    return np.array(curves[style]) * [eave, high]


def lantern(rng: Rng) -> list[Painted]:
    """A framed lantern with a ring or bow handle."""
    high = tailed(rng, 0.35, 0.3, 0.15, 0.7)
    k = kit(rng, high, {"opal": 3, "stained": 1, "linen": 0.5}, lowpoly=0.25)
    wide = high * tailed(rng, 0.24, 0.25, 0.13, 0.4)
    parts, top = lantern_body(rng, k, wide, high)
    return parts + (_handle(rng, k, wide, top) if chance(rng, 0.85) else [])


def _handle(rng: Rng, k: Kit, wide: float, top: float) -> list[Painted]:
    """A ring through the roof's tip, or a bow over the roof."""
    stock = max(k.wire, wide * between(rng, 0.03, 0.08))
    if chance(rng, 0.6):
        r, angle = wide * between(rng, 0.25, 0.6), np.linspace(0, 2 * np.pi, 16, endpoint=False)
        path = np.stack([r * np.cos(angle), top + 0.85 * r + r * np.sin(angle), 0 * angle], 1)
        return [
            (tube(path, stock, closed=True, sides=6), k.trim),
            (cylinder(2 * stock, 4 * stock + 0.3 * r, (0, top, 0), sides=10), k.trim),
        ]
    t, rise = np.linspace(0, np.pi, 11), wide * between(rng, 0.6, 1.8)
    span = wide * between(rng, 0.12, 0.3)
    path = np.stack([span * np.cos(t), top - 0.12 * wide + rise * np.sin(t), 0 * t], 1)
    return [
        (tube(path, stock, sides=6), k.trim),
        (box((2 * span, 0.2 * wide, 3 * stock), (0, top - 0.05 * wide, 0)), k.body),
    ]
