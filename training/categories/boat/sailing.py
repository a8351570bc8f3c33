"""Sailing boats: dinghies, sloops, two-masters, galleons and catamarans under sail."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.boat.fittings import coats, fin, parts_of, rudder, thwarts
from training.categories.boat.houses import House
from training.categories.boat.lines import Lines, Well, hull
from training.categories.boat.palette import Palette
from training.categories.boat.rigs import mast, sail, sloop_rig, square_sail
from training.categories.boat.types import GALLEON, KEELBOAT, ROW, draw_lines
from training.categories.furniture.draw import between, chance
from training.shape import Part
from training.solids import Solid, box, cylinder, rod


def sloop(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A keelboat with one mast or two, a trunk cabin and a cockpit."""
    lines = draw_lines(rng, KEELBOAT, low_poly)
    well = Well(0.06, between(rng, 0.25, 0.4), 0.16 * lines.beam, 0.55 * lines.depth)
    wells = [well] if chance(rng, 0.75) else []
    parts = [Part(hull(lines, wells, between(rng, 0, 0.1)), colours.hull), *coats(rng, lines, colours, 0.35)]
    z = between(rng, 0.02, 0.2)
    if chance(rng, 0.75):
        rear, front = well.front - 0.5, min(0.3, z + between(rng, 0.05, 0.2))
        high = lines.depth * between(rng, 0.2, 0.6)
        trunk = House(
            rear,
            front,
            0.6 * lines.depth,
            lines.depth + high,
            0.62 * lines.beam,
            between(rng, 0.02, 0.12),
            0,
            0.03,
            between(rng, 0.4, 0.8),
            between(rng, 0, 0.15),
        )
        parts += trunk.parts(rng, colours, 0.7)
    if chance(rng, 0.5):
        parts += parts_of(_keel(rng, lines), colours.bottom)
    high = lines.depth + between(rng, 0.65, 1.45)
    two = chance(rng, 0.15)
    end = -0.15 if two else between(rng, -0.45, -0.25)
    parts += sloop_rig(rng, z, 0.5 * lines.depth, lines.depth, high, between(rng, 0.4, 0.47), end, colours)
    if two:
        foot = 0.4 * lines.depth
        parts += sloop_rig(rng, -0.24, foot, lines.depth, 0.75 * high, -0.2, -0.5, colours)
    return parts


def _keel(rng: np.random.Generator, lines: Lines) -> list[Solid]:
    """A fin with or without a bulb, or a long keel, and the rudder."""
    drop, z = lines.depth * between(rng, 0.4, 1.6), between(rng, -0.05, 0.1)
    long, thick = between(rng, 0.08, 0.4), between(rng, 0.008, 0.02)
    top = 0.3 * lines.depth
    solids = [
        fin(
            np.array(
                [[z - long / 2, top], [z - 0.4 * long, -drop], [z + 0.3 * long, -drop], [z + long / 2, top]]
            ),
            thick,
        )
    ]
    if long < 0.2 and chance(rng, 0.35):
        solids.append(cylinder(1.4 * thick, 1.3 * long, (0, -drop, z), axis="z", sides=10))
    return [*solids, rudder(lines, between(rng, 0.2, 0.8) * drop, thick)]


