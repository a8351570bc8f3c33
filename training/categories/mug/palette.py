"""The colours of one mug."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.categories.furniture.draw import between, chance
from training.materials import Material, glass, metal, paint, plastic, wood

MADE_OF = {
    "stein": (0.25, 0.3),
    "enamel": (0.0, 0.25),
    "travel": (0.0, 0.45),
    "goblet": (0.1, 0.5),
    "kit": (0.15, 0.05),
}


@dataclass(frozen=True)
class Palette:
    """One material for each role."""

    body: Material
    inside: Material
    handle: Material
    saucer: Material
    trim: Material
    liquid: Material


def draw_palette(rng: np.random.Generator, kind: str) -> Palette:
    """White and glazed clay often; steel, enamel, wood and glass where the kind is made of them."""
    wooden, steel = MADE_OF.get(kind, (0.02, 0.04))
    body = wood(rng) if chance(rng, wooden) else metal(rng) if chance(rng, steel) else _glazed(rng)
    return Palette(
        body=body,
        inside=_white(rng) if chance(rng, 0.7) else paint(rng),
        handle=body if chance(rng, 0.78) else paint(rng) if chance(rng, 0.7) else metal(rng),
        saucer=body if chance(rng, 0.75) else _glazed(rng),
        trim=metal(rng) if chance(rng, 0.5) else paint(rng),
        liquid=_drink(rng),
    )


def _white(rng: np.random.Generator) -> Material:
    level = between(rng, 0.82, 0.98)
    return Material(
        (level, level * between(rng, 0.96, 1.0), level * between(rng, 0.88, 1.0)), between(rng, 0.2, 0.9)
    )


def _glazed(rng: np.random.Generator) -> Material:
    draw = rng.random()
    if draw < 0.35:
        return _white(rng)
    return glass(rng) if draw < 0.4 else plastic(rng) if draw < 0.52 else paint(rng)


def _drink(rng: np.random.Generator) -> Material:
    """Coffee, tea, milk or beer."""
    dark = between(rng, 0.08, 0.75)
    return Material(
        (dark, dark * between(rng, 0.5, 0.75), dark * between(rng, 0.15, 0.5)), between(rng, 0.4, 0.9)
    )
