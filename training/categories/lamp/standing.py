"""Table lamps and floor lamps with their shade on the axis."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.lamp.bodies import BUILT, SLENDER, THROWN, body
from training.categories.lamp.feet import foot
from training.categories.lamp.finish import Kit, Painted, kit, moved, painted
from training.categories.lamp.shades import complete, flipped, shade, shade_kind, shell
from training.solids import cylinder, lathe, rod, tube

Rng = np.random.Generator


def table_lamp(rng: Rng) -> list[Painted]:
    """A body, often on a foot, a stem and a shade whose share of the height varies widely."""
    height = tailed(rng, 0.5, 0.3, 0.2, 0.95)
    k = kit(rng, height, lowpoly=0.2)
    kind = pick(rng, {**THROWN, **BUILT})
    share = tailed(rng, 0.45, 0.3, 0.2, 0.85)
    low, parts = _on_foot(rng, k, kind, height)
    high = height * (1 - share) * between(rng, 0.85, 1.05)
    parts += moved(body(rng, k, kind, high - low, _girth(rng, kind, height, high - low)), y=low)
    radius = height * tailed(rng, 0.32, 0.28, 0.14, 0.75)
    return parts + _shaded(rng, k, radius, height * share, high, height * (1 - share))


def _on_foot(rng: Rng, k: Kit, kind: str, height: float) -> tuple[float, list[Painted]]:
    """A foot under the body: always under a thin one, sometimes under another."""
    thin = kind in ("column", "stacked balls", "twisted", "bent", "ring")
    if not thin and (kind in ("tripod", "block", "stone", "cone") or chance(rng, 0.6)):
        return 0.0, []
    low, solids = foot(rng, k, height * between(rng, 0.12, 0.24))
    return low, painted(solids, k.body if chance(rng, 0.6) else k.trim)


def _girth(rng: Rng, kind: str, height: float, high: float) -> float:
    return min(between(rng, *SLENDER[kind]) * (height if kind == "tripod" else high), 0.42 * height)


def _shaded(rng: Rng, k: Kit, radius: float, high: float, begin: float, at: float) -> list[Painted]:
    """A shade with its lower rim at `at` and the stem that reaches it from within the body at `begin`."""
    s = shade(rng, k, shade_kind(rng, 0.25), radius, high)
    if s.kind in ("globe", "tiffany", "mushroom", "dome"):
        s = shade(rng, k, s.kind, radius)
    grip, parts = complete(rng, k, s, finial=chance(rng, 0.35))
    if chance(rng, 0.2) and k.hollow and not s.closed:
        parts += _harp(k, min(s.radius * 0.3, 0.06), grip, begin - at)
    thick = max(1.3 * k.wire, 0.012 * k.size * between(rng, 0.6, 1.6))
    low = min(begin, at) - 0.06 * begin
    stem = cylinder(thick, at + grip - low, (0, (low + at + grip) / 2, 0), sides=12)
    return [*moved(parts, y=at), (stem, k.trim)]


def _harp(k: Kit, half: float, top: float, low: float) -> list[Painted]:
    """The wire bow between socket and finial."""
    angle = np.linspace(-np.pi / 2, 1.5 * np.pi, 17)
    path = np.stack([half * np.cos(angle), (low + top) / 2 + (top - low) / 2 * np.sin(angle), 0 * angle], 1)
    return [(tube(path, k.wire, sides=6), k.trim)] if top - low > 2 * half else []


def floor_lamp(rng: Rng) -> list[Painted]:
    """A tall pole on a foot, straight under one shade."""
    height = tailed(rng, 1.55, 0.12, 1.0, 2.1)
    k = kit(rng, height)
    low, solids = foot(rng, k, height * tailed(rng, 0.095, 0.22, 0.06, 0.2))
    share = tailed(rng, 0.2, 0.35, 0.1, 0.5)
    radius = height * tailed(rng, 0.135, 0.3, 0.06, 0.3)
    pole = _pole(rng, k, low, height * (1 - share))
    return (
        painted(solids, k.body)
        + pole
        + _shaded(rng, k, radius, height * share, height * (1 - share), height * (1 - share))
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
    return parts + _shaded(rng, k, radius, height * share, top, top * between(rng, 0.94, 1.0))


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
    return [*painted(solids, k.body), *pole, *moved(bowl, y=at)]


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
    parts = moved(complete(rng, k, s)[1], y=0.05 * height)
    base = cylinder(s.radius * between(rng, 0.75, 1.15), 0.052 * height, (0, 0.026 * height, 0))
    rise = height * 0.95
    return [*parts, (base, k.body), (cylinder(1.5 * k.wire, rise, (0, rise / 2, 0), sides=8), k.trim)]


def mushroom_lamp(rng: Rng) -> list[Painted]:
    """Cap and stem of one material, as blown glass and pressed steel have them."""
    height = tailed(rng, 0.4, 0.3, 0.2, 0.9)
    k = kit(rng, height)
    share = between(rng, 0.25, 0.6)
    s = shade(
        rng,
        k,
        pick(rng, {"mushroom": 2, "dome": 2, "globe": 1}),
        height * between(rng, 0.25, 0.48),
        height * share,
    )
    at, top, wide = height - s.height, s.height * 0.97, s.radius * between(rng, 0.2, 0.75)
    waist = wide * between(rng, 0.35, 1.0)
    stem = [
        [0, 0],
        [wide, 0],
        [wide, 0.03 * height],
        [waist, at * 0.5],
        [waist, at],
        [0.3 * waist, at],
        [0.3 * waist, at + top],
        [0, at + top],
    ]
    parts = moved(complete(rng, k, s)[1], y=at)
    return [*parts, (lathe(stem), k.shade if chance(rng, 0.5) else k.body)]
