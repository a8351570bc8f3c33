"""The boards one sits on and leans against: slats, planks, panels, lattices, spindles."""

from __future__ import annotations

import numpy as np

from training.categories.bench.measures import Sizes
from training.categories.furniture.draw import between, chance
from training.categories.furniture.outlines import Points
from training.categories.furniture.slabs import resampled
from training.solids import Solid, bar, box, cylinder, extrusion

SEAT_KINDS = ("slats", "planks", "slab", "cross slats", "contour")
BACK_KINDS = (
    "slats", "planks", "board", "upright", "spindles", "panel", "lattice", "cross", "arched", "splats",
    "rods",
)  # fmt: skip


def along(curve: Points, count: int, fill: float, thick: float, length: float) -> list[Solid]:
    """Slats of full length laid side by side along a side view (k, 2) of (z, y)."""
    places = resampled(curve, 2 * count + 1)
    total = float(np.linalg.norm(np.diff(curve, axis=0), axis=1).sum())
    made = []
    for i in range(count):
        (z0, y0), (z, y), (z1, y1) = places[2 * i], places[2 * i + 1], places[2 * i + 2]
        slope = float(np.degrees(np.arctan2(y1 - y0, z1 - z0)))
        made.append(
            box((length, thick, fill * total / count), round=0.15 * thick * (count < 5))
            .turned("x", -slope)
            .moved(0, y, z)
        )
    return made


def seat(rng: np.random.Generator, kind: str, s: Sizes) -> list[Solid]:
    """A seat of one of SEAT_KINDS ("contour" belongs to `contour`)."""
    middle, dip = s.seat - s.thick / 2 - 0.004, between(rng, 0.0, 0.6) * s.thick
    flat = np.array([[s.rear, middle - dip], [-s.rear, middle]])
    if kind == "slats":
        return along(flat, int(rng.integers(3, 10)), between(rng, 0.6, 0.92), s.thick, s.length)
    if kind == "planks":
        return along(flat, int(rng.integers(2, 4)), between(rng, 0.88, 0.98), s.thick * 1.3, s.length)
    if kind == "cross slats":
        count = int(s.length / between(rng, 0.07, 0.16))
        pitch = s.length / count
        made = [
            box((0.75 * pitch, s.thick, s.depth), ((i + 0.5) * pitch - s.length / 2, s.seat - s.thick / 2, 0))
            for i in range(count)
        ]
        rails = [
            box((s.length, s.thick, 0.04), (0, s.bottom - 0.3 * s.thick, a * 0.35 * s.depth)) for a in (-1, 1)
        ]
        return made + rails
    return [
        box(
            (s.length, s.thick * 1.2, s.depth),
            (0, s.seat - 0.6 * s.thick - 0.002, 0),
            between(rng, 0.0, 0.4) * s.thick,
        )
    ]


def contour(rng: np.random.Generator, s: Sizes, depth_of_dip: float) -> Points:
    """Side view of a seat that flows into its back: front edge, dip, bend, top."""
    roll, front, flat = between(rng, 0.0, 0.05), -s.rear, s.seat - s.thick / 2
    middle = (s.seat + s.top) / 2
    points = [[front + 0.01, s.seat - roll], [front - 0.06, flat], [0.0, flat - depth_of_dip]]
    points += [[s.rear + 0.08, flat - 0.6 * depth_of_dip], [s.rear, s.seat + 0.06]]
    points += [[s.back_at(middle) + between(rng, -0.01, 0.02), middle], [s.back_at(s.top) - roll, s.top]]
    return np.array(points)


def back(rng: np.random.Generator, kind: str, s: Sizes, half: float) -> list[Solid]:
    """A back of one of BACK_KINDS between x = -half and half, in the plane of the back."""
    gap = between(rng, 0.04, 0.16)
    low, t = min(s.seat + gap, s.top - 0.12), max(0.016, s.thick * 0.8)
    if kind in ("slats", "planks", "board", "rods"):
        return [s.leaned(solid) for solid in _level(rng, kind, s.top, low, t, half)]
    rail = between(rng, 0.04, 0.1)
    frame = [_rail(half, s.top - rail / 2, rail, t * 1.3), _rail(half, low, min(rail, 0.06), t * 1.3)]
    if kind == "arched":
        frame = [_arch(rng, half, s.top, rail, t * 1.3), frame[1]]
    fill = {"panel": _panel, "lattice": _lattice, "cross": _crosses, "splats": _upright}.get(kind, _upright)
    top = s.top - rail * (0.3 if kind != "arched" else 0.9)
    return [s.leaned(solid) for solid in frame + fill(rng, kind, half, low, top, t)]


