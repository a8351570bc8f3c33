"""Moulded one-piece seats: buckets, bent plywood and panton-like ribbons."""

from __future__ import annotations

import numpy as np

from training.categories.chair.measures import Measures
from training.categories.furniture.draw import between, chance
from training.categories.furniture.outlines import Points, bent
from training.categories.furniture.slabs import resampled, shell
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
