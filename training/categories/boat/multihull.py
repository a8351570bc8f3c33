"""Boats on several floats: catamarans, trimarans, pontoon boats, robots for surveys."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.boat.fittings import parts_of, seat
from training.categories.boat.houses import House, arch, awning
from training.categories.boat.lines import Lines, hull
from training.categories.boat.palette import Palette
from training.categories.boat.rigs import sloop_rig
from training.categories.boat.types import FLOAT, draw_lines
from training.categories.furniture.draw import between, chance, tailed
from training.shape import Part
from training.solids import Solid, box, cylinder, ellipsoid, rod, tube


def _float(rng: np.random.Generator, low_poly: bool, slim: float = 1.0) -> tuple[Solid, Lines]:
    """One float at x = 0, and its lines."""
    lines = draw_lines(rng, FLOAT, low_poly)
    lines = replace(lines, beam=lines.beam * slim)
    return hull(lines, [], between(rng, 0, 0.4)), lines


def _tubes(rng: np.random.Generator, r: float) -> Solid:
    """An inflated or aluminium tube with a raised or conical nose, one unit long."""
    if chance(rng, 0.5):
        rise = between(rng, 0.2, 2.0) * r
        path = [(0, r, -0.5), (0, r, 0.2), (0, r + 0.3 * rise, 0.36), (0, r + rise, 0.5)]
        return tube(np.array(path), [r * 0.9, r, 0.95 * r, r * between(rng, 0.3, 0.8)])
    return tube(np.array([(0, r, -0.49 + 0.2 * r), (0, r, 0.35), (0, 1.1 * r, 0.5)]), [r, r, 0.25 * r])


def _pair(solid: Solid, x: float) -> list[Solid]:
    return [solid.moved(x=-x), solid.mirrored("x").moved(x=x)]


def sailing_catamaran(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """Two hulls, a bridge deck or a net between them, a rig, perhaps a saloon; motor catamarans too."""
    one, lines = _float(rng, low_poly, between(rng, 0.6, 1.0))
    x = between(rng, 0.15, 0.28)
    parts = parts_of(_pair(one, x), colours.hull)
    y, thick = 0.88 * lines.depth, lines.depth * between(rng, 0.12, 0.4)
    rear, front = between(rng, -0.45, -0.3), between(rng, 0.05, 0.3)
    parts.append(
        Part(box((2 * x, thick, front - rear), (0, y - thick / 2, (rear + front) / 2)), colours.deck)
    )
    saloon = chance(rng, 0.6)
    if saloon:
        high = lines.depth * between(rng, 0.5, 1.1)
        house = House(
            rear + between(rng, 0.06, 0.2),
            front - 0.03,
            y - 0.01,
            y + high,
            1.7 * x,
            between(rng, 0.3, 1.4) * high,
            0,
            0.1 * x,
            between(rng, 0.5, 0.9),
            between(rng, 0, 0.2),
        )
        parts += house.parts(rng, colours, 0.9)
    if chance(rng, 0.85 if not saloon else 0.6):
        parts += sloop_rig(
            rng,
            front - 0.05,
            y - 0.01,
            y + (0.08 if saloon else 0),
            y + between(rng, 0.8, 1.4),
            front - 0.06,
            -0.35,
            colours,
        )
    if chance(rng, 0.6):
        parts.append(Part(rod((-x, y - 0.02, 0.36), (x, y - 0.02, 0.36), 0.01), colours.metal))
    return parts


def trimaran(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A main hull and two smaller floats on beams: sailing ones, outrigger canoes, robots with a flat top."""
    main, lines = _float(rng, low_poly, between(rng, 0.8, 1.5))
    small, lesser = _float(rng, low_poly, between(rng, 0.6, 1.2))
    share, x = between(rng, 0.4, 0.9), between(rng, 0.2, 0.38)
    lift = between(rng, 0.0, 0.3) * lines.depth
    placed = small.scaled(share, min(1.0, share * 1.2), share).moved(y=lift, z=between(rng, -0.25, 0.12))
    parts = [
        Part(main, colours.hull),
        *parts_of(_pair(placed, x), colours.hull if chance(rng, 0.6) else colours.trim),
    ]
    low, high = placed.bounds()
    middle = float(low[2] + high[2]) / 2
    top = min(float(high[1]), lines.depth) - 0.25 * min(lesser.depth * share, lines.depth)
    thick = between(rng, 0.012, 0.03)
    for z in (middle - 0.13 * share, middle + 0.13 * share):
        parts.append(Part(box((2 * x, thick, between(rng, 0.02, 0.06)), (0, top, z)), colours.metal))
    if chance(rng, 0.45):
        return parts + sloop_rig(
            rng, 0.08, 0.5 * lines.depth, lines.depth, between(rng, 0.8, 1.3), 0.42, -0.3, colours
        )
    return parts + _payload(rng, lines.depth, x, middle, colours)


