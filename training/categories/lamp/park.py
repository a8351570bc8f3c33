"""Lamps of parks and gardens: posts under globes and hats, bollards, floodlights."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.lamp.finish import HEADS, Kit, Painted, around, kit, moved, turned
from training.categories.lamp.shades import complete, shade
from training.categories.lamp.street import post
from training.categories.lamp.turning import ball, filled, section_of
from training.solids import box, cylinder, rod, tube

Rng = np.random.Generator


def park_lamp(rng: Rng) -> list[Painted]:
    """A post under globes, a cylinder, a hat on a glass or a mushroom."""
    top = tailed(rng, 2.8, 0.3, 1.0, 4.5)
    k = kit(rng, top, {"opal": 3, "paint": 2, "metal": 1}, lowpoly=0.25)
    slim, parts = post(rng, k, top, chance(rng, 0.4))
    r, style = (
        top * tailed(rng, 0.075, 0.3, 0.035, 0.16),
        pick(rng, {"globe": 4, "hat": 2, "tube": 1.5, "cone": 1}),
    )
    if style == "globe":
        globe = [
            (ball(r, (0, 0.85 * r, 0), sides=20), k.bulb),
            (cylinder(0.5 * r, 0.3 * r, (0, 0.05 * r, 0)), k.body),
        ]
        return parts + _globes(rng, k, globe, top, r, slim)
    if style == "tube":
        high = r * between(rng, 2, 5)
        return [
            *parts,
            *moved(
                [
                    (cylinder(0.7 * r, high, (0, high / 2, 0)), k.bulb),
                    (cylinder(0.8 * r, 0.15 * high, (0, high, 0)), k.body),
                ],
                y=top * 0.995,
            ),
        ]
    glass = filled(
        np.array([[0.4, 0], [1, 0.9], [0.95, 1.0]] if style == "cone" else [[0.6, 0], [0.7, 1]])
        * [r, r * between(rng, 1, 2)]
    )
    rise = float(glass.bounds()[1, 1])
    s = shade(
        rng,
        k,
        pick(rng, {"mushroom": 2, "cone": 1, "dome": 1}),
        r * between(rng, 1.05, 1.8),
        r * between(rng, 0.3, 0.9),
    )
    grip, hat = complete(rng, k, s)
    stem = cylinder(0.12 * r, grip + 0.1 * r, (0, grip / 2 - 0.05 * r, 0), sides=10)
    lamp = [(glass, k.bulb), *moved([*hat, (stem, k.trim)], y=rise * 0.95)]
    return [*parts, *moved(lamp, y=top * 0.995)]


def _globes(rng: Rng, k: Kit, globe: list[Painted], top: float, r: float, slim: float) -> list[Painted]:
    """One globe on top, or two to five on short arms with or without it."""
    if chance(rng, 0.6):
        return moved(globe, y=top * 0.995)
    reach, count = r * between(rng, 1.8, 3.5), int(rng.choice([2, 2, 3, 4]))
    y = top * between(rng, 0.78, 0.97)
    arm = (rod((0, y - 0.3 * r, 0), (0, y, reach), max(0.5 * slim, 0.003 * top)), k.body)
    crown = moved(globe, y=top * 0.995) if chance(rng, 0.5) else []
    return crown + around([arm, *moved(globe, y=y, z=reach)], count, 90)


def bollard(rng: Rng) -> list[Painted]:
    """A short post with its light in or under the top, or a spike with a small solar lamp."""
    high = tailed(rng, 0.7, 0.3, 0.3, 1.1)
    k = kit(rng, high)
    r, section = high * between(rng, 0.05, 0.16), section_of(rng, pick(rng, {"round": 3, "square": 2}))
    share, cap = between(rng, 0.6, 0.85), r * between(rng, 1.0, 1.7)
    parts = [(filled(np.array([[r, 0], [r, high * share]]), section), k.body)]
    parts.append(
        (
            filled(
                np.array([[0.85 * r, 0], [0.85 * r, high * (0.93 - share)]])
                + np.array([0, high * share - 0.002]),
                section,
            ),
            k.bulb,
        )
    )
    return [
        *parts,
        (
            filled(
                np.array([[cap, 0.0], [cap, 0.05], [0.5 * cap, 0.09]]) * [1, high] + [0, 0.92 * high], section
            ),
            k.body,
        ),
    ]


def floodlight(rng: Rng) -> list[Painted]:
    """A box or drum in a yoke, on a plate, tilted up to the front."""
    size = tailed(rng, 0.35, 0.3, 0.15, 0.7)
    k = kit(rng, size, HEADS)
    wide, high, deep = (
        size * between(rng, 0.3, 0.5),
        size * between(rng, 0.22, 0.4),
        size * between(rng, 0.08, 0.4),
    )
    y, tilt = high * between(rng, 1.1, 1.4), between(rng, -20, 40)
    if chance(rng, 0.5):
        lamp = [
            (box((2 * wide, 2 * high, deep), (0, 0, 0), 0.1 * deep), k.shade),
            (box((1.8 * wide, 1.8 * high, 0.2 * deep), (0, 0, 0.45 * deep)), k.bulb),
        ]
    else:
        wide = high
        lamp = [
            (cylinder(high * 0.8, 1.5 * deep + high, (0, 0, 0), axis="z", top_radius=high), k.shade),
            (cylinder(0.9 * high, 0.2 * deep, (0, 0, 0.75 * deep + 0.5 * high), axis="z"), k.bulb),
        ]
    yoke = tube(
        [
            (-1.05 * wide, y, 0),
            (-1.05 * wide, 0.05 * size, 0),
            (1.05 * wide, 0.05 * size, 0),
            (1.05 * wide, y, 0),
        ],
        0.025 * size,
        sides=8,
    )
    pins = rod((-1.06 * wide, y, 0), (1.06 * wide, y, 0), 0.02 * size)
    plate = box((1.2 * wide, 0.06 * size, 0.5 * size), (0, 0.03 * size, 0))
    return [*moved(turned(lamp, "x", -tilt), y=y), (yoke, k.trim), (pins, k.trim), (plate, k.body)]
