"""Chairs that fold: crossing frames of tube or wood, and the director's chair."""

from __future__ import annotations

import numpy as np

from training.categories.chair.seats import Group
from training.categories.furniture.draw import between, chance
from training.categories.furniture.outlines import Points, bent, rounded, thick, trapezoid
from training.categories.furniture.slabs import panel, slab
from training.solids import Solid, bar, loft, rod, tube


def folding(rng: np.random.Generator) -> Group:
    """Crossing frames: one from the front feet up to the back's top, one from the rear feet to the seat."""
    half, seat, depth = between(rng, 0.19, 0.25), between(rng, 0.42, 0.48), between(rng, 0.36, 0.44)
    top, radius = between(rng, 0.76, 0.92), between(rng, 0.009, 0.016)
    front, rear, lean = (
        depth / 2 + between(rng, -0.02, 0.06),
        -depth / 2 - between(rng, 0.0, 0.06),
        between(rng, 0.24, 0.42),
    )
    high, inner = np.array([half, top, front - lean * top / 0.85 - 0.02]), half - 2.2 * radius
    low = np.array([half, radius, front])
    wooden = chance(rng, 0.45)
    solids: list[Solid] = []
    rear_top = np.array([inner, seat - 0.015, depth * between(rng, 0.2, 0.42)])
    rear_low = np.array([inner, radius, rear])
    if wooden:
        stock = radius * 2.4
        for s in (-1.0, 1.0):
            solids.append(bar(_at(low, s, 0), _at(high, s), stock * 0.9, stock * 1.5))
            solids.append(
                bar(
                    (rear_low * [s, 0, 1]).tolist(), (rear_top * [s, 1, 1]).tolist(), stock * 0.9, stock * 1.4
                )
            )
    else:
        path = np.stack([low * [-1, 1, 1], high * [-1, 1, 1], high, low])
        solids.append(tube(bent(path, between(rng, 0.04, 0.12), 5), radius))
        path = np.stack([rear_low * [-1, 1, 1], rear_top * [-1, 1, 1], rear_top, rear_low])
        solids.append(tube(bent(path, 0.02, 3), radius))
    for a, b, share in ((low, high, between(rng, 0.15, 0.28)), (rear_low, rear_top, between(rng, 0.15, 0.3))):
        p = a + share * (b - a)
        solids.append(rod(p * [-1, 1, 1], p, radius * 0.9))
    crossing = (seat - low[1]) / (high[1] - low[1])
    seat_rear = float((low + crossing * (high - low))[2])
    reach = min(seat_rear, -depth / 2)
    length = depth / 2 - reach
    outline = rounded(trapezoid(2 * half - radius, 2 * half - radius, length), between(rng, 0.0, 0.1), 4)
    thickness = between(rng, 0.018, 0.05)
    cover: list[Solid] = [
        slab(outline, seat + thickness * 0.3, thickness, thickness * between(rng, 0.1, 0.48)).moved(
            z=(depth / 2 + reach) / 2
        )
    ]
    cover += _leaning_rest(rng, low, high, half, radius)
    return solids, cover


def _at(point: Points, side: float, height: float = 1.0) -> tuple[float, float, float]:
    """The point on one side of the chair, its height scaled."""
    return side * float(point[0]), height * float(point[1]), float(point[2])


def _leaning_rest(
    rng: np.random.Generator, low: Points, high: Points, half: float, radius: float
) -> list[Solid]:
    """The back rest between two leaning posts: one sheet or a few slats."""
    up = (high - low) / np.linalg.norm(high - low)
    length, angle = float(np.linalg.norm(high - low)), float(np.degrees(np.arctan2(-up[2], up[1])))
    sag, count = between(rng, 0.0, 0.03), int(rng.choice([1, 1, 1, 2, 3]))
    size = between(rng, 0.1, 0.3) if count == 1 else between(rng, 0.04, 0.07)
    solids = []
    for i in range(count):
        top = length - radius * 0.5 - i * size * 1.4
        t = np.linspace(0, 1, 5)
        sheet = panel(top - size + t * size, np.full(5, half), max(0.012, radius * 1.4), sag, -sag, 1.0)
        solids.append(sheet.turned("x", -angle).moved(y=float(low[1]), z=float(low[2])))
    return solids


def director(rng: np.random.Generator) -> Group:
    """Crossed legs, arm rails, a sling for the seat and a band for the back."""
    half, depth, seat = between(rng, 0.24, 0.3), between(rng, 0.38, 0.48), between(rng, 0.42, 0.5)
    stock, arm, top = between(rng, 0.02, 0.035), seat + between(rng, 0.17, 0.24), between(rng, 0.8, 0.92)
    z_legs, solids = depth / 2 - stock, []
    for z in (z_legs, -z_legs):
        for s in (-1, 1):
            solids.append(bar((s * half, stock * 0.3, z), (-s * half, seat, z), stock, stock * 0.8))
    for s in (-1, 1):
        x = s * half
        solids += [
            bar((x, seat, depth / 2), (x, seat, -depth / 2), stock, stock * 1.3),
            bar((x, stock / 2, depth / 2), (x, stock / 2, -depth / 2), stock, stock),
            bar((x, arm, depth / 2 + 0.03), (x, arm, -depth / 2 - 0.01), stock * 1.8, stock * 0.8),
            bar((x, seat, z_legs), (x, arm, z_legs), stock, stock),
            bar((x, seat, -z_legs), (x, top, -z_legs - 0.02), stock, stock),
        ]
    t = np.linspace(-1, 1, 9)
    dip = between(rng, 0.0, 0.05)
    sling = np.stack([seat + 0.004 - dip * (1 - t**2), t * half], axis=1)

    band = thick(sling, 0.014)[:, ::-1]
    seat_solid = loft([(-depth / 2, band), (depth / 2, band)], axis="z")
    height = between(rng, 0.13, 0.22)
    back = panel(
        np.linspace(top - height, top, 4), np.full(4, half + stock * 0.5), 0.014, 0.02, -z_legs - 0.035
    )
    return solids, [seat_solid, back]
