"""Sets on the wall and in public: wall telephones, payphones, booths and kiosks."""

from __future__ import annotations

import numpy as np

from training.categories.devices.forms import Pieces, moved, plate, side
from training.categories.furniture.draw import between, chance, pick
from training.categories.telephone.fittings import cord, keypad
from training.categories.telephone.handset import handset
from training.categories.telephone.rotary import dial
from training.solids import Solid, bar, box, cylinder, ellipsoid


def wall_set(rng: np.random.Generator) -> Pieces:
    """A flat case with dial or keys; the handset hangs before it, in the middle or at the left."""
    w, h, d = 0.1 * between(rng, 0.85, 1.9), 0.21 * between(rng, 0.85, 1.15), 0.06 * between(rng, 0.6, 1.5)
    top = d * between(rng, 0.5, 1.0)
    case = (
        side([(-d, 0), (0, 0), (-(d - top), h), (-d, h)], w)
        if chance(rng, 0.5)
        else plate(w, h, d, w * 0.12, (0, h / 2, -d / 2))
    )
    pieces: Pieces = [("body", case)]
    solids = handset(
        rng, between(rng, 0.19, 0.22), pick(rng, {"classic": 3, "square": 3, "blocky": 1, "slim": 2})
    )
    bounds = np.stack([s.bounds() for s in solids])
    rim, thick = float(bounds[:, 1, 2].max()), float(np.ptp(bounds[:, :, 0]))
    x = 0.0 if w < 0.12 else -w / 2 + thick * 0.6
    hung = [
        s.turned("y", 180).moved(x=x, y=h * between(rng, 0.48, 0.6), z=rim - 0.012 - (d - top) * 0.3)
        for s in solids
    ]
    if x:
        face, y = (x + thick / 2 + w / 2) / 2, h * between(rng, 0.45, 0.6)
        r = (w / 2 - x - thick / 2) * 0.45
        inner = -(d - top) * y / h
        control = (
            dial(rng, min(r, 0.045), "holes")
            if chance(rng, 0.4)
            else keypad(rng, (1.6 * r, 2 * r), (0, 0, 0), 3, 4, 0.003)
        )
        pieces += moved(control, face, y, min(inner, 0.0) - 0.001)
    pieces += [("handset", s) for s in hung]
    if chance(rng, 0.45):
        low = min(hung, key=lambda s: float(s.bounds()[0, 1])).bounds()
        a = (x, float(low[0, 1]) + 0.012, float(low[:, 2].mean()))
        pieces += cord(rng, a, (x + 0.02, 0.008, -d * 0.5), -between(rng, 0.05, 0.2), 0.003)
    return pieces


def payphone(rng: np.random.Generator) -> Pieces:
    """A steel case with a handset at the left, keys, a coin slot; bare, on a post or under a hood."""
    w, h, d = 0.3 * between(rng, 0.7, 1.2), 0.5 * between(rng, 0.8, 1.3), 0.16 * between(rng, 0.7, 1.4)
    profile = [(-d, 0), (0, 0), (0, h * 0.45), (-d * between(rng, 0.1, 0.45), h), (-d, h)]
    pieces: Pieces = [
        ("body", side(profile, w) if chance(rng, 0.5) else box((w, h, d), (0, h / 2, -d / 2), 0.01))
    ]
    solids = handset(rng, 0.21, pick(rng, {"classic": 3, "square": 2, "blocky": 1}))
    rim = max(float(s.bounds()[1, 2]) for s in solids)
    x, y = -w * 0.3, h * 0.42
    hung = [s.turned("y", 180).moved(x, y, rim - 0.02) for s in solids]
    hook = box((0.05, 0.05, 0.06), (x, y + 0.03, 0.0))
    pieces += [("other", hook), *[("handset", s) for s in hung]]
    pieces += keypad(rng, (w * 0.34, w * 0.4), (w * 0.16, h * 0.34, 0.0), 3, 4, 0.004)
    pieces.append(("screen", plate(w * 0.4, h * 0.1, 0.1 * d, 0.0, (w * 0.14, h * 0.42 + 0.05, -0.03 * d))))
    if chance(rng, 0.5):
        low = min(hung, key=lambda s: float(s.bounds()[0, 1])).bounds()
        pieces += cord(
            rng, (x, float(low[0, 1]) + 0.01, 0.02), (w * 0.1, 0.02, -0.01), -between(rng, 0.0, 0.15), 0.006
        )
    draw = rng.random()
    if draw < 0.35:
        high = between(rng, 0.6, 1.1)
        pieces.append(("metal", box((w * 0.4, high + 0.02, d * 0.5), (0, -high / 2 + 0.01, -d * 0.6))))
        pieces.append(("metal", box((w * 1.1, 0.03, d * 1.8), (0, -high, -d * 0.6))))
    if 0.2 < draw < 0.6:
        pieces += _hood(rng, w, h, d)
    return pieces


def _hood(rng: np.random.Generator, w: float, h: float, d: float) -> Pieces:
    """Two cheeks and a roof about the case, open to the front."""
    wide, ahead, t = w * between(rng, 1.3, 2.2), between(rng, 0.1, 0.35), 0.02
    low, high = -h * between(rng, 0.0, 0.4), h * between(rng, 1.1, 1.4)
    cheek = [(-d, low), (ahead * between(rng, 0.1, 0.9), low), (ahead, high * 0.7), (ahead, high), (-d, high)]
    solids: list[Solid] = [side(cheek, t, s * wide / 2) for s in (-1, 1)]
    solids.append(box((wide + t, t * 3, ahead + d), (0, high, (ahead - d) / 2)))
    solids.append(box((wide, high - low, t), (0, (high + low) / 2, -d)))
    return [("other", s) for s in solids]


def booth(rng: np.random.Generator) -> Pieces:
    """A telephone kiosk: a closed case with glazed sides, a plinth, a sign and a flat or a domed roof."""
    w, h = 0.9 * between(rng, 0.9, 1.15), 2.3 * between(rng, 0.9, 1.1)
    solids: Pieces = [("body", box((w, 0.12 * h, w), (0, 0.06 * h, 0)))]
    post = w * between(rng, 0.06, 0.14)
    for x in (-1, 1):
        for z in (-1, 1):
            solids.append(("body", box((post, h, post), (x * (w - post) / 2, h / 2, z * (w - post) / 2))))
    solids.append(("screen", box((w - post, h * 0.9, w - post), (0, h * 0.45, 0))))
    head = h * between(rng, 0.07, 0.14)
    grow = between(rng, 0.98, 1.08)
    solids.append(("body", box((w * grow, head, w * grow), (0, h - head / 2, 0))))
    bars = int(rng.integers(0, 8))
    for i in range(bars):
        y = 0.14 * h + (h * 0.72) * (i + 0.5) / bars
        solids.append(("body", box((w - 0.7 * post, 0.025, w - 0.7 * post), (0, y, 0))))
    if chance(rng, 0.6):
        solids.append(("keys", box((w * 0.7, head * 0.5, w * grow + 0.02), (0, h - head / 2, 0))))
    if chance(rng, 0.5):
        solids.append(
            (
                "body",
                ellipsoid((w * 0.5, head * between(rng, 0.5, 1.4), w * 0.5), (0, h, 0), between(rng, 2, 5)),
            )
        )
    if chance(rng, 0.5):
        solids.append(("body", bar((-0.0, 0.1 * h, w / 2), (0, 0.9 * h, w / 2), 0.04, 0.03)))
        solids.append(("metal", cylinder(0.02, 0.12, (w * 0.36, h * 0.45, w / 2 - 0.02), axis="z", sides=10)))
    return solids
