"""Benches curved in plan: arcs of stone or boards, rings round a tree."""

from __future__ import annotations

import numpy as np

from training.categories.bench.measures import Group, Sizes, sizes
from training.categories.bench.plan import Plan
from training.categories.bench.slabs import PILLARS, pillar
from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.furniture.outlines import Points, arc, regular, thick
from training.solids import Solid, bar, box, loft


def sector(radius: float, deep: float, span: float, y: tuple[float, float], middle: float = 270.0) -> Solid:
    """A block over part of a ring about the origin; its middle lies at `middle` degrees from +x to +z."""
    steps = int(np.clip(span / 7.0, 4, 40))
    line = arc(radius, radius, middle - span / 2, middle + span / 2, steps)
    return loft([(level, thick(line, deep)[:, ::-1]) for level in y], axis="y")


def curved(rng: np.random.Generator, p: Plan) -> Group:
    """An arc in plan, hollow to the front or to the rear, on pillars, panels or legs; some with a back."""
    s = sizes(rng)
    span = min(250.0, tailed(rng, 75.0, 0.45, 25.0, 250.0))
    radius = max(s.length / np.radians(span), 0.7 * s.depth)
    thickness = tailed(rng, 0.07, 0.5, 0.03, 0.2)
    outward = chance(rng, 0.3)
    bottom = s.seat - thickness
    made: Group = []
    if chance(rng, 0.3):
        count = int(rng.integers(2, 6))
        deep = s.depth / count
        made += [
            ("seat", sector(radius + (i - (count - 1) / 2) * deep, deep * 0.85, span, (bottom, s.seat)))
            for i in range(count)
        ]
        angles = np.linspace(-0.44 * span, 0.44 * span, max(3, int(span / 20)))
        batten = box((0.05, 0.035, 0.97 * s.depth), (0, bottom - 0.014, -radius))
        made += [("frame", batten.turned("y", -float(a))) for a in angles]
    else:
        made.append(("seat", sector(radius, s.depth, span, (bottom, s.seat))))
    made += _round_supports(rng, s, radius, span, bottom)
    if chance(rng, 0.3):
        made += _round_back(rng, s, radius + (s.depth / 2 - 0.02) * (-1 if outward else 1), span, bottom)
    return [(role, solid.mirrored("z") if outward else solid) for role, solid in made]


def _round_supports(rng: np.random.Generator, s: Sizes, radius: float, span: float, bottom: float) -> Group:
    """Pillars, walls across, legs in pairs, or a solid wall under an arc."""
    kind, into = pick(rng, {"pillar": 4, "wall": 1, "legs": 2, "across": 2}), bottom + 0.01
    if kind == "wall":
        return [
            (
                "frame",
                sector(radius, s.depth * between(rng, 0.4, 0.95), span * between(rng, 0.8, 1.0), (0.0, into)),
            )
        ]
    edge = span / 2 * between(rng, 0.6, 0.9)
    count = max(2, min(6, round(np.radians(span) * radius / between(rng, 0.6, 1.3))))
    seed, form, made = int(rng.integers(1 << 31)), str(rng.choice(PILLARS)), []
    for angle in np.linspace(-edge, edge, count):
        twin = np.random.default_rng(seed)
        if kind == "pillar":
            one = [pillar(twin, form, into, s.depth)]
        elif kind == "across":
            one = [box((between(twin, 0.03, 0.1), into, s.depth * 0.9), (0, into / 2, 0))]
        else:
            t = between(twin, 0.03, 0.07)
            one = [bar((0, 0, z), (0, into, z), t, t) for z in (-0.38 * s.depth, 0.38 * s.depth)]
        made += [("frame", solid.moved(z=-radius).turned("y", -float(angle))) for solid in one]
    return made


def _round_back(rng: np.random.Generator, s: Sizes, radius: float, span: float, bottom: float) -> Group:
    """A band above the seat on posts, or a wall from the seat up."""
    t = between(rng, 0.025, 0.09)
    if chance(rng, 0.5):
        return [("frame", sector(radius, t, span, (bottom, s.top)))]
    low = s.seat + between(rng, 0.08, 0.2)
    made: Group = [("seat", sector(radius, t, span, (min(low, s.top - 0.1), s.top)))]
    for angle in np.linspace(-0.46 * span, 0.46 * span, max(2, int(span / 25))):
        made.append(
            (
                "frame",
                bar((0, bottom, -radius), (0, s.top - 0.03, -radius), 0.04, t * 0.8).turned(
                    "y", -float(angle)
                ),
            )
        )
    return made


def ring(rng: np.random.Generator, p: Plan) -> Group:
    """A bench round a tree: a ring or polygon of boards on legs, with or without a back at its inner edge."""
    s = sizes(rng)
    sides, hole, lapped = int(rng.choice([4, 6, 6, 8, 36])), between(rng, 0.3, 0.9), chance(rng, 0.6)
    outer, made = hole + s.depth, []
    turn = np.pi / sides
    count = int(rng.integers(2, 5)) if lapped else 1
    deep = s.depth / count
    for i in range(count):
        inner = hole + i * deep
        made.append(
            (
                "seat",
                _annulus(sides, inner, inner + deep * (0.88 if lapped else 1.0), (s.bottom, s.seat), turn),
            )
        )
    legs = sides if sides < 12 else 8
    across = []
    for k in range(legs):
        a = 2 * np.pi * k / legs + turn
        across.append(
            box((outer - hole - 0.02, 0.06, 0.04), ((outer + hole) / 2, s.bottom - 0.025, 0)).turned(
                "y", -float(np.degrees(a))
            )
        )
        for r in (hole + 0.05, outer - 0.07):
            across.append(
                box((0.06, s.bottom, 0.05), (r, s.bottom / 2, 0)).turned("y", -float(np.degrees(a)))
            )
        if p.backed:
            across.append(
                bar((hole + 0.04, s.bottom, 0), (hole - 0.08, s.top - 0.02, 0), 0.045, 0.05).turned(
                    "y", -float(np.degrees(a))
                )
            )
    if p.backed:
        for y in np.linspace(s.top - 0.06, s.seat + 0.1, int(rng.integers(2, 4))):
            r = hole + 0.04 - 0.12 * (y - s.bottom) / (s.top - 0.02 - s.bottom)
            made.append(("seat", _annulus(sides, r - 0.012, r + 0.03, (y - 0.04, y + 0.04), turn)))
    return made + [("frame", solid) for solid in across]


def _annulus(sides: int, inner: float, outer: float, y: tuple[float, float], turn: float) -> Solid:
    """A flat ring with as many corners, closed by a seam of no width."""

    def loop(radius: float) -> Points:
        points = regular(sides, radius, turn)
        return np.concatenate([points, points[:1]])

    band = np.concatenate([loop(outer), loop(inner)[::-1]])
    return loft([(level, band[:, ::-1]) for level in y], axis="y")
