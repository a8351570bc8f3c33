"""Boats that are built differently: inflatables, rafts, airboats, hovercraft, water scooters."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.boat.fittings import outboard, parts_of, seat, windscreen
from training.categories.boat.houses import House
from training.categories.boat.lines import Well, hull
from training.categories.boat.palette import Palette
from training.categories.boat.types import PUNT, SPEED, draw_lines
from training.categories.furniture.draw import between, chance
from training.categories.furniture.outlines import circle
from training.categories.furniture.slabs import slab
from training.shape import Part
from training.solids import bar, box, cylinder, ellipsoid, rod, tube


def rib(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A rigid or soft inflatable: a tube collar open at the stern, a transom, an engine, a console."""
    lines = draw_lines(rng, SPEED, low_poly)
    r = lines.beam * between(rng, 0.11, 0.2)
    lines = replace(
        lines, beam=lines.beam - r, stern=1.0, spring_bow=between(rng, 0.2, 0.9), blunt=between(rng, 1.2, 2)
    )
    sole = 0.5 * lines.depth
    parts = [Part(hull(lines, [Well(0.03, 0.92, 0.3 * r, sole)]), colours.deck)]
    s = np.concatenate([[0.0], np.linspace(0.15, 0.75, 4), [0.86, 0.94, 0.985, 1.0]])
    x, y = lines.half(s), lines.sheer(s)
    side = np.stack([np.where(s > 0.99, 0.0, x), y, s - 0.5], 1)
    path = np.concatenate([side, side[-2::-1] * [-1, 1, 1]])
    radii = np.full(len(path), r)
    if chance(rng, 0.5):
        path = np.concatenate([[side[0] + [0, 0, -0.12]], path, [side[0] * [-1, 1, 1] + [0, 0, -0.12]]])
        radii = np.concatenate([[0.3 * r], radii, [0.3 * r]])
    parts.append(Part(tube(path, radii, sides=8 if low_poly else 10), colours.hull))
    if chance(rng, 0.6):
        parts += outboard(rng, lines, colours)
    if chance(rng, 0.5):
        high = lines.depth * between(rng, 0.7, 1.4)
        console = House(
            -0.02, between(rng, 0.07, 0.14), sole - 0.004, sole + high, 0.3 * lines.beam, 0.03, 0, 0.01
        )
        parts += console.parts(rng, colours, 0.2)
        parts += parts_of(seat(0, sole - 0.003, -0.14, 0.25 * lines.beam), colours.dark)
    elif chance(rng, 0.5):
        bench = [box((lines.beam, 0.25 * r, 0.08), (0, lines.depth, z)) for z in (-0.2, 0.12)]
        parts += parts_of(bench, colours.wood)
    return parts


