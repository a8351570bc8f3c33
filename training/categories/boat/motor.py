"""Boats with engines: speedboats, cabin cruisers, yachts, trawlers, tugs, bath toys, houseboats, lifeboats."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.boat.fittings import coats, outboard, parts_of, rails, seat, windscreen
from training.categories.boat.houses import House, arch, awning, funnel, pole_mast, radar
from training.categories.boat.lines import Lines, Well, hull
from training.categories.boat.palette import Palette
from training.categories.boat.types import BATH, CRUISER, PUNT, SPEED, TUG, WORK, draw_lines
from training.categories.furniture.draw import between, chance
from training.shape import Part
from training.solids import Solid, box, cylinder, ellipsoid, tube


def _deck(lines: Lines, rear: float, front: float) -> float:
    """The lowest sheer between two z: what stands there must begin below it."""
    return min(lines.top(float(z)) for z in np.linspace(rear, front, 5))


def _room(lines: Lines, rear: float, front: float, share: float = 1.0) -> float:
    """Full width that fits on deck between two z."""
    y = _deck(lines, rear, front)
    return 2 * share * min(lines.breadth(float(z), y) for z in np.linspace(rear, front, 5))


def speedboat(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """An open runabout: foredeck, cockpit, screen, seats, an outboard or a sterndrive."""
    lines = draw_lines(rng, SPEED, low_poly)
    wall = lines.beam * between(rng, 0.03, 0.12)
    rear, front = between(rng, 0.03, 0.3), between(rng, 0.5, 0.86)
    well = Well(rear, front, wall, lines.depth * between(rng, 0.25, 0.7))
    parts = [
        Part(hull(lines, [well], between(rng, 0.0, 0.15)), colours.hull),
        *coats(rng, lines, colours, 0.3),
    ]
    z = front - 0.5 + between(rng, -0.03, 0.02)
    half, y = _room(lines, z - 0.1, z, 0.5) - 0.3 * wall, _deck(lines, z - 0.1, z)
    if chance(rng, 0.8):
        rise = lines.depth * between(rng, 0.25, 0.7)
        screen = windscreen(
            z,
            y - 0.01,
            half,
            rise,
            between(rng, 0.1, 1.2) * rise,
            max(0.006, wall * 0.3),
            between(rng, 0.0, 0.2),
        )
        parts.append(Part(screen, colours.glass))
    parts += _cockpit(rng, lines, well, colours)
    if chance(rng, 0.5):
        parts += outboard(rng, lines, colours, 2 if chance(rng, 0.25) else 1)
    elif chance(rng, 0.2):
        spoiler = lines.depth * between(rng, 0.4, 1.0)
        parts.append(
            Part(
                arch(
                    0.43 * lines.beam * lines.stern,
                    0.8 * lines.top(-0.45),
                    lines.depth + spoiler,
                    -0.42,
                    0.06,
                    0.016,
                ),
                colours.trim,
            )
        )
    if chance(rng, 0.35):
        parts += parts_of(lines.strake(between(rng, 0.005, 0.012)), colours.trim)
    return parts


def _cockpit(rng: np.random.Generator, lines: Lines, well: Well, colours: Palette) -> list[Part]:
    """Seats, a bench aft and a console, all within the well."""
    parts: list[Part] = []
    long, mid = well.front - well.rear, (well.front + well.rear) / 2 - 0.5
    size = min(0.26 * lines.beam, 0.3 * long)
    if chance(rng, 0.7):
        for x in (-1, 1) if chance(rng, 0.7) else (1,):
            parts += parts_of(seat(x * 0.2 * lines.beam, well.sole - 0.003, mid, size), colours.trim)
    if chance(rng, 0.5):
        z = well.rear - 0.5 + 0.09 * long
        half = max(0.02, lines.breadth(z, lines.depth * 0.8) - 0.7 * well.wall)
        bench = box((2 * half, 0.5 * size, 0.22 * long), (0, well.sole + 0.2 * size, z), 0.08 * size)
        parts.append(Part(bench, colours.trim))
    if chance(rng, 0.25):
        high = (lines.depth - well.sole) * between(rng, 0.9, 1.6)
        console = House(
            mid + 0.08 * long, mid + 0.24 * long, well.sole - 0.003, well.sole + high, 0.28 * lines.beam, 0.03
        )
        parts += console.parts(rng, colours, 0.2)
        if chance(rng, 0.5):
            roof = awning(
                0.3 * lines.beam,
                mid - 0.15 * long,
                mid + 0.25 * long,
                well.sole - 0.003,
                lines.depth * between(rng, 2.0, 2.8),
                0.014,
            )
            parts += parts_of(roof, colours.house)
    return parts


def cruiser(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A cabin boat: a low trunk forward, a house, a cockpit aft, sometimes a flybridge."""
    lines = draw_lines(rng, CRUISER, low_poly)
    end = between(rng, 0.2, 0.45)
    well = Well(0.025, end, 0.06 * lines.beam, lines.depth * between(rng, 0.3, 0.7))
    wells = [well] if chance(rng, 0.8) else []
    parts = [Part(hull(lines, wells, between(rng, 0, 0.12)), colours.hull), *coats(rng, lines, colours, 0.35)]
    rear, front = end - 0.5 + between(rng, -0.02, 0.03), between(rng, 0.05, 0.28)
    parts += _superstructure(rng, lines, rear, front, colours)
    if chance(rng, 0.4):
        parts += parts_of(
            rails(lines, between(rng, -0.1, 0.2), 0.46, 0.3 * lines.depth, 0.004, 4), colours.metal
        )
    if chance(rng, 0.25):
        parts += outboard(rng, lines, colours, int(rng.integers(1, 3)))
    if chance(rng, 0.3):
        parts += parts_of(lines.strake(0.007, between(rng, 0, 0.3)), colours.trim)
    return parts


