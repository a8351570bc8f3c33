"""Seat cushions, back cushions, scatter cushions and bolsters."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance
from training.categories.furniture.outlines import Points, circle, rounded
from training.categories.furniture.slabs import slab
from training.categories.sofa.measures import Group, Padding, Sizes
from training.solids import Solid, box, cylinder, loft


def rectangle(width: float, depth: float) -> Points:
    """Corners of a rectangle (x, z) about the origin."""
    x, z = width / 2, depth / 2
    return np.array([[-x, -z], [x, -z], [x, z], [-x, z]])


def pillow(width: float, height: float, thickness: float, power: float = 5.0) -> Solid:
    """A stuffed cushion that stands upright about the origin, swollen in its middle, thin at its seam."""
    rim = circle(width / 2, height / 2, 20, power)
    shares = ((-0.5, 0.45), (-0.38, 0.72), (-0.2, 0.92), (0.0, 1.0), (0.2, 0.92), (0.38, 0.72), (0.5, 0.45))
    return loft([(z * thickness, rim * share) for z, share in shares], axis="z")


def seat_cushion(p: Padding, s: Sizes, x: tuple[float, float], z: tuple[float, float]) -> Solid:
    """One cushion on the deck between two x and two z."""
    width, depth = x[1] - x[0], z[1] - z[0]
    middle = (x[0] + x[1]) / 2, (z[0] + z[1]) / 2
    if p.crown > 0.0:
        outline = rounded(rectangle(width, depth), 0.5 * p.edge * s.cushion + 0.005, 2)
        plate = slab(outline, s.seat, s.cushion, p.edge * s.cushion, p.crown)
        return plate.moved(middle[0], 0.0, middle[1])
    return box((width, s.cushion, depth), (middle[0], s.seat - s.cushion / 2, middle[1]), p.edge * s.cushion)


def seat_cushions(p: Padding, s: Sizes, x: tuple[float, float], count: int, rear: float = -1.0) -> Group:
    """A row of `count` cushions between two x, from the back's face (or `rear`) to the front."""
    low = rear if rear >= 0.0 else max(0.02, 0.8 * s.back)
    pitch = (x[1] - x[0]) / count
    spans = [(x[0] + i * pitch, x[0] + (i + 1) * pitch - 0.003) for i in range(count)]
    return [("cushion", seat_cushion(p, s, span, (low, s.depth + p.overhang))) for span in spans]


def back_cushion(p: Padding, s: Sizes, x: tuple[float, float]) -> Solid:
    """One cushion that leans on the back between two x."""
    width, low = x[1] - x[0], s.seat - 0.05
    height = max(0.55 * width if width < 0.4 else 0.18, s.back_top + p.back_rise - low)
    z = s.rake + 0.6 * s.back
    pad = (
        pillow(width, height, 1.25 * p.back_depth, 4.0 + 8.0 * (0.5 - p.back_edge))
        if p.plump
        else box((width, height, p.back_depth), round=p.back_edge * p.back_depth)
    )
    placed = pad.moved((x[0] + x[1]) / 2, low + height / 2, z + p.back_depth / 2)
    slope = p.lean + float(np.degrees(np.arctan2(0.8 * s.rake, s.back_top - s.low)))
    return placed.turned("x", -slope, (0.0, low, z))


def back_cushions(p: Padding, s: Sizes, x: tuple[float, float], count: int) -> Group:
    """A row of cushions along the back."""
    pitch = (x[1] - x[0]) / max(1, count)
    return [
        ("cushion", back_cushion(p, s, (x[0] + i * pitch + 0.002, x[0] + (i + 1) * pitch - 0.002)))
        for i in range(count)
    ]


def scatter(rng: np.random.Generator, s: Sizes, x: tuple[float, float], face: float, count: int) -> Group:
    """Scatter cushions thrown on the seat against what stands at z = `face`."""
    made: Group = []
    for i in range(count):
        side = min(between(rng, 0.3, 0.5), 0.7 * (x[1] - x[0]), 1.1 * (s.depth - face))
        high = side if chance(rng, 0.7) else side * between(rng, 0.55, 0.8)
        deep = side * between(rng, 0.22, 0.38)
        near = (x[0] + side / 2, x[1] - side / 2)
        at = near[i % 2] + (between(rng, 0.0, 0.3) * (1 - 2 * (i % 2)) if i < 2 else 0.0)
        if i >= 2:
            at = between(rng, *near)
        one = pillow(side, high, deep, between(rng, 3.0, 9.0)).turned("z", between(rng, -12.0, 12.0))
        one = one.turned("x", -between(rng, 8.0, 35.0)).turned("y", between(rng, -25.0, 25.0))
        made.append(("pillow", one.moved(at, s.seat + 0.4 * high, face + 0.15 * deep)))
    return made


def bolster(x: float, y: float, radius: float, length: float, rear: float) -> Solid:
    """A roll that lies at an end of the seat, along z from `rear`."""
    return cylinder(radius, length, (x, y + 0.95 * radius, rear + length / 2), axis="z", sides=18)
