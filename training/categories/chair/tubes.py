"""Bases of bent tube and wire: cantilever, sled, hairpin loops, wire towers, Z frames."""

from __future__ import annotations

import numpy as np

from training.categories.chair.measures import Measures
from training.categories.furniture.draw import between, chance
from training.categories.furniture.outlines import Points, bent
from training.solids import Solid, bar, rod, tube

TUBE_KINDS = ("cantilever", "sled", "tube legs", "wire", "z base")


def tube_base(rng: np.random.Generator, kind: str, m: Measures, outline: Points) -> list[Solid]:
    """A base of one of TUBE_KINDS."""
    radius = between(rng, 0.009, 0.018)
    half = float(min(m.rear_half, np.abs(outline[:, 0]).max() * 0.9)) - radius
    if kind == "wire":
        return _wire(rng, m, radius * 0.6, half)
    if kind == "z base":
        return _z_base(rng, m, half)
    frame = {"cantilever": _cantilever, "sled": _sled, "tube legs": _loops}[kind](rng, m, radius, half)
    return frame


def _seat_rail(m: Measures, radius: float) -> float:
    """Height of a tube that runs under the seat and touches its board."""
    return m.bottom - radius * 0.6


def _cantilever(rng: np.random.Generator, m: Measures, radius: float, half: float) -> list[Solid]:
    """Breuer's S: floor loop at the rear, up at the front, back under the seat."""
    front, rear, y = m.depth / 2 - radius, m.rear, _seat_rail(m, radius)
    lean = between(rng, -0.04, 0.08)
    side = [
        [half, y, rear],
        [half, y, front],
        [half, radius, front + lean],
        [half, radius, rear - between(rng, -0.05, 0.05)],
    ]
    mirrored = [[-x, y_, z] for x, y_, z in side[::-1]]
    closed_behind = chance(rng, 0.7)
    bend = between(rng, 0.04, 0.1)
    if closed_behind:
        solids = [tube(bent(np.array(side + mirrored), bend, 4), radius, sides=10)]
    else:
        feet = [side[2], mirrored[1]]
        solids = [tube(bent(np.array(s), bend, 4), radius, sides=10) for s in (side, mirrored)]
        solids.append(rod(feet[0], feet[1], radius).moved(z=-between(rng, 0.5, 0.9) * m.depth))
    cross = [rod((-half, y, z), (half, y, z), radius * 0.8) for z in (rear + 0.06, front - 0.12)]
    return solids + cross


def _sled(rng: np.random.Generator, m: Measures, radius: float, half: float) -> list[Solid]:
    """Two side frames with runners on the floor, of tube or flat bar."""
    front, rear, y = m.depth / 2 - radius - 0.02, m.rear + radius, _seat_rail(m, radius)
    out_front, out_rear, wide = between(rng, -0.02, 0.06), between(rng, -0.03, 0.1), half + m.splay * 0.4
    side = np.array(
        [
            [half, y, rear],
            [half, y, front],
            [wide, radius, front + out_front],
            [wide, radius, rear - out_rear],
            [half, y + radius, rear],
        ]
    )
    bend = between(rng, 0.015, 0.07)
    path = bent(side, bend, 4)
    solids = [tube(path * [s, 1, 1], radius, sides=10) for s in (1.0, -1.0)]
    solids += [rod((-half, y, z), (half, y, z), radius * 0.8) for z in (rear + 0.05, front - 0.05)]
    if chance(rng, 0.3):
        solids.append(
            rod(
                (-wide, radius, rear - out_rear * 0.6 + 0.04),
                (wide, radius, rear - out_rear * 0.6 + 0.04),
                radius,
            )
        )
    return solids


def _loops(rng: np.random.Generator, m: Measures, radius: float, half: float) -> list[Solid]:
    """Four tubular legs as two arches, front and rear or left and right, joined under the seat."""
    front, rear, y = m.depth / 2 - radius - 0.01, m.rear + radius, _seat_rail(m, radius)
    out, bend = m.splay, min(0.4 * half, between(rng, 0.02, 0.08))
    solids = []
    if chance(rng, 0.5):
        for z, o in ((front, out * 0.5), (rear, -max(out, 0.03))):
            path = [[-half - out, radius, z + o], [-half, y, z], [half, y, z], [half + out, radius, z + o]]
            solids.append(tube(bent(np.array(path), bend, 4), radius, sides=10))
    else:
        for s in (-1.0, 1.0):
            path = [
                [s * (half + out), radius, front + out],
                [s * half, y, front],
                [s * half, y, rear],
                [s * (half + out), radius, rear - out],
            ]
            solids.append(tube(bent(np.array(path), bend, 4), radius, sides=10))
    solids += [rod((-half, y, z), (half, y, z), radius * 0.8) for z in (0.25 * m.rear, -0.5 * m.rear)]
    solids += [rod((s * half * 0.55, y, rear), (s * half * 0.55, y, front), radius * 0.8) for s in (-1, 1)]
    return solids


def _wire(rng: np.random.Generator, m: Measures, radius: float, half: float) -> list[Solid]:
    """A tower of crossing wires, as under a moulded shell."""
    y, top, wide = m.bottom + 0.004, half * between(rng, 0.45, 0.7), half * between(rng, 0.95, 1.2)
    deep, low = m.depth / 2 * between(rng, 0.85, 1.1), radius
    feet = [(-wide, low, deep), (wide, low, deep), (wide, low, -deep), (-wide, low, -deep)]
    tops = [(-top, y, top), (top, y, top), (top, y, -top), (-top, y, -top)]
    solids = [tube([feet[i], tops[i]], radius * 1.3, sides=8) for i in range(4)]
    lattice = [(0, 1), (1, 0), (2, 3), (3, 2), (0, 3), (3, 0), (1, 2), (2, 1)]
    share = between(rng, 0.0, 0.5)
    for i, j in lattice:
        begin = np.asarray(feet[i]) * (1 - share) + np.asarray(tops[i]) * share
        solids.append(tube([begin.tolist(), tops[j]], radius, sides=8))
    solids += [tube([tops[i], tops[(i + 1) % 4]], radius, sides=8) for i in range(4)]
    return solids


def _z_base(rng: np.random.Generator, m: Measures, half: float) -> list[Solid]:
    """A board that leans from a floor plate at one end to the seat at the other."""
    t, width = between(rng, 0.02, 0.045), 2 * half * between(rng, 0.7, 1.0)
    front, rear = m.depth / 2 * between(rng, 0.7, 1.0), m.rear * between(rng, 0.7, 1.0)
    if chance(rng, 0.4):
        front, rear = rear, front
    top = m.bottom + 0.3 * m.thickness
    return [
        bar((0, t / 2, rear), (0, t / 2, front), width, t),
        bar((0, t / 2, rear), (0, top, front), width, t),
        bar((0, m.bottom, rear), (0, m.bottom, front), width, t),
    ]
