"""Canoes, kayaks, gondolas and longships."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.boat.fittings import parts_of, thwarts
from training.categories.boat.lines import Lines, Well, hull
from training.categories.boat.palette import Palette
from training.categories.boat.rigs import mast, square_sail
from training.categories.boat.small import open_well, stems
from training.categories.boat.types import CANOE, DOUBLE_ENDED, KAYAK, draw_lines
from training.categories.furniture.draw import between, chance, tailed
from training.shape import Part
from training.solids import Solid, bar, box, cylinder, rod


def canoe(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """An open canoe with upswept ends, a thwart or two and end decks."""
    lines = draw_lines(rng, CANOE, low_poly, symmetric=True)
    deck = between(rng, 0.01, 0.12)
    well = Well(deck, 1 - deck, min(tailed(rng, 0.008, 0.4, 0.005, 0.02), 0.12 * lines.beam), 0.006)
    parts = [Part(hull(lines, [well]), colours.hull)]
    parts += parts_of(thwarts(rng, lines, well, int(rng.integers(1, 4)), True), colours.wood)
    if chance(rng, 0.4):
        parts += parts_of(lines.strake(0.005), colours.trim)
    if chance(rng, 0.2):
        parts += parts_of(_paddle(rng, lines), colours.trim)
    return parts


def kayak(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A decked kayak: one or two cockpits, a crowned deck, perhaps a paddle across."""
    lines = replace(draw_lines(rng, KAYAK, low_poly), bow=0.0)
    wells, places = [], [between(rng, 0.4, 0.5)] if chance(rng, 0.75) else [0.33, 0.6]
    for s in places:
        half = between(rng, 0.06, 0.11)
        wells.append(
            Well(s - half, s + half, 0.1 * lines.beam, 0.25 * lines.depth, True, between(rng, 0.7, 0.95))
        )
    parts = [Part(hull(lines, wells, between(rng, 0.1, 0.5)), colours.hull)]
    for w in wells:
        z, y = (w.rear + w.front) / 2 - 0.5, lines.depth
        x = lines.breadth(z - 0.03, 0.6 * y) - 0.07 * lines.beam
        parts.append(Part(bar((-x, 0.6 * y, z - 0.03), (x, 0.6 * y, z - 0.03), 0.012, 0.5 * y), colours.dark))
    if chance(rng, 0.35):
        parts += parts_of(_paddle(rng, lines), colours.trim)
    return parts


def _paddle(rng: np.random.Generator, lines: Lines) -> list[Solid]:
    """A double paddle laid across the gunwales."""
    z, reach = between(rng, 0.02, 0.1), between(rng, 0.16, 0.28)
    y = lines.top(z) + 0.002
    blades = [box((0.08, 0.006, 0.03), (side * reach, y, z), 0.002) for side in (-1, 1)]
    return [rod((-reach, y, z), (reach, y, z), 0.005), *blades]


def gondola(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A slender black boat whose ends curl up, the iron at its bow, a seat amidships."""
    lines = draw_lines(rng, CANOE, low_poly, symmetric=True)
    up = between(rng, 1.0, 3.0)
    lines = replace(
        lines,
        depth=0.8 * lines.depth,
        spring_bow=up,
        spring_stern=up * between(rng, 0.7, 1.2),
        spring_power=between(rng, 2.5, 5),
        forefoot=0.5,
        tuck=0.5,
        foot_power=3,
        bow_keel=0.85,
        stern_keel=0.85,
    )
    well = Well(0.2, 0.75, 0.01, 0.2 * lines.depth)
    y = lines.top(0.48)
    iron = box((0.01, 0.08, 0.025), (0, y + 0.02, 0.49))
    seat = box((0.7 * lines.beam, 1.1 * lines.depth, 0.05), (0, 0.75 * lines.depth, -0.08), 0.01)
    parts = [
        Part(hull(lines, [well], 0.2), colours.hull),
        Part(iron, colours.metal),
        Part(seat, colours.trim),
    ]
    return parts + parts_of(thwarts(rng, lines, well, 2, True), colours.wood)


def longship(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A Viking ship: high stems, a square sail, shields or oars along the sides."""
    lines = draw_lines(rng, DOUBLE_ENDED, low_poly, symmetric=True)
    lines = replace(
        lines,
        beam=0.75 * lines.beam,
        spring_bow=between(rng, 1.0, 3),
        spring_stern=between(rng, 0.8, 2.6),
        spring_power=between(rng, 3, 7),
    )
    well = open_well(rng, lines, low_poly, True)
    parts = [Part(hull(lines, [well]), colours.hull), *parts_of(stems(rng, lines), colours.trim)]
    parts += parts_of(thwarts(rng, lines, well, 4, True), colours.wood)
    if chance(rng, 0.85):
        high = between(rng, 0.4, 0.75)
        parts += [Part(mast(0.02, 0.0, high, 0.009), colours.wood)]
        wide = between(rng, 0.3, 0.5)
        parts += square_sail(rng, (0.02, high * 0.94), wide, high * between(rng, 0.45, 0.65), colours)
    if chance(rng, 0.55):
        parts += _shields(rng, lines, colours)
    return parts


def _shields(rng: np.random.Generator, lines: Lines, colours: Palette) -> list[Part]:
    """Round shields hung outside the gunwale."""
    count, r = int(rng.integers(4, 9)), between(rng, 0.022, 0.034)
    parts = []
    for i, z in enumerate(np.linspace(-0.25, 0.27, count)):
        y = lines.top(float(z)) - 0.3 * r
        x = lines.breadth(float(z), y)
        for side in (-1, 1):
            disc = cylinder(r, 0.012, (side * x, y, float(z)), axis="x", sides=12)
            parts.append(Part(disc, colours.trim if i % 2 else colours.dark))
    return parts
