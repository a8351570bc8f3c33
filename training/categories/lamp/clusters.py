"""Ceiling lamps that are bars, rings, stars of rods or bodies of crystal."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.lamp.finish import Painted, around, kit, moved
from training.categories.lamp.hanging import cord
from training.categories.lamp.shades import shade
from training.categories.lamp.turning import ball, filled, sheet
from training.solids import box, cylinder, ellipsoid, extrusion, rod

Rng = np.random.Generator


def hoops(rng: Rng) -> list[Painted]:
    """One to three bright rings on wires, level or tilted."""
    reach = tailed(rng, 0.4, 0.25, 0.2, 0.7)
    k, top = kit(rng, 2 * reach), reach * between(rng, 0.6, 2.5)
    parts: list[Painted] = []
    for i in range(int(rng.integers(1, 4))):
        r, y = reach * (1 - 0.28 * i), top * 0.27 * i
        stock = reach * between(rng, 0.025, 0.06)
        ring = sheet(np.array([[r, y - stock], [r, y + stock]]), stock, sides=36)
        wires = around([(rod((0, y, r), (0, top, 0.02 * reach), 0.7 * k.wire), k.trim)], 3, 40 * i)
        parts += [(ring, k.bulb if chance(rng, 0.5) else k.body), *wires]
    return [*parts, (cylinder(0.18 * reach, 0.07 * reach, (0, top, 0), sides=20), k.body)]


def crystal(rng: Rng) -> list[Painted]:
    """Tiers of hanging prisms, or a basket and crown of strung beads: one body each."""
    reach = tailed(rng, 0.3, 0.25, 0.15, 0.5)
    k = kit(rng, 2.5 * reach, {"opal": 4, "metal": 1})
    parts: list[Painted] = []
    y, top = 0.0, 0.0
    for r in np.linspace(between(rng, 0.25, 0.9), 1.0, int(rng.integers(1, 5))) * reach:
        high = reach * between(rng, 0.2, 0.6)
        parts += [
            (cylinder(0.95 * r, high, (0, y + high / 2, 0)), k.shade),
            (cylinder(r, 0.1 * reach, (0, y + high, 0)), k.trim),
        ]
        y = top = y + high * 0.98
    if chance(rng, 0.4):
        low = reach * between(rng, 0.4, 0.9)
        parts.append(
            (
                filled(
                    np.array([[0.02, -low], [0.5, -0.75 * low], [0.85, -0.35 * low], [1.0, 0.02]])
                    * [between(rng, 0.25, 0.9) * reach, 1]
                ),
                k.shade,
            )
        )
    if chance(rng, 0.5):
        high = reach * between(rng, 0.4, 1.2)
        parts.append(
            (
                filled(
                    np.array([[1, 0], [0.45, 0.3 * high], [0.2, 0.7 * high], [0.15, high]]) * [0.9 * reach, 1]
                    + [0, top]
                ),
                k.shade,
            )
        )
        top += high
    return parts + cord(rng, k, top * 0.98, reach * between(rng, 0.2, 1.5))


def sputnik(rng: Rng) -> list[Painted]:
    """Rods in all directions from a ball, each with a globe or a small bulb."""
    reach, count = tailed(rng, 0.4, 0.2, 0.2, 0.6), int(rng.integers(8, 21))
    k = kit(rng, 2 * reach)
    r, hub = reach * between(rng, 0.05, 0.2), reach * between(rng, 0.08, 0.2)
    parts: list[Painted] = [(ellipsoid([hub] * 3), k.body)]
    for i in range(count):
        y = 1 - (2 * i + 1) / count
        angle, flat = i * np.pi * (3 - 5**0.5), np.sqrt(1 - y * y)
        end = (
            reach
            * np.array([flat * np.cos(angle), y, flat * np.sin(angle)])
            * (between(rng, 0.7, 1.0) if r > 0.1 * reach else 1)
        )
        parts += [
            (rod((0, 0, 0), tuple(end), max(k.wire, 0.012 * reach)), k.trim),
            (cylinder(r, 1.7 * r, tuple(end), sides=8) if k.lowpoly else ball(r, tuple(end)), k.bulb),
        ]
    return parts + cord(rng, k, 0.0, reach * between(rng, 1.2, 2.5))


def billiard_bar(rng: Rng) -> list[Painted]:
    """A long bar on two chains, with two to five shades or lights on or under it."""
    half, count = tailed(rng, 0.55, 0.2, 0.35, 0.9), int(rng.integers(2, 6))
    k = kit(rng, 2 * half, {"stained": 2, "paint": 2, "opal": 2, "linen": 1})
    thick, rise = half * between(rng, 0.015, 0.05), half * between(rng, 0.4, 1.4)
    parts: list[Painted] = [(box((2 * half, 2 * thick, 2 * thick), (0, 0, 0)), k.body)]
    kind, seed, radius = (
        pick(rng, {"dome": 2, "tiffany": 2, "globe": 1, "empire": 1, "cylinder": 1}),
        int(rng.integers(1 << 31)),
        half / count * between(rng, 0.4, 0.9),
    )
    for i in range(count):
        s = shade(np.random.default_rng(seed), k, kind, radius)
        skin = filled(s.curve, s.section, 18)
        drop = s.height + between(rng, 0.0, 0.01)
        x = half * ((2 * i + 1) / count - 1)
        parts += moved(
            [(skin, k.shade), (cylinder(2 * k.wire, 0.3 * s.height, (0, s.height, 0), sides=10), k.trim)],
            x=x,
            y=-drop,
        )
    bend = between(rng, 0.1, 0.8)
    parts += [
        (rod((s * bend * half, 0, 0), (s * bend * half * 0.3, rise, 0), k.wire), k.trim) for s in (-1, 1)
    ]
    plate = extrusion(
        np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * [0.06 * half, (0.3 * bend + 0.1) * half],
        0.04 * half,
        axis="y",
        at=rise,
    )
    return [*parts, (plate, k.body)]
