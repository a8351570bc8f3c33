"""The materials of a telephone by role: body, second body, screen, keys, handset, cord and metal."""

from __future__ import annotations

import numpy as np

from training import materials
from training.categories.furniture.draw import between, chance, pick
from training.materials import Material

BODIES = {
    "mobile": {"black": 4.0, "grey": 3, "white": 1.5, "plastic": 3, "metal": 2},
    "radio": {"black": 6.0, "grey": 1.5, "plastic": 3, "paint": 0.5},
    "desk": {"black": 3.0, "plastic": 5, "ivory": 2.5, "grey": 1.5, "white": 1, "paint": 1},
    "office": {"black": 6.0, "grey": 3, "white": 1.5, "ivory": 1},
    "antique": {"black": 3.0, "wood": 3, "metal": 4, "ivory": 1, "paint": 1},
    "public": {"paint": 4.0, "metal": 3, "black": 2, "red": 4},
}


def palette(rng: np.random.Generator, finish: str) -> dict[str, Material]:
    """Draw the materials of one telephone; `finish` is a key of BODIES."""
    body = _body(rng, pick(rng, BODIES[finish]))
    other = (
        body if chance(rng, 0.5) else _body(rng, pick(rng, {"black": 3, "grey": 2, "plastic": 1, "metal": 1}))
    )
    keys = (
        body if chance(rng, 0.2) else _body(rng, pick(rng, {"white": 3, "grey": 3, "black": 3, "plastic": 1}))
    )
    level = between(rng, 0.02, 0.2)
    screen = Material((level, level, level), 0.8) if chance(rng, 0.5) else materials.glass(rng)
    screen = materials.paint(rng) if chance(rng, 0.2) else screen
    return {
        "body": body,
        "other": other,
        "keys": keys,
        "screen": screen,
        "handset": body if chance(rng, 0.7) else other,
        "cord": body if chance(rng, 0.5) else materials.rubber(rng),
        "metal": materials.metal(rng),
    }


def _body(rng: np.random.Generator, kind: str) -> Material:
    makers = {
        "wood": materials.wood,
        "metal": materials.metal,
        "paint": materials.paint,
        "plastic": materials.plastic,
    }
    if kind in makers:
        return makers[kind](rng)
    gloss = between(rng, 0.1, 0.8)
    if kind == "red":
        return Material((between(rng, 0.55, 0.85), between(rng, 0.02, 0.15), 0.06), gloss)
    low, high = {"black": (0.02, 0.12), "grey": (0.25, 0.65), "white": (0.8, 0.96), "ivory": (0.7, 0.92)}[
        kind
    ]
    level = between(rng, low, high)
    tint = between(rng, 0.7, 0.92) if kind == "ivory" else 1.0
    return Material((level, level * (1 + tint) / 2, level * tint), gloss)
