"""Poles from which a lantern, a bell or a yard light hangs. Arms reach to +Z."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.lamp.finish import HEADS, Painted, around, kit, moved, painted
from training.categories.lamp.heads import REFLECTORS, head
from training.categories.lamp.lanterns import lantern_body
from training.categories.lamp.street import post
from training.solids import bar, box, cylinder, tube

Rng = np.random.Generator


def hook_post(rng: Rng) -> list[Painted]:
    """A post with an arm from which a lantern or bell hangs, of timber or iron."""
    top = tailed(rng, 2.5, 0.3, 1.2, 5.0)
    k = kit(rng, top, {"opal": 3, "stained": 0.5}, lowpoly=0.4)
    slim, parts = post(rng, k, top, chance(rng, 0.25))
    wide, high = top * tailed(rng, 0.06, 0.3, 0.03, 0.12), top * tailed(rng, 0.15, 0.3, 0.08, 0.3)
    reach, y = wide * between(rng, 1.6, 4.0), top * between(rng, 0.88, 0.99)
    if chance(rng, 0.5):
        arm = [bar((0, y, -0.2 * reach), (0, y, 1.15 * reach), 1.4 * slim, 1.4 * slim)]
        arm += [bar((0, y - 0.7 * reach, 0), (0, y, 0.65 * reach), slim, slim)] if chance(rng, 0.6) else []
    else:
        t = np.linspace(0, np.pi, 9)
        arm = [
            tube(
                np.stack([0 * t, y + 0.5 * reach * np.sin(t), reach * (1 - np.cos(t)) / 2], 1),
                0.7 * slim,
                sides=8,
            )
        ]
    drop = between(rng, 0.02, 0.25) * high
    lamp = (
        lantern_body(rng, k, wide, high)[0]
        if chance(rng, 0.7)
        else moved(head(rng, k, pick(rng, REFLECTORS), 1.2 * wide), y=high)
    )
    link = cylinder(k.wire, drop + 0.06 * high, (0, y - drop / 2, 0), sides=8)
    one = [*painted(arm, k.body), *moved([*moved(lamp, y=y - drop - high), (link, k.trim)], z=reach)]
    return parts + around(one, 1 if chance(rng, 0.8) else 2)


def yard_pole(rng: Rng) -> list[Painted]:
    """A timber pole with a cross arm or a solar panel, and a lamp on a bracket."""
    top = tailed(rng, 6.0, 0.3, 2.5, 10.0)
    k = kit(rng, top, HEADS, lowpoly=0.3)
    slim, parts = post(rng, k, top, False)
    reach, y = top * between(rng, 0.08, 0.3), top * between(rng, 0.75, 0.95)
    arm = tube(
        [(0, y, 0), (0, y + 0.3 * reach, 0.6 * reach), (0, y + 0.3 * reach, reach)], 0.5 * slim, sides=8
    )
    lamp = moved(
        head(rng, k, pick(rng, {"dome": 2, "cone": 1, "disc": 2, "bar": 1}), top * between(rng, 0.03, 0.07)),
        y=y + 0.3 * reach,
        z=reach,
    )
    size = top * between(rng, 0.08, 0.2)
    if chance(rng, 0.5):
        crown = box((size, 0.06 * size, 0.8 * size)).turned("x", between(rng, 10, 45)).moved(0, top, 0)
    else:
        crown = box((1.6 * size, 1.6 * slim, 1.4 * slim), (0, top * 0.96, 0))
    return [*parts, (arm, k.trim), *lamp, (crown, k.body)]
