"""The lower body of a car: its width, upper and lower line along z, and lofts between any two stations."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from training.categories.car.plan import Plan
from training.categories.vehicle.sections import mirrored, rounded, stacked
from training.solids import Solid, box

Float = NDArray[np.float64]
STEP = 0.004


@dataclass(frozen=True)
class Hull:
    """The lines of the lower body of a planned car; every method takes z as an array (m,)."""

    plan: Plan

    def fullness(self, z: ArrayLike) -> tuple[Float, Float]:
        """Growth from 0 at the nose, and from 0 at the tail, to 1 where the body is full."""
        z, p = np.asarray(z, dtype=np.float64), self.plan
        front = np.clip((p.length / 2 - z) / p.nose_run, 0, 1)
        rear = np.clip((p.length / 2 + z) / p.tail_run, 0, 1)
        return self._grown(front), self._grown(rear)

    def half_width(self, z: ArrayLike) -> Float:
        """Half the greatest width (m,)."""
        front, rear = self.fullness(z)
        p = self.plan
        along = np.asarray(z, dtype=np.float64) / (p.length / 2)
        barrel = 1 - 0.3 * np.where(along > 0, p.plan_front, p.plan_rear) * np.abs(along) ** 3
        return np.asarray(
            p.width / 2 * barrel * (1 - p.plan_front * (1 - front)) * (1 - p.plan_rear * (1 - rear))
        )

    def top(self, z: ArrayLike) -> Float:
        """Height of the upper line: hood, belt, deck, and the rounded ends (m,)."""
        p = self.plan
        heights = np.interp(np.asarray(z, dtype=np.float64), *self._upper_line)
        front, rear = self.fullness(z)
        high = p.nose_face[1]
        nose = p.ground + (heights - p.ground) * (high + (1 - high) * front)
        return np.asarray(p.ground + (nose - p.ground) * (0.5 + 0.5 * high + (0.5 - 0.5 * high) * rear))

    def bottom(self, z: ArrayLike, arches: bool = True) -> Float:
        """Height of the lower line, raised over the wheels if `arches` (m,)."""
        p, z = self.plan, np.asarray(z, dtype=np.float64)
        front, rear = self.fullness(z)
        body = self.top(z) - p.ground
        lift = p.nose_face[0] * body * ((1 - front) + 0.8 * (1 - rear))
        low = p.ground + lift
        return np.maximum(low, np.minimum(self._arch(z), self.top(z) - 0.05 * p.height)) if arches else low

    def stations(self, start: float, end: float) -> Float:
        """Values of z between the two at which the lines bend, ends included (m,) rising."""
        p, parts = self.plan, [self._upper_line[0]]
        rounding = 1 - np.cos(np.linspace(0, np.pi / 2, 2 + 2 * p.steps))
        parts += [p.length / 2 - p.nose_run * rounding, p.tail_run * rounding - p.length / 2]
        if p.arch_gap >= 0:
            r = p.arch_radius
            turn = np.cos(np.linspace(0, np.pi, 7 if p.low_poly else 11)) * r
            parts += [axle + np.concatenate([turn, [r + STEP, -r - STEP]]) for axle in p.axles]
        z = np.unique(np.round(np.concatenate(parts), 5))
        inner = z[(z > start + STEP / 8) & (z < end - STEP / 8)]
        return np.concatenate([[start], inner, [end]])

    def body(self, start: float, end: float, ceiling: float | None = None) -> Solid:
        """The body between two stations, arches cut out; `ceiling` lowers its upper side to a floor."""
        z = self.stations(start, end)
        top, bottom = self.top(z), self.bottom(z)
        if ceiling is not None:
            top = np.minimum(top, ceiling)
            bottom = np.minimum(bottom, top - 0.02)
        return stacked(z, self._sections(z, bottom, top))

    def skirt(self, ceiling: float, lip: float, out: float) -> Solid:
        """A coloured lower part: the body up to `ceiling`, and `lip` over the arches, `out` wider."""
        z = self.stations(-self.plan.length / 2, self.plan.length / 2)
        top, bottom = self.top(z), self.bottom(z)
        edge = np.minimum(top - 0.01, np.maximum(np.minimum(top, ceiling), bottom + lip))
        grow = 1 + 2 * out / self.plan.width
        return stacked(z, self._sections(z, np.minimum(bottom, edge - 0.01), edge)).scaled(grow, 1, 1 + out)

    def core(self) -> Solid:
        """What fills the body between the wheels where the arches have cut it."""
        p = self.plan
        reach = p.arch_radius + 0.05 * p.length
        front, rear = min(p.axles[0] + reach, 0.46 * p.length), max(p.axles[1] - reach, -0.46 * p.length)
        z = np.linspace(rear, front, 9)
        half = min(float(self.half_width(z).min()) * 0.94, p.width / 2 + p.wheel_out) - 1.05 * p.wheel_width
        low = float(self.bottom(z, arches=False).max())
        high = min(float(self.top(z).min()) - 0.02, 2.2 * p.wheel_radius)
        half, high = max(half, 0.1 * p.width), max(high, low + 0.1)
        return box((2 * half, high - low, front - rear), (0, (low + high) / 2, (front + rear) / 2))

    def wall(self, start: float, end: float, thickness: float) -> Solid:
        """The right side of an open body, from the sill to the upper line."""
        z = self.stations(start, end)
        top, bottom, outer = self.top(z), self.bottom(z), self.half_width(z)
        p = self.plan
        inner = outer - thickness
        corners = [(inner, bottom), (outer * p.sill_in, bottom), (outer, (top + bottom) / 2)]
        corners += [(outer * p.shoulder_in, top), (inner * p.shoulder_in, top)]
        return stacked(z, np.stack([np.stack(c, axis=-1) for c in corners], axis=1))

    def band(
        self, start: float, end: float, low: float, high: float, out: float, shift: float = 0.0
    ) -> Solid:
        """A bumper: the body's plan outline between two heights, `out` wider, moved by `shift`."""
        z = self.stations(start, end)
        half = self.half_width(z) + out
        corners = [(half, np.full_like(z, low)), (half, np.full_like(z, high))]
        right = np.stack([np.stack(c, axis=-1) for c in corners], axis=1)
        return stacked(z, mirrored(right)).moved(0, 0, shift)

    def end_z(self, x: float, y: float, sign: int) -> float:
        """Where a line along z through (x, y) leaves the body at the nose (sign 1) or the tail (-1)."""
        z = sign * (self.plan.length / 2) * np.linspace(1.0, 0.7, 40)
        within = (self.half_width(z) >= abs(x)) & (self.top(z) >= y) & (self.bottom(z, arches=False) <= y)
        return float(z[np.argmax(within)]) if within.any() else float(z[0])

    @cached_property
    def _upper_line(self) -> tuple[Float, Float]:
        """Rising z and heights of hood, belt and deck, with a bulge along the hood."""
        p = self.plan
        nose, tail = p.length / 2, -p.length / 2
        hood = np.linspace(nose, p.cowl_z, 5)
        t = np.linspace(0, 1, 5)
        rise = p.nose_y + (p.cowl_y - p.nose_y) * t + 0.5 * p.crown * 4 * t * (1 - t)
        z = np.concatenate([hood, [p.back_z, tail]])
        y = np.concatenate([rise, [p.deck_y, p.tail_y]])
        return z[::-1].copy(), y[::-1].copy()

    def _grown(self, share: Float) -> Float:
        return np.asarray((1 - (1 - share) ** self.plan.end_power) ** (1 / self.plan.end_power))

    def _arch(self, z: Float) -> Float:
        p = self.plan
        arch = np.full_like(z, -np.inf)
        for axle in p.axles:
            depth = p.arch_radius**2 - (z - axle) ** 2
            arch = np.where(
                depth >= -1e-9, np.maximum(arch, p.wheel_radius + np.sqrt(np.maximum(depth, 0))), arch
            )
        return arch if p.arch_gap >= 0 else np.full_like(z, -np.inf)

    def _sections(self, z: Float, bottom: Float, top: Float) -> Float:
        """Closed sections (m, k, 2) of (x, y) between two lines."""
        p = self.plan
        half, tall = self.half_width(z), top - bottom
        full = np.maximum(self.top(z) - p.ground, 1e-3)
        waist = np.maximum(p.ground + p.waist * full, bottom + 0.3 * tall)
        waist = np.minimum(waist, top - 0.15 * tall)
        low = np.interp((bottom - p.ground) / full, [0, p.waist, 1], [p.sill_in, 1.0, p.shoulder_in])
        corners = [(half * low, bottom), (half, waist), (half * p.shoulder_in, top)]
        corners += [(half * p.shoulder_in * 0.45, top + p.crown * 0.8)]
        right = np.stack([np.stack(c, axis=-1) for c in corners], axis=1)
        return rounded(mirrored(right), min(p.edge, 0.3), p.steps)
