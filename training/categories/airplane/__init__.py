"""Airplanes of fourteen kinds, from gliders to airliners; fuselages are one unit long, the nose toward +Z."""

from __future__ import annotations

import numpy as np

from training.categories.airplane.cockpit import cockpit_parts
from training.categories.airplane.extras import fighter_parts, flying_wing
from training.categories.airplane.fuselage import draw_fuselage
from training.categories.airplane.gear import gear_parts
from training.categories.airplane.palette import Palette, draw_palette
from training.categories.airplane.power import engine_parts
from training.categories.airplane.tails import tail_parts
from training.categories.airplane.types import TYPES
from training.categories.airplane.wings import draw_wing, struts, upper_plane, winglets
from training.categories.furniture.draw import chance, pick
from training.shape import Part, Shape

BUMPED = {"cabin prop": 0.9, "low prop": 0.3, "seaplane": 0.85, "toy": 0.3, "biplane": 0.1, "ultralight": 0.3}
WINGLETS = {"airliner": 0.35, "bizjet": 0.4, "glider": 0.4, "cabin prop": 0.05}
LOW_POLY = {"toy": 0.6}


def build(rng: np.random.Generator) -> Shape:
    """Draw one airplane; its `kind` is a key of `training.categories.airplane.types.TYPES`."""
    kind = pick(rng, {name: t.weight for name, t in TYPES.items()})
    colours = draw_palette(rng)
    parts = flying_wing(rng, colours) if kind == "flying wing" else _winged(rng, kind, colours)
    return Shape(tuple(parts), kind)


def _winged(rng: np.random.Generator, kind: str, colours: Palette) -> list[Part]:
    """An airplane with a fuselage, a wing and a tail."""
    ranges = TYPES[kind]
    low_poly = chance(rng, LOW_POLY.get(kind, 0.14))
    body = draw_fuselage(rng, ranges, chance(rng, BUMPED.get(kind, 0.0)), low_poly)
    wing = draw_wing(rng, ranges, body)
    parts = [Part(body.solid(), colours.body), *wing.parts(colours.wing)]
    parts += tail_parts(rng, pick(rng, ranges.tails), body, wing, colours.fin, colours.wing)
    parts += engine_parts(rng, pick(rng, ranges.engines), body, wing, colours)
    parts += gear_parts(rng, pick(rng, ranges.gear), kind, body, wing, colours)
    parts += cockpit_parts(rng, pick(rng, ranges.cockpits), kind, body, colours)
    if kind == "fighter":
        parts += fighter_parts(rng, body, wing, colours)
    if kind == "biplane":
        parts += upper_plane(rng, wing, body, colours.wing, colours.strut)
    if kind in ("cabin prop", "seaplane", "ultralight") and chance(rng, 0.6):
        parts += struts(rng, wing, body, colours.strut)
    if chance(rng, WINGLETS.get(kind, 0.0)):
        parts += winglets(rng, wing, colours.fin)
    return parts
