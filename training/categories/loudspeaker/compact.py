"""Small or built-in loudspeakers: bare drivers, ceiling and wall units, twin cubes, tents, rings, masts."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from training.categories.cabinet.pierced import disc, pierced, rectangle
from training.categories.furniture.draw import between, chance
from training.categories.furniture.outlines import rounded
from training.categories.loudspeaker.drivers import Style, cone, facing
from training.categories.loudspeaker.palette import Piece
from training.categories.loudspeaker.public import bell
from training.solids import box, cylinder, extrusion, tube


def _driver(rng: np.random.Generator, s: Style) -> list[Piece]:
    """A driver without a box: basket, magnet and cone, standing on its rim."""
    deep, neck, magnet = between(rng, 0.25, 0.6), between(rng, 0.2, 0.32), between(rng, 0.25, 0.42)
    thick = between(rng, 0.1, 0.25)
    basket = [
        [0, -deep],
        [neck, -deep],
        [neck * 1.1, -0.8 * deep],
        [0.46, -0.06],
        [0.46, -0.002],
        [0.3, -0.1],
        [0, -0.1],
    ]
    motor = [[0, -deep - thick], [magnet, -deep - thick], [magnet, -deep + 0.02], [0, -deep + 0.02]]
    front = cone(s, 0, 0, 0, 0.45, 0.14)
    rim = 0.45 * (1 + s.flange)
    pieces: list[Piece] = [
        (facing(basket, 0, 0, 0, s.sides), "stand"),
        (facing(motor, 0, 0, 0, s.sides), "trim"),
    ]
    return [(q.moved(y=rim), role) for q, role in [*pieces, *front]]


def _flush(rng: np.random.Generator, s: Style) -> list[Piece]:
    """A ceiling or wall unit: a thin frame, round or square, a grille in it, its pot behind."""
    t, deep = between(rng, 0.02, 0.08), between(rng, 0.02, 0.4)
    high = 1.0 if chance(rng, 0.6) else between(rng, 0.6, 1.6)
    if chance(rng, 0.5):
        edge = disc(0, 0, 0.5, 32)
    else:
        square = rectangle(-0.5, 0.5, -high / 2, high / 2)
        edge = rounded(square, between(rng, 0.01, 0.2))
    frame = pierced(edge, [edge * 0.9], t, t / 2)
    cloth = extrusion(edge * 0.92, 0.7 * t, at=0.3 * t)
    pot = extrusion(edge * between(rng, 0.6, 0.85), deep, at=-deep / 2 + 0.01)
    low = float(edge[:, 1].min())
    return [(q.moved(y=-low), role) for q, role in ((frame, "body"), (cloth, "grille"), (pot, "cone"))]


def _twins(rng: np.random.Generator, s: Style) -> list[Piece]:
    """Two small cubes above each other, turned a little, on a foot or post."""
    deep, lift, post = between(rng, 0.7, 1.4), between(rng, 0.05, 3.0), between(rng, 0.06, 0.14)
    pieces: list[Piece] = []
    for i in range(2):
        cube: list[Piece] = [
            (box((1.0, 1.0, deep), (0, 0, 0), 0.03), "body"),
            *cone(s, 0, 0, deep / 2, 0.38, 0.004),
        ]
        turn = between(rng, -35, 35) if i else 0.0
        pieces += [(q.turned("y", turn).moved(y=lift + 0.5 + 1.0 * i - 0.01 * i), role) for q, role in cube]
    pieces.append((cylinder(post, lift + 0.05, (0, (lift + 0.05) / 2, 0)), "stand"))
    foot = between(rng, 0.4, 0.9)
    return [*pieces, (cylinder(foot, 0.08, (0, 0.04, 0)), "stand")]


def _tent(rng: np.random.Generator, s: Style) -> list[Piece]:
    """A three-sided bar with soft edges, lying or standing."""
    size, soft = between(rng, 0.3, 0.5), between(rng, 0.1, 0.35)
    base = np.array(
        [[0.0, -size / 2], [0.0, size / 2], [size * between(rng, 0.7, 1.0), between(rng, -0.4, 0.1) * size]]
    )
    section, cap = rounded(base, soft * size, 4), between(rng, 0.02, 0.1)
    middle = section.mean(axis=0)
    pieces: list[Piece] = [(extrusion(section, 1 - 2 * cap, axis="x"), "grille")]
    ends = (section - middle) * between(rng, 0.97, 1.04) + middle
    pieces += [(extrusion(ends, cap + 0.004, axis="x", at=v * (0.5 - cap / 2)), "body") for v in (-1, 1)]
    if chance(rng, 0.4):
        pieces = [(q.turned("z", 90), role) for q, role in pieces]
    low = min(float(q.bounds()[0, 1]) for q, _ in pieces)
    return [(q.moved(y=-low), role) for q, role in pieces]


def _halo(rng: np.random.Generator, s: Style) -> list[Piece]:
    """A ring that stands on a foot, a driver hung in its middle or none."""
    r, t = 0.5, between(rng, 0.05, 0.14)
    angle = np.linspace(0, 2 * np.pi, 25)[:-1]
    path = np.stack([r * np.cos(angle), r * np.sin(angle) + r + t, 0 * angle], axis=1)
    flat = between(rng, 0.8, 2.2)
    pieces: list[Piece] = [(tube(path, t, closed=True, sides=10).scaled(1, 1, flat), "body")]
    if chance(rng, 0.6):
        hub = cylinder(0.25, 1.5 * t, (0, r + t, 0), axis="z")
        spoke = box((2 * r, 0.5 * t, 0.5 * t), (0, r + t, 0))
        pieces += [(hub, "body"), (spoke, "trim"), *cone(s, 0, r + t, 0.75 * t, 0.2, 0.003)]
    foot = box((0.5, 1.2 * t, max(0.25, 2 * t * flat)), (0, 0.6 * t, 0), 0.01)
    return [*pieces, (foot, "stand")]


def _mast(rng: np.random.Generator, s: Style) -> list[Piece]:
    """Several horns round a pole, as warn and call."""
    high, count = between(rng, 1.5, 4.0), int(rng.integers(2, 5))
    pieces: list[Piece] = [(cylinder(0.06, high, (0, high / 2, 0), 0.045), "stand")]
    pieces.append((cylinder(0.25, 0.06, (0, 0.03, 0)), "stand"))
    length, mouth = between(rng, 0.4, 0.8), between(rng, 0.22, 0.4)
    horn, spread = bell(rng, length, 0.08, mouth, 14), float(rng.choice([360.0 / count, 90.0]))
    for i in range(count):
        turn = spread * (i - (count - 1) / 2 * (spread == 90.0))
        pieces.append((horn.turned("y", turn).moved(y=high - 0.12), "body"))
    return pieces


COMPACT: dict[str, Callable[[np.random.Generator, Style], list[Piece]]] = {
    "driver": _driver, "flush": _flush, "twins": _twins, "tent": _tent, "halo": _halo, "mast": _mast,
}  # fmt: skip
