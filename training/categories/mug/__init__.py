"""Mugs and cups: a kind is drawn, then its outer line, wall, handle and what belongs to it. Handle at -X."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick
from training.categories.mug import extras
from training.categories.mug.bodies import draw_vessel
from training.categories.mug.handles import handle
from training.categories.mug.palette import Palette, draw_palette
from training.categories.mug.plan import TYPES
from training.categories.mug.vessel import Vessel
from training.shape import Part, Shape
from training.solids import Solid

HOOPS = {"stein": 0.5, "travel": 0.5, "straight": 0.06, "barrel": 0.1, "goblet": 0.2, "latte": 0.06}


def build(rng: np.random.Generator) -> Shape:
    """Draw one mug, ten centimetres or so, its foot or saucer at y = 0."""
    kind = pick(rng, {name: t.weight for name, t in TYPES.items()})
    return assemble(rng, kind, pick(rng, TYPES[kind].handles))


def assemble(rng: np.random.Generator, kind: str, grip: str) -> Shape:
    """The mug of a kind with a handle of a kind."""
    v, colours = draw_vessel(rng, kind), draw_palette(rng, kind)
    chunky = kind == "kit" or (v.section is not None and chance(rng, 0.4))
    parts = _body(rng, kind, v, colours)
    parts += [Part(s, colours.handle) for s in handle(rng, grip, v, chunky)]
    if chance(rng, HOOPS.get(kind, 0.0)) and v.section is None:
        parts += [Part(s, colours.trim) for s in _hoops(rng, kind, v)]
    if chance(rng, TYPES[kind].saucer):
        parts = _on_saucer(rng, parts, v, colours)
    return Shape(tuple(parts), f"{kind}, {grip} handle")


def _body(rng: np.random.Generator, kind: str, v: Vessel, colours: Palette) -> list[Part]:
    """The vessel with what closes or fills it."""
    if v.section is None and chance(rng, 0.16):
        outside, lining = v.split()
        parts = [Part(s, colours.body) for s in outside.solids()] + [
            Part(s, colours.inside) for s in lining.solids()
        ]
    else:
        parts = [Part(s, colours.body) for s in v.solids()]
    closed = kind == "travel" or (kind == "stein" and chance(rng, 0.22))
    if closed:
        lid = extras.travel_lid(rng, v) if kind == "travel" else extras.dome_lid(rng, v)
        # What a lid shuts in cannot be seen, so it counts as full.
        return [*parts, Part(v.filling(0.99 * v.height), colours.body), *[Part(s, colours.trim) for s in lid]]
    if chance(rng, TYPES[kind].full):
        level = v.floor + between(rng, 0.35, 0.93) * (v.height - v.floor)
        parts.append(Part(v.filling(level), colours.liquid))
    if kind == "enamel":
        parts.append(Part(extras.rolled_rim(v, v.wall * between(rng, 0.7, 1.3)), colours.trim))
    return parts


def _hoops(rng: np.random.Generator, kind: str, v: Vessel) -> list[Solid]:
    """Hoops of a tankard, the grip of a travel mug, painted rings."""
    h, out = v.height, 0.012 * v.height * between(rng, 0.3, 1.8)
    if kind == "travel":
        low = between(rng, 0.1, 0.45)
        return [extras.band(v, low * h, (low + between(rng, 0.12, 0.35)) * h, out)]
    wide = between(rng, 0.03, 0.1)
    return [
        extras.band(v, c * h, (c + wide) * h, out)
        for c in rng.choice([0.06, 0.45, 0.86], int(rng.integers(1, 4)), False)
    ]


def _on_saucer(rng: np.random.Generator, parts: list[Part], v: Vessel, colours: Palette) -> list[Part]:
    few = 8 if v.section is not None and len(v.section) < 13 else 28
    plate, y = extras.saucer(rng, float(v.radii[0]), float(v.radii.max()), few)
    lifted = [Part(p.solid.moved(y=y - 0.01 * v.height), p.material) for p in parts]
    return [*lifted, Part(plate, colours.saucer)]
