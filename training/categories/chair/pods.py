"""Pod chairs: an egg or ball shell, open in front, with a cushion in it."""

from __future__ import annotations

import numpy as np

from training.categories.chair.seats import Group
from training.categories.furniture.draw import between, chance, pick
from training.categories.furniture.outlines import arc, circle, thick
from training.categories.furniture.pedestals import pedestal
from training.categories.furniture.slabs import slab
from training.solids import Solid, loft


def egg(rng: np.random.Generator) -> Group:
    """A hollow egg whose mouth opens wider towards the top or the seat, on a foot or on the floor."""
    half, deep, height = between(rng, 0.34, 0.48), between(rng, 0.32, 0.46), between(rng, 0.65, 1.15)
    lift = 0.0 if chance(rng, 0.2) else between(rng, 0.15, 0.3)
    wall, crop = between(rng, 0.03, 0.06), between(rng, 0.55, 0.96)
    seat = between(rng, 0.22, 0.36)
    bowl = circle(half * 0.97, deep * 0.97, 28)
    levels = np.linspace(0.0, seat, 5)
    base = loft([(lift + t * height, (bowl * _girth(t))[:, ::-1]) for t in levels], axis="y")
    sections = []
    for t in np.linspace(seat * 0.8, crop, 10):
        girth, over = _girth(float(t)), (t - seat * 0.8) / (crop - seat * 0.8)
        reach = (
            between(rng, 62.0, 66.0) - 55.0 * over**1.5 if crop < 0.8 else 58.0 - 25.0 * np.sin(np.pi * over)
        )
        band = thick(arc(half * girth, deep * girth, 180 - reach, 360 + reach, 24), wall)
        sections.append((lift + float(t) * height, band[:, ::-1]))
    pad = slab(bowl * _girth(seat) * 0.93, lift + seat * height + 0.05, 0.1, 0.03, between(rng, 0.0, 0.03))
    solids: list[Solid] = [base, loft(sections, axis="y"), pad]
    foot = pick(rng, {"disc": 3, "cross": 3, "tulip": 1.5, "drum": 0.5})
    stand = (
        pedestal(rng, foot, lift + 0.03, half * between(rng, 0.6, 0.85), between(rng, 0.05, 0.09))
        if lift
        else []
    )
    return stand, solids


def _girth(t: float) -> float:
    """Radius of the egg at a fraction of its height, relative to its widest."""
    return float(np.sqrt(max(0.03, 1.0 - ((t - 0.42) / 0.62) ** 2)))
