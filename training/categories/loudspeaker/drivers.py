"""Drivers, ports and horns, made about the z axis: the baffle's face is z = 0, the listener at +z."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.categories.furniture.draw import between, chance
from training.categories.loudspeaker.palette import Piece
from training.solids import Solid, box, lathe, loft


@dataclass(frozen=True)
class Style:
    """What all drivers of one loudspeaker share, as shares of a driver's radius.

    Attributes:
        flange: Width of the ring round the hole.
        proud: How far ring and surround stand before the baffle.
        cap: Radius of the dust cap.
        dome: How far the cap bulges.
        curve: Bend of the cone: 1 is straight, more is a flared bowl.
        deep: How far the cone goes back.
        sides: Segments round the axis.
    """

    flange: float
    proud: float
    cap: float
    dome: float
    curve: float
    deep: float
    sides: int


def style(rng: np.random.Generator, toy: bool) -> Style:
    """Draw what the drivers share."""
    return Style(
        flange=between(rng, 0.08, 0.22),
        proud=between(rng, 0.02, 0.09) * (2.0 if toy else 1.0),
        cap=between(rng, 0.2, 0.5),
        dome=between(rng, 0.05, 0.35),
        curve=between(rng, 0.7, 1.8),
        deep=between(rng, 0.2, 0.6),
        sides=int(rng.choice([8, 10, 12])) if toy else 24,
    )


def facing(profile: list[list[float]], x: float, y: float, z: float, sides: int = 24) -> Solid:
    """A profile of (radius, distance before the baffle) turned about an axis along z."""
    return lathe(profile, sides=sides).turned("x", 90).moved(x, y, z)


def cone(s: Style, x: float, y: float, z: float, r: float, deep: float) -> list[Piece]:
    """A cone with its surround, ring and dust cap; `deep` of it lies in the baffle's hole."""
    proud, well = s.proud * r, min(deep * 0.9, s.deep * r)
    inner, cap = r * (1.0 - 0.5 * s.flange), r * s.cap
    ring = [
        [inner, -deep - 0.002],
        [r * 1.02, -deep - 0.002],
        [r * 1.02, -0.002],
        [r * (1 + s.flange), -0.002],
    ]
    ring += [[r * (1 + s.flange), proud * 0.6], [r, proud], [inner, proud * 0.5]]
    u = np.linspace(0.0, 1.0, 4)
    bowl = [[float(cap + (0.84 * r - cap) * v), float(-well * (1 - v**s.curve))] for v in u]
    surround = [[r * 0.9, proud * 0.7], [inner + 0.02 * r, 0.0], [inner + 0.02 * r, -deep - 0.003]]
    face = [
        [0, -deep - 0.003],
        [0, -well + s.dome * cap],
        [cap * 0.7, -well + 0.7 * s.dome * cap],
        *bowl,
        *surround,
    ]
    cap_profile = [[0, -well - 0.002], [cap * 1.01, -well - 0.002], [cap * 0.75, -well + s.dome * cap * 0.75]]
    cap_profile.append([0, -well + s.dome * cap * 1.05])
    parts = ((ring, "trim"), (face, "cone"), (cap_profile, "cap"))
    return [(facing(p, x, y, z, s.sides), role) for p, role in parts]


def tweeter(s: Style, x: float, y: float, z: float, r: float, guide: float) -> list[Piece]:
    """A dome on a plate, or in the throat of a shallow wave guide as deep as `guide`."""
    dome, back = r * 0.38, -guide - 0.003
    plate = [
        [0, back],
        [r, back],
        [r, 0.03 * r],
        [r * 0.9, 0.05 * r],
        [dome * 1.2, -guide * 0.9],
        [0, -guide * 0.9],
    ]
    bulb = [[0, back], [dome, back], [dome, -guide * 0.9], [dome * 0.75, -guide * 0.9 + 0.6 * dome]]
    bulb.append([0, -guide * 0.9 + 0.8 * dome])
    return [(facing(plate, x, y, z, s.sides), "trim"), (facing(bulb, x, y, z, 14), "cap")]


def port(x: float, y: float, z: float, r: float, proud: float) -> list[Piece]:
    """A bass reflex opening: a ring round a dark disc."""
    ring = [[r * 0.8, -0.003], [r * 1.1, -0.003], [r * 1.1, proud], [r * 0.9, proud * 1.2], [r * 0.8, 0.001]]
    return [
        (facing(ring, x, y, z, 18), "trim"),
        (facing([[0, -0.004], [r * 0.9, -0.004], [r * 0.9, 0.001], [0, 0.001]], x, y, z, 18), "cone"),
    ]


def slot(x: float, y: float, z: float, width: float, high: float, proud: float) -> list[Piece]:
    """A slit that blows from the baffle's foot: two lips over a dark ground."""
    lips = [
        box((width, high * 0.25, proud + 0.004), (x, y + s * high * 0.4, z + proud / 2 - 0.002))
        for s in (-1, 1)
    ]
    return [*((lip, "trim") for lip in lips), (box((width, high, 0.006), (x, y, z)), "cone")]


def flare(rng: np.random.Generator, x: float, y: float, z: float, width: float, high: float) -> list[Piece]:
    """A rectangular horn that stands before the baffle: four sloping lips round a dark throat."""
    proud, lip = between(rng, 0.015, 0.06) * width, between(rng, 0.06, 0.16) * high
    pieces: list[Piece] = []
    for s in (-1, 1):
        level = np.array([[s * high / 2, 0], [s * (high / 2 - lip), 0], [s * high / 2, proud]])
        pieces.append((_wedge(level * [s, 1], width, s).moved(x, y, z - 0.002), "trim"))
    pieces += [
        (box((lip, high, proud), (x + s * (width - lip) / 2, y, z + proud / 2 - 0.002)), "trim")
        for s in (-1, 1)
    ]
    throat = box((width - lip, high - lip, 0.008), (x, y, z))
    bulb = box((width * between(rng, 0.08, 0.3), high * 0.6, 0.02), (x, y, z))
    return [*pieces, (throat, "cone"), (bulb, "cap")]


def _wedge(profile: np.ndarray, width: float, side: int) -> Solid:
    """A triangular lip of (y, z) along x, on the upper (1) or lower (-1) side."""
    solid = loft([(-width / 2, profile), (width / 2, profile)], axis="x")
    return solid if side > 0 else solid.mirrored("y")


def knobs(rng: np.random.Generator, count: int, span: float, y: float, z: float, r: float) -> list[Piece]:
    """A row of control knobs."""
    out = r * between(rng, 0.6, 1.6)
    profile = [[0, -0.004], [r, -0.004], [r * between(rng, 0.7, 1.0), out], [0, out]]
    spots = np.linspace(-span / 2, span / 2, count) if count > 1 else [0.0]
    return [(facing(profile, float(x), y, z, 10), "trim") for x in spots]


def pushed(rng: np.random.Generator) -> bool:
    """Whether drivers sit in holes of the baffle instead of on it."""
    return chance(rng, 0.7)