def sailing_dinghy(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """An open boat with a mast: cats, sprits, toy sailing boats."""
    lines = draw_lines(rng, ROW, low_poly)
    wall = max(0.008, lines.beam * between(rng, 0.03, 0.12))
    well = Well(max(0.012, wall), between(rng, 0.6, 0.96), wall, lines.depth * between(rng, 0.12, 0.5))
    wells = [well] if chance(rng, 0.8) else []
    parts = [Part(hull(lines, wells), colours.hull)]
    if wells:
        parts += parts_of(thwarts(rng, lines, well, int(rng.integers(1, 4)), False), colours.wood)
    z = between(rng, 0.05, 0.3)
    foot = min(lines.bottom(z) + 0.3 * wall, 0.5 * lines.depth)
    high = lines.depth + between(rng, 0.5, 1.5)
    parts += sloop_rig(
        rng, z, foot, lines.depth, high, between(rng, 0.4, 0.46), between(rng, -0.45, -0.2), colours
    )
    if chance(rng, 0.3):
        parts.append(Part(rudder(lines, 0.3 * lines.depth, 0.012), colours.wood))
    return parts


def galleon(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A ship with square sails: raised quarterdeck and forecastle, bowsprit, one to three masts."""
    lines = draw_lines(rng, GALLEON, low_poly)
    if low_poly:
        lines = replace(lines, beam=min(lines.beam, 0.42))
    rear, front, deck = (
        between(rng, 0.2, 0.36),
        between(rng, 0.7, 0.85),
        lines.depth * between(rng, 0.65, 0.9),
    )
    parts = [
        Part(hull(lines, [Well(rear, front, 0.05 * lines.beam, deck)]), colours.hull),
        *coats(rng, lines, colours, 0.2),
    ]
    parts += _castles(rng, lines, rear - 0.5, colours)
    if chance(rng, 0.85):
        tip = (0, lines.top(0.48) + between(rng, 0.03, 0.14), 0.5 + between(rng, 0.08, 0.25))
        parts.append(Part(rod((0, 0.9 * lines.top(0.4), 0.4), tip, 0.012, 0.007), colours.wood))
    high = between(rng, 0.5, 0.95)
    for z, share in _masts(rng):
        parts += _masted(rng, lines, z, deck - 0.01, lines.depth + high * share, colours)
    if chance(rng, 0.4):
        parts += parts_of(lines.strake(0.008, between(rng, 0.0, 0.3)), colours.trim)
    return parts + (_guns(rng, lines, colours) if chance(rng, 0.25) else [])


def _masts(rng: np.random.Generator) -> list[tuple[float, float]]:
    """Places and heights of one to three masts."""
    draw = rng.random()
    if draw < 0.3:
        return [(between(rng, -0.05, 0.1), 1.0)]
    return [(0.2, 0.95), (-0.12, 1.0)] if draw < 0.6 else [(0.28, 0.9), (0.0, 1.0), (-0.3, 0.8)]


def _masted(
    rng: np.random.Generator, lines: Lines, z: float, low: float, high: float, colours: Palette
) -> list[Part]:
    """One mast with one to three square sails, or a fore-and-aft one, or none."""
    parts = [Part(mast(z, low, high, between(rng, 0.009, 0.018)), colours.wood)]
    if chance(rng, 0.12):
        return parts
    if z < -0.2 and chance(rng, 0.5):
        cloth = sail(lines.depth + 0.08, 0.95 * high, (z, z), (z - 0.24, z - 0.1), 0.06)
        return [*parts, Part(cloth, colours.sail)]
    count = int(rng.integers(1, 4))
    room = (0.96 * high - lines.depth - 0.08) / count
    wide = lines.beam * between(rng, 0.8, 1.7)
    for i in range(count):
        width = wide * (1 - 0.22 * (count - 1 - i)) if i else wide * (1 - 0.2 * (count - 1))
        parts += square_sail(rng, (z, 0.96 * high - i * room), width, 0.9 * room, colours)
    if chance(rng, 0.3):
        parts.append(Part(cylinder(0.035, 0.03, (0, high * 0.985, z), sides=10), colours.wood))
    if chance(rng, 0.3):
        parts.append(Part(box((0.004, 0.05, 0.1), (0, high - 0.01, z - 0.05)), colours.trim))
    return parts


def _castles(rng: np.random.Generator, lines: Lines, rear: float, colours: Palette) -> list[Part]:
    """A quarterdeck, perhaps a poop on it, perhaps a forecastle."""
    h, y = lines.depth * between(rng, 0.3, 0.8), lines.top(-0.5)
    width = 2 * lines.breadth(-0.47, lines.top(-0.47)) * between(rng, 0.85, 1.0)
    quarter = House(
        -0.485, rear, 0.8 * lines.depth, y + h, width, 0, between(rng, -0.05, 0.02), 0.08 * width, 1.0
    )
    parts = quarter.parts(rng, colours, 0.4)
    if chance(rng, 0.5):
        poop = House(
            -0.485,
            -0.5 + 0.55 * (rear + 0.5),
            quarter.high - 0.01,
            quarter.high + 0.8 * h,
            0.8 * width,
            0,
            0,
            0.05 * width,
        )
        parts += poop.parts(rng, colours, 0.4)
    if chance(rng, 0.5):
        front = House(
            0.26,
            0.42,
            0.8 * lines.depth,
            lines.top(0.35) + 0.6 * h,
            1.2 * lines.breadth(0.38, lines.top(0.38)),
            0,
            0,
            0.01,
            0.7,
        )
        parts += front.parts(rng, colours, 0.1)
    return parts


def _guns(rng: np.random.Generator, lines: Lines, colours: Palette) -> list[Part]:
    """Cannon that look out of both sides."""
    parts: list[Part] = []
    for z in np.linspace(-0.2, 0.2, int(rng.integers(2, 5))):
        y = 0.7 * lines.depth
        x = lines.breadth(float(z), y)
        for side in (-1, 1):
            parts.append(
                Part(rod((side * (x - 0.02), y, z), (side * (x + 0.035), y + 0.004, z), 0.013), colours.dark)
            )
    return parts
