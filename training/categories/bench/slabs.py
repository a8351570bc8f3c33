"""Straight backless benches: a top on a low table's base, a slab on pillars."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.bench.measures import Group, as_table, sizes
from training.categories.bench.plan import Plan
from training.categories.furniture.draw import between, chance, pick
from training.categories.furniture.outlines import circle
from training.categories.table.frames import FRAME_KINDS, frame_base
from training.categories.table.legsets import legset
from training.categories.table.measures import Measures
from training.categories.table.tops import outline_of, top
from training.solids import Solid, lathe, loft

SLAB_BASES = {
    "square": 4.0, "round": 1.5, "plank": 1, "turned": 0.7, "hairpin": 1, "braced": 0.7, "x legs": 0.3,
    "sled": 3, "trestle": 2, "x ends": 1.5, "a frame": 1, "panels": 4, "waterfall": 1.5, "six legs": 0.7,
}  # fmt: skip
SLAB_TOPS = {
    "rectangle": 6.0,
    "planks": 3,
    "rounded": 1.5,
    "live edge": 0.8,
    "boat": 0.4,
    "clipped": 0.6,
    "oval": 0.3,
    "trapezoid": 0.3,
}
UNDER = {"nothing": 4.0, "apron": 4, "stretchers": 3, "shelf": 1.3}
PILLARS = ("block", "tapered", "barrel", "drum", "baluster", "scroll", "rough")


def table_like(
    rng: np.random.Generator, m: Measures, bases: dict[str, float], tops: dict[str, float]
) -> tuple[list[Solid], list[Solid]]:
    """What carries a low table, and its top."""
    base, kind = pick(rng, bases), pick(rng, tops)
    outline = outline_of(rng, kind, m)
    plate = top(rng, kind, m, outline)
    if base in FRAME_KINDS:
        return frame_base(rng, base, m, outline), plate
    return legset(rng, base, pick(rng, UNDER), m, outline), plate


def slab(rng: np.random.Generator, p: Plan) -> Group:
    """A plank, several planks or a board on a low table's base."""
    carrying, plate = table_like(rng, as_table(rng, sizes(rng)), SLAB_BASES, SLAB_TOPS)
    return [("frame", solid) for solid in carrying] + [("seat", solid) for solid in plate]


def stone(rng: np.random.Generator, p: Plan) -> Group:
    """A thick slab on two or three blocks or pillars."""
    s = sizes(rng)
    m = as_table(rng, s, heavy=True)
    m = replace(m, thickness=min(m.thickness, 0.45 * s.seat))
    kind = pick(
        rng, {"rectangle": 5, "rounded": 1.5, "clipped": 1.5, "boat": 0.3, "live edge": 0.7, "oval": 0.4}
    )
    outline = outline_of(rng, kind, m)
    if kind == "oval":
        outline = circle(m.length / 2, m.depth / 2, 32, 2.6)
    plate = top(rng, "own", m, outline)
    made: Group = [("seat", solid) for solid in plate[:1]]
    form, count = str(rng.choice(PILLARS)), 2 if m.length < 2.2 or chance(rng, 0.6) else 3
    x = m.length * between(rng, 0.22, 0.4)
    one, wide = pillar(rng, form, m.into, m.depth), m.length / 2 - x
    wide = max(wide, 0.1)
    fit = min(1.0, 2.0 * wide / max(0.05, float(np.ptp(one.bounds()[:, 0]))))
    return made + [("frame", one.scaled(fit, 1.0, 1.0).moved(a)) for a in np.linspace(-x, x, count)]


def pillar(rng: np.random.Generator, form: str, height: float, depth: float) -> Solid:
    """A short support on the Y axis, of one of PILLARS; its depth follows the slab's."""
    half_z, half_x = depth / 2 * between(rng, 0.6, 0.98), between(rng, 0.04, 0.2)
    if form == "baluster":
        t = np.linspace(0.0, 1.0, 9)
        r = (
            half_z
            * 0.8
            * np.interp(
                t, [0, 0.12, 0.2, 0.55, 0.8, 0.88, 1], [1, 1, 0.6, between(rng, 0.6, 1.1), 0.5, 0.9, 0.9]
            )
        )
        return lathe(np.concatenate([[[0, 0]], np.stack([r, t * height], 1), [[0, height]]]), sides=16)
    power = {"block": 0.0, "tapered": 0.0, "scroll": 0.0, "rough": 3.0, "barrel": 4.0, "drum": 2.0}[form]
    unit = circle(1.0, 1.0, 20, power) if power else np.array([[-1.0, -1], [1, -1], [1, 1], [-1, 1]])
    if power:
        half_x = max(half_x, 0.6 * half_z)
    waist = {
        "tapered": (1.0, 0.85, between(rng, 0.6, 0.95)),
        "scroll": (1.0, between(rng, 0.5, 0.8), 1.0),
        "barrel": (0.8, 1.0, 0.85),
        "rough": (1.0, 0.95, 0.8),
    }
    shares = waist.get(form, (1.0, 1.0, 1.0))
    levels = (
        np.interp(np.linspace(0, 1, 7), [0, 0.5, 1], shares) if len(set(shares)) > 1 else np.array([1.0, 1.0])
    )
    return loft(
        [
            (y, (unit * share * [half_x, half_z])[:, ::-1])
            for y, share in zip(np.linspace(0, height, len(levels)), levels, strict=True)
        ],
        axis="y",
    )
