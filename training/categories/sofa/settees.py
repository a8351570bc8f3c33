"""Settees: a wooden frame of posts and rails that one sees, with thin cushions."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick
from training.categories.furniture.legs import spar
from training.categories.sofa.cushions import back_cushions, seat_cushions
from training.categories.sofa.measures import Group, Padding, Sizes, padding, sizes
from training.categories.sofa.plan import Plan
from training.solids import Solid, bar, box


def settee(rng: np.random.Generator, p: Plan) -> Group:
    """A wooden frame of posts and rails with open arms, a filled back and a thin seat."""
    s, pad = sizes(rng, max(1, min(3, p.seats)), "floor", "box"), padding(rng)
    t, seat, deep = between(rng, 0.03, 0.065), between(rng, 0.38, 0.48), between(rng, 0.55, 0.85)
    w, top, cushion = s.width, seat + between(rng, 0.3, 0.65), between(rng, 0.04, 0.16)
    arm_top, y = seat + between(rng, 0.14, 0.26), seat - 0.8 * cushion
    lean, x = between(rng, 0.0, 0.16), w / 2 - t / 2
    rear = [
        spar([(a * x, 0, 0), (a * x, seat, 0.02), (a * x, top, -lean)], [(t / 2, t / 2)] * 3, False)
        for a in (-1, 1)
    ]
    wide, front = t * between(rng, 0.9, 1.8), deep - t / 2
    kneed = arm_top - (0.0 if chance(rng, 0.7) else between(rng, 0.0, 0.08))
    frame: list[Solid] = [*rear]
    for a in (-1, 1):
        at_back = (a * x, arm_top, -lean * (arm_top - seat) / (top - seat))
        frame += [
            bar(at_back, (a * x, kneed, front + t), wide, 0.7 * t),
            bar((a * x, 0, front), (a * x, kneed, front), t, t),
        ]
        frame.append(bar((a * x, y - 0.03, 0), (a * x, y - 0.03, front), 0.7 * t, 0.07))
    frame.append(box((w - t, 0.08, deep - 0.02), (0, y - 0.035, deep / 2)))
    frame += _filling(rng, x, seat, top, lean, t)
    flat = Sizes(s.seats, w, deep, seat, 0.0, 0.0, arm_top, top, 0.03, cushion, 0.0, 0.0)
    inner = (-x + t / 2, x - t / 2)
    cushions: Group = seat_cushions(pad, flat, inner, p.cushions, 0.02)
    if p.back_cushions:
        slim = Padding(
            pad.edge,
            0.0,
            0.0,
            pad.back_edge,
            0.7 * pad.back_depth,
            between(rng, -0.1, 0.02),
            pad.lean,
            pad.plump,
        )
        slope = float(np.degrees(np.arctan2(lean, top - seat)))
        cushions += [
            (r, c.turned("x", -slope, (0, seat, 0))) for r, c in back_cushions(slim, flat, inner, p.cushions)
        ]
    return [("leg", solid) for solid in frame] + cushions


def _filling(
    rng: np.random.Generator, x: float, seat: float, top: float, lean: float, t: float
) -> list[Solid]:
    """Rails along the back and slats, spindles, a board or nothing between them."""
    kind, rail = (
        pick(rng, {"slats": 3, "ladder": 2, "board": 2, "spindles": 1.5, "open": 0.6}),
        between(rng, 0.04, 0.1),
    )
    low = seat + between(rng, 0.02, 0.12)

    def z(y: float) -> float:
        return 0.02 - (lean + 0.02) * (y - seat) / (top - seat)

    def across(y: float, high: float, deep: float) -> Solid:
        return bar((-x, y, z(y)), (x, y, z(y)), deep, high)

    made = [across(top - rail / 2, rail, 0.8 * t), across(low, 0.04, 0.7 * t)]
    if kind == "ladder":
        made += [
            across(y, 0.05, 0.4 * t) for y in np.linspace(low, top - rail / 2, int(rng.integers(3, 6)))[1:-1]
        ]
    if kind == "board":
        made.append(bar((0, low, z(low)), (0, top - 0.02, z(top - 0.02)), 2 * x, 0.4 * t))
    if kind in ("slats", "spindles"):
        count = int(2 * x / between(rng, 0.09, 0.25)) + 1
        wide = between(rng, 0.03, 0.07) if kind == "slats" else 0.018
        for at in np.linspace(-x, x, count + 2)[1:-1]:
            made.append(bar((at, low, z(low)), (at, top - 0.02, z(top - 0.02)), wide, 0.018))
    return made
