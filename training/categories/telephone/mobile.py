"""Mobiles in one piece: smartphones, bar phones, bricks and phones with a small keyboard."""

from __future__ import annotations

import numpy as np

from training.categories.devices.forms import Pieces, plate, tower
from training.categories.furniture.draw import between, chance, tailed
from training.categories.telephone.bodies import body, front, side_keys, slab
from training.categories.telephone.fittings import aerial, keypad
from training.solids import bar, box, cylinder


def smartphone(rng: np.random.Generator) -> Pieces:
    """A slab that is all screen, with a camera behind, a home key, a case, or a stand now and then."""
    h = 0.15
    w, t = h * tailed(rng, 0.5, 0.08, 0.4, 0.68), h * tailed(rng, 0.062, 0.4, 0.03, 0.22)
    corner = w * (between(rng, 0.0, 0.06) if chance(rng, 0.2) else between(rng, 0.08, 0.24))
    pieces: Pieces = [("body", slab(rng, w, h, t, corner, t * between(rng, 0.0, 0.48)))]
    side = w * between(rng, 0.02, 0.07)
    chin, brow = (
        (side, side) if chance(rng, 0.55) else (h * between(rng, 0.06, 0.14), h * between(rng, 0.05, 0.13))
    )
    size = (w - 2 * side, h - chin - brow)
    pane = plate(*size, 0.2 * t, corner * 0.7 if chin == side else 0.0, (0, chin + size[1] / 2, -0.085 * t))
    pieces.append(("screen", pane))
    if chin > 1.5 * side and chance(rng, 0.7):
        pieces.append(("keys", cylinder(chin * 0.3, 0.2 * t, (0, chin / 2, -0.07 * t), axis="z", sides=16)))
    pieces += _camera(rng, w, h, t) + side_keys(rng, w, h, t)
    if chance(rng, 0.05):
        lean, base = between(rng, 8, 25), w * between(rng, 0.8, 1.1)
        pieces = [(r, s.turned("x", -lean)) for r, s in pieces]
        foot = box((base, 0.006, h * 0.5), (0, -0.001, -h * 0.12))
        pieces += [
            ("other", foot),
            (
                "other",
                bar(
                    (0, 0, -h * 0.33),
                    (0, h * 0.5, -h * 0.5 * np.tan(np.radians(lean)) - t),
                    base * 0.5,
                    0.004,
                ),
            ),
        ]
    return pieces


def _camera(rng: np.random.Generator, w: float, h: float, t: float) -> Pieces:
    """A bump with lenses at the rear's upper corner, in the middle or as a bar across."""
    if chance(rng, 0.25):
        return []
    out, size = t * between(rng, 0.08, 0.35), w * between(rng, 0.14, 0.5)
    high = size * (1.0 if chance(rng, 0.5) else between(rng, 1.2, 2.2))
    x = w * 0.46 - size / 2 if chance(rng, 0.7) else 0.0
    at = (x, h - 0.04 * w - high / 2, -t - out / 2 + 0.1 * t)
    pieces: Pieces = [("other", plate(size, high, out + 0.2 * t, size * between(rng, 0.1, 0.45), at))]
    count = int(rng.integers(0, 4))
    for i in range(count):
        y = at[1] + (i - (count - 1) / 2) * high / max(count, 1)
        pieces.append(
            ("screen", cylinder(size * 0.18, out + 0.3 * t, (x, y, at[2] - 0.12 * t), axis="z", sides=12))
        )
    return pieces


