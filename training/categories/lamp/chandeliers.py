"""Chandeliers with arms in one or two tiers, and cart wheels."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.lamp.bodies import profile
from training.categories.lamp.finish import Kit, Painted, around, kit, moved
from training.categories.lamp.hanging import cord
from training.categories.lamp.lights import LIGHTS, light
from training.categories.lamp.turning import ball, filled, sheet
from training.solids import box, cylinder, rod, tube

Rng = np.random.Generator


def arms(rng: Rng) -> list[Painted]:
    """A turned stem with curved or straight arms in one or two tiers."""
    reach = tailed(rng, 0.35, 0.2, 0.2, 0.6)
    k = kit(rng, 2 * reach, {"linen": 3, "opal": 2, "paint": 1})
    stem = reach * tailed(rng, 1.3, 0.35, 0.5, 2.6)
    curve = profile(rng, pick(rng, {"baluster": 3, "candlestick": 2, "vase": 1, "urn": 1}), 12) * [
        reach * between(rng, 0.07, 0.22),
        stem,
    ]
    parts: list[Painted] = [(filled(curve, sides=16), k.body)]
    kind, size = pick(rng, LIGHTS), reach * between(rng, 0.28, 0.55)
    count = int(rng.choice([3, 4, 5, 5, 6, 6, 8, 8, 9, 10, 12]))
    level = stem * between(rng, 0.1, 0.4)
    parts += _tier(rng, k, kind, size, count, reach, level)
    if chance(rng, 0.2):
        parts += _tier(
            rng, k, kind, size * 0.9, max(3, count // 2), 0.55 * reach, level + stem * between(rng, 0.3, 0.5)
        )
    if chance(rng, 0.3):
        parts.append((ball(0.1 * reach, (0, -0.05 * reach, 0)), k.trim))
    return parts + cord(rng, k, stem * 0.98, reach * tailed(rng, 0.7, 0.8, 0.1, 3))


def _tier(rng: Rng, k: Kit, kind: str, size: float, count: int, reach: float, level: float) -> list[Painted]:
    """Equal arms round the stem at a height, each with its light."""
    style, rise = (
        pick(rng, {"swan": 4, "straight": 1, "up": 1.5, "hook": 0.8}),
        reach * between(rng, -0.1, 0.45),
    )
    t = np.linspace(0, 1, 8)
    y = {
        "swan": -reach * between(rng, 0.15, 0.4) * np.sin(np.pi * t) + rise * t,
        "straight": rise * t,
        "up": rise * t**2.5 - 0.1 * reach * t,
        "hook": reach * between(rng, 0.15, 0.5) * np.sin(np.pi * t**0.8) + rise * t,
    }[style]
    path = np.stack([0 * t, y, t * reach], 1)
    arm = (tube(path, max(1.2 * k.wire, reach * between(rng, 0.012, 0.035)), sides=6), k.trim)
    seed = int(rng.integers(1 << 31))
    lamp = light(np.random.default_rng(seed), k, kind, size)
    if style == "hook" and kind != "candle":
        lamp = [(s.scaled(1, -1, 1), m) for s, m in lamp]
    one = [arm, *moved(lamp, y=float(y[-1]), z=reach)]
    return moved(around(one, count, 180.0 / count), y=level)


def wheel(rng: Rng) -> list[Painted]:
    """A ring of wood or iron with lights on it, on rods or chains that meet above."""
    reach = tailed(rng, 0.4, 0.25, 0.2, 0.7)
    k = kit(rng, 2 * reach, {"linen": 3, "opal": 2, "metal": 1})
    wide, high = reach * between(rng, 0.04, 0.22), reach * between(rng, 0.03, 0.2)
    ring = sheet(np.array([[reach, 0], [reach, high]]), wide, sides=32)
    rise, count = reach * tailed(rng, 1.3, 0.35, 0.4, 3), int(rng.choice([3, 4, 4, 6, 8]))
    chain = (
        rod((0, 0.9 * high, reach), (0, high + rise, 0.02 * reach), k.wire * between(rng, 0.7, 1.5)),
        k.trim,
    )
    parts: list[Painted] = [(ring, k.body), *around([chain], count, 15)]
    if chance(rng, 0.25):
        parts += around(
            [(box((0.7 * wide, 0.8 * high, 2 * reach), (0, high / 2, 0)), k.body)],
            int(rng.choice([1, 2])) * 2,
        )
    kind, size, lights = (
        pick(rng, {**LIGHTS, "none": 1.5}),
        reach * between(rng, 0.2, 0.45),
        int(rng.integers(4, 13)),
    )
    if kind != "none":
        lamp = light(np.random.default_rng(int(rng.integers(1 << 31))), k, kind, size)
        parts += around(moved(lamp, y=high + 0.02 * size, z=reach), lights)
    if chance(rng, 0.15):
        parts += moved(
            [(sheet(np.array([[0.55 * reach, 0], [0.55 * reach, high]]), wide, sides=28), k.body)],
            y=rise * 0.45 + 0.5 * high,
        )
    hub = cylinder(0.06 * reach + k.wire, 0.16 * reach, (0, high + rise, 0), sides=16)
    return [*parts, (hub, k.body), *cord(rng, k, high + rise, reach * tailed(rng, 0.3, 0.9, 0.1, 2))]
