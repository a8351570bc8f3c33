"""Which loudspeakers there are, how common, and what belongs to each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.categories.cabinet.uses import Weights, weights
from training.categories.furniture.draw import chance, pick


@dataclass(frozen=True)
class Boxed:
    """A family of box loudspeakers.

    Attributes:
        weight: How common it is.
        size: Typical width, height and depth.
        spread: How much they vary, standard deviation of the logarithm.
        bodies: Forms of the enclosure.
        drivers: Arrangements of the drivers.
        feet: What it stands on.
        cloth: How often a grille hides the drivers.
        tilt: How often the front leans back.
        makers: What it is made of.
    """

    weight: float
    size: tuple[float, float, float]
    spread: float
    bodies: Weights
    drivers: Weights
    feet: Weights
    cloth: float
    tilt: float
    makers: Weights


@dataclass(frozen=True)
class Plan:
    """The kinds drawn for one loudspeaker."""

    kind: str
    body: str
    drivers: str
    feet: str
    maker: str
    toy: bool


HIFI: Weights = weights("wood 4, paint 3, plastic 3")
STAGE: Weights = weights("plastic 6, paint 2, wood 0.5")
BODIES: Weights = weights("box 6, soft 1.2, rounded 1.5, wedge 1, lute 1, bevelled 1, pyramid 0.5")
BOXES: dict[str, Boxed] = {
    "bookshelf": Boxed(
        19,
        (0.2, 0.34, 0.26),
        0.17,
        BODIES,
        weights("two-way 7, single 1.5, grid 0.8, column 0.3"),
        weights("none 7, pads 1.5, stand 1, legs 0.3"),
        0.28,
        0.12,
        HIFI,
    ),
    "tower": Boxed(
        14,
        (0.22, 1.0, 0.3),
        0.2,
        BODIES,
        weights("tower 8, column 1, two-way 1"),
        weights("none 3, spikes 2, plinth 3.5, outriggers 1.2, pads 0.5"),
        0.25,
        0.18,
        HIFI,
    ),
    "vintage": Boxed(
        5,
        (0.38, 0.64, 0.3),
        0.16,
        weights("box 8, rounded 0.5"),
        weights("two-way 4, horned 2, single 1, tower 1"),
        weights("none 5, plinth 1, legs 2, stand 0.4"),
        0.5,
        0.06,
        weights("wood 7, paint 1"),
    ),
    "monitor": Boxed(
        8,
        (0.22, 0.34, 0.28),
        0.14,
        weights("bevelled 3, rounded 3, box 2.5, soft 1.5, wedge 0.6"),
        weights("two-way 8, single 0.6"),
        weights("none 5, pads 2, stand 1, tripod 0.3"),
        0.04,
        0.1,
        STAGE,
    ),
    "centre": Boxed(
        4,
        (0.55, 0.18, 0.24),
        0.2,
        weights("box 5, soft 1, rounded 1, bevelled 1"),
        weights("centre 8, grid 1"),
        weights("none 5, pads 2"),
        0.3,
        0.15,
        HIFI,
    ),
    "subwoofer": Boxed(
        7,
        (0.36, 0.38, 0.38),
        0.14,
        weights("box 6, soft 2, rounded 1.5, bevelled 0.5"),
        weights("single 1"),
        weights("none 3, pads 5, spikes 0.7, plinth 1"),
        0.4,
        0.0,
        HIFI,
    ),
    "pa": Boxed(
        7,
        (0.38, 0.64, 0.36),
        0.17,
        weights("wedge 5, box 2, rounded 2, soft 0.6"),
        weights("horned 7, grid 1, single 0.7"),
        weights("none 4, pads 1, tripod 3, stand 0.5"),
        0.4,
        0.03,
        STAGE,
    ),
    "computer": Boxed(
        6,
        (0.1, 0.2, 0.12),
        0.22,
        weights("soft 3, box 3, rounded 2, pyramid 2, lute 1, wedge 0.7"),
        weights("single 4, two-way 4, grid 0.7"),
        weights("none 4, pads 1, plinth 3, stand 0.3"),
        0.3,
        0.6,
        STAGE,
    ),
    "column": Boxed(
        2.5,
        (0.12, 0.9, 0.12),
        0.22,
        weights("box 4, rounded 2, soft 2, pyramid 0.4"),
        weights("column 5, tower 1"),
        weights("none 2, plinth 4, stand 0.6, tripod 0.4"),
        0.5,
        0.03,
        STAGE,
    ),
    "home": Boxed(
        6,
        (0.24, 0.28, 0.2),
        0.35,
        weights("soft 6, rounded 4, pyramid 0.7"),
        weights("single 1, two-way 1"),
        weights("none 6, pads 1, stand 0.6, plinth 0.4"),
        0.88,
        0.12,
        STAGE,
    ),
    "cube": Boxed(
        3,
        (0.12, 0.12, 0.12),
        0.2,
        weights("soft 2, box 4, rounded 2"),
        weights("single 5, grid 1"),
        weights("none 4, stand 1, pads 1"),
        0.2,
        0.06,
        HIFI,
    ),
}
WHOLE: Weights = weights(
    "cylinder 12, puck 4.5, ball 4.5, egg 2, capsule 3, vase 2, cone 2, mesh 1.5, tilted 1.5, prism 1.5, "
    "orb 3, stacked 0.8, brick 6.5, pill 5, soundbar 5.5, boombox 2.5, radio 3, pebble 2.5, disc 1.2, horn 3,"
    "megaphone 1.8, gramophone 1.6, wedge 1.6, line array 1, panel 1.6, corner horn 0.6, monolith 1.2,"
    "party 1.5, combo 4, cab 1.5, stack 2, driver 2, flush 1.5, twins 1.2, tent 1.5, halo 0.7, mast 0.8"
)
WOODEN = ("gramophone", "radio", "corner horn")
KINDS = (*BOXES, *WHOLE)


def plan(rng: np.random.Generator) -> Plan:
    """Draw a kind, then what belongs to it."""
    kind = pick(rng, {**{key: value.weight for key, value in BOXES.items()}, **WHOLE})
    toy = chance(rng, 0.15)
    if kind in WHOLE:
        maker = pick(
            rng, {"wood": 4, "paint": 1} if kind in WOODEN else {**STAGE, "fabric": 1.5, "metal": 0.8}
        )
        return Plan(kind, "own", "own", "none", maker, toy)
    b = BOXES[kind]
    return Plan(kind, pick(rng, b.bodies), pick(rng, b.drivers), pick(rng, b.feet), pick(rng, b.makers), toy)
