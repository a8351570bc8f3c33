"""The sizes that every part of one chair shares."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.categories.furniture.draw import between, chance, tailed
from training.solids import Solid


@dataclass(frozen=True)
class Measures:
    """Sizes in metres; the seat is centred on the Y axis, its front at +z.

    Attributes:
        width: Full width of the seat at its front.
        depth: Full depth of the seat.
        seat: Height of the seat's upper face.
        thickness: Height of the seat, cushion and all.
        back: Height of the back above the seat.
        tilt: Lean of the back, degrees.
        narrowing: Width at the back of the seat relative to its front.
        stock: Thickness of a leg.
        taper: Thickness of a leg's foot relative to its top.
        splay: How far the feet stand outside of the legs' tops.
    """

    width: float
    depth: float
    seat: float
    thickness: float
    back: float
    tilt: float
    narrowing: float
    stock: float
    taper: float
    splay: float

    @property
    def bottom(self) -> float:
        """Height of the seat's underside."""
        return self.seat - self.thickness

    @property
    def rear(self) -> float:
        """Z of the seat's rear edge."""
        return -self.depth / 2

    @property
    def rear_half(self) -> float:
        """Half the width of the seat at its rear."""
        return self.width * self.narrowing / 2

    def leaned(self, solid: Solid) -> Solid:
        """Lean a part of the back, built upright, about the rear edge of the seat."""
        return solid.turned("x", -self.tilt, (0.0, self.seat, self.rear))

    def leaned_point(self, x: float, above: float, forward: float = 0.0) -> tuple[float, float, float]:
        """Where a point `above` the seat and `forward` of the back's plane comes to lie after leaning."""
        angle = np.radians(self.tilt)
        y = self.seat + above * np.cos(angle) + forward * np.sin(angle)
        return x, float(y), float(self.rear - above * np.sin(angle) + forward * np.cos(angle))


def measures(rng: np.random.Generator, proportion: str) -> Measures:
    """Draw the sizes of a chair: "dining", "bar", "lounge", "office", "kids", "throne" or "toy"."""
    seat, back = {
        "dining": (0.45, 0.44), "bar": (0.7, 0.28), "lounge": (0.38, 0.46), "office": (0.47, 0.52),
        "kids": (0.3, 0.28), "throne": (0.46, 0.75), "toy": (0.42, 0.5),
    }[proportion]  # fmt: skip
    width = tailed(
        rng, 0.6 if proportion == "lounge" else 0.36 if proportion == "kids" else 0.45, 0.11, 0.3, 0.85
    )
    toy = proportion == "toy"
    return Measures(
        width=width,
        depth=width * tailed(rng, 0.97, 0.1, 0.7, 1.3),
        seat=tailed(rng, seat, 0.08, seat * 0.75, seat * 1.25) * (between(rng, 0.75, 1.05) if toy else 1.0),
        thickness=tailed(rng, 0.1 if toy else 0.03, 0.4, 0.012, 0.16),
        back=tailed(rng, back, 0.2, 0.14, 0.95),
        tilt=float(np.clip(rng.normal(14 if proportion == "lounge" else 8, 5), 0, 28)),
        narrowing=1.0 if chance(rng, 0.4) else between(rng, 0.78, 1.0),
        stock=tailed(rng, 0.095, 0.25, 0.06, 0.16) if toy else tailed(rng, 0.037, 0.25, 0.018, 0.075),
        taper=between(rng, 0.85, 1.0) if toy else between(rng, 0.45, 1.0),
        splay=0.0 if chance(rng, 0.4) else between(rng, 0.0, 0.09),
    )
