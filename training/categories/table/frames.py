"""Tables on two framed ends, on boards, C frames, blocks and cages of wire."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from training.categories.furniture.draw import between, chance
from training.categories.furniture.outlines import Points, regular
from training.categories.furniture.slabs import shrunk, slab
from training.categories.table.ends import ENDS
from training.categories.table.measures import Measures
from training.solids import Solid, bar, box, rod, tube

FRAME_KINDS = (
    "sled",
    "trestle",
    "x ends",
    "a frame",
    "panels",
    "waterfall",
    "c frame",
    "block",
    "wire",
    "picnic",
)


def frame_base(rng: np.random.Generator, kind: str, m: Measures, outline: Points) -> list[Solid]:
    """A base of one of FRAME_KINDS."""
    if kind in ("wire", "block"):
        return _wire(rng, m, outline) if kind == "wire" else _block(rng, m, outline)
    if kind in ("panels", "waterfall"):
        return _panels(rng, m, kind == "waterfall")
    if kind == "c frame":
        return _c_frame(rng, m)
    if kind == "picnic":
        return _picnic(rng, m)
    make = ENDS[kind]
    half = m.length / 2 - max(m.inset, m.stock) - 0.02
    if len(outline) > 12:
        half *= 0.68
    depth = (m.depth - 2 * m.inset) * (0.7 if len(outline) > 12 else between(rng, 0.75, 0.98))
    beam = m.height * between(rng, 0.15, 0.6)
    end = make(rng, m, max(depth, 0.3 * m.depth), beam)
    solids = [s.moved(x=half * side) for side in (-1, 1) for s in end]
    return solids + _ties(rng, kind, m, half, beam)


def _ties(rng: np.random.Generator, kind: str, m: Measures, half: float, beam: float) -> list[Solid]:
    """What joins the two ends: a beam under the top, a stretcher, both or nothing."""
    stock = max(0.018, m.stock * between(rng, 0.5, 1.0))
    solids: list[Solid] = []
    if kind == "trestle" or chance(rng, 0.35):
        y = beam if kind == "trestle" else m.bottom - 0.5 * stock
        depth = stock * between(rng, 0.6, 1.0)
        over = stock * between(rng, 0.0, 2.0) if kind == "trestle" else 0.0
        solids.append(bar((-half - over, y, 0), (half + over, y, 0), depth, stock * between(rng, 1.0, 2.2)))
    if kind == "x ends":
        y = (m.into + 0.3 * m.stock) / 2
        solids.append(rod((-half, y, 0), (half, y, 0), max(0.01, m.stock * 0.3)))
    return solids


def _panels(rng: np.random.Generator, m: Measures, flush: bool) -> list[Solid]:
    """Boards as ends, flush with the top for a waterfall; perhaps a shelf, a rear or a middle board."""
    t = m.thickness if flush else max(0.016, min(m.stock, 0.09) * between(rng, 0.4, 1.0))
    x = m.length / 2 - t / 2 - (0.0 if flush else m.inset)
    depth = m.depth * (1.0 if flush else between(rng, 0.75, 1.0))
    lean = between(rng, 0.0, 0.12) * m.length if not flush and chance(rng, 0.15) else 0.0
    solids: list[Solid] = [bar((s * (x - lean), 0, 0), (s * x, m.into, 0), t, depth) for s in (-1, 1)]
    draw, span = rng.random(), 2 * (x - lean)
    if draw < 0.25:
        solids.append(
            box((2 * x, max(0.014, t * 0.8), depth * 0.95), (0, m.height * between(rng, 0.15, 0.6), 0))
            if lean == 0
            else box((span, 0.02, depth * 0.9), (0, 0.15 * m.height, 0))
        )
    elif draw < 0.55:
        high = m.height * between(rng, 0.25, 0.95)
        solids.append(
            box((span, high, max(0.014, 0.6 * t)), (0, m.into - high / 2, between(rng, -0.4, 0.0) * depth))
        )
    elif draw < 0.65:
        solids.append(box((t, m.into, depth), (0, m.into / 2, 0)))
    return solids


def _c_frame(rng: np.random.Generator, m: Measures) -> list[Solid]:
    """A side table that slides over a sofa: foot, one upright side, top."""
    stock = max(0.018, m.stock * 0.6)
    x, half = -m.length / 2 + stock, m.depth / 2 - stock
    if chance(rng, 0.3):
        return [
            box((stock, m.into, m.depth * 0.9), (x, m.into / 2, 0)),
            box((m.length * 0.85, stock, m.depth * 0.9), (x + m.length * 0.425 - stock / 2, stock / 2, 0)),
        ]
    solids: list[Solid] = []
    for s in (-1, 1):
        solids += [
            box((stock, m.into, stock), (x, m.into / 2, s * half)),
            box((m.length * 0.85, stock, stock), (x + m.length * 0.425 - stock / 2, stock / 2, s * half)),
        ]
    return [
        *solids,
        box((stock, stock, 2 * half), (x, stock / 2, 0)),
        box((stock, stock, 2 * half), (x, m.bottom - 0.3 * stock, 0)),
    ]


def _block(rng: np.random.Generator, m: Measures, outline: Points) -> list[Solid]:
    """A solid or open body to the floor, on a plinth or not."""
    inset = between(rng, 0.0, 0.12) * m.depth
    body = shrunk(outline, inset)
    if chance(rng, 0.5):
        return [slab(body, m.into, m.into)]
    gap, board = m.height * between(rng, 0.2, 0.5), max(0.02, m.thickness)
    low = m.height * between(rng, 0.0, 0.12) + board
    half = np.abs(body).max(axis=0)
    walls = [box((board, m.into, 2 * half[1] * 0.7), (s * half[0] * 0.68, m.into / 2, 0)) for s in (-1, 1)]
    return [slab(body, low, board), slab(body, m.into, m.into - gap), *walls]


def _wire(rng: np.random.Generator, m: Measures, outline: Points) -> list[Solid]:
    """A cage of wire: rings of different size joined by struts, straight or in a zigzag."""
    count, radius = (
        int(rng.integers(4, 13)),
        max(0.0045 * max(m.length, m.height), between(rng, 0.005, 0.012)),
    )
    zigzag = chance(rng, 0.6)
    shares = [(0.0, between(rng, 0.4, 0.9)), (1.0, between(rng, 0.6, 0.92))]
    if chance(rng, 0.6):
        shares.insert(1, (between(rng, 0.3, 0.7), between(rng, 0.3, 1.0)))
    rings = []
    for i, (t, share) in enumerate(shares):
        ring = regular(count, 1.0, np.pi / count * (i % 2 if zigzag else 0)) * [
            m.length / 2 * share,
            m.depth / 2 * share,
        ]
        y = radius + t * (m.bottom - 0.8 * radius)
        rings.append(np.stack([ring[:, 0], np.full(count, y), ring[:, 1]], axis=1))
    solids = [tube(r, radius, closed=True, sides=8) for r in rings]
    for low, high in pairwise(rings):
        solids += [tube([low[i], high[i]], radius, sides=8) for i in range(count)]
        if zigzag:
            solids += [tube([low[i], high[i - 1]], radius, sides=8) for i in range(count)]
    return solids


def _picnic(rng: np.random.Generator, m: Measures) -> list[Solid]:
    """A-shaped ends that carry a bench on each side."""
    stock, reach, seat = max(0.05, m.stock), m.depth / 2 + between(rng, 0.22, 0.32), 0.6 * m.height
    half = m.length * between(rng, 0.28, 0.4)
    solids: list[Solid] = []
    for x in (-half, half):
        solids += [
            bar((x, 0.2 * stock, s * reach * 0.95), (x, m.into, s * m.depth * 0.2), stock * 0.6, stock * 1.4)
            for s in (-1, 1)
        ]
        solids.append(box((stock * 0.6, stock * 1.4, 2 * reach + 0.2), (x, seat - stock * 0.7, 0)))
    bench = between(rng, 0.2, 0.28)
    solids += [
        box((m.length, stock * 0.7, bench), (0, seat + stock * 0.3, s * (reach + 0.1 - bench / 2 + 0.02)))
        for s in (-1, 1)
    ]
    return solids
