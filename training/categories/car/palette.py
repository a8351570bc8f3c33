"""The colours of one car: paint, a second paint, glass, trim, rubber, rims and lamps."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.categories.furniture.draw import between, chance
from training.materials import Material, glass, metal, paint, plastic, rubber


@dataclass(frozen=True)
class Palette:
    """One material for each role."""

    body: Material
    second: Material
    glass: Material
    trim: Material
    tyre: Material
    rim: Material
    head_lamp: Material
    tail_lamp: Material
    grille: Material
    inside: Material
    signal: Material


def draw_palette(rng: np.random.Generator) -> Palette:
    """Mostly coloured like cars are; one in eight is a model in a single material."""
    body = paint(rng)
    if chance(rng, 0.12):
        return Palette(*[body] * 11)
    dark = rubber(rng)
    level = between(rng, 0.7, 1.0)
    return Palette(
        body=body,
        second=paint(rng) if chance(rng, 0.25) else body,
        glass=glass(rng),
        trim=_trim(rng, body, dark),
        tyre=dark if chance(rng, 0.94) else paint(rng),
        rim=metal(rng) if chance(rng, 0.75) else paint(rng),
        head_lamp=Material((level, level, level * between(rng, 0.7, 1.0)), 0.9),
        tail_lamp=Material((between(rng, 0.55, 0.95), between(rng, 0.0, 0.2), 0.06), 0.8),
        grille=rubber(rng) if chance(rng, 0.7) else metal(rng),
        inside=plastic(rng) if chance(rng, 0.6) else dark,
        signal=Material(
            ((0.1, 0.2, 0.9), (0.9, 0.15, 0.1), (0.95, 0.7, 0.1), (0.9, 0.9, 0.85))[int(rng.integers(4))], 0.7
        ),
    )


def _trim(rng: np.random.Generator, body: Material, dark: Material) -> Material:
    draw = rng.random()
    if draw < 0.4:
        return body
    return dark if draw < 0.65 else metal(rng) if draw < 0.85 else plastic(rng)
