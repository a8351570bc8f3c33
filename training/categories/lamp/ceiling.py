"""Ceiling lamps: bowls on chains, rows and bunches of pendants, fittings close to the ceiling."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.lamp.finish import Kit, Painted, around, kit, moved
from training.categories.lamp.hanging import cord
from training.categories.lamp.shades import complete, flipped, shade, shade_kind, shell
from training.categories.lamp.turning import ball, filled
from training.solids import bar, box, cylinder, rod, tube

Rng = np.random.Generator


def row(rng: Rng) -> list[Painted]:
    """Several equal pendants in a row under a bar, or in a round bunch with cords of different length."""
    radius, count = tailed(rng, 0.11, 0.3, 0.05, 0.2), int(rng.integers(2, 7))
    k = kit(rng, 1.0)
    kind, seed, drop = shade_kind(rng, 0.7), int(rng.integers(1 << 31)), between(rng, 0.3, 1.1)
    line, ragged = chance(rng, 0.55), between(rng, 0.0, 0.6) if chance(rng, 0.5) else 0.0
    gap = 2 * radius * between(rng, 1.1, 2.2)
    ring = max(gap / 2 / np.sin(np.pi / count), 0.05)
    parts: list[Painted] = []
    for i in range(count):
        s = shade(np.random.default_rng(seed), k, kind, radius)
        grip, hung = complete(np.random.default_rng(seed), k, s, sides=16)
        fall = drop * (1 - ragged * rng.random())
        line_x, turn = (i - (count - 1) / 2) * gap, 2 * np.pi * i / count
        x, z = (line_x, 0.0) if line else (ring * np.cos(turn), ring * np.sin(turn))
        parts += moved(hung, x, -fall - grip, z)
        parts.append(_drop(k, x, z, fall + 0.04 * s.height))
    if line:
        return [*parts, (box((gap * (count - 0.6), 0.03, between(rng, 0.03, 0.1)), (0, 0.01, 0)), k.body)]
    return [*parts, (cylinder(ring + 0.03, 0.03, (0, 0.01, 0)), k.body)]


def bowl(rng: Rng) -> list[Painted]:
    """A bowl of alabaster or glass on three chains or rods."""
    radius = tailed(rng, 0.22, 0.2, 0.12, 0.35)
    k = kit(rng, 3 * radius, {"opal": 3, "stained": 1.5, "metal": 1})
    s = flipped(shade(rng, k, pick(rng, {"dome": 2, "mushroom": 2, "tiffany": 1}), radius))
    s = replace(s, section=None)  # the chains hang on a round rim
    high = radius * between(rng, 0.8, 2.5)
    rim = s.height - 0.5 * k.sheet
    chain = (rod((radius, rim, 0), (0, rim + high, 0), k.wire), k.trim)
    finial = (ball(0.06 * radius, (0, -0.05 * radius, 0), 1.6), k.trim)
    return [
        shell(k, s),
        *around([chain], int(rng.choice([3, 3, 4])), between(rng, 0, 90)),
        finial,
        *cord(rng, k, rim + high * 0.97, radius * between(rng, 0.1, 1.5)),
    ]


def flush(rng: Rng) -> list[Painted]:
    """A fitting close under the ceiling: dome, drum, box, ring or a batten."""
    radius = tailed(rng, 0.2, 0.25, 0.1, 0.4)
    k = kit(rng, 2 * radius, {"opal": 4, "linen": 2, "stained": 0.7})
    style = pick(rng, {"dome": 4, "drum": 3, "batten": 1, "ring": 1})
    if style == "batten":
        size = (6 * radius, radius * between(rng, 0.25, 0.5), radius * between(rng, 0.4, 1.0))
        return [
            (box(size, (0, 0, 0), 0.3 * size[1]), k.bulb),
            (box((6.1 * radius, 0.4 * size[1], 0.8 * size[2]), (0, 0.5 * size[1], 0)), k.body),
        ]
    if style == "ring":
        return [
            _tire(k, radius, radius * between(rng, 0.08, 0.2)),
            (cylinder(radius * 0.4, radius * 0.1, (0, radius * 0.12, 0)), k.body),
            (
                bar((-radius, 0.05 * radius, 0), (radius, 0.05 * radius, 0), 0.1 * radius, 0.1 * radius),
                k.body,
            ),
        ]
    kind = (
        pick(rng, {"dome": 3, "mushroom": 3, "tiffany": 1})
        if style == "dome"
        else pick(rng, {"drum": 1, "cylinder": 0.3})
    )
    s = shade(rng, k, kind, radius, 2 * radius * between(rng, 0.12, 0.5))
    s = flipped(s)
    plate = (cylinder(radius * between(rng, 0.6, 1.1), 0.12 * radius, (0, s.height, 0)), k.body)
    stem = cylinder(0.05 * radius, s.height * 1.05, (0, s.height * 0.475, 0), sides=12)
    return [(filled(s.curve, s.section), k.shade), plate, (stem, k.trim)]


def _drop(k: Kit, x: float, z: float, fall: float) -> Painted:
    """A cord from just above y = 0 down."""
    return cylinder(k.wire, fall + 0.01, (x, (0.01 - fall) / 2, z), sides=8), k.trim


def _tire(k: Kit, radius: float, stock: float) -> Painted:
    angle = np.linspace(0, 2 * np.pi, 28, endpoint=False)
    return tube(
        np.stack([radius * np.cos(angle), 0 * angle, radius * np.sin(angle)], 1), stock, closed=True, sides=8
    ), k.bulb
