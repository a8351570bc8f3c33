"""Lamps out of doors: street lights, park lamps, bollards, floodlights. Single arms reach to +Z."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.lamp.finish import HEADS, Kit, Painted, around, kit, moved, turned
from training.categories.lamp.heads import head
from training.categories.lamp.lanterns import lantern_body
from training.categories.lamp.turning import filled, section_of
from training.solids import bar, box, ellipsoid, tube

Rng = np.random.Generator


def post(rng: Rng, k: Kit, top: float, ornate: bool) -> tuple[float, list[Painted]]:
    """A pole with its plinth; also its radius at the top. Ornate ones are turned and fluted."""
    thick = k.size * tailed(rng, 0.012, 0.35, 0.006, 0.04) * (1.8 if k.lowpoly else 1.0)
    slim, section = (
        thick * between(rng, 0.55, 1.0),
        section_of(rng, pick(rng, {"round": 5, "octagon": 1.5, "square": 1})),
    )
    curve = [[thick, 0], [slim, top]]
    if ornate:
        y, wide = top * between(rng, 0.08, 0.25), thick * between(rng, 1.6, 3.5)
        curve = [
            [1.2 * wide, 0],
            [1.2 * wide, 0.1 * y],
            [wide, 0.15 * y],
            [0.8 * wide, 0.8 * y],
            [1.1 * wide, 0.85 * y],
            [thick, y],
        ]
        z = top * between(rng, 0.35, 0.8)
        curve += [
            [thick * 0.9, z],
            [1.6 * thick, z * 1.01],
            [1.6 * thick, z * 1.03],
            [slim, z * 1.04],
            [slim, top],
        ]
    parts = [(filled(np.array(curve), section, 16), k.body)]
    if not ornate and chance(rng, 0.6):
        wide, high = thick * between(rng, 1.6, 3.5), top * between(rng, 0.006, 0.15)
        parts.append(
            (
                filled(
                    np.array([[wide, 0], [wide * between(rng, 0.7, 1), high], [0.9 * thick, high * 1.05]]),
                    section,
                    16,
                ),
                k.body,
            )
        )
    return slim, parts


def street_light(rng: Rng) -> list[Painted]:
    """A tall mast with one or two curved, bent or level arms and flat heads."""
    top = tailed(rng, 6.0, 0.3, 2.0, 11.0)
    k = kit(rng, top, HEADS, lowpoly=0.25)
    slim, parts = post(rng, k, top, False)
    reach = top * tailed(rng, 0.2, 0.4, 0.05, 0.5)
    arm = _arm(rng, k, top, reach, slim)
    count = 1 if chance(rng, 0.7) else 2 if chance(rng, 0.85) else int(rng.integers(3, 5))
    return parts + around(arm, count)


def _arm(rng: Rng, k: Kit, top: float, reach: float, slim: float) -> list[Painted]:
    """One arm to +Z from the top of the mast, with its head."""
    style, rise = (
        pick(rng, {"bow": 4, "level": 2.5, "sloped": 1.5, "swan": 1}),
        reach * between(rng, 0.1, 0.8),
    )
    t, begin = np.linspace(0, 1, 8), top * between(rng, 0.93, 0.99)
    y = {
        "bow": rise * np.sin(np.pi / 2 * t),
        "level": 0 * t,
        "sloped": rise * 0.4 * t,
        "swan": rise * np.sin(np.pi * 0.75 * t),
    }[style]
    path = np.stack([0 * t, begin + y, t * reach], 1)
    path = path[[0, -1]] if style in ("level", "sloped") else path
    arm = (tube(path, slim * between(rng, 0.5, 0.95), sides=8), k.body)
    tilt = np.degrees(np.arctan2(path[-1, 1] - path[-2, 1], path[-1, 2] - path[-2, 2]))
    lamp = turned(_luminaire(rng, k, top, slim), "x", -float(np.clip(tilt, -30, 25)) * between(rng, 0.3, 1))
    return [arm, *moved(lamp, y=float(path[-1, 1]), z=reach)]


def _luminaire(rng: Rng, k: Kit, top: float, slim: float) -> list[Painted]:
    """A cobra head, flat box, bell or drop lens, forward of the origin."""
    long = top * tailed(rng, 0.09, 0.3, 0.04, 0.2)
    wide, high = long * between(rng, 0.3, 0.6), max(long * between(rng, 0.1, 0.3), 1.2 * slim)
    style = pick(rng, {"cobra": 4, "flat": 3, "hung": 1.5})
    if style == "hung":
        return moved(
            head(rng, k, pick(rng, {"dome": 2, "cone": 2, "stepped": 1, "disc": 1, "ball": 1}), 0.5 * long),
            y=0.3 * slim,
        )
    at = (0, 0.1 * high, 0.42 * long)
    shape = (
        ellipsoid((wide / 2, high / 2, long / 2), at, between(rng, 2.0, 3.5))
        if style == "cobra"
        else box((wide, high, long), at, 0.25 * high)
    )
    lens = ellipsoid((0.4 * wide, 0.42 * high, 0.33 * long), (0, -0.2 * high, 0.5 * long))
    return [(shape, k.shade), (lens, k.bulb)]


def victorian(rng: Rng) -> list[Painted]:
    """An ornate post with a lantern on top, or two to four on arms round it."""
    top = tailed(rng, 3.2, 0.25, 1.5, 5.0)
    k = kit(rng, top, {"opal": 3, "stained": 0.5}, lowpoly=0.3)
    slim, parts = post(rng, k, top, chance(rng, 0.75))
    wide, high = top * tailed(rng, 0.06, 0.3, 0.035, 0.13), top * tailed(rng, 0.19, 0.25, 0.1, 0.35)
    lamp = lantern_body(rng, k, wide, high)[0]
    if chance(rng, 0.25):
        y = top * between(rng, 0.85, 0.95)
        half = wide * between(rng, 1.3, 3)
        parts.append((bar((-half, y, 0), (half, y, 0), slim, slim), k.body))
    if chance(rng, 0.75):
        return parts + moved(lamp, y=top - 0.01 * high)
    reach, count = wide * between(rng, 1.6, 3), int(rng.choice([2, 2, 3, 4]))
    arm = (tube(_scroll(top, reach, chance(rng, 0.5)), max(0.6 * slim, 0.004 * top), sides=8), k.body)
    crown = [] if chance(rng, 0.5) else moved(lamp, y=top - 0.01 * high)
    return parts + crown + around([arm, *moved(lamp, y=0.95 * top, z=reach)], count, 90)


def _scroll(top: float, reach: float, low: bool) -> np.ndarray:
    t = np.linspace(0, 1, 8)
    sag = (-0.5 if low else 0.0) * reach * np.sin(np.pi * t)
    return np.stack([0 * t, top * (0.9 + 0.055 * t) + sag, t * reach], 1)
