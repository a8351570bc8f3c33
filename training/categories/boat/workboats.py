"""Working boats and their toys: trawlers, tugs, bath toys, houseboats, lifeboats."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.boat.fittings import coats, parts_of
from training.categories.boat.houses import House, arch, funnel, pole_mast, room_on
from training.categories.boat.lines import Lines, Well, hull
from training.categories.boat.palette import Palette
from training.categories.boat.types import BATH, PUNT, TUG, WORK, draw_lines
from training.categories.furniture.draw import between, chance
from training.shape import Part
from training.solids import box, cylinder, ellipsoid, tube


def trawler(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A fishing boat: wheelhouse fore or aft, mast and boom, a gantry, bulwarks round a working deck."""
    lines = draw_lines(rng, WORK, low_poly)
    aft = chance(rng, 0.4)
    deck = lines.depth * between(rng, 0.55, 0.9)
    well = Well(0.04, between(rng, 0.85, 0.95), 0.035 * lines.beam, deck)
    parts = [Part(hull(lines, [well]), colours.hull), *coats(rng, lines, colours, 0.5)]
    rear = between(rng, -0.38, -0.28) if aft else between(rng, -0.05, 0.12)
    front = rear + between(rng, 0.16, 0.32)
    high = lines.depth * between(rng, 0.7, 1.5)
    width = room_on(lines, rear, front, between(rng, 0.5, 0.8))
    house = House(
        rear,
        front,
        deck - 0.004,
        lines.depth + high,
        width,
        high * between(rng, -0.12, 0.2),
        0.0,
        0.04 * width * rng.random(),
        1.0,
        between(rng, 0, 0.15),
    )
    parts += house.parts(rng, colours, 0.95)
    parts += _fishing_gear(rng, lines, house, deck, aft, colours)
    if chance(rng, 0.4):
        parts += parts_of(lines.strake(0.008, between(rng, 0.0, 0.25)), colours.trim)
    return parts


def _fishing_gear(
    rng: np.random.Generator, lines: Lines, house: House, deck: float, aft: bool, colours: Palette
) -> list[Part]:
    """Mast and boom, a stern gantry, a winch or fish boxes."""
    parts: list[Part] = []
    if chance(rng, 0.75):
        z = house.front + 0.04 if aft else house.rear - 0.03
        z = z if chance(rng, 0.6) else (house.rear + house.front) / 2
        high, r = house.high + lines.depth * between(rng, 0.3, 1.8), between(rng, 0.006, 0.012)
        parts += parts_of(pole_mast(z, deck - 0.004, high, r, between(rng, 0.03, 0.09)), colours.metal)
        if chance(rng, 0.6):
            side = 1 if aft else -1
            tip = (0, high - 0.02, z + side * between(rng, 0.12, 0.3))
            parts.append(Part(tube(np.array([(0, deck + 0.1, z), tip]), 0.7 * r, sides=6), colours.metal))
    if chance(rng, 0.4):
        half = 0.8 * lines.breadth(-0.4, deck)
        parts.append(
            Part(
                arch(half, deck - 0.01, lines.depth * between(rng, 1.5, 2.4), -0.4, 0.0, 0.012), colours.metal
            )
        )
    if chance(rng, 0.5):
        z = 0.25 if aft else -0.28
        parts.append(
            Part(
                box((0.35 * lines.beam, 0.3 * lines.depth, 0.08), (0, deck + 0.14 * lines.depth, z)),
                colours.trim,
            )
        )
    return parts


