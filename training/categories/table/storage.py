"""Desks: cabinets of drawers or doors under the top, modesty panels, shelves on top."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick
from training.categories.furniture.legs import leg
from training.categories.table.legsets import knob
from training.categories.table.measures import Measures
from training.solids import Solid, box

STORAGE_KINDS = ("cabinet", "two cabinets")


def desk_base(rng: np.random.Generator, kind: str, m: Measures) -> list[Solid]:
    """One or two cabinets, the other side on a panel or legs, perhaps a rear panel and a centre drawer."""
    width, inset = m.length * between(rng, 0.2, 0.34), between(rng, 0.0, 0.03)
    rear_gap = between(rng, 0.0, 0.06)
    x = m.length / 2 - inset - width / 2
    side = -1.0 if chance(rng, 0.5) else 1.0
    seed = int(rng.integers(1 << 31))
    legs = between(rng, 0.06, 0.3) * m.height if chance(rng, 0.3) else 0.0
    sides = (-1.0, 1.0) if kind == "two cabinets" else (side,)
    solids = [s for v in sides for s in cabinet(np.random.default_rng(seed), m, v * x, width, legs)]
    if kind == "cabinet":
        solids += _other_side(rng, m, -side)
    if chance(rng, 0.6):
        high = m.height * between(rng, 0.25, 0.95)
        solids.append(
            box(
                (m.length - 2 * inset - 0.02, high, 0.02),
                (0, m.into - high / 2, -m.depth / 2 + 0.012 + rear_gap),
            )
        )
    if chance(rng, 0.35):
        height = between(rng, 0.07, 0.12)
        solids.append(
            box((m.length * 0.96, height, m.depth * 0.85), (0, m.into - height / 2 - 0.4 * m.thickness, 0))
        )
    return solids


def cabinet(rng: np.random.Generator, m: Measures, x: float, width: float, legs: float) -> list[Solid]:
    """A body with drawer fronts or a door towards +z, to the floor, on a plinth or on short legs."""
    depth = m.depth * between(rng, 0.85, 0.98)
    half_top = m.height * between(rng, 0.45, 0.7) if legs == 0.0 and chance(rng, 0.15) else 0.0
    low = legs
    if half_top:
        low = m.into - half_top
    solids: list[Solid] = [box((width, m.into - low, depth), (x, (m.into + low) / 2, 0))]
    count = int(pick(rng, {"1": 1, "2": 1.5, "3": 4, "4": 2}))
    top, z = m.bottom - 0.005, depth / 2
    pitch, relief = (top - low - 0.02) / count, between(rng, 0.004, 0.02)
    for i in range(count):
        y = low + 0.01 + (i + 0.5) * pitch
        solids.append(box((width * 0.9, pitch * 0.9, 0.04), (x, y, z + relief - 0.02)))
        solids.append(knob(rng, x, y + (0.25 * pitch if chance(rng, 0.3) else 0.0), z + relief, width))
    if legs:
        stock = between(rng, 0.03, 0.06)
        for sx in (-1, 1):
            for sz in (-1, 1):
                px, pz = x + sx * (width / 2 - stock / 2), sz * (depth / 2 - stock / 2)
                solids.append(
                    leg(rng, "square", (px, 0, pz), (px, legs + 0.02, pz), stock, between(rng, 0.6, 1.0))
                )
    elif half_top:
        solids += [
            box(
                (0.03, low + 0.02, 0.03),
                (x + sx * (width / 2 - 0.02), (low + 0.02) / 2, sz * (depth / 2 - 0.02)),
            )
            for sx in (-1, 1)
            for sz in (-1, 1)
        ]
    return solids


def _other_side(rng: np.random.Generator, m: Measures, side: float) -> list[Solid]:
    """A board or two legs."""
    t, depth = between(rng, 0.018, 0.045), m.depth * between(rng, 0.85, 1.0)
    if chance(rng, 0.5):
        return [box((t, m.into, depth), (side * (m.length / 2 - t), m.into / 2, 0))]
    stock = min(m.stock, 0.08)
    x = side * (m.length / 2 - stock)
    ends = [(x, s * (depth / 2 - stock / 2)) for s in (-1, 1)]
    return [leg(rng, "square", (a, 0, b), (a, m.into, b), stock, m.taper) for a, b in ends]


def upper(rng: np.random.Generator, m: Measures) -> list[Solid]:
    """A hutch or a raised shelf at the rear of a desk's top."""
    height, depth, t = between(rng, 0.12, 0.5), between(rng, 0.16, 0.28), between(rng, 0.014, 0.03)
    half, z = m.length / 2 * between(rng, 0.8, 1.0), -m.depth / 2 + depth / 2
    y = m.height + height
    solids = [box((2 * half, t, depth), (0, y - t / 2, z))]
    uprights = np.linspace(-1, 1, int(rng.integers(2, 5))) * (half - t / 2)
    solids += [box((t, height, depth), (float(x), y - height / 2 - t * 0.1, z)) for x in uprights]
    if chance(rng, 0.5):
        solids.append(box((2 * half, height, t), (0, y - height / 2, z - depth / 2 + t / 2)))
    if height > 0.3 and chance(rng, 0.6):
        solids.append(box((2 * half, t, depth), (0, m.height + height * 0.5, z)))
    return solids
