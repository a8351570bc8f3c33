"""The kinds of mugs and cups, with the sizes and outer lines each of them has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Range = tuple[float, float]
Weights = Mapping[str, float]
# Outer lines: (share of the height, range of the share of the greatest radius).
Line = tuple[tuple[float, Range], ...]
STURDY: Weights = {
    "C": 5,
    "D": 4.5,
    "ear": 3,
    "angular": 1.5,
    "seven": 0.5,
    "ring": 0.5,
    "hook": 0.12,
    "none": 0.5,
}
FINE: Weights = {
    "C": 2.5,
    "D": 0.7,
    "ear": 5,
    "ring": 2.5,
    "seven": 1.2,
    "angular": 0.6,
    "hook": 0.2,
    "none": 0.5,
}
KIT: Weights = {"angular": 7, "D": 2, "C": 2, "ring": 1, "seven": 0.7, "none": 0.5}
SOUP: Weights = {"C": 4, "ear": 3, "D": 2, "ring": 1, "angular": 1, "double": 1.5, "none": 0.4}


@dataclass(frozen=True)
class MugType:
    """Ranges of one kind.

    Attributes:
        weight: How common the kind is.
        tall: Height over greatest diameter.
        lines: Outer lines to choose from.
        wall: Wall thickness over height.
        handles: Weights of handles.
        foot: Probability of a foot ring.
        bowl: Height under which the inside is a bowl, over the height.
        saucer: Probability of a saucer.
        full: Probability that it is filled.
    """

    weight: float
    tall: Range
    lines: tuple[Line, ...]
    wall: Range = (0.025, 0.065)
    handles: Weights = field(default_factory=lambda: STURDY)
    foot: float = 0.15
    bowl: Range = (0.08, 0.25)
    saucer: float = 0.02
    full: float = 0.12


STRAIGHT: Line = ((0, (0.9, 1.0)), (0.05, (0.97, 1.0)), (0.5, (0.985, 1.0)), (1, (0.985, 1.0)))
TAPERED: Line = ((0, (0.55, 0.88)), (0.06, (0.62, 0.92)), (1, (1, 1)))
SPREAD: Line = ((0, (1, 1)), (0.08, (0.98, 1.0)), (1, (0.66, 0.94)))
BARREL: Line = (
    (0, (0.62, 0.86)),
    (0.25, (0.88, 0.96)),
    (0.55, (1, 1)),
    (0.85, (0.88, 0.97)),
    (1, (0.78, 0.93)),
)
POT: Line = ((0, (0.5, 0.8)), (0.12, (0.8, 0.93)), (0.35, (1, 1)), (0.75, (0.8, 0.95)), (1, (0.78, 1.0)))
BELL: Line = ((0, (0.45, 0.65)), (0.08, (0.55, 0.7)), (0.45, (0.66, 0.8)), (0.8, (0.82, 0.92)), (1, (1, 1)))
TULIP: Line = ((0, (0.42, 0.62)), (0.1, (0.62, 0.76)), (0.35, (0.84, 0.95)), (0.7, (0.8, 0.9)), (1, (1, 1)))
BOWL: Line = ((0, (0.36, 0.58)), (0.1, (0.52, 0.72)), (0.35, (0.76, 0.9)), (0.7, (0.93, 0.98)), (1, (1, 1)))
CUP: Line = ((0, (0.4, 0.6)), (0.07, (0.52, 0.68)), (0.5, (0.74, 0.9)), (1, (1, 1)))
FLARED: Line = (
    (0, (0.36, 0.55)),
    (0.12, (0.56, 0.74)),
    (0.4, (0.74, 0.86)),
    (0.8, (0.83, 0.92)),
    (1, (1, 1)),
)
WAIST: Line = ((0, (0.82, 1.0)), (0.08, (0.86, 1.0)), (0.45, (0.7, 0.86)), (1, (0.9, 1.0)))
PEDESTAL: Line = (
    (0, (0.44, 0.66)), (0.04, (0.42, 0.62)), (0.1, (0.26, 0.4)), (0.17, (0.32, 0.48)),
    (0.35, (0.7, 0.84)), (0.65, (0.88, 0.97)), (1, (1, 1)),
)  # fmt: skip
GOBLET: Line = (
    (0, (0.55, 0.85)), (0.05, (0.5, 0.75)), (0.14, (0.14, 0.28)), (0.3, (0.14, 0.3)),
    (0.42, (0.6, 0.85)), (0.65, (0.9, 1.0)), (1, (0.85, 1.0)),
)  # fmt: skip
JAR: Line = ((0, (0.88, 0.96)), (0.05, (0.97, 1.0)), (0.72, (1, 1)), (0.84, (0.78, 0.86)), (1, (0.8, 0.88)))
TRAVEL: Line = ((0, (0.62, 0.86)), (0.05, (0.65, 0.88)), (0.4, (0.7, 0.93)), (0.8, (0.94, 0.99)), (1, (1, 1)))

TYPES: dict[str, MugType] = {
    "straight": MugType(20, (0.88, 1.4), (STRAIGHT,)),
    "tapered": MugType(7, (0.75, 1.4), (TAPERED,)),
    "spread": MugType(3, (0.75, 1.3), (SPREAD, WAIST)),
    "barrel": MugType(5, (0.72, 1.25), (BARREL, POT), foot=0.25),
    "bell": MugType(3, (0.75, 1.25), (BELL, FLARED), foot=0.25),
    "tulip": MugType(3, (0.7, 1.2), (TULIP,), foot=0.35),
    "tea cup": MugType(13, (0.45, 0.85), (BOWL, CUP, FLARED, TULIP), (0.02, 0.05), FINE,
                       foot=0.75, bowl=(0.25, 0.5), saucer=0.12),
    "pedestal cup": MugType(4, (0.55, 1.0), (PEDESTAL,), (0.018, 0.045), FINE,
                            foot=0, bowl=(0.4, 0.6), saucer=0.1),
    "cup and saucer": MugType(6, (0.45, 0.95), (BOWL, CUP, TAPERED, STRAIGHT, FLARED), (0.02, 0.055), FINE,
                              foot=0.5, bowl=(0.2, 0.5), saucer=1, full=0.3),
    "espresso": MugType(5, (0.75, 1.15), (TAPERED, BOWL, STRAIGHT, BARREL), (0.04, 0.08), FINE,
                        foot=0.3, bowl=(0.2, 0.4), saucer=0.2, full=0.25),
    "stein": MugType(5, (1.1, 1.8), (STRAIGHT, SPREAD, BARREL, TAPERED), (0.03, 0.07),
                     foot=0.1, bowl=(0.05, 0.12), saucer=0, full=0.2),
    "enamel": MugType(4.5, (0.75, 1.08), (STRAIGHT, TAPERED), (0.012, 0.025), foot=0, bowl=(0.04, 0.1)),
    "square": MugType(3.5, (0.75, 1.4), (STRAIGHT, TAPERED, SPREAD)),
    "latte": MugType(4.5, (1.15, 1.8), (TAPERED, BELL, STRAIGHT), (0.018, 0.045)),
    "travel": MugType(4, (1.1, 1.8), (TRAVEL, TAPERED, STRAIGHT), (0.03, 0.05),
                      {"D": 4, "C": 2, "ear": 1.5, "angular": 1, "none": 3.2}, foot=0.1, full=0),
    "soup": MugType(4, (0.45, 0.78), (BOWL, CUP, STRAIGHT, BARREL, TAPERED), (0.035, 0.075), SOUP,
                    foot=0.3, bowl=(0.15, 0.45), full=0.2),
    "goblet": MugType(1.5, (1.1, 1.8), (GOBLET,), (0.02, 0.045), FINE, foot=0, bowl=(0.5, 0.65), saucer=0),
    "jar": MugType(1.2, (1.1, 1.6), (JAR,), (0.02, 0.04)),
    "fluted": MugType(1.8, (0.6, 1.4), (STRAIGHT, TAPERED, BOWL, BARREL)),
    "kit": MugType(15, (0.5, 1.5), (STRAIGHT, TAPERED, CUP, BOWL, BARREL, SPREAD), (0.04, 0.1), KIT,
                   foot=0.08, bowl=(0.05, 0.2), saucer=0.06, full=0.4),
}  # fmt: skip
