"""Which kinds of seat, back and support go together on a bench."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.categories.furniture.draw import chance, pick

TOPOLOGIES = {
    "park": 22.0, "garden": 15, "slab": 17, "stone": 5, "curved": 6, "ring": 2.5, "pew": 5.5, "storage": 5,
    "padded": 7, "scrolled": 2, "sheet": 5, "gym": 2.5, "log": 3.5, "monolith": 4, "toy": 9, "double": 1.5,
    "picnic": 2, "planters": 1.5,
}  # fmt: skip
"""How common each topology is."""
SUPPORTS = {"iron": 5.0, "steel": 2, "concrete": 2, "timber": 2.5, "scroll": 3, "plate": 1.8}
SEATS = {"slats": 5.0, "planks": 2.5, "slab": 1.5, "cross slats": 0.5, "contour": 2}
PARK_BACKS = {"slats": 4.0, "planks": 4, "board": 3, "rods": 0.4}
GARDEN_BACKS = {
    "upright": 4.0, "slats": 2, "planks": 2, "spindles": 1.2, "panel": 1.5, "lattice": 1, "cross": 1.2,
    "arched": 2, "splats": 0.8, "board": 0.8,
}  # fmt: skip


@dataclass(frozen=True)
class Plan:
    """The kinds drawn for one bench."""

    topology: str
    seat: str
    back: str
    support: str
    backed: bool
    armed: bool


def plan(rng: np.random.Generator) -> Plan:
    """Draw a topology and what belongs to it."""
    return drawn(rng, pick(rng, TOPOLOGIES))


def drawn(rng: np.random.Generator, topology: str) -> Plan:
    """A plan of one topology."""
    backs = GARDEN_BACKS if topology == "garden" else PARK_BACKS
    seat, back, support = pick(rng, SEATS), pick(rng, backs), pick(rng, SUPPORTS)
    backed = topology == "garden" or chance(rng, 0.85)
    armed = chance(rng, 0.8 if topology == "garden" else 0.55)
    return Plan(topology, seat, back, support, backed, armed and backed)