def bar_phone(rng: np.random.Generator) -> Pieces:
    """A phone with a small screen above keys, with a stub aerial or without."""
    h = 0.12
    w, t = h * tailed(rng, 0.41, 0.13, 0.28, 0.6), h * tailed(rng, 0.165, 0.25, 0.08, 0.32)
    pieces: Pieces = [("body", body(rng, w, h, t))]
    pieces += front(rng, w * 0.97, h, 0.0)
    if chance(rng, 0.42):
        x = w * between(rng, 0.2, 0.36) * (1 if chance(rng, 0.75) else -1)
        r, length = t * between(rng, 0.16, 0.34), h * tailed(rng, 0.16, 0.6, 0.05, 0.75)
        pieces += aerial(rng, (x, h * 0.985, -t * between(rng, 0.45, 0.65)), length, r)
    if chance(rng, 0.3):
        pieces += side_keys(rng, w * 0.97, h, t)
    return pieces


def brick(rng: np.random.Generator) -> Pieces:
    """The first hand-held phones: a thick case and aerial, keys in the middle of the front."""
    h = 0.2
    w, t = h * between(rng, 0.2, 0.34), h * between(rng, 0.2, 0.42)
    e, lip = between(rng, 0.0, 0.25), t * between(rng, 0.0, 0.2)
    rows = [
        (0.0, 1.0, 0.0),
        (0.28, 1.0, -lip),
        (0.34, 0.98, -lip),
        (0.72, 0.97, -lip),
        (0.8, 1.0, 0.0),
        (1.0, 0.98, 0.0),
    ]
    back = [1 - e, 1, 1, between(rng, 0.7, 1), between(rng, 0.6, 1), between(rng, 0.55, 0.95)]
    r = min(w, t) * between(rng, 0.02, 0.25)
    pieces: Pieces = [
        ("body", tower([(y * h, x * w, -b * t, f, r) for (y, x, f), b in zip(rows, back, strict=True)], 2))
    ]
    pieces += keypad(
        rng, (w * 0.78, h * between(rng, 0.28, 0.4)), (0, h * 0.52, -lip), 3, int(rng.integers(4, 7)), 0.003
    )
    if chance(rng, 0.6):
        pieces.append(("screen", plate(w * 0.7, h * 0.06, 0.012, 0.0, (0, h * 0.82, -0.0045))))
    pieces.append(("other", box((w * 0.5, h * 0.03, 0.01), (0, h * 0.93, -0.003))))
    x = w * between(rng, 0.1, 0.3) * (1 if chance(rng, 0.7) else -1)
    z = -t * between(rng, 0.2, 0.45)
    return pieces + aerial(rng, (x, h, z), h * tailed(rng, 0.5, 0.4, 0.2, 1.1), w * between(rng, 0.12, 0.22))


def keyboard_phone(rng: np.random.Generator) -> Pieces:
    """A broad phone with a square screen above a field of small keys, or an organiser with a pen."""
    h = 0.115
    w, t = h * between(rng, 0.52, 0.75), h * between(rng, 0.09, 0.19)
    corner, out = w * between(rng, 0.05, 0.3), h * 0.006
    pieces: Pieces = [("body", slab(rng, w, h, t, corner, t * between(rng, 0.1, 0.48)))]
    split = h * between(rng, 0.34, 0.5)
    size = (w * between(rng, 0.7, 0.88), h * 0.93 - split - h * 0.03)
    pieces.append(("screen", plate(*size, 5 * out, 0.0, (0, split + h * 0.02 + size[1] / 2, -1.9 * out))))
    if chance(rng, 0.25):
        pieces.append(("keys", cylinder(split * 0.28, 4 * out, (0, split * 0.5, -out), axis="z", sides=16)))
        pieces += [
            ("keys", cylinder(split * 0.14, 4 * out, (s * w * f, split * 0.5, -out), axis="z", sides=12))
            for s in (-1, 1)
            for f in (0.24, 0.38)
        ]
    else:
        columns = int(rng.integers(5, 9))
        pieces += keypad(
            rng, (w * 0.86, split * 0.72), (0, split * 0.48, 0), columns, 4 if chance(rng, 0.5) else 3, out
        )
    if chance(rng, 0.15):
        pieces += aerial(rng, (w * 0.35, h * 0.98, -t / 2), h * between(rng, 0.08, 0.3), t * 0.3)
    return pieces
