"""Desk lamps: jointed arms, goosenecks, bankers' lamps, light bars. Heads reach to +Z."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.lamp.feet import foot
from training.categories.lamp.finish import HEADS, Kit, Painted, kit, moved, painted, turned, uniform
from training.categories.lamp.heads import any_head, head
from training.solids import Solid, box, cylinder, extrusion, rod

Rng = np.random.Generator
Point = tuple[float, float]


def desk_kit(rng: Rng, size: float) -> Kit:
    """Mostly one lacquer for head, arm and foot."""
    k = kit(rng, size, HEADS)
    return uniform(k) if chance(rng, 0.5) else k


def jointed(rng: Rng) -> list[Painted]:
    """Two arms with joints, single rods or pairs with springs; on a foot or a clamp."""
    size = tailed(rng, 0.55, 0.2, 0.3, 0.9)
    k = desk_kit(rng, size)
    low, parts = stand(rng, k, size)
    thick = size * tailed(rng, 0.011, 0.35, 0.006, 0.03)
    first, second = np.radians(between(rng, 65, 125)), np.radians(between(rng, -25, 60))
    a = (between(rng, 0, 0.02), low)
    b = (a[0] + size * 0.55 * np.cos(first), a[1] + size * between(rng, 0.4, 0.65) * np.sin(first))
    reach = size * between(rng, 0.35, 0.65)
    c = (b[0] + reach * np.cos(second), max(b[1] + reach * np.sin(second), 0.35 * size))
    double = chance(rng, 0.45)
    for p, q in ((a, b), (b, c)):
        parts += [(s, k.trim) for s in _arm(p, q, thick, double)]
    joint = between(rng, 1.3, 2.4) * thick * (1.7 if double else 1.0)
    parts += [(cylinder(joint, 2.4 * joint, (0, y, z), axis="x", sides=14), k.body) for z, y in (a, b, c)]
    if double and chance(rng, 0.5):
        parts.append((_spring(a, b, thick), k.trim))
    return parts + aimed(rng, k, c, size * tailed(rng, 0.15, 0.25, 0.09, 0.27), between(rng, -15, 55))


def _arm(p: Point, q: Point, thick: float, double: bool) -> list[Solid]:
    """One bar, or two thinner ones side by side."""
    if not double:
        return [rod((0, p[1], p[0]), (0, q[1], q[0]), thick)]
    gap = 1.5 * thick
    along = np.subtract(q, p) / np.hypot(*np.subtract(q, p))
    off = gap * np.array([-along[1], along[0]])
    pairs = [(np.add(p, s * off), np.add(q, s * off)) for s in (-1, 1)]
    return [rod((0, a[1], a[0]), (0, b[1], b[0]), 0.55 * thick) for a, b in pairs]


def _spring(p: Point, q: Point, thick: float) -> Solid:
    """A coil beside the lower arm, drawn as its cylinder."""
    a, b = np.asarray(p), np.asarray(q)
    end = a + 0.45 * (b - a)
    return rod((1.4 * thick, a[1], a[0]), (1.4 * thick, end[1], end[0]), 0.9 * thick)


def stand(rng: Rng, k: Kit, size: float) -> tuple[float, list[Painted]]:
    """A heavy foot, or a clamp for the table's edge."""
    if chance(rng, 0.12):
        wide, high = size * between(rng, 0.06, 0.1), size * between(rng, 0.1, 0.16)
        t = 0.3 * wide
        jaw = [[0, 0], [wide, 0], [wide, t], [t, t], [t, high - t], [wide, high - t], [wide, high], [0, high]]
        c = extrusion(np.array(jaw)[:, ::-1] - [0, wide / 2], wide, axis="x")
        return high * 0.95, [
            (c, k.body),
            (cylinder(0.25 * wide, high * 0.6, (0, high * 0.35, wide * 0.2), sides=10), k.trim),
        ]
    low, solids = foot(
        rng,
        k,
        size * tailed(rng, 0.18, 0.2, 0.11, 0.3),
        pick(rng, {"disc": 6, "dome": 2, "square": 2, "bell": 0.8, "block": 0.5}),
    )
    riser = between(rng, 0, 0.1) * size if chance(rng, 0.4) else 0.0
    stem = cylinder(0.03 * size, low + riser, (0, (low + riser) / 2 + 0.2 * low, 0), sides=14)
    return low * 1.15 + riser, [*painted(solids, k.body), (stem, k.trim)]


