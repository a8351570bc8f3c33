"""Racing cars: open wheels round a slender hull, or a low coupe with a large wing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.car.assembly import closed_car
from training.categories.car.details import spoiler
from training.categories.car.hull import Hull
from training.categories.car.palette import Palette
from training.categories.car.plan import Plan, draw_plan
from training.categories.furniture.draw import between, chance
from training.categories.vehicle.sections import stacked, superellipse
from training.categories.vehicle.wheels import draw_wheel_style, wheel
from training.materials import Material
from training.shape import Part
from training.solids import Solid, box, cylinder, ellipsoid, rod


def racer(rng: np.random.Generator, plan: Plan, colours: Palette) -> list[Part]:
    """Open-wheelers mostly, else a coupe with a wing."""
    if chance(rng, 0.35):
        low = replace(draw_plan(rng, "supercar" if chance(rng, 0.6) else "coupe"), kind="racer")
        return closed_car(rng, low, colours) + spoiler(rng, Hull(low), colours)
    winged = chance(rng, 0.7)
    parts = _body(rng, plan, colours) + _wheels(rng, plan, colours)
    if winged:
        parts += _wings(rng, plan, colours)
    return parts


def _body(rng: np.random.Generator, p: Plan, colours: Palette) -> list[Part]:
    """Nose, cockpit and engine cover in one loft, side pods, driver."""
    wide, tall = 0.5 * p.width * between(rng, 0.3, 0.5), p.height * between(rng, 0.5, 0.72)
    t = np.array([-0.5, -0.44, -0.2, 0.0, 0.1, 0.3, 0.46, 0.5])
    width = wide * np.array(
        [between(rng, 0.3, 0.7), 0.75, 1.0, 1.0, 0.95, between(rng, 0.5, 0.85), 0.4, 0.15]
    )
    top = tall * np.array([0.5, 0.66, between(rng, 0.85, 1.15), 0.95, 0.9, between(rng, 0.5, 0.8), 0.42, 0.3])
    low = np.full(8, p.ground) + tall * np.array([0.12, 0.04, 0, 0, 0, 0.04, 0.1, 0.18])
    top = np.maximum(top + p.ground * 0.5, low + 0.08 * tall)
    rings = superellipse(width, (top - low) / 2, between(rng, 2.2, 4.5), 14)
    rings[..., 1] += ((top + low) / 2)[:, None]
    parts = [Part(stacked(t * p.length * 0.97, rings), colours.body)]
    z = between(rng, -0.06, 0.04) * p.length
    mouth = float(np.interp(z / p.length, t, top))
    hole = cylinder(0.62 * wide, 0.16 * tall, (0, 0, 0)).scaled(1, 1, 1.7).moved(0, mouth - 0.03 * tall, z)
    helmet = ellipsoid((0.34 * wide, 0.2 * tall, 0.4 * wide), (0, mouth + 0.12 * tall, z))
    hoop = ellipsoid(
        (0.3 * wide, 0.26 * tall, 0.16 * p.length), (0, mouth + 0.06 * tall, z - 0.17 * p.length)
    )
    parts += [Part(hole, colours.inside), Part(helmet, colours.signal), Part(hoop, colours.second)]
    if chance(rng, 0.65):
        pod = (
            wide * between(rng, 0.4, 0.9),
            tall * between(rng, 0.3, 0.5),
            p.length * between(rng, 0.2, 0.36),
        )
        block = box(
            pod, (wide + 0.35 * pod[0], p.ground + 0.5 * pod[1] + 0.02, -0.07 * p.length), 0.2 * pod[1]
        )
        parts += _both(block, colours.body if chance(rng, 0.6) else colours.second)
    return parts


def _wheels(rng: np.random.Generator, p: Plan, colours: Palette) -> list[Part]:
    """Exposed wheels on wishbones."""
    style, parts = draw_wheel_style(rng, p.low_poly), []
    width = p.wheel_width * between(rng, 1.0, 1.5)
    for z, grow in zip(p.axles, (1.0, between(rng, 1.0, 1.2)), strict=True):
        r = p.wheel_radius * grow
        x = p.width / 2 - width / 2
        group = [
            Part(q.solid.moved(x, r, z), q.material)
            for q in wheel(style, r, width, colours.tyre, colours.rim)
        ]
        thick = max(0.009 * p.length, 0.02)
        for y, shift in ((0.8 * r, 0.0), (1.15 * r, 0.06 * p.length), (1.0 * r, -0.06 * p.length)):
            group.append(
                Part(rod((0, max(p.ground + 0.1 * p.height, y), z + shift), (x, y, z), thick), colours.trim)
            )
        parts += group + [Part(q.solid.mirrored("x"), q.material) for q in group]
    return parts


def _wings(rng: np.random.Generator, p: Plan, colours: Palette) -> list[Part]:
    """A wing before the nose and one over the tail, with end plates."""
    thick = max(0.01 * p.length, 0.03)
    span, deep = p.width * between(rng, 0.75, 1.0), p.length * between(rng, 0.05, 0.1)
    y, z = p.ground + 0.12 * p.height, 0.5 * p.length - 0.4 * deep
    plate = box((thick, 0.16 * p.height, 1.3 * deep), (span / 2 - thick / 2, y + 0.05 * p.height, z))
    column = box((0.16 * p.width, 0.24 * p.height, 0.8 * deep), (0, y + 0.09 * p.height, z - 0.2 * deep))
    parts = [Part(box((span, thick, deep), (0, y, z)), colours.second), Part(column, colours.body)]
    parts += _both(plate, colours.second)
    span, deep = p.width * between(rng, 0.5, 0.8), p.length * between(rng, 0.05, 0.1)
    y, z = p.height - thick / 2, -0.5 * p.length + 0.5 * deep
    foot = p.ground + 0.2 * p.height
    post = box((0.06 * p.width, y - foot, 0.5 * deep), (0.06 * p.width, (y + foot) / 2, z + 0.1 * deep))
    plate = box((thick, between(rng, 0.16, 0.4) * p.height, 1.1 * deep), (span / 2, y - 0.08 * p.height, z))
    parts.append(
        Part(box((span, thick, deep), (0, y, z)).turned("x", between(rng, 0, 10), (0, y, z)), colours.second)
    )
    return parts + _both(post, colours.trim) + _both(plate, colours.second)


def _both(solid: Solid, material: Material) -> list[Part]:
    return [Part(solid, material), Part(solid.mirrored("x"), material)]
