"""Sofas: a topology and a style are drawn, then arms, back, base and cushions, then their sizes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from training import materials
from training.categories.furniture.draw import chance, pick
from training.categories.furniture.finish import MAKERS
from training.categories.sofa.beds import daybed, futon, recamier
from training.categories.sofa.blocks import banquette, modules
from training.categories.sofa.cages import cage
from training.categories.sofa.measures import Group
from training.categories.sofa.plan import Plan, plan
from training.categories.sofa.recliners import recliner
from training.categories.sofa.sectional import sectional
from training.categories.sofa.settees import settee
from training.categories.sofa.straight import straight
from training.categories.sofa.toys import toy
from training.categories.sofa.wraps import chesterfield, cloud, curved, ribboned, tub
from training.materials import Material
from training.shape import Shape, shape

BUILDERS: dict[str, Callable[[np.random.Generator, Plan], Group]] = {
    "straight": straight, "chesterfield": chesterfield, "chaise": sectional, "corner": sectional,
    "u-shape": sectional, "settee": settee, "futon": futon, "daybed": daybed, "recamier": recamier,
    "blocks": modules, "curved": curved, "tub": tub, "ribbon": ribboned, "cage": cage, "recliner": recliner,
    "toy": toy, "banquette": banquette,
    "cloud": cloud,
}  # fmt: skip


def build(rng: np.random.Generator) -> Shape:
    """Draw one sofa, in metres, its feet at y = 0; `kind` names the topology and the parts."""
    return assemble(rng, plan(rng))


def assemble(rng: np.random.Generator, p: Plan) -> Shape:
    """The sofa of a plan, painted."""
    group = BUILDERS[p.topology](rng, p)
    look = _look(rng, p)
    parts = (
        f": {p.arms} arms, {p.back} back, {p.base}" if p.topology in ("straight", "chaise", "corner") else ""
    )
    return shape([(solid, look[role]) for role, solid in group], f"{p.topology}{parts}")


def _look(rng: np.random.Generator, p: Plan) -> dict[str, Material]:
    """A material for each role; the cushions are mostly covered like the body."""
    make = materials.plastic if p.topology == "toy" and chance(rng, 0.5) else materials.fabric
    body = make(rng)
    frame = MAKERS[pick(rng, {"wood": 6, "metal": 2, "paint": 2})](rng)
    if p.topology == "cage":
        frame = materials.metal(rng)
    if chance(rng, 0.1):
        frame = body
    return {
        "body": body,
        "cushion": body if chance(rng, 0.65) else make(rng),
        "leg": frame,
        "pillow": make(rng),
    }
