"""Warships, aircraft carriers and submarines."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.boat.fittings import coats, fin, parts_of
from training.categories.boat.houses import House, funnel, pole_mast
from training.categories.boat.lines import Lines, hull
from training.categories.boat.palette import Palette
from training.categories.boat.types import NAVAL, draw_lines
from training.categories.furniture.draw import between, chance
from training.categories.vehicle.sections import stacked, superellipse
from training.shape import Part
from training.solids import box, cylinder, rod


def warship(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A destroyer or patrol boat: tiers amidships, masts, guns fore and aft."""
    lines = draw_lines(rng, NAVAL, low_poly)
    parts = [Part(hull(lines, []), colours.hull), *coats(rng, lines, colours, 0.5)]
    rear, front = between(rng, -0.22, -0.05), between(rng, 0.12, 0.24)
    width, y = 0.85 * lines.beam, lines.depth
    low, step, middle = 0.75 * y, lines.depth * between(rng, 0.35, 0.6), 0.0
    for _ in range(int(rng.integers(2, 4))):
        lean = between(rng, 0.0, 0.03)
        tier = House(rear, front, low, y + step, width, lean, lean, 0.06 * width, between(rng, 0.7, 1))
        parts += tier.parts(rng, colours, 0.5)
        middle = (rear + lean + front - lean) / 2
        low, y = y + step - 0.004, y + step
        front, rear, width = front - lean - 0.02, rear + lean + between(rng, 0, 0.12), 0.78 * width
        if front - rear < 0.06:
            break
    parts += parts_of(
        pole_mast(middle, y - 0.02, y + lines.depth * between(rng, 1, 2.4), 0.008, 0.04),
        colours.metal,
    )
    if chance(rng, 0.7):
        parts += funnel(
            rng,
            between(rng, -0.15, -0.02),
            0.9 * lines.depth,
            y + 0.2 * lines.depth,
            0.14 * lines.beam,
            colours,
            0.01,
        )
    for z in [0.3, 0.38, -0.33, -0.25][: int(rng.integers(1, 5))]:
        parts += _turret(rng, lines, z, colours)
    return parts


def _turret(rng: np.random.Generator, lines: Lines, z: float, colours: Palette) -> list[Part]:
    """A gun house that points fore or aft, one to three barrels."""
    ahead, size, y = np.sign(z), 0.24 * lines.beam, lines.top(z)
    parts = [
        Part(box((1.3 * size, 0.9 * size, 1.6 * size), (0, y + 0.3 * size, z), 0.15 * size), colours.house)
    ]
    for x in np.linspace(-0.4, 0.4, int(rng.integers(1, 4))) * size:
        tip = (x, y + 0.75 * size, z + ahead * 2.6 * size)
        parts.append(Part(rod((x, y + 0.45 * size, z), tip, max(0.003, 0.1 * size)), colours.metal))
    return parts


def carrier(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """An aircraft carrier: a wide flat deck with an island on its right (-X) side."""
    lines = draw_lines(rng, NAVAL, low_poly)
    y, wide = lines.depth, lines.beam * between(rng, 1.3, 2.1)
    parts = [Part(hull(replace(lines, spring_bow=0.0, spring_stern=0.0), []), colours.hull)]
    ring = np.array(
        [
            [-0.5, 0.4],
            [-0.5, -0.4],
            [-0.3, -0.5],
            [0.25, -0.5],
            [0.5, -0.2],
            [0.5, 0.3],
            [0.1, 0.36],
            [-0.2, 0.5],
        ]
    )
    ring = ring * [1.0, wide]
    parts.append(
        Part(stacked([0.85 * y, y + 0.1 * y], np.stack([ring * [0.96, 0.7], ring]), "y"), colours.deck)
    )
    island = House(-0.1, between(rng, 0.02, 0.12), y, y + between(rng, 0.05, 0.1), 0.14 * wide, 0.01, 0.01)
    block = [Part(p.solid.moved(x=-0.38 * wide), p.material) for p in island.parts(rng, colours, 0.8)]
    tower = [
        s.moved(x=-0.38 * wide) for s in pole_mast(-0.02, island.high - 0.01, island.high + 0.06, 0.006, 0.02)
    ]
    return parts + block + parts_of(tower, colours.metal)


def submarine(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A pressure hull with a sail, planes, rudders and a propeller; toys are short and fat."""
    fat = between(rng, 0.2, 0.42) if low_poly or chance(rng, 0.25) else between(rng, 0.085, 0.17)
    r, sides = fat / 2, 8 if low_poly else 18
    s = np.unique(np.concatenate([1 - np.cos(np.linspace(0, np.pi / 2, 7)), np.linspace(0, 1, 5)]))
    nose, tail, power = between(rng, 0.08, 0.3), between(rng, 0.25, 0.5), between(rng, 1.2, 2.2)
    z = np.concatenate([-0.5 + tail * s, 0.5 - nose * s[::-1]])
    grown = np.concatenate([(1 - (1 - s) ** power) ** (1 / 1.3), np.sqrt(1 - (1 - s[::-1]) ** 2)])
    radii = np.maximum(grown, 0.06) * r
    rings = superellipse(radii, radii * between(rng, 0.9, 1.15), between(rng, 2, 2.6), sides)
    rings[..., 1] += r
    parts = [Part(stacked(z, rings), colours.hull)]
    return parts + _sail_and_planes(rng, r, colours)


def _sail_and_planes(rng: np.random.Generator, r: float, colours: Palette) -> list[Part]:
    """The tower with periscopes, bow or sail planes, the cross of the stern, the propeller."""
    rear, long, high = between(rng, -0.05, 0.15), between(rng, 0.1, 0.2), r * between(rng, 0.6, 1.3)
    tower = House(
        rear,
        rear + long,
        1.7 * r,
        2 * r + high,
        r * between(rng, 0.3, 0.6),
        0.02 * rng.random(),
        0.03,
        0.03 * r,
        0.6,
        0.25,
    )
    parts = [Part(tower.slab(0, 1), colours.hull if chance(rng, 0.6) else colours.trim)]
    for i in range(int(rng.integers(0, 4))):
        z = rear + long * (0.35 + 0.15 * i)
        parts.append(
            Part(
                rod((0, tower.high - 0.01, z), (0, tower.high + r * between(rng, 0.3, 1), z), 0.005),
                colours.metal,
            )
        )
    thick, z = max(0.006, 0.06 * r), -0.5 + between(rng, 0.05, 0.12)
    span, chord = r * between(rng, 0.9, 1.4), between(rng, 0.04, 0.08)
    parts.append(Part(box((2 * span, thick, chord), (0, r, z)), colours.hull))
    parts.append(
        Part(
            fin(
                np.array(
                    [
                        [z - chord / 2, r - span],
                        [z + chord / 2, r - span],
                        [z + chord / 2, r + span],
                        [z - chord / 2, r + span],
                    ]
                ),
                thick,
            ),
            colours.hull,
        )
    )
    if chance(rng, 0.6):
        y, at = (2 * r + 0.5 * high, rear + 0.6 * long) if chance(rng, 0.5) else (1.2 * r, 0.3)
        parts.append(Part(box((2.6 * r, thick, 0.06), (0, y, at)), colours.hull))
    screw = cylinder(0.45 * r, 0.02, (0, r, -0.5), axis="z", sides=12)
    return [*parts, Part(screw, colours.metal)]