def raft(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A rubber dinghy: a closed ring of tube, or two, with a floor and seats."""
    half, r = between(rng, 0.24, 0.42), between(rng, 0.055, 0.12)
    ring = circle(half - r, 0.5 - r, 20, between(rng, 2, 4.5))
    path = np.column_stack([ring[:, 0], np.full(len(ring), r), ring[:, 1]])
    parts = [Part(tube(path, r, closed=True, sides=8), colours.hull)]
    parts.append(Part(slab(ring, 0.6 * r + 0.02, 0.025), colours.deck))
    if chance(rng, 0.35):
        parts.append(Part(tube(path, r, closed=True, sides=8).moved(y=1.6 * r), colours.trim))
    for z in np.linspace(-0.2, 0.2, int(rng.integers(1, 4))):
        parts.append(Part(rod((-half + r, 1.1 * r, z), (half - r, 1.1 * r, z), 0.6 * r), colours.trim))
    return parts


def airboat(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A flat hull with a raised seat and a propeller in a cage aft."""
    lines = draw_lines(rng, PUNT, low_poly)
    lines = replace(lines, beam=between(rng, 0.36, 0.5), depth=between(rng, 0.06, 0.13))
    sole = 0.5 * lines.depth
    parts = [Part(hull(lines, [Well(0.03, 0.85, 0.05 * lines.beam, sole)]), colours.hull)]
    r, z = lines.beam * between(rng, 0.36, 0.5), between(rng, -0.42, -0.34)
    y = lines.depth + r * between(rng, 1.0, 1.25)
    angle = np.linspace(0, 2 * np.pi, 18, endpoint=False)
    ring = np.stack([r * np.cos(angle), y + r * np.sin(angle), np.full(18, z)], 1)
    parts.append(Part(tube(ring, 0.012, closed=True, sides=6), colours.metal))
    parts += parts_of(
        [
            bar((s * 0.3 * r, sole - 0.01, z + 0.06), (s * 0.9 * r, y - 0.42 * r, z), 0.02, 0.02)
            for s in (-1, 1)
        ],
        colours.metal,
    )
    parts.append(
        Part(bar((-0.98 * r, y - 0.1 * r, z), (0.98 * r, y + 0.1 * r, z), 0.012, 0.03), colours.dark)
    )
    parts.append(Part(box((0.3 * r, 0.4 * r, 0.16), (0, y, z + 0.06), 0.02), colours.dark))
    parts.append(Part(bar((0, sole - 0.01, z + 0.1), (0, y, z + 0.1), 0.06, 0.04), colours.metal))
    parts += parts_of(seat(0, sole - 0.004, z + 0.26, 0.13), colours.trim)
    if chance(rng, 0.6):
        for x in (-0.4, 0.4):
            parts.append(Part(box((0.01, 1.5 * r, 0.08), (x * r, y, z - 0.03)), colours.hull))
    return parts


def hovercraft(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A skirt, a deck, a cabin, one or two ducted fans aft."""
    half, skirt = between(rng, 0.22, 0.36), between(rng, 0.06, 0.13)
    ring = circle(half, 0.5, 28, between(rng, 3, 7))
    parts = [Part(slab(ring, skirt, skirt, 0.4 * skirt), colours.dark)]
    parts.append(Part(slab(0.95 * ring, skirt + 0.03, 0.05), colours.deck))
    y, high = skirt + 0.025, between(rng, 0.1, 0.2)
    house = House(
        between(rng, -0.25, -0.1),
        between(rng, 0.15, 0.36),
        y,
        y + high,
        half * between(rng, 1.0, 1.6),
        0.6 * high,
        0.1 * high,
        0.05 * half,
        0.8,
        0.1,
    )
    parts += house.parts(rng, colours, 0.95)
    count = int(rng.integers(1, 3))
    r = between(rng, 0.08, 0.13)
    for i in range(count):
        x = (i - (count - 1) / 2) * 2.6 * r
        duct = cylinder(r, 0.09, (x, y + 1.05 * r, -0.38), axis="z", sides=16)
        parts += [
            Part(duct, colours.metal),
            Part(box((0.03, 1.2 * r, 0.05), (x, y + 0.3 * r, -0.38)), colours.house),
        ]
        parts.append(Part(box((0.01, 1.6 * r, 0.08), (x, y + 0.78 * r, -0.45)), colours.trim))
    return parts


def water_scooter(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A small solid hull to sit astride: saddle, cowl, handlebar."""
    lines = draw_lines(rng, SPEED, low_poly)
    lines = replace(lines, beam=between(rng, 0.32, 0.42), depth=between(rng, 0.14, 0.2), stern=0.8)
    y = lines.depth
    parts = [Part(hull(lines, [], 0.25), colours.hull)]
    saddle = House(-0.36, 0.05, 0.8 * y, y + between(rng, 0.1, 0.16), 0.14, 0.04, 0.06, 0.015, 0.8, 0.2)
    cowl = ellipsoid((0.11, between(rng, 0.14, 0.2), 0.2), (0, y, 0.12), 2.4)
    top = y + between(rng, 0.18, 0.24)
    grip = tube(np.array([(-0.14, top, 0.02), (0, top - 0.02, 0.07), (0.14, top, 0.02)]), 0.014, sides=6)
    stem = rod((0, y, 0.12), (0, top - 0.02, 0.07), 0.03)
    parts += [
        Part(saddle.slab(0, 1), colours.dark),
        Part(cowl, colours.trim),
        Part(grip, colours.dark),
        Part(stem, colours.dark),
    ]
    if chance(rng, 0.4):
        parts.append(Part(windscreen(0.14, y + 0.1, 0.08, 0.1, 0.06, 0.01, 0.04), colours.glass))
    return parts
