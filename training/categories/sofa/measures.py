"""The sizes and the softness that every part of one sofa shares."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.categories.furniture.draw import between, chance, tailed
from training.solids import Solid

Role = str
"""What a part is made of: "body", "cushion", "leg" or "pillow"."""
Group = list[tuple[Role, Solid]]


@dataclass(frozen=True)
class Sizes:
    """Sizes of one sofa, metres; its back is at z = 0 and its front at z = depth.

    Attributes:
        seats: How many people sit side by side.
        width: From arm to arm, outside.
        depth: From the back's rear to the front of the deck.
        seat: Height of the top of the seat cushions.
        low: Height of the body's underside above the floor.
        arm: Width of an arm.
        arm_top: Height of an arm.
        back_top: Height of the back's frame.
        back: Thickness of the back's frame.
        cushion: Thickness of the seat cushions.
        soft: Radius of the body's edges.
        rake: How far the back's top stands behind its foot.
    """

    seats: int
    width: float
    depth: float
    seat: float
    low: float
    arm: float
    arm_top: float
    back_top: float
    back: float
    cushion: float
    soft: float
    rake: float

    @property
    def deck(self) -> float:
        """Height of what the seat cushions lie on."""
        return self.seat - 0.85 * self.cushion

    @property
    def inner(self) -> float:
        """Width between the arms."""
        return self.width - 2 * self.arm


@dataclass(frozen=True)
class Padding:
    """How the loose cushions of one sofa are made.

    Attributes:
        edge: Radius of a seat cushion's edges relative to its thickness, up to 0.5.
        crown: How far a seat cushion bulges.
        overhang: How far seat cushions stand before the deck.
        back_edge: Radius of a back cushion's edges relative to its thickness.
        back_depth: Thickness of the back cushions.
        back_rise: Their top above the back's top, negative below.
        lean: Their slope, degrees.
        plump: Whether back cushions swell like pillows.
    """

    edge: float
    crown: float
    overhang: float
    back_edge: float
    back_depth: float
    back_rise: float
    lean: float
    plump: bool


def sizes(rng: np.random.Generator, seats: int, base: str, arms: str) -> Sizes:
    """Draw sizes for a number of seats, on a kind of base, between a kind of arms."""
    arm = tailed(
        rng,
        *{"none": (0.0, 0.0, 0.0, 0.0), "panel": (0.06, 0.4, 0.02, 0.14)}.get(arms, (0.17, 0.45, 0.05, 0.42)),
    )
    width = seats * tailed(rng, 0.64 if seats > 1 else 0.72, 0.17, 0.42, 1.0) + 2 * arm
    seat = tailed(rng, 0.43, 0.14, 0.26, 0.6)
    back_top = seat + tailed(rng, 0.38, 0.3, 0.12, 0.85)
    arm_top = min(back_top, seat + tailed(rng, 0.18, 0.45, -0.02, 0.45))
    if arms == "tuxedo":
        arm_top = back_top
    cushion = min(tailed(rng, 0.16, 0.3, 0.06, 0.28), 0.6 * seat)
    low = (
        0.0 if base in ("floor", "skirt") else min(tailed(rng, 0.12, 0.5, 0.02, 0.26), seat - cushion - 0.04)
    )
    rake = between(rng, 0.02, 0.2) if chance(rng, 0.55) else 0.0
    depth, back = tailed(rng, 0.9, 0.15, 0.6, 1.4), tailed(rng, 0.17, 0.4, 0.05, 0.38)
    soft = between(rng, 0.0, 0.08) if chance(rng, 0.85) else 0.0
    return Sizes(seats, width, depth, seat, low, arm, arm_top, back_top, back, cushion, soft, rake)


def padding(rng: np.random.Generator) -> Padding:
    """Draw how the cushions are made: from crisp foam blocks to down pillows."""
    return Padding(
        edge=0.0 if chance(rng, 0.15) else between(rng, 0.04, 0.5),
        crown=between(rng, 0.0, 0.05) if chance(rng, 0.4) else 0.0,
        overhang=between(rng, -0.02, 0.06),
        back_edge=0.0 if chance(rng, 0.12) else between(rng, 0.08, 0.5),
        back_depth=tailed(rng, 0.16, 0.3, 0.07, 0.3),
        back_rise=tailed(rng, 0.16, 0.5, 0.02, 0.4) - 0.17,
        lean=between(rng, 0.0, 16.0),
        plump=chance(rng, 0.4),
    )
