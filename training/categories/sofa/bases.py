"""What a sofa stands on: legs of many kinds, a plinth, a skirt, sleds, or its own body."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, tailed
from training.categories.furniture.legs import leg
from training.categories.sofa.measures import Group, Sizes
from training.solids import Solid, bar, box, lathe, loft

BASE_KINDS = (
    "tapered",
    "square",
    "turned",
    "sabre",
    "blade",
    "bun",
    "platform",
    "sled",
    "plinth",
    "skirt",
    "floor",
)
LEGS = {"tapered": "round", "square": "square", "turned": "turned", "sabre": "sabre", "blade": "plank"}
Span = tuple[float, float]


def base(rng: np.random.Generator, kind: str, s: Sizes, x: Span, z: Span) -> Group:
    """What carries a body that spans x and z, from the floor up to a little into it."""
    if kind == "floor" or (s.low <= 0.0 and kind != "skirt"):
        return []
    if kind == "skirt":
        return _skirt(rng, s, x, z)
    if kind == "plinth":
        inset = between(rng, 0.0, 0.12)
        size = (x[1] - x[0] - 2 * inset, s.low + 0.01, z[1] - z[0] - 2 * inset)
        return [("leg", box(size, ((x[0] + x[1]) / 2, size[1] / 2, (z[0] + z[1]) / 2)))]
    if kind == "sled":
        return _sleds(rng, s, x, z)
    if kind == "platform":
        return _platform(rng, s, x, z)
    return _legs(rng, kind, s, x, z)


def _spots(x: Span, z: Span, inset: float) -> list[tuple[float, float, float, float]]:
    """Places (x, z) under the corners, and under the middle of long bodies, with their outward signs."""
    signs = [-1.0, 1.0] if x[1] - x[0] < 1.9 else [-1.0, 0.0, 1.0]
    middle, half = (x[0] + x[1]) / 2, (x[1] - x[0]) / 2 - inset
    return [(middle + a * half, z[i] - b * inset, a, b) for a in signs for i, b in ((0, -1.0), (1, 1.0))]


def _legs(rng: np.random.Generator, kind: str, s: Sizes, x: Span, z: Span) -> Group:
    stock = tailed(rng, 0.05, 0.3, 0.025, 0.11)
    taper, seed = between(rng, 0.35, 1.0), int(rng.integers(1 << 31))
    splay = between(rng, 0.0, 0.35) * s.low if kind in ("tapered", "square") and chance(rng, 0.5) else 0.0
    inset = stock * between(rng, 0.55, 1.2) + splay + (between(rng, 0.0, 0.1) if chance(rng, 0.4) else 0.0)
    solids: list[Solid] = []
    for px, pz, a, b in _spots(x, z, inset):
        if kind == "bun":
            solids.append(_bun(s.low, stock).moved(px, 0.0, pz))
            continue
        foot, top = (px + a * splay, 0.0, pz + b * splay), (px, s.low + min(0.05, 0.5 * (s.deck - s.low)), pz)
        solids.append(leg(np.random.default_rng(seed), LEGS[kind], foot, top, stock, taper))
    return [("leg", solid) for solid in solids]


def _bun(low: float, radius: float) -> Solid:
    """A flattened ball, sunk a little into the body above it."""
    t = np.linspace(0.0, 1.0, 7)
    outer = np.stack([radius * np.sqrt(1.0 - 0.6 * (2.0 * t - 1.0) ** 2), t * (low + 0.04)], axis=1)
    return lathe(np.concatenate([[[0.0, 0.0]], outer, [[0.0, low + 0.04]]]), sides=14)


def _skirt(rng: np.random.Generator, s: Sizes, x: Span, z: Span) -> Group:
    """Cloth to the floor, a little wider at its hem."""
    top, flare = between(rng, 0.1, 0.24), between(rng, 0.0, 0.02)
    levels = []
    for y, out in ((0.0, 0.008 + flare), (top, 0.006)):
        low, high = (z[0] - out, x[0] - out), (z[1] + out, x[1] + out)
        levels.append((y, [(low[0], low[1]), (high[0], low[1]), (high[0], high[1]), (low[0], high[1])]))
    return [("body", loft(levels, axis="y"))]


def _sleds(rng: np.random.Generator, s: Sizes, x: Span, z: Span) -> Group:
    """A flat bar under each end, bent to a runner."""
    t, inset = between(rng, 0.012, 0.035), between(rng, 0.02, 0.2)
    wide, made = t * between(rng, 1.0, 3.0), []
    for px in (x[0] + inset + wide, x[1] - inset - wide):
        made.append(box((wide, t, z[1] - z[0] - 0.04), (px, t / 2, (z[0] + z[1]) / 2)))
        made += [
            box((wide, s.low + 0.01, t), (px, s.low / 2 + 0.005, pz)) for pz in (z[0] + 0.04, z[1] - 0.04)
        ]
    return [("leg", solid) for solid in made]


def _platform(rng: np.random.Generator, s: Sizes, x: Span, z: Span) -> Group:
    """A wooden frame under the body, on legs."""
    rail = min(between(rng, 0.03, 0.08), 0.6 * s.low)
    over = between(rng, -0.04, 0.03)
    size = (x[1] - x[0] + 2 * over, rail, z[1] - z[0] + over)
    plate = box(size, ((x[0] + x[1]) / 2, s.low - rail / 2 + 0.005, (z[0] + z[1]) / 2))
    stock, splay = between(rng, 0.03, 0.06), between(rng, 0.0, 0.25) * s.low
    legs = []
    for px, pz, a, b in _spots(x, z, stock + splay + between(rng, 0.0, 0.03)):
        foot = (px + a * splay, 0.0, pz + b * splay)
        legs.append(bar(foot, (px, s.low - 0.4 * rail, pz), 0.7 * stock, 0.7 * stock, stock, stock))
    return [("leg", solid) for solid in (plate, *legs)]