def _rail(half: float, y: float, high: float, t: float) -> Solid:
    return box((2 * half, high, t), (0, y, 0))


def _level(rng: np.random.Generator, kind: str, top: float, low: float, t: float, half: float) -> list[Solid]:
    """Boards along x, one above the other."""
    if kind == "board":
        high = (top - low) * between(rng, 0.35, 1.0)
        return [box((2 * half, high, t * 1.2), (0, top - high / 2, 0), 0.3 * t)]
    if kind == "rods":
        count = int(rng.integers(2, 7))
        return [
            cylinder(0.6 * t, 2 * half, (0, y, 0), axis="x", sides=10)
            for y in np.linspace(low, top - t, count)
        ]
    count = int(rng.integers(3, 8)) if kind == "slats" else int(rng.integers(1, 4))
    pitch, fill = (top - low) / count, between(rng, 0.55, 0.92)
    return [_rail(half, low + (i + 0.5) * pitch, fill * pitch, t) for i in range(count)]


def _arch(rng: np.random.Generator, half: float, top: float, rail: float, t: float) -> Solid:
    """A top rail that rises to its middle in a bow, a gable or steps, as Lutyens drew it."""
    u = np.linspace(-1.0, 1.0, 17)
    rise = between(rng, 0.03, 0.16)
    lift = {0: 1 - u**2, 1: 1 - np.abs(u), 2: np.clip(2.5 - 5 * np.abs(u), 0.0, 1.0)}[
        int(rng.choice([0, 0, 1, 2]))
    ]
    edge = np.stack([half * u, top + rise * (lift - 1.0)], axis=1)
    lower = np.stack([half * u[::-1], edge[::-1, 1] - rail], axis=1)
    return extrusion(np.concatenate([edge, lower]), t, axis="z")


def _upright(
    rng: np.random.Generator, kind: str, half: float, low: float, top: float, t: float
) -> list[Solid]:
    """Slats or spindles from rail to rail."""
    wide = {"spindles": 0.02, "splats": between(rng, 0.12, 0.3)}.get(kind, between(rng, 0.03, 0.09))
    pitch = wide * between(rng, 1.3, 2.6) + (0.05 if kind == "spindles" else 0.0)
    count = max(2, min(26, int(2 * half / pitch)))
    at = np.linspace(-half, half, count + 2)[1:-1]
    drop = 0.16 * (at / half) ** 2 if kind == "arched" else 0.0 * at
    if kind == "spindles" and chance(rng, 0.5):
        return [cylinder(0.009, top - low, (x, (top + low) / 2, 0), sides=8) for x in at]
    return [
        box((wide, top - d - low, 0.6 * t), (x, (top - d + low) / 2, 0))
        for x, d in zip(at, drop, strict=True)
    ]


def _panel(rng: np.random.Generator, kind: str, half: float, low: float, top: float, t: float) -> list[Solid]:
    """A board, or two or three boards between stiles."""
    made = [box((2 * half, top - low, 0.6 * t), (0, (top + low) / 2, 0))]
    for x in np.linspace(-half, half, int(rng.integers(2, 6)))[1:-1]:
        made.append(box((0.05, top - low, 1.2 * t), (x, (top + low) / 2, 0)))
    return made


def _lattice(
    rng: np.random.Generator, kind: str, half: float, low: float, top: float, t: float
) -> list[Solid]:
    """Diagonal bars both ways, in one or several fields."""
    high = top - low
    count = max(2, int(2 * half / (high * between(rng, 0.5, 1.0))))
    pitch, made = 2 * half / count, []
    for i in range(count):
        x = -half + i * pitch
        made += [
            bar((x, low, 0), (x + pitch, top, 0), 0.025, 0.5 * t),
            bar((x + pitch, low, 0), (x, top, 0), 0.025, 0.5 * t),
        ]
    return made


def _crosses(
    rng: np.random.Generator, kind: str, half: float, low: float, top: float, t: float
) -> list[Solid]:
    """One, two or three big crosses between uprights."""
    count = int(rng.integers(1, 4))
    pitch, made = 2 * half / count, []
    for i in range(count):
        x = -half + i * pitch
        made += [
            bar((x, low, 0), (x + pitch, top, 0), 0.04, 0.6 * t),
            bar((x + pitch, low, 0), (x, top, 0), 0.04, 0.6 * t),
        ]
        if i:
            made.append(bar((x, low, 0), (x, top, 0), 0.05, t))
    return made
