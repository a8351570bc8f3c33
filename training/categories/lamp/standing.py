"""Table lamps and floor lamps with their shade on the axis."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.lamp.bodies import BUILT, SLENDER, THROWN, body
from training.categories.lamp.feet import foot
from training.categories.lamp.finish import Kit, Painted, kit, moved, painted
from training.categories.lamp.shades import complete, shade, shade_kind
from training.solids import cylinder, lathe, tube

Rng = np.random.Generator


def table_lamp(rng: Rng) -> list[Painted]:
    """A body, often on a foot, a stem and a shade whose share of the height varies widely."""
    height = tailed(rng, 0.5, 0.3, 0.2, 0.95)
    k = kit(rng, height, lowpoly=0.25)
    chunky = 1.25 if k.lowpoly else 1.0  # toys and game assets have big shades
    kind = pick(rng, {**THROWN, **BUILT})
    share = min(0.92, chunky * tailed(rng, 0.45, 0.32, 0.2, 0.9))
    low, parts = _on_foot(rng, k, kind, height)
    high = max(height * (1 - share) * between(rng, 0.85, 1.05), low + 0.05 * height)
    parts += moved(body(rng, k, kind, high - low, _girth(rng, kind, height, high - low)), y=low)
    radius = chunky * height * tailed(rng, 0.32, 0.3, 0.14, 0.75)
    return parts + shaded(rng, k, radius, height * share, high, height * (1 - share))


def _on_foot(rng: Rng, k: Kit, kind: str, height: float) -> tuple[float, list[Painted]]:
    """A foot under the body: always under a thin one, sometimes under another."""
    thin = kind in ("column", "stacked balls", "twisted", "bent", "ring")
    if not thin and (kind in ("tripod", "block", "stone", "cone") or chance(rng, 0.6)):
        return 0.0, []
    low, solids = foot(rng, k, height * between(rng, 0.12, 0.24))
    return low, painted(solids, k.body if chance(rng, 0.6) else k.trim)


def _girth(rng: Rng, kind: str, height: float, high: float) -> float:
    return min(between(rng, *SLENDER[kind]) * (height if kind == "tripod" else high), 0.42 * height)


def shaded(rng: Rng, k: Kit, radius: float, high: float, begin: float, at: float) -> list[Painted]:
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
    grip, parts = complete(rng, k, s)
    at, top, wide = height - s.height, max(grip, 0.9 * s.height), s.radius * between(rng, 0.2, 0.75)
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
    parts = moved(parts, y=at)
    return [*parts, (lathe(np.array(stem)), k.shade if chance(rng, 0.5) else k.body)]