def _payload(rng: np.random.Generator, deck: float, x: float, z: float, colours: Palette) -> list[Part]:
    """What a robot carries: a raised panel or a case, a mast with sensors, an antenna."""
    parts: list[Part] = []
    if chance(rng, 0.6):
        high, wide = deck + between(rng, 0.02, 0.12), x * between(rng, 0.7, 2.0)
        parts += parts_of(
            awning(
                wide / 2, z - between(rng, 0.12, 0.25), z + between(rng, 0.1, 0.22), deck - 0.05, high, 0.02
            ),
            colours.dark,
        )
        posts = box((0.3 * wide, high - deck + 0.06, 0.1), (0, (high + deck - 0.05) / 2, z))
        parts.append(Part(posts, colours.house))
        deck = high
    else:
        parts.append(
            Part(box((0.6 * x, 0.09, between(rng, 0.1, 0.25)), (0, deck + 0.02, z), 0.01), colours.house)
        )
        deck += 0.06
    if chance(rng, 0.6):
        top = deck + between(rng, 0.06, 0.3)
        parts.append(Part(rod((0, deck - 0.02, z + 0.06), (0, top, z + 0.06), 0.008), colours.metal))
        head = (
            cylinder(0.03, 0.045, (0, top, z + 0.06))
            if chance(rng, 0.5)
            else ellipsoid((0.03, 0.03, 0.03), (0, top, z + 0.06))
        )
        parts.append(Part(head, colours.dark))
    return parts


def survey(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """An unmanned catamaran: two floats, a frame, a platform with cases, a sensor mast, thrusters."""
    x = between(rng, 0.18, 0.34)
    if chance(rng, 0.5):
        r = between(rng, 0.04, 0.09)
        one, depth = _tubes(rng, r), 2 * r
    else:
        one, lines = _float(rng, low_poly, between(rng, 0.8, 1.3))
        depth = lines.depth
    parts = parts_of(_pair(one, x), colours.hull)
    rear, front, rise = between(rng, -0.36, -0.2), between(rng, 0.05, 0.25), tailed(rng, 0.06, 0.7, 0.0, 0.3)
    y, thick = depth + rise, between(rng, 0.012, 0.04)
    wide = 2 * x * between(rng, 0.45, 1.05)
    parts.append(Part(box((wide, thick, front - rear), (0, y, (rear + front) / 2)), colours.deck))
    for z in (rear + 0.05, front - 0.05):
        path = [
            (x, 0.7 * depth, z),
            (min(x, 0.48 * wide), y, z),
            (-min(x, 0.48 * wide), y, z),
            (-x, 0.7 * depth, z),
        ]
        parts.append(Part(tube(np.array(path), between(rng, 0.008, 0.018), sides=6), colours.metal))
    parts += _payload(rng, y, x, (rear + front) / 2, colours)
    if chance(rng, 0.5):
        both = [box((0.05, 0.14, 0.07), (sign * x, 0.9 * depth, -0.49), 0.01) for sign in (-1, 1)]
        parts += parts_of(both, colours.dark)
    if chance(rng, 0.2):
        parts.append(
            Part(
                arch(0.45 * wide, y - 0.01, y + between(rng, 0.15, 0.35), rear + 0.06, -0.05, 0.01),
                colours.metal,
            )
        )
    return parts


def drone(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """An unmanned boat of one decked hull: a hatch or a panel, a sensor mast, sometimes a cabin-like dome."""
    lines = replace(draw_lines(rng, FLOAT, low_poly), beam=between(rng, 0.16, 0.4))
    parts = [Part(hull(lines, [], between(rng, 0, 0.3)), colours.hull)]
    parts += parts_of(
        lines.coat(between(rng, 0.3, 0.6) * lines.depth) if chance(rng, 0.4) else [], colours.bottom
    )
    if chance(rng, 0.4):
        radii = (0.35 * lines.beam, lines.depth * between(rng, 0.4, 0.9), between(rng, 0.12, 0.3))
        parts.append(
            Part(ellipsoid(radii, (0, 0.95 * lines.depth, -0.05), between(rng, 2, 4)), colours.house)
        )
    parts += _payload(rng, lines.depth, 0.5 * lines.beam, between(rng, -0.15, 0.05), colours)
    if chance(rng, 0.4):
        y = lines.depth
        parts.append(
            Part(
                arch(0.3 * lines.beam, 0.8 * y, y + between(rng, 0.1, 0.3), -0.32, 0.03, 0.01), colours.metal
            )
        )
    return parts


def pontoon_boat(rng: np.random.Generator, colours: Palette, low_poly: bool) -> list[Part]:
    """A flat deck on two tubes with a fence, seats and an awning."""
    r, x = between(rng, 0.035, 0.06), between(rng, 0.11, 0.18)
    parts = parts_of(_pair(_tubes(rng, r), x), colours.metal)
    y, half = 1.95 * r, x + r * between(rng, 0.6, 1.3)
    parts.append(Part(box((2 * half, 0.016, 0.9), (0, y, -0.02)), colours.deck))
    high = between(rng, 0.05, 0.1)
    if chance(rng, 0.85):
        fence = [box((0.01, high, 0.82), (s * (half - 0.006), y + high / 2, -0.03)) for s in (-1, 1)]
        fence += [box((2 * half - 0.01, high, 0.01), (0, y + high / 2, z)) for z in (-0.435, 0.375)]
        parts += parts_of(fence, colours.hull)
    for side in (-1, 1):
        parts.append(
            Part(
                box((0.08, 0.6 * high, 0.25), (side * (half - 0.055), y + 0.3 * high, 0.2), 0.008),
                colours.trim,
            )
        )
    parts += parts_of(seat(0.0, y, -0.12, 0.07), colours.trim)
    if chance(rng, 0.65):
        parts += parts_of(
            awning(0.9 * half, -0.4, between(rng, 0.0, 0.3), y, y + between(rng, 0.15, 0.26), 0.012),
            colours.sail,
        )
    return parts
