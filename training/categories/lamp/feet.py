"""What lamps stand on: discs, domes, blocks, bars and legs under a pole on the Y axis."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick
from training.categories.lamp.finish import Kit
from training.categories.lamp.turning import any_section, filled, section_of
from training.solids import Solid, bar, rod, tube

FOOT_KINDS = {
    "disc": 5.0,
    "dome": 1.6,
    "square": 1.3,
    "bell": 0.8,
    "claws": 0.8,
    "cross": 0.5,
    "block": 0.4,
    "steps": 0.7,
}


def foot(rng: np.random.Generator, k: Kit, radius: float, kind: str = "") -> tuple[float, list[Solid]]:
    """A foot of one of FOOT_KINDS and the height at which a pole may begin within it."""
    kind = kind or pick(rng, FOOT_KINDS)
    if kind in ("claws", "cross"):
        return _arms(rng, k, radius, kind)
    high = radius * between(rng, 0.05, 0.2)
    curves = {
        "disc": [[1, 0], [1, 0.7], [0.93, 1], [0.1, 1]],
        "dome": [[1, 0], [1, 0.5], [0.8, 1.2], [0.45, 1.8], [0.1, 2.1]],
        "square": [[0.85, 0], [0.85, 1], [between(rng, 0.3, 0.84), 1.05]],
        "bell": [[1, 0], [0.98, 0.5], [0.6, 1.0], [0.3, 2.0], [0.14, 4.0]],
        "block": [[0.8, 0], [between(rng, 0.4, 0.8), 5]],
        "steps": [[1, 0], [1, 0.6], [0.7, 0.6], [0.7, 1.2], [0.42, 1.2], [0.35, 2]],
    }
    curve = np.array(curves[kind], dtype=float) * [radius, high]
    section = any_section(rng, 0.92, k.lowpoly)
    if kind in ("square", "block"):
        section = section_of(rng, pick(rng, {"square": 3, "rounded": 1, "rectangle": 1}))
    return 0.6 * high, [filled(curve, section)]


def _arms(rng: np.random.Generator, k: Kit, radius: float, kind: str) -> tuple[float, list[Solid]]:
    """Three to five bars: flat on the floor, or swept up to the pole."""
    count, stock = int(rng.choice([3, 4, 4, 5])), max(1.6 * k.wire, radius * between(rng, 0.05, 0.14))
    if kind == "cross":
        arm = bar((0, stock / 2, 0), (0, stock / 2, radius), 1.5 * stock, stock)
        return 0.3 * stock, [arm.turned("y", i * 360 / count) for i in range(count)]
    rise = radius * between(rng, 0.25, 0.8)
    if chance(rng, 0.4):
        arm = rod((0, 0, radius), (0, rise, 0), stock / 2)
    else:
        t = np.linspace(0, 1, 7)
        drop = rise * (1 - t ** between(rng, 1.3, 3.0))
        arm = tube(np.stack([0 * t, stock / 2 + drop, t * radius], 1), stock / 2, sides=8)
    return rise * 0.7, [arm.turned("y", i * 360 / count) for i in range(count)]
