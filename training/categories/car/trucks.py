"""Trucks: a cab and a frame that carries a box, a flat bed, a tipper or a tank."""

from __future__ import annotations

import numpy as np

from training.categories.car.cabin import Cabin
from training.categories.car.details import detail_parts, light_bar
from training.categories.car.glazing import cabin_parts
from training.categories.car.hull import Hull
from training.categories.car.palette import Palette
from training.categories.car.plan import Plan
from training.categories.car.running import running_parts
from training.categories.furniture.draw import between, chance, pick
from training.shape import Part
from training.solids import Solid, box, ellipsoid, extrusion

LOADS = {"box": 0.55, "flat": 0.15, "tipper": 0.15, "tank": 0.15}


def truck(rng: np.random.Generator, plan: Plan, colours: Palette) -> list[Part]:
    """A cab with its load."""
    hull = Hull(plan)
    rear = plan.back_z - 0.01 * plan.length
    parts = [Part(hull.body(rear, plan.length / 2), colours.body), Part(_frame(hull), colours.tyre)]
    parts += cabin_parts(rng, Cabin(hull), colours, 1)
    parts += running_parts(rng, hull, colours)
    parts += detail_parts(rng, hull, Cabin(hull), colours)
    if chance(rng, 0.2):
        parts += light_bar(rng, hull, colours)
    return parts + _load(rng, hull, rear, colours)


def _frame(hull: Hull) -> Solid:
    """What joins cab, axles and load."""
    p = hull.plan
    half = max(0.15 * p.width, p.width / 2 + p.wheel_out - 1.1 * p.wheel_width)
    low, high = p.ground, max(p.ground + 0.1 * p.height, 1.05 * p.wheel_radius)
    return box((2 * half, high - low, 0.96 * p.length), (0, (low + high) / 2, 0))


def _load(rng: np.random.Generator, hull: Hull, front: float, colours: Palette) -> list[Part]:
    """What lies on the frame, from just behind the cab to the tail."""
    p = hull.plan
    gap = p.length * (between(rng, -0.01, 0.03) if chance(rng, 0.8) else between(rng, 0.0, 0.06))
    front, rear = front - gap, -p.length / 2
    floor = max(p.ground + 0.14 * p.height, 1.02 * p.wheel_radius)
    if chance(rng, 0.7):
        floor = max(floor, 2.02 * p.wheel_radius)
    long, wide = front - rear, p.width * between(rng, 0.94, 1.1)
    middle = (front + rear) / 2
    bed = box((wide, 0.05 * p.height, long), (0, floor, middle))
    post = box(
        (0.5 * p.width, floor - 0.5 * p.wheel_radius, 0.9 * long),
        (0, floor / 2 + 0.25 * p.wheel_radius, middle),
    )
    parts = [Part(bed, colours.trim), Part(post, colours.tyre)]
    kind = pick(rng, LOADS)
    if kind == "box":
        top = p.height * between(rng, 0.85, 1.35)
        cut = 0.0 if chance(rng, 0.6) else 0.06 * wide
        return [
            *parts,
            Part(box((wide, top - floor, long), (0, (top + floor) / 2, middle), cut), colours.second),
        ]
    if kind == "tank":
        r = (p.width * between(rng, 0.38, 0.5), p.height * between(rng, 0.22, 0.36))
        tank = ellipsoid((r[0], r[1], long / 2), (0, floor + 0.9 * r[1], middle), between(rng, 2.2, 4.5))
        return [*parts, Part(tank, colours.second)]
    return parts + _sides(rng, hull, kind, (floor, front, rear, wide), colours)


def _sides(
    rng: np.random.Generator,
    hull: Hull,
    kind: str,
    place: tuple[float, float, float, float],
    colours: Palette,
) -> list[Part]:
    """Boards round a flat bed, high on tippers; tippers are often heaped."""
    p, (floor, front, rear, wide) = hull.plan, place
    tall = p.height * (between(rng, 0.04, 0.14) if kind == "flat" else between(rng, 0.18, 0.36))
    thick = max(0.012 * p.length, 0.03 * wide)
    y, z, long = floor + tall / 2, (front + rear) / 2, front - rear
    side = box((thick, tall, long), (wide / 2 - thick / 2, y, z))
    parts = [Part(side, colours.second), Part(side.mirrored("x"), colours.second)]
    for end in (front - thick / 2, rear + thick / 2):
        rise = tall * (1.3 if end > z else 1.0)
        parts.append(Part(box((wide, rise, thick), (0, floor + rise / 2, end)), colours.second))
    if chance(rng, 0.35):
        low, high = floor, floor + tall * between(rng, 0.7, 1.5)
        heap = np.array(
            [(low, rear + thick), (high, rear + 0.3 * long), (high, front - 0.3 * long), (low, front - thick)]
        )
        parts.append(Part(extrusion(heap, 0.94 * wide, "x"), colours.inside))
    return parts
