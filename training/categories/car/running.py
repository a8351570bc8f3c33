"""What a car rolls on: four wheels, their arches, fenders and steps."""

from __future__ import annotations

import numpy as np

from training.categories.car.hull import Hull
from training.categories.car.palette import Palette
from training.categories.furniture.draw import between, chance
from training.categories.vehicle.wheels import WheelStyle, draw_wheel_style, wheel
from training.shape import Part
from training.solids import box, cylinder, extrusion


def running_parts(rng: np.random.Generator, hull: Hull, colours: Palette) -> list[Part]:
    """Wheels, with dark arches where the body has none, and sometimes flares and steps."""
    p = hull.plan
    parts = wheel_parts(hull, draw_wheel_style(rng, p.low_poly), colours)
    if p.arch_gap < 0 and chance(rng, 0.5):
        parts += _dark_arches(hull, colours)
    if p.arch_gap >= 0 and chance(rng, 0.6 if p.kind in ("offroad", "jeep", "pickup", "suv") else 0.25):
        parts += _flares(rng, hull, colours)
    if chance(rng, 0.5 if p.kind in ("offroad", "pickup", "suv") else 0.15):
        parts += _steps(rng, hull, colours)
    return parts


def wheel_parts(hull: Hull, style: WheelStyle, colours: Palette) -> list[Part]:
    """Four wheels on two shafts; heavy vehicles of some length have twin rear axles."""
    p = hull.plan
    axles = list(p.axles)
    gap = 2.08 * p.wheel_radius
    if p.kind in ("truck", "bus") and p.length > 8.0 and axles[1] - gap > -0.47 * p.length:
        axles.append(axles[1] - gap)
    parts: list[Part] = []
    for z in axles:
        x = wheel_x(hull, z)
        parts.append(
            Part(cylinder(0.14 * p.wheel_radius, 2 * x, (0, p.wheel_radius, z), axis="x"), colours.tyre)
        )
        for part in wheel(style, p.wheel_radius, p.wheel_width, colours.tyre, colours.rim):
            right = part.solid.moved(x, p.wheel_radius, z)
            parts += [Part(right, part.material), Part(right.mirrored("x"), part.material)]
    return parts


def wheel_x(hull: Hull, z: float) -> float:
    """Where the middle of a right wheel is."""
    p = hull.plan
    side = min(float(hull.half_width(np.array([z]))[0]) * 0.99, p.width / 2)
    return side + p.wheel_out - p.wheel_width / 2


def _dark_arches(hull: Hull, colours: Palette) -> list[Part]:
    """Half discs behind the wheels of bodies that have no arches cut."""
    p, parts = hull.plan, []
    thick, turn = 0.1 * p.width, np.linspace(-0.2, np.pi + 0.2, 15)
    half_disc = 1.16 * p.wheel_radius * np.stack([np.sin(turn), np.cos(turn)], -1)
    for z in p.axles:
        x = float(hull.half_width(np.array([z]))[0]) + 0.004 * p.length - thick / 2
        arch = extrusion(half_disc + np.array([p.wheel_radius, z]), thick, "x", x)
        parts += [Part(arch, colours.tyre), Part(arch.mirrored("x"), colours.tyre)]
    return parts


def _flares(rng: np.random.Generator, hull: Hull, colours: Palette) -> list[Part]:
    """Half rings round the arches."""
    p, parts = hull.plan, []
    r, rim = p.arch_radius * 0.995, p.wheel_radius * between(rng, 0.08, 0.25)
    out, into = p.width * between(rng, 0.008, 0.05), 0.12 * p.width
    squared = chance(rng, 0.3)
    material = colours.body if chance(rng, 0.5) else colours.trim
    for z in p.axles:
        turn = np.linspace(-0.15, np.pi + 0.15, 5 if squared else 13)
        ring = np.concatenate(
            [np.stack([q * np.sin(t), q * np.cos(t)], -1) for q, t in ((r, turn), (r + rim, turn[::-1]))]
        )
        x = float(hull.half_width(np.array([z]))[0])
        flare = extrusion(ring + np.array([p.wheel_radius, z]), out + into, "x", x + (out - into) / 2)
        parts += [Part(flare, material), Part(flare.mirrored("x"), material)]
    return parts


def _steps(rng: np.random.Generator, hull: Hull, colours: Palette) -> list[Part]:
    """Sills or running boards between the wheels."""
    p = hull.plan
    front, rear = p.axles[0] - 1.15 * p.wheel_radius, p.axles[1] + 1.15 * p.wheel_radius
    if front - rear < 0.1 * p.length:
        return []
    x = float(hull.half_width(np.array([(front + rear) / 2]))[0])
    thick, out = p.height * between(rng, 0.025, 0.07), p.width * between(rng, 0.005, 0.05)
    step = box(
        (out + 0.14 * p.width, thick, front - rear),
        (x + out / 2 - 0.07 * p.width, p.ground, (front + rear) / 2),
    )
    return [Part(step, colours.trim), Part(step.mirrored("x"), colours.trim)]
