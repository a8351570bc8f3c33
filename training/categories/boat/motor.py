"""Motor boats for pleasure: speedboats, cabin cruisers, yachts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.boat.fittings import coats, outboard, parts_of, rails, seat, windscreen
from training.categories.boat.houses import House, arch, awning, deck_under, radar, room_on
from training.categories.boat.lines import Lines, Well, hull
from training.categories.boat.palette import Palette
from training.categories.boat.types import CRUISER, SPEED, draw_lines
from training.categories.furniture.draw import between, chance
from training.shape import Part
from training.solids import box


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
    z = front - 0.49 + between(rng, 0.0, 0.02) + 0.3 * wall
    half, y = room_on(lines, z - 0.1, z, 0.5) - 0.3 * wall, deck_under(lines, z - 0.1, z)
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
    y, width = deck_under(lines, rear, front), room_on(lines, rear, front, between(rng, 0.7, 0.95))
    low, high = y - 0.3 * lines.depth, lines.depth * between(rng, 0.45, 1.0)
    lean = high * between(rng, 0.2, 1.3)
    lean = min(lean, 0.5 * (front - rear))
    house = House(
        rear,
        front,
        low,
        y + high,
        width,
        lean,
        between(rng, -0.1, 0.4) * high,
        0.1 * width * rng.random(),
        between(rng, 0.6, 1.0),
        between(rng, 0, 0.2),
    )
    parts = house.parts(rng, colours, 0.9)
    if chance(rng, 0.5) and front < 0.3:
        long = between(rng, 0.08, 0.4 - front)
        trunk = House(
            front - 0.08,
            front + long,
            low,
            lines.top(front) + 0.35 * high,
            room_on(lines, front, front + long, 0.75),
            0.5 * long,
            0,
            0.02,
            0.5,
            0.1,
        )
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
    bridge = House(
        below.rear + 0.02,
        front,
        below.high - 0.005,
        below.high + h,
        0.84 * below.width - 2 * below.lean_side,
        0.4 * h,
        0,
        0.01,
        0.9,
        below.corner,
    )
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
    low, width = deck_under(lines, rear, front) - 0.3 * lines.depth, room_on(lines, rear, front, 0.9)
    y = deck_under(lines, rear, front)
    for _ in range(int(rng.integers(2, 4))):
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
