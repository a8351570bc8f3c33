"""Cordless handsets with and without their bases, two-way radios and satellite phones."""

from __future__ import annotations

import numpy as np

from training.categories.devices.forms import Pieces, moved, plate, tower, turned
from training.categories.furniture.draw import between, chance, tailed
from training.categories.telephone.bodies import body, front
from training.categories.telephone.fittings import aerial, keypad, knob
from training.solids import Solid, box, cylinder


def cordless(rng: np.random.Generator) -> Pieces:
    """A cordless handset: thick, often bent, with or without a stub aerial; a third stand in their base."""
    h = 0.17
    w, t = h * tailed(rng, 0.3, 0.15, 0.2, 0.42), h * tailed(rng, 0.19, 0.25, 0.1, 0.36)
    if chance(rng, 0.5):
        pieces: Pieces = [("body", body(rng, w, h, t))]
    else:
        bend, r = t * between(rng, 0.1, 0.7), min(w, t) * between(rng, 0.1, 0.45)
        rows = []
        for y, s in (
            (0, 0.6),
            (0.03, 0.9),
            (0.12, 1.0),
            (0.35, 0.95),
            (0.65, 0.95),
            (0.88, 1.0),
            (0.97, 0.9),
            (1, 0.6),
        ):
            back = bend * (1 - (2 * y - 1) ** 2)
            rows.append((y * h, w * s, -t * (0.5 + 0.5 * s) - back * 0.3, -back - t * (1 - s) * 0.3, r))
        pieces = [("body", tower(rows))]
    bent = len(pieces[0][1].mesh()[0]) == 128
    pieces += [(role, s.moved(z=-t * 0.02)) for role, s in front(rng, w * 0.92, h, -0.0)] if not bent else []
    if bent:
        pieces += _hollow_front(rng, w, h, t, pieces)
    if chance(rng, 0.45):
        x = w * between(rng, 0.15, 0.33) * (1 if chance(rng, 0.7) else -1)
        pieces += aerial(
            rng, (x, h * 0.975, -t * 0.5), h * tailed(rng, 0.18, 0.7, 0.06, 1.0), t * between(rng, 0.13, 0.28)
        )
    return pieces + _cradle(rng, w, h, t) if chance(rng, 0.35) else pieces


def _hollow_front(rng: np.random.Generator, w: float, h: float, t: float, pieces: Pieces) -> Pieces:
    """Screen and keys that lie in the hollow of a bent front: found by asking the body where its skin is."""
    case = pieces[0][1]
    z = np.linspace(0.02 * t, -t, 60)

    def skin(y: float) -> float:
        held = case.inside(np.stack([np.zeros(60), np.full(60, y), z], axis=1))
        return float(z[held.argmax()])

    tall, out = h * between(rng, 0.14, 0.24), h * 0.006
    pane = plate(w * 0.7, tall, 8 * out, 0.0, (0, h * 0.68, skin(h * 0.68) - 2.6 * out))
    result: Pieces = [("screen", pane)]
    for row in range(4):
        y = h * (0.2 + 0.09 * row)
        result += keypad(rng, (w * 0.7, h * 0.075), (0, y, skin(y)), 3, 1, out)
    return result


def _cradle(rng: np.random.Generator, w: float, h: float, t: float) -> Pieces:
    """A charging base: a low block or bowl in which the foot of the handset stands."""
    high, wide, deep = h * between(rng, 0.1, 0.3), w * between(rng, 1.2, 2.4), t * between(rng, 1.6, 3.5)
    r = min(wide, deep) * between(rng, 0.05, 0.45)
    z, s = -t * 0.5, between(rng, 0.7, 1.0)
    rows = [(-0.06 * h, wide, z - deep / 2, z + deep / 2, r)]
    rows += [(high, wide * s, z - deep / 2 * s, z + deep / 2 * between(rng, 0.5, s), r * s)]
    pieces: Pieces = [("other", tower(rows))]
    if chance(rng, 0.4):
        back = box((wide * 0.6, h * between(rng, 0.3, 0.6), t * 0.4), (0, h * 0.2, -t * 1.1))
        pieces.append(("other", back))
    return pieces


