"""Chandeliers: arms with candles or shades, cart wheels, rings, drums of crystal, sputniks, lantern frames."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.lamp.bodies import profile
from training.categories.lamp.finish import Kit, Painted, around, kit, moved
from training.categories.lamp.hanging import cord
from training.categories.lamp.shades import flipped, shade
from training.categories.lamp.turning import filled, sheet
from training.solids import box, cylinder, ellipsoid, extrusion, lathe, rod, tube

Rng = np.random.Generator
LIGHTS = {"candle": 5.0, "shade": 2.5, "cup": 1.2, "globe": 1.5, "jar": 0.8}


def light(rng: Rng, k: Kit, kind: str, size: float) -> list[Painted]:
    """What stands on the end of an arm at the origin; `size` is about its height."""
    pan = (
        lathe(
            [[0, -0.1 * size], [0.1 * size, -0.1 * size], [0.3 * size, 0.02 * size], [0, 0.04 * size]],
            sides=12,
        ),
        k.trim,
    )
    if kind == "globe":
        r = size * between(rng, 0.35, 0.6)
        return [pan, (ellipsoid([r] * 3, (0, 0.9 * r, 0)), k.bulb)]
    if kind == "cup":
        s = flipped(
            shade(rng, k, pick(rng, {"dome": 1, "bell": 2, "empire": 1}), size * between(rng, 0.35, 0.6))
        )
        skin = sheet(s.curve, k.sheet, sides=14) if k.hollow else filled(s.curve, sides=14)
        return [
            pan,
            (skin, k.shade),
            (cylinder(0.1 * size, 0.5 * size, (0, 0.2 * size, 0), sides=10), k.bulb),
        ]
    if kind == "jar":
        return [pan, (cylinder(0.27 * size, 0.9 * size, (0, 0.45 * size, 0), sides=14), k.bulb)]
    slim = between(rng, 0.06, 0.16)
    candle = [(cylinder(slim * size, 0.7 * size, (0, 0.33 * size, 0), sides=10), k.bulb)]
    flame = (
        ellipsoid([0.9 * slim * size, 0.22 * size, 0.9 * slim * size], (0, 0.82 * size, 0)).mapped(np.eye(4)),
        k.bulb,
    )
    if kind == "shade":
        s = shade(
            rng,
            k,
            pick(rng, {"empire": 3, "drum": 1, "coolie": 1, "bell": 1}),
            size * between(rng, 0.35, 0.55),
        )
        skin = filled(s.curve, sides=14)
        return [pan, *candle, *moved([(skin, k.shade)], y=0.55 * size)]
    return [pan, *candle, flame] if chance(rng, 0.6) else [pan, *candle]


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
        parts.append((ellipsoid([0.1 * reach] * 3, (0, -0.05 * reach, 0)), k.trim))
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
            (rod((0, 0, 0), end, max(k.wire, 0.012 * reach)), k.trim),
            (cylinder(r, 1.7 * r, tuple(end), sides=8) if k.lowpoly else ellipsoid([r] * 3, end), k.bulb),
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
