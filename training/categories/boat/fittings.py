"""What boats carry: thwarts, oars, engines, screens, seats, rails, keels and rudders."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from training.categories.boat.lines import Lines, Well
from training.categories.boat.palette import Palette
from training.categories.furniture.draw import between, chance
from training.categories.furniture.outlines import Points
from training.materials import Material
from training.shape import Part
from training.solids import Solid, bar, box, cylinder, ellipsoid, extrusion, loft, rod, tube


def parts_of(solids: Iterable[Solid], material: Material) -> list[Part]:
    """Paint several solids alike."""
    return [Part(s, material) for s in solids]


def coats(rng: np.random.Generator, lines: Lines, colours: Palette, likely: float) -> list[Part]:
    """Bottom paint, now and then."""
    if not chance(rng, likely):
        return []
    return parts_of(lines.coat(between(rng, 0.2, 0.6) * lines.depth), colours.bottom)


def thwarts(rng: np.random.Generator, lines: Lines, well: Well, count: int, double: bool) -> list[Solid]:
    """Benches across the boat, some boxed in down to the bottom, and a stern sheet."""
    thick = max(0.006, lines.depth * between(rng, 0.04, 0.14))
    height = well.sole + (lines.depth - well.sole) * between(rng, 0.45, 0.93)
    wide = between(rng, 0.04, 0.11)
    boxed = chance(rng, 0.22)
    span = (well.rear + (0.16 if double else 0.05), well.front - 0.18)
    places = np.linspace(*span, count) if count > 1 else [sum(span) / 2]
    return [s for at in places for s in _thwart(lines, well, float(at) - 0.5, height, wide, thick, boxed)]


def _thwart(
    lines: Lines, well: Well, z: float, height: float, wide: float, thick: float, boxed: bool
) -> list[Solid]:
    """One bench, as wide as the skin's middle allows at both of its edges."""
    low = max(max(lines.bottom(z - wide / 2), lines.bottom(z + wide / 2)) + 0.5 * well.wall, 0.5 * well.sole)
    drop = height - low if boxed else thick
    z1, z2 = max(z - wide / 2, -0.49), min(z + wide / 2, 0.48)
    height = min(height, lines.top(z1), lines.top(z2))
    sections = []
    for at in (z1, z2):
        top, under = (max(0.004, lines.breadth(at, y) - 0.5 * well.wall) for y in (height, height - drop))
        sections.append(
            (at, np.array([[-under, height - drop], [under, height - drop], [top, height], [-top, height]]))
        )
    return [loft(sections)]


def oars(rng: np.random.Generator, lines: Lines, rest: float) -> list[Solid]:
    """A pair of oars: out over the gunwales, or laid on the thwarts, whose height is `rest`."""
    z, length = between(rng, -0.08, 0.06), between(rng, 0.35, 0.62)
    y = lines.top(z) + 0.006
    x = lines.breadth(z, y)
    if chance(rng, 0.35):
        near, far = (0.25 * x, rest, -0.26), (0.4 * x, rest, 0.2)
        one = [rod(near, far, 0.007), bar((0.39 * x, rest, 0.17), (0.41 * x, rest, 0.27), 0.035, 0.006)]
        return one + [s.mirrored("x") for s in one]
    sweep, dip = np.radians(between(rng, -25, 35)), between(rng, -0.05, 0.12)
    out = np.array([np.cos(sweep) * length * 0.7, -dip, -np.sin(sweep) * length * 0.7])
    pivot = np.array([x, y, z])
    inner, tip = pivot - 0.35 * out + [0, 0.01, 0], pivot + out
    blade = pivot + 0.72 * out
    right = [
        rod(inner.tolist(), tip.tolist(), 0.007),
        bar(blade.tolist(), tip.tolist(), 0.008, 0.04),
        box((0.02, 0.02, 0.02), tuple(pivot - [0.004, 0.008, 0])),
    ]
    return right + [s.mirrored("x") for s in right]


def outboard(rng: np.random.Generator, lines: Lines, colours: Palette, count: int = 1) -> list[Part]:
    """Engines hung on the transom: cowl, leg, propeller."""
    parts: list[Part] = []
    size = lines.depth * between(rng, 0.45, 0.85)
    top = lines.top(-0.5)
    for i in range(count):
        x, z = (i - (count - 1) / 2) * size * 0.75, -0.5 - 0.25 * size
        cowl = ellipsoid((0.26 * size, 0.36 * size, 0.42 * size), (x, top + 0.3 * size, z), 3.2)
        leg = bar(
            (x, top + 0.1 * size, z), (x, -0.12 * lines.depth, z - 0.05 * size), 0.12 * size, 0.24 * size
        )
        clamp = box((0.2 * size, 0.26 * size, 0.5 * size), (x, top - 0.08 * size, -0.5 - 0.1 * size))
        screw = cylinder(
            0.16 * size, 0.06 * size, (x, -0.03 * lines.depth, z - 0.15 * size), axis="z", sides=10
        )
        parts += [Part(cowl, colours.dark), *parts_of([leg, clamp, screw], colours.metal)]
    return parts


def windscreen(z: float, y: float, half: float, rise: float, rake: float, thick: float, wrap: float) -> Solid:
    """A thin screen across the boat, its sides swept aft by `wrap`, leaning aft by `rake`."""

    def band(at: float, width: float) -> Points:
        front = np.array([[-width, at - wrap], [-0.65 * width, at], [0.65 * width, at], [width, at - wrap]])
        ring = np.concatenate([front, front[::-1] - [0, thick]])
        return ring[:, ::-1]  # (z, x)

    return loft([(y, band(z, half)), (y + rise, band(z - rake, 0.9 * half))], "y")


def seat(x: float, y: float, z: float, size: float) -> list[Solid]:
    """A helmsman's seat that faces forward."""
    return [
        box((size, 0.5 * size, size), (x, y + 0.25 * size, z), 0.1 * size),
        box((size, 0.8 * size, 0.25 * size), (x, y + 0.75 * size, z - 0.45 * size), 0.1 * size),
    ]


def rails(lines: Lines, rear: float, front: float, rise: float, radius: float, posts: int) -> list[Solid]:
    """A rail along both sides and round the bow if it reaches there."""
    z = np.linspace(rear, front, 7)
    x = np.array([max(0.004, 0.94 * lines.breadth(a, lines.top(a)) - 0.003) for a in z])
    y = np.array([lines.top(a) for a in z])
    side = np.stack([x, y + rise, z], 1)
    path = np.concatenate([side, side[::-1] * [-1, 1, 1]])
    solids = [tube(path, radius, sides=6)]
    for i in np.unique(np.linspace(0, 6, posts).astype(int)):
        for sign in (-1, 1):
            solids.append(rod((sign * x[i], y[i] - 0.006, z[i]), (sign * x[i], y[i] + rise, z[i]), radius))
    return solids


def fin(profile: Points, thick: float) -> Solid:
    """A keel, skeg or rudder: a (z, y) outline a few millimetres thick."""
    return extrusion(np.asarray(profile, dtype=float)[:, ::-1], thick, "x")


def rudder(lines: Lines, drop: float, thick: float) -> Solid:
    """A blade on the stern."""
    y = 0.4 * lines.bottom(-0.48) + 0.6 * lines.top(-0.48)
    return fin(np.array([[-0.48, y], [-0.53, y], [-0.54, -drop], [-0.485, -drop]]), thick)
