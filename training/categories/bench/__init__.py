"""Benches: a topology is drawn, then seat, back and support that belong to it, then their sizes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from training.categories.bench.blocks import monolith, planters
from training.categories.bench.chests import storage
from training.categories.bench.gyms import gym
from training.categories.bench.logs import log
from training.categories.bench.measures import Group
from training.categories.bench.metal import sheet
from training.categories.bench.pairs import double, picnic
from training.categories.bench.park import garden, park
from training.categories.bench.pews import pew
from training.categories.bench.plan import Plan, plan
from training.categories.bench.rings import curved, ring
from training.categories.bench.slabs import slab, stone
from training.categories.bench.soft import padded, scrolled
from training.categories.bench.toys import toy
from training.categories.furniture.draw import chance, pick
from training.categories.furniture.finish import MAKERS
from training.materials import Material
from training.shape import Shape, shape

BUILDERS: dict[str, Callable[[np.random.Generator, Plan], Group]] = {
    "park": park, "garden": garden, "slab": slab, "stone": stone, "curved": curved, "ring": ring, "pew": pew,
    "storage": storage, "padded": padded, "scrolled": scrolled, "sheet": sheet, "gym": gym, "log": log,
    "monolith": monolith, "toy": toy, "double": double, "picnic": picnic,
    "planters": planters,
}  # fmt: skip
STONE = ("stone", "monolith", "curved")
WOODEN = ("garden", "slab", "ring", "pew", "storage", "log", "picnic", "double")


def build(rng: np.random.Generator) -> Shape:
    """Draw one bench, in metres, its feet at y = 0; `kind` names the topology and the parts."""
    return assemble(rng, plan(rng))


def assemble(rng: np.random.Generator, p: Plan) -> Shape:
    """The bench of a plan, painted."""
    group = BUILDERS[p.topology](rng, p)
    look = _look(rng, p)
    parts = f": {p.support}, {p.seat}, {p.back}" if p.topology == "park" else ""
    return shape([(solid, look[role]) for role, solid in group], f"{p.topology}{parts}")


def _look(rng: np.random.Generator, p: Plan) -> dict[str, Material]:
    """A material for each role: iron or concrete under wood, wood alone, stone alone."""
    if p.topology in STONE:
        frame = MAKERS["paint" if chance(rng, 0.8) else "wood"](rng)
        one, seat = 0.6, pick(rng, {"wood": 2, "paint": 1})
    elif p.topology in WOODEN:
        frame = MAKERS[pick(rng, {"wood": 5, "paint": 2, "metal": 1 if p.topology == "slab" else 0})](rng)
        one, seat = 0.6, pick(rng, {"wood": 4, "paint": 1})
    else:
        frame = MAKERS[pick(rng, {"metal": 4, "paint": 4, "wood": 2})](rng)
        one, seat = 0.2, pick(rng, {"wood": 5, "paint": 2, "metal": 1, "plastic": 1})
    return {
        "frame": frame,
        "seat": frame if chance(rng, one) else MAKERS[seat](rng),
        "pad": MAKERS["fabric"](rng),
    }
