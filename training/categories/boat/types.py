"""The hulls of each kind of boat: ranges from which `draw_lines` draws."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from training.categories.boat.lines import Lines
from training.categories.furniture.draw import between, chance

Range = tuple[float, float]


@dataclass(frozen=True)
class HullType:
    """Ranges of one family of hulls; see `Lines`. Beam and depth are shares of the length."""

    beam: Range
    depth: Range
    stern: Range = (0.6, 0.95)
    bow: Range = (0.0, 0.04)
    widest: Range = (0.3, 0.5)
    entry: Range = (1.6, 2.6)
    blunt: Range = (1.0, 1.25)
    spring_bow: Range = (0.1, 0.5)
    spring_stern: Range = (0.0, 0.2)
    spring_power: Range = (1.6, 2.6)
    forefoot: Range = (0.2, 0.5)
    foot_power: Range = (1.5, 3.0)
    bow_keel: Range = (0.5, 0.96)
    tuck: Range = (0.1, 0.4)
    stern_keel: Range = (0.0, 0.3)
    chined: float = 0.4
    chine_x: Range = (0.65, 0.92)
    chine_y: Range = (0.02, 0.35)
    bilge: Range = (1.8, 4.5)
    vee: Range = (0.2, 0.9)


ROW = HullType((0.3, 0.48), (0.11, 0.2), widest=(0.35, 0.52), spring_bow=(0.1, 0.7), spring_stern=(0, 0.4))
DOUBLE_ENDED = HullType(
    (0.2, 0.34),
    (0.07, 0.13),
    stern=(0, 0.03),
    widest=(0.45, 0.52),
    spring_bow=(0.2, 1.1),
    spring_stern=(0.15, 1.0),
    spring_power=(1.8, 4.5),
    stern_keel=(0.5, 0.95),
    tuck=(0.2, 0.45),
    chined=0.25,
)
CANOE = HullType(
    (0.13, 0.22),
    (0.06, 0.1),
    stern=(0, 0.02),
    widest=(0.48, 0.52),
    entry=(1.7, 2.6),
    spring_bow=(0.2, 1.0),
    spring_stern=(0.2, 0.9),
    spring_power=(3, 7),
    forefoot=(0.06, 0.25),
    foot_power=(1.5, 4),
    bow_keel=(0.3, 0.9),
    stern_keel=(0.3, 0.9),
    tuck=(0.06, 0.25),
    chined=0.1,
)
KAYAK = HullType(
    (0.1, 0.26),
    (0.05, 0.1),
    stern=(0, 0.05),
    widest=(0.44, 0.54),
    spring_bow=(0.0, 0.7),
    spring_stern=(0.0, 0.5),
    spring_power=(2, 4),
    forefoot=(0.1, 0.45),
    bow_keel=(0.6, 0.96),
    tuck=(0.1, 0.4),
    stern_keel=(0.5, 0.95),
    chined=0.3,
    bilge=(1.5, 2.6),
)
PUNT = HullType(
    (0.17, 0.5),
    (0.06, 0.13),
    stern=(0.7, 1.0),
    bow=(0.55, 1.0),
    entry=(2, 4),
    spring_bow=(0, 0.3),
    forefoot=(0.15, 0.35),
    foot_power=(1, 2),
    bow_keel=(0.5, 0.95),
    tuck=(0.1, 0.3),
    stern_keel=(0.3, 0.9),
    chined=0.9,
    chine_x=(0.8, 1.0),
    chine_y=(0.01, 0.04),
    vee=(0, 0),
)
SPEED = HullType(
    (0.26, 0.44),
    (0.1, 0.18),
    stern=(0.8, 1.0),
    widest=(0.2, 0.45),
    entry=(1.7, 3.0),
    spring_bow=(-0.1, 0.35),
    spring_stern=(-0.1, 0.1),
    forefoot=(0.25, 0.55),
    bow_keel=(0.6, 0.97),
    tuck=(0.1, 0.2),
    stern_keel=(0.0, 0.15),
    chined=0.75,
    chine_x=(0.72, 0.95),
    chine_y=(0.15, 0.5),
    vee=(0.5, 1),
)
CRUISER = HullType(
    (0.25, 0.4),
    (0.12, 0.22),
    stern=(0.8, 1.0),
    widest=(0.25, 0.45),
    entry=(1.8, 3.0),
    spring_bow=(0.1, 0.5),
    forefoot=(0.2, 0.5),
    bow_keel=(0.6, 0.96),
    stern_keel=(0.0, 0.2),
    chined=0.6,
    chine_x=(0.7, 0.95),
    chine_y=(0.1, 0.45),
    vee=(0.4, 1),
)
WORK = HullType(
    (0.26, 0.42),
    (0.14, 0.24),
    stern=(0.6, 0.95),
    entry=(2, 3.5),
    blunt=(1.0, 1.7),
    spring_bow=(0.3, 1.0),
    spring_stern=(0.0, 0.3),
    forefoot=(0.1, 0.35),
    bow_keel=(0.3, 0.9),
    stern_keel=(0.0, 0.5),
    chined=0.3,
    bilge=(2, 5),
)
TUG = HullType(
    (0.32, 0.46),
    (0.15, 0.26),
    stern=(0.4, 0.85),
    entry=(2, 3.5),
    blunt=(1.3, 2.0),
    spring_bow=(0.2, 0.9),
    spring_stern=(0.0, 0.2),
    forefoot=(0.08, 0.3),
    bow_keel=(0.2, 0.8),
    stern_keel=(0.2, 0.6),
    chined=0.25,
    bilge=(2.2, 5),
)
KEELBOAT = HullType(
    (0.24, 0.36),
    (0.09, 0.16),
    stern=(0.25, 0.9),
    widest=(0.35, 0.5),
    spring_bow=(0.05, 0.4),
    forefoot=(0.2, 0.5),
    bow_keel=(0.7, 0.97),
    tuck=(0.2, 0.5),
    stern_keel=(0.3, 0.85),
    chined=0.12,
    bilge=(1.4, 2.6),
)
GALLEON = HullType(
    (0.24, 0.42),
    (0.14, 0.26),
    stern=(0.55, 0.9),
    entry=(2, 4),
    blunt=(1.2, 2),
    spring_bow=(0.0, 0.6),
    spring_stern=(0.1, 0.7),
    forefoot=(0.12, 0.35),
    bow_keel=(0.4, 0.9),
    stern_keel=(0.0, 0.5),
    chined=0.25,
    bilge=(1.8, 4),
)
SHIP = HullType(
    (0.11, 0.2),
    (0.07, 0.12),
    stern=(0.5, 0.95),
    widest=(0.4, 0.6),
    entry=(3, 8),
    blunt=(1.1, 1.8),
    spring_bow=(0.0, 0.4),
    spring_stern=(0, 0.1),
    forefoot=(0.04, 0.15),
    bow_keel=(0.3, 0.9),
    tuck=(0.05, 0.2),
    stern_keel=(0.2, 0.7),
    chined=0.1,
    bilge=(4, 12),
)
NAVAL = HullType(
    (0.09, 0.15),
    (0.06, 0.1),
    stern=(0.5, 0.9),
    widest=(0.35, 0.5),
    entry=(1.8, 3),
    spring_bow=(0.15, 0.6),
    forefoot=(0.06, 0.25),
    bow_keel=(0.5, 0.95),
    tuck=(0.1, 0.3),
    stern_keel=(0.1, 0.5),
    chined=0.1,
    bilge=(2, 4),
)
FLOAT = HullType(
    (0.1, 0.2),
    (0.08, 0.16),
    stern=(0.4, 1.0),
    widest=(0.3, 0.5),
    spring_bow=(-0.1, 0.3),
    forefoot=(0.1, 0.5),
    bow_keel=(0.3, 0.95),
    stern_keel=(0, 0.5),
    bilge=(1.5, 4),
)
BATH = HullType(
    (0.4, 0.62),
    (0.16, 0.3),
    stern=(0.5, 1.0),
    entry=(1.6, 3),
    blunt=(1, 1.8),
    spring_bow=(0, 0.4),
    bow_keel=(0.2, 0.9),
    chined=0.4,
    bilge=(2, 6),
)


def draw_lines(rng: np.random.Generator, t: HullType, low_poly: bool, symmetric: bool = False) -> Lines:
    """Draw a hull; low-poly ones are stout and have few stations, symmetric ones have equal ends."""
    stout = between(rng, 1.0, 1.5) if low_poly else math.exp(0.08 * rng.standard_normal())
    # Kits cut hulls with straight sides and a bow of two planes.
    square = low_poly and chance(rng, 0.5)
    bow, rise, foot, keel = (between(rng, *r) for r in (t.bow, t.spring_bow, t.forefoot, t.bow_keel))
    entry, chined = between(rng, *t.entry), chance(rng, 0.75 if low_poly else t.chined)
    return Lines(
        beam=between(rng, *t.beam) * stout,
        depth=between(rng, *t.depth)
        * (between(rng, 1.0, 1.6) if low_poly else math.exp(0.1 * rng.standard_normal())),
        widest=0.5 if symmetric else between(rng, 0.5, 0.75) if square else between(rng, *t.widest),
        stern=bow if symmetric else between(rng, *t.stern),
        bow=max(bow, between(rng, 0.0, 0.35)) if square else bow,
        entry=1.0 if square else entry,
        run=entry if symmetric else between(rng, 1.6, 3.0),
        blunt=1.0 if square else between(rng, *t.blunt),
        spring_bow=0.0 if square and chance(rng, 0.5) else rise,
        spring_stern=rise if symmetric else between(rng, *t.spring_stern),
        spring_power=between(rng, *t.spring_power),
        forefoot=foot,
        foot_power=1.0 if square else between(rng, *t.foot_power),
        bow_keel=keel,
        tuck=foot if symmetric else between(rng, *t.tuck),
        stern_keel=keel if symmetric else between(rng, *t.stern_keel),
        chine=(between(rng, *t.chine_x), between(rng, *t.chine_y)) if chined else None,
        bilge=between(rng, *t.bilge),
        vee=between(rng, *t.vee),
        flare=between(rng, 0.75, 1.0),
        steps=int(rng.integers(3, 7)) if low_poly else int(rng.integers(11, 17)),
    )
