"""The sizes that every part of one table shares."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.categories.furniture.draw import between, chance, tailed


@dataclass(frozen=True)
class Measures:
    """Sizes in metres; the table is centred on the Y axis, its long side along X.

    Attributes:
        length: Full length of the top along x.
        depth: Full depth of the top along z, at most the length.
        height: Height of the top's upper face.
        thickness: Thickness of the top.
        stock: Thickness of a leg.
        taper: Thickness of a leg's foot relative to its top.
        splay: How far the feet stand outside of the legs' tops.
        inset: How far the legs stand inside of the top's edge.
    """

    length: float
    depth: float
    height: float
    thickness: float
    stock: float
    taper: float
    splay: float
    inset: float

    @property
    def bottom(self) -> float:
        """Height of the underside of the top."""
        return self.height - self.thickness

    @property
    def into(self) -> float:
        """Height at which what carries the top may end: inside of the top."""
        return self.height - 0.6 * self.thickness


# use: (length, depth / length, height), medians in metres
SIZES = {
    "dining": (1.45, 0.57, 0.75),
    "cafe": (0.75, 0.97, 0.74),
    "coffee": (0.95, 0.62, 0.41),
    "side": (0.48, 0.9, 0.53),
    "bar": (0.66, 0.9, 1.04),
    "console": (1.15, 0.33, 0.8),
    "desk": (1.3, 0.5, 0.74),
    "bench": (1.6, 0.45, 0.88),
    "toy": (1.0, 0.75, 0.55),
    "kids": (0.7, 0.75, 0.48),
}


def measures(rng: np.random.Generator, use: str) -> Measures:
    """Draw the sizes of a table for one of the uses in SIZES."""
    long, ratio, high = SIZES[use]
    length = tailed(rng, long, 0.24, long * 0.5, long * 2.0)
    toy = use == "toy"
    heaviest = min(0.16 * length, (0.4 if toy else 0.22) * high)
    stock = tailed(rng, 0.12 if toy else 0.055, 0.3 if toy else 0.38, 0.022, 0.2)
    return Measures(
        length=length,
        depth=length * min(1.0, tailed(rng, ratio, 0.2, 0.25, 1.0)),
        height=tailed(rng, high, 0.13, high * 0.6, high * 1.35),
        thickness=tailed(rng, 0.09 if toy else 0.032, 0.5, 0.013, 0.16),
        stock=min(stock, heaviest),
        taper=between(rng, 0.85, 1.0) if toy else between(rng, 0.4, 1.0),
        splay=0.0 if chance(rng, 0.55) else between(rng, 0.0, 0.16) * high,
        inset=0.0 if chance(rng, 0.3) else between(rng, 0.0, 0.09) * length,
    )
