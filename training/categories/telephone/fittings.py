"""What telephones share: keypads, aerials, knobs and cords."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from training.categories.devices.forms import Pieces
from training.categories.furniture.draw import between, chance, tailed
from training.solids import Solid, box, cylinder, rod, tube

Vector = Sequence[float]


def keypad(
    rng: np.random.Generator,
    size: tuple[float, float],
    at: Vector,
    columns: int = 3,
    rows: int = 4,
    out: float = 0.0015,
) -> Pieces:
    """Keys in an upright field, centre `at` on the surface; they stand `out` before it.

    One design in six shows the field as one raised plate.
    """
    width, height = size
    pitch, pitch_y = width / columns, height / rows
    if chance(rng, 0.16):
        return [("keys", box((width, height, 4 * out), (at[0], at[1], at[2] - out)))]
    w, h = pitch * between(rng, 0.55, 0.9), pitch_y * between(rng, 0.45, 0.85)
    style, depth = rng.random(), 4 * out
    keys: list[Solid] = []
    for i in range(columns * rows):
        x = at[0] + (i % columns - (columns - 1) / 2) * pitch
        y = at[1] + (i // columns - (rows - 1) / 2) * pitch_y
        if style < 0.15:
            oval = cylinder(w / 2, depth, axis="z", sides=10).scaled(1, h / w, 1)
            keys.append(oval.moved(x, y, at[2] - out))
        elif style < 0.3:
            keys.append(cylinder(min(w, h) / 2, depth, (x, y, at[2] - out), axis="z", sides=10))
        else:
            keys.append(box((w, h, depth), (x, y, at[2] - out)))
    return [("keys", key) for key in keys]


def aerial(rng: np.random.Generator, base: Vector, length: float, radius: float) -> Pieces:
    """A stub or a whip that rises from `base`: plain, tapered, sleeved at the foot, or a rod with a tip."""
    x, y, z = base
    low, top, draw = (x, y - 0.3 * radius - 0.002, z), (x, y + length, z), rng.random()
    if draw < 0.25:
        return [("other", tube([low, (x, y + length - radius, z)], radius, sides=10))]
    if draw < 0.55:
        return [("other", rod(low, top, radius, radius * between(rng, 0.5, 0.9)))]
    sleeve, thin = length * between(rng, 0.1, 0.45), radius * between(rng, 0.35, 0.75)
    pieces: Pieces = [("other", rod(low, (x, y + sleeve, z), radius, radius * between(rng, 0.7, 1.0)))]
    pieces.append(("other" if draw < 0.8 else "metal", rod((x, y + 0.5 * sleeve, z), top, thin, thin * 0.8)))
    if chance(rng, 0.4):
        tip = radius * between(rng, 0.6, 1.0)
        pieces.append(("other", cylinder(tip, 2 * tip, (x, y + length - tip, z), sides=12)))
    return pieces


def knob(rng: np.random.Generator, base: Vector, radius: float, height: float) -> Pieces:
    """A turning knob that rises from `base`, tapered or not."""
    x, y, z = base
    sides = 12 if chance(rng, 0.7) else 8
    shape = cylinder(
        radius,
        height + radius,
        (x, y + (height - radius) / 2, z),
        radius * between(rng, 0.75, 1),
        sides=sides,
    )
    return [("other", shape)]


def cord(rng: np.random.Generator, a: Vector, b: Vector, floor: float, radius: float) -> Pieces:
    """A cord that hangs or lies between two points, coiled or plain."""
    start, end = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    sag = np.array([0.0, -1.0, 0.0])
    drop = max(0.0, min(start[1], end[1]) - floor) * between(rng, 0.6, 1.0)
    out = tailed(rng, 0.25, 0.5, 0.05, 0.6) * float(np.linalg.norm(end - start))
    aside = np.array([np.sign(start[0]) or 1.0, 0.0, 0.3]) * out
    if chance(rng, 0.5):
        t = np.linspace(0, 1, 10)[:, None]
        path = start + (end - start) * t + np.sin(np.pi * t) * (sag * drop + aside)
        return [("cord", tube(path, radius, sides=6))]
    turns = int(rng.integers(7, 12))
    t = np.linspace(0, 1, turns * 6 + 1)[:, None]
    centre = start + (end - start) * t + np.sin(np.pi * t) * (sag * drop + aside)
    wide = 2.2 * radius * np.minimum(1, 8 * np.minimum(t, 1 - t))
    angle = 2 * np.pi * turns * t
    along = end - start + aside * 0.01
    side = np.cross(
        along, [0.0, 0.0, 1.0] if abs(along[2]) < 0.9 * np.linalg.norm(along) else [1.0, 0.0, 0.0]
    )
    side /= np.linalg.norm(side)
    other = np.cross(along, side)
    other /= np.linalg.norm(other)
    path = centre + wide * (np.cos(angle) * side + np.sin(angle) * other)
    path[:, 1] = np.maximum(path[:, 1], floor + radius)
    return [("cord", tube(path, radius, sides=5))]
