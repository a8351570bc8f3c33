"""Chairs: a style is drawn, then seat, base, back and arms that belong to it, then their sizes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.chair.arms import arms
from training.categories.chair.bases import base
from training.categories.chair.framed import FRAMED_KINDS, framed
from training.categories.chair.hoops import HOOP_KINDS, hoop_back
from training.categories.chair.measures import Measures, measures
from training.categories.chair.pads import pad_back
from training.categories.chair.plan import Plan, plan
from training.categories.chair.seats import Group, seat, seat_outline
from training.categories.chair.shells import shell_seat
from training.categories.chair.whole import whole_chair
from training.categories.furniture.draw import between
from training.categories.furniture.finish import Finish, finish
from training.categories.furniture.outlines import Points, shrink_into
from training.shape import Shape, shape
from training.solids import Solid

ROUND_BASES = ("round", "turned", "rockers")
SOFT_SEATS = ("cushion",)


def build(rng: np.random.Generator) -> Shape:
    """Draw one chair, in metres, its feet at y = 0; `kind` names style, seat, base, back and arms."""
    p = plan(rng)
    return assemble(rng, p, measures(rng, p.proportion))


def assemble(rng: np.random.Generator, p: Plan, m: Measures | None = None) -> Shape:
    """The chair of a plan; a whole body has sizes of its own and needs no measures."""
    f = finish(rng, p.frame, p.cover)
    if p.whole or m is None:
        frame, cover = whole_chair(rng, p.whole)
        return _painted(frame, cover, f, p.style)
    frame, cover = _parts(rng, p, _fitting(rng, p, m))
    return _painted(frame, cover, f, f"{p.style}: {p.seat} seat, {p.base} base, {p.back} back, {p.arms} arms")


def _painted(frame: list[Solid], cover: list[Solid], f: Finish, kind: str) -> Shape:
    return shape([(s, f.frame) for s in frame] + [(s, f.cover) for s in cover], kind)


def _fitting(rng: np.random.Generator, p: Plan, m: Measures) -> Measures:
    """Adjust the sizes to the kinds: cushions are thick, saddles splay, round seats are as deep as wide."""
    if p.seat in SOFT_SEATS:
        m = replace(m, thickness=between(rng, 0.05, 0.14), narrowing=max(m.narrowing, 0.88))
    if p.seat in ("round", "shell"):
        m = replace(m, depth=m.width * between(rng, 0.9, 1.08), narrowing=1.0)
    if p.seat == "saddle":
        m = replace(m, thickness=between(rng, 0.03, 0.055), splay=between(rng, 0.04, 0.1))
    if p.back in ("wrap", "shell wrap"):
        m = replace(m, back=min(m.back, m.width * between(rng, 0.45, 0.9)))
    if p.back == "none":
        m = replace(m, seat=max(m.seat, between(rng, 0.6, 0.8)))
    if p.seat == "waterfall":
        m = replace(m, thickness=between(rng, 0.012, 0.04), narrowing=1.0)
    return m


def _parts(rng: np.random.Generator, p: Plan, m: Measures) -> Group:
    outline = seat_outline(rng, p.seat, m)
    if p.seat == "shell":
        m = replace(m, thickness=0.05)
        pan = outline * [0.5, 0.5]
        return base(rng, p.base, m, pan) + arms(rng, p.arms, m, outline), shell_seat(rng, m)
    frame, cover = seat(rng, p.seat, m)
    inner = _inside(m, outline) if p.back in (*FRAMED_KINDS, *HOOP_KINDS) else m
    if p.back in ("tall pad", "wing pad") and p.seat in ("round", "saddle"):
        inner = replace(m, depth=m.depth - 0.06)
    back_frame, back_cover = _back(rng, p, inner)
    standing = base(rng, p.base, m, outline)
    return frame + standing + back_frame + arms(rng, p.arms, inner, outline), cover + back_cover


def _inside(m: Measures, outline: Points) -> Measures:
    """The sizes with the rear corners drawn in to where posts can stand on a seat with round corners."""
    x, z = shrink_into(m.rear_half - m.stock / 2, m.rear + m.stock / 2, outline, 0.93)
    return replace(m, depth=m.stock - 2 * z, narrowing=(2 * x + m.stock) / m.width)


def _back(rng: np.random.Generator, p: Plan, m: Measures) -> Group:
    if p.back in FRAMED_KINDS:
        return framed(rng, p.back, m, p.base in ROUND_BASES)
    if p.back in HOOP_KINDS:
        return hoop_back(rng, p.back, m)
    return pad_back(rng, p.back, m)
