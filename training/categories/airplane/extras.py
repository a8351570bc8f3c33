"""What only fighters have: canards, stores and strakes; and the tailless flying wing."""

from __future__ import annotations

import numpy as np

from training.categories.airplane.fuselage import Fuselage, draw_range
from training.categories.airplane.palette import Palette
from training.categories.airplane.surfaces import Planform, tapered
from training.categories.airplane.types import TYPES
from training.categories.airplane.wings import Wing, both
from training.categories.furniture.draw import between, chance
from training.shape import Part
from training.solids import box, ellipsoid


def fighter_parts(rng: np.random.Generator, body: Fuselage, wing: Wing, colours: Palette) -> list[Part]:
    """Canards, strakes along the wing roots, missiles and tanks."""
    parts: list[Part] = []
    if chance(rng, 0.24):
        lead = float(wing.form.lead[0]) + between(rng, 0.08, 0.18)
        form = tapered(
            between(rng, 0.12, 0.2),
            between(rng, 0.07, 0.13),
            0.4,
            between(rng, 30, 55),
            lead,
            0.06,
            wing.least,
        )
        parts += both(form.wing(wing.y + body.half_height * between(rng, 0.0, 0.5)), colours.wing)
    if chance(rng, 0.4):
        run = between(rng, 0.1, 0.22)
        lead = float(wing.form.lead[0])
        reach = body.half_width * np.array([0.2, between(rng, 1.1, 1.5), 2.2])
        leads = np.array([lead + run, lead + 0.5 * run, lead - 0.06])
        form = Planform(reach, leads, leads - lead + 0.14, 0 * reach, np.full(3, wing.least))
        parts += both(form.wing(wing.y), colours.wing)
    if chance(rng, 0.4):
        parts += _stores(rng, wing, colours)
    return parts


def _stores(rng: np.random.Generator, wing: Wing, colours: Palette) -> list[Part]:
    """Slender bodies under the wing or at its tips."""
    parts: list[Part] = []
    tips = chance(rng, 0.4)
    for share in (1.0,) if tips else (0.45, 0.72)[: 1 + int(chance(rng, 0.5))]:
        radius, half = max(between(rng, 0.009, 0.018), 0.8 * wing.least), between(rng, 0.06, 0.12)
        x, y, z = wing.point(share, 0.4)
        drop = 0.0 if tips else 1.3 * radius + 0.3 * wing.least
        parts += both(ellipsoid((radius, radius, half), (x, y - drop, z), 2.4), colours.strut)
        if not tips:
            pylon = box((wing.least, drop + wing.least, half), (x, y - drop / 2, z))
            parts += both(pylon, colours.wing)
    return parts


def flying_wing(rng: np.random.Generator, colours: Palette) -> list[Part]:
    """A tailless swept wing with a thick middle and a saw-toothed rear edge."""
    kind = TYPES["flying wing"]
    half, chord = draw_range(rng, kind.span) / 2, draw_range(rng, kind.chord)
    sweep = np.tan(np.radians(draw_range(rng, kind.sweep)))
    reach = half * np.array([0.0, between(rng, 0.12, 0.2), between(rng, 0.32, 0.5), 0.97, 1.0])
    chords = chord * np.array(
        [1.0, between(rng, 0.7, 0.95), between(rng, 0.36, 0.5), between(rng, 0.2, 0.36), 0.1]
    )
    least = 0.009 * 2 * half
    thick = np.maximum(chords * np.array([between(rng, 0.14, 0.24), 0.13, 0.1, 0.08, 0.05]), least)
    form = Planform(reach, chord / 2 - reach * sweep, chords, 0 * reach, thick)
    wing = Wing(form, 0.0, least)
    parts = wing.parts(colours.wing)
    hump = ellipsoid((0.09 * half, 0.6 * thick[0], 0.36 * chord), (0, 0.3 * thick[0], 0.06 * chord))
    parts.append(Part(hump, colours.body))
    parts.append(
        Part(
            ellipsoid((0.05 * half, 0.3 * thick[0], 0.1 * chord), (0, 0.66 * thick[0], 0.22 * chord)),
            colours.glass,
        )
    )
    pod = ellipsoid(
        (0.05 * half, 0.42 * thick[0], 0.28 * chord), (0.2 * half, 0.28 * thick[0], -0.02 * chord), 3.0
    )
    parts += both(pod, colours.body)
    if chance(rng, 0.2):
        fin = tapered(0.14, 0.2, 0.5, 35, -chord * 0.1, 0.08, least)
        parts += both(fin.fin(0.0, 0.3 * half), colours.fin)
    return parts
