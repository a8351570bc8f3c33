"""Merchant ships: container ships, carriers with hatches, tankers, liners, ferries, paddle steamers."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np

from training.categories.boat.fittings import coats, parts_of
from training.categories.boat.houses import House, funnel, pole_mast
from training.categories.boat.lines import Lines, hull
from training.categories.boat.palette import Palette
from training.categories.boat.types import SHIP, draw_lines
from training.categories.furniture.draw import between, chance
from training.materials import paint
from training.shape import Part
from training.solids import bar, box, cylinder, ellipsoid, rod


def _ship(rng: np.random.Generator, low_poly: bool, deep: float = 1.0) -> Lines:
    """Lines of a merchant ship; kits make them half as long."""
    lines = draw_lines(rng, SHIP, low_poly)
    stout = between(rng, 1.2, 2.0) if low_poly else 1.0
    return replace(lines, beam=lines.beam * stout, depth=lines.depth * deep * (0.5 + 0.5 * stout))


def _bridge(
    rng: np.random.Generator, lines: Lines, rear: float, front: float, colours: Palette
) -> list[Part]:
    """A block of accommodation with bridge wings, a mast and a funnel behind or on it."""
    high = lines.depth * between(rng, 0.9, 1.9)
    width = 2 * lines.breadth((rear + front) / 2, lines.depth) * between(rng, 0.7, 0.95)
    block = House(rear, front, 0.8 * lines.depth, lines.depth + high, width)
    parts = block.parts(rng, colours, 0.6)
    if chance(rng, 0.6):
        y = lines.depth + 0.84 * high
        parts.append(
            Part(
                box((lines.beam, 0.14 * high, 0.4 * (front - rear)), (0, y, front - 0.21 * (front - rear))),
                colours.house,
            )
        )
    if chance(rng, 0.7):
        parts += parts_of(
            pole_mast((rear + front) / 2, block.high - 0.01, block.high + 0.5 * high, 0.006, 0.03),
            colours.metal,
        )
    r = 0.14 * width * between(rng, 0.8, 1.5)
    z = rear - 1.2 * r if rear > -0.4 and chance(rng, 0.5) else rear + 1.9 * r
    parts += funnel(rng, z, 0.9 * lines.depth, block.high + 0.3 * high, r, colours, between(rng, 0, 0.02))
    return parts


def cargo_ship(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A container ship or a general carrier with hatches and derricks; house aft, seldom amidships."""
    lines = _ship(rng, low_poly)
    parts = [Part(hull(lines, []), colours.hull), *coats(rng, lines, colours, 0.6)]
    rear = between(rng, -0.44, -0.3) if chance(rng, 0.8) else between(rng, -0.1, 0.05)
    front = rear + between(rng, 0.07, 0.16)
    parts += _bridge(rng, lines, rear, front, colours)
    bays = _bays(rng, lines, front + 0.02, between(rng, 0.3, 0.42))
    if rear > -0.2:
        bays += _bays(rng, lines, -0.44, rear - 0.08)
    if chance(rng, 0.65):
        return parts + _containers(rng, lines, bays)
    return parts + _hatches(rng, lines, bays, colours)


def _bays(rng: np.random.Generator, lines: Lines, rear: float, front: float) -> list[tuple[float, float]]:
    """(rear, front) of each hold."""
    count = max(1, round((front - rear) / between(rng, 0.1, 0.2)))
    edges = np.linspace(rear, front, count + 1)
    return [(float(a) + 0.004, float(b) - 0.004) for a, b in pairwise(edges)]


def _containers(rng: np.random.Generator, lines: Lines, bays: list[tuple[float, float]]) -> list[Part]:
    """Stacks of boxes: one to three blocks of different colours and heights a bay."""
    parts = []
    base = lines.depth * between(rng, 0.35, 1.2)
    cols = int(rng.integers(1, 4))
    for rear, front in bays:
        width = 1.86 * min(lines.breadth(rear, lines.depth), lines.breadth(front, lines.depth))
        for i in range(cols):
            high = base * between(rng, 0.6, 1.1)
            x = ((i + 0.5) / cols - 0.5) * width
            block = box(
                (0.98 * width / cols, high + 0.2 * lines.depth, front - rear),
                (x, lines.depth + high / 2 - 0.1 * lines.depth, (rear + front) / 2),
            )
            parts.append(Part(block, paint(rng)))
    return parts


def _hatches(
    rng: np.random.Generator, lines: Lines, bays: list[tuple[float, float]], colours: Palette
) -> list[Part]:
    """Low hatch covers and derrick posts between them."""
    parts = []
    for i, (rear, front) in enumerate(bays):
        size = (0.6 * lines.beam, 0.45 * lines.depth, 0.8 * (front - rear))
        parts.append(Part(box(size, (0, lines.depth, (rear + front) / 2)), colours.deck))
        if i % 2 and chance(rng, 0.8):
            high = lines.depth * between(rng, 1.8, 3)
            parts += parts_of(pole_mast(rear, 0.9 * lines.depth, high, 0.007, 0.05), colours.metal)
            parts.append(
                Part(rod((0, 1.2 * lines.depth, rear), (0, 0.9 * high, front), 0.005), colours.metal)
            )
    return parts


