"""The sizes that every part of one cabinet shares."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.categories.furniture.draw import between, chance, tailed


@dataclass(frozen=True)
class Measures:
    """Sizes in metres; the carcass is centred on the Y axis and its front lies at z = depth / 2.

    Attributes:
        width: Width of the carcass.
        height: Height of the carcass' upper edge above the floor.
        depth: Depth of the carcass.
        lift: Height of the carcass' underside: what the stand is high.
        board: Thickness of its boards.
        gap: Joint between neighbouring fronts.
        relief: How far fronts stand before the carcass; negative where they are let into it.
        stock: Thickness of a leg.
        toy: Whether it is a chunky model of few parts, as in games.
    """

    width: float
    height: float
    depth: float
    lift: float
    board: float
    gap: float
    relief: float
    stock: float
    toy: bool

    @property
    def front(self) -> float:
        """The z of the carcass' front edge."""
        return self.depth / 2

    @property
    def inset(self) -> bool:
        """Whether fronts lie between the boards instead of before them."""
        return self.relief < 0.004


def measures(
    rng: np.random.Generator, size: tuple[float, float, float], lift: tuple[float, float], toy: bool
) -> Measures:
    """Draw sizes around typical (width, height, depth) and between the ends of `lift`."""
    spread = 0.3 if toy else 0.24
    width, height, depth = (
        tailed(rng, v, s, v * 0.45, v * 2.2) for v, s in zip(size, (spread, 0.2, 0.18), strict=True)
    )
    if toy:
        depth = max(depth, min(width, height) * between(rng, 0.45, 1.0))
    least = min(width, height)
    board = tailed(rng, 0.07 if toy else 0.022, 0.3 if toy else 0.35, 0.012, 0.09)
    return Measures(
        width=width,
        height=height,
        depth=depth,
        lift=min(between(rng, *lift) * (between(rng, 1.0, 1.8) if toy else 1.0), 0.45 * height),
        board=min(board, 0.12 * least, 0.2 * depth),
        gap=between(rng, 0.006, 0.03) if toy else tailed(rng, 0.004, 0.5, 0.0015, 0.02),
        relief=_relief(rng, toy),
        stock=min(tailed(rng, 0.1 if toy else 0.048, 0.3, 0.02, 0.18), 0.22 * least, 0.3 * depth),
        toy=toy,
    )


def _relief(rng: np.random.Generator, toy: bool) -> float:
    """Fronts lie before the carcass, now and then flush with it or let in."""
    if toy:
        return between(rng, 0.015, 0.06)
    return between(rng, -0.01, 0.003) if chance(rng, 0.3) else between(rng, 0.006, 0.026)
