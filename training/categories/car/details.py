"""Bumpers, lamps, grille, mirrors, and what stands on roofs and tails."""

from __future__ import annotations

import numpy as np

from training.categories.car.cabin import Cabin
from training.categories.car.hull import Hull
from training.categories.car.palette import Palette
from training.categories.furniture.draw import between, chance
from training.materials import Material
from training.shape import Part
from training.solids import Solid, bar, box, cylinder, ellipsoid


def detail_parts(rng: np.random.Generator, hull: Hull, cabin: Cabin | None, colours: Palette) -> list[Part]:
    """All trimmings of a car; `cabin` is None for open ones."""
    parts = lamps(rng, hull, colours) + bumpers(rng, hull, colours)
    p = hull.plan
    if cabin is not None and chance(rng, 0.62):
        parts += mirrors(rng, cabin, colours)
    if chance(rng, 0.4 if p.kind in ("offroad", "jeep") else 0.0):
        parts += spare_wheel(rng, hull, colours)
    if p.kind in ("coupe", "supercar", "hatchback", "sedan") and chance(rng, 0.22):
        parts += spoiler(rng, hull, colours)
    return parts


def bumpers(rng: np.random.Generator, hull: Hull, colours: Palette) -> list[Part]:
    """Bars across both ends, from hardly there to heavy."""
    if chance(rng, 0.22):
        return []
    p, parts = hull.plan, []
    low = p.ground + p.height * between(rng, -0.03, 0.05)
    high = low + p.height * between(rng, 0.05, 0.18)
    out, shift = p.width * between(rng, -0.01, 0.02), p.length * between(rng, 0.003, 0.03)
    deep = max(p.nose_run, p.tail_run) * 0.6 + p.length * between(rng, 0.02, 0.06)
    for sign in (1,) if p.kind == "truck" else (1, -1):
        ends = sorted([sign * p.length / 2, sign * (p.length / 2 - deep)])
        parts.append(Part(hull.band(ends[0], ends[1], low, high, out, sign * shift), colours.trim))
    return parts


def lamps(rng: np.random.Generator, hull: Hull, colours: Palette) -> list[Part]:
    """Head lamps, tail lamps and a grille."""
    p, parts = hull.plan, []
    top = float(hull.top(np.array([p.length / 2 - 0.5 * p.nose_run]))[0])
    y = p.ground + (top - p.ground) * between(rng, 0.55, 0.78)
    x = p.width / 2 * between(rng, 0.6, 0.8)
    tall, wide = p.height * between(rng, 0.04, 0.12), p.width * between(rng, 0.08, 0.2)
    round_ = chance(rng, 0.35)
    parts += _pair(_lamp(hull, x, y, wide, tall, 1, round_), colours.head_lamp)
    if chance(rng, 0.75):
        parts.append(
            Part(
                _lamp(
                    hull,
                    0.0,
                    y - between(rng, 0.0, 0.06) * p.height,
                    2 * (x - wide / 2) * 0.85,
                    tall * between(rng, 0.7, 1.8),
                    1,
                    False,
                ),
                colours.grille,
            )
        )
    if p.kind != "truck" and chance(rng, 0.85):
        tail_top = float(hull.top(np.array([-p.length / 2 + 0.5 * p.tail_run]))[0])
        y = p.ground + (tail_top - p.ground) * between(rng, 0.5, 0.8)
        tall, wide = p.height * between(rng, 0.04, 0.14), p.width * between(rng, 0.06, 0.2)
        parts += _pair(
            _lamp(hull, p.width / 2 * between(rng, 0.65, 0.82), y, wide, tall, -1, False), colours.tail_lamp
        )
    return parts


def mirrors(rng: np.random.Generator, cabin: Cabin, colours: Palette) -> list[Part]:
    """A mirror on each door, behind the windscreen's foot."""
    p = cabin.hull.plan
    y = max(p.cowl_y, p.deck_y) + p.height * between(rng, 0.02, 0.09)
    z = float(cabin.front(y)) - 0.8 * p.corner - p.length * between(rng, 0.0, 0.05)
    x = float(cabin.half_width(y))
    wide, tall, deep = (p.width * between(rng, *r) for r in ((0.07, 0.15), (0.05, 0.1), (0.03, 0.06)))
    head = ellipsoid((wide / 2, tall / 2, deep / 2), (x + 0.7 * wide, y + 0.2 * tall, z), between(rng, 2, 6))
    stalk = bar(
        (x - 0.1 * p.width, min(p.cowl_y, p.deck_y) - 0.05 * p.height, z),
        (x + 0.6 * wide, y + 0.1 * tall, z),
        0.45 * tall,
        0.45 * tall,
    )
    material = colours.body if chance(rng, 0.6) else colours.trim
    return _pair(head, material) + _pair(stalk, material)


