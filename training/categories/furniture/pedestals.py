"""What stands on one foot: columns, discs, cross feet, star bases on castors, tulips."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick
from training.categories.furniture.legs import spar, turned
from training.categories.furniture.outlines import Points, circle, rounded
from training.categories.furniture.slabs import slab
from training.solids import Solid, bar, box, cylinder, ellipsoid, lathe, loft

FOOT_KINDS = ("disc", "square", "cross", "tulip", "drum", "claw")


def pedestal(rng: np.random.Generator, kind: str, height: float, reach: float, stock: float) -> list[Solid]:
    """A column on a foot, on the Y axis.

    Args:
        rng: The source of chance.
        kind: One of FOOT_KINDS.
        height: Height of the top of the column.
        reach: Radius of the foot.
        stock: Thickness of the column.
    """
    if kind == "tulip":
        return [_tulip(rng, height, reach, stock)]
    if kind == "drum":
        return [_drum(rng, height, reach)]
    if kind == "claw":
        return _claw(rng, height, reach, stock)
    thickness = between(rng, 0.012, 0.05)
    column = _column(rng, thickness * 0.5, height, stock)
    if kind == "cross":
        return [column, *_spokes(rng, int(rng.choice([3, 4, 4, 5])), reach, stock)]
    if kind == "square":
        outline = rounded(
            np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * reach * 0.85, reach * between(rng, 0.02, 0.5)
        )
        if chance(rng, 0.3):
            return [column, _frustum(outline, thickness * between(rng, 1.0, 2.5), between(rng, 0.3, 0.9))]
        return [column, slab(outline, thickness, thickness, thickness * between(rng, 0.0, 0.45))]
    dome = between(rng, 0.0, 0.05) if chance(rng, 0.5) else 0.0
    profile = np.array(
        [[0, 0], [reach, 0], [reach, thickness], [stock * 0.6, thickness + dome], [0, thickness + dome]]
    )
    return [column, lathe(profile)]


def _frustum(outline: Points, height: float, shrink: float) -> Solid:
    return loft([(0.0, outline[:, ::-1]), (height, outline[:, ::-1] * shrink)], axis="y")


def _column(rng: np.random.Generator, low: float, high: float, stock: float) -> Solid:
    kind = pick(rng, {"round": 4, "square": 2, "turned": 1.5, "cone": 1})
    if kind == "turned":
        return turned(rng, (0, low, 0), (0, high, 0), stock * 1.5)
    if kind == "square":
        top = between(rng, 0.5, 1.0)
        return spar(
            [(0, low, 0), (0, high, 0)],
            [(stock * 0.6, stock * 0.6), (stock * 0.6 * top, stock * 0.6 * top)],
            False,
        )
    top = between(rng, 0.4, 1.6) if kind == "cone" else 1.0
    return cylinder(stock / 2, high - low, (0, (low + high) / 2, 0), top_radius=stock / 2 * top)


def _tulip(rng: np.random.Generator, height: float, reach: float, stock: float) -> Solid:
    """Saarinen's stem: a disc that flows into a waist and flares again under the top."""
    waist, flare = stock * between(rng, 0.35, 0.7), stock * between(rng, 0.6, 2.2)
    low = between(rng, 0.2, 0.45)
    t = np.linspace(0.0, 1.0, 12)
    foot = waist + (reach - waist) * np.clip(1.0 - t / low, 0.0, 1.0) ** 2.2
    head = (flare - waist) * np.clip((t - 0.6) / 0.4, 0.0, 1.0) ** 2
    outer = np.stack([np.maximum(foot, waist + head), 0.012 + t * (height - 0.012)], axis=1)
    return lathe(np.concatenate([[[0.0, 0.0], [reach, 0.0]], outer, [[0.0, height]]]))


