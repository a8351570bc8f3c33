"""Loudspeakers: boxes with drivers, bodies turned on a lathe, portable ones, horns, amplifiers.

The drivers look towards +z. Cones lie in holes of the baffle; what lies behind them is filled.
"""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, tailed
from training.categories.loudspeaker.amps import AMP_KINDS, amp
from training.categories.loudspeaker.arrangements import ARRANGEMENTS
from training.categories.loudspeaker.boxes import boxed, case
from training.categories.loudspeaker.compact import COMPACT
from training.categories.loudspeaker.drivers import Style, style
from training.categories.loudspeaker.feet import footed
from training.categories.loudspeaker.palette import Piece, palette
from training.categories.loudspeaker.plan import BOXES, Plan, plan
from training.categories.loudspeaker.portable import PORTABLES
from training.categories.loudspeaker.public import PUBLIC
from training.categories.loudspeaker.turned import SMART_KINDS, orb, smart, stacked
from training.shape import Shape, shape


def build(rng: np.random.Generator) -> Shape:
    """Draw one loudspeaker, its feet at y = 0, facing +z; `kind` names what was drawn."""
    return assemble(rng, plan(rng))


def assemble(rng: np.random.Generator, p: Plan) -> Shape:
    """The loudspeaker of a plan."""
    colours, look = palette(rng, p.maker), style(rng, p.toy)
    pieces = _box(rng, p, look) if p.kind in BOXES else _whole(rng, p.kind, look)
    own = "" if p.kind not in BOXES else f": {p.body}, {p.drivers}, {p.feet}"
    return shape([(solid, colours[role]) for solid, role in pieces], p.kind + own + ", toy" * p.toy)


def _whole(rng: np.random.Generator, kind: str, look: Style) -> list[Piece]:
    """A loudspeaker that is not a box."""
    if kind in SMART_KINDS:
        return smart(rng, kind)
    if kind in AMP_KINDS:
        return amp(rng, kind, look)
    if kind in ("orb", "stacked"):
        return orb(rng) if kind == "orb" else stacked(rng)
    return {**PORTABLES, **PUBLIC, **COMPACT}[kind](rng, look)


def _box(rng: np.random.Generator, p: Plan, look: Style) -> list[Piece]:
    """A box of the plan's family; its front may lean back."""
    family = BOXES[p.kind]
    spread = family.spread * (1.3 if p.toy else 1.0)
    size = [tailed(rng, v, spread, v * 0.45, v * 2.2) for v in family.size]
    c = case(rng, size, p.body)
    spots = ARRANGEMENTS[p.drivers](rng, c)
    pieces = boxed(rng, c, spots, look, family.cloth)
    if chance(rng, family.tilt):
        lean, shear = between(rng, 0.04, 0.3), np.eye(4)
        shear[2, 1] = -lean
        if p.feet in ("none", "plinth", "outriggers"):
            pieces = [(solid.mapped(shear), role) for solid, role in pieces]
    return footed(rng, p.feet, c, pieces)
