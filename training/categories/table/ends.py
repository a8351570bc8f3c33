"""The two ends of a framed table, each in the (z, y) plane: sleds, trestles, crosses, sawhorses."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from training.categories.furniture.draw import between, chance
from training.categories.table.measures import Measures
from training.solids import Solid, bar, box, tube


def _sled_end(rng: np.random.Generator, m: Measures, depth: float, beam: float) -> list[Solid]:
    """A closed or open rectangle, trapezoid or loop in the (z, y) plane."""
    stock, lean = (
        max(0.02, m.stock * between(rng, 0.5, 1.0)),
        between(rng, -0.15, 0.15) * depth if chance(rng, 0.4) else 0.0,
    )
    flat = stock * between(rng, 1.0, 2.2)
    low, high, y0, y1 = (
        depth / 2 - stock / 2 - max(0.0, lean),
        depth / 2 - stock / 2 - max(0.0, -lean),
        stock / 2,
        m.bottom - stock / 2 + 0.1 * m.thickness,
    )
    corners = [(0, y0, -low), (0, y0, low), (0, y1, high), (0, y1, -high)]
    if chance(rng, 0.2):
        radius = stock * 0.45
        return [
            tube(
                [(x, y + (radius - stock / 2) * (1 if y < m.height / 2 else -1), z) for x, y, z in corners],
                radius,
                closed=True,
                sides=8,
            )
        ]
    solids: list[Solid] = []
    for i, (a, b) in enumerate(zip(corners, corners[1:] + corners[:1], strict=True)):
        if i % 2 == 0:
            z = abs(a[2]) + stock / 2
            solids.append(box((flat, stock, 2 * z), (0, a[1], 0)))
        else:
            solids.append(bar(a, b, flat, stock))
    return solids


def _trestle_end(rng: np.random.Generator, m: Measures, depth: float, beam: float) -> list[Solid]:
    """A foot, one or two uprights or a board, a bearer."""
    stock = max(0.03, m.stock)
    foot, bearer = depth * between(rng, 0.7, 1.0), depth * between(rng, 0.6, 0.95)
    solids = [
        box((stock, stock * between(rng, 0.7, 1.1), foot), (0, stock * 0.45, 0), 0.003),
        box((stock, stock * 0.9, bearer), (0, m.bottom - stock * 0.4, 0)),
    ]
    height, draw = m.bottom - stock * 0.5, rng.random()
    if draw < 0.4:
        upright = box((stock * 0.9, height, stock * between(rng, 1.0, 3.0)), (0, height / 2 + 0.2 * stock, 0))
        return [*solids, upright]
    if draw < 0.7:
        low = high = between(rng, 0.12, 0.35) * depth
    else:
        low, high = foot * 0.4, bearer * between(rng, 0.1, 0.4)
    for s in (-1, 1):
        solids.append(
            bar((0, stock * 0.5, s * low), (0, m.bottom - 0.3 * stock, s * high), stock * 0.9, stock * 0.9)
        )
    rung = low + (high - low) * beam / m.bottom
    return [*solids, box((stock * 0.7, stock * 0.8, 2 * rung), (0, beam, 0))]


def _x_end(rng: np.random.Generator, m: Measures, depth: float, beam: float) -> list[Solid]:
    """Two bars crossed in the (z, y) plane."""
    stock, z, rise = max(0.025, m.stock), depth / 2, m.stock * 0.3
    solids = [bar((0, rise, s * z), (0, m.into, -s * z), stock * 0.9, stock) for s in (-1, 1)]
    if chance(rng, 0.4):
        solids.append(box((stock, stock * 0.8, depth), (0, m.bottom - stock * 0.3, 0)))
    return solids


def _a_end(rng: np.random.Generator, m: Measures, depth: float, beam: float) -> list[Solid]:
    """Two bars that lean together, with a cross bar: a sawhorse."""
    stock, z, top = max(0.025, m.stock * 0.9), depth / 2, depth * between(rng, 0.05, 0.2)
    y = m.height * between(rng, 0.2, 0.5)
    z_cross = z + (top - z) * y / m.into
    solids = [bar((0, 0.2 * stock, s * z), (0, m.into, s * top), stock, stock) for s in (-1, 1)]
    solids.append(box((stock * 0.7, stock, 2 * z_cross), (0, y, 0)))
    solids.append(box((stock * 1.2, stock, depth * between(rng, 0.5, 0.9)), (0, m.bottom - 0.4 * stock, 0)))
    return solids


ENDS: dict[str, Callable[[np.random.Generator, Measures, float, float], list[Solid]]] = {
    "sled": _sled_end,
    "trestle": _trestle_end,
    "x ends": _x_end,
    "a frame": _a_end,
}