def two_way(rng: np.random.Generator) -> Pieces:
    """A hand-held radio: thick, an aerial and knobs on top, a grille, a key at the side, a clip behind."""
    h = 0.13
    w, t = h * tailed(rng, 0.45, 0.18, 0.28, 0.7), h * tailed(rng, 0.29, 0.22, 0.15, 0.5)
    pieces: Pieces = [("body", _radio_case(rng, w, h, t))]
    side = 1 if chance(rng, 0.6) else -1
    x, r, z = side * w * between(rng, 0.22, 0.36), t * between(rng, 0.14, 0.26), -t * between(rng, 0.4, 0.6)
    pieces += aerial(rng, (x, h, z), h * tailed(rng, 0.65, 0.5, 0.15, 1.8), r)
    count = int(rng.integers(0, 4))
    for i in range(count):
        place = -side * w * (0.32 - 0.23 * i)
        if abs(place - x) > 2 * r:
            pieces += knob(rng, (place, h, z), t * between(rng, 0.12, 0.22), h * between(rng, 0.04, 0.13))
    pieces += _radio_front(rng, w, h, t)
    if chance(rng, 0.5):
        key = box(
            (0.08 * w, h * between(rng, 0.12, 0.35), t * 0.5),
            (-side * w * 0.48, h * between(rng, 0.6, 0.75), -t / 2),
            0.002,
        )
        pieces.append(("keys", key))
    if chance(rng, 0.35):
        pieces.append(
            ("other", box((w * 0.4, h * between(rng, 0.4, 0.7), t * 0.12), (0, h * 0.62, -t * 1.12)))
        )
        pieces.append(("other", box((w * 0.3, h * 0.08, t * 0.4), (0, h * 0.85, -t))))
    return pieces


def _radio_case(rng: np.random.Generator, w: float, h: float, t: float) -> Solid:
    """Upper and lower part of different depth, waisted or straight, with chamfered edges."""
    waist, low, top = between(rng, 0.82, 1.0), between(rng, 0.8, 1.05), between(rng, 0.9, 1.08)
    belly, back = between(rng, 0.0, 0.12), between(rng, 0.0, 0.3)
    r = min(w, t) * between(rng, 0.03, 0.35)
    rows = [(0.0, low * 0.93, -t * (1 - back) * 0.97, -0.05 * t), (0.03, low, -t * (1 - back), -belly * t)]
    rows += [(0.35, (low + waist) / 2, -t * (1 - back), -belly * t), (0.5, waist, -t, -belly * t * 0.5)]
    rows += [(0.62, top, -t, 0.0), (0.96, top, -t, 0.0), (1.0, top * 0.92, -t * 0.95, -0.06 * t)]
    if chance(rng, 0.3):
        rows = [(0.0, 1, -t, 0.0), (1.0, 1, -t, 0.0)]
    return tower([(y * h, x * w, a, b, r) for y, x, a, b in rows], 2)


def _radio_front(rng: np.random.Generator, w: float, h: float, t: float) -> Pieces:
    """A grille of slats or a round one, a small screen, a few keys or a keypad."""
    y, out = h * between(rng, 0.76, 0.84), h * 0.008
    pieces: Pieces = []
    if chance(rng, 0.4):
        pieces.append(("other", cylinder(w * between(rng, 0.22, 0.36), 6 * out, (0, y, -2 * out), axis="z")))
    elif chance(rng, 0.7):
        count = int(rng.integers(3, 7))
        for i in range(count):
            at = (0, y + h * 0.13 * (i / (count - 1) - 0.5) * 1.6, -2 * out)
            pieces.append(("other", box((w * 0.6, h * 0.08 / count, 6 * out), at)))
    if chance(rng, 0.6):
        pieces.append(
            (
                "screen",
                plate(w * 0.6, h * 0.12, 8 * out + 0.15 * t, 0.0, (0, h * 0.6, -3.2 * out - 0.075 * t)),
            )
        )
    if chance(rng, 0.4):
        pieces += [
            (r, s.moved(z=-0.03 * t))
            for r, s in keypad(rng, (w * 0.66, h * 0.36), (0, h * 0.3, 0), 3, 4, 2.5 * out)
        ]
    elif chance(rng, 0.5):
        pieces.append(("other", plate(w * 0.7, h * 0.38, 0.3 * t, 0.1 * w, (0, h * 0.27, -0.12 * t))))
    return pieces


def satellite(rng: np.random.Generator) -> Pieces:
    """A large bar phone with a thick aerial at its side, upright or folded out."""
    h = 0.15
    w, t = h * between(rng, 0.34, 0.44), h * between(rng, 0.17, 0.28)
    pieces: Pieces = [("body", body(rng, w, h, t)), *front(rng, w * 0.94, h, 0.0)]
    r, side = t * between(rng, 0.3, 0.45), 1 if chance(rng, 0.6) else -1
    length = h * between(rng, 0.6, 1.2)
    whip: Pieces = [("other", cylinder(r, length, (0, length / 2 - r, 0), r * 0.9, sides=16))]
    whip = turned(whip, "z", -side * (between(rng, 10, 60) if chance(rng, 0.4) else 0.0))
    return pieces + moved(whip, side * w * 0.38, h * 0.93, -t * 0.55)
