"""Lamp heads that are aimed: reflectors, spots, bars and rings, hanging from the origin and shining down."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick
from training.categories.lamp.finish import Kit, Painted
from training.categories.lamp.shades import shade
from training.categories.lamp.turning import any_section, ball, filled, sheet
from training.solids import box, cylinder, tube

Rng = np.random.Generator
REFLECTORS = {"cone": 3.0, "dome": 3, "can": 2.5, "stepped": 2, "bullet": 1.2, "trumpet": 1}
HEAD_KINDS = (*REFLECTORS, "bar", "ring", "disc", "ball")


def head(rng: Rng, k: Kit, kind: str, radius: float, sides: int = 24) -> list[Painted]:
    """A head of one of HEAD_KINDS whose neck is at the origin."""
    if kind in REFLECTORS:
        return _reflector(rng, k, kind, radius, sides)
    if kind == "bar":
        return _bar(rng, k, radius)
    if kind == "ring":
        angle = np.linspace(0, 2 * np.pi, 24, endpoint=False)
        stock = radius * between(rng, 0.08, 0.18)
        path = np.stack([radius * np.cos(angle), 0 * angle, radius * np.sin(angle) + radius], 1)
        return [(tube(path, stock, closed=True, sides=6), k.shade)]
    if kind == "disc":
        high = radius * between(rng, 0.1, 0.35)
        return [
            (cylinder(radius, high, (0, -0.3 * high, 0)), k.shade),
            (cylinder(0.9 * radius, 0.1 * high, (0, -0.83 * high, 0)), k.bulb),
        ]
    return [
        (ball(radius * 0.8, (0, -0.7 * radius, 0), sides=18), k.bulb),
        (cylinder(0.3 * radius, 0.4 * radius, (0, -0.05 * radius, 0)), k.trim),
    ]


def _reflector(rng: Rng, k: Kit, kind: str, radius: float, sides: int) -> list[Painted]:
    """A sheet round a bulb, open below; or solid with a lens."""
    curve = _curve(rng, kind) * radius
    curve[:, 1] -= curve[-1, 1]
    section = any_section(rng, 0.97, k.lowpoly)
    neck, low = curve[-2, 0], float(curve[0, 1])
    cap = (cylinder(max(0.6 * neck, 2 * k.wire), 0.3 * radius, (0, 0.02 * radius, 0), sides=14), k.trim)
    if not k.hollow:
        lens = cylinder(0.9 * curve[0, 0], 0.1 * radius, (0, low, 0))
        return [(filled(curve, section, sides), k.shade), (lens, k.bulb), cap]
    parts = [(sheet(curve, k.sheet, section, sides), k.shade), cap]
    if chance(rng, 0.6):
        r, high = 0.36 * min(radius, curve[-2, 0] + 0.4 * radius), 0.75 * abs(low)
        parts.append((ball(r, (0, -0.5 * high, 0), 0.5 * high / r), k.bulb))
    return parts


def _curve(rng: Rng, kind: str) -> np.ndarray:
    """(radius, y) from the rim up into the axis, the rim's radius about 1."""
    neck, t = between(rng, 0.15, 0.5), np.linspace(0, np.pi / 2, 7)
    long = between(rng, 0.8, 2.2)
    if kind == "cone":
        return np.array([[1, 0], [neck, long], [neck * 0.9, long * between(rng, 1.1, 1.5)], [0, long * 1.55]])
    if kind == "can":
        return np.array([[1, 0], [between(rng, 0.85, 1.0), long * 1.2], [0.7, long * 1.3], [0, long * 1.32]])
    if kind == "stepped":
        step, neck = between(rng, 0.4, 1.2), between(rng, 0.4, 0.72)
        return np.array(
            [
                [1, 0],
                [between(rng, 0.85, 1), step],
                [neck, step * 1.25],
                [neck, step + long],
                [neck * 0.8, step + long * 1.2],
                [0, step + long * 1.25],
            ]
        )
    if kind == "trumpet":
        y = np.linspace(0, 1, 7)
        r = 0.25 + 0.75 * (1 - y) ** between(rng, 1.5, 3)
        return np.append(np.stack([r, 1.6 * y * long], 1), [[0, 1.61 * long]], 0)
    high = between(rng, 0.5, 1.1) if kind == "dome" else between(rng, 1.3, 2.4)
    return np.stack([np.append(np.cos(t[:-1]), 0.0), np.sin(t) * high], 1)


def _bar(rng: Rng, k: Kit, radius: float) -> list[Painted]:
    """A flat bar with light diodes, lengthwise or across."""
    long, wide, high = (
        radius * between(rng, 2.5, 5.5),
        radius * between(rng, 0.3, 1.0),
        radius * between(rng, 0.12, 0.35),
    )
    across = chance(rng, 0.3)
    x, z = (long, wide) if across else (wide, long)
    middle = 0.0 if across else 0.4 * long
    bulb = box((0.85 * x, 0.3 * high, 0.85 * z), (0, -0.45 * high, middle))
    return [(box((x, high, z), (0, 0, middle), 0.2 * high), k.shade), (bulb, k.bulb)]


def any_head(rng: Rng, k: Kit, radius: float, reflectors: float = 0.8) -> list[Painted]:
    """A head of a random kind."""
    if chance(rng, reflectors):
        return head(rng, k, pick(rng, REFLECTORS), radius)
    if chance(rng, 0.15):
        s = shade(rng, k, "globe", radius)
        return [(filled(s.curve - [0, s.height]), k.bulb)]
    return head(rng, k, pick(rng, {"bar": 3, "ring": 0.5, "disc": 1, "ball": 0.6}), radius)
