"""Furniture for keeping things that is not a case with a front: racks, ladders, carts, bureaux, trunks."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from training.categories.cabinet.measures import Measures
from training.categories.cabinet.palette import Piece
from training.categories.furniture.draw import between, chance
from training.solids import Solid, bar, box, cylinder, extrusion

Maker = Callable[[np.random.Generator, Measures], list[Piece]]


def whole(rng: np.random.Generator, kind: str, m: Measures) -> list[Piece]:
    """One of WHOLES."""
    return WHOLES[kind](rng, m)


def _levels(rng: np.random.Generator, low: float, high: float, pitch: float) -> list[float]:
    count = int(np.clip(round((high - low) / (pitch * between(rng, 0.7, 1.4))) + 1, 2, 7))
    return [float(y) for y in np.linspace(low, high, count)]


def _rack(rng: np.random.Generator, m: Measures) -> list[Piece]:
    """Posts and shelves, perhaps with crossed braces behind: workshop shelving, étagères."""
    post, t, x, z = between(rng, 0.015, 0.06), max(0.012, 0.8 * m.board), m.width / 2, m.depth / 2
    high = m.height + (between(rng, 0.0, 0.1) if chance(rng, 0.5) else 0.0)
    spots = [(s * (x - post / 2), v * (z - post / 2)) for s in (-1, 1) for v in (-1, 1)]
    levels = _levels(rng, between(rng, 0.03, 0.25), m.height - t, 0.38)
    inset = 0.2 * post
    pieces: list[Piece] = [(box((post, high, post), (a, high / 2, b)), "stand") for a, b in spots]
    pieces += [(box((m.width - inset, t, m.depth - inset), (0, y + t / 2, 0)), "body") for y in levels]
    if chance(rng, 0.3):
        ends = [(-x + post, levels[0], -z + 0.3 * post), (x - post, levels[-1], -z + 0.3 * post)]
        flip = [(-a, b, c) for a, b, c in ends]
        pieces += [(bar(a, b, 0.012, 0.012), "stand") for a, b in (ends, flip)]
    return pieces


def _ladder(rng: np.random.Generator, m: Measures) -> list[Piece]:
    """Shelves that grow deeper towards the floor between two leaning sides."""
    t, top, z = max(0.015, m.board), m.depth * between(rng, 0.2, 0.6), m.depth / 2
    rear = -z if chance(rng, 0.6) else z - m.depth
    lean = between(rng, 0.0, 0.15) * m.depth
    side = np.array([[0, rear], [0, z], [m.height, rear + top + lean], [m.height, rear + lean]])
    width, high = m.width, m.height
    solid = chance(rng, 0.35)
    pieces: list[Piece] = []
    for s in (-1, 1):
        x = s * (width - t) / 2
        if solid:
            pieces.append((extrusion(side, t, axis="x", at=x), "body"))
            continue
        pieces += [
            (bar((x, 0, a), (x, high, b), t, 1.6 * t), "body")
            for a, b in ((rear + t, rear + t + lean), (z - t, rear + top + lean))
        ]
    for y in _levels(rng, between(rng, 0.05, 0.3), high - 0.6 * t, 0.36):
        v = y / high
        back, front = rear + lean * v, z + (rear + top + lean - z) * v
        pieces.append((box((width - 0.5 * t, t, front - back), (0, y, (back + front) / 2)), "top"))
    return pieces


def _cart(rng: np.random.Generator, m: Measures) -> list[Piece]:
    """Trays on posts and wheels."""
    pieces, r = [], between(rng, 0.02, 0.05)
    post, t, x, z = between(rng, 0.012, 0.04), 0.012, m.width / 2, m.depth / 2
    deep = between(rng, 0.02, 0.12)
    for y in _levels(rng, 2 * r + 0.05, m.height - deep, 0.32)[:4]:
        pieces += [(box((m.width, t, m.depth), (0, y, 0)), "body")]
        if deep > 0.035:
            pieces += [(box((m.width, deep, t), (0, y + deep / 2, s * (z - t / 2))), "body") for s in (-1, 1)]
            pieces += [(box((t, deep, m.depth), (s * (x - t / 2), y + deep / 2, 0)), "body") for s in (-1, 1)]
    for s in (-1, 1):
        for v in (-1, 1):
            a, b = s * (x - post / 2), v * (z - post / 2)
            pieces.append((box((post, m.height - r, post), (a, (m.height + r) / 2, b)), "stand"))
            pieces.append((cylinder(r, 0.6 * r + post, (a, r, b), axis="x", sides=14), "handle"))
    return pieces


def _bureau(rng: np.random.Generator, m: Measures) -> list[Piece]:
    """A slant-front desk: drawers under a sloping lid."""
    z, knee = m.depth / 2, m.height * between(rng, 0.62, 0.8)
    top = -z + m.depth * between(rng, 0.3, 0.6)
    side = np.array([[m.lift, -z], [m.lift, z], [knee, z], [m.height, top], [m.height, -z]])
    pieces: list[Piece] = [(extrusion(side, m.width, axis="x"), "body")]
    lid_low, lid_high = np.array([knee, z]), np.array([m.height, top])
    a, b = lid_low + 0.08 * (lid_high - lid_low), lid_low + 0.92 * (lid_high - lid_low)
    pieces.append((bar((0, a[0], a[1]), (0, b[0], b[1]), m.width * 0.9, 0.03), "front"))
    return pieces + _drawers(rng, m, m.lift, knee)


def _drawers(rng: np.random.Generator, m: Measures, low: float, high: float) -> list[Piece]:
    """A plain stack of drawers with knobs in the front."""
    count, pieces = int(rng.integers(2, 5)), []
    pitch, z, r = (high - low) / count, m.depth / 2, between(rng, 0.012, 0.03)
    for i in range(count):
        y = low + (i + 0.5) * pitch
        pieces.append((box((m.width * 0.92, pitch * 0.9, 0.04), (0, y, z - 0.008)), "front"))
        knob = cylinder(r, 0.05, (0, y, z + 0.025), axis="z", sides=12)
        pieces += [(knob.moved(x=s * 0.25 * m.width), "handle") for s in (-1, 1)]
    return pieces


def _trunk(rng: np.random.Generator, m: Measures) -> list[Piece]:
    """A blanket chest: a box with a flat or vaulted lid and perhaps bands of iron."""
    high, z, lift = m.height * between(rng, 0.6, 0.9), m.depth / 2, m.lift
    vault = chance(rng, 0.4)
    u = np.linspace(0, np.pi, 11)
    rise, over = (m.height - high) if vault else 0.04, between(rng, 0.0, 0.02)
    arch = np.stack([high + rise * np.sin(u), (z + over) * np.cos(u)], axis=1)
    flat = np.array([[high, z + over], [high + rise, z + over], [high + rise, -z - over], [high, -z - over]])
    lid = arch if vault else flat
    pieces: list[Piece] = [(box((m.width, high - lift + 0.01, m.depth), (0, (high + lift) / 2, 0)), "body")]
    base = np.concatenate([[[high - 0.03, z + over]], lid, [[high - 0.03, -z - over]]])
    pieces.append((extrusion(base, m.width + 2 * over, axis="x"), "top"))
    if chance(rng, 0.5):
        grown = base + np.sign(base - [high - 0.02, 0]) * 0.008
        pieces += [(extrusion(grown, 0.04, axis="x", at=s * 0.3 * m.width), "handle") for s in (-1, 1)]
    pieces.append((box((0.07, 0.1, 0.03), (0, high - 0.02, z + over)), "handle"))
    return pieces


def _stepped(rng: np.random.Generator, m: Measures) -> list[Piece]:
    """Compartments that rise in steps to one side: stair chests, cube steps."""
    count, t, closed = int(rng.integers(2, 5)), max(0.015, m.board), chance(rng, 0.4)
    pitch, high, pieces = m.width / count, m.height / count, []
    for i in range(count):
        x, top = -m.width / 2 + (i + 0.5) * pitch, high * (i + 1)
        if closed:
            pieces.append((box((pitch + 0.002, top, m.depth), (x, top / 2, 0)), "body"))
        else:
            pieces += [
                (box((pitch + t, t, m.depth), (x, high * j + (t / 2 if j == 0 else -t / 2), 0)), "body")
                for j in range(i + 2)
            ]
            pieces.append((box((t, top, m.depth), (x - pitch / 2, top / 2, 0)), "body"))
    if not closed:
        pieces.append((box((t, m.height, m.depth), (m.width / 2, m.height / 2, 0)), "body"))
    else:
        pieces += [
            (
                box(
                    (pitch * 0.88, high * 0.85, 0.04),
                    (-m.width / 2 + (i + 0.5) * pitch, high * (j + 0.5), m.front),
                ),
                "front",
            )
            for i in range(count)
            for j in range(i + 1)
        ]
    return _either_way(rng, pieces)


def _either_way(rng: np.random.Generator, pieces: list[Piece]) -> list[Piece]:
    mirror = chance(rng, 0.5)
    return [(s.mirrored("x") if mirror else s, role) for s, role in pieces]


def _zigzag(rng: np.random.Generator, m: Measures) -> list[Piece]:
    """Shelves whose uprights alternate, a bookcase without outer sides."""
    t, levels = max(0.015, m.board), _levels(rng, 0.0, m.height, 0.36)
    shift = between(rng, 0.25, 0.46) * m.width
    solids: list[Solid] = [box((m.width, t, m.depth), (0, y + t / 2, 0)) for y in levels]
    for i, (a, b) in enumerate(pairwise(levels)):
        spots = (-shift, shift) if chance(rng, 0.3) else ((-1) ** i * shift, (-1) ** (i + 1) * shift * 0.3)
        solids += [box((t, b - a + t, m.depth), (x, (a + b + t) / 2, 0)) for x in spots]
    return [(s, "body") for s in solids]


WHOLES: dict[str, Maker] = {
    "rack": _rack, "ladder": _ladder, "cart": _cart, "bureau": _bureau, "trunk": _trunk,
    "stepped": _stepped, "zigzag": _zigzag,
}  # fmt: skip
