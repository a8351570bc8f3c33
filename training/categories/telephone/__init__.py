"""Telephones: mobiles, cordless sets, two-way radios, desk and wall sets, handsets, booths."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from training.categories.devices.forms import Pieces, floored, painted, turned
from training.categories.furniture.draw import chance, pick
from training.categories.telephone.desk import office, push_button
from training.categories.telephone.folding import clamshell, closed_clamshell, slider
from training.categories.telephone.handset import lone_handset
from training.categories.telephone.historic import box_on_the_wall, candlestick, french
from training.categories.telephone.mobile import bar_phone, brick, keyboard_phone, smartphone
from training.categories.telephone.modern import cobra, conference, intercom, slim_desk
from training.categories.telephone.palette import palette
from training.categories.telephone.public import booth, payphone, wall_set
from training.categories.telephone.radio import cordless, satellite, two_way
from training.categories.telephone.rotary import rotary, toy
from training.shape import Shape

Maker = Callable[[np.random.Generator], Pieces]
MAKERS: dict[str, tuple[float, Maker, str]] = {
    "smartphone": (12.0, smartphone, "mobile"),
    "bar phone": (14.0, bar_phone, "mobile"),
    "brick phone": (4.0, brick, "mobile"),
    "keyboard phone": (3.0, keyboard_phone, "mobile"),
    "clamshell": (6.0, clamshell, "mobile"),
    "closed clamshell": (2.5, closed_clamshell, "mobile"),
    "slider": (2.5, slider, "mobile"),
    "cordless": (9.0, cordless, "mobile"),
    "two-way radio": (13.0, two_way, "radio"),
    "satellite phone": (1.5, satellite, "radio"),
    "handset": (9.0, lone_handset, "desk"),
    "rotary": (11.0, rotary, "desk"),
    "push-button": (7.0, push_button, "desk"),
    "office": (9.0, office, "office"),
    "wall set": (4.0, wall_set, "desk"),
    "candlestick": (3.0, candlestick, "antique"),
    "french": (2.0, french, "antique"),
    "box on the wall": (1.2, box_on_the_wall, "antique"),
    "payphone": (2.0, payphone, "public"),
    "booth": (1.2, booth, "public"),
    "toy": (1.2, toy, "desk"),
    "cobra": (0.8, cobra, "desk"),
    "slim desk set": (1.2, slim_desk, "desk"),
    "conference": (0.8, conference, "office"),
    "intercom": (1.2, intercom, "office"),
}
LAID = ("smartphone", "bar phone", "keyboard phone", "cordless")
KINDS = {kind: weight for kind, (weight, _, _) in MAKERS.items()}


def build(rng: np.random.Generator) -> Shape:
    """Draw one telephone, in metres, on the floor, its screen and keys to +Z."""
    return assemble(rng, pick(rng, KINDS))


def assemble(rng: np.random.Generator, kind: str) -> Shape:
    """A telephone of one of KINDS."""
    _, maker, finish = MAKERS[kind]
    pieces = maker(rng)
    if kind in LAID and chance(rng, 0.025):
        pieces = turned(pieces, "x", -90)
    return painted(floored(pieces), palette(rng, finish), kind)
