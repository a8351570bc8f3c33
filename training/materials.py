"""What a part looks like: a surface description, and random examples of the common ones.

Colours are display (sRGB) values in [0, 1]. Patterns are solid textures: the renderer evaluates
them at the surface point in object space, so no part needs texture coordinates. Only "picture", the pattern
of found meshes, has some (`training.painted`).
"""

from __future__ import annotations

import colorsys
from dataclasses import dataclass

import numpy as np

RGB = tuple[float, float, float]
PATTERNS = ("plain", "wood", "checker", "stripes", "noise", "fabric", "picture")


@dataclass(frozen=True)
class Material:
    """The surface of one part.

    Attributes:
        colour: sRGB in [0, 1].
        gloss: 0 is chalk, 1 is a mirror-like polish.
        metal: 0 is a dielectric, 1 reflects in its own colour and has no diffuse light.
        pattern: One of PATTERNS; every one but "plain" mixes colour with colour2.
        colour2: sRGB in [0, 1], the pattern's other colour.
        scale: Pattern frequency; 1 gives about ten periods over the object's longest side.
    """

    colour: RGB
    gloss: float = 0.2
    metal: float = 0.0
    pattern: str = "plain"
    colour2: RGB = (0.5, 0.5, 0.5)
    scale: float = 1.0

    def __post_init__(self) -> None:
        if self.pattern not in PATTERNS:
            raise ValueError(f"pattern {self.pattern!r} is none of {PATTERNS}")


def paint(rng: np.random.Generator) -> Material:
    """Lacquer of any colour; white, grey and black are as common as in shops. Rarely two-coloured."""
    colour = _any_colour(rng)
    pattern = str(rng.choice(["plain", "stripes", "checker", "noise"], p=[0.92, 0.03, 0.02, 0.03]))
    return Material(colour, rng.uniform(0.1, 0.9), 0.0, pattern, _any_colour(rng), rng.uniform(0.4, 2.0))


def wood(rng: np.random.Generator) -> Material:
    """Grained wood from pale birch to dark wenge, raw or varnished."""
    light = rng.uniform(0.12, 0.85)
    colour = _hsv(rng.uniform(0.045, 0.105), rng.uniform(0.3, 0.7), light)
    contrast = rng.uniform(0.6, 0.92)
    return Material(
        colour, rng.uniform(0.05, 0.6), 0.0, "wood", _scaled(colour, contrast), rng.uniform(0.4, 2.5)
    )


def metal(rng: np.random.Generator) -> Material:
    """Chrome, brushed steel, dark iron, sometimes brass or copper."""
    if rng.random() < 0.2:
        colour = _hsv(rng.uniform(0.04, 0.13), rng.uniform(0.3, 0.6), rng.uniform(0.5, 0.9))
    else:
        colour = _hsv(rng.uniform(0.5, 0.7), rng.uniform(0.0, 0.08), rng.uniform(0.2, 0.95))
    return Material(colour, rng.uniform(0.4, 0.98), rng.uniform(0.7, 1.0))


def plastic(rng: np.random.Generator) -> Material:
    """Moulded plastic: neutral or saturated, half-matt to glossy."""
    return Material(_any_colour(rng), rng.uniform(0.15, 0.75))


def fabric(rng: np.random.Generator) -> Material:
    """Cloth, felt or leather: matt, woven, sometimes striped or mottled."""
    colour = _hsv(rng.random(), rng.uniform(0.0, 0.6) ** 1.3, rng.uniform(0.08, 0.92))
    pattern = str(rng.choice(["plain", "fabric", "noise", "stripes"], p=[0.3, 0.5, 0.15, 0.05]))
    other = _any_colour(rng) if pattern == "stripes" else _scaled(colour, rng.uniform(0.7, 0.95))
    return Material(colour, rng.uniform(0.0, 0.25), 0.0, pattern, other, rng.uniform(0.5, 2.5))


def glass(rng: np.random.Generator) -> Material:
    """Window or screen glass as it looks from outside: opaque, dark or bluish, glossy."""
    colour = _hsv(rng.uniform(0.5, 0.65), rng.uniform(0.0, 0.4), rng.choice([0.05, 0.12, 0.3, 0.6]))
    return Material(colour, rng.uniform(0.75, 1.0))


def rubber(rng: np.random.Generator) -> Material:
    """Tyres, feet and grips: near-black, matt."""
    level = rng.uniform(0.02, 0.14)
    return Material((level, level, level), rng.uniform(0.05, 0.35))


def _any_colour(rng: np.random.Generator) -> RGB:
    """White, grey or black half of the time, else any hue."""
    if rng.random() < 0.5:
        level = float(rng.choice([0.95, 0.8, 0.5, 0.25, 0.06])) + rng.uniform(-0.05, 0.05)
        return _hsv(rng.random(), rng.uniform(0.0, 0.06), level)
    return _hsv(rng.random(), rng.uniform(0.2, 1.0), rng.uniform(0.2, 0.95))


def _hsv(hue: float, saturation: float, value: float) -> RGB:
    return colorsys.hsv_to_rgb(float(hue), float(saturation), float(np.clip(value, 0.0, 1.0)))


def _scaled(colour: RGB, factor: float) -> RGB:
    red, green, blue = (min(1.0, channel * float(factor)) for channel in colour)
    return red, green, blue
