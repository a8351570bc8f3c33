"""Lamps that branch: spiders of arms, twigs of globes, candlesticks with shades, fans, zigzags, hooks."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.lamp.bodies import body
from training.categories.lamp.feet import foot
from training.categories.lamp.finish import HEADS, Painted, around, kit, moved, painted, turned
from training.categories.lamp.hanging import cord
from training.categories.lamp.heads import REFLECTORS, any_head, head
from training.categories.lamp.lights import light
from training.categories.lamp.shades import flipped, shade
from training.categories.lamp.turning import ball, filled
from training.solids import bar, box, cylinder, rod, tube

Rng = np.random.Generator


def spider(rng: Rng) -> list[Painted]:
    """Three to eight thin arms from one plate, each with a head that points outward or down."""
    reach, count = tailed(rng, 0.6, 0.3, 0.2, 1.0), int(rng.integers(3, 9))
    k = kit(rng, 2 * reach, {**HEADS, "opal": 2})
    drop, t = reach * between(rng, 0.1, 0.8), np.linspace(0, 1, 6)
    bow, seed = reach * between(rng, -0.2, 0.3), int(rng.integers(1 << 31))
    kind, radius = pick(rng, {**REFLECTORS, "ball": 3}), reach * between(rng, 0.1, 0.22)
    tilt, uneven = between(rng, 0, 70), between(rng, 0, 0.5) if chance(rng, 0.5) else 0.0
    parts: list[Painted] = [
        (cylinder(0.12 * reach, 0.05 * reach, (0, 0, 0), top_radius=0.16 * reach), k.body)
    ]
    for i in range(count):
        far = reach * (1 - uneven * rng.random())
        path = np.stack([0 * t, bow * np.sin(np.pi * t) - drop * t**1.5 * far / reach, t * far], 1)
        lamp = turned(head(np.random.default_rng(seed), k, kind, radius, 14), "x", -tilt)
        arm = [(tube(path, max(k.wire, 0.01 * reach), sides=6), k.trim)]
        parts += turned([*arm, *moved(lamp, y=path[-1, 1], z=far)], "y", i * 360 / count)
    return parts


def twig(rng: Rng) -> list[Painted]:
    """A level or upright stem with globes on short branches to all sides."""
    half, count = tailed(rng, 0.5, 0.3, 0.25, 0.9), int(rng.integers(4, 11))
    k, level = kit(rng, 2 * half), chance(rng, 0.6)
    thick, r = half * between(rng, 0.012, 0.03), half * between(rng, 0.06, 0.2)
    parts: list[Painted] = []
    for i in range(count):
        at = half * ((2 * i + 1) / count - 1)
        out = np.array([0, between(rng, -0.6, 0.6), between(rng, -0.6, 0.6) or 0.3]) * half * 0.7
        end = out + np.array([at + between(rng, -0.1, 0.1) * half, 0, 0])
        parts += [
            (rod((at, 0, 0), end, 0.8 * thick), k.trim),
            (ball(r * between(rng, 0.7, 1.2), tuple(end)), k.bulb),
        ]
    parts.append((rod((-half, 0, 0), (half, 0, 0), thick), k.trim))
    if not level:
        parts = turned(parts, "z", 90)
    return parts + cord(rng, k, 0.0 if level else half - 0.01, half * between(rng, 0.9, 2.0))


def branched_table(rng: Rng) -> list[Painted]:
    """A candlestick with one to five arms under small shades, candles or bulbs; also as a floor lamp."""
    high = tailed(rng, 0.55, 0.4, 0.3, 1.6)
    k = kit(rng, high, {"linen": 3, "opal": 2, "metal": 1})
    stem = high * between(rng, 0.5, 0.8)
    parts = body(
        rng,
        k,
        pick(rng, {"candlestick": 3, "baluster": 1, "figure": 0.5}),
        stem,
        high * between(rng, 0.1, 0.2),
    )
    reach, t = high * between(rng, 0.12, 0.3), np.linspace(0, 1, 7)
    y = stem * 0.93 + reach * between(rng, -0.5, 0.3) * np.sin(np.pi * t) + between(rng, 0, 0.3) * reach * t
    arm = (tube(np.stack([0 * t, y, t * reach], 1), high * between(rng, 0.01, 0.022), sides=6), k.trim)
    kind, size = pick(rng, {"shade": 3, "candle": 1, "cup": 1, "globe": 1}), high * between(rng, 0.2, 0.4)
    lamp = moved(light(rng, k, kind, size), y=float(y[-1]), z=reach)
    count = int(rng.choice([1, 2, 2, 2, 3, 3, 4, 5]))
    return parts + around([arm, *lamp], count, 90.0 if count == 2 else 0.0)


def fan(rng: Rng) -> list[Painted]:
    """A ceiling fan with three to six blades and a light under its motor."""
    reach, count = tailed(rng, 0.6, 0.15, 0.4, 0.8), int(rng.integers(3, 7))
    k = kit(rng, 2 * reach, {"opal": 4, "stained": 1})
    blade = bar((0, 0, 0.1 * reach), (0, 0, reach), reach * between(rng, 0.12, 0.2), 0.012 * reach)
    blade = blade.turned("z", between(rng, 5, 14))
    motor = filled(
        np.array([[0.5, 0], [1, 0.3], [1, 0.8], [0.4, 1]]) * [0.18 * reach, 0.2 * reach]
        + np.array([0, -0.1 * reach])
    )
    bowl = flipped(shade(rng, k, "dome", reach * between(rng, 0.12, 0.22)))
    lamp = moved([(filled(bowl.curve, bowl.section), k.shade)], y=-0.09 * reach - bowl.height)
    return [
        (motor, k.trim),
        *around([(blade, k.body)], count),
        *lamp,
        *cord(rng, k, 0.08 * reach, reach * between(rng, 0.15, 0.7)),
    ]


def zigzag(rng: Rng) -> list[Painted]:
    """A strip folded into a Z or C with the light in its upper run; table or floor size."""
    high = tailed(rng, 0.7, 0.5, 0.3, 1.6)
    k = kit(rng, high)
    thick, wide = high * between(rng, 0.015, 0.05), high * between(rng, 0.02, 0.12)
    reach, lean = high * between(rng, 0.2, 0.5), between(rng, -0.6, 0.6) * high * 0.5
    start = -lean * 0.5
    points = [
        (0, thick, start + reach * between(rng, 0.5, 1)),
        (0, thick, start),
        (0, high, start + lean),
        (0, high * between(rng, 0.85, 1.1), start + lean + reach),
    ]
    pairs = list(pairwise(points))
    parts = [(bar(a, b, wide, 2 * thick), k.body) for a, b in pairs]
    parts += [(cylinder(1.1 * thick, wide, (0, p[1], p[2]), axis="x", sides=12), k.body) for p in points[1:3]]
    plate = box((reach * between(rng, 0.4, 0.9), thick, reach), (0, thick / 2, start + 0.4 * reach))
    end = (
        moved(any_head(rng, k, high * between(rng, 0.07, 0.15)), y=points[3][1], z=points[3][2])
        if chance(rng, 0.4)
        else []
    )
    begin, tip = ((x, y - thick, z) for x, y, z in points[2:])
    lens = (bar(begin, tip, 0.8 * wide, thick), k.bulb)
    return [*parts, (plate, k.body), lens, *end]


def stick(rng: Rng) -> list[Painted]:
    """A bare rod, bar or tube of light, upright or leaning on a small foot."""
    high = tailed(rng, 1.2, 0.3, 0.4, 1.8)
    k = kit(rng, high, {"opal": 1})
    low, solids = foot(
        rng, k, high * between(rng, 0.06, 0.14), pick(rng, {"disc": 3, "square": 2, "cross": 1})
    )
    thick, lean = high * between(rng, 0.007, 0.03), between(rng, 0, 12) if chance(rng, 0.4) else 0.0
    if chance(rng, 0.5):
        lit = [(cylinder(thick, high, (0, high / 2, 0), sides=12), k.bulb)]
    else:
        lit = [
            (box((2 * thick, high, thick), (0, high / 2, 0)), k.body),
            (box((1.4 * thick, 0.96 * high, 0.4 * thick), (0, high / 2, 0.45 * thick)), k.bulb),
        ]
    return [*painted(solids, k.body), *moved(turned(lit, "x", lean), y=0.5 * low)]
