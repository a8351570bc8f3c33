"""Wall lamps: plates behind, at -Z, with arms, shades, lanterns or torches before them; ceiling spots."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.lamp.finish import HEADS, Kit, Painted, kit, moved, turned
from training.categories.lamp.heads import any_head, head
from training.categories.lamp.lanterns import lantern_body
from training.categories.lamp.lights import LIGHTS, light
from training.categories.lamp.shades import complete, shade, shade_kind
from training.categories.lamp.turning import filled
from training.solids import bar, box, cylinder, ellipsoid, extrusion, rod, tube

Rng = np.random.Generator


def _plate(rng: Rng, k: Kit, size: float) -> Painted:
    """A round, oval or square plate on the wall, its face at z = 0."""
    wide, high, deep = (
        size * between(rng, 0.07, 0.2),
        size * tailed(rng, 0.16, 0.4, 0.07, 0.45),
        size * between(rng, 0.03, 0.07),
    )
    if chance(rng, 0.5):
        return ellipsoid((wide, high, deep), (0, 0, -0.3 * deep), 6.0) if chance(rng, 0.3) else cylinder(
            max(wide, 0.12 * size), deep, (0, 0, -0.3 * deep), axis="z"
        ), k.body
    return box((2 * wide, 2 * high, deep), (0, 0, -0.3 * deep), 0.2 * deep), k.body


def sconce(rng: Rng) -> list[Painted]:
    """A plate with one to three arms that carry candles, cups or shades."""
    size = tailed(rng, 0.35, 0.25, 0.2, 0.6)
    k = kit(rng, size)
    count = int(rng.choice([1, 1, 1, 2, 2, 3]))
    kind, seed, reach = pick(rng, LIGHTS), int(rng.integers(1 << 31)), size * between(rng, 0.25, 0.5)
    t = np.linspace(0, 1, 8)
    rise = size * between(rng, 0, 0.3)
    y = -size * between(rng, 0, 0.25) * np.sin(np.pi * t) + rise * t - 0.1 * size
    arm = (tube(np.stack([0 * t, y, t * reach], 1), size * between(rng, 0.012, 0.03), sides=8), k.trim)
    parts = moved([_plate(rng, k, size)], y=-0.1 * size)
    for i in range(count):
        lamp = moved(
            light(np.random.default_rng(seed), k, kind, size * between(rng, 0.35, 0.5)),
            y=float(y[-1]),
            z=reach,
        )
        parts += turned([arm, *lamp], "y", (i - (count - 1) / 2) * 62)
    return parts


def shaded_wall(rng: Rng) -> list[Painted]:
    """A shade on a straight, swinging or hooked arm."""
    size = tailed(rng, 0.35, 0.25, 0.2, 0.6)
    k = kit(rng, size)
    s = shade(rng, k, shade_kind(rng, 0.5), size * between(rng, 0.2, 0.42))
    grip, parts = complete(rng, k, s)
    reach = s.radius * between(rng, 1.1, 2.2)
    y = grip + size * 0.05 if chance(rng, 0.5) else -size * 0.06
    stem = cylinder(1.6 * k.wire, abs(y - grip) + 3 * k.wire, (0, (y + grip) / 2, reach), sides=10)
    arm = rod((0, y, 0), (0, y, reach + 1.6 * k.wire), 1.6 * k.wire)
    return [*moved(parts, z=reach), *moved([_plate(rng, k, size)], y=y), (stem, k.trim), (arm, k.trim)]


def up_and_down(rng: Rng) -> list[Painted]:
    """A half cylinder, box, wedge, shell or tube flat on the wall."""
    size = tailed(rng, 0.3, 0.25, 0.15, 0.5)
    k = kit(rng, size, {**HEADS, "opal": 3})
    high, r = size * between(rng, 0.3, 1.0), size * between(rng, 0.15, 0.4)
    style = pick(rng, {"half": 3, "box": 2, "tube": 2, "wedge": 1})
    plate = [(box((1.4 * r, 0.6 * high, 0.1 * r), (0, high / 2, 0.03 * r)), k.body)]
    if style == "box":
        return [
            *plate,
            (box((2 * r, high, r * between(rng, 0.5, 1.5)), (0, high / 2, 0.3 * r), 0.05 * r), k.shade),
        ]
    if style == "tube":
        arm = (box((0.3 * r, 0.3 * r, 1.4 * r), (0, high / 2, 0.5 * r)), k.trim)
        return [
            *plate,
            arm,
            *moved(
                [
                    (cylinder(0.6 * r, high * 1.2, (0, high / 2, 0)), k.shade),
                    (cylinder(0.5 * r, high * 1.22, (0, high / 2, 0)), k.bulb),
                ],
                z=1.3 * r,
            ),
        ]
    angle = np.linspace(0, np.pi, 14)
    outline = np.stack([r * np.sin(angle), r * np.cos(angle)], 1)
    if style == "half":
        return [*plate, (extrusion(outline, high, axis="y", at=high / 2), k.shade)]
    side = np.array([[0, 0], [0.3 * r, 0], [1.3 * r, high], [0, high]])[:, ::-1]
    return [*plate, (extrusion(side, 2.2 * r, axis="x"), k.shade)]


def wall_lantern(rng: Rng) -> list[Painted]:
    """A lantern under, over or before a bracket."""
    size = tailed(rng, 0.4, 0.2, 0.25, 0.6)
    k = kit(rng, size, {"opal": 2, "stained": 0.5})
    wide = size * between(rng, 0.13, 0.25)
    body, high = lantern_body(rng, k, wide, size * between(rng, 0.5, 0.8))
    reach = wide * between(rng, 1.2, 2.0)
    parts = [_plate(rng, k, size)]
    if chance(rng, 0.5):
        t = np.linspace(0, np.pi * 0.5, 7)
        path = np.stack([0 * t, 0.25 * size * np.sin(t), reach * (1 - np.cos(t)) * 1.0], 1)
        path = np.concatenate([path, [[0, 0.25 * size - 0.06 * size, reach]]])
        parts.append((tube(path, 0.02 * size, sides=8), k.trim))
        return parts + moved(body, y=0.2 * size - high, z=reach)
    parts.append((bar((0, -0.05 * size, 0), (0, -0.05 * size, reach), 0.06 * size, 0.05 * size), k.trim))
    return parts + moved(body, y=-0.04 * size, z=reach)


def torch(rng: Rng) -> list[Painted]:
    """A burning torch leaning from its holder, as in games."""
    size = tailed(rng, 0.6, 0.2, 0.4, 0.9)
    k = kit(rng, size, lowpoly=0.5)
    stick = [
        (
            cylinder(
                size * 0.03, 0.6 * size, (0, 0, 0), top_radius=size * between(rng, 0.03, 0.07), sides=10
            ),
            k.body,
        )
    ]
    cup = filled(np.array([[0.05, 0], [0.1, 0.12], [0.09, 0.13]]) * size)
    flame = filled(np.array([[0.06, 0], [0.09, 0.06], [0.05, 0.2], [0.005, 0.3]]) * size, sides=12)
    parts = turned(
        [*stick, *moved([(cup, k.trim)], y=0.28 * size), *moved([(flame, k.bulb)], y=0.38 * size)],
        "x",
        between(rng, 0, 35),
    )
    if chance(rng, 0.3):
        return parts
    return [
        *parts,
        (box((0.12 * size, 0.3 * size, 0.04 * size), (0, 0, -0.16 * size)), k.trim),
        (bar((0, 0, -0.16 * size), (0, 0, 0), 0.05 * size, 0.05 * size), k.trim),
    ]


def spot_bar(rng: Rng) -> list[Painted]:
    """Spots on a ceiling bar, a round plate or a track, all tilted to the front."""
    size, count = tailed(rng, 0.6, 0.35, 0.2, 1.2), int(rng.integers(1, 6))
    k = kit(rng, size, HEADS)
    radius = size / max(count, 2) * between(rng, 0.15, 0.3)
    seed, tilt = int(rng.integers(1 << 31)), between(rng, 0, 60)
    parts: list[Painted] = [(box((size, 0.05 * size, 0.08 * size), (0, 0.04 * size, 0)), k.body)]
    for i in range(count):
        x = size * ((i + 0.5) / count - 0.5)
        spot = turned(
            head(np.random.default_rng(seed), k, "can" if seed % 2 else "bullet", radius), "x", -tilt
        )
        parts += moved(
            [*spot, (cylinder(0.2 * radius, 1.0 * radius, (0, 0.4 * radius, 0), sides=10), k.trim)],
            x=x,
            y=-0.8 * radius + 0.03 * size,
        )
    return parts


def swing_arm(rng: Rng) -> list[Painted]:
    """A reading lamp: plate, two links and a head."""
    size = tailed(rng, 0.5, 0.2, 0.3, 0.8)
    k = kit(rng, size, HEADS)
    thick, fold = size * between(rng, 0.012, 0.025), np.radians(between(rng, 5, 60))
    a, b = 0.45 * size * np.sin(fold), 0.45 * size * np.cos(fold)
    points = [(0, 0, 0), (a, 0, b), (a * between(rng, -0.5, 1), 0, b + 0.3 * size)]
    path = tube(points, thick, sides=8)
    spot = turned(any_head(rng, k, size * between(rng, 0.1, 0.22)), "x", -between(rng, 0, 60))
    return [_plate(rng, k, size), (path, k.trim), *moved(spot, *points[2])]
