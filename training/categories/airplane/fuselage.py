"""The fuselage: superelliptic sections along z, one unit long, its nose at z = 0.5."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from training.categories.airplane.types import AirType, Range
from training.categories.furniture.draw import between, chance
from training.categories.vehicle.sections import stacked, superellipse
from training.solids import Solid

Float = NDArray[np.float64]


@dataclass(frozen=True)
class Fuselage:
    """The lines of a fuselage; methods take z as an array (m,). See `AirType` for most measures.

    Attributes:
        half_width: Half the greatest width.
        half_height: Half the greatest height, without the cabin's bump.
        boxy: Superellipse exponent.
        nose: Length of the nose.
        blunt: First section over the full one.
        droop: Height of the nose's tip over half_height, negative is down.
        nose_power: Exponent of the nose's curve: 1 a cone, 2 an ellipse.
        tail: Length of the tail.
        tail_end: Last section over the full one.
        tail_width: Width of the last section over the full one.
        tail_power: Exponent of the tail's taper: 1 a cone, more is later and rounder.
        rise: Share of the taper that the lower line takes.
        bump: Height of the cabin over half_height.
        bump_z: z where the bump begins, is full, ends to be full, and ends: falling.
        sides: Corners of a section.
    """

    half_width: float
    half_height: float
    boxy: float
    nose: float
    blunt: float
    droop: float
    nose_power: float
    tail: float
    tail_end: float
    tail_width: float
    tail_power: float
    rise: float
    bump: float
    bump_z: tuple[float, float, float, float]
    sides: int

    def top(self, z: ArrayLike) -> Float:
        """Upper line (m,)."""
        return self._lines(z)[0]

    def bottom(self, z: ArrayLike) -> Float:
        """Lower line (m,)."""
        return self._lines(z)[1]

    def width(self, z: ArrayLike) -> Float:
        """Half width (m,)."""
        nose, tail = self._grown(z)
        return np.asarray(self.half_width * nose * (self.tail_width + (1 - self.tail_width) * tail))

    def middle(self, z: float) -> float:
        """Height of the section's centre."""
        return float(self.top([z])[0] + self.bottom([z])[0]) / 2

    def solid(self) -> Solid:
        """The whole fuselage."""
        return self._loft(self.stations(-0.5, 0.5), 0.0)

    def stations(self, rear: float, front: float) -> Float:
        """Z values at which the lines bend (m,), rising."""
        round_ = (1 - np.cos(np.linspace(0, np.pi / 2, 4 if self.sides < 9 else 8))) * self.nose
        tail = np.linspace(0, self.tail, 4 if self.sides < 9 else 7) - 0.5
        z = np.unique(np.concatenate([[rear, front], 0.5 - round_, tail, self.bump_z]))
        return np.asarray(z[(z >= rear - 1e-9) & (z <= front + 1e-9)])

    def ring(self, rear: float, front: float, out: float) -> Solid:
        """A painted ring round the fuselage between two stations."""
        return self._loft(self.stations(rear, front), out)

    def band(self, rear: float, front: float, low: float, high: float, out: float) -> Solid:
        """A strip on the right side between two angles in degrees, 0 at +x and 90 on top."""
        z = self.stations(rear, front)
        angle = np.radians(np.linspace(low, high, 5))
        outer, inner = self._points(z, angle, out), self._points(z, angle[::-1], -0.25 * self.half_width)
        return stacked(z, np.concatenate([outer, inner], axis=1))

    def _points(self, z: Float, angle: Float, out: float) -> Float:
        a, b = self.width(z)[:, None] + out, ((self.top(z) - self.bottom(z)) / 2)[:, None] + out
        c, s = np.cos(angle), np.sin(angle)
        radius = (np.abs(c) ** self.boxy + np.abs(s) ** self.boxy) ** (-1 / self.boxy)
        y = ((self.top(z) + self.bottom(z)) / 2)[:, None]
        return np.stack([np.maximum(a, 1e-4) * radius * c, y + np.maximum(b, 1e-4) * radius * s], axis=-1)

    def _loft(self, z: Float, out: float) -> Solid:
        top, bottom = self.top(z), self.bottom(z)
        rings = superellipse(self.width(z) + out, (top - bottom) / 2 + out, self.boxy, self.sides)
        rings[..., 1] += ((top + bottom) / 2)[:, None]
        return stacked(z, rings)

    def _grown(self, z: ArrayLike) -> tuple[Float, Float]:
        z = np.asarray(z, dtype=np.float64)
        near = np.clip((0.5 - z) / self.nose, 0, 1)
        far = np.clip((z + 0.5) / self.tail, 0, 1)
        nose = self.blunt + (1 - self.blunt) * (1 - (1 - near) ** self.nose_power) ** (1 / self.nose_power)
        return nose, 1 - (1 - far) ** self.tail_power

    def _lines(self, z: ArrayLike) -> tuple[Float, Float]:
        z = np.asarray(z, dtype=np.float64)
        nose, tail = self._grown(z)
        h = self.half_height
        centre = self.droop * h * (1 - nose)
        drop = 2 * h * (1 - self.tail_end) * (1 - tail)
        bump = np.interp(-z, -np.array(self.bump_z), [0.0, self.bump, self.bump, 0.0]) * h
        top = centre + h * nose - drop * (1 - self.rise) + bump
        bottom = centre - h * nose + drop * self.rise
        return np.maximum(top, bottom + 0.02 * h), bottom


def draw_range(rng: np.random.Generator, range_: Range) -> float:
    """Uniform in the range, now and then beyond its ends."""
    middle, half = (range_[0] + range_[1]) / 2, (range_[1] - range_[0]) / 2
    return middle + half * (between(rng, -1, 1) if chance(rng, 0.88) else between(rng, -1.3, 1.3))


def draw_fuselage(rng: np.random.Generator, kind: AirType, bumped: bool, low_poly: bool) -> Fuselage:
    """Draw a fuselage; `bumped` ones have a cabin that stands over cowling and tail."""
    half = draw_range(rng, kind.width) / 2
    end = min(max(draw_range(rng, kind.tail_end), 0.03), 0.95)
    start = between(rng, 0.22, 0.3)
    stop = between(rng, 0.42, 0.62)
    slope = between(rng, 0.03, 0.1)
    return Fuselage(
        half_width=half,
        half_height=half * draw_range(rng, kind.tall),
        boxy=max(1.6, draw_range(rng, kind.boxy)),
        nose=max(0.03, draw_range(rng, kind.nose)),
        blunt=min(max(0.02, draw_range(rng, kind.blunt)), 0.95),
        droop=between(rng, -0.45, 0.1),
        nose_power=between(rng, 1.3, 2.3),
        tail=min(max(0.06, draw_range(rng, kind.tail)), 0.8),
        tail_end=end,
        tail_width=min(end * between(rng, 0.3, 1.1), 0.95),
        tail_power=between(rng, 1.0, 1.8),
        rise=draw_range(rng, kind.rise),
        bump=between(rng, 0.25, 0.8) if bumped else 0.0,
        bump_z=(0.5 - start, 0.5 - start - slope, 0.5 - stop, 0.5 - stop - between(rng, 0.06, 0.3)),
        sides=int(rng.choice([6, 8, 10])) if low_poly else int(rng.choice([14, 18, 22])),
    )
