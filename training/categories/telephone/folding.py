"""Mobiles in two halves: clamshells, open and closed, and sliders."""

from __future__ import annotations

import numpy as np

from training.categories.devices.forms import Pieces, moved, plate, turned
from training.categories.furniture.draw import between, chance, tailed
from training.categories.telephone.bodies import slab
from training.categories.telephone.fittings import aerial, keypad
from training.solids import cylinder


def clamshell(rng: np.random.Generator) -> Pieces:
    """An open clamshell: keys below, a hinge, and the screen above, which leans to the front."""
    h = 0.088
    w, t = h * tailed(rng, 0.52, 0.1, 0.38, 0.75), h * tailed(rng, 0.14, 0.25, 0.07, 0.28)
    corner, edge = w * between(rng, 0.02, 0.35), t * between(rng, 0.05, 0.45)
    out = h * 0.008
    pieces: Pieces = [("body", slab(rng, w, h, t, corner, edge))]
    pieces += keypad(
        rng, (w * between(rng, 0.7, 0.88), h * between(rng, 0.5, 0.68)), (0, h * 0.4, 0), 3, 4, out
    )
    if chance(rng, 0.6):
        pieces.append(("keys", cylinder(h * 0.07, 4 * out, (0, h * 0.84, -out), axis="z", sides=16)))
    top, lid = h * between(rng, 0.88, 1.05), t * between(rng, 0.55, 1.0)
    upper: Pieces = [
        ("body", slab(rng, w * between(rng, 0.94, 1.0), top, lid, corner, min(edge, 0.45 * lid)))
    ]
    size = (w * between(rng, 0.6, 0.86), top * between(rng, 0.4, 0.75))
    upper.append(("screen", plate(*size, 5 * out, 0.0, (0, top * between(rng, 0.47, 0.54), -1.9 * out))))
    if chance(rng, 0.3):
        upper.append(("other", cylinder(h * 0.05, 0.3 * lid, (0, top * 0.8, -lid), axis="z", sides=14)))
    z, r = -lid * between(rng, 0.3, 0.7), max(t, lid) * between(rng, 0.4, 0.6)
    pieces += turned(
        moved(upper, y=h * 1.01),
        "x",
        between(rng, 3, 35) if chance(rng, 0.9) else between(rng, 60, 85),
        (0, h, z),
    )
    pieces.append(("body", cylinder(r, w * between(rng, 0.5, 0.98), (0, h, z), axis="x", sides=16)))
    if chance(rng, 0.35):
        pieces += aerial(rng, (w * 0.36, h * 0.97, -t * 0.75), h * between(rng, 0.15, 0.45), t * 0.25)
    return pieces


def closed_clamshell(rng: np.random.Generator) -> Pieces:
    """A folded phone: two halves one before the other, a small screen outside."""
    h = 0.09
    w, t = h * tailed(rng, 0.53, 0.1, 0.4, 0.75), h * tailed(rng, 0.25, 0.2, 0.14, 0.4)
    split, corner = between(rng, 0.35, 0.6), w * between(rng, 0.05, 0.48)
    rear = slab(rng, w, h, t * split + 0.001, corner, t * between(rng, 0.02, 0.2)).moved(
        z=-t * (1 - split) + 0.0005
    )
    fore = slab(
        rng,
        w * between(rng, 0.92, 1.0),
        h * between(rng, 0.94, 1.0),
        t * (1 - split),
        corner,
        t * between(rng, 0.02, 0.2),
    )
    pieces: Pieces = [("body", rear), ("other", fore)]
    if chance(rng, 0.75):
        size = (w * between(rng, 0.3, 0.6), h * between(rng, 0.12, 0.35))
        pieces.append(("screen", plate(*size, 0.2 * t, w * 0.03, (0, h * between(rng, 0.5, 0.7), -0.08 * t))))
    if chance(rng, 0.5):
        pieces.append(("screen", cylinder(w * 0.09, 0.2 * t, (0, h * 0.85, -0.07 * t), axis="z", sides=14)))
    hinge = cylinder(t * 0.4, w * between(rng, 0.5, 0.9), (0, h * 0.95, -t * 0.5), axis="x", sides=16)
    pieces.append(("body", hinge))
    if chance(rng, 0.5):
        pieces += aerial(rng, (w * 0.36, h * 0.97, -t * 0.65), h * between(rng, 0.1, 0.35), t * 0.16)
    return pieces


def slider(rng: np.random.Generator) -> Pieces:
    """Two slabs, the front one pushed up, or a foldable phone's halves side by side."""
    h = 0.1
    if chance(rng, 0.2):
        return _foldable(rng, h)
    w, t = h * between(rng, 0.44, 0.56), h * between(rng, 0.07, 0.13)
    corner, edge, up = w * between(rng, 0.05, 0.3), t * between(rng, 0.05, 0.4), h * between(rng, 0.3, 0.5)
    pieces: Pieces = [("body", slab(rng, w, h, t, corner, edge).moved(z=-t * 0.95))]
    upper: Pieces = [("other", slab(rng, w, h, t, corner, edge))]
    out = h * 0.007
    size = (w * between(rng, 0.7, 0.88), h * between(rng, 0.48, 0.66))
    upper.append(("screen", plate(*size, 5 * out, 0.0, (0, h * 0.92 - size[1] / 2, -1.9 * out))))
    upper.append(("keys", cylinder(h * 0.06, 4 * out, (0, h * 0.14, -out), axis="z", sides=14)))
    keys = keypad(rng, (w * 0.84, up * 0.75), (0, up * 0.48, -t * 0.95), 3, 4, out)
    return pieces + moved(upper, y=up) + keys


def _foldable(rng: np.random.Generator, h: float) -> Pieces:
    """A book-like phone, half open: two tall leaves at an angle and a spine."""
    w, t, turn = h * between(rng, 0.42, 0.85), h * between(rng, 0.04, 0.1), between(rng, 5, 35)
    leaf: Pieces = [("body", slab(rng, w, h, t, w * 0.08, 0.2 * t).moved(x=w / 2))]
    leaf.append(("screen", plate(w * 0.94, h * 0.94, 0.2 * t, 0.0, (w / 2, h / 2, -0.085 * t))))
    left = [(role, s.mirrored("x")) for role, s in leaf]
    spine = cylinder(t * 0.55, h * 0.9, (0, h / 2, -t * 0.5), sides=14)
    pieces = turned(leaf, "y", -turn) + turned(left, "y", turn) + [("other", spine)]
    return pieces
