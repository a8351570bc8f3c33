"""Which kinds of arms, back and base go together: the styles of straight sofas, and the other topologies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from training.categories.furniture.draw import chance, pick

Weights = Mapping[str, float]

TOPOLOGIES = {
    "straight": 47.0, "chesterfield": 5, "chaise": 8, "corner": 7, "u-shape": 2.5, "settee": 6, "futon": 2.5,
    "daybed": 2.5, "recamier": 1.5, "blocks": 3.5, "curved": 4, "tub": 3, "ribbon": 1.5, "cage": 2,
    "recliner": 2.5, "toy": 9, "cloud": 1.8, "banquette": 1.5,
}  # fmt: skip
"""How common each topology is."""


@dataclass(frozen=True)
class Style:
    """Weights of the kinds that a style of straight sofa allows."""

    arms: Weights
    back: Weights
    base: Weights


@dataclass(frozen=True)
class Plan:
    """The kinds and counts drawn for one sofa."""

    topology: str
    arms: str
    back: str
    base: str
    seats: int
    cushions: int
    back_cushions: int
    pillows: int


STYLES = {
    "modern": Style(
        {"box": 8, "panel": 2, "tuxedo": 2, "pillow": 2, "sloped": 1, "flared": 1, "padded": 1, "none": 1},
        {"block": 6, "raked": 4, "channels": 0.7, "none": 0.3},
        {"square": 4, "floor": 3, "plinth": 2, "sled": 1.5, "blade": 1, "tapered": 2, "bun": 0.5},
    ),
    "mid-century": Style(
        {"box": 4, "sloped": 3, "panel": 3, "open": 3, "flared": 2, "scooped": 1.5, "none": 2},
        {"block": 3, "raked": 5, "arched": 1, "channels": 1},
        {"tapered": 7, "platform": 3, "square": 1, "sled": 1, "blade": 0.7},
    ),
    "traditional": Style(
        {"rolled": 8, "scooped": 2, "wing": 1.5, "sloped": 2, "flared": 1.5, "bolster": 1, "box": 1.5},
        {"raked": 4, "camel": 2.5, "arched": 2, "humps": 1, "rolled": 2.5, "block": 1.5},
        {"turned": 3, "bun": 2.5, "skirt": 3, "sabre": 1.5, "tapered": 2, "square": 2, "floor": 0.6},
    ),
    "stuffed": Style(
        {"pillow": 5, "padded": 4, "waterfall": 4, "box": 2, "rolled": 2, "bolster": 1.5},
        {"raked": 5, "block": 3, "humps": 1, "rolled": 1},
        {"floor": 4, "bun": 2, "square": 2, "skirt": 1.2, "plinth": 1},
    ),
}  # fmt: skip
STYLE_WEIGHTS = {"modern": 4.0, "mid-century": 2.5, "traditional": 2.8, "stuffed": 2.2}


def plan(rng: np.random.Generator) -> Plan:
    """Draw a topology and, for those built of separate parts, the parts' kinds."""
    return drawn(rng, pick(rng, TOPOLOGIES), pick(rng, STYLE_WEIGHTS))


def drawn(rng: np.random.Generator, topology: str, style: str) -> Plan:
    """A plan of one topology in one style."""
    kinds = STYLES[style]
    arms, back, base = pick(rng, kinds.arms), pick(rng, kinds.back), pick(rng, kinds.base)
    seats = int(rng.choice([1, 2, 3, 4, 5], p=[0.13, 0.36, 0.41, 0.085, 0.015]))
    cushions = seats if chance(rng, 0.65) else int(rng.integers(1, seats + 1))
    if style == "stuffed" and back == "none":
        back = "block"
    loose = {"channels": 0.1, "camel": 0.15, "humps": 0.1, "rolled": 0.3}.get(back, 0.72)
    back_cushions = (cushions if chance(rng, 0.75) else int(rng.integers(1, 6))) if chance(rng, loose) else 0
    pillows = int(rng.choice([1, 2, 2, 3, 4])) if chance(rng, 0.3) else 0
    if back == "none":
        back_cushions = pillows = 0
    return Plan(topology, arms, back, base, seats, cushions, back_cushions, pillows)
