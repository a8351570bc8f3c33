"""The colours of one boat."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.categories.furniture.draw import between, chance
from training.materials import Material, fabric, glass, metal, paint, plastic, rubber, wood


@dataclass(frozen=True)
class Palette:
    """One material for each role."""

    hull: Material
    bottom: Material
    deck: Material
    house: Material
    trim: Material
    glass: Material
    metal: Material
    wood: Material
    sail: Material
    dark: Material


def draw_palette(rng: np.random.Generator, wooden: float = 0.2) -> Palette:
    """White and painted hulls, wooden ones with a given probability; one in eight has a single material."""
    hull = wood(rng) if chance(rng, wooden) else _gelcoat(rng)
    if chance(rng, 0.12):
        return Palette(*[hull] * 10)
    return Palette(
        hull=hull,
        bottom=_antifouling(rng),
        deck=wood(rng) if chance(rng, 0.45) else _gelcoat(rng),
        house=_gelcoat(rng) if chance(rng, 0.75) else wood(rng),
        trim=paint(rng) if chance(rng, 0.6) else wood(rng),
        glass=glass(rng),
        metal=metal(rng) if chance(rng, 0.6) else _gelcoat(rng),
        wood=wood(rng),
        sail=_canvas(rng),
        dark=rubber(rng),
    )


def _gelcoat(rng: np.random.Generator) -> Material:
    level = between(rng, 0.78, 0.98)
    if chance(rng, 0.45):
        return Material((level, level, level * between(rng, 0.92, 1.0)), between(rng, 0.2, 0.9))
    return plastic(rng) if chance(rng, 0.25) else paint(rng)


def _antifouling(rng: np.random.Generator) -> Material:
    """Red, blue, black or green bottom paint."""
    colours = [(0.55, 0.12, 0.1), (0.1, 0.16, 0.4), (0.07, 0.07, 0.08), (0.1, 0.3, 0.2), (0.6, 0.25, 0.15)]
    colour = colours[int(rng.integers(len(colours)))]
    scale = between(rng, 0.7, 1.4)
    red, green, blue = (min(1.0, c * scale) for c in colour)
    return Material((red, green, blue), between(rng, 0.05, 0.5))


def _canvas(rng: np.random.Generator) -> Material:
    level = between(rng, 0.78, 0.97)
    return Material((level, level * 0.98, level * 0.93), 0.05) if chance(rng, 0.65) else fabric(rng)
