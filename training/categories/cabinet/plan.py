"""Which use, fronts, stand and head one cabinet has."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.categories.cabinet.uses import OFFICE, USES, Weights, weights
from training.categories.furniture.draw import chance, pick


@dataclass(frozen=True)
class Plan:
    """The kinds drawn for one cabinet; `scheme` may name a shaped plan or a whole of its own."""

    use: str
    scheme: str
    stand: str
    head: str
    front: str
    grip: str
    maker: str
    toy: bool


FRONTS: Weights = weights(
    "flat 9, framed 5, raised 2, rounded 1.2, bevelled 1.3, beaded 1, boarded 0.6, louvred 0.4"
)
SHEET: Weights = weights("flat 8, rounded 1.5, bevelled 1, louvred 0.3")
GRIPS: Weights = weights("knob 6, none 4, bar 4, button 2, bow 2, plate 1.2, cup 1.5, ring 0.8, lip 1.2")
SIMPLE: Weights = weights("knob 3, button 4, plate 2, none 2, bar 1")
CHUNKY_STANDS: Weights = weights("blocks 4, square legs 3, floor 1.5, plinth 1, skirt 1, buns 0.7")
CHUNKY_HEADS: Weights = weights("slab 5, rounded 3, flush 1")
PLAIN_FRONTS: Weights = weights("flat 5, rounded 3, bevelled 1, framed 1.5")


def plan(rng: np.random.Generator) -> Plan:
    """Draw a use, then what belongs to it."""
    name = pick(rng, {key: use.weight for key, use in USES.items()})
    use, toy = USES[name], chance(rng, 0.15)
    sheet = use.makers is OFFICE or name in ("lockers", "steel cupboard", "tool chest")
    chunky = toy and len(use.stands) > 2 and chance(rng, 0.6)
    return Plan(
        use=name,
        scheme=pick(rng, use.schemes),
        stand=pick(rng, CHUNKY_STANDS if chunky else use.stands),
        head=pick(rng, CHUNKY_HEADS if chunky and len(use.heads) > 1 else use.heads),
        front=pick(rng, PLAIN_FRONTS if toy else SHEET if sheet else FRONTS),
        grip=pick(rng, SIMPLE if toy else GRIPS),
        maker=pick(rng, {"paint": 3, "wood": 2, "plastic": 2} if toy else use.makers),
        toy=toy,
    )
