"""Which tops, bases and additions go together for each use of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from training.categories.furniture.draw import pick

Weights = Mapping[str, float]
RECTANGULAR = ("rectangle", "rounded", "boat", "planks", "clipped")


@dataclass(frozen=True)
class Plan:
    """The kinds drawn for one table; `whole` names a body not built of separate parts."""

    use: str
    top: str
    base: str
    under: str
    frame: str
    cover: str


LONG_TOPS = {
    "rectangle": 7.0,
    "rounded": 3.5,
    "oval": 1,
    "boat": 0.4,
    "planks": 1,
    "live edge": 0.5,
    "clipped": 0.3,
}
SQUARE_TOPS = {"rectangle": 4.0, "rounded": 2.5, "round": 5, "polygon": 0.5, "planks": 0.4, "squircle": 0.5}
MIXED_TOPS = {**LONG_TOPS, "round": 3.0, "polygon": 0.4, "squircle": 0.4, "bean": 0.3}
USES: Weights = {
    "dining": 24,
    "cafe": 12,
    "coffee": 20,
    "side": 12,
    "bar": 5,
    "console": 7,
    "desk": 16,
    "bench": 3,
    "toy": 7,
    "kids": 2,
    "corner": 3.5,
    "billiard": 0.8,
    "ping-pong": 0.5,
}
TOPS: dict[str, Weights] = {
    "dining": LONG_TOPS,
    "cafe": SQUARE_TOPS,
    "coffee": MIXED_TOPS,
    "side": SQUARE_TOPS,
    "bar": SQUARE_TOPS,
    "console": {"rectangle": 7, "rounded": 2, "half round": 1.5, "clipped": 0.5},
    "desk": {"rectangle": 8, "rounded": 2, "trapezoid": 0.4},
    "bench": {"rectangle": 4, "planks": 3},
    "toy": {"rectangle": 3, "rounded": 4, "round": 3, "planks": 1},
    "kids": {"rectangle": 3, "rounded": 3, "round": 2, "trapezoid": 1.5, "bean": 0.5},
}
LEGS = {"square": 8.0, "round": 3, "turned": 2, "cabriole": 0.8, "sabre": 0.8, "plank": 1}
FRAMES = {
    "sled": 2.5,
    "trestle": 2,
    "x ends": 1.2,
    "a frame": 0.8,
    "panels": 2,
    "hairpin": 1,
    "braced": 0.8,
    "waterfall": 0.8,
}
CENTRAL = {
    "disc": 4.0,
    "square foot": 2,
    "cross": 3,
    "tulip": 1.5,
    "drum": 1.2,
    "claw": 1.5,
    "three legs": 1.5,
    "x legs": 1,
}
BASES: dict[str, Weights] = {
    "dining": {**LEGS, **FRAMES, "two pedestals": 2, "x legs": 0.6, "drum": 0.3, "six legs": 0.3},
    "cafe": {"square": 4, "round": 2, "turned": 0.8, **CENTRAL, "sled": 0.5, "trestle": 0.3},
    "coffee": {
        **LEGS,
        **FRAMES,
        "block": 1.2,
        "drum": 1.2,
        "three legs": 1,
        "x legs": 1,
        "wire": 1.2,
        "disc": 0.8,
        "tulip": 0.5,
        "cross": 0.6,
    },
    "side": {
        **LEGS,
        **CENTRAL,
        "sled": 1,
        "c frame": 1.2,
        "block": 0.8,
        "wire": 1.2,
        "hairpin": 1,
        "panels": 0.8,
    },
    "bar": {"square": 3, "round": 1.5, **CENTRAL, "sled": 0.6, "braced": 0.5},
    "console": {
        "square": 6,
        "turned": 1.2,
        "cabriole": 1.2,
        "round": 1,
        "sled": 2,
        "panels": 1.5,
        "waterfall": 0.8,
        "x ends": 0.8,
        "plank": 0.6,
    },
    "desk": {
        "square": 5,
        "round": 1.5,
        "turned": 0.6,
        "sled": 1.5,
        "panels": 2.5,
        "cabinet": 5,
        "two cabinets": 3.5,
        "braced": 1.3,
        "trestle": 1,
        "a frame": 0.8,
    },
    "bench": {"square": 6, "a frame": 1, "panels": 1, "cabinet": 1, "braced": 1.2},
    "toy": {
        "square": 6,
        "round": 2,
        "panels": 1.5,
        "trestle": 1,
        "sled": 1.5,
        "drum": 0.6,
        "disc": 0.6,
        "cross": 0.5,
    },
    "kids": {"square": 4, "round": 4, "sabre": 0.5, "panels": 0.6},
}
UNDER: Weights = {
    "nothing": 5,
    "apron": 5,
    "shelf": 1.5,
    "apron and shelf": 1.3,
    "drawers": 1.5,
    "stretchers": 1.5,
}
FINISHES: dict[str, tuple[Weights, Weights]] = {
    "steel": ({"metal": 5, "paint": 2}, {"wood": 5, "paint": 2, "plastic": 1, "glass": 2.5, "metal": 0.5}),
    "wooden": ({"wood": 6, "paint": 3}, {"same": 7, "wood": 1.5, "paint": 1.5, "glass": 0.5}),
}
STEEL_BASES = ("sled", "hairpin", "wire", "c frame", "disc", "square foot", "braced")


WHOLE = {"corner": "corner desk", "billiard": "billiard", "ping-pong": "ping-pong"}


def plan(rng: np.random.Generator) -> Plan:
    """Draw a use, then what belongs to it."""
    if rng.random() < 0.025:
        return Plan("garden", "planks", "picnic", "nothing", pick(rng, FINISHES["wooden"][0]), "same")
    use = pick(rng, USES)
    if use in WHOLE:
        frame, cover = FINISHES["wooden"]
        return Plan(use, "own", WHOLE[use], "nothing", pick(rng, frame), pick(rng, cover))
    base = pick(rng, BASES[use])
    frame, cover = FINISHES["steel" if base in STEEL_BASES else "wooden"]
    return Plan(use, pick(rng, TOPS[use]), base, pick(rng, UNDER), pick(rng, frame), pick(rng, cover))
