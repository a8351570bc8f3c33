"""What box loudspeakers stand on: spikes, plinths, pads, stands, tripods, wedges."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance
from training.categories.loudspeaker.boxes import Case
from training.categories.loudspeaker.palette import Piece
from training.solids import box, cylinder, rod

FOOT_KINDS = ("none", "pads", "spikes", "plinth", "outriggers", "stand", "tripod", "legs")


def footed(rng: np.random.Generator, kind: str, c: Case, pieces: list[Piece]) -> list[Piece]:
    """Lift a case and put one of FOOT_KINDS under it."""
    if kind == "none":
        return pieces
    lift, feet = _FEET[kind](rng, c)
    return [(q.moved(y=lift), role) for q, role in pieces] + feet


def _at_corners(c: Case, share: float) -> list[tuple[float, float]]:
    share *= 0.6 if c.body == "soft" else 1.0
    straight = c.width / 2 - (0.0 if c.body == "soft" else c.corner)
    narrow = c.taper if c.body in ("wedge", "lute") else 1.0
    x, z = min(c.width / 2 * share, straight), c.depth / 2 * share
    return [(-x, z), (x, z), (x * narrow * 0.8, -z), (-x * narrow * 0.8, -z)]


def _pads(rng: np.random.Generator, c: Case) -> tuple[float, list[Piece]]:
    lift, r = between(rng, 0.01, 0.04) * c.width, between(rng, 0.05, 0.1) * c.width
    y = lift / 2 + 0.004 * c.width
    return lift, [(cylinder(r, 2 * y, (x, y, z), sides=10), "stand") for x, z in _at_corners(c, 0.72)]


def _spikes(rng: np.random.Generator, c: Case) -> tuple[float, list[Piece]]:
    lift, r = between(rng, 0.06, 0.15) * c.width, between(rng, 0.04, 0.07) * c.width
    return lift, [(rod((x, 0, z), (x, lift * 1.1, z), r * 0.3, r), "stand") for x, z in _at_corners(c, 0.75)]


def _plinth(rng: np.random.Generator, c: Case) -> tuple[float, list[Piece]]:
    t, grow = between(rng, 0.06, 0.2) * c.width, between(rng, 0.85, 1.5)
    return t, [
        (box((c.width * grow, t * 1.02, c.depth * max(1.0, 0.9 * grow)), (0, t * 0.51, 0), 0.1 * t), "stand")
    ]


def _outriggers(rng: np.random.Generator, c: Case) -> tuple[float, list[Piece]]:
    t, out = between(rng, 0.05, 0.12) * c.width, between(rng, 1.1, 1.5)
    bars = [
        (box((c.width * out, t * 1.1, 1.6 * t), (0, t * 0.55, s * 0.36 * c.depth)), "stand") for s in (-1, 1)
    ]
    return t, bars


def _stand(rng: np.random.Generator, c: Case) -> tuple[float, list[Piece]]:
    """A column or two between two plates."""
    lift, t = between(rng, 0.8, 3.2) * max(c.width, 0.6 * c.height), 0.05 * c.width
    wide, deep = c.width * between(rng, 0.9, 1.5), c.depth * between(rng, 0.9, 1.4)
    pieces: list[Piece] = [(box((wide, t, deep), (0, t / 2, 0)), "stand")]
    pieces.append((box((c.width * 0.8, t, c.depth * 0.8), (0, lift - t * 0.45, 0)), "stand"))
    post = between(rng, 0.06, 0.25) * c.width
    spots = (0.0,) if chance(rng, 0.7) else (-0.25 * c.width, 0.25 * c.width)
    for x in spots:
        solid = (
            cylinder(post / 2, lift, (x, lift / 2, 0))
            if chance(rng, 0.5)
            else box((post, lift, post), (x, lift / 2, 0))
        )
        pieces.append((solid, "stand"))
    return lift, pieces


def _tripod(rng: np.random.Generator, c: Case) -> tuple[float, list[Piece]]:
    """Three legs from a collar on a pole."""
    lift, reach = between(rng, 1.2, 3.5) * c.width, between(rng, 0.5, 1.1) * c.width
    r, collar, y = 0.035 * c.width, between(rng, 0.4, 0.7), between(rng, 0.0, 0.25)
    pieces: list[Piece] = [
        (cylinder(r, lift * (1 - y) + 0.05, (0, lift * (1 + y) / 2, 0), sides=12), "stand")
    ]
    for turn in (90, 210, 330):
        a = np.radians(turn)
        foot = (reach * np.cos(a), 0.0, reach * np.sin(a))
        pieces.append((rod(foot, (0, lift * collar, 0), 0.7 * r), "stand"))
        if y < collar:
            middle = (0.5 * foot[0], 0.5 * lift * collar, 0.5 * foot[2])
            pieces.append((rod((0, lift * (y + 0.04), 0), middle, 0.5 * r), "stand"))
    return lift, pieces


def _legs(rng: np.random.Generator, c: Case) -> tuple[float, list[Piece]]:
    """Four splayed furniture legs."""
    lift, r, out = (
        between(rng, 0.15, 0.6) * c.width,
        between(rng, 0.03, 0.06) * c.width,
        between(rng, 1.0, 1.25),
    )
    spots = _at_corners(c, 0.75)
    return lift, [(rod((x * out, 0, z * out), (x, lift * 1.05, z), 0.6 * r, r), "stand") for x, z in spots]


_FEET = {
    "pads": _pads, "spikes": _spikes, "plinth": _plinth, "outriggers": _outriggers, "stand": _stand,
    "tripod": _tripod, "legs": _legs,
}  # fmt: skip
