"""Tables: a use is drawn, then the top, base and what lies between that belong to it, then their sizes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.furniture.draw import between, chance
from training.categories.furniture.finish import finish
from training.categories.furniture.outlines import Points
from training.categories.furniture.pedestals import pedestal
from training.categories.table.corner import CORNER_KINDS, corner
from training.categories.table.frames import FRAME_KINDS, frame_base
from training.categories.table.legsets import LEGSET_KINDS, legset
from training.categories.table.measures import Measures, measures
from training.categories.table.plan import Plan, plan
from training.categories.table.storage import STORAGE_KINDS, desk_base, upper
from training.categories.table.tops import outline_of, top
from training.shape import Shape, shape
from training.solids import Solid, bar

ROUND_TOPS = ("round", "polygon", "squircle")
STAND_IN = {"garden": "dining", "corner": "desk", "billiard": "dining", "ping-pong": "dining"}
FEET = {"square foot": "square"}


def build(rng: np.random.Generator) -> Shape:
    """Draw one table, in metres, its feet at y = 0; `kind` names use, top, base and what lies between."""
    return assemble(rng, plan(rng))


def assemble(rng: np.random.Generator, p: Plan) -> Shape:
    """The table of a plan."""
    f = finish(rng, p.frame, p.cover)
    m = _fitting(rng, p, measures(rng, STAND_IN.get(p.use, p.use)))
    kind = f"{p.use}: {p.top} top, {p.base} base, {p.under} under"
    if p.base in CORNER_KINDS:
        carrying, plate = corner(rng, p.base, m)
        return shape([(s, f.frame) for s in carrying] + [(s, f.cover) for s in plate], kind)
    outline = outline_of(rng, p.top, m)
    plate = top(rng, p.top, m, outline)
    carrying = _base(rng, p, m, outline)
    if p.use == "desk" and chance(rng, 0.12):
        carrying += upper(rng, m)
    return shape([(s, f.frame) for s in carrying] + [(s, f.cover) for s in plate], kind)


def _fitting(rng: np.random.Generator, p: Plan, m: Measures) -> Measures:
    """Adjust the sizes to the kinds: round tops are as deep as long, glass is thin."""
    if p.top in ROUND_TOPS:
        side = (m.length + m.depth) / 2 if p.use != "coffee" else 0.85 * m.length
        m = replace(m, length=side, depth=side)
    if p.base == "waterfall":
        m = replace(m, thickness=max(m.thickness, 0.018))
    if p.cover == "glass":
        m = replace(m, thickness=between(rng, 0.012, 0.02) * max(1.0, m.length))
    return m


def _base(rng: np.random.Generator, p: Plan, m: Measures, outline: Points) -> list[Solid]:
    if p.base in LEGSET_KINDS:
        return legset(rng, p.base, p.under, m, outline)
    if p.base in FRAME_KINDS:
        return frame_base(rng, p.base, m, outline)
    if p.base in STORAGE_KINDS:
        return desk_base(rng, p.base, m)
    return _pedestals(rng, p.base, m)


def _pedestals(rng: np.random.Generator, kind: str, m: Measures) -> list[Solid]:
    """One column under the middle, or two under a long top, with a bearer beneath the plate."""
    stock = max(0.045, 0.6 * m.stock, 0.06 * m.depth) * between(rng, 0.8, 1.7)
    reach = m.depth / 2 * between(rng, 0.5, 0.85)
    if kind == "two pedestals":
        foot = str(rng.choice(["claw", "cross", "square", "disc", "drum"]))
        seed, x = int(rng.integers(1 << 31)), m.length * between(rng, 0.22, 0.32)
        one = pedestal(np.random.default_rng(seed), foot, m.into, min(reach, x * 0.95), stock)
        both = [s.moved(x=side * x) for side in (-1, 1) for s in one]
        return both + [bar((-x, m.height * 0.25, 0), (x, m.height * 0.25, 0), 0.05, 0.07)] * chance(rng, 0.25)
    solids = pedestal(rng, FEET.get(kind, kind), m.into, reach, stock)
    if kind not in ("tulip", "drum") and chance(rng, 0.5):
        bearer = m.depth * between(rng, 0.3, 0.8)
        solids += [bar((-bearer / 2, m.bottom - 0.006, 0), (bearer / 2, m.bottom - 0.006, 0), 0.06, 0.03)]
        solids += [bar((0, m.bottom - 0.006, -bearer / 2), (0, m.bottom - 0.006, bearer / 2), 0.06, 0.03)]
    return solids
