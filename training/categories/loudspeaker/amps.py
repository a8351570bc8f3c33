"""Amplifiers for guitars: combos, cabinets, heads on cabinets."""

from __future__ import annotations

import numpy as np

from training.categories.cabinet.pierced import pierced, rectangle
from training.categories.furniture.draw import between, chance, tailed
from training.categories.loudspeaker.drivers import Style, cone, knobs
from training.categories.loudspeaker.palette import Piece
from training.solids import box, cylinder, tube

AMP_KINDS = ("combo", "cab", "stack")


def amp(rng: np.random.Generator, kind: str, s: Style) -> list[Piece]:
    """One of AMP_KINDS, about one metre wide, the controls at the top of the front."""
    high = tailed(rng, 0.85, 0.2, 0.5, 1.3) if kind == "combo" else tailed(rng, 1.0, 0.15, 0.6, 1.3)
    deep = tailed(rng, 0.42, 0.2, 0.25, 0.75)
    strip = between(rng, 0.1, 0.2) * high if kind == "combo" else 0.0
    pieces = _cab(rng, high, deep, strip, s)
    if kind == "stack":
        if chance(rng, 0.3):
            pieces += [(q.moved(y=high - 0.001), role) for q, role in _cab(rng, high, deep, 0.0, s)]
            high *= 2
        pieces += [(q.moved(y=high - 0.004), role) for q, role in _head(rng, min(deep, 0.4))]
    elif chance(rng, 0.75):
        pieces += _strap(rng, high)
    return pieces


def _cab(rng: np.random.Generator, high: float, deep: float, strip: float, s: Style) -> list[Piece]:
    """A box with cloth set back in a frame, its drivers seen or hidden."""
    rim, back = between(rng, 0.02, 0.08), between(rng, 0.01, 0.05)
    low = between(rng, 0.015, 0.06) if chance(rng, 0.7) else 0.0
    face, top = deep / 2, high
    pieces: list[Piece] = [
        (box((1.0, high - low, deep - back), (0, (high + low) / 2, -back / 2), 0.0), "body")
    ]
    holes = [rectangle(-0.5 + rim, 0.5 - rim, low + rim, high - rim - strip)]
    if strip:
        holes.append(rectangle(-0.5 + rim, 0.5 - rim, high - strip - 0.3 * rim, high - rim))
    frame = pierced(rectangle(-0.5, 0.5, low, high), holes, back + 0.004, face - back / 2)
    pieces.append((frame, "body"))
    z = face - back
    x0, y0 = 1.0 - 2 * rim, top - low - 2 * rim - strip
    pieces.append((box((x0, y0, 0.012), (0, low + rim + y0 / 2, z)), "grille"))
    if strip:
        y = high - (strip + rim) / 2
        pieces.append((box((x0, strip - rim * 0.7, 0.012), (0, y, z)), "trim"))
        pieces += knobs(rng, int(rng.integers(3, 9)), 0.7, y, z + 0.005, min(0.022, 0.3 * strip))
    if chance(rng, 0.3):
        pieces += _seen(rng, low + rim + y0 / 2, z + 0.006, x0, y0, s)
    if low:
        pieces += [
            (cylinder(0.035, low + 0.01, (a * 0.42, (low + 0.01) / 2, b * deep * 0.36), sides=10), "stand")
            for a in (-1, 1)
            for b in (-1, 1)
        ]
    return pieces


def _seen(rng: np.random.Generator, y: float, z: float, width: float, high: float, s: Style) -> list[Piece]:
    """One, two or four drivers in the open."""
    columns, rows = (2 if chance(rng, 0.5) else 1), (2 if high > 0.75 and chance(rng, 0.5) else 1)
    r = min(width / columns, high / rows) * 0.38
    xs, ys = (((np.arange(n) + 0.5) / n - 0.5) for n in (columns, rows))
    return [q for u in xs for v in ys for q in cone(s, float(u) * width, y + float(v) * high, z, r, 0.003)]


def _head(rng: np.random.Generator, deep: float) -> list[Piece]:
    """An amplifier head: a low box with a row of knobs and a strap."""
    high, width = between(rng, 0.28, 0.42), between(rng, 0.75, 1.0)
    pieces: list[Piece] = [(box((width, high, deep), (0, high / 2, 0), 0.012), "body")]
    pieces.append((box((0.9 * width, 0.35 * high, 0.03), (0, 0.3 * high, deep / 2)), "trim"))
    pieces.append((box((0.9 * width, 0.4 * high, 0.02), (0, 0.72 * high, deep / 2)), "grille"))
    return (
        pieces
        + knobs(rng, int(rng.integers(4, 9)), 0.7 * width, 0.3 * high, deep / 2 + 0.015, 0.02)
        + _strap(rng, high)
    )


def _strap(rng: np.random.Generator, high: float) -> list[Piece]:
    """A handle on the top."""
    x, lift = between(rng, 0.1, 0.2), between(rng, 0.015, 0.06)
    path = np.array(
        [[-x, high - 0.01, 0], [-0.8 * x, high + lift, 0], [0.8 * x, high + lift, 0], [x, high - 0.01, 0]]
    )
    return [(tube(path, between(rng, 0.012, 0.025), sides=8), "stand")]
