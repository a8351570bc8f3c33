"""Backless benches: a top on legs, frames, blocks or trunks; straight and curved stone; rings round a tree."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.bench.measures import Group, Sizes, as_table, sizes
from training.categories.bench.plan import Plan
from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.furniture.outlines import Points, arc, circle, regular, thick
from training.categories.table.frames import FRAME_KINDS, frame_base
from training.categories.table.legsets import legset
from training.categories.table.measures import Measures
from training.categories.table.tops import outline_of, top
from training.solids import Solid, bar, box, cylinder, lathe, loft

SLAB_BASES = {
    "square": 4.0, "round": 1.5, "plank": 1, "turned": 0.7, "hairpin": 1, "braced": 0.7, "x legs": 0.3, "sled": 3,
    "trestle": 2, "x ends": 1.5, "a frame": 1, "panels": 4, "waterfall": 1.5, "six legs": 0.7,
}  # fmt: skip
SLAB_TOPS = {"rectangle": 6.0, "planks": 3, "rounded": 1.5, "live edge": 0.8, "boat": 0.4, "clipped": 0.6, "oval": 0.3, "trapezoid": 0.3}
UNDER = {"nothing": 4.0, "apron": 4, "stretchers": 3, "shelf": 1.3}
PILLARS = ("block", "tapered", "barrel", "drum", "baluster", "scroll", "rough")


def table_like(rng: np.random.Generator, m: Measures, bases: dict[str, float], tops: dict[str, float]) -> tuple[list[Solid], list[Solid]]:
    """What carries a low table, and its top."""
    base, kind = pick(rng, bases), pick(rng, tops)
    outline = outline_of(rng, kind, m)
    plate = top(rng, kind, m, outline)
    if base in FRAME_KINDS:
        return frame_base(rng, base, m, outline), plate
    return legset(rng, base, pick(rng, UNDER), m, outline), plate


def slab(rng: np.random.Generator, p: Plan) -> Group:
    """A plank, several planks or a board on a low table's base."""
    carrying, plate = table_like(rng, as_table(rng, sizes(rng)), SLAB_BASES, SLAB_TOPS)
    return [("frame", solid) for solid in carrying] + [("seat", solid) for solid in plate]


def stone(rng: np.random.Generator, p: Plan) -> Group:
    """A thick slab on two or three blocks or pillars."""
    s = sizes(rng)
    m = as_table(rng, s, heavy=True)
    m = replace(m, thickness=min(m.thickness, 0.45 * s.seat))
    kind = pick(rng, {"rectangle": 5, "rounded": 1.5, "clipped": 1.5, "boat": 0.3, "live edge": 0.7, "oval": 0.4})
    outline = outline_of(rng, kind, m)
    if kind == "oval":
        outline = circle(m.length / 2, m.depth / 2, 32, 2.6)
    plate = top(rng, "own", m, outline)
    made: Group = [("seat", solid) for solid in plate[:1]]
    form, count = str(rng.choice(PILLARS)), 2 if m.length < 2.2 or chance(rng, 0.6) else 3
    x = m.length * between(rng, 0.22, 0.4)
    one, wide = pillar(rng, form, m.into, m.depth), m.length / 2 - x
    wide = max(wide, 0.1)
    fit = min(1.0, 2.0 * wide / max(0.05, float(np.ptp(one.bounds()[:, 0]))))
    return made + [("frame", one.scaled(fit, 1.0, 1.0).moved(a)) for a in np.linspace(-x, x, count)]


