"""Landing gear: wheels on legs, a belly wheel, floats."""

from __future__ import annotations

import numpy as np

from training.categories.airplane.fuselage import Fuselage
from training.categories.airplane.palette import Palette
from training.categories.airplane.wings import Wing, both
from training.categories.furniture.draw import between, chance
from training.categories.vehicle.sections import stacked, superellipse
from training.shape import Part
from training.solids import cylinder, ellipsoid, rod

HEAVY = ("airliner", "transport", "bizjet", "fighter", "supersonic")


def gear_parts(
    rng: np.random.Generator, gear: str, kind: str, body: Fuselage, wing: Wing, colours: Palette
) -> list[Part]:
    """Gear of one form: none, nose, tail, belly or floats."""
    if gear == "floats":
        return _floats(rng, body, wing, colours)
    if gear == "belly":
        z = between(rng, 0.08, 0.18)
        return _wheel(0.0, float(body.bottom([z])[0]), z, 0.022, wing.least, colours)
    if gear == "none":
        return []
    return _wheels(rng, gear == "nose", kind in HEAVY, body, wing, colours)


def _wheels(
    rng: np.random.Generator, tricycle: bool, heavy: bool, body: Fuselage, wing: Wing, colours: Palette
) -> list[Part]:
    """Two main wheels, and a third under nose or tail."""
    radius = max(between(rng, 0.018, 0.03) if heavy else between(rng, 0.028, 0.05), 1.4 * wing.least)
    low_wing = wing.y < body.middle(0.1)
    front, chord = float(wing.form.lead[0]), float(wing.form.chord[0])
    z = front - chord * (between(rng, 0.5, 0.8) if tricycle else between(rng, 0.02, 0.25))
    belly = float(body.bottom([z])[0])
    y = belly - max(between(rng, 0.3, 0.9) * body.half_height, 0.8 * radius) - 0.3 * radius
    x = min(body.half_width * between(rng, 1.2, 2.4), 0.5 * wing.span)
    foot = (0.4 * float(body.width([z])[0]), belly + 0.35 * body.half_height, z)
    if low_wing and chance(rng, 0.7):
        share = min(between(rng, 0.16, 0.32), 0.9)
        x, top, z_wing = wing.point(share, between(rng, 0.3, 0.6))
        foot, z = (x, top, z_wing), z_wing if tricycle else z_wing + 0.02
    leg = max(0.55 * wing.least, 0.18 * radius)
    group = _wheel(x, y, z, radius, wing.least, colours)
    spat = chance(rng, 0.25) and not heavy
    if spat:
        group.append(
            Part(
                ellipsoid((0.75 * radius, 0.85 * radius, 1.7 * radius), (x, y + 0.25 * radius, z)),
                colours.body,
            )
        )
    group.append(Part(rod(foot, (x, y, z), leg), colours.strut))
    parts = group + [Part(p.solid.mirrored("x"), p.material) for p in group]
    if tricycle:
        z, third = 0.5 - between(rng, 0.07, 0.16), 0.85 * radius
        parts.append(Part(rod((0, body.middle(z), z), (0, y, z), leg), colours.strut))
        return parts + _wheel(0.0, y - 0.1 * third, z, third, wing.least, colours)
    z, third = -0.5 + between(rng, 0.02, 0.12), max(0.45 * radius, 1.1 * wing.least)
    tail_y = float(body.bottom([z])[0]) - 0.8 * third
    parts.append(Part(rod((0, body.middle(z), z), (0, tail_y, z), 0.5 * wing.least), colours.strut))
    return parts + _wheel(0.0, tail_y, z, third, wing.least, colours)


def _wheel(x: float, y: float, z: float, radius: float, least: float, colours: Palette) -> list[Part]:
    width = max(0.5 * radius, 1.3 * least)
    tyre = cylinder(radius, width, (x, y, z), axis="x", sides=18)
    return [
        Part(tyre, colours.tyre),
        Part(cylinder(0.5 * radius, 1.12 * width, (x, y, z), axis="x"), colours.strut),
    ]


def _floats(rng: np.random.Generator, body: Fuselage, wing: Wing, colours: Palette) -> list[Part]:
    """Two long floats on struts."""
    length, tall = between(rng, 0.6, 0.8), between(rng, 0.03, 0.05)
    t = np.array([0.0, 0.12, 0.45, 0.55, 0.85, 0.97, 1.0])
    size = np.array([0.35, 0.6, 1.0, 1.0, 0.8, 0.45, 0.2])
    rings = superellipse(0.6 * tall * size, tall * size, 3.0, 10)
    rings[..., 1] += (tall * (1 - size))[:, None]
    middle = between(rng, 0.08, 0.16)
    x = body.half_width * between(rng, 1.1, 1.7)
    y = -body.half_height - between(rng, 0.06, 0.11) - tall
    hull = stacked((t - 0.5) * length + middle, rings).moved(x, y, 0)
    parts = both(hull, colours.body if chance(rng, 0.5) else colours.strut)
    for z in (middle + 0.16 * length, middle - 0.14 * length):
        foot = (0.5 * float(body.width([z])[0]), body.middle(z), z)
        parts += both(rod(foot, (x, y + 0.4 * tall, z), 0.6 * wing.least), colours.strut)
    if chance(rng, 0.6):
        cross = cylinder(0.55 * wing.least, 2 * x, (0, y + 0.4 * tall, middle), axis="x")
        parts.append(Part(cross, colours.strut))
    return parts
