"""Closed and open road cars: hull, cabin, wheels and details put together."""

from __future__ import annotations

import numpy as np

from training.categories.car.cabin import Cabin
from training.categories.car.details import detail_parts, light_bar, roof_rack
from training.categories.car.glazing import cabin_parts, seats
from training.categories.car.hull import Hull
from training.categories.car.palette import Palette
from training.categories.car.plan import Plan
from training.categories.car.running import running_parts
from training.categories.furniture.draw import between, chance
from training.shape import Part
from training.solids import box

MANY_WINDOWS = {
    "bus": (4, 9),
    "van": (1, 4),
    "stepvan": (1, 3),
    "wagon": (2, 4),
    "minivan": (2, 4),
    "suv": (2, 4),
}


def closed_car(rng: np.random.Generator, plan: Plan, colours: Palette) -> list[Part]:
    """Sedans, wagons, vans, buses and the like."""
    hull = Hull(plan)
    cabin = Cabin(hull)
    parts = [Part(hull.body(-plan.length / 2, plan.length / 2), colours.body)]
    parts += cabin_parts(rng, cabin, colours, _windows(rng, plan.kind))
    parts += _underside(hull, colours) + running_parts(rng, hull, colours)
    parts += detail_parts(rng, hull, cabin, colours)
    if chance(rng, 0.1):
        parts += light_bar(rng, hull, colours)
    if chance(rng, 0.16):
        parts.append(_skirt(rng, hull, colours))
    if chance(rng, 0.35 if plan.kind in ("suv", "offroad", "wagon") else 0.06):
        parts += roof_rack(rng, hull, cabin, colours)
    return parts


def pickup(rng: np.random.Generator, plan: Plan, colours: Palette) -> list[Part]:
    """A cabin before an open bed, sometimes loaded or covered."""
    hull = Hull(plan)
    bed = plan.back_z - 0.012 * plan.length
    if chance(rng, 0.15) or bed + plan.length / 2 < plan.tail_run + 0.12 * plan.length:
        parts = [Part(hull.body(-plan.length / 2, plan.length / 2), colours.body)]
    else:
        parts = [Part(hull.body(bed, plan.length / 2), colours.body), *open_box(rng, hull, bed, colours)]
    parts += cabin_parts(
        rng, Cabin(hull), colours, 2 if plan.screen_z - plan.roof_z > 0.2 * plan.length else 1
    )
    parts += _underside(hull, colours) + running_parts(rng, hull, colours)
    return parts + detail_parts(rng, hull, Cabin(hull), colours)


def open_box(rng: np.random.Generator, hull: Hull, front: float, colours: Palette) -> list[Part]:
    """A bed from z = front to the tail: floor, two walls, a tail gate."""
    p, rear = hull.plan, -hull.plan.length / 2
    thick = max(p.width * between(rng, 0.03, 0.07), 0.012 * p.length)
    rail = min(p.deck_y, p.tail_y)
    floor = p.ground + (rail - p.ground) * between(rng, 0.3, 0.6)
    floor = max(floor, min(2.04 * p.wheel_radius, rail - 0.08 * p.height))  # over the tyres, within the walls
    tail = rear + p.tail_run + 0.03 * p.length
    inner = float(hull.half_width(np.array([front]))[0])
    gate = hull.body(rear, tail)
    bed = box(
        (1.8 * inner, floor - p.ground, front - rear - p.tail_run + 0.02),
        (0, (floor + p.ground) / 2, (front + rear + p.tail_run) / 2 + 0.01),
    )
    parts = [Part(gate, colours.body)]
    if p.arch_gap < 0:
        parts.append(Part(bed, colours.inside))
    else:
        narrow = max(inner - 1.05 * p.wheel_width, 0.1 * p.width) / inner / 0.9
        parts.append(Part(bed.scaled(narrow, 1, 1), colours.inside))
        parts.append(Part(hull.body(tail - 0.01, front + 0.02, floor), colours.inside))
    wall = hull.wall(tail - 0.01, front + 0.02, thick)
    return [*parts, Part(wall, colours.body), Part(wall.mirrored("x"), colours.body)]


def convertible(rng: np.random.Generator, plan: Plan, colours: Palette) -> list[Part]:
    """An open cockpit with walls, seats, a windscreen in its frame, sometimes a roll bar."""
    hull, cabin = Hull(plan), Cabin(Hull(plan))
    front, rear = plan.cowl_z - 0.02 * plan.length, plan.back_z
    floor = plan.ground + (min(plan.cowl_y, plan.deck_y) - plan.ground) * between(rng, 0.3, 0.7)
    thick = max(plan.width * between(rng, 0.05, 0.1), 0.014 * plan.length)
    parts = [
        Part(hull.body(front, plan.length / 2), colours.body),
        Part(hull.body(-plan.length / 2, rear), colours.body),
    ]
    parts.append(Part(hull.body(rear - 0.01, front + 0.01, floor), colours.inside))
    wall = hull.wall(rear - 0.01, front + 0.01, thick)
    parts += [Part(wall, colours.body), Part(wall.mirrored("x"), colours.body)]
    parts += open_top(rng, cabin, colours, floor)
    parts += _underside(hull, colours) + running_parts(rng, hull, colours)
    return parts + detail_parts(rng, hull, None, colours)


def open_top(rng: np.random.Generator, cabin: Cabin, colours: Palette, floor: float) -> list[Part]:
    """Windscreen and seats of an open car."""
    p = cabin.hull.plan
    head = cabin.eaves + 0.5 * p.roof_edge
    out = 0.007 * p.length
    parts = [Part(cabin.screen((-0.96, 0.96), cabin.foot, head, out, out, False), colours.glass)]
    for side in ((-0.99, -0.9), (0.9, 0.99)):
        parts.append(Part(cabin.screen(side, cabin.foot, head, 1.3 * out, 1.3 * out, False), colours.trim))
    rows = 2 if p.cowl_z - p.back_z > 0.33 * p.length else 1
    parts += seats(rng, cabin, colours, rows, floor)
    base = box(
        (1.5 * float(cabin.half_width(p.cowl_y)), 0.08 * p.height, 0.7 * (p.cowl_z - p.back_z)),
        (0, floor + 0.04 * p.height, (p.cowl_z + p.back_z) / 2 - 0.04 * p.length),
    )
    return [*parts, Part(base, colours.inside)]


def _underside(hull: Hull, colours: Palette) -> list[Part]:
    return [Part(hull.core(), colours.tyre)] if hull.plan.arch_gap >= 0 else []


def _skirt(rng: np.random.Generator, hull: Hull, colours: Palette) -> Part:
    """A lower body of another colour, as on off-roaders and toys."""
    p = hull.plan
    ceiling = p.ground + (p.nose_y - p.ground) * between(rng, 0.2, 0.6)
    solid = hull.skirt(ceiling, p.wheel_radius * between(rng, 0.08, 0.3), p.width * between(rng, 0.006, 0.03))
    return Part(solid, colours.trim if chance(rng, 0.7) else colours.second)


def _windows(rng: np.random.Generator, kind: str) -> int:
    low, high = MANY_WINDOWS.get(kind, (1, 3))
    return int(rng.integers(low, high))
