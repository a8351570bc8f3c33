"""Storm lanterns, oil lamps, paper and stone lanterns."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.furniture.outlines import bent
from training.categories.lamp.finish import Painted, kit, moved
from training.categories.lamp.turning import filled, section_of, sheet
from training.solids import box, cylinder, ellipsoid, tube

Rng = np.random.Generator


def hurricane(rng: Rng) -> list[Painted]:
    """A storm lantern: tank, glass globe, two air tubes, a cap and a bail."""
    high = tailed(rng, 0.33, 0.15, 0.2, 0.5)
    k = kit(rng, high, {"opal": 2, "stained": 1})
    r, tank = high * between(rng, 0.2, 0.27), high * between(rng, 0.2, 0.28)
    body = filled(np.array([[0.8, 0], [1, 0.1], [1, 0.65], [0.6, 0.95], [0.5, 1.1]]) * [r, tank])
    y0, y1 = tank * 1.05, high * between(rng, 0.68, 0.76)
    t = np.linspace(0, 1, 9)
    globe = filled(np.stack([r * (0.5 + 0.35 * np.sin(np.pi * t**0.8)), y0 + t * (y1 - y0)], 1))
    cap = filled(
        np.array([[0.7, 0], [0.75, 0.1], [0.45, 0.3], [0.45, 0.6], [0.6, 0.62], [0.3, 0.9], [0.1, 1]])
        * [r, high - y1]
        + [0, y1 - 0.01 * high]
    )
    x, wire = r * between(rng, 1.0, 1.15), max(k.wire, 0.025 * high)
    path = bent(
        np.array(
            [
                [0.85 * r, 0.5 * tank, 0],
                [x, 0.6 * tank, 0],
                [x, y1 + 0.12 * high, 0],
                [0.3 * r, y1 + 0.12 * high, 0],
            ]
        ),
        0.07 * high,
        3,
    )
    tubes = [(tube(path * [s, 1, 1], wire, sides=8), k.body) for s in (-1, 1)]
    bow = np.linspace(0, np.pi, 11) if chance(rng, 0.7) else np.linspace(0, -np.pi, 11)
    rise = high * between(rng, 0.25, 0.5)
    bail = np.stack([x * np.cos(bow), y1 + rise * np.sin(bow), 0.25 * r * np.sin(bow)], 1)
    return [
        (body, k.body),
        (globe, k.shade),
        (cap, k.body),
        *tubes,
        (tube(bail, 0.5 * wire, sides=6), k.trim),
    ]


def oil_lamp(rng: Rng) -> list[Painted]:
    """A font on a foot, a burner, a chimney of glass, perhaps a globe or shade round it."""
    high = tailed(rng, 0.45, 0.2, 0.25, 0.7)
    k = kit(rng, high, {"opal": 3, "stained": 2})
    r, font = high * between(rng, 0.13, 0.24), high * between(rng, 0.3, 0.5)
    low = between(rng, 0.05, 0.55)
    curve = [
        [0.9, 0],
        [0.8, 0.06],
        [0.3, low],
        [0.9, low + 0.12],
        [1, 0.8],
        [0.5, 0.95],
        [0.3, 1.0],
        [0.35, 1.12],
    ]
    parts = [(filled(np.array(curve) * [r, font]), k.body)]
    t = np.linspace(0, 1, 9)
    bulge = 0.28 + 0.3 * np.sin(np.pi * np.clip(t * 2, 0, 1))
    parts.append((filled(np.stack([r * bulge, 1.05 * font + t * (high - 1.05 * font)], 1)), k.bulb))
    if chance(rng, 0.4):
        globe = ellipsoid([r * between(rng, 0.9, 1.2)] * 3, (0, 1.1 * font + 0.8 * r, 0))
        parts.append((globe, k.shade))
    if chance(rng, 0.3):
        parts.append(
            (
                tube(
                    [
                        (0.9 * r, 0.8 * font, 0),
                        (1.5 * r, 0.7 * font, 0),
                        (1.0 * r, 0.3 * font, 0),
                        (0.3 * r, 0.3 * font, 0),
                    ],
                    0.06 * r,
                    sides=6,
                ),
                k.body,
            )
        )
    return parts


def stone_lantern(rng: Rng) -> list[Painted]:
    """A Japanese garden lantern, or a mortared pillar with a lit chamber."""
    high = tailed(rng, 1.2, 0.3, 0.5, 2.0)
    k = kit(rng, high)
    section = section_of(rng, pick(rng, {"square": 2, "hexagon": 3, "octagon": 1, "round": 1}))
    w = high * between(rng, 0.13, 0.25)
    curve = [
        [1, 0],
        [1, 0.06],
        [0.45, 0.09],
        [0.4, between(rng, 0.2, 0.45)],
        [1, 0.5],
        [1, 0.55],
        [0.7, 0.56],
        [0.7, 0.75],
    ]
    roof = [[1.5, 0], [1.5, 0.04], [0.7, 0.14], [0.2, 0.17], [0.25, 0.2], [0.05, 0.25]]
    chamber = box((0.8 * w, 0.12 * high, 1.44 * w), (0, 0.655 * high, 0))
    return [
        (filled(np.array(curve) * [w, high], section), k.body),
        (filled(np.array(roof) * [w, high] + [0, 0.745 * high], section), k.body),
        (chamber, k.bulb),
    ]


def paper_lantern(rng: Rng) -> list[Painted]:
    """A ribbed body of paper between two rims, with a wire to hang it and perhaps a tassel."""
    high = tailed(rng, 0.4, 0.3, 0.2, 0.8)
    k = kit(rng, high, {"paint": 2, "linen": 2, "fabric": 1})
    r, t = high * between(rng, 0.25, 0.6), np.linspace(0, 1, 15)
    curve = np.stack([r * (0.5 + 0.5 * np.sin(np.pi * t)) * (1 + 0.03 * (np.arange(15) % 2)), t * high], 1)
    skin = sheet(curve, k.sheet) if k.hollow else filled(curve)
    rims = [(cylinder(0.52 * r, 0.05 * high, (0, y * high, 0)), k.trim) for y in (0.0, 1.0)]
    parts = [(skin, k.shade), *rims, (cylinder(k.wire, 0.4 * high, (0, 1.15 * high, 0), sides=8), k.trim)]
    if chance(rng, 0.4):
        parts.append((cylinder(0.04 * high, 0.4 * high, (0, -0.2 * high, 0), sides=10), k.trim))
    return moved(parts, y=0.4 * high)