def tanker(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A long flush deck with pipes, a manifold and the house right aft; sometimes gas domes; barges too."""
    lines = _ship(rng, low_poly)
    parts = [Part(hull(lines, []), colours.hull), *coats(rng, lines, colours, 0.7)]
    rear = between(rng, -0.45, -0.38)
    parts += _bridge(rng, lines, rear, rear + between(rng, 0.06, 0.12), colours)
    y = lines.depth
    if chance(rng, 0.25):
        r = 0.4 * lines.beam
        tanks = [ellipsoid((r, r, r), (0, y, z)) for z in np.arange(-0.2, 0.36, 2.3 * r)[:5]]
        return parts + parts_of(tanks, colours.metal)
    parts.append(
        Part(
            bar(
                (0, y + 0.03 * lines.depth, -0.35),
                (0, y + 0.03 * lines.depth, 0.4),
                0.12 * lines.beam,
                0.3 * lines.depth,
            ),
            colours.metal,
        )
    )
    for z in (-0.05, 0.2)[: int(rng.integers(1, 3))]:
        parts.append(
            Part(
                box((0.8 * lines.beam, 0.2 * lines.depth, 0.02), (0, y + 0.05 * lines.depth, z)), colours.trim
            )
        )
    parts += parts_of(pole_mast(0.43, 0.9 * y, 2.2 * y, 0.005, 0.02), colours.metal)
    return parts


def liner(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A passenger ship: tiers of decks along most of the hull and one to four funnels; ferries."""
    lines = _ship(rng, low_poly, between(rng, 0.8, 1.3))
    parts = [Part(hull(lines, []), colours.hull), *coats(rng, lines, colours, 0.4)]
    rear, front, width = between(rng, -0.46, -0.3), between(rng, 0.2, 0.36), 0.95 * lines.beam
    width = min(
        width, 2 * lines.breadth(front, 0.95 * lines.depth), 2 * lines.breadth(rear, 0.95 * lines.depth)
    )
    low, y = 0.8 * lines.depth, lines.depth
    step = lines.depth * between(rng, 0.22, 0.5)
    for _ in range(int(rng.integers(2, 5))):
        lean = between(rng, 0.0, 0.04)
        deck = House(
            rear, front, low, y + step, width, lean, 0, 0, between(rng, 0.75, 1), between(rng, 0, 0.1)
        )
        parts += [Part(deck.slab(0, 1), colours.house)]
        if chance(rng, 0.75):
            parts.append(Part(deck.slab(0.5, 0.8, 0.002), colours.glass))
        low, y = y + step - 0.004, y + step
        rear, front, width = (
            rear + between(rng, 0, 0.06),
            front - lean - between(rng, 0, 0.08),
            width * between(rng, 0.85, 1),
        )
    count = int(rng.choice([1, 2, 3, 4], p=[0.4, 0.3, 0.2, 0.1]))
    places = (
        np.linspace(rear + 0.08, front - 0.08, count)
        if count > 1
        else [between(rng, min(rear + 0.05, (rear + front) / 2), (rear + front) / 2)]
    )
    rise, r, rake = (
        lines.depth * between(rng, 0.6, 1.8),
        lines.beam * between(rng, 0.1, 0.2),
        between(rng, 0, 0.05),
    )
    seed = int(rng.integers(1 << 31))
    for z in places:
        parts += funnel(np.random.default_rng(seed), float(z), y - 0.01, y + rise, r, colours, rake)
    if chance(rng, 0.6):
        parts += parts_of(pole_mast(front + 0.02, 0.9 * lines.depth, y + rise, 0.005, 0.03), colours.metal)
    return parts


def steamer(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A paddle steamer: wheels at the sides or at the stern, open decks, two thin chimneys."""
    lines = replace(_ship(rng, low_poly, 0.7), beam=between(rng, 0.2, 0.32))
    parts = [Part(hull(lines, []), colours.hull)]
    y, step, half = lines.depth, between(rng, 0.05, 0.08), 0.45 * lines.beam
    rear, front = between(rng, -0.4, -0.3), between(rng, 0.22, 0.34)
    for i in range(2):
        house = House(
            rear + 0.04 * i, front - 0.08 * i, y - 0.02, y + step, 2 * half * (0.9 - 0.15 * i), corner=0.0
        )
        parts += [Part(house.slab(0, 1), colours.house), Part(house.slab(0.45, 0.8, 0.003), colours.glass)]
        y += step
        parts.append(
            Part(box((2 * half, 0.008, front - rear + 0.03), (0, y, (front + rear) / 2)), colours.trim)
        )
    for x in (-1, 1):
        stack = cylinder(0.012, 0.18, (x * 0.5 * half, y + 0.07, between(rng, 0.08, 0.1)), sides=10)
        parts.append(Part(stack, colours.dark))
    r = between(rng, 0.07, 0.11)
    if chance(rng, 0.5):
        parts.append(
            Part(cylinder(r, 1.6 * half, (0, 0.7 * r, -0.5 - 0.6 * r), axis="x", sides=12), colours.trim)
        )
        parts.append(Part(box((1.7 * half, 0.02, r), (0, 0.7 * r, -0.5)), colours.hull))
    else:
        both = [cylinder(r, 0.05, (x * (half + 0.02), 0.7 * r, -0.02), axis="x", sides=14) for x in (-1, 1)]
        parts += parts_of(both, colours.trim)
    return parts
