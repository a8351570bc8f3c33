"""What a cabinet is painted with: a material for each role that a part can play."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training import materials
from training.categories.furniture.draw import between, chance, pick
from training.categories.furniture.finish import MAKERS
from training.materials import Material
from training.solids import Solid

Piece = tuple[Solid, str]
Palette = dict[str, Material]
ROLES = ("body", "front", "top", "stand", "handle", "glass", "back")


def palette(rng: np.random.Generator, maker: str) -> Palette:
    """Draw the materials; fronts, top and stand repeat the body's as often as not."""
    body = MAKERS[maker](rng)
    front = body if chance(rng, 0.45) else _front(rng, maker, body)
    top = body if chance(rng, 0.6) else MAKERS[pick(rng, {"wood": 3, "paint": 2, "plastic": 0.5})](rng)
    stand = body if chance(rng, 0.6) else MAKERS[pick(rng, {"wood": 2, "metal": 2, "paint": 1})](rng)
    handle = MAKERS[pick(rng, {"metal": 6, "wood": 1.5, "paint": 1.5})](rng)
    back = body if chance(rng, 0.6) else materials.paint(rng)
    roles = (body, front, top, stand, handle, materials.glass(rng), back)
    return dict(zip(ROLES, roles, strict=True))


def _front(rng: np.random.Generator, maker: str, body: Material) -> Material:
    """A front unlike the body: a shade of it, or a material of its own."""
    if chance(rng, 0.5):
        factor = between(rng, 0.6, 1.35)
        red, green, blue = (min(1.0, c * factor) for c in body.colour)
        return replace(body, colour=(red, green, blue))
    return MAKERS[pick(rng, {"wood": 3, "paint": 3, maker: 1})](rng)
