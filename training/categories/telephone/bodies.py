"""Bodies and fronts of hand-held telephones: bevelled slabs, moulded cases, screen and keys on their face."""

from __future__ import annotations

import numpy as np

from training.categories.devices.forms import Pieces, layers, plate, tower
from training.categories.furniture.draw import between, chance, tailed
from training.categories.telephone.fittings import keypad
from training.solids import Solid, box, cylinder


def slab(rng: np.random.Generator, w: float, h: float, t: float, corner: float, edge: float) -> Solid:
    """A body with rounded corners and bevelled front and rear edges: bottom at y = 0, front at z = 0."""
    e = min(edge, 0.49 * t)
    steps = 4 if corner > 0.1 * w else 2
    rows = [
        (-t, -2 * e),
        (-t + 0.3 * e, -0.6 * e),
        (-t + e, 0.0),
        (-e, 0.0),
        (-0.3 * e, -0.6 * e),
        (0.0, -2 * e),
    ]
    rows = rows if e > 0.02 * t else [(-t, 0.0), (0.0, 0.0)]
    return layers([(z, w + i, h + i, 0.0, h / 2, max(corner + 0.3 * i, 0.001)) for z, i in rows], steps)


def body(rng: np.random.Generator, w: float, h: float, t: float) -> Solid:
    """A bevelled slab, or a body whose width and depth vary with height; its front stays near z = 0."""
    if chance(rng, 0.5):
        corner = w * (between(rng, 0.02, 0.15) if chance(rng, 0.5) else between(rng, 0.15, 0.48))
        return slab(rng, w, h, t, corner, t * between(rng, 0.05, 0.48))
    top, low, waist, fat = (
        between(rng, 0.8, 1.08),
        between(rng, 0.7, 1.05),
        between(rng, 0.88, 1.04),
        between(rng, 0.6, 1.0),
    )
    r, soft = min(w, t) * between(rng, 0.1, 0.45), between(rng, 0.5, 0.95)
    rows = [(0.0, low * soft, fat * soft), (0.03, low * (1 + soft) / 2, fat * 0.97), (0.08, low, fat)]
    rows += [(0.45, waist, (1 + fat) / 2), (0.75, (1 + top) / 2, 1.0), (0.93, top, 1.0)]
    rows += [(0.98, top * (1 + soft) / 2, 0.96), (1.0, top * soft, soft)]
    front = [0.3, 0.1, 0, 0, 0, 0, 0.1, 0.3]
    return tower([(y * h, x * w, -z * t, -0.1 * t * f, r) for (y, x, z), f in zip(rows, front, strict=True)])


def front(rng: np.random.Generator, w: float, h: float, z: float) -> Pieces:
    """Screen, perhaps a pad or keys between, and the keypad."""
    low = h * between(rng, 0.06, 0.14)
    split, out = h * between(rng, 0.42, 0.6), h * tailed(rng, 0.008, 0.5, 0.003, 0.03)
    tall = h * between(rng, 0.18, 0.34)
    wide = w * between(rng, 0.62, 0.86)
    gap = max(0.0, h * 0.92 - split - tall)
    y = split + gap * between(rng, 0.3, 0.75) + tall / 2
    pieces: Pieces = [
        ("screen", plate(wide, tall, 5 * out, w * between(rng, 0, 0.08), (0, y, z - 1.9 * out)))
    ]
    keys = split - low
    if chance(rng, 0.55):
        r = min(0.17 * h * 0.5, wide * 0.2)
        keys -= 2.1 * r
        middle = (0, split - r, z - out)
        pad = (
            cylinder(r, 4 * out, middle, axis="z", sides=16)
            if chance(rng, 0.6)
            else box((2 * r, 1.6 * r, 4 * out), middle)
        )
        pieces.append(("keys", pad))
        if chance(rng, 0.5):
            pieces += [
                ("keys", box((0.2 * w, 0.5 * r, 4 * out), (s * w * 0.29, split - r, z - out)))
                for s in (-1, 1)
            ]
    rows = 4 if chance(rng, 0.85) else 5
    return pieces + keypad(rng, (w * between(rng, 0.66, 0.86), keys), (0, low + keys / 2, z), 3, rows, out)


def side_keys(rng: np.random.Generator, w: float, h: float, t: float) -> Pieces:
    """Up to two keys, one at each side."""
    count = int(rng.integers(0, 3))
    return [
        (
            "keys",
            box(
                (0.03 * w + 0.004, h * between(rng, 0.05, 0.12), 0.3 * t),
                (s * w / 2, h * between(rng, 0.6, 0.8), -t / 2),
            ),
        )
        for s in (-1, 1)[:count]
    ]