def pillar(rng: np.random.Generator, form: str, height: float, depth: float) -> Solid:
    """A short support on the Y axis, of one of PILLARS; its depth follows the slab's."""
    half_z, half_x = depth / 2 * between(rng, 0.6, 0.98), between(rng, 0.04, 0.2)
    if form == "baluster":
        t = np.linspace(0.0, 1.0, 9)
        r = half_z * 0.8 * np.interp(t, [0, 0.12, 0.2, 0.55, 0.8, 0.88, 1], [1, 1, 0.6, between(rng, 0.6, 1.1), 0.5, 0.9, 0.9])
        return lathe(np.concatenate([[[0, 0]], np.stack([r, t * height], 1), [[0, height]]]), sides=16)
    power = {"block": 0.0, "tapered": 0.0, "scroll": 0.0, "rough": 3.0, "barrel": 4.0, "drum": 2.0}[form]
    unit = circle(1.0, 1.0, 20, power) if power else np.array([[-1.0, -1], [1, -1], [1, 1], [-1, 1]])
    if power:
        half_x = max(half_x, 0.6 * half_z)
    waist = {"tapered": (1.0, 0.85, between(rng, 0.6, 0.95)), "scroll": (1.0, between(rng, 0.5, 0.8), 1.0), "barrel": (0.8, 1.0, 0.85), "rough": (1.0, 0.95, 0.8)}
    shares = waist.get(form, (1.0, 1.0, 1.0))
    levels = np.interp(np.linspace(0, 1, 7), [0, 0.5, 1], shares) if len(set(shares)) > 1 else np.array([1.0, 1.0])
    return loft([(y, (unit * share * [half_x, half_z])[:, ::-1]) for y, share in zip(np.linspace(0, height, len(levels)), levels, strict=True)], axis="y")


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
        made += [("seat", sector(radius + (i - (count - 1) / 2) * deep, deep * 0.85, span, (bottom, s.seat))) for i in range(count)]
        thickness = 0.6 * thickness
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
        return [("frame", sector(radius, s.depth * between(rng, 0.4, 0.95), span * between(rng, 0.8, 1.0), (0.0, into)))]
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
        made.append(("frame", bar((0, bottom, -radius), (0, s.top - 0.03, -radius), 0.04, t * 0.8).turned("y", -float(angle))))
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
        made.append(("seat", _annulus(sides, inner, inner + deep * (0.88 if lapped else 1.0), (s.bottom, s.seat), turn)))
    legs = sides if sides < 12 else 8
    across = []
    for k in range(legs):
        a = 2 * np.pi * k / legs + turn
        across.append(box((outer - hole - 0.02, 0.06, 0.04), ((outer + hole) / 2, s.bottom - 0.025, 0)).turned("y", -float(np.degrees(a))))
        for r in (hole + 0.05, outer - 0.07):
            across.append(box((0.06, s.bottom, 0.05), (r, s.bottom / 2, 0)).turned("y", -float(np.degrees(a))))
        if p.backed:
            across.append(bar((hole + 0.04, s.bottom, 0), (hole - 0.08, s.top - 0.02, 0), 0.045, 0.05).turned("y", -float(np.degrees(a))))
    if p.backed:
        for y in np.linspace(s.seat + 0.14, s.top - 0.04, int(rng.integers(1, 4))):
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


def log(rng: np.random.Generator, p: Plan) -> Group:
    """A half trunk or a thick plank on stumps, blocks, crossed poles or pegs; sometimes a second one as a back."""
    s = sizes(rng)
    radius, kind = between(rng, 0.12, 0.26), pick(rng, {"half": 3, "plank": 2, "whole": 1})
    if kind == "whole":
        radius, trunk = s.seat / 2 * between(rng, 0.6, 0.95), None
        trunk = cylinder(radius, s.length, (0, s.seat - radius, 0), axis="x", sides=14)
    elif kind == "half":
        line = arc(radius, radius * between(rng, 0.6, 1.0), 180, 360, 10)
        trunk = loft([(x, line[:, ::-1]) for x in (-s.length / 2, s.length / 2)], axis="x").moved(y=s.seat)
    else:
        trunk = box((s.length, between(rng, 0.06, 0.16), 2 * radius), (0, s.seat - 0.04, 0), 0.03)
    made: Group = [("seat", trunk)]
    x, legs = s.length * between(rng, 0.25, 0.4), pick(rng, {"stump": 3, "block": 1, "pegs": 1.5, "cradle": 1})
    into = s.seat - 0.06 if kind == "plank" else s.seat - 0.6 * radius
    for a in (-x, x):
        if legs == "stump":
            made.append(("frame", cylinder(radius * between(rng, 0.7, 1.0), into, (a, into / 2, 0), sides=14)))
        elif legs == "block":
            made.append(("frame", box((0.16, into, 1.7 * radius), (a, into / 2, 0), 0.02)))
        elif legs == "cradle":
            made.append(("frame", cylinder(into / 2 + 0.01, 2.6 * radius, (a, into / 2, 0), axis="z", sides=14)))
        else:
            made += [("frame", bar((a * 1.1, 0, b * radius * 1.2), (a, into, b * radius * 0.4), 0.06, 0.06)) for b in (-1, 1)]
    if kind == "half" and chance(rng, 0.25):
        y, z = s.seat + between(rng, 0.25, 0.4), -radius * 1.1
        made.append(("seat", cylinder(0.4 * radius, s.length, (0, y, z - 0.05), axis="x", sides=12)))
        made += [("frame", bar((a, s.seat - 0.1, -0.8 * radius), (a, y, z - 0.05), 0.08, 0.08)) for a in (-x, x)]
    return made
