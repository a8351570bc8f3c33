"""Moulded one-piece seats: buckets, bent plywood and panton-like ribbons."""

from __future__ import annotations

import numpy as np

from training.categories.chair.measures import Measures
from training.categories.chair.seats import Group
from training.categories.furniture.draw import between, chance, pick
from training.categories.furniture.outlines import Points, bent
from training.categories.furniture.slabs import resampled, ribbon, shell
from training.solids import Solid, box

STATIONS = 15


def side_profile(rng: np.random.Generator, m: Measures, t: float) -> Points:
    """The shell's middle line (k, 2) of (z, y), from the front edge over the seat to the top of the back."""
    y, front = m.seat - t / 2, m.depth / 2
    lip, dip = between(rng, 0.0, 0.04), between(rng, 0.0, 0.025)
    angle = np.radians(m.tilt + between(rng, 0.0, 8.0))
    knee = np.array([m.rear, y + 0.01])
    top = knee + m.back * np.array([-np.sin(angle), np.cos(angle)])
    flick = np.array([-between(rng, 0.0, 0.03), 0.0]) if chance(rng, 0.4) else 0.0
    corners = np.array(
        [[front, y - lip], [front - 0.08, y], [0.0, y - dip], knee, (knee + top) / 2, top + flick]
    )
    return bent(corners, between(rng, 0.05, 0.14), 5)


def shell_seat(rng: np.random.Generator, m: Measures) -> list[Solid]:
    """Seat and back in one sheet; its rims turn up and forward, and its corners are round."""
    t = between(rng, 0.012, 0.03) if chance(rng, 0.7) else between(rng, 0.03, 0.06)
    line = resampled(side_profile(rng, m, t), 60)
    bucket = between(rng, 0.0, 0.11) if chance(rng, 0.75) else 0.0
    corner, power = between(rng, 0.03, 0.22), between(rng, 2.0, 4.0)
    profiles = []
    for u in np.concatenate([-_across()[::-1], _across()[1:]]):
        inset = corner * (1.0 - (1.0 - abs(u) ** power) ** (1.0 / power))
        curve = resampled(line, 28, inset * 0.8, 1.0 - inset)
        profiles.append((u * m.width / 2, _lifted(curve, bucket * abs(u) ** 2.5)))
    pan = box((m.width * 0.5, 0.05, m.depth * 0.5), (0, m.seat - t / 2 - 0.032, 0))
    return [shell(profiles, t), pan]


def _across() -> Points:
    """Places from the middle (0) to the rim (1), closer at the rim."""
    return np.asarray(np.sin(np.linspace(0.0, 1.0, STATIONS // 2 + 1) * np.pi / 2) * 0.999)


def _lifted(curve: Points, lift: float) -> Points:
    """Shift the sheet towards the sitter: up at the seat, forward at the back."""
    tangent = np.gradient(curve, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
    normal = np.stack([tangent[:, 1], -tangent[:, 0]], axis=1)
    rear = np.linspace(0.0, 1.0, len(curve))[:, None]
    bend = np.sin(np.pi * np.clip(rear, 0.0, 1.0)) * 0.6 + 0.4
    return curve + normal * lift * bend


def ribbon_chair(rng: np.random.Generator) -> Group:
    """One sheet that is foot, seat and back: Z, S or C seen from the side."""
    width, seat, depth = between(rng, 0.36, 0.55), between(rng, 0.4, 0.46), between(rng, 0.38, 0.5)
    back, tilt, t = between(rng, 0.3, 0.5), np.radians(between(rng, 2, 20)), between(rng, 0.018, 0.07)
    front, rear, y = depth / 2, -depth / 2, seat - t / 2
    top = [rear - back * np.sin(tilt), y + back * np.cos(tilt)]
    foot_rear, foot_front = rear - between(rng, -0.05, 0.06), front + between(rng, -0.1, 0.04)
    kind = pick(rng, {"Z": 3, "S": 2, "C": 2, "block": 1})
    if kind == "C":
        path = [[foot_rear, t / 2], [foot_front, t / 2], [front, y], [rear, y], top]
    elif kind == "block":
        path = [[front, t / 2], [front - between(rng, -0.02, 0.05), y], [rear, y], top]
    else:
        path = [[front, t / 2], [foot_rear, t / 2], [front, y], [rear, y], top]
    bend = between(rng, 0.0, 0.03) if kind == "Z" else between(rng, 0.05, 0.14)
    line = np.array(path) if bend < 0.01 else bent(np.array(path), bend, 4)
    solids = [ribbon(line, t, width)]
    if kind == "block":
        leg = np.array([[0.3 * rear, y], [rear + t / 2, y], [foot_rear, 0.0]])
        solids.append(ribbon(leg, t, width))
    return [], solids
