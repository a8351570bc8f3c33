"""Loudspeakers to carry or to put under a screen: bricks, pills, soundbars, boomboxes, radios, pebbles."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.furniture.outlines import arc, circle, rounded
from training.categories.loudspeaker.drivers import Style, cone, facing, knobs
from training.categories.loudspeaker.palette import Piece
from training.solids import Solid, box, cylinder, extrusion, lathe, loft, rod, tube


def _buttons(rng: np.random.Generator, span: float, y: float) -> list[Piece]:
    """Keys on the upper side."""
    if chance(rng, 0.4):
        return []
    count, r = int(rng.integers(2, 6)), between(rng, 0.03, 0.06) * span
    spots = np.linspace(-0.3, 0.3, count) * span
    return [(cylinder(r, 0.03, (float(x), y, 0), sides=10), "trim") for x in spots]


def _brick(rng: np.random.Generator, s: Style) -> list[Piece]:
    """A rounded block with a grille before it and keys on it."""
    high = tailed(rng, 0.42, 0.4, 0.15, 1.4)
    deep = min(tailed(rng, 0.36, 0.35, 0.12, 0.9), 1.2 * max(high, 0.4))
    radius = between(rng, 0.03, 0.48) * min(high, deep)
    pieces: list[Piece] = [(box((1.0, high, deep), (0, high / 2, 0), radius), "body")]
    rim = between(rng, 0.02, 0.1) + 0.5 * radius
    if chance(rng, 0.75):
        edge = rounded(
            np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * [0.5 - rim, max(0.5 * high - rim, 0.05)], radius
        )
        t = between(rng, 0.01, 0.05)
        pieces.append(
            (extrusion(edge + np.array([0.0, high / 2]), t + 0.01, at=deep / 2 + t / 2 - 0.005), "grille")
        )
    else:
        r = min(0.36 * high, 0.2)
        for side in (-1, 1):
            pieces += cone(s, side * between(rng, 0.25, 0.26), high / 2, deep / 2, r, 0.002)
    pieces += _buttons(rng, 1.0, high)
    return pieces + (_handle(rng, 0.45, high, 0.0) if chance(rng, 0.2) else [])


def _handle(rng: np.random.Generator, x: float, y: float, z: float) -> list[Piece]:
    """A bow over the top, round or square."""
    lift, r = between(rng, 0.08, 0.28), between(rng, 0.015, 0.04)
    if chance(rng, 0.5):
        path = np.array([[-x, y - 0.03, z], [-x, y + lift, z], [x, y + lift, z], [x, y - 0.03, z]])
    else:
        path = np.stack([*(arc(x, lift, 0, 180, 10) + np.array([0.0, y - 0.02])).T, np.full(11, z)], axis=1)
    return [(tube(path, r, sides=8), "trim")]


def _pill(rng: np.random.Generator, s: Style) -> list[Piece]:
    """A lying roll with radiators in its ends, on a rib or small feet."""
    r, end = tailed(rng, 0.21, 0.3, 0.08, 0.5), between(rng, 0.02, 0.12)
    oval = 1.0 if chance(rng, 0.65) else between(rng, 0.6, 1.3)
    dish, rim = between(rng, 0.0, 0.3) * r, between(rng, 0.55, 0.95) * r
    half = [[0, 0.5 - dish], [0.7 * rim, 0.5 - dish], [rim, 0.5], [r, 0.5 - end]]
    profile = half + [[q, -y] for q, y in half[::-1]]
    roll = lathe(profile, sides=28).turned("z", 90).scaled(1, 1, oval)
    bands: list[Piece] = [(roll, "grille" if chance(rng, 0.7) else "body")]
    ring = [[0.5 * r, 0.0], [1.03 * r, 0.0], [1.03 * r, 0.05], [0.5 * r, 0.05]]
    at = between(rng, 0.3, 0.5 - end - 0.05)
    collar = lathe(ring, (0, at, 0)).turned("z", 90).scaled(1, 1, oval)
    bands += [(collar, "trim"), (collar.mirrored("x"), "trim")] if chance(rng, 0.6) else []
    if chance(rng, 0.6):
        bands.append((box((0.7 * between(rng, 0.5, 1.2), 0.4 * r, 0.5 * r), (0, -0.83 * r, 0), 0.02), "body"))
    if chance(rng, 0.3):
        bands += [(s2.moved(y=-r), role) for s2, role in _handle(rng, 0.4, 1.9 * r, 0.0)]
    low = min(float(solid.bounds()[0, 1]) for solid, _ in bands)
    return [(solid.moved(y=-low), role) for solid, role in bands]


def _soundbar(rng: np.random.Generator, s: Style) -> list[Piece]:
    """A long low bar under a screen: square, rounded, wedge-shaped or oval in section."""
    high, deep = tailed(rng, 0.075, 0.3, 0.035, 0.2), tailed(rng, 0.1, 0.3, 0.05, 0.25)
    kind = pick(rng, {"rounded": 4, "square": 3, "wedge": 1.5, "oval": 1.5})
    base = np.array([[0, -deep / 2], [high, -deep / 2], [high, deep / 2], [0, deep / 2]])
    if kind == "wedge":
        base[2, 1] -= between(rng, 0.2, 0.7) * deep
    if kind == "rounded":
        base = rounded(base, between(rng, 0.1, 0.45) * high, 4)
    if kind == "oval":
        base = circle(high / 2, deep / 2, 20, between(rng, 2.0, 4.0)) + np.array([high / 2, 0.0])
    lift = between(rng, 0.004, 0.03) if chance(rng, 0.4) else 0.0
    cap = between(rng, 0.01, 0.08)
    role = "grille" if chance(rng, 0.6) else "body"
    pieces: list[Piece] = [(extrusion(base, 1.0 - cap, axis="x"), role)]
    end = base if chance(rng, 0.5) else (base - [high / 2, 0]) * 1.04 + np.array([high / 2, 0.0])
    pieces += [(extrusion(end, cap, axis="x", at=v * (0.5 - cap / 2)), "body") for v in (-1, 1)]
    if kind in ("square", "rounded") and chance(rng, 0.5):
        pieces.append((box((0.94 - cap, 0.8 * high, 0.02), (0, high / 2, deep / 2)), "grille"))
    pieces = [(solid.moved(y=lift), r) for solid, r in pieces]
    if lift:
        pieces += [
            (box((0.05, lift + 0.01, 0.7 * deep), (v * 0.36, (lift + 0.01) / 2, 0)), "stand") for v in (-1, 1)
        ]
    return pieces + (
        [(box((0.12, 0.006, 0.03), (0, lift + high, 0)), "trim")]
        if kind != "oval" and chance(rng, 0.3)
        else []
    )


def _boombox(rng: np.random.Generator, s: Style) -> list[Piece]:
    """Two drivers beside a panel of controls, a carrying handle over them."""
    high, deep = tailed(rng, 0.5, 0.2, 0.28, 0.8), between(rng, 0.16, 0.4)
    soft = between(rng, 0.0, 0.1)
    pieces: list[Piece] = [(box((1.0, high, deep), (0, high / 2, 0), soft), "body")]
    r = min(0.4 * high, between(rng, 0.14, 0.22))
    y = r * 1.2 + between(rng, 0.0, 0.6) * (high - 2.4 * r)
    for v in (-1, 1):
        pieces += cone(s, v * (0.48 - 1.2 * r), y, deep / 2, r, 0.003)
    room = 0.9 - 4.6 * r
    if room > 0.1:
        panel = box((room, 0.4 * high, 0.04), (0, 0.35 * high, deep / 2), 0.008)
        pieces += [(panel, "trim"), (box((room, 0.2 * high, 0.03), (0, 0.75 * high, deep / 2)), "light")]
    if high - y - 1.3 * r > 0.1:
        pieces += knobs(rng, int(rng.integers(2, 6)), 0.6, high - 0.06, deep / 2, 0.025)
    pieces += _buttons(rng, 1.0, high)
    return pieces + (_handle(rng, between(rng, 0.3, 0.46), high, 0.0) if chance(rng, 0.8) else [])


def _radio(rng: np.random.Generator, s: Style) -> list[Piece]:
    """A table radio: a grille or a cone to one side, a dial and knobs to the other."""
    high, deep = tailed(rng, 0.6, 0.25, 0.35, 1.3), between(rng, 0.25, 0.55)
    arched = chance(rng, 0.3)
    if arched:
        arch = np.concatenate(
            [[[-0.5, 0.0], [0.5, 0.0]], arc(0.5, 0.45, 0, 180, 12) + np.array([0.0, max(high - 0.45, 0.1)])]
        )
        body: Solid = extrusion(arch, deep)
    else:
        body = box((1.0, high, deep), (0, high / 2, 0), between(rng, 0.01, 0.2) * min(high, deep))
    z, x = deep / 2, between(rng, -0.2, -0.1)
    pieces: list[Piece] = [(body, "body")]
    low = 0.45 * high
    if chance(rng, 0.6):
        pieces.append((box((0.5, 0.55 * high, 0.03), (x, low, z), 0.0), "grille"))
    else:
        pieces += cone(s, x, low, z, min(0.3 * high, 0.22), 0.003)
    pieces.append(
        (facing([[0, -0.01], [0.09, -0.01], [0.09, 0.03], [0, 0.03]], 0.3, low + 0.12 * high, z), "trim")
    )
    pieces += [(s2.moved(0.3, 0, 0), role) for s2, role in knobs(rng, 2, 0.15, 0.2 * high, z, 0.035)]
    if chance(rng, 0.5):
        pieces = [(q.moved(y=0.06), role) for q, role in pieces]
        pieces += [
            (rod((a * 0.42, 0, b * deep * 0.4), (a * 0.33, 0.16, b * deep * 0.22), 0.018, 0.028), "stand")
            for a in (-1, 1)
            for b in (-1, 1)
        ]
    return pieces + (_handle(rng, 0.35, high - 0.01, 0.0) if not arched and chance(rng, 0.25) else [])


def _pebble(rng: np.random.Generator, s: Style) -> list[Piece]:
    """A small desk speaker of soft form that looks up at the listener, on a flat foot."""
    wide, high, deep = between(rng, 0.6, 1.0), between(rng, 0.7, 1.5), between(rng, 0.5, 1.0)
    power = between(rng, 2.0, 5.0)
    levels = np.linspace(-0.92, 0.92, 9)
    plan = circle(wide / 2, deep / 2, 20, power)[:, ::-1]
    shrink = (1 - np.abs(levels) ** power) ** (1 / power)
    body = loft(
        [(float(high * (v + 0.92) / 1.84), plan * k) for v, k in zip(levels, shrink, strict=True)], axis="y"
    )
    r, tilt = min(wide, high) * between(rng, 0.25, 0.36), between(rng, 0.0, 4.0)
    y = high * between(rng, 0.46, 0.53)
    reach = deep / 2 * float((1 - abs((y / high) * 1.84 - 0.92) ** power) ** (1 / power))
    plate = [[0, -0.5 * deep], [r * 0.8, -0.5 * deep], [r * 1.25, 0.0], [r * 1.2, 0.02], [0, 0.02]]
    eye: list[Piece] = [(facing(plate, 0, 0, 0), "baffle"), *cone(s, 0, 0, 0.02, r, 0.003)]
    eye = [(q.turned("x", -tilt).moved(0, y, reach + 0.01), role) for q, role in eye]
    foot = cylinder(0.35 * wide, 0.03, (0, 0.015, 0))
    return [(body, "body"), *eye, (foot, "stand")]


def _disc(rng: np.random.Generator, s: Style) -> list[Piece]:
    """A large round face on three legs, on a foot or hung flat."""
    thick, lean = between(rng, 0.08, 0.35), between(rng, -12.0, 0.0)
    profile = [
        [0, -thick],
        [0.3, -thick],
        [0.48, -0.2 * thick],
        [0.5, 0.0],
        [0.46, 0.03],
        [0, between(rng, 0.03, 0.1)],
    ]
    lift = 0.5 + between(rng, 0.02, 0.3)
    face = facing(profile, 0, 0, 0, 32).turned("x", lean).moved(0, lift, 0)
    pieces: list[Piece] = [(face, "grille" if chance(rng, 0.7) else "body")]
    for x, z in ((-0.3, 0.12), (0.3, 0.12), (0.0, -0.45)):
        pieces.append(
            (
                rod((x, 0, z), (0.6 * x, 0.5 * lift + 0.12, -0.4 * thick if z > 0 else -0.6 * thick), 0.025),
                "stand",
            )
        )
    return pieces


PORTABLES: dict[str, Callable[[np.random.Generator, Style], list[Piece]]] = {
    "brick": _brick, "pill": _pill, "soundbar": _soundbar, "boombox": _boombox, "radio": _radio,
    "pebble": _pebble, "disc": _disc,
}  # fmt: skip