def _drum(rng: np.random.Generator, height: float, reach: float) -> Solid:
    """A massive base: a cylinder, cone or hourglass, round or faceted."""
    waist = between(rng, 0.45, 1.1)
    sides = int(rng.choice([4, 6, 8, 32, 32, 32]))
    turn = np.pi / sides
    levels = [(0.0, 1.0), (height * between(rng, 0.35, 0.65), waist), (height, between(rng, 0.6, 1.05))]
    c, s = np.cos(turn), np.sin(turn)
    unit = circle(1.0, 1.0, sides) @ np.array([[c, s], [-s, c]])
    return loft([(y, unit[:, ::-1] * reach * scale) for y, scale in levels], axis="y")


def _spokes(rng: np.random.Generator, count: int, reach: float, stock: float) -> list[Solid]:
    """Flat or sloping arms from the column to the floor."""
    rise, width = between(rng, 0.02, 0.12), between(rng, 0.5, 1.1) * stock
    depth = between(rng, 0.02, 0.04)
    turn = between(rng, 0, 90) if count == 3 else 45.0 * float(rng.integers(0, 2))
    arm = bar(
        (0, rise + depth / 2, 0),
        (0, depth / 2, reach),
        width,
        depth * 1.3,
        width * between(rng, 0.5, 1.0),
        depth * 0.9,
    )
    return [arm.turned("y", turn + 360.0 * i / count) for i in range(count)]


def _claw(rng: np.random.Generator, height: float, reach: float, stock: float) -> list[Solid]:
    """A turned column on three or four swept feet, as under Georgian tables."""
    count, lift = int(rng.choice([3, 4])), between(rng, 0.12, 0.3) * height
    column = turned(rng, (0, lift * 0.5, 0), (0, height, 0), stock * 1.6)
    t = np.linspace(0.0, 1.0, 7)
    spine = [(0.0, y, z) for y, z in zip(lift * t, reach * (1.0 - t**1.7 * 0.97), strict=True)]
    halves = [(stock * 0.22, stock * (0.25 + 0.35 * v)) for v in t]
    foot = spar(spine, halves, False)
    return [column, *(foot.turned("y", 360.0 * i / count + 45.0 * (count == 4)) for i in range(count))]


def star_base(rng: np.random.Generator, height: float, reach: float) -> list[Solid]:
    """An office chair's foot: four to six arms, castors or glides, a gas column in a sleeve."""
    count = int(rng.choice([4, 5, 5, 5, 5, 6]))
    castor = 0.0 if chance(rng, 0.15) else between(rng, 0.022, 0.034)
    hub, slope = 2.0 * castor + between(rng, 0.03, 0.06), between(rng, 0.0, 0.04)
    width = between(rng, 0.035, 0.07)
    tip = max(0.02, hub - slope) if castor > 0 else 0.018
    arm = bar((0, hub, 0), (0, tip, reach), width, width * 0.8, width * 0.6, width * 0.5)
    solids = [arm, *_castor(rng, castor, tip, reach)]
    turn = between(rng, 0, 72)
    around = [s.turned("y", turn + 360.0 * i / count) for i in range(count) for s in solids]
    sleeve = between(rng, 0.45, 0.8)
    return [
        *around,
        cylinder(width * 0.75, hub * 1.1 - 0.02, (0, hub * 0.75, 0)),
        cylinder(0.028, (height - hub) * sleeve, (0, hub + (height - hub) * sleeve / 2, 0)),
        cylinder(between(rng, 0.013, 0.022), height - hub, (0, (hub + height) / 2, 0), sides=14),
    ]


def _castor(rng: np.random.Generator, radius: float, tip: float, reach: float) -> list[Solid]:
    """One castor under the end of an arm along +z."""
    if radius == 0.0:
        return [cylinder(0.018, 0.02, (0, 0.01, reach), sides=12)]
    wheel = cylinder(radius, radius * between(rng, 1.0, 1.7), (0, radius, reach), axis="x", sides=14)
    stem = box((radius * 0.7, tip - radius, radius * 0.7), (0, (tip + radius) / 2, reach))
    hood = (
        ellipsoid((radius * 0.9, radius * 0.7, radius * 0.9), (0, radius * 1.5, reach))
        if radius > 0.027
        else stem
    )
    return [wheel, stem, hood] if hood is not stem else [wheel, stem]
