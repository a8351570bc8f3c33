"""Dial telephones with the handset across the top, and a toy of that form on wheels."""

from __future__ import annotations

import numpy as np

from training.categories.devices.forms import Pieces, moved, plate, tower, turned
from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.telephone.fittings import cord, keypad
from training.categories.telephone.handset import handset, resting, underside
from training.solids import Solid, bar, box, cylinder, ellipsoid, lathe

DIALS = {"holes": 6.0, "ring": 2, "plain": 1, "keys": 2.5}


def rotary(rng: np.random.Generator) -> Pieces:
    """A sloping case with a dial, and a cradle on top in which the handset lies along x."""
    w, d, h = 0.2 * between(rng, 0.72, 1.15), 0.2 * between(rng, 0.75, 1.15), 0.12 * between(rng, 0.7, 1.3)
    case, slope, at = _sloped_case(rng, w, d, h)
    pieces: Pieces = [("body", case)]
    r = min(w * 0.42, slope[1] * 0.46) * between(rng, 0.75, 1.0)
    pieces += moved(turned(dial(rng, r, pick(rng, DIALS)), "x", -slope[0]), *at)
    pieces += _cradle_and_handset(rng, w, d, h)
    if chance(rng, 0.6):
        pieces += [
            ("other", cylinder(0.012, 0.02, (x, 0.0, z), sides=10))
            for x in (-w * 0.36, w * 0.36)
            for z in (-d * 0.36, d * 0.36)
        ]
    return pieces


def _sloped_case(
    rng: np.random.Generator, w: float, d: float, h: float
) -> tuple[Solid, tuple[float, float], tuple[float, float, float]]:
    """The case: broad at the table, narrow on top at the rear, its front straight or hollow.

    Returns:
        The solid, (angle from upright in degrees, length) of the front, and the middle of the front.
    """
    top_w, top_d = w * between(rng, 0.45, 0.95), d * between(rng, 0.25, 0.5)
    back = -d / 2 + d * between(rng, 0.0, 0.15)
    hollow, r = between(rng, -0.25, 0.5), min(w, d) * between(rng, 0.02, 0.3)
    foot = h * between(rng, 0.05, 0.3)
    rows = [(0.0, w, -d / 2, d / 2, r)]
    run, power = d / 2 - (back + top_d), 1 + hollow
    for part in (0.0, 0.25, 0.5, 0.75, 1.0):
        left = (1 - part) ** power
        rear = -d / 2 + (back + d / 2) * part
        rows.append(
            (
                foot + (h - foot) * part,
                top_w + (w - top_w) * left,
                rear,
                back + top_d + run * left,
                r * (0.5 + 0.5 * left),
            )
        )
    low, high = rows[2], rows[4]
    angle = np.degrees(np.arctan2(low[3] - high[3], high[0] - low[0]))
    length = float(np.hypot(run, h - foot))
    middle = rows[3]
    return tower(rows), (float(angle), length), (0.0, middle[0], middle[3] - 0.002)


def dial(rng: np.random.Generator, r: float, kind: str) -> Pieces:
    """A dial about z: a disc with ten finger holes marked, a ring, a plain disc, or keys in its place."""
    t = r * between(rng, 0.1, 0.3)
    if kind == "keys":
        field = plate(1.7 * r, 1.7 * r, 2 * t, 0.2 * r, (0, 0, -0.4 * t))
        return [("other", field), *keypad(rng, (1.4 * r, 1.5 * r), (0, 0, 0.6 * t), 3, 4, 0.04 * r)]
    base = cylinder(r, 6 * t, (0, 0, -2.5 * t), axis="z", sides=28)
    hub = cylinder(r * between(rng, 0.3, 0.5), 1.4 * t, (0, 0, 0.5 * t), axis="z", sides=20)
    pieces: Pieces = [("other", base), ("keys", hub)]
    if kind == "ring":
        ring = [(r * 0.62, -t), (r * 0.95, -t), (r * 0.95, 1.1 * t), (r * 0.62, 1.1 * t)]
        pieces.append(("metal", lathe(np.array(ring)).turned("x", 90)))
    if kind == "holes":
        for i in range(10):
            a = np.radians(60 + 27 * i)
            spot = (0.72 * r * np.cos(a), 0.72 * r * np.sin(a), 0.3 * t)
            pieces.append(("keys", cylinder(r * 0.15, 0.8 * t, spot, axis="z", sides=10)))
        stop = bar((0.5 * r, -0.4 * r, 0.7 * t), (r, -0.65 * r, 0.6 * t), 0.06 * r, 0.4 * t)
        pieces.append(("metal", stop))
    return pieces


def _cradle_and_handset(rng: np.random.Generator, w: float, d: float, h: float) -> Pieces:
    """Two or four prongs on top and the handset across them; rarely without it."""
    length = tailed(rng, 0.215, 0.1, 0.17, 0.27)
    z, x = -d * between(rng, 0.18, 0.3), w * between(rng, 0.16, 0.26)
    rise, stock = h * between(rng, 0.05, 0.4), between(rng, 0.01, 0.03)
    solids = resting(
        handset(
            rng, length, pick(rng, {"classic": 6, "square": 2, "antique": 1.2, "blocky": 1.2, "ball": 0.5})
        )
    )
    grip = solids[0].bounds()
    thick, lowest = float(grip[1, 2] - grip[0, 2]), underside(solids[0], x)
    prongs: list[Solid] = [
        box((stock, rise + 0.025, thick * 1.3), (s * x, h + rise / 2 - 0.0105, z)) for s in (-1, 1)
    ]
    if chance(rng, 0.6):
        horn = rise + thick * between(rng, 0.1, 0.5)
        prongs += [
            box(
                (stock, horn + 0.02, stock * 0.7), (s * x, h + horn / 2, z + q * (thick * 0.65 - stock * 0.2))
            )
            for s in (-1, 1)
            for q in (-1, 1)
        ]
    hand: Pieces = [("handset", s.moved(y=h + rise - lowest - 0.004, z=z)) for s in solids]
    pieces: Pieces = [("body", s) for s in prongs]
    if chance(rng, 0.05):
        return pieces
    if chance(rng, 0.3):
        end = hand[2][1].bounds().mean(axis=0)
        start = (float(end[0]), float(end[1]), float(end[2]))
        pieces += cord(rng, start, (np.sign(start[0]) * w * 0.42, 0.012, -d * 0.35), 0.0, 0.0035)
    return pieces + hand


def toy(rng: np.random.Generator) -> Pieces:
    """A toy telephone: a rounded case on four wheels with a dial in front, eyes, and a handset on top."""
    w, d, h = 0.15, 0.17 * between(rng, 0.8, 1.2), 0.1 * between(rng, 0.8, 1.2)
    case, slope, at = _sloped_case(rng, w, d, h)
    face = turned(dial(rng, 0.045, "holes" if chance(rng, 0.5) else "plain"), "x", -slope[0])
    pieces: Pieces = [("body", case), *moved(face, *at)]
    pieces += _cradle_and_handset(rng, w, d, h)
    r = h * between(rng, 0.15, 0.28)
    pieces += [
        ("keys", cylinder(r, 0.025, (s * w * 0.5, 0.25 * r, z), axis="x", sides=16))
        for s in (-1, 1)
        for z in (-d * 0.3, d * 0.3)
    ]
    if chance(rng, 0.5):
        pieces += [
            ("keys", ellipsoid((0.015, 0.018, 0.012), (s * 0.025, at[1] + 0.045, at[2] - 0.035)))
            for s in (-1, 1)
        ]
    return pieces
