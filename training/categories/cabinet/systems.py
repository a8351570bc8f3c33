"""Several cases joined into one piece: wall systems with towers, corner runs, boxes stacked out of line."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.cabinet.carcass import carcass, outside
from training.categories.cabinet.fronts import Style, fronts
from training.categories.cabinet.layout import SCHEMES
from training.categories.cabinet.measures import Measures
from training.categories.cabinet.palette import Piece
from training.categories.furniture.draw import between, chance, pick
from training.solids import Solid, box

SYSTEM_KINDS = ("towers", "corner run", "offset boxes", "open drawer")
TOWERS = {"shelves": 4, "glazed": 2, "doors": 2, "open top": 2, "doors over drawers": 1}
LOW = {"bays": 3, "stack": 2, "doors": 2, "open below": 1, "drawers over doors": 2}
BOXES = {"shelves": 3, "doors": 2, "stack": 1.5}


def system(rng: np.random.Generator, kind: str, m: Measures, s: Style) -> list[Piece]:
    """One of SYSTEM_KINDS within the measures."""
    makers = {"towers": _towers, "corner run": _corner_run, "offset boxes": _offset, "open drawer": _pulled}
    return makers[kind](rng, m, s)


def unit(rng: np.random.Generator, m: Measures, scheme: str, s: Style, x: float = 0.0) -> list[Piece]:
    """One case with its fronts, moved along x."""
    layout = SCHEMES[scheme](rng, outside(m).grown(-m.board), m.board)
    pieces = carcass(layout, m, True) + fronts(layout, s, m)
    return [(solid.moved(x=x), role) for solid, role in pieces]


def _towers(rng: np.random.Generator, m: Measures, s: Style) -> list[Piece]:
    """A low middle for a screen between tall sides, perhaps only one side, perhaps bridged."""
    side, both = m.width * between(rng, 0.18, 0.3), chance(rng, 0.75)
    middle = m.width - side * (2 if both else 1)
    low = m.lift + max(0.3, (m.height - m.lift) * between(rng, 0.2, 0.5))
    x = 0.0 if both else -side / 2
    pieces = unit(rng, replace(m, width=middle + 0.004, height=low), pick(rng, LOW), s, x)
    seed, scheme = int(rng.integers(1 << 31)), pick(rng, TOWERS)
    for v in (1, -1) if both else (1,):
        tower = replace(m, width=side, depth=m.depth * 0.98)
        pieces += unit(np.random.default_rng(seed), tower, scheme, s, v * (m.width - side) / 2)
    if both and chance(rng, 0.5):
        high = between(rng, 0.03, 0.3) * (m.height - low)
        bridge = box((middle + 0.01, high, m.depth * 0.7), (x, m.height - high / 2, -m.depth * 0.14))
        pieces.append((bridge, "body"))
    if chance(rng, 0.35):
        rear = box((middle + 0.01, m.height - low, 0.02), (x, (m.height + low) / 2, -m.depth / 2 + 0.011))
        pieces.append((rear, "back"))
    return pieces


def _corner_run(rng: np.random.Generator, m: Measures, s: Style) -> list[Piece]:
    """Two runs of base units at a right angle under one worktop."""
    arm, t = m.width * between(rng, 0.35, 0.9), between(rng, 0.02, 0.05)
    pieces = unit(rng, m, pick(rng, LOW), s)
    branch = unit(rng, replace(m, width=arm, depth=m.depth * 0.99), pick(rng, LOW), s)
    x, z = -m.width / 2 + m.depth / 2, m.depth / 2 + arm / 2 - 0.003
    pieces += [(q.turned("y", 90).moved(x, 0, z), role) for q, role in branch]
    over, y = between(rng, 0.0, 0.03), m.height + t / 2 - 0.003
    pieces.append((box((m.width + over, t, m.depth + over), (0, y, over / 2)), "top"))
    pieces.append((box((m.depth + over, t, arm + over), (x + over / 2, y, z)), "top"))
    if chance(rng, 0.5):
        return [(q.mirrored("x"), role) for q, role in pieces]
    return pieces


def _offset(rng: np.random.Generator, m: Measures, s: Style) -> list[Piece]:
    """Boxes of unequal width stacked out of line, as modular shelving is."""
    count, y, pieces = int(rng.integers(2, 5)), m.lift, []
    shares = rng.uniform(0.6, 1.4, count)
    for i, high in enumerate(shares / shares.sum() * (m.height - m.lift)):
        width = m.width * (1.0 if i == 0 else between(rng, 0.4, 0.95))
        part = replace(m, width=width, lift=y - 0.003 * (i > 0), height=y + float(high))
        shift = (m.width - width) / 2 * between(rng, -1.0, 1.0)
        pieces += unit(rng, part, pick(rng, BOXES), s, shift)
        y += float(high)
    return pieces


def _pulled(rng: np.random.Generator, m: Measures, s: Style) -> list[Piece]:
    """A stack of drawers, one of them drawn out: an open tray before the body."""
    pieces = unit(rng, m, "stack", s)
    faces = [i for i, (q, role) in enumerate(pieces) if role == "front"]
    low, high = pieces[int(rng.choice(faces))][0].bounds()
    out, t, floor = m.depth * between(rng, 0.2, 0.6), 0.015, 0.012
    width, tall = (high - low)[:2] * (0.94, 0.75)
    x, y = (high + low)[0] / 2, low[1] + 0.1 * (high - low)[1]
    z, long = m.front + out / 2 - 0.025, out + 0.07
    tray = [box((t, tall, long), (x + v * (width - t) / 2, y + tall / 2, z)) for v in (-1, 1)]
    tray.append(box((width, floor, long), (x, y + floor / 2, z)))
    moved = []
    for q, role in pieces:
        a, b = q.bounds()
        middle = (a + b) / 2
        mine = role in ("front", "handle") and (middle[:2] > low[:2]).all() and (middle[:2] < high[:2]).all()
        moved.append((_front_only(q, m).moved(z=out) if mine else q, role))
    return moved + [(q, "body") for q in tray]


def _front_only(solid: Solid, m: Measures) -> Solid:
    """A front squeezed to what shows: its hidden back must not fill the tray."""
    low, high = solid.bounds()
    deep = high[2] - low[2]
    if low[2] > m.front - 0.02 or deep < 0.03:
        return solid
    keep = max(0.018, high[2] - m.front + 0.004)
    return solid.moved(z=-high[2]).scaled(1, 1, keep / deep).moved(z=high[2])
