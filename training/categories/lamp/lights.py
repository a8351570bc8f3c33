"""What stands or hangs on the end of an arm: candles, cups, globes, jars, small shades."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick
from training.categories.lamp.finish import Kit, Painted, moved
from training.categories.lamp.shades import flipped, shade
from training.categories.lamp.turning import ball, filled, sheet
from training.solids import cylinder, lathe

Rng = np.random.Generator


LIGHTS = {"candle": 5.0, "shade": 2.5, "cup": 1.2, "globe": 1.5, "jar": 0.8}


def light(rng: Rng, k: Kit, kind: str, size: float) -> list[Painted]:
    """What stands on the end of an arm at the origin; `size` is about its height."""
    pan = (
        lathe(
            [[0, -0.1 * size], [0.1 * size, -0.1 * size], [0.3 * size, 0.02 * size], [0, 0.04 * size]],
            sides=12,
        ),
        k.trim,
    )
    if kind == "globe":
        r = size * between(rng, 0.35, 0.6)
        return [pan, (ball(r, (0, 0.9 * r, 0)), k.bulb)]
    if kind == "cup":
        s = flipped(
            shade(rng, k, pick(rng, {"dome": 1, "bell": 2, "empire": 1}), size * between(rng, 0.35, 0.6))
        )
        skin = sheet(s.curve, k.sheet, sides=12) if k.hollow else filled(s.curve, sides=12)
        return [
            pan,
            (skin, k.shade),
            (cylinder(s.curve[0, 0] + k.sheet, 0.06 * size, (0, 0.0, 0), sides=12), k.trim),
            (cylinder(0.1 * size, 0.5 * size, (0, 0.2 * size, 0), sides=10), k.bulb),
        ]
    if kind == "jar":
        return [pan, (cylinder(0.27 * size, 0.9 * size, (0, 0.45 * size, 0), sides=12), k.bulb)]
    slim = between(rng, 0.06, 0.16)
    candle = [(cylinder(slim * size, 0.7 * size, (0, 0.33 * size, 0), sides=10), k.bulb)]
    flame = (
        ball(0.9 * slim * size, (0, 0.82 * size, 0), 0.25 / slim, 8),
        k.bulb,
    )
    if kind == "shade":
        s = shade(
            rng,
            k,
            pick(rng, {"empire": 3, "drum": 1, "coolie": 1, "bell": 1}),
            size * between(rng, 0.35, 0.55),
        )
        skin = filled(s.curve, sides=12)
        return [pan, *candle, *moved([(skin, k.shade)], y=0.55 * size)]
    return [pan, *candle, flame] if chance(rng, 0.6) else [pan, *candle]