def tug(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A tug: a stout hull with fenders, a tiered house forward, a funnel, a tow post."""
    lines = draw_lines(rng, TUG, low_poly)
    deck = lines.depth * between(rng, 0.6, 0.95)
    parts = [
        Part(hull(lines, [Well(0.03, 0.94, 0.04 * lines.beam, deck)]), colours.hull),
        *coats(rng, lines, colours, 0.5),
    ]
    rear, front = between(rng, -0.25, -0.1), between(rng, 0.15, 0.3)
    width, high = room_on(lines, rear, front, between(rng, 0.5, 0.75)), lines.depth * between(rng, 0.4, 0.8)
    first = House(
        rear,
        front,
        deck - 0.004,
        lines.depth + high,
        width,
        0,
        0,
        0,
        between(rng, 0.6, 1),
        between(rng, 0, 0.2),
    )
    parts += first.parts(rng, colours, 0.6)
    bridge_rear = front - between(rng, 0.14, 0.22)
    bridge = House(
        bridge_rear,
        front - 0.03,
        first.high - 0.004,
        first.high + lines.depth * between(rng, 0.4, 0.9),
        0.8 * width,
        between(rng, -0.03, 0.03),
        0,
        0.01,
    )
    parts += bridge.parts(rng, colours, 0.95)
    z = (rear + bridge_rear) / 2
    parts += funnel(
        rng,
        z,
        first.high - 0.01,
        first.high + lines.depth * between(rng, 0.5, 1.3),
        0.13 * width * between(rng, 0.9, 1.8),
        colours,
        between(rng, 0, 0.03),
    )
    if chance(rng, 0.5):
        parts += parts_of(
            pole_mast(
                (bridge.rear + bridge.front) / 2,
                bridge.high - 0.01,
                bridge.high + 0.7 * lines.depth,
                0.007,
                0.04,
            ),
            colours.metal,
        )
    parts += parts_of(lines.strake(between(rng, 0.012, 0.028), between(rng, 0.02, 0.2)), colours.dark)
    post = cylinder(0.02, 0.4 * lines.depth, (0, deck + 0.19 * lines.depth, -0.32), sides=10)
    return [*parts, Part(post, colours.dark)]


def bath_toy(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A chunky toy: a plump hull, one or two blocks, a round funnel or a mast."""
    lines = draw_lines(rng, BATH, low_poly)
    open_ = chance(rng, 0.4)
    wells = [Well(0.08, 0.88, 0.1 * lines.beam, 0.55 * lines.depth)] if open_ else []
    parts = [Part(hull(lines, wells), colours.hull)]
    low = 0.55 * lines.depth - 0.005 if open_ else 0.8 * lines.depth
    rear, front, width = (
        between(rng, -0.3, -0.1),
        between(rng, 0.05, 0.2),
        lines.beam * between(rng, 0.35, 0.6),
    )
    high = lines.depth * between(rng, 1.3, 2.3)
    house = House(rear, front, low, high, width, between(rng, 0, 0.05), 0, 0.0, 1, between(rng, 0, 0.3))
    parts += house.parts(rng, colours, 0.5)
    z, r = (rear + front) / 2 + between(rng, -0.04, 0.04), between(rng, 0.03, 0.09)
    for i in range(int(rng.integers(1, 3))):
        parts += funnel(
            rng, z - i * 2.6 * r, low, high + lines.depth * between(rng, 0.3, 1.0), r, colours, 0.0
        )
    return parts


def houseboat(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A barge hull with a long house: canal boats, houseboats, ferries of one deck."""
    lines = draw_lines(rng, PUNT, low_poly)
    lines = replace(lines, depth=lines.depth * between(rng, 0.7, 1.1))
    parts = [Part(hull(lines, []), colours.hull)]
    rear, front = between(rng, -0.44, -0.3), between(rng, 0.2, 0.4)
    high, width = lines.beam * between(rng, 0.25, 0.6), room_on(lines, rear, front, between(rng, 0.75, 0.98))
    low = 0.7 * lines.depth
    house = House(
        rear, front, low, lines.depth + high, width, 0.02 * rng.random(), 0, 0.06 * width * rng.random()
    )
    parts += house.parts(rng, colours, 0.9)
    if chance(rng, 0.4):
        parts += funnel(
            rng, between(rng, -0.1, 0.1), house.high - 0.01, house.high + 0.4 * high, 0.015, colours, 0
        )
    return parts


def lifeboat(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """An enclosed lifeboat: a rounded canopy over a double-ended hull, with a small conning tower."""
    lines = replace(draw_lines(rng, TUG, low_poly), stern=between(rng, 0.2, 0.8), spring_bow=0.15)
    y, h = 0.9 * lines.depth, lines.depth * between(rng, 0.6, 1.2)
    dome = ellipsoid((0.46 * lines.beam, h, 0.44), (0, y, -0.02), between(rng, 2.2, 4))
    tower = House(
        -0.3,
        -0.12,
        y + 0.3 * h,
        y + h * between(rng, 1.15, 1.5),
        0.4 * lines.beam,
        0.04,
        0.02,
        0.03,
        1.0,
        0.15,
    )
    parts: list[Part] = [
        Part(hull(lines, []), colours.hull),
        Part(dome, colours.house),
        *tower.parts(rng, colours, 1),
    ]
    return parts + parts_of(lines.strake(0.014, 0.05), colours.dark)
