"""Craft of rivers and beaches: sampans, outrigger canoes, log rafts, folded paper boats."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.boat.fittings import parts_of, thwarts
from training.categories.boat.lines import Well, hull
from training.categories.boat.palette import Palette
from training.categories.boat.rigs import mast, sail, square_sail
from training.categories.boat.small import open_well
from training.categories.boat.types import CANOE, DOUBLE_ENDED, PUNT, draw_lines
from training.categories.furniture.draw import between, chance
from training.categories.furniture.outlines import Points, arc, thick
from training.categories.vehicle.sections import stacked
from training.shape import Part
from training.solids import box, extrusion, rod, tube


def sampan(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A river boat with an arched mat roof amidships, sometimes with a battened junk sail."""
    lines = draw_lines(rng, PUNT if chance(rng, 0.6) else DOUBLE_ENDED, low_poly)
    lines = replace(lines, beam=between(rng, 0.18, 0.36), spring_bow=between(rng, 0.1, 1.2))
    well = open_well(rng, lines, low_poly, True)
    parts = [Part(hull(lines, [well]), colours.hull)]
    z, long = between(rng, -0.15, 0.05), between(rng, 0.18, 0.42)
    half = min(lines.breadth(z - long / 2, lines.depth), lines.breadth(z + long / 2, lines.depth)) - 0.002
    bow = thick(arc(half, half * between(rng, 0.7, 1.3), 0, 180, 10), max(0.012, 1.2 * well.wall))
    roof = extrusion(bow, long, at=z).moved(y=0.96 * lines.depth)
    parts += [Part(roof, colours.trim), *parts_of(thwarts(rng, lines, well, 2, True), colours.wood)]
    if chance(rng, 0.35):
        foot, high = z + long / 2 + 0.03, between(rng, 0.45, 0.8)
        parts.append(Part(mast(foot, lines.bottom(foot) + 0.3 * well.wall, high, 0.009), colours.wood))
        cloth = sail(
            lines.depth + half + 0.08, 0.95 * high, (foot + 0.06, foot + 0.02), (foot - 0.3, foot - 0.22), 0.0
        )
        parts.append(Part(cloth, colours.sail))
    return parts


def outrigger(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A narrow canoe with one float, or two, held off by poles; sometimes with a sail."""
    lines = draw_lines(rng, CANOE, low_poly, symmetric=True)
    lines = replace(lines, beam=between(rng, 0.08, 0.15), depth=between(rng, 0.07, 0.11))
    well = Well(0.08, 0.92, 0.1 * lines.beam, 0.012)
    parts = [
        Part(hull(lines, [well]), colours.hull),
        *parts_of(thwarts(rng, lines, well, 3, True), colours.wood),
    ]
    reach, r, long = between(rng, 0.16, 0.32), between(rng, 0.01, 0.025), between(rng, 0.22, 0.36)
    sides = (-1, 1) if chance(rng, 0.4) else (1,) if chance(rng, 0.5) else (-1,)
    for side in sides:
        x = side * reach
        ends = [(x, 1.6 * r, -long), (x, r, -long + 0.06), (x, r, long - 0.06), (x, 1.6 * r, long)]
        parts.append(Part(tube(np.array(ends), [0.5 * r, r, r, 0.5 * r], sides=8), colours.trim))
        for z in (-0.6 * long, 0.6 * long):
            y = lines.top(z)
            path = [(-side * 0.4 * lines.beam, y, z), (side * 0.7 * reach, y + 0.01, z), (x, r, z)]
            parts.append(Part(tube(np.array(path), 0.007, sides=6), colours.wood))
    if chance(rng, 0.4):
        high = between(rng, 0.5, 0.9)
        parts.append(Part(mast(0.12, lines.bottom(0.12) + 0.004, high, 0.007), colours.wood))
        cloth = sail(lines.depth + 0.05, 0.97 * high, (0.12, 0.12), (-0.25, 0.08), between(rng, -0.1, 0.1))
        parts.append(Part(cloth, colours.sail))
    return parts


def log_raft(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """Logs or planks side by side, tied across, with a mast or a post now and then."""
    count, wide = int(rng.integers(4, 9)), between(rng, 0.45, 1.0)
    r = wide / count / 2
    sides = 6 if low_poly else 10
    parts: list[Part] = []
    for i in range(count):
        x, half = (2 * i + 1) * r - wide / 2, 0.5 * between(rng, 0.85, 1.0)
        ring = np.array([0.0, r]) + 1.04 * r * _circle(sides)
        parts.append(Part(stacked([-half, half], np.stack([ring, ring]), "z").moved(x=x), colours.hull))
    for z in np.linspace(-0.34, 0.34, int(rng.integers(2, 4))):
        parts.append(Part(box((0.96 * wide, 0.5 * r, 0.06), (0, 1.95 * r, z)), colours.wood))
    if chance(rng, 0.45):
        high = between(rng, 0.5, 0.9)
        parts.append(Part(mast(0.0, r, high, 0.02), colours.wood))
        parts += square_sail(rng, (0.004, 0.95 * high), between(rng, 0.35, 0.7), 0.6 * high, colours)
    elif chance(rng, 0.3):
        oar = rod((0.3 * wide, r, -0.38), (0.3 * wide, between(rng, 0.3, 0.5), -0.45), 0.016)
        parts.append(Part(oar, colours.wood))
    return parts


def _circle(sides: int) -> Points:
    angle = np.arange(sides) * (2 * np.pi / sides)
    return np.stack([np.cos(angle), np.sin(angle)], 1)


def paper_boat(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """The boat folded from a sheet: a flared hull with raised ends, a triangle standing in the middle."""
    wide, deep, rise = between(rng, 0.3, 0.5), between(rng, 0.14, 0.22), between(rng, 0.05, 0.2)
    low, top = 0.35 * wide / 2, wide / 2
    t = between(rng, 0.01, 0.03)
    rings = []
    for share in (0.0, 0.35, 1.0, 0.35, 0.0):
        end = 1 - share
        a, b = max(low * share, 0.002), max(top * share, 0.004)
        y, bed = deep + rise * end, 0.5 * deep * end**2
        inner = [(max(b - t, 0.0), y), (max(a - 0.5 * t, 0.0), min(bed + t, y))]
        right = [(0.0, bed), (a, bed), (b, y), *inner, (0.0, min(bed + t, y))]
        rings.append(np.array(right + [(-x, h) for x, h in right[::-1]]))
    body = stacked([-0.5, -0.3, 0.0, 0.3, 0.5], np.stack(rings))
    peak, foot = deep + between(rng, 0.08, 0.25), between(rng, 0.22, 0.34)
    triangle = extrusion(np.array([[0.3 * t, -foot], [0.3 * t, foot], [peak, 0.0]]), 0.5 * low, "x")
    return [Part(body, colours.hull), Part(triangle, colours.hull)]
