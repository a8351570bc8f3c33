"""Cars whose wheels stand beside a narrow body under their own fenders: jeeps, vintage and rounded cars."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from training.categories.car.assembly import closed_car, convertible
from training.categories.car.hull import Hull
from training.categories.car.palette import Palette
from training.categories.car.plan import Plan
from training.categories.car.running import wheel_x
from training.categories.furniture.draw import between, chance
from training.materials import Material
from training.shape import Part
from training.solids import Solid, box, cylinder, ellipsoid, extrusion, tube


def narrowed(rng: np.random.Generator, plan: Plan, share: float) -> Plan:
    """The plan with a body of `share` of the width, wheels where they were, and no arches."""
    width = plan.width * share
    out = (plan.width - width) / 2 + plan.wheel_width * between(rng, 0.0, 0.1)
    return replace(plan, width=width, wheel_out=out, arch_gap=-1.0)


def jeep(rng: np.random.Generator, plan: Plan, colours: Palette) -> list[Part]:
    """A flat-sided body, open or closed, under flat fenders."""
    plan = narrowed(rng, plan, between(rng, 0.76, 0.94)) if chance(rng, 0.7) else plan
    room = plan.cowl_z - plan.back_z > 0.24 * plan.length
    open_ = chance(rng, 0.5) and room
    parts = convertible(rng, plan, colours) if open_ else closed_car(rng, plan, colours)
    if plan.arch_gap < 0:
        parts += _fenders(rng, Hull(plan), colours, squared=chance(rng, 0.75))
    if open_ and chance(rng, 0.55):
        parts += _roll_bar(rng, plan, colours)
    return parts


def vintage(rng: np.random.Generator, plan: Plan, colours: Palette) -> list[Part]:
    """A narrow body with an upright cabin, curved fenders, running boards, round lamps."""
    plan = narrowed(rng, plan, between(rng, 0.6, 0.8))
    parts = convertible(rng, plan, colours) if chance(rng, 0.25) else closed_car(rng, plan, colours)
    hull = Hull(plan)
    parts += _fenders(rng, hull, colours, squared=False)
    if chance(rng, 0.7):
        parts += _free_lamps(rng, hull, colours)
    return parts


def beetle(rng: np.random.Generator, plan: Plan, colours: Palette) -> list[Part]:
    """A rounded car, mostly with bulging fenders."""
    if chance(rng, 0.3):
        return closed_car(rng, plan, colours)
    plan = narrowed(rng, plan, between(rng, 0.76, 0.9))
    parts, p = closed_car(rng, plan, colours), plan
    size = between(rng, 1.05, 1.25)
    for z in p.axles:
        x, r = wheel_x(Hull(p), z), p.wheel_radius * size
        bulge = ellipsoid(
            (1.1 * p.wheel_width, r, 1.35 * r), (x - 0.45 * p.wheel_width, 1.0 * r, z), between(rng, 2, 2.6)
        )
        parts += _both(bulge, colours.body)
    return parts


def _fenders(rng: np.random.Generator, hull: Hull, colours: Palette, squared: bool) -> list[Part]:
    """Curved or flat plates over the wheels, and boards between them."""
    p, parts = hull.plan, []
    thick = max(0.016 * p.length, 0.08 * p.wheel_radius)
    inner, front, rear = 0.3 * p.width, 0.0, 0.0
    outer = wheel_x(hull, p.axles[0]) + 0.56 * p.wheel_width
    material = colours.second if chance(rng, 0.4) else colours.body if chance(rng, 0.6) else colours.trim
    r = p.wheel_radius * between(rng, 1.08, 1.22)
    reach = between(rng, 0.9, 1.15) * np.pi
    for z in p.axles:
        line = _flat_line(rng, r) if squared else _curved_line(r, reach)
        plate = extrusion(
            _band(line, thick) + np.array([p.wheel_radius, z]), outer - inner, "x", (outer + inner) / 2
        )
        parts += _both(plate, material)
    front, rear = p.axles[0] - r, p.axles[1] + r
    if chance(rng, 0.75) and front - rear > 0.1 * p.length:
        low = p.ground if squared else max(0.6 * p.wheel_radius, p.ground)
        board = box(
            (outer - inner, thick, front - rear + 2 * thick), ((outer + inner) / 2, low, (front + rear) / 2)
        )
        parts += _both(board, material if chance(rng, 0.5) else colours.trim)
    return parts


def _curved_line(r: float, reach: float) -> NDArray[np.float64]:
    turn = np.linspace((np.pi - reach) / 2, (np.pi + reach) / 2, 13)
    return r * np.stack([np.sin(turn), np.cos(turn)], axis=-1)


def _flat_line(rng: np.random.Generator, r: float) -> NDArray[np.float64]:
    drop, lip = between(rng, 0.1, 0.9) * r, between(rng, 0.0, 0.4) * r
    return np.array([(r - lip, 1.15 * r), (r, 0.85 * r), (r, -0.75 * r), (r - drop, -1.25 * r)])


def _band(line: NDArray[np.float64], thick: float) -> NDArray[np.float64]:
    """A closed polygon of a line and the same line further from the origin."""
    away = line / np.linalg.norm(line, axis=1, keepdims=True)
    return np.concatenate([line, (line + thick * away)[::-1]])


def _free_lamps(rng: np.random.Generator, hull: Hull, colours: Palette) -> list[Part]:
    """Round head lamps beside the radiator."""
    p = hull.plan
    r = p.width * between(rng, 0.08, 0.13)
    y = p.nose_y * between(rng, 0.78, 0.95)
    z = p.length / 2 - between(rng, 0.02, 0.07) * p.length
    x = float(hull.half_width(np.array([z]))[0]) + 0.7 * r
    bar = cylinder(0.3 * r, 2 * x, (0, y - 0.3 * r, z), axis="x")
    return [Part(bar, colours.trim), *_both(ellipsoid((r, r, 1.1 * r), (x, y, z)), colours.head_lamp)]


def _roll_bar(rng: np.random.Generator, p: Plan, colours: Palette) -> list[Part]:
    """A hoop behind the seats."""
    x, z = 0.42 * p.width * p.shoulder_in, p.back_z + between(rng, 0.02, 0.12) * p.length
    top, foot = p.height * between(rng, 0.92, 1.0), p.ground + 0.3 * p.deck_y
    path = [
        (x, foot, z),
        (x, top - 0.1, z),
        (0.85 * x, top, z),
        (-0.85 * x, top, z),
        (-x, top - 0.1, z),
        (-x, foot, z),
    ]
    return [Part(tube(np.array(path), max(0.009 * p.length, 0.03), sides=8), colours.trim)]


def _both(solid: Solid, material: Material) -> list[Part]:
    return [Part(solid, material), Part(solid.mirrored("x"), material)]