def aimed(rng: Rng, k: Kit, at: Point, radius: float, tilt: float) -> list[Painted]:
    """A head at (z, y) that shines down and, tilted, to the front."""
    parts = turned(any_head(rng, k, radius), "x", -tilt)
    return moved(parts, y=at[1], z=at[0])


def light_bar(rng: Rng) -> list[Painted]:
    """A flat foot, a flat upright and a light bar hinged to it."""
    size = tailed(rng, 0.42, 0.2, 0.25, 0.6)
    k = desk_kit(rng, size)
    low, solids = foot(rng, k, size * between(rng, 0.16, 0.28), pick(rng, {"disc": 3, "square": 3}))
    wide, thin = size * between(rng, 0.03, 0.1), size * between(rng, 0.015, 0.035)
    lean, high = between(rng, -8, 25), size * between(rng, 0.7, 1.1)
    z0 = -size * between(rng, 0.0, 0.15)
    upright = box((wide, high, thin), (0, high / 2, 0), 0.3 * thin).turned("x", -lean).moved(0, low, z0)
    tip = (z0 - high * np.sin(np.radians(lean)), low + high * np.cos(np.radians(lean)))
    parts = turned(head(rng, k, "bar", size * between(rng, 0.1, 0.17)), "x", between(rng, -25, 30))
    hinge = cylinder(0.9 * thin, 1.3 * wide, (0, tip[1], tip[0]), axis="x", sides=14)
    return [*painted(solids, k.body), (upright, k.trim), (hinge, k.trim), *moved(parts, y=tip[1], z=tip[0])]


def clip_spot(rng: Rng) -> list[Painted]:
    """A small head straight on its foot, clip or tripod, tilted to the front."""
    size = tailed(rng, 0.25, 0.3, 0.12, 0.5)
    k = desk_kit(rng, size)
    low, parts = stand(rng, k, size)
    high = low + size * between(rng, 0.1, 0.45)
    parts.append(
        (
            cylinder(
                size * between(rng, 0.015, 0.05), high - 0.5 * low, (0, (high + 0.5 * low) / 2, 0), sides=12
            ),
            k.trim,
        )
    )
    return parts + aimed(rng, k, (0.0, high), size * between(rng, 0.18, 0.4), between(rng, 20, 150))


def balanced(rng: Rng) -> list[Painted]:
    """A post carrying one tilting arm with the head before it and a counterweight behind."""
    size = tailed(rng, 0.5, 0.25, 0.3, 0.9)
    k = desk_kit(rng, size)
    low, parts = stand(rng, k, size)
    high, tilt = size * between(rng, 0.4, 0.85), np.radians(between(rng, -10, 40))
    thick, front, rear = (
        size * between(rng, 0.008, 0.02),
        size * between(rng, 0.3, 0.6),
        size * between(rng, 0.08, 0.3),
    )
    c, s = np.cos(tilt), np.sin(tilt)
    begin, end = (0.0, high - rear * s, -rear * c), (0.0, high + front * s, front * c)
    parts.append((cylinder(1.2 * thick, high - 0.5 * low, (0, (high + 0.5 * low) / 2, 0), sides=12), k.trim))
    parts.append((rod(begin, end, thick), k.trim))
    weight = cylinder(size * between(rng, 0.025, 0.06), size * 0.1, axis="z").turned("x", -np.degrees(tilt))
    parts.append((weight.moved(*begin), k.body))
    return parts + aimed(
        rng, k, (end[2], end[1]), size * tailed(rng, 0.14, 0.25, 0.08, 0.25), between(rng, -10, 50)
    )