def spare_wheel(rng: np.random.Generator, hull: Hull, colours: Palette) -> list[Part]:
    """A wheel on the tail gate."""
    p = hull.plan
    r, thick = p.wheel_radius * between(rng, 0.8, 1.0), 0.8 * p.wheel_width
    y = min(p.deck_y - 0.2 * r, p.ground + 1.5 * r)
    z = hull.end_z(0.0, y, -1) - 0.4 * thick
    disc = cylinder(r, thick, (0, y, z), axis="z")
    return [Part(disc, colours.tyre), Part(cylinder(0.6 * r, 1.06 * thick, (0, y, z), axis="z"), colours.rim)]


def spoiler(rng: np.random.Generator, hull: Hull, colours: Palette) -> list[Part]:
    """A wing over the tail on two posts."""
    p = hull.plan
    z = -p.length / 2 + p.tail_run * 0.4 + p.length * between(rng, 0.02, 0.06)
    deck = float(hull.top(np.array([z]))[0])
    rise, span = p.height * between(rng, 0.06, 0.24), p.width * between(rng, 0.7, 0.96)
    thick = max(0.008 * p.length, 0.02)
    blade = box((span, thick, p.length * between(rng, 0.04, 0.08)), (0, deck + rise, z))
    post = box(
        (thick * 1.2, rise + 0.12 * p.height, 0.035 * p.length),
        (span * 0.36, deck + rise / 2 - 0.06 * p.height, z),
    )
    material = colours.body if chance(rng, 0.6) else colours.trim
    return [
        Part(blade.turned("x", between(rng, -4, 8), (0, deck + rise, z)), material),
        *_pair(post, material),
    ]


def light_bar(rng: np.random.Generator, hull: Hull, colours: Palette) -> list[Part]:
    """Lamps of police and rescue cars, or a taxi's sign."""
    p = hull.plan
    wide = p.width * (between(rng, 0.14, 0.3) if chance(rng, 0.35) else between(rng, 0.45, 0.75))
    tall, deep = p.height * between(rng, 0.05, 0.11), p.length * between(rng, 0.025, 0.06)
    z = p.screen_z - (p.screen_z - p.roof_z) * between(rng, 0.2, 0.6)
    foot = p.height - p.crown
    lamp = box((wide, tall + p.crown, deep), (0, foot + (tall + p.crown) / 2, z), 0.2 * tall)
    return [Part(lamp, colours.signal)]


def roof_rack(rng: np.random.Generator, hull: Hull, cabin: Cabin, colours: Palette) -> list[Part]:
    """Two rails along the roof, sometimes with cross bars and luggage."""
    p = hull.plan
    x = float(cabin.half_width(cabin.eaves)) * 0.86 - p.roof_edge
    thick, rise = max(0.008 * p.length, 0.02), p.height * between(rng, 0.015, 0.05)
    front, rear = p.screen_z - 0.03 * p.length, p.roof_z + 0.03 * p.length
    if front - rear < 0.1 * p.length:
        return []
    foot = cabin.eaves + 0.3 * p.roof_edge
    rail = box(
        (thick, p.height + rise - foot, front - rear), (x, (p.height + rise + foot) / 2, (front + rear) / 2)
    )
    parts = _pair(rail, colours.trim)
    if chance(rng, 0.4):
        size = (1.7 * x, p.height * between(rng, 0.06, 0.2), (front - rear) * between(rng, 0.4, 0.9))
        centre = (0, p.height + size[1] / 2 - 0.5 * p.crown, (front + rear) / 2)
        parts.append(Part(box(size, centre, 0.15 * size[1]), colours.inside))
    return parts


def _lamp(hull: Hull, x: float, y: float, wide: float, tall: float, sign: int, round_: bool) -> Solid:
    """A lamp whose face stands a little out of the nose (sign 1) or tail (-1)."""
    p = hull.plan
    deep, out = 0.09 * p.length, 0.005 * p.length
    z = hull.end_z(x, y, sign) - sign * (deep / 2 - out)
    if round_:
        return cylinder(tall * 0.62, deep, (x, y, z), axis="z")
    return box((wide, tall, deep), (x, y, z))


def _pair(solid: Solid, material: Material) -> list[Part]:
    return [Part(solid, material), Part(solid.mirrored("x"), material)]
