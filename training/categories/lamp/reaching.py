"""Floor lamps whose heads stand off the pole: arcs, pharmacy lamps, trees, spots. They reach to +Z."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.lamp.feet import foot
from training.categories.lamp.finish import HEADS, Kit, Painted, around, kit, moved, painted, turned
from training.categories.lamp.heads import REFLECTORS, any_head, head
from training.categories.lamp.shades import complete, shade, shade_kind
from training.solids import bar, box, cylinder, rod, tube

Rng = np.random.Generator


def _begun(rng: Rng, height: float, shades: dict[str, float] = HEADS) -> tuple[Kit, float, list[Painted]]:
    """Kit, height from which the pole rises, foot."""
    k = kit(rng, height, shades)
    low, solids = foot(rng, k, height * tailed(rng, 0.1, 0.2, 0.06, 0.2))
    return k, low, painted(solids, k.body)


def arc_lamp(rng: Rng) -> list[Painted]:
    """A long bow from a heavy foot to a shade far before it; one bow or several."""
    height = tailed(rng, 1.9, 0.12, 1.3, 2.4)
    k, low, parts = _begun(rng, height, {"paint": 2, "metal": 3, "linen": 2, "opal": 1})
    count = 1 if chance(rng, 0.85) else int(rng.integers(2, 6))
    for i in range(count):
        bow = _bow(rng, k, height * (1 - 0.09 * i), low)
        turn = (i - (count - 1) / 2) * between(rng, 20, 50)
        parts += turned(bow, "y", turn)
    return parts


def _bow(rng: Rng, k: Kit, height: float, low: float) -> list[Painted]:
    reach, upright = height * tailed(rng, 0.6, 0.35, 0.25, 1.1), height * between(rng, 0.1, 0.65)
    end = np.pi * between(rng, 0.6, 0.95)
    t = np.linspace(0, end, 12)
    z = reach * (1 - np.cos(t)) / (1 - np.cos(end))
    y = upright + (height - upright) * np.sin(t)
    path = np.concatenate([[[0, 0.6 * low, 0]], np.stack([0 * t, y, z], 1)])
    bow = (tube(path, k.size * tailed(rng, 0.007, 0.3, 0.004, 0.015), sides=8), k.trim)
    radius = k.size * tailed(rng, 0.09, 0.25, 0.05, 0.17)
    if chance(rng, 0.6):
        return [
            bow,
            *moved(
                head(rng, k, pick(rng, {"dome": 4, "can": 1, "cone": 1, "ball": 0.7}), radius),
                y=y[-1],
                z=z[-1],
            ),
        ]
    s = shade(rng, k, shade_kind(rng, 0.4), radius)
    grip, hung = complete(rng, k, s)
    drop = between(rng, 0, 0.08) * k.size
    cord = cylinder(k.wire, drop + k.wire * 2, (0, y[-1] - drop / 2, z[-1]), sides=8)
    return [bow, (cord, k.trim), *moved(hung, y=y[-1] - drop - grip, z=z[-1])]


def pharmacy(rng: Rng) -> list[Painted]:
    """A straight pole with a level or jointed arm near its top, the head before it."""
    height = tailed(rng, 1.3, 0.15, 0.9, 1.9)
    k, low, parts = _begun(rng, height)
    thick, top = height * tailed(rng, 0.007, 0.3, 0.004, 0.015), height * between(rng, 0.75, 0.98)
    reach, rise = height * between(rng, 0.12, 0.4), height * between(rng, -0.1, 0.25)
    parts.append((cylinder(thick, top - 0.5 * low, (0, (top + 0.5 * low) / 2, 0), sides=12), k.trim))
    rear = between(rng, 0, 0.15) * height if chance(rng, 0.3) else 0.0
    y = top - between(rng, 0, 0.05) * height
    tip = (y + rise, reach)
    start = (0, y - rise * rear / reach, -rear)
    parts.append((rod(start, (0, tip[0], tip[1]), 0.8 * thick), k.trim))
    parts.append((cylinder(2 * thick, 4 * thick, (0, y, 0), axis="x", sides=14), k.body))
    spot = turned(any_head(rng, k, height * tailed(rng, 0.07, 0.25, 0.04, 0.13)), "x", -between(rng, -10, 50))
    return parts + moved(spot, y=tip[0], z=tip[1])


def tree_lamp(rng: Rng) -> list[Painted]:
    """A pole with two to six heads: spots at several heights, or a bunch of arms at the top."""
    height = tailed(rng, 1.6, 0.12, 1.0, 2.0)
    k, low, parts = _begun(rng, height, {**HEADS, "opal": 2, "linen": 1.5})
    thick, count = height * tailed(rng, 0.008, 0.25, 0.005, 0.015), int(rng.integers(2, 7))
    bunch, top = chance(rng, 0.4), height * between(rng, 0.7, 0.97)
    parts.append((cylinder(thick, top - 0.5 * low, (0, (top + 0.5 * low) / 2, 0), sides=12), k.trim))
    kind, radius = pick(rng, {**REFLECTORS, "ball": 2}), height * between(rng, 0.035, 0.07)
    reach, tilt = height * between(rng, 0.08, 0.25), between(rng, 10, 160)
    seed, turn = int(rng.integers(1 << 31)), between(rng, 0, 60)
    for i in range(count):
        y = top - 2 * thick if bunch else top * (1 - 0.13 * i) - 2 * thick
        rise = reach * between(rng, -0.2, 1.2) * (1 if bunch else 0.3)
        arm = (rod((0, y, 0), (0, y + rise, reach), 0.7 * thick), k.trim)
        spot = turned(head(np.random.default_rng(seed), k, kind, radius, 16), "x", -tilt)
        parts += turned(
            [arm, *moved(spot, y=y + rise, z=reach)], "y", turn + i * (360 / count if bunch else 140)
        )
    return parts


def shelf_lamp(rng: Rng) -> list[Painted]:
    """A slender rack of shelves with the light in its upper part."""
    height = tailed(rng, 1.5, 0.15, 0.9, 1.8)
    k = kit(rng, height, {"linen": 4, "opal": 1})
    half, post = height * between(rng, 0.08, 0.14), height * between(rng, 0.008, 0.016)
    corner = half - post / 2
    parts = [
        (bar((x, 0, z), (x, height, z), post, post), k.body)
        for x in (-corner, corner)
        for z in (-corner, corner)
    ]
    share = between(rng, 0.2, 0.45)
    for y in np.linspace(0.06, 1 - share, int(rng.integers(2, 5))):
        parts.append((box((2 * half, 0.9 * post, 2 * half), (0, y * height, 0)), k.body))
    high = share * height * between(rng, 0.85, 0.99)
    return [*parts, (box((1.93 * half, high, 1.93 * half), (0, height - high / 2 - post * 0.2, 0)), k.shade)]


def studio(rng: Rng) -> list[Painted]:
    """A photographer's or stage light on a folding tripod."""
    height = tailed(rng, 1.5, 0.2, 0.7, 2.2)
    k = kit(rng, height, HEADS)
    thick, spread, hub = (
        height * between(rng, 0.006, 0.013),
        height * between(rng, 0.15, 0.3),
        height * between(rng, 0.25, 0.45),
    )
    parts = around([(rod((0, 0, spread), (0, hub, 0), 0.8 * thick), k.trim)], 3, between(rng, 0, 60))
    parts += [
        (cylinder(thick, height - 0.15 * height, (0, height * 0.575, 0), sides=12), k.trim),
        (cylinder(2.2 * thick, 4 * thick, (0, hub - thick, 0), sides=12), k.body),
    ]
    radius = height * between(rng, 0.07, 0.2)
    if chance(rng, 0.35):
        wide = radius * between(rng, 0.7, 1.6)
        lamp = [
            (box((2 * wide, 2 * radius, 0.5 * radius), (0, 0, 0.15 * radius)), k.body),
            (box((1.8 * wide, 1.8 * radius, 0.1 * radius), (0, 0, 0.4 * radius)), k.bulb),
        ]
    else:
        lamp = turned(
            head(rng, k, pick(rng, {"cone": 1, "can": 2, "dome": 2, "stepped": 1}), radius),
            "x",
            -between(rng, 60, 110),
        )
    return parts + moved(lamp, y=height)
