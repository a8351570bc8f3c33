"""Displays: flat monitors and televisions on their stands, picture tubes, laptops, signs and kiosks."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from training.categories.devices.forms import Pieces, floored, painted
from training.categories.display.computers import computer
from training.categories.display.crt import boxy_television, monitor
from training.categories.display.flat import flat, several
from training.categories.display.others import arcade, cash_machine, kiosk, laptop, projection, tablet
from training.categories.display.palette import palette
from training.categories.display.retro import globe, retro, stalk
from training.categories.furniture.draw import pick
from training.shape import Shape

Maker = Callable[[np.random.Generator], Pieces]
FLAT_KINDS = {"monitor": 31.0, "television": 17.0, "all in one": 8.0, "curved": 4.0, "toy flat": 5.0}
MAKERS: dict[str, tuple[float, Maker]] = {
    "tube monitor": (11.0, monitor),
    "tube television": (6.0, boxy_television),
    "retro television": (14.0, retro),
    "globe television": (0.6, globe),
    "stalk television": (0.5, stalk),
    "home computer": (3.0, computer),
    "several": (1.2, several),
    "laptop": (2.5, laptop),
    "kiosk": (2.2, kiosk),
    "tablet": (1.5, tablet),
    "projection": (1.5, projection),
    "arcade": (1.0, arcade),
    "cash machine": (0.5, cash_machine),
}
KINDS = {**FLAT_KINDS, **{kind: weight for kind, (weight, _) in MAKERS.items()}}


def build(rng: np.random.Generator) -> Shape:
    """Draw one display, in metres, on the floor, its screen to +Z."""
    return assemble(rng, pick(rng, KINDS))


def assemble(rng: np.random.Generator, kind: str) -> Shape:
    """A display of one of KINDS."""
    if kind in FLAT_KINDS:
        pieces, name = flat(rng, kind)
        return painted(floored(pieces), palette(rng, "flat"), name)
    age = "old" if kind.startswith(("retro", "globe", "stalk")) else "beige"
    age = age if kind.startswith(("tube", "home", "retro", "globe", "stalk")) else "flat"
    return painted(floored(MAKERS[kind][1](rng)), palette(rng, age), kind)
