"""Boats from canoes to carriers, one unit long: the bow toward +Z, the lowest part at y = 0."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from training.categories.boat import (
    folk,
    motor,
    multihull,
    naval,
    paddled,
    sailing,
    ships,
    small,
    special,
    workboats,
)
from training.categories.boat.palette import Palette, draw_palette
from training.categories.furniture.draw import chance, pick
from training.shape import Part, Shape

Builder = Callable[[np.random.Generator, Palette, bool], list[Part]]
# Builder, weight, probability of a low-poly model, probability of a wooden hull.
KINDS: dict[str, tuple[Builder, float, float, float]] = {
    "rowboat": (small.rowboat, 14, 0.42, 0.5),
    "skiff": (small.skiff, 6, 0.1, 0.5),
    "canoe": (paddled.canoe, 4, 0.15, 0.35),
    "kayak": (paddled.kayak, 3, 0.15, 0.02),
    "punt": (small.punt, 2, 0.3, 0.4),
    "gondola": (paddled.gondola, 0.8, 0.1, 0.3),
    "longship": (paddled.longship, 1.5, 0.3, 0.85),
    "speedboat": (motor.speedboat, 9, 0.35, 0.12),
    "cruiser": (motor.cruiser, 6, 0.2, 0.05),
    "yacht": (motor.yacht, 4, 0.15, 0.02),
    "trawler": (workboats.trawler, 6, 0.3, 0.12),
    "tug": (workboats.tug, 4, 0.35, 0.05),
    "bath toy": (workboats.bath_toy, 2.5, 0.7, 0.2),
    "houseboat": (workboats.houseboat, 1.5, 0.3, 0.15),
    "lifeboat": (workboats.lifeboat, 0.7, 0.1, 0.0),
    "sloop": (sailing.sloop, 7, 0.15, 0.15),
    "sailing dinghy": (sailing.sailing_dinghy, 5, 0.45, 0.4),
    "galleon": (sailing.galleon, 5, 0.5, 0.85),
    "catamaran": (multihull.sailing_catamaran, 2.5, 0.15, 0.0),
    "trimaran": (multihull.trimaran, 3, 0.15, 0.05),
    "survey catamaran": (multihull.survey, 5, 0.25, 0.0),
    "drone": (multihull.drone, 1.5, 0.2, 0.0),
    "pontoon boat": (multihull.pontoon_boat, 1.5, 0.2, 0.0),
    "cargo ship": (ships.cargo_ship, 4, 0.4, 0.0),
    "tanker": (ships.tanker, 1.5, 0.2, 0.0),
    "liner": (ships.liner, 3.5, 0.4, 0.0),
    "warship": (naval.warship, 3, 0.25, 0.0),
    "carrier": (naval.carrier, 0.8, 0.3, 0.0),
    "steamer": (ships.steamer, 0.8, 0.3, 0.2),
    "submarine": (naval.submarine, 2.5, 0.3, 0.0),
    "sampan": (folk.sampan, 1, 0.2, 0.7),
    "outrigger canoe": (folk.outrigger, 0.8, 0.2, 0.6),
    "log raft": (folk.log_raft, 1, 0.5, 0.9),
    "paper boat": (folk.paper_boat, 0.6, 0.0, 0.0),
    "rib": (special.rib, 2.5, 0.2, 0.0),
    "raft": (special.raft, 1, 0.2, 0.0),
    "airboat": (special.airboat, 1.2, 0.4, 0.0),
    "hovercraft": (special.hovercraft, 1, 0.3, 0.0),
    "water scooter": (special.water_scooter, 1, 0.25, 0.0),
}


def build(rng: np.random.Generator) -> Shape:
    """Draw one boat; its `kind` is a key of `KINDS`."""
    return assemble(rng, draw_kind(rng))


def draw_kind(rng: np.random.Generator) -> str:
    """One of the keys of `KINDS`, as often as its weight says."""
    return pick(rng, {name: entry[1] for name, entry in KINDS.items()})


def assemble(rng: np.random.Generator, kind: str) -> Shape:
    """A boat of a kind, set down on the floor."""
    builder, _, low_poly, wooden = KINDS[kind]
    parts = builder(rng, draw_palette(rng, wooden), chance(rng, low_poly))
    lowest = min(float(p.solid.bounds()[0, 1]) for p in parts)
    return Shape(tuple(Part(p.solid.moved(y=-lowest), p.material) for p in parts), kind)
