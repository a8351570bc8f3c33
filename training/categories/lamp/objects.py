"""Small lights that are one object: candles, bulbs, lava lamps, glowing solids, toys."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.furniture.outlines import circle
from training.categories.lamp.finish import Painted, kit, moved
from training.categories.lamp.turning import filled, section_of
from training.solids import box, cylinder, ellipsoid, extrusion, tube

Rng = np.random.Generator


def bulb(rng: Rng) -> list[Painted]:
    """A light bulb: pear, globe, candle, tube or spiral, on its screw cap; up or down."""
    k, r = kit(rng, 0.12), between(rng, 0.025, 0.06)
    neck, cap = r * between(rng, 0.4, 0.55), r * between(rng, 0.6, 1.1)
    high, t = r * between(rng, 1.9, 3.4), np.linspace(0, 1, 14)
    round_ = np.sqrt(np.clip(1 - ((high * t - (high - r)) / r) ** 2, 0, 1)) * r
    blend = np.where(
        t * high > high - r,
        round_,
        neck + (r - neck) * (1 - np.cos(np.pi * np.clip(t * high / (high - r), 0, 1))) / 2,
    )
    glass = filled(np.stack([blend, cap + t * high], 1))
    screw = filled(
        np.array(
            [[0.3, 0], [0.5, 0.15], *[[0.95 - 0.08 * (i % 2), 0.2 + 0.1 * i] for i in range(8)], [1, 1.02]]
        )
        * [neck, cap]
    )
    parts = [(glass, k.bulb if chance(rng, 0.7) else k.shade), (screw, k.trim)]
    return parts if chance(rng, 0.6) else moved([(s.turned("x", 180), m) for s, m in parts], y=high + cap)


def lava(rng: Rng) -> list[Painted]:
    """A bottle of wax between a conical foot and cap."""
    high = tailed(rng, 0.4, 0.15, 0.25, 0.7)
    k = kit(rng, high, {"stained": 2, "plastic": 2, "paint": 1})
    r, low, waist = high * between(rng, 0.11, 0.19), between(rng, 0.25, 0.4), between(rng, 0.4, 0.7)
    foot = filled(np.array([[1, 0], [waist, 0.55 * low], [1.02, low]]) * [r, high])
    glass = filled(np.array([[0.95, low - 0.02], [1, low + 0.05], [0.5, 0.9]]) * [r, high])
    return [
        (foot, k.body),
        (glass, k.shade),
        (filled(np.array([[0.55, 0.86], [0.35, 1.0]]) * [r, high]), k.body),
    ]


def glowing(rng: Rng) -> list[Painted]:
    """A lit solid on a low foot: ball, cube, egg, rock, star, moon, cloud or a tilted ring."""
    r = tailed(rng, 0.15, 0.3, 0.07, 0.3)
    k = kit(rng, 2 * r, {"opal": 3, "linen": 1, "stained": 1, "plastic": 1})
    style = pick(
        rng, {"ball": 3, "cube": 2, "egg": 1, "rock": 1, "star": 0.7, "moon": 0.7, "cloud": 0.7, "heart": 0.3}
    )
    foot = (cylinder(r * between(rng, 0.4, 0.8), 0.3 * r, (0, 0.15 * r, 0), top_radius=0.4 * r), k.body)
    if style == "cube":
        half = r * between(rng, 0.6, 1.5)
        cube = box((2 * r, 2 * half, 2 * r), (0, half + 0.15 * r, 0), r * between(rng, 0, 0.6))
        return [(cube, k.shade), foot]
    if style in ("star", "moon", "heart", "cloud"):
        return [
            (
                extrusion(_emblem(rng, style) * r, r * between(rng, 0.2, 0.6)).moved(
                    0, (0.85 if style == "star" else 1.1) * r
                ),
                k.shade,
            ),
            foot,
        ]
    power = between(rng, 1.4, 1.8) if style == "rock" else 2.0
    tall = {"ball": 1.0, "egg": 1.35}.get(style, between(rng, 1.0, 1.6))
    return [
        (
            ellipsoid((r, tall * r, r * (0.8 if style == "rock" else 1)), (0, tall * r + 0.1 * r, 0), power),
            k.shade,
        ),
        foot,
    ]


def _emblem(rng: Rng, style: str) -> np.ndarray:
    """Outlines (x, y) about as large as a unit circle."""
    if style == "star":
        return (
            circle(1.0, 1.0, 10)[:, ::-1] * np.where(np.arange(10) % 2, between(rng, 0.4, 0.6), 1.0)[:, None]
        )
    if style == "moon":
        a, b = np.linspace(0.9, 2 * np.pi - 0.9, 18), np.linspace(2 * np.pi - 0.9, 0.9, 18)
        inner = np.stack([0.62 + 0.78 * np.cos(b) * 0.85, 0.78 * np.sin(b)], 1)
        outer = np.stack([np.cos(a), np.sin(a)], 1)
        return np.concatenate([outer, inner[1:-1] * [0.75, 1]])
    t = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    if style == "heart":
        return np.stack(
            [np.sin(t) ** 3, (13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)) / 16], 1
        )
    puff = 1 + 0.12 * np.abs(np.sin(2.5 * t))
    return np.stack([1.2 * puff * np.cos(t), 0.85 * puff * np.sin(t)], 1)


def flat_panel(rng: Rng) -> list[Painted]:
    """An upright ring, disc or arch of light on a foot: make-up and selfie lights, therapy panels."""
    r = tailed(rng, 0.2, 0.3, 0.1, 0.4)
    k, stem = kit(rng, 3 * r), r * tailed(rng, 0.3, 0.9, 0.1, 4)
    foot = (cylinder(r * between(rng, 0.4, 0.8), 0.1 * r, (0, 0.05 * r, 0)), k.body)
    post = (cylinder(0.06 * r, stem + 0.3 * r, (0, (stem + 0.3 * r) / 2, -0.04 * r), sides=12), k.trim)
    if chance(rng, 0.5):
        angle, stock = np.linspace(0, 2 * np.pi, 28, endpoint=False), r * between(rng, 0.06, 0.16)
        path = np.stack([r * np.cos(angle), stem + 0.15 * r + r + r * np.sin(angle), 0 * angle], 1)
        return [foot, post, (tube(path, stock, closed=True, sides=8), k.bulb)]
    outline = section_of(rng, "rounded")
    assert outline is not None
    slab = extrusion(outline * [r * between(rng, 0.6, 1.0), r], 0.14 * r).moved(0, stem + 1.15 * r)
    lit = extrusion(outline * [0.55 * r, 0.85 * r], 0.05 * r).moved(0, stem + 1.15 * r, 0.07 * r)
    return [foot, post, (slab, k.body), (lit, k.bulb)]
