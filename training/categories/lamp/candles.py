"""Candles and what holds them."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, tailed
from training.categories.lamp.finish import Painted, kit, moved
from training.categories.lamp.lights import light
from training.categories.lamp.turning import filled
from training.solids import cylinder, lathe, tube

Rng = np.random.Generator


def candle(rng: Rng) -> list[Painted]:
    """A candle alone, in a holder with a handle, or on a candlestick with several arms."""
    k, r = kit(rng, 0.25, lowpoly=0.3), between(rng, 0.01, 0.04)
    high = r * tailed(rng, 5.0, 0.6, 1.2, 16)
    wax = (cylinder(r, high, (0, high / 2, 0), sides=16), k.bulb)
    flame = filled(
        np.array([[0.05, 0], [0.4, 0.4], [0.25, 1.0], [0.02, 1.7]]) * r * 0.9 + [0, high * 0.99 + 0.4 * r],
        sides=12,
    )
    wick = (cylinder(0.08 * r, 0.7 * r, (0, high + 0.25 * r, 0), sides=6), k.trim)
    parts = [wax, wick, *([(flame, k.bulb)] if chance(rng, 0.7) else [])]
    if chance(rng, 0.3):
        return parts
    wide, rim = r * between(rng, 1.8, 4), r * between(rng, 0.3, 0.8)
    profile = np.array(
        [[0, 0], [0.7 * wide, 0], [wide, rim], [0.95 * wide, rim], [0.7 * wide, 0.15 * r], [0, 0.15 * r]]
    )
    pan = lathe(profile)
    angle = np.linspace(0, 2 * np.pi, 14, endpoint=False)
    ring = np.stack([wide + rim * (1 + np.cos(angle)) * 0.9, rim * (1 + np.sin(angle)), 0 * angle], 1)
    handle = [(tube(ring, 0.2 * rim, closed=True, sides=6), k.body)] if chance(rng, 0.5) else []
    return [*moved(parts, y=0.1 * r), (pan, k.body), *handle]


def candelabrum(rng: Rng) -> list[Painted]:
    """A stick with two to eight arms in one plane or around."""
    high = tailed(rng, 0.4, 0.3, 0.2, 1.5)
    k = kit(rng, high)
    pairs, step, seed = (
        int(rng.choice([1, 1, 2, 3, 4])),
        high * between(rng, 0.1, 0.22),
        int(rng.integers(1 << 31)),
    )
    foot = filled(
        np.array([[1, 0], [0.9, 0.05], [0.25, 0.12], [0.12, 0.3], [0.2, 0.4], [0.12, 0.5], [0.12, 1]])
        * [high * between(rng, 0.14, 0.24), high * 0.75]
    )
    size, parts = high * between(rng, 0.18, 0.3), [(foot, k.body)]
    parts += moved(light(np.random.default_rng(seed), k, "candle", size), y=0.75 * high)
    t = np.linspace(0, np.pi / 2, 7)
    for i in range(1, pairs + 1):
        drop = min(i * step, 0.55 * high)
        for s in (-1, 1):
            path = np.stack([s * i * step * np.sin(t), 0.75 * high - drop * np.cos(t), 0 * t], 1)
            parts.append((tube(path, 0.012 * high, sides=6), k.body))
            parts += moved(light(np.random.default_rng(seed), k, "candle", size), s * i * step, 0.75 * high)
    return parts
