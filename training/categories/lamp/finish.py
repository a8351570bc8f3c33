"""What lamps are made of, and what their parts share: thicknesses of sheet and wire, facets, materials."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from training import materials
from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.furniture.finish import MAKERS
from training.materials import Material
from training.shape import Part
from training.solids import Solid

Painted = tuple[Solid, Material]
BODIES = {"metal": 5, "wood": 2, "ceramic": 3, "paint": 2.5, "plastic": 0.8, "brass": 1.5}
SHADES = {"linen": 5, "paint": 2, "opal": 2.2, "metal": 0.8, "fabric": 1.5, "plastic": 0.8, "stained": 0.6}
SHEET = 0.018, 0.2, 0.013, 0.026
"""How thick shades are, of the lamp's size, as `tailed` takes it: about a pixel of the finest feature map.

Real ones are far thinner. A network that cannot see so little never says "inside", and the shade is
torn; see docs/decisions/thick-sheets.md."""
WIRE = 0.006, 0.25, 0.0045, 0.01
"""Radii of the thinnest rods, likewise."""
HEADS = {"paint": 4, "metal": 2.5, "plastic": 1.5, "opal": 0.8}


@dataclass(frozen=True)
class Kit:
    """What the parts of one lamp share.

    Attributes:
        size: About the longest side of the lamp, metres.
        sheet: Thickness of shades and heads.
        wire: Radius of the thinnest rods.
        hollow: Whether shades are open sheets; else they are solid.
        lowpoly: Whether everything is chunky and has few sides.
        body: Material of foot and body.
        trim: Material of stems, arms and fittings.
        shade: Material of the shade.
        bulb: Material of bulbs, candles and diffusers.
    """

    size: float
    sheet: float
    wire: float
    hollow: bool
    lowpoly: bool
    body: Material
    trim: Material
    shade: Material
    bulb: Material


def kit(
    rng: np.random.Generator, size: float, shades: dict[str, float] = SHADES, lowpoly: float = 0.16
) -> Kit:
    """Draw a kit; `shades` weighs the materials of the shade."""
    body = _make(rng, pick(rng, BODIES))
    chunky = chance(rng, lowpoly)
    return Kit(
        size=size,
        sheet=size * tailed(rng, *SHEET) * (1.3 if chunky else 1.0),
        wire=size * tailed(rng, *WIRE) * (1.5 if chunky else 1.0),
        hollow=chance(rng, 0.45 if chunky else 0.65),
        lowpoly=chunky,
        body=body,
        trim=body if chance(rng, 0.45) else _make(rng, pick(rng, {"metal": 5, "brass": 2, "paint": 1})),
        shade=body if chance(rng, 0.07) else _make(rng, pick(rng, shades)),
        bulb=opal(rng),
    )


def uniform(k: Kit) -> Kit:
    """The same kit, everything in the body's material, as iron lanterns or lacquered desk lamps are."""
    return replace(k, trim=k.body, shade=k.body)


def opal(rng: np.random.Generator) -> Material:
    """White or warm glass, as of a lit bulb."""
    warm = between(rng, 0.75, 1.0)
    return Material((1.0, 0.9 + 0.1 * warm, warm), between(rng, 0.3, 0.9))


def _make(rng: np.random.Generator, name: str) -> Material:
    if name == "brass":
        level = between(rng, 0.5, 0.95)
        return Material((level, level * between(rng, 0.7, 0.85), level * between(rng, 0.3, 0.55)), 0.8, 1.0)
    if name == "linen":
        level = between(rng, 0.7, 1.0)
        colour = (level, level * between(rng, 0.9, 1.0), level * between(rng, 0.7, 1.0))
        return Material(colour, 0.1, 0.0, "fabric" if chance(rng, 0.4) else "plain", (0.8, 0.76, 0.68))
    if name == "stained":
        a, b = materials.paint(rng).colour, materials.paint(rng).colour
        return Material(a, 0.7, 0.0, "checker" if chance(rng, 0.5) else "noise", b, between(rng, 0.6, 2.0))
    if name == "ceramic":
        return replace(materials.paint(rng), gloss=between(rng, 0.5, 0.95))
    return opal(rng) if name == "opal" else MAKERS[name](rng)


def painted(solids: list[Solid], material: Material) -> list[Painted]:
    """Every solid with the same material."""
    return [(s, material) for s in solids]


def moved(parts: list[Painted], x: float = 0.0, y: float = 0.0, z: float = 0.0) -> list[Painted]:
    """Shift painted parts."""
    return [(s.moved(x, y, z), m) for s, m in parts]


def turned(parts: list[Painted], axis: str, degrees: float) -> list[Painted]:
    """Turn painted parts about an axis through the origin."""
    return [(s.turned(axis, degrees), m) for s, m in parts]


def around(parts: list[Painted], count: int, turn: float = 0.0) -> list[Painted]:
    """Copies at equal angles round the Y axis, the first turned by `turn` degrees."""
    return [p for i in range(count) for p in turned(parts, "y", turn + 360.0 * i / count)]


def finished(parts: list[Painted]) -> tuple[Part, ...]:
    """Parts of a shape."""
    return tuple(Part(solid, material) for solid, material in parts)
