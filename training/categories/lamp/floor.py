"""Floor lamps with their light on the axis."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.lamp.bodies import body
from training.categories.lamp.feet import foot
from training.categories.lamp.finish import Kit, Painted, kit, moved, painted, turned
from training.categories.lamp.heads import REFLECTORS, head
from training.categories.lamp.shades import complete, flipped, shade, shell
from training.categories.lamp.standing import shaded
from training.solids import cylinder, rod

Rng = np.random.Generator


def floor_lamp(rng: Rng) -> list[Painted]:
    """A tall pole on a foot, straight under one shade."""
    height = tailed(rng, 1.55, 0.12, 1.0, 2.1)
    k = kit(rng, height)
    low, solids = foot(rng, k, height * tailed(rng, 0.095, 0.22, 0.06, 0.2))
    share = tailed(rng, 0.27 if k.lowpoly else 0.2, 0.35, 0.1, 0.5)
    radius = (1.3 if k.lowpoly else 1.0) * height * tailed(rng, 0.135, 0.3, 0.06, 0.3)
    pole = _pole(rng, k, low, height * (1 - share))
    if chance(rng, 0.08):
        y, thin = height * between(rng, 0.25, 0.5), height * between(rng, 0.008, 0.02)
        pole.append((cylinder(height * between(rng, 0.09, 0.17), thin, (0, y, 0)), k.body))
    return (
        painted(solids, k.body)
        + pole
        + shaded(rng, k, radius, height * share, height * (1 - share), height * (1 - share))
    )


def _pole(rng: Rng, k: Kit, low: float, high: float) -> list[Painted]:
    """A tube, a stave or a turned post."""
    thick = k.size * tailed(rng, 0.0085, 0.35, 0.004, 0.03) * (1.8 if k.lowpoly else 1.0)
    style = pick(rng, {"tube": 6, "knots": 1.2, "turned": 1.2})
    if style == "turned":
        return moved(body(rng, k, "candlestick", high - low, 3.2 * thick), y=low)
    parts = [(cylinder(thick, high - low, (0, (high + low) / 2, 0), sides=12), k.trim)]
    if style == "knots":
        for y in rng.uniform(low, high, int(rng.integers(1, 5))):
            parts.append((cylinder(2.2 * thick, 2.5 * thick, (0, float(y), 0), sides=14), k.body))
    return parts


def tripod_lamp(rng: Rng) -> list[Painted]:
    """Three long legs under a shade: straight to a point, crossing above a collar, or with a shelf."""
    height = tailed(rng, 1.45, 0.15, 0.7, 1.9)
    k = kit(rng, height)
    share, spread = tailed(rng, 0.24, 0.3, 0.12, 0.5), height * tailed(rng, 0.19, 0.3, 0.09, 0.36)
    top, thick = height * (1 - share), height * tailed(rng, 0.008, 0.4, 0.0035, 0.028)
    cross = between(rng, 0.6, 0.95) if chance(rng, 0.3) else 1.0
    parts = _long_legs(rng, k, top, spread, thick, cross)
    if chance(rng, 0.25):
        y = top * between(rng, 0.15, 0.6)
        parts.append(
            (cylinder(spread * (1 - y / top / cross) * 1.02 + thick, 1.2 * thick, (0, y, 0)), k.body)
        )
    radius = height * tailed(rng, 0.16, 0.28, 0.07, 0.32)
    return parts + shaded(rng, k, radius, height * share, top, top * between(rng, 0.94, 1.0))


def _long_legs(rng: Rng, k: Kit, top: float, spread: float, thick: float, cross: float) -> list[Painted]:
    count, turn = int(rng.choice([3, 3, 3, 3, 4])), between(rng, 0, 120)
    end = spread * (1 - 1 / cross) + (0.6 * thick if cross == 1 else 0.0)
    leg = rod((0, 0, spread), (0, top, end), thick * between(rng, 0.5, 1.0), thick)
    y = top * cross if cross < 1 else top - 2 * thick
    hub = cylinder(1.8 * thick, 4 * thick, (0, y, 0), sides=14)
    parts = [(leg.turned("y", turn + i * 360 / count), k.body) for i in range(count)]
    if cross < 1:
        parts.append((cylinder(1.2 * thick, top * 1.04 - y, (0, (top * 1.04 + y) / 2, 0), sides=10), k.trim))
    return [*parts, (hub, k.trim)]


def torchiere(rng: Rng) -> list[Painted]:
    """A bowl that throws its light at the ceiling."""
    height = tailed(rng, 1.75, 0.1, 1.2, 2.1)
    k = kit(rng, height, {"paint": 2, "metal": 2, "opal": 2, "stained": 0.5})
    low, solids = foot(rng, k, height * between(rng, 0.06, 0.1))
    s = flipped(
        shade(
            rng,
            k,
            pick(rng, {"dome": 2, "mushroom": 2, "cone": 1.5, "tiffany": 0.5}),
            height * between(rng, 0.06, 0.17),
        )
    )
    at = height - s.height
    pole = _pole(rng, k, low, at + 0.02 * s.height + k.sheet)
    bowl = [shell(k, s)]
    if k.hollow:
        bowl.append((cylinder(0.25 * s.radius, 0.3 * s.height, (0, 0.16 * s.height, 0)), k.bulb))
    if chance(rng, 0.3):
        bowl += moved(_reading_arm(rng, k, height), y=-at)
    return [*painted(solids, k.body), *pole, *moved(bowl, y=at)]


def _reading_arm(rng: Rng, k: Kit, height: float) -> list[Painted]:
    """A second, small head on an arm from half way up the pole."""
    y, reach = height * between(rng, 0.45, 0.75), height * between(rng, 0.08, 0.2)
    rise = reach * between(rng, 0.2, 1.2)
    arm = (rod((0, y, 0), (0, y + rise, reach), max(k.wire, 0.004 * height)), k.trim)
    spot = turned(
        head(rng, k, pick(rng, REFLECTORS), height * between(rng, 0.03, 0.06)), "x", -between(rng, 0, 60)
    )
    return [arm, *moved(spot, y=y + rise, z=reach)]


def paper_column(rng: Rng) -> list[Painted]:
    """A tall body of paper or opal glass: a cylinder, a box, a stack of lanterns, an egg."""
    height = tailed(rng, 1.1, 0.35, 0.3, 1.8)
    k = kit(rng, height, {"linen": 3, "opal": 3})
    s = shade(
        rng,
        k,
        pick(rng, {"cylinder": 4, "barrel": 1, "empire": 0.7}),
        height * between(rng, 0.07, 0.2),
        height * 0.95,
    )
    curve = s.curve
    if chance(rng, 0.3):
        t = np.linspace(0, 1, 16)
        waves = 0.8 + 0.2 * np.abs(np.sin(np.pi * t * int(rng.integers(2, 5))))
        curve = np.stack([s.radius * waves, t * height * 0.95], 1)
    s = type(s)(s.kind, curve, s.section)
    grip, parts = complete(rng, k, s)
    parts = moved(parts, y=0.05 * height)
    base = cylinder(s.radius * between(rng, 0.75, 1.15), 0.052 * height, (0, 0.026 * height, 0))
    rise = grip + 0.05 * height
    return [*parts, (base, k.body), (cylinder(1.5 * k.wire, rise, (0, rise / 2, 0), sides=8), k.trim)]
