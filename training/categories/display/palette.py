"""The materials of a display by role: body, screen, stand, trim and base."""

from __future__ import annotations

import numpy as np

from training import materials
from training.categories.furniture.draw import between, chance, pick
from training.materials import Material

BODIES = {
    "flat": {"black": 6.0, "grey": 2, "metal": 2.5, "white": 2, "plastic": 1.5},
    "beige": {"beige": 5.0, "black": 2.5, "grey": 2, "plastic": 2, "white": 1},
    "old": {"wood": 5.0, "plastic": 4, "paint": 2, "beige": 1, "black": 1, "grey": 1},
}


def palette(rng: np.random.Generator, age: str) -> dict[str, Material]:
    """Draw the materials of one display; `age` is flat, beige or old."""
    body = _body(rng, pick(rng, BODIES[age]))
    stand = body if chance(rng, 0.45) else _body(rng, pick(rng, BODIES["flat"]))
    trim = (
        body if chance(rng, 0.4) else _body(rng, pick(rng, {"black": 3, "grey": 2, "metal": 3, "white": 1}))
    )
    return {
        "body": body,
        "screen": (screen := _screen(rng, age)),
        "sheet": _body(rng, "white") if chance(rng, 0.7) else screen,
        "stand": stand,
        "trim": trim,
        "chrome": materials.metal(rng),
    }


def _body(rng: np.random.Generator, kind: str) -> Material:
    makers = {"wood": materials.wood, "metal": materials.metal, "paint": materials.paint}
    if kind in makers:
        return makers[kind](rng)
    if kind == "plastic":
        return materials.plastic(rng)
    low, high = {"black": (0.02, 0.12), "grey": (0.2, 0.65), "white": (0.8, 0.96), "beige": (0.6, 0.85)}[kind]
    level = between(rng, low, high)
    tint = between(rng, 0.8, 0.95) if kind == "beige" else 1.0
    return Material((level, level * (1 + tint) / 2, level * tint), between(rng, 0.1, 0.8))


def _screen(rng: np.random.Generator, age: str) -> Material:
    """Dark glass, or a picture on it."""
    if chance(rng, 0.7):
        level = between(rng, 0.02, 0.12) if age == "flat" else between(rng, 0.05, 0.4)
        return Material((level, level * 1.05, level * between(rng, 1.0, 1.15)), between(rng, 0.4, 1.0))
    return materials.paint(rng) if chance(rng, 0.5) else materials.glass(rng)
