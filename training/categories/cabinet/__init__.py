"""Cabinets: a use is drawn, then how its front is divided, its stand and its head, then their sizes.

Closed bodies are filled, as what lies behind doors cannot be seen; open compartments are open.
"""

from __future__ import annotations

import numpy as np

from training.categories.cabinet.carcass import carcass, outside
from training.categories.cabinet.fronts import fronts, style
from training.categories.cabinet.heads import head
from training.categories.cabinet.layout import SCHEMES
from training.categories.cabinet.measures import Measures, measures
from training.categories.cabinet.palette import Piece, palette
from training.categories.cabinet.plan import USES, Plan, plan
from training.categories.cabinet.shaped import SHAPED_KINDS, shaped
from training.categories.cabinet.stands import HIGH, LIFTS, stand
from training.categories.cabinet.wholes import WHOLES, whole
from training.categories.furniture.draw import chance
from training.shape import Shape, shape

ROUND_SAFE = {
    "posts": "plinth",
    "sides": "plinth",
    "brackets": "blocks",
    "skirt": "plinth",
    "toe kick": "floor",
}


def build(rng: np.random.Generator) -> Shape:
    """Draw one cabinet, in metres, its feet at y = 0, its front at +z; `kind` names what was drawn."""
    return assemble(rng, plan(rng))


def assemble(rng: np.random.Generator, p: Plan) -> Shape:
    """The cabinet of a plan."""
    colours = palette(rng, p.maker)
    foot = ROUND_SAFE.get(p.stand, p.stand) if p.scheme in SHAPED_KINDS else p.stand
    m = measures(rng, USES[p.use].size, LIFTS.get(foot, HIGH), p.toy)
    pieces = _body(rng, p, m) + stand(rng, foot, m)
    kind = f"{p.use}: {p.scheme}, {p.front} fronts, {foot}, {p.head}" + (", toy" if p.toy else "")
    return shape([(solid, colours[role]) for solid, role in pieces], kind)


def _body(rng: np.random.Generator, p: Plan, m: Measures) -> list[Piece]:
    """Everything over the stand."""
    if p.scheme in SHAPED_KINDS:
        return shaped(rng, p.scheme, p.grip, m)
    if p.scheme in WHOLES:
        return whole(rng, p.scheme, m)
    layout = SCHEMES[p.scheme](rng, outside(m).grown(-m.board), m.board)
    look = style(rng, p.front, p.grip, m)
    return [*carcass(layout, m, chance(rng, 0.75)), *fronts(layout, look, m), *head(rng, p.head, m, look)]
