"""Benches of boards: on side frames, as in parks, or on joined posts, as in gardens."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.bench.boards import along, back, contour, seat
from training.categories.bench.ends import ENDS
from training.categories.bench.measures import Group, Sizes, sizes
from training.categories.bench.plan import Plan
from training.categories.furniture.draw import between, chance
from training.categories.furniture.legs import leg, spar
from training.categories.furniture.slabs import ribbon
from training.solids import Solid, bar, box, cylinder


def park(rng: np.random.Generator, p: Plan) -> Group:
    """Slats or planks for seat and back, carried by two or three equal side frames."""
    s, seed = sizes(rng), int(rng.integers(1 << 31))
    frame = ENDS[p.support](np.random.default_rng(seed), s, p.backed, p.armed)
    inset = between(rng, 0.0, 0.22) * s.length if chance(rng, 0.6) else 0.02
    half = s.length / 2 - inset
    places = [-half, half] if s.length < 1.9 or chance(rng, 0.4) else [-half, 0.0, half]
    made: Group = [("frame", solid.moved(x)) for x in places for solid in frame]
    if p.seat == "contour" and p.backed:
        return made + _flowing(rng, s, places) + _ties(s, half)
    kind = p.seat if p.seat != "contour" else "slats"
    made += [("seat", solid) for solid in seat(rng, kind, s)]
    if p.backed:
        boards = back(rng, p.back, s, s.length / 2)
        made += [("seat", solid) for solid in boards]
    return made + _pads(rng, s) + (_ties(s, half) if chance(rng, 0.3) or not p.backed else [])


def _pads(rng: np.random.Generator, s: Sizes) -> Group:
    """Cushions tied to the seat, on one bench in twelve."""
    if not chance(rng, 0.08):
        return []
    high, count = between(rng, 0.04, 0.1), int(rng.integers(1, 4))
    pitch = 0.97 * s.length / count
    at = [
        ((i + 0.5) * pitch - 0.485 * s.length, s.bottom + 0.4 * s.thick + high / 2, 0.01)
        for i in range(count)
    ]
    return [("pad", box((pitch - 0.006, high, 0.94 * s.depth), place, 0.4 * high)) for place in at]


def _flowing(rng: np.random.Generator, s: Sizes, places: list[float]) -> Group:
    """Slats that follow one curve from the front edge to the top of the back, on a strip at each frame."""
    line, thick = contour(rng, s, between(rng, 0.0, 0.04)), max(0.018, s.thick)
    slats = along(line, int(rng.integers(8, 20)), between(rng, 0.6, 0.92), thick, s.length)
    strip = ribbon(line - [0.4 * thick, 0.4 * thick], 0.8 * thick, between(rng, 0.02, 0.05))
    return [("seat", slat) for slat in slats] + [("frame", strip.moved(x)) for x in places]


def _ties(s: Sizes, half: float) -> Group:
    """A bar between the frames under the seat."""
    return [
        ("frame", cylinder(0.014, 2 * half, (0, s.bottom - 0.01, 0), axis="x", sides=8)),
        ("frame", box((2 * half, 0.03, 0.05), (0, s.bottom - 0.008, 0))),
    ]


def garden(rng: np.random.Generator, p: Plan) -> Group:
    """Joined wood: four posts or six, rails, arms, and a filled back between the rear posts."""
    s = sizes(rng)
    w = max(0.035, min(0.09, s.stock * 1.1))
    s = replace(s, stock=w)
    x, front = s.length / 2 - w / 2, -s.rear - w / 2
    crown = s.top + (between(rng, 0.0, 0.06) if chance(rng, 0.3) else 0.0)
    made = _posts(rng, s, p, x, front, w, crown)
    rail, y = between(rng, 0.05, 0.11), s.bottom - 0.02
    made += [
        box((2 * x, rail, 0.6 * w), (0, y - rail / 2 + 0.03, front)),
        box((2 * x, rail, 0.6 * w), (0, y - rail / 2 + 0.03, s.rear + 0.3 * w)),
    ]
    made += [box((0.7 * w, rail, s.depth - w), (a * x, y - rail / 2 + 0.03, 0)) for a in (-1, 1)]
    if chance(rng, 0.5):
        low = s.seat * between(rng, 0.2, 0.5)
        made += [box((0.6 * w, 0.7 * w, s.depth - w), (a * x, low, 0)) for a in (-1, 1)]
        made += [box((2 * x, 0.7 * w, 0.6 * w), (0, low, 0))] * chance(rng, 0.6)
    boards = replace(s, length=s.length - (1.5 * w if p.armed else 0.0))
    planks = seat(rng, p.seat if p.seat != "contour" else "slats", boards)
    filled = back(rng, p.back, s, x)
    role = "seat" if chance(rng, 0.25) else "frame"
    pads = _pads(rng, replace(boards, length=0.97 * boards.length))
    return [("frame", solid) for solid in made + filled] + [(role, solid) for solid in planks] + pads


def _posts(
    rng: np.random.Generator, s: Sizes, p: Plan, x: float, front: float, w: float, crown: float
) -> list[Solid]:
    """Rear posts that lean above the seat, front posts up to the arms, and the arms."""
    half, seed = (w / 2, w / 2), int(rng.integers(1 << 31))
    kick = between(rng, 0.0, 0.08) if chance(rng, 0.4) else 0.0
    z = s.rear + w / 2 - 0.45 * w
    line = [(0.0, z - kick), (s.seat, z), (crown, s.back_at(crown) + 0.05 * w)]
    made = [spar([(a * x, y, z) for y, z in line], [half] * 3, False) for a in (-1, 1)]
    top = s.arm - 0.015 if p.armed else s.bottom
    kind = "turned" if chance(rng, 0.15) else "square"
    for a in (-1, 1):
        made.append(
            leg(
                np.random.default_rng(seed),
                kind,
                (a * x, 0, front),
                (a * x, top, front),
                w,
                between(rng, 0.7, 1.0) if not p.armed else 1.0,
            )
        )
        if p.armed:
            wide, rise = w * between(rng, 1.0, 1.6), between(rng, -0.02, 0.03)
            made.append(
                bar(
                    (a * x, s.arm - 0.01 + rise, s.back_at(s.arm)),
                    (a * x, s.arm - 0.01, front + w * 0.9),
                    wide,
                    0.035,
                )
            )
    if s.length > 1.9:
        made.append(bar((0, 0, front), (0, s.bottom, front), w, w))
        made.append(bar((0, 0, s.rear + 0.3 * w), (0, s.bottom, s.rear + 0.3 * w), w, w))
    return made
