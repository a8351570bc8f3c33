"""Canopies, windscreens, cockpit windows, and painted stripes."""

from __future__ import annotations

import numpy as np

from training.categories.airplane.fuselage import Fuselage
from training.categories.airplane.palette import Palette
from training.categories.airplane.wings import both
from training.categories.furniture.draw import between, chance
from training.shape import Part
from training.solids import bar, box, cylinder, ellipsoid


def cockpit_parts(
    rng: np.random.Generator, form: str, kind: str, body: Fuselage, colours: Palette
) -> list[Part]:
    """The cockpit of one form: canopy, screen, band, open or blank; airliners get a row of windows."""
    parts: list[Part] = []
    if form == "canopy":
        parts = _canopy(rng, kind, body, colours)
    elif form in ("band", "screen"):
        parts = _windows(rng, form == "screen", body, colours)
    elif form == "open":
        parts = _open(rng, body, colours)
    if kind in ("airliner", "bizjet", "supersonic", "transport", "twin prop") and chance(rng, 0.6):
        low = between(rng, 6, 20)
        strip = body.band(
            -0.5 + 0.8 * body.tail, 0.5 - 1.2 * body.nose - 0.02, low, low + between(rng, 9, 16), 0.0012
        )
        parts += both(strip, colours.glass)
    return parts + _stripes(rng, body, colours)


def _canopy(rng: np.random.Generator, kind: str, body: Fuselage, colours: Palette) -> list[Part]:
    """A glass bubble half sunk into the upper side."""
    if body.bump > 0:
        return _windows(rng, True, body, colours)
    fighter, glider = kind == "fighter", kind == "glider"
    length = between(rng, 0.07, 0.13) if fighter else between(rng, 0.08, 0.2)
    z = (
        between(rng, 0.14, 0.28)
        if fighter
        else 0.5 - body.nose * 0.7 - length
        if glider
        else between(rng, -0.05, 0.14)
    )
    top = float(body.top([z])[0])
    wide = float(body.width([z])[0]) * between(rng, 0.5, 0.85)
    tall = body.half_height * between(rng, 0.4, 0.9)
    pitch = float(np.degrees(np.arctan2(top - float(body.top([z + length])[0]), length)))
    bubble = ellipsoid((wide, tall, length), (0, 0, 0), between(rng, 2.0, 2.6)).turned("x", 0.4 * pitch)
    y = top - between(rng, 0.15, 0.4) * tall
    parts = [Part(bubble.moved(0, y, z), colours.glass)]
    if chance(rng, 0.4):
        spine = ellipsoid(
            (0.8 * wide, 0.92 * tall, length * between(rng, 1.2, 2.5)), (0, y, z - 0.9 * length)
        )
        parts.append(Part(spine, colours.body))
    return parts


def _windows(rng: np.random.Generator, cabin: bool, body: Fuselage, colours: Palette) -> list[Part]:
    """A windscreen round the nose, or round the front of a cabin's bump, with side windows."""
    high = between(rng, 62, 88)
    if not cabin:
        front = 0.5 - body.nose * between(rng, 0.3, 0.5)
        rear = front - max(0.035, body.nose * between(rng, 0.15, 0.3))
        return both(body.band(rear, front, between(rng, 18, 38), high, 0.0016), colours.glass)
    z0, z1, z2, _ = body.bump_z
    out = 0.002
    screen = body.band(z1 - 0.004, z0 - 0.1 * (z0 - z1), between(rng, 25, 40), 90, out)
    rear = min(z2 + between(rng, -0.01, 0.05), z1 - 0.06)
    side = body.band(rear, z1 - 0.012, between(rng, 12, 24), between(rng, 40, 60), out)
    return both(screen, colours.glass) + both(side, colours.glass)


def _open(rng: np.random.Generator, body: Fuselage, colours: Palette) -> list[Part]:
    """Dark cockpit openings with small windscreens and a head rest."""
    parts: list[Part] = []
    z = between(rng, -0.02, 0.1)
    for i in range(1 if chance(rng, 0.6) else 2):
        here = z - 0.13 * i
        top, wide = float(body.top([here])[0]), float(body.width([here])[0])
        hole = cylinder(0.62 * wide, 0.3 * wide, (0, 0, 0)).scaled(1.0, 1.0, 1.3)
        parts.append(Part(hole.moved(0, top - 0.12 * wide, here), colours.dark))
        screen = bar(
            (0, top - 0.1 * wide, here + 0.85 * wide), (0, top + 0.42 * wide, here + 0.62 * wide), wide, 0.011
        )
        parts.append(Part(screen, colours.glass))
    if chance(rng, 0.5):
        rest = box(
            (0.7 * wide, 0.9 * wide, 0.5 * wide), (0, top + 0.05 * wide, here - 0.95 * wide), 0.1 * wide
        )
        parts.append(Part(rest, colours.body))
    return parts


def _stripes(rng: np.random.Generator, body: Fuselage, colours: Palette) -> list[Part]:
    """Paint along the side, round the nose or round the tail."""
    draw = rng.random()
    if draw < 0.2:
        low = between(rng, -35, 5)
        strip = body.band(-0.49, 0.5 - 0.2 * body.nose, low, low + between(rng, 8, 30), 0.001)
        return both(strip, colours.stripe)
    if draw < 0.3:
        return [Part(body.ring(0.5 - between(rng, 0.03, 0.12), 0.4995, 0.0008), colours.stripe)]
    if draw < 0.36:
        z = between(rng, -0.4, -0.1)
        return [Part(body.ring(z, z + between(rng, 0.03, 0.1), 0.0008), colours.stripe)]
    return []
