"""What a loudspeaker is painted with: a material for each role that a part can play."""

from __future__ import annotations

import numpy as np

from training import materials
from training.categories.furniture.draw import between, chance, pick
from training.categories.furniture.finish import MAKERS
from training.materials import Material
from training.solids import Solid

Piece = tuple[Solid, str]
ROLES = ("body", "baffle", "grille", "cone", "trim", "stand", "cap", "light")


def palette(rng: np.random.Generator, maker: str) -> dict[str, Material]:
    """Draw the materials: dark cones and grilles are the rule, coloured ones the exception."""
    body = MAKERS[maker](rng) if not (maker == "plastic" and chance(rng, 0.4)) else _dark(rng)
    baffle = body if chance(rng, 0.5) else _dark(rng) if chance(rng, 0.7) else materials.plastic(rng)
    grille = _dark(rng, "fabric") if chance(rng, 0.5) else materials.fabric(rng)
    cone = (
        _dark(rng) if chance(rng, 0.65) else MAKERS[pick(rng, {"paint": 2, "metal": 1.5, "plastic": 1})](rng)
    )
    trim = _dark(rng) if chance(rng, 0.45) else materials.metal(rng)
    stand = materials.metal(rng) if chance(rng, 0.5) else _dark(rng)
    cap = cone if chance(rng, 0.4) else materials.metal(rng) if chance(rng, 0.4) else _dark(rng)
    parts = (body, baffle, grille, cone, trim, stand, cap, materials.paint(rng))
    return dict(zip(ROLES, parts, strict=True))


def _dark(rng: np.random.Generator, pattern: str = "plain") -> Material:
    """Near-black plastic, rubber or cloth."""
    level = between(rng, 0.02, 0.2)
    return Material((level, level, level), between(rng, 0.05, 0.5), 0.0, pattern, (level * 1.6,) * 3, 2.0)
