"""Pendants: shades, globes, cages and bulbs on cords, rods and chains, alone or several."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.lamp.finish import Kit, Painted, around, kit
from training.categories.lamp.heads import head
from training.categories.lamp.shades import FABRIC, HARD, complete, shade, shade_kind
from training.categories.lamp.turning import filled, sheet
from training.solids import bar, cylinder, ellipsoid, lathe, rod, tube

Rng = np.random.Generator


def cord(rng: Rng, k: Kit, low: float, length: float, canopy: bool = True) -> list[Painted]:
    """A cord, rod or chain from `low` up, with the rose that covers its hook."""
    thick = k.wire * between(rng, 0.6, 1.6)
    parts: list[Painted] = [(cylinder(thick, length, (0, low + length / 2, 0), sides=8), k.trim)]
    if canopy:
        r, high = k.size * between(rng, 0.04, 0.09), k.size * between(rng, 0.012, 0.06)
        rose = [[0, -high], [0.3 * r, -high], [r * between(rng, 0.5, 1), -0.5 * high], [r, 0], [0, 0]]
        parts.append((lathe(np.array(rose), (0, low + length, 0), sides=20), k.trim))
    return parts


def pendant(rng: Rng) -> list[Painted]:
    """One shade on a cord; the cord may be long, short or left out."""
    radius = tailed(rng, 0.2, 0.35, 0.06, 0.45)
    drop = 2 * radius * tailed(rng, 1.0, 0.9, 0.03, 6.0)
    k = kit(rng, max(2 * radius, drop + radius))
    if chance(rng, 0.22):
        parts, top = _hanging_head(rng, k, radius)
    else:
        s = shade(rng, k, shade_kind(rng, 0.65), radius)
        grip, parts = complete(rng, k, s)
        top = max(grip, s.height)
        parts.append(
            (
                cylinder(
                    max(2 * k.wire, 0.09 * radius),
                    0.16 * radius + top - grip,
                    (0, (grip + top) / 2, 0),
                    sides=14,
                ),
                k.trim,
            )
        )
    return parts + cord(rng, k, top, drop + 0.2 * radius, chance(rng, 0.7))


def _hanging_head(rng: Rng, k: Kit, radius: float) -> tuple[list[Painted], float]:
    """A reflector as factories and bars have it, with its neck upward."""
    kind = pick(rng, {"dome": 3, "cone": 3, "stepped": 1.5, "trumpet": 2, "can": 2, "bullet": 1})
    return head(rng, k, kind, radius), -0.1 * radius


def lamellae(rng: Rng) -> list[Painted]:
    """Nested or stacked shades on one stem, as Poul Henningsen's lamps and paper lanterns."""
    radius = tailed(rng, 0.25, 0.2, 0.15, 0.4)
    k = kit(rng, 3 * radius, {"paint": 3, "metal": 1, "opal": 1, "wood": 1})
    count, ball = int(rng.integers(2, 7)), chance(rng, 0.4)
    high = radius * between(rng, 0.8, 1.8)
    parts: list[Painted] = []
    for i in range(count):
        t = (i + 0.5) / count
        r = radius * (np.sin(np.pi * (0.12 + 0.76 * t)) if ball else between(rng, 0.85, 1.0) * (1 - 0.75 * t))
        y, depth = high * t, high / count * between(rng, 0.3, 0.9)
        curve = np.array([[r, y], [0.75 * r, y + 0.55 * depth], [0.25 * r, y + depth], [0, y + 1.01 * depth]])
        parts.append((sheet(curve, k.sheet, sides=24), k.shade))
    stem = rod((0, 0.1 * high, 0), (0, 1.25 * high, 0), 0.06 * radius)
    return [*parts, (stem, k.trim), *cord(rng, k, 1.2 * high, radius * tailed(rng, 1.2, 0.8, 0.1, 6))]


def lantern_ball(rng: Rng) -> list[Painted]:
    """A paper, wicker or wire globe, stretched or flattened, on its cord."""
    radius = tailed(rng, 0.22, 0.3, 0.1, 0.4)
    k = kit(rng, 3 * radius, {"linen": 3, "opal": 1, "wood": 1, "paint": 1})
    flat, open_ = between(rng, 0.55, 1.5), between(rng, 0.05, 0.4)
    angle = np.linspace(-np.pi / 2 + open_, np.pi / 2 - open_, 14)
    curve = np.stack([radius * np.cos(angle), radius * flat * np.sin(angle)], 1)
    skin = sheet(curve, k.sheet) if k.hollow else filled(curve)
    top, reach = float(curve[-1, 1]), float(curve[-1, 0])
    hoop = [
        (bar((-reach, top, 0), (reach, top, 0), 2 * k.wire, 2 * k.wire).turned("y", a), k.trim)
        for a in (0, 90)
    ]
    return [
        (skin, k.shade),
        *hoop,
        *cord(rng, k, top - k.wire, radius * tailed(rng, 1.0, 0.9, 0.05, 6), chance(rng, 0.6)),
    ]


def wire_cage(rng: Rng) -> list[Painted]:
    """Wires round a bare bulb: a globe, a diamond, a bell or a box of rods."""
    radius = tailed(rng, 0.15, 0.3, 0.08, 0.3)
    k = kit(rng, 4 * radius)
    high, count = radius * between(rng, 1.2, 3.0), int(rng.integers(4, 11))
    knots = pick(rng, {"globe": 2, "diamond": 2, "bell": 1.5})
    y = np.linspace(0, high, 9) if knots != "diamond" else np.array([0, high * between(rng, 0.2, 0.7), high])
    t = y / high
    r = {"globe": np.sin(np.pi * (0.08 + 0.84 * t)), "bell": 1 - 0.85 * t**2.2}.get(
        knots, np.array([0.15, 1, 0.15])
    ) * radius
    wire = (tube(np.stack([r, y, 0 * y], 1), k.wire, sides=6), k.trim)
    hoops = [_hoop(k, float(r[i]), float(y[i])) for i in (0, len(y) // 2, len(y) - 1)]
    socket = cylinder(max(0.1 * radius, r[-1]), 0.3 * high, (0, 0.92 * high, 0), sides=14)
    bulb = ellipsoid([0.25 * radius, 0.3 * high, 0.25 * radius], (0, 0.55 * high, 0))
    return [
        *around([wire], count),
        *hoops,
        (socket, k.body),
        (bulb, k.bulb),
        *cord(rng, k, high, radius * tailed(rng, 2, 0.7, 0.2, 10)),
    ]


def _hoop(k: Kit, radius: float, y: float) -> Painted:
    angle = np.linspace(0, 2 * np.pi, 16, endpoint=False)
    path = np.stack([radius * np.cos(angle), y + 0 * angle, radius * np.sin(angle)], 1)
    return tube(path, k.wire, closed=True, sides=6), k.trim


def bare_shade(rng: Rng) -> list[Painted]:
    """A shade alone, as sold for an existing lamp."""
    k = kit(rng, 0.4, lowpoly=0.2)
    s = shade(rng, k, pick(rng, {**FABRIC, **HARD}), tailed(rng, 0.18, 0.2, 0.08, 0.3))
    return complete(rng, k, s)[1]
