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
from training.categories.cabinet.plan import Plan, plan
from training.categories.cabinet.shaped import SHAPED_KINDS, shaped
from training.categories.cabinet.stands import HIGH, LIFTS, stand
from training.categories.cabinet.systems import SYSTEM_KINDS, system
from training.categories.cabinet.uses import USES
from training.categories.cabinet.wholes import WHOLES, whole
from training.categories.furniture.draw import chance
from training.shape import Shape, shape


def build(rng: np.random.Generator) -> Shape:
    """Draw one cabinet, in metres, its feet at y = 0, its front at +z; `kind` names what was drawn."""
    return assemble(rng, plan(rng))


def assemble(rng: np.random.Generator, p: Plan) -> Shape:
    """The cabinet of a plan."""
    colours = palette(rng, p.maker)
    m = measures(rng, USES[p.use].size, LIFTS.get(p.stand, HIGH), p.toy)
    if p.scheme in SHAPED_KINDS:
        pieces = shaped(rng, p.scheme, p.grip, p.stand, m)
    else:
        pieces = _body(rng, p, m) + stand(rng, p.stand, m)
    kind = f"{p.use}: {p.scheme}, {p.front} fronts, {p.stand}, {p.head}" + (", toy" if p.toy else "")
    return shape([(solid, colours[role]) for solid, role in pieces], kind)


def _body(rng: np.random.Generator, p: Plan, m: Measures) -> list[Piece]:
    """Everything over the stand."""
    if p.scheme in WHOLES:
        return whole(rng, p.scheme, m)
    look = style(rng, p.front, p.grip, m)
    if p.scheme in SYSTEM_KINDS:
        return system(rng, p.scheme, m, look)
    layout = SCHEMES[p.scheme](rng, outside(m).grown(-m.board), m.board)
    return [*carcass(layout, m, chance(rng, 0.75)), *fronts(layout, look, m), *head(rng, p.head, m, look)]
