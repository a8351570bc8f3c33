"""Boats that are rowed: tenders, skiffs with two pointed ends, punts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.boat.fittings import coats, oars, outboard, parts_of, thwarts
from training.categories.boat.lines import Lines, Well, hull
from training.categories.boat.palette import Palette
from training.categories.boat.types import DOUBLE_ENDED, PUNT, ROW, draw_lines
from training.categories.furniture.draw import between, chance, tailed
from training.shape import Part
from training.solids import Solid, bar, tube


def open_well(rng: np.random.Generator, lines: Lines, low_poly: bool, double: bool) -> Well:
    """The inside of an open boat: a thin skin, sometimes floor boards, closed at the transom."""
    wall = tailed(rng, 0.011, 0.45, 0.005, 0.03) if not low_poly else lines.beam * between(rng, 0.05, 0.13)
    wall = min(wall, 0.16 * lines.beam)
    # Kits fill the bottom up to a floor, real boats have boards low down or none.
    high = between(rng, 0.2, 0.6) if low_poly else between(rng, 0.1, 0.45)
    sole = lines.depth * (high if chance(rng, 0.75 if low_poly else 0.45) else 0.0)
    rear = between(rng, 0.004, 0.02) if double else max(0.008, 1.2 * wall)
    bow = 1 - (between(rng, 0.05, 0.2) if chance(rng, 0.25) else between(rng, 0.004, 0.02))
    return Well(rear, bow, wall, max(sole, 0.8 * wall))


def rowboat(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A tender or skiff with a transom; thwarts, often oars, now and then an outboard."""
    lines = draw_lines(rng, ROW, low_poly)
    return _pulling_boat(rng, lines, colours, low_poly, double=False)


def skiff(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A double-ended boat whose stems rise."""
    lines = draw_lines(rng, DOUBLE_ENDED, low_poly, symmetric=chance(rng, 0.5))
    lines = replace(lines, widest=min(0.52, lines.widest))
    parts = _pulling_boat(rng, lines, colours, low_poly, double=True)
    if chance(rng, 0.45):
        parts += parts_of(stems(rng, lines), colours.trim)
    return parts


def stems(rng: np.random.Generator, lines: Lines) -> list[Solid]:
    """Stem posts that stand above the sheer at both ends."""
    thick, rise = between(rng, 0.006, 0.014), between(rng, 0.01, 0.08)
    ends = []
    for z, s in ((0.5, 1.0), (-0.5, 0.0)):
        low, high = float(lines.keel(s)), float(lines.sheer(s))
        lean = np.sign(z) * between(rng, -0.01, 0.03)
        ends.append(bar((0, max(low - 0.01, 0), z * 0.995), (0, high + rise, z + lean), thick, 1.8 * thick))
    return ends


def _pulling_boat(
    rng: np.random.Generator, lines: Lines, colours: Palette, low_poly: bool, double: bool
) -> list[Part]:
    well = open_well(rng, lines, low_poly, double)
    parts = [Part(hull(lines, [well]), colours.hull)]
    parts += coats(rng, lines, colours, 0.2)
    seats = int(rng.integers(1, 5)) if chance(rng, 0.92) else 0
    benches = thwarts(rng, lines, well, seats, double)
    parts += parts_of(benches, colours.wood)
    if chance(rng, 0.5):
        parts += parts_of(lines.strake(max(0.6 * well.wall, 0.005) * between(rng, 0.8, 1.3)), colours.trim)
    if chance(rng, 0.28) and benches:
        rest = max(float(b.bounds()[1, 1]) for b in benches)
        parts += parts_of(oars(rng, lines, rest), colours.wood)
    if not double and chance(rng, 0.14):
        parts += outboard(rng, lines, colours)
    if not low_poly and chance(rng, 0.2):
        parts += parts_of(_frames(lines, well, int(rng.integers(4, 10))), colours.wood)
    return parts


def _frames(lines: Lines, well: Well, count: int) -> list[Solid]:
    """Ribs across the inside."""
    ribs = []
    for s in np.linspace(well.rear + 0.1, well.front - 0.15, count):
        right = lines.at(float(s) - 0.5)[1:] - [0.8 * well.wall, 0]
        right = right[(right[:, 0] > 0.02 * lines.beam) & (right[:, 1] > well.sole - well.wall)]
        if len(right) > 1:
            path = np.concatenate([right[::-1] * [-1, 1], right])
            ribs.append(tube(np.column_stack([path, np.full(len(path), s - 0.5)]), 0.6 * well.wall, sides=4))
    return ribs


def punt(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A flat-bottomed boat with square ends: punts, prams, jon boats."""
    lines = draw_lines(rng, PUNT, low_poly)
    wall = min(tailed(rng, 0.014, 0.4, 0.006, 0.03), 0.12 * lines.beam)
    deck = between(rng, 0.02, 0.2)
    well = Well(max(0.01, wall) if chance(rng, 0.6) else deck, 1 - deck, wall, 0.12 * lines.depth + wall)
    parts = [Part(hull(lines, [well]), colours.hull)]
    parts += parts_of(thwarts(rng, lines, well, int(rng.integers(1, 4)), True), colours.wood)
    if chance(rng, 0.25):
        parts += outboard(rng, lines, colours)
    return parts
