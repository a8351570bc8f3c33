"""Desk lamps: jointed arms, goosenecks, bankers' lamps, light bars. Heads reach to +Z."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.furniture.outlines import bent
from training.categories.lamp.feet import foot
from training.categories.lamp.finish import HEADS, Kit, Painted, kit, moved, painted, turned, uniform
from training.categories.lamp.heads import any_head, head
from training.categories.lamp.turning import filled, sheet
from training.solids import Solid, box, cylinder, extrusion, lathe, rod, tube

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
    low, parts = _stand(rng, k, size)
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
    return parts + _aimed(rng, k, c, size * tailed(rng, 0.15, 0.25, 0.09, 0.27), between(rng, -15, 55))


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


def _stand(rng: Rng, k: Kit, size: float) -> tuple[float, list[Painted]]:
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


def _aimed(rng: Rng, k: Kit, at: Point, radius: float, tilt: float) -> list[Painted]:
    """A head at (z, y) that shines down and, tilted, to the front."""
    parts = turned(any_head(rng, k, radius), "x", -tilt)
    return moved(parts, y=at[1], z=at[0])


def gooseneck(rng: Rng) -> list[Painted]:
    """A flexible or rigidly bent neck that swings over to the front."""
    size = tailed(rng, 0.45, 0.25, 0.25, 0.8)
    k = desk_kit(rng, size)
    low, parts = _stand(rng, k, size)
    thick = size * tailed(rng, 0.014, 0.35, 0.007, 0.04)
    end = np.radians(between(rng, 40, 165))
    rise, r = size * between(rng, 0.1, 0.75), size * between(rng, 0.14, 0.4)
    t = np.linspace(0, end, 9)
    lean = between(rng, -0.25, 0.15) * rise
    z = np.concatenate([[0.0], lean + r * (1 - np.cos(t))])
    y = np.concatenate([[low * 0.8], low + rise + r * np.sin(t)])
    parts.append((tube(np.stack([0 * z, y, z], 1), thick, sides=8), k.trim))
    tilt = between(rng, 0, 70) if end < 2 else between(rng, -10, 40)
    return parts + _aimed(
        rng, k, (float(z[-1]), float(y[-1])), size * tailed(rng, 0.19, 0.25, 0.1, 0.34), tilt
    )


def banker(rng: Rng) -> list[Painted]:
    """A half-round trough of glass across an upright stem."""
    size = tailed(rng, 0.38, 0.15, 0.25, 0.5)
    k = kit(rng, size, {"opal": 1, "stained": 1, "paint": 3, "metal": 1})
    low, solids = foot(
        rng, k, size * between(rng, 0.2, 0.32), pick(rng, {"dome": 3, "steps": 2, "square": 1.5, "bell": 1})
    )
    long, r, top = (
        size * between(rng, 0.55, 0.95),
        size * between(rng, 0.13, 0.22),
        size * between(rng, 0.65, 0.85),
    )
    angle, flat = np.linspace(0, np.pi, 13), between(rng, 0.6, 1.2)
    outer = np.stack([r * np.cos(angle), r * flat * np.sin(angle)], 1)
    inner = outer[::-1] * (1 - k.sheet / r)
    trough = np.concatenate([outer, inner]) if k.hollow else outer
    cover = extrusion(trough[:, ::-1], long, axis="x").turned("x", -between(rng, 0, 30)).moved(0, top, 0)
    fork = cylinder(
        0.02 * size, top + r * flat - 0.2 * k.sheet - low, (0, (low + top + r * flat) / 2, 0), sides=12
    )
    ends = []
    if k.hollow and chance(rng, 0.6):
        ends = [(rod((-0.48 * long, top + 0.3 * r, 0), (0.48 * long, top + 0.3 * r, 0), 0.25 * r), k.bulb)]
    return [*painted(solids, k.body), (cover, k.shade), (fork, k.trim), *ends]


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


def bent_pipe(rng: Rng) -> list[Painted]:
    """A rigid arm, square or curved, from which a shade hangs or stands off to the front."""
    size = tailed(rng, 0.5, 0.25, 0.3, 0.9)
    k = desk_kit(rng, size)
    low, parts = _stand(rng, k, size)
    high, reach = size * between(rng, 0.6, 1.0), size * between(rng, 0.2, 0.55)
    drop = size * between(rng, 0.0, 0.15)
    path = bent(
        np.array([[0, 0.8 * low, 0], [0, high, 0], [0, high, reach], [0, high - drop - 1e-3, reach]]),
        between(rng, 0.01, 0.3) * size,
        5,
    )
    parts.append((tube(path, size * between(rng, 0.008, 0.03), sides=8), k.trim))
    return parts + moved(
        any_head(rng, k, size * tailed(rng, 0.17, 0.25, 0.08, 0.3), 0.9), y=high - drop, z=reach
    )


def clip_spot(rng: Rng) -> list[Painted]:
    """A small head straight on its foot, clip or tripod, tilted to the front."""
    size = tailed(rng, 0.25, 0.3, 0.12, 0.5)
    k = desk_kit(rng, size)
    low, parts = _stand(rng, k, size)
    high = low + size * between(rng, 0.1, 0.45)
    parts.append(
        (
            cylinder(
                size * between(rng, 0.015, 0.05), high - 0.5 * low, (0, (high + 0.5 * low) / 2, 0), sides=12
            ),
            k.trim,
        )
    )
    return parts + _aimed(rng, k, (0.0, high), size * between(rng, 0.18, 0.4), between(rng, 20, 150))


def balanced(rng: Rng) -> list[Painted]:
    """A post carrying one tilting arm with the head before it and a counterweight behind."""
    size = tailed(rng, 0.5, 0.25, 0.3, 0.9)
    k = desk_kit(rng, size)
    low, parts = _stand(rng, k, size)
    high, tilt = size * between(rng, 0.4, 0.85), np.radians(between(rng, -10, 40))
    thick, front, rear = (
        size * between(rng, 0.008, 0.02),
        size * between(rng, 0.3, 0.6),
        size * between(rng, 0.08, 0.3),
    )
    c, s = np.cos(tilt), np.sin(tilt)
    ends = [(0.0, high - rear * s, -rear * c), (0.0, high + front * s, front * c)]
    parts.append((cylinder(1.2 * thick, high - 0.5 * low, (0, (high + 0.5 * low) / 2, 0), sides=12), k.trim))
    parts.append((rod(*ends, thick), k.trim))
    weight = cylinder(size * between(rng, 0.025, 0.06), size * 0.1, axis="z").turned("x", -np.degrees(tilt))
    parts.append((weight.moved(*ends[0]), k.body))
    return parts + _aimed(
        rng, k, (ends[1][2], ends[1][1]), size * tailed(rng, 0.14, 0.25, 0.08, 0.25), between(rng, -10, 50)
    )


def bell_on_crook(rng: Rng) -> list[Painted]:
    """A shepherd's crook with a glass or metal bell that hangs from its end."""
    size = tailed(rng, 0.5, 0.25, 0.3, 0.9)
    k = kit(rng, size)
    low, solids = foot(rng, k, size * between(rng, 0.15, 0.27))
    r, high = size * between(rng, 0.12, 0.24), size * between(rng, 0.6, 0.8)
    t = np.linspace(0, np.pi, 9)
    path = np.stack([0 * t, high + r * np.sin(t), r * (1 - np.cos(t))], 1)
    path = np.concatenate([[[0, 0.7 * low, 0]], path])
    wide = min(size * between(rng, 0.12, 0.26), 1.7 * r)
    curve = np.array([[1, 0], [0.9, 0.25], [0.6, 0.6], [0.25, 0.8], [0.2, 1.0], [0, 1.02]]) * [
        wide,
        wide * between(rng, 0.8, 1.6),
    ]
    curve[:, 1] -= curve[-1, 1]
    bell = sheet(curve, k.sheet) if k.hollow else filled(curve)
    knob = lathe([[0, -0.1 * wide], [0.25 * wide, 0], [0.2 * wide, 0.15 * wide], [0, 0.15 * wide]], sides=14)
    return [
        *painted(solids, k.body),
        (tube(path, size * between(rng, 0.01, 0.02), sides=8), k.trim),
        *moved([(bell, k.shade), (knob, k.trim)], y=high, z=2 * r),
    ]