def _superstructure(
    rng: np.random.Generator, lines: Lines, rear: float, front: float, colours: Palette
) -> list[Part]:
    """Trunk, saloon and what stands on it."""
    y, width = _deck(lines, rear, front), _room(lines, rear, front, between(rng, 0.7, 0.95))
    low, high = y - 0.3 * lines.depth, lines.depth * between(rng, 0.45, 1.0)
    lean = high * between(rng, 0.2, 1.3)
    lean = min(lean, 0.5 * (front - rear))
    house = House(rear, front, low, y + high, width, lean, between(rng, -0.1, 0.4) * high, 0.1 * width * rng.random(),
                  between(rng, 0.6, 1.0), between(rng, 0, 0.2))  # fmt: skip
    parts = house.parts(rng, colours, 0.9)
    if chance(rng, 0.5) and front < 0.3:
        long = between(rng, 0.08, 0.4 - front)
        trunk = House(front - 0.08, front + long, low, lines.top(front) + 0.35 * high, _room(lines, front, front + long, 0.75),
                      0.5 * long, 0, 0.02, 0.5, 0.1)  # fmt: skip
        parts += trunk.parts(rng, colours, 0.4)
    if chance(rng, 0.4):
        parts += _flybridge(rng, house, colours)
    elif chance(rng, 0.3):
        parts += parts_of(radar(rear + 0.3 * (front - rear), house.high - 0.004, 0.25 * width), colours.metal)
    return parts


def _flybridge(rng: np.random.Generator, below: House, colours: Palette) -> list[Part]:
    """A second, smaller deck with a screen, seats or a hard top."""
    h = (below.high - below.low) * between(rng, 0.2, 0.5)
    front = below.front - below.lean_front - 0.02
    bridge = House(below.rear + 0.02, front, below.high - 0.005, below.high + h, 0.84 * below.width - 2 * below.lean_side,
                   0.4 * h, 0, 0.01, 0.9, below.corner)  # fmt: skip
    parts = [Part(bridge.slab(0, 1), colours.house)]
    middle = (bridge.rear + front) / 2
    if chance(rng, 0.5):
        roof = awning(
            0.42 * bridge.width,
            bridge.rear + 0.02,
            middle + 0.05,
            bridge.high - 0.01,
            bridge.high + 2 * h,
            0.012,
        )
        parts += parts_of(roof, colours.house)
    else:
        parts.append(
            Part(
                arch(0.47 * bridge.width, bridge.high - 0.01, bridge.high + h, middle - 0.02, 0.04, 0.01),
                colours.house,
            )
        )
    return parts


def yacht(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A motor yacht of two or three tiers that recede upward."""
    lines = draw_lines(rng, CRUISER, low_poly)
    lines = replace(lines, beam=0.82 * lines.beam, depth=0.75 * lines.depth)
    parts = [
        Part(hull(lines, [Well(0.02, 0.16, 0.03, 0.5 * lines.depth)]), colours.hull),
        *coats(rng, lines, colours, 0.3),
    ]
    rear, front = between(rng, -0.36, -0.24), between(rng, 0.12, 0.3)
    low, width = _deck(lines, rear, front) - 0.3 * lines.depth, _room(lines, rear, front, 0.9)
    y = _deck(lines, rear, front)
    for i in range(int(rng.integers(2, 4))):
        high = lines.depth * between(rng, 0.4, 0.65)
        lean = min(high * between(rng, 0.6, 2.2), 0.4 * (front - rear))
        tier = House(
            rear,
            front,
            low,
            y + high,
            width,
            lean,
            0,
            0.04 * width,
            between(rng, 0.6, 0.95),
            between(rng, 0, 0.15),
        )
        parts += tier.parts(rng, colours, 0.95)
        low, y = y + high - 0.005, y + high
        rear, front = rear + between(rng, 0.0, 0.09), front - lean - between(rng, 0.0, 0.06)
        width *= between(rng, 0.8, 0.92)
        if front - rear < 0.1:
            break
    middle = (rear + front) / 2
    parts.append(Part(arch(0.4 * width, y - 0.02, y + 0.4 * lines.depth, middle, 0.05, 0.01), colours.house))
    return parts


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
    width = _room(lines, rear, front, between(rng, 0.5, 0.8))
    house = House(rear, front, deck - 0.004, lines.depth + high, width, high * between(rng, -0.12, 0.2), 0.0,
                  0.04 * width * rng.random(), 1.0, between(rng, 0, 0.15))  # fmt: skip
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
    width, high = _room(lines, rear, front, between(rng, 0.5, 0.75)), lines.depth * between(rng, 0.4, 0.8)
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
    high, width = lines.beam * between(rng, 0.25, 0.6), _room(lines, rear, front, between(rng, 0.75, 0.98))
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


def barge_deckhouse(lines: Lines, share: float) -> list[Solid]:
    """Hatch covers of a barge or coaster, in one row."""
    width = share * lines.beam
    return [box((width, 0.3 * lines.depth, 0.16), (0, lines.depth, z)) for z in (-0.12, 0.08, 0.28)]
