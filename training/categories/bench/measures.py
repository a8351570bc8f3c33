"""The sizes that every part of one bench shares."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from training.categories.furniture.draw import between, chance, tailed
from training.categories.table.measures import Measures
from training.solids import Solid

Role = str
"""What a part is made of: "seat", "frame" or "pad"."""
Group = list[tuple[Role, Solid]]


@dataclass(frozen=True)
class Sizes:
    """Sizes in metres; the seat is centred on the Y axis, its long side along X, its front at +z.

    Attributes:
        length: Full length of the seat.
        depth: Depth of the seat.
        seat: Height of the seat's upper face.
        thick: Thickness of the seat's boards.
        top: Height of the back's upper edge.
        lean: How far the back's upper edge stands behind the seat's rear edge.
        arm: Height of the arms.
        stock: Thickness of the frame's members.
    """

    length: float
    depth: float
    seat: float
    thick: float
    top: float
    lean: float
    arm: float
    stock: float

    @property
    def bottom(self) -> float:
        """Height of the seat's underside."""
        return self.seat - self.thick

    @property
    def rear(self) -> float:
        """The z of the seat's rear edge."""
        return -self.depth / 2

    def back_at(self, y: float) -> float:
        """The z of the back's plane at a height."""
        return self.rear - self.lean * (y - self.seat) / (self.top - self.seat)

    @property
    def slope(self) -> float:
        """How far the back leans from upright, degrees."""
        return float(np.degrees(np.arctan2(self.lean, self.top - self.seat)))

    def leaned(self, solid: Solid) -> Solid:
        """Move what was built upright in z = 0 into the back's plane."""
        return solid.moved(z=self.rear).turned("x", -self.slope, (0.0, self.seat, self.rear))


def sizes(rng: np.random.Generator) -> Sizes:
    """Draw the sizes of one bench."""
    seat = tailed(rng, 0.45, 0.11, 0.28, 0.62)
    top = seat + tailed(rng, 0.4, 0.24, 0.16, 0.9)
    lean = between(rng, 0.03, 0.24) if chance(rng, 0.85) else 0.0
    stock = tailed(rng, 0.055, 0.35, 0.025, 0.13)
    return Sizes(
        length=tailed(rng, 1.45, 0.3, 0.6, 3.4),
        depth=tailed(rng, 0.43, 0.18, 0.26, 0.8),
        seat=seat,
        thick=tailed(rng, 0.032, 0.4, 0.014, 0.09),
        top=top,
        lean=lean,
        arm=min(top - 0.02, seat + tailed(rng, 0.21, 0.22, 0.1, 0.36)),
        stock=stock,
    )


def as_table(rng: np.random.Generator, s: Sizes, heavy: bool = False) -> Measures:
    """The measures of a low table with the bench's seat as its top."""
    thickness = tailed(rng, 0.1, 0.4, 0.05, 0.24) if heavy else s.thick * between(rng, 1.0, 2.0)
    stock = min(s.stock * between(rng, 0.9, 1.5), 0.3 * s.depth)
    inset = 0.0 if chance(rng, 0.3) else between(rng, 0.0, 0.09) * s.length
    splay = 0.0 if chance(rng, 0.6) else between(rng, 0.0, 0.08)
    return Measures(
        s.length, s.depth, s.seat, thickness, stock, between(rng, 0.5, 1.0), splay, min(inset, 0.2 * s.depth)
    )


def lower(s: Sizes, drop: float) -> Sizes:
    """The same bench with its seat lower by `drop`."""
    return replace(s, seat=s.seat - drop)
