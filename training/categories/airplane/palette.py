"""The colours of one airplane."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.categories.furniture.draw import between, chance
from training.materials import Material, glass, metal, paint, plastic, rubber


@dataclass(frozen=True)
class Palette:
    """One material for each role."""

    body: Material
    wing: Material
    fin: Material
    stripe: Material
    glass: Material
    engine: Material
    spinner: Material
    blade: Material
    strut: Material
    tyre: Material
    dark: Material


def draw_palette(rng: np.random.Generator) -> Palette:
    """White, grey and bare metal often, any paint as well; one in seven is a model in a single material."""
    body = _skin(rng)
    if chance(rng, 0.14):
        return Palette(*[body] * 11)
    accent, dark = paint(rng), rubber(rng)
    return Palette(
        body=body,
        wing=body if chance(rng, 0.6) else _skin(rng),
        fin=accent if chance(rng, 0.4) else body,
        stripe=accent,
        glass=glass(rng),
        engine=body if chance(rng, 0.45) else accent if chance(rng, 0.4) else metal(rng),
        spinner=accent if chance(rng, 0.5) else metal(rng),
        blade=dark if chance(rng, 0.6) else metal(rng),
        strut=metal(rng) if chance(rng, 0.5) else body,
        tyre=dark,
        dark=dark,
    )


def _skin(rng: np.random.Generator) -> Material:
    draw = rng.random()
    if draw < 0.35:
        level = between(rng, 0.8, 0.98)
        return Material((level, level, level), between(rng, 0.2, 0.8))
    if draw < 0.5:
        level = between(rng, 0.35, 0.75)
        return Material((level, level, level * between(rng, 1.0, 1.08)), between(rng, 0.1, 0.6))
    return metal(rng) if draw < 0.58 else plastic(rng) if draw < 0.68 else paint(rng)
