"""What belongs to a mug besides body and handle: saucers, lids, bands, a rolled rim."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance
from training.categories.mug.vessel import Vessel
from training.solids import Solid, box, ellipsoid, lathe, rod, tube


def saucer(rng: np.random.Generator, foot: float, widest: float, sides: int) -> tuple[Solid, float]:
    """A saucer on the floor, and the height of its well, where the cup stands."""
    r = max(widest * between(rng, 1.15, 1.75), foot * 1.3)
    t, rise = 0.035 * r * between(rng, 0.7, 1.6), r * between(rng, 0.06, 0.24)
    well, ring = foot * between(rng, 1.04, 1.25), foot * between(rng, 0.7, 1.0)
    well = min(well, 0.9 * r)
    low = r * between(rng, 0.02, 0.05)
    middle, part = (well + r) / 2, between(rng, 0.3, 0.7)
    under = [(0.0, 0.0), (ring, 0.0), (ring * 1.04, low), (middle, low + part * rise), (r, low + rise)]
    over = [(r, low + rise + t), (middle, low + part * rise + t), (well, low + t), (0.0, low + t)]
    return lathe(np.array(under + over), sides=sides), low + t


def dome_lid(rng: np.random.Generator, v: Vessel) -> list[Solid]:
    """A stein's closed lid with its knob and thumb lever."""
    h, r = v.height, float(v.radii[-1])
    rise = r * between(rng, 0.15, 0.7)
    profile = [(0, h - 0.3 * v.wall), (1.02 * r, h - 0.3 * v.wall), (1.05 * r, h + 0.08 * r),
               (0.85 * r, h + 0.5 * rise), (0.5 * r, h + 0.85 * rise),
               (0.2 * r, h + rise), (0, h + rise)]  # fmt: skip
    solids = [lathe(np.array(profile))]
    if chance(rng, 0.7):
        knob = r * between(rng, 0.07, 0.16)
        solids.append(ellipsoid((knob, 1.2 * knob, knob), (0, h + rise + 0.9 * knob, 0)))
    lever = r * between(rng, 0.25, 0.5)
    solids.append(rod((-0.97 * r, h - 0.02 * r, 0), (-1.12 * r, h + lever, 0), 0.07 * r, 0.1 * r))
    return solids


def travel_lid(rng: np.random.Generator, v: Vessel) -> list[Solid]:
    """A closed drinking lid: a stepped cap, sometimes with a slider or a spout."""
    h, r = v.height, float(v.radii[-1])
    step, top = h * between(rng, 0.02, 0.05), h * between(rng, 0.05, 0.14)
    out, inset = r * between(rng, 0.98, 1.08), r * between(rng, 0.7, 0.98)
    profile = [
        (0, h - step),
        (out, h - step),
        (out, h + step),
        (inset, h + top),
        (0, h + top * between(rng, 0.6, 1.0)),
    ]
    solids = [lathe(np.array(profile))]
    if chance(rng, 0.5):
        solids.append(box((0.35 * r, 0.5 * top, 0.3 * r), (0, h + 0.9 * top, 0.5 * inset), 0.05 * r))
    return solids


def rolled_rim(v: Vessel, size: float) -> Solid:
    """The bead round the edge of an enamel mug."""
    angle = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    r = float(v.radii[-1]) - 0.5 * v.wall
    path = np.stack([r * np.cos(angle), np.full(24, v.height), r * np.sin(angle)], 1)
    return tube(path, size, closed=True, sides=6)


def band(v: Vessel, low: float, high: float, out: float) -> Solid:
    """A ring round the body between two heights: a hoop, a grip or a painted stripe."""
    y = np.unique(np.concatenate([[low, high], v.heights[(v.heights > low) & (v.heights < high)]]))
    r = v.radius(y)
    inner = [(float(a) - 0.5 * v.wall, float(b)) for a, b in zip(r, y, strict=True)]
    outer = [(float(a) + out, float(b)) for a, b in zip(r, y, strict=True)]
    return lathe(np.array(inner + outer[::-1]), sides=v.sides)
