"""Bodies of table lamps that are built of several pieces, sawn, bent or stacked."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from training.categories.furniture.draw import between, chance, pick
from training.categories.lamp.finish import Kit
from training.categories.lamp.turning import Section, filled, section_of
from training.solids import Solid, bar, box, cylinder, ellipsoid, rod, tube

Rng = np.random.Generator


def _balls(rng: Rng, k: Kit, height: float, radius: float, section: Section) -> list[Solid]:
    """Two to five balls or beads on a rod."""
    count = int(rng.integers(2, 6))
    pitch, shrink = height / count, between(rng, 0.6, 1.0) if chance(rng, 0.4) else 1.0
    wide = min(2.2 * pitch, max(radius, 0.5 * pitch))
    beads = [
        ellipsoid([wide * shrink**i, 0.53 * pitch, wide * shrink**i], (0, (i + 0.5) * pitch, 0))
        for i in range(count)
    ]
    return [*beads, cylinder(0.2 * wide * shrink**count + k.wire, height, (0, height / 2, 0), sides=12)]


def _block(rng: Rng, k: Kit, height: float, radius: float, section: Section) -> list[Solid]:
    """A cube, slab or pyramid stump."""
    if chance(rng, 0.5):
        size = (2 * radius, height, 2 * radius * between(rng, 0.35, 1.0))
        return [box(size, (0, height / 2, 0), radius * between(rng, 0, 0.3))]
    section = section_of(rng, pick(rng, {"square": 3, "hexagon": 1, "rounded": 1}))
    curve = np.array([[radius, 0], [radius * between(rng, 0.3, 1.1), height]])
    return [filled(curve, section)]


def _column(rng: Rng, k: Kit, height: float, radius: float, section: Section) -> list[Solid]:
    """A plain pole, perhaps with a collar."""
    radius = max(radius, 1.2 * k.wire)
    solids = [filled(np.array([[radius, 0], [radius * between(rng, 0.5, 1.0), height]]), section)]
    if chance(rng, 0.4):
        y = height * between(rng, 0.1, 0.9)
        solids.append(ellipsoid([radius * between(rng, 1.4, 2.5)] * 3, (0, y, 0)).scaled(1, 1, 1))
    return solids


def _tripod(rng: Rng, k: Kit, height: float, radius: float, section: Section) -> list[Solid]:
    """Three or four straight legs that meet under the socket, perhaps braced."""
    count, thick = int(rng.choice([3, 3, 3, 4])), max(1.3 * k.wire, height * between(rng, 0.012, 0.05))
    inner = thick * between(rng, 0.5, 2.0)
    leg = rod((0, 0, radius), (0, height, inner), thick * between(rng, 0.5, 1.0), thick)
    if chance(rng, 0.3):
        leg = bar((0, 0, radius), (0, height, inner), 2 * thick, 1.6 * thick)
    hub = cylinder(inner + thick, height * 0.1, (0, height * 0.95, 0), sides=16)
    turn = between(rng, 0, 60)
    return [hub, *(leg.turned("y", turn + i * 360 / count) for i in range(count))]


def _cage(rng: Rng, k: Kit, height: float, radius: float, section: Section) -> list[Solid]:
    """Bent wires from a ring at the floor to a collar."""
    count, wire = int(rng.integers(4, 9)), k.wire * between(rng, 1.0, 1.8)
    t = np.linspace(0, 1, 7)
    bulge = 0.15 + 0.85 * np.sin(np.pi * (0.15 + 0.85 * t) ** between(rng, 0.7, 1.6)) * (1 - 0.1 * t)
    path = np.stack([0 * t, t * height, bulge * radius], 1)
    path[0, 1] = wire
    wires = [tube(path, wire, sides=6).turned("y", i * 360 / count) for i in range(count)]
    foot = np.array([[path[0, 2] + 2 * wire, 0], [path[0, 2] + 2 * wire, 2 * wire]])
    collar = cylinder(0.16 * radius + 2 * wire, height * 0.08, (0, height * 0.96, 0), sides=16)
    return [*wires, collar, filled(foot)]


def _ring(rng: Rng, k: Kit, height: float, radius: float, section: Section) -> list[Solid]:
    """An upright hoop, a loop or a rhombus."""
    sides = int(rng.choice([4, 24, 24, 24]))
    angle = np.linspace(0, 2 * np.pi, sides, endpoint=False) - np.pi / 2
    stock = max(height * between(rng, 0.025, 0.09), 2 * k.wire)
    x, y = (radius - stock) * np.cos(angle), (height / 2 - 0.6 * stock) * np.sin(angle) + height / 2
    return [
        tube(np.stack([x, y, 0 * x], 1), stock, closed=True, sides=8),
        box((4 * stock, stock, 3 * stock), (0, stock / 2, 0)),
    ]


def _stack(rng: Rng, k: Kit, height: float, radius: float, section: Section) -> list[Solid]:
    """Boxes or discs of different width one on the other."""
    count, solids, y = int(rng.integers(3, 6)), [], 0.0
    square = chance(rng, 0.5)
    for share in rng.dirichlet(np.full(count, 6.0)):
        h, r = share * height, radius * between(rng, 0.5, 1.0)
        middle = (0, y + h / 2, 0)
        solids.append(box((2 * r, h * 1.02, 2 * r), middle) if square else cylinder(r, h * 1.02, middle))
        y += h
    return solids


def _stone(rng: Rng, k: Kit, height: float, radius: float, section: Section) -> list[Solid]:
    """A pebble or a rough lump."""
    return [
        ellipsoid(
            (radius, height / 2, radius * between(rng, 0.5, 1.0)), (0, height / 2, 0), between(rng, 1.6, 3.5)
        )
    ]


def _twisted(rng: Rng, k: Kit, height: float, radius: float, section: Section) -> list[Solid]:
    """Two or three strands wound round each other."""
    count, t, turns = int(rng.choice([2, 3])), np.linspace(0, 1, 18), between(rng, 0.7, 2.0)
    angle, r = 2 * np.pi * turns * t, radius * (0.45 - 0.1 * t)
    path = np.stack([r * np.cos(angle), 0.4 * radius + t * (height - 0.5 * radius), r * np.sin(angle)], 1)
    strands = [tube(path, 0.5 * radius, sides=6).turned("y", i * 360 / count) for i in range(count)]
    return [
        *strands,
        cylinder(0.6 * radius, 0.2 * height, (0, 0.1 * height, 0)),
        cylinder(0.5 * radius, 0.1 * height, (0, 0.95 * height, 0)),
    ]


def _bent(rng: Rng, k: Kit, height: float, radius: float, section: Section) -> list[Solid]:
    """A stem with a swing to one side that comes back under the shade."""
    t, swing = np.linspace(0, 1, 9), radius * between(rng, 0.6, 1.2)
    z = swing * np.sin(np.pi * t) * np.sign(rng.normal())
    stock = max(1.5 * k.wire, height * between(rng, 0.02, 0.07))
    path = np.stack([0 * t, stock + t * (height - stock), z], 1)
    return [tube(path, stock, sides=8), cylinder(3 * stock, stock, (0, stock / 2, 0))]


def _animal(rng: Rng, k: Kit, height: float, radius: float, section: Section) -> list[Solid]:
    """A beast on four legs or a bird on a stump, facing +Z, of plain rounded masses."""
    if chance(rng, 0.45):
        r = min(radius, 0.4 * height) * between(rng, 0.6, 1.0)
        stump = cylinder(0.8 * r, 0.3 * height, (0, 0.15 * height, 0))
        body = ellipsoid((r, 0.37 * height, r), (0, 0.63 * height, 0))
        head = ellipsoid([0.6 * r] * 3, (0, 0.85 * height, 0.5 * r))
        beak = rod((0, 0.85 * height, 0.6 * r), (0, 0.8 * height, 1.5 * r), 0.2 * r, 0.03 * r)
        return [stump, body, head, beak, bar((0, 0.55 * height, 0), (0, 0.35 * height, -1.6 * r), r, 0.2 * r)]
    stand, long = between(rng, 0.3, 0.6), radius * between(rng, 0.8, 1.2)
    wide, deep = long * between(rng, 0.4, 0.7), height * (1 - stand) / 2
    body = ellipsoid((wide, deep, long), (0, height - deep, 0), between(rng, 2.0, 2.6))
    y, z = height * between(rng, 0.75, 1.15), long * between(rng, 0.95, 1.3)
    size = deep * between(rng, 0.45, 0.8)
    neck = rod((0, height - deep, 0.5 * long), (0, y, z), 0.6 * size)
    snout = rod((0, y, z), (0, y - between(rng, 0, 1.5) * size, z + 1.6 * size), 0.6 * size, 0.3 * size)
    ears = [
        ellipsoid((0.2 * size, 0.7 * size, 0.35 * size), (s * 0.7 * size, y + 0.9 * size, z)) for s in (-1, 1)
    ]
    legs = [
        rod(
            (sx * 0.55 * wide, 0, sz * 0.6 * long),
            (sx * 0.5 * wide, height - deep, sz * 0.55 * long),
            0.22 * wide,
        )
        for sx in (-1, 1)
        for sz in (-1, 1)
    ]
    return [body, neck, ellipsoid([size] * 3, (0, y, z)), snout, *ears, *legs]


BUILDERS: dict[str, Callable[[Rng, Kit, float, float, Section], list[Solid]]] = {
    "stacked balls": _balls, "block": _block, "column": _column, "tripod": _tripod, "cage": _cage,
    "ring": _ring, "stack": _stack, "stone": _stone, "twisted": _twisted, "bent": _bent, "animal": _animal,
}  # fmt: skip
