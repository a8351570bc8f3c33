"""Closed chests to sit on, with or without a back."""

from __future__ import annotations

import numpy as np

from training.categories.bench.measures import Group, Sizes, sizes
from training.categories.bench.plan import Plan
from training.categories.furniture.draw import between, chance, pick
from training.categories.furniture.outlines import rounded
from training.solids import box, ellipsoid, extrusion


def storage(rng: np.random.Generator, p: Plan) -> Group:
    """A closed chest to sit on: plinth or feet, panels, a lid or a pad, perhaps a back and arms."""
    s = sizes(rng)
    if chance(rng, 0.22):
        return _cubbies(rng, s)
    low = between(rng, 0.0, 0.12) if chance(rng, 0.6) else 0.0
    settle = chance(rng, 0.35)
    lid, over = between(rng, 0.015, 0.05), 0.0 if settle else between(rng, 0.0, 0.03)
    body = s.seat - lid
    made: Group = [("frame", box((s.length, body - low + 0.003, s.depth), (0, (body + low) / 2, 0), 0.004))]
    made.append(("seat", box((s.length + 2 * over, lid, s.depth + over), (0, s.seat - lid / 2, 0))))
    if chance(rng, 0.3):
        high = between(rng, 0.04, 0.1)
        made.append(
            (
                "pad",
                box((s.length * 0.98, high, s.depth * 0.97), (0, s.seat + high / 2 - 0.004, 0), 0.4 * high),
            )
        )
    made += _fronts(rng, s, low, body)
    if low > 0.0:
        inset = between(rng, 0.0, 0.04)
        if chance(rng, 0.5):
            made.append(
                ("frame", box((s.length - 2 * inset, low + 0.003, s.depth - 2 * inset), (0, low / 2, 0)))
            )
        else:
            made += [
                (
                    "frame",
                    box(
                        (0.06, low + 0.01, 0.06),
                        (a * (s.length / 2 - 0.05), low / 2, b * (s.depth / 2 - 0.05)),
                    ),
                )
                for a in (-1, 1)
                for b in (-1, 1)
            ]
    if settle:
        made += _settle(rng, s)
    return made


def _fronts(rng: np.random.Generator, s: Sizes, low: float, body: float) -> Group:
    """Raised fields, drawers with knobs, or a plain front."""
    kind, front = pick(rng, {"plain": 2, "fields": 2, "drawers": 1.2}), s.depth / 2
    if kind == "plain":
        return []
    count = int(rng.integers(2, 5))
    pitch, high, made = s.length / count, (body - low) * between(rng, 0.65, 0.85), []
    for i in range(count):
        x = (i + 0.5) * pitch - s.length / 2
        made.append(
            (
                "seat" if kind == "drawers" else "frame",
                box((0.85 * pitch, high, 0.02), (x, (body + low) / 2, front)),
            )
        )
        if kind == "drawers":
            made.append(("frame", ellipsoid((0.016, 0.016, 0.02), (x, (body + low) / 2, front + 0.022))))
    return made


def _settle(rng: np.random.Generator, s: Sizes) -> Group:
    """A panelled back and end boards on a chest."""
    made: Group = [
        (
            "frame",
            box((s.length, s.top - s.seat + 0.05, 0.03), (0, (s.top + s.seat) / 2 - 0.02, s.rear + 0.015)),
        )
    ]
    if chance(rng, 0.6):
        side = np.array(
            [
                [s.seat - 0.05, s.rear],
                [s.top, s.rear],
                [s.arm + 0.03, s.rear + 0.16],
                [s.arm, -s.rear - 0.03],
                [s.seat - 0.05, -s.rear - 0.02],
            ]
        )
        made += [
            ("frame", extrusion(rounded(side, 0.03, 3), 0.035, axis="x", at=a * (s.length / 2 - 0.017)))
            for a in (-1, 1)
        ]
    return made


def _cubbies(rng: np.random.Generator, s: Sizes) -> Group:
    """A hall bench whose compartments are open to the front, with one shelf or none, perhaps a pad."""
    t, low = between(rng, 0.014, 0.035), between(rng, 0.0, 0.08) if chance(rng, 0.5) else 0.0
    half, count = s.length / 2, int(rng.integers(2, 5))
    made: Group = [("seat", box((s.length, t, s.depth), (0, s.seat - t / 2, 0)))]
    made.append(("frame", box((s.length - t, t, s.depth * 0.98), (0, low + t / 2, 0))))
    if chance(rng, 0.75):
        made.append(
            ("frame", box((s.length, s.seat - low - t, 0.012), (0, (s.seat + low) / 2, s.rear + 0.008)))
        )
    tall = s.seat - 0.5 * t
    for i, x in enumerate(np.linspace(-half + t / 2, half - t / 2, count + 1)):
        foot = 0.0 if i in (0, count) else low
        made.append(("frame", box((t, tall - foot, s.depth * 0.99), (x, (tall + foot) / 2, 0))))
    if chance(rng, 0.4):
        made.append(("frame", box((s.length - t, t, s.depth * 0.97), (0, low + 0.5 * (s.seat - low), 0))))
    if chance(rng, 0.4):
        high = between(rng, 0.03, 0.1)
        made.append(("pad", box((s.length, high, s.depth), (0, s.seat + high / 2 - 0.004, 0), 0.4 * high)))
    return made
