"""Handsets: an earpiece and a mouthpiece that face forward on a grip; they stand along y, the ear on top."""

from __future__ import annotations

import numpy as np

from training.categories.devices.forms import Pieces, turned
from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.telephone.fittings import cord
from training.solids import Solid, box, cylinder, ellipsoid, lathe, loft, rod

STYLES = {"classic": 5.0, "square": 3, "slim": 1.5, "blocky": 1.5, "antique": 1.2, "ball": 0.8}


def handset(rng: np.random.Generator, length: float = 0.21, style: str = "") -> list[Solid]:
    """A handset about the origin, its capsules towards +z; their rims lie near z = 0 in the middle styles.

    Args:
        rng: The source of chance.
        length: From end to end.
        style: One of STYLES; empty draws one.
    """
    style = style or pick(rng, STYLES)
    if style == "slim":
        return _slim(rng, length)
    radius = length * tailed(rng, 0.13, 0.2, 0.08, 0.19)
    reach, span = length * between(rng, 0.1, 0.24), length / 2 - radius
    grip = _grip(rng, style, span + 0.3 * radius, radius, reach)
    same = chance(rng, 0.7)
    tilt = between(rng, 0, 28) if style in ("classic", "antique") else between(rng, -4, 10)
    ear = _capsule(rng, style, radius, reach)
    seed = int(rng.integers(1 << 31))
    mouth = _capsule(
        np.random.default_rng(seed), style, radius * (1 if same else between(rng, 0.85, 1.15)), reach
    )
    upper = [s.turned("x", tilt, (0, 0, -reach)).moved(y=span) for s in ear]
    lower = [s.turned("x", -tilt, (0, 0, -reach)).moved(y=-span) for s in mouth]
    if style == "antique" and chance(rng, 0.5):
        lower.append(_horn(radius, reach).moved(y=-span))
    return [grip, *upper, *lower]


def _grip(rng: np.random.Generator, style: str, span: float, radius: float, reach: float) -> Solid:
    """The bar behind: arched, with a section that swells or narrows towards the ends."""
    steps = 3 if style == "blocky" else 9
    sides = 4 if style in ("square", "blocky") else 12
    power = {"square": between(rng, 4, 12), "blocky": 40.0}.get(style, between(rng, 2.0, 3.5))
    arch = reach * (between(rng, 0.0, 0.9) if style != "square" else between(rng, 0.0, 0.35))
    width, depth = radius * between(rng, 0.42, 0.75), radius * between(rng, 0.28, 0.5)
    swell = between(rng, -0.1, 0.7) if style not in ("antique", "ball") else between(rng, -0.3, 0.1)
    if style in ("square", "blocky"):
        width, swell, sides = (
            radius * between(rng, 0.6, 0.98),
            between(rng, 0, 0.1),
            16 if style == "square" else 4,
        )
    angle = (np.arange(sides) + 0.5) * 2 * np.pi / sides
    c, s = np.cos(angle), np.sin(angle)
    scale = (np.abs(c) ** power + np.abs(s) ** power) ** (-1 / power)
    rows = []
    for t in np.linspace(-1, 1, steps):
        middle, grow = -reach - arch * (1 - t * t), 1 + swell * t * t
        rows.append(
            (t * span, np.stack([middle + depth * grow * scale * c, width * grow * scale * s], axis=1))
        )
    return loft(rows, axis="y")


def _capsule(rng: np.random.Generator, style: str, radius: float, reach: float) -> list[Solid]:
    """One capsule along z from the grip forward to its rim at z = 0."""
    back = reach + radius * between(rng, 0.25, 0.5)
    if style in ("square", "blocky"):
        deep = back if chance(rng, 0.6) else back * 0.9
        edge = radius * between(rng, 0.05, 0.35) if style == "square" else 0.0
        block = box((2 * radius, 2 * radius * between(rng, 0.85, 1.15), deep), (0, 0, deep / 2 - back), edge)
        cap = cylinder(radius * 0.75, 0.2 * radius, (0, 0, deep - back - 0.04 * radius), axis="z")
        return [block] if chance(rng, 0.5) else [block, cap]
    if style == "ball":
        return [ellipsoid((radius, radius, back * 0.62), (0, 0, -back * 0.4))]
    neck, rim = between(rng, 0.35, 0.75), radius * between(rng, 0.15, 0.6)
    dish = radius * between(rng, 0.0, 0.2)
    profile = [(0, -back), (radius * neck, -back), (radius * (neck + 0.25 * (1 - neck)), -back * 0.6)]
    profile += [
        (radius * 0.96, -rim),
        (radius, -rim * 0.5),
        (radius * 0.95, 0),
        (radius * 0.75, -dish * 0.3),
        (0, -dish),
    ]
    if rim > 0.6 * back:
        profile = [profile[0], (radius * neck, -back), (radius, -0.5 * back), *profile[5:]]
    return [lathe(np.array(profile), sides=20).turned("x", 90)]


def _horn(radius: float, reach: float) -> Solid:
    """A mouthpiece that flares forward and up."""
    return rod((0, 0, -reach), (0, radius * 0.9, reach * 0.9), radius * 0.35, radius * 0.8)


def _slim(rng: np.random.Generator, length: float) -> list[Solid]:
    """One body, thicker at both ends, as sets with the keys in the handset have it."""
    width, depth = length * between(rng, 0.12, 0.17), length * between(rng, 0.06, 0.1)
    bump, angle = length * between(rng, 0.03, 0.09), (np.arange(16) + 0.5) * 2 * np.pi / 16
    power = between(rng, 2.5, 8)
    c, s = np.cos(angle), np.sin(angle)
    scale = (np.abs(c) ** power + np.abs(s) ** power) ** (-1 / power)
    rows = []
    for t in np.linspace(-1, 1, 11):
        thick = depth / 2 + bump * 0.5 * (t**4 if abs(t) < 0.95 else 0.8)
        middle = thick - depth
        w = width / 2 * (1 if abs(t) < 0.9 else 0.88)
        rows.append((t * length / 2, np.stack([middle + thick * scale * c, w * scale * s], axis=1)))
    return [loft(rows, axis="y")]


def resting(solids: list[Solid]) -> list[Solid]:
    """A handset laid along x with its capsules down, the ear to the left."""
    return [s.turned("z", 90).turned("x", 90) for s in solids]


def underside(grip: Solid, x: float) -> float:
    """The lowest height in a resting grip at x, on its middle line."""
    (_, low, rear), (_, high, front) = grip.bounds()
    y = np.linspace(low, high, 120)
    column = np.stack([np.full(120, x), y, np.full(120, (rear + front) / 2)], axis=1)
    return float(y[grip.inside(column).argmax()])


def lone_handset(rng: np.random.Generator) -> Pieces:
    """A handset by itself, upright; sometimes with keys on its back, or a piece of its cord."""
    style = pick(rng, STYLES)
    solids = handset(rng, 0.21, style)
    roles = ["handset", *["handset" if chance(rng, 0.6) else "other"] * (len(solids) - 1)]
    pieces: Pieces = list(zip(roles, solids, strict=True))
    if chance(rng, 0.22):
        low = min(solids, key=lambda s: float(s.bounds()[0, 1])).bounds()
        a = (0.0, float(low[0, 1]) + 0.01, float(low[:, 2].mean()))
        x, down = between(rng, 0.02, 0.1), between(rng, 0.03, 0.15)
        pieces += cord(rng, a, (x, a[1] - down, a[2]), a[1] - down - 0.02, 0.003)
    return turned(pieces, "x", between(rng, -6, 6)) if chance(rng, 0.2) else pieces
