"""Deckhouses, wheelhouses, bridges, funnels: what stands on a deck."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.categories.boat.lines import Lines
from training.categories.boat.palette import Palette
from training.categories.furniture.draw import between, chance
from training.categories.furniture.outlines import Points, circle, rounded
from training.categories.vehicle.sections import stacked
from training.shape import Part
from training.solids import Solid, box, cylinder, rod, tube


@dataclass(frozen=True)
class House:
    """A closed house; the lean of each wall is how far its top stands inward.

    Attributes:
        rear: z of the after wall at its foot.
        front: z of the fore wall at its foot.
        low: Height of the foot.
        high: Height of the roof.
        width: Full width at the foot.
        lean_front: Inward lean of the front; negative leans forward.
        lean_rear: Inward lean of the back.
        lean_side: Inward lean of either side.
        nose: Front width over the rear width.
        corner: Radius of the upright edges over the width.
    """

    rear: float
    front: float
    low: float
    high: float
    width: float
    lean_front: float = 0.0
    lean_rear: float = 0.0
    lean_side: float = 0.0
    nose: float = 1.0
    corner: float = 0.0

    def outline(self, share: float, out: float = 0.0) -> Points:
        """The plan at a share of the height: (k, 2) of (z, x)."""
        half = self.width / 2 - share * self.lean_side + out
        rear, front = self.rear + share * self.lean_rear - out, self.front - share * self.lean_front + out
        ring = np.array([[rear, half], [rear, -half], [front, -half * self.nose], [front, half * self.nose]])
        return rounded(ring, self.corner * self.width, 3) if self.corner > 0.02 else ring

    def slab(self, bottom: float, top: float, out: float = 0.0) -> Solid:
        """The house between two shares of its height."""
        y = self.low + (self.high - self.low) * np.array([bottom, top])
        return stacked(y, np.stack([self.outline(bottom, out), self.outline(top, out)]), "y")

    def parts(self, rng: np.random.Generator, colours: Palette, windows: float = 0.85) -> list[Part]:
        """Walls, a window band or portholes, and perhaps a roof that overhangs."""
        parts = [Part(self.slab(0, 1), colours.house)]
        size = min(self.width, self.front - self.rear)
        if chance(rng, windows):
            low = between(rng, 0.35, 0.6)
            parts.append(
                Part(self.slab(low, min(0.93, low + between(rng, 0.2, 0.45)), 0.012 * size), colours.glass)
            )
        if chance(rng, 0.5):
            thick = (self.high - self.low) * between(rng, 0.04, 0.12)
            roof = stacked(
                [self.high - 0.1 * thick, self.high + thick],
                np.stack([self.outline(1.0, size * between(rng, 0.02, 0.14))] * 2),
                "y",
            )
            parts.append(Part(roof, colours.trim if chance(rng, 0.5) else colours.house))
        return parts


def funnel(
    rng: np.random.Generator, z: float, low: float, high: float, radius: float, colours: Palette, rake: float
) -> list[Part]:
    """A chimney of oval plan with a band, leaning aft by `rake`."""
    long, taper = between(rng, 1.0, 1.7), between(rng, 0.75, 1.0)
    ring = circle(radius * long, radius, 14)

    def at(share: float, out: float) -> Points:
        return ring * (1 + (taper - 1) * share) * out - [rake * share, 0] + [z, 0]

    y = low + (high - low) * np.array([0.0, 1.0])
    parts = [Part(stacked(y, np.stack([at(0, 1), at(1, 1)]), "y"), colours.trim)]
    if chance(rng, 0.6):
        a, b = (0.78, 1.02) if chance(rng, 0.6) else (0.5, 0.7)
        band = stacked(low + (high - low) * np.array([a, b]), np.stack([at(a, 1.05), at(b, 1.05)]), "y")
        parts.append(Part(band, colours.dark))
    return parts


def pole_mast(z: float, low: float, high: float, radius: float, yard: float) -> list[Solid]:
    """A signal mast with a yard."""
    y = low + 0.75 * (high - low)
    return [
        rod((0, low, z), (0, high, z), radius, 0.6 * radius),
        rod((-yard, y, z), (yard, y, z), 0.6 * radius),
    ]


def radar(z: float, low: float, width: float) -> list[Solid]:
    """A dome or a bar on a short post."""
    return [
        cylinder(0.12 * width, 0.4 * width, (0, low + 0.15 * width, z)),
        box((width, 0.14 * width, 0.2 * width), (0, low + 0.35 * width, z)),
    ]


def arch(half: float, low: float, high: float, z: float, rake: float, radius: float) -> Solid:
    """A tube over the boat: radar arches, gantries, A frames."""
    path = [(half, low, z), (0.85 * half, high, z - rake), (-0.85 * half, high, z - rake), (-half, low, z)]
    return tube(np.array(path), radius, sides=6)


def awning(half: float, rear: float, front: float, low: float, high: float, thick: float) -> list[Solid]:
    """A flat roof on four posts."""
    roof = box((2 * half, thick, front - rear), (0, high, (front + rear) / 2), 0.3 * thick)
    posts = [
        rod((x * 0.93 * half, low, z), (x * 0.93 * half, high, z), 0.3 * thick)
        for x in (-1, 1)
        for z in (rear + 0.05 * (front - rear), front - 0.05 * (front - rear))
    ]
    return [roof, *posts]


def deck_under(lines: Lines, rear: float, front: float) -> float:
    """The lowest sheer between two z: what stands there must begin below it."""
    return min(lines.top(float(z)) for z in np.linspace(rear, front, 5))


def room_on(lines: Lines, rear: float, front: float, share: float = 1.0) -> float:
    """Full width that fits on deck between two z."""
    y = deck_under(lines, rear, front)
    return 2 * share * min(lines.breadth(float(z), y) for z in np.linspace(rear, front, 5))
