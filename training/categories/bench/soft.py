"""Benches with upholstery or of sheet metal: bedroom and piano benches, window seats, gym benches, bus stops."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.bench.boards import contour
from training.categories.bench.measures import Group, Sizes, as_table, sizes
from training.categories.bench.plan import Plan
from training.categories.bench.slabs import table_like
from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.furniture.outlines import bent
from training.categories.furniture.slabs import ribbon
from training.solids import Solid, bar, box, cylinder, extrusion, tube

PADDED_BASES = {
    "square": 5.0, "round": 2, "turned": 1.5, "cabriole": 1, "sabre": 1, "hairpin": 1, "x legs": 0.3, "x ends": 1.2,
    "sled": 2, "panels": 0.7, "waterfall": 0.4, "plank": 0.6,
}  # fmt: skip


def padded(rng: np.random.Generator, p: Plan) -> Group:
    """A stuffed top, in one or several pads, on a low table's base or a box; piano benches are short."""
    s = sizes(rng)
    if chance(rng, 0.35):
        s = replace(s, length=tailed(rng, 0.75, 0.2, 0.5, 1.2), depth=between(rng, 0.3, 0.42), seat=between(rng, 0.42, 0.6))
    high = min(tailed(rng, 0.1, 0.4, 0.04, 0.25), 0.5 * s.seat)
    lower = replace(s, seat=s.seat - high + 0.005, thick=min(0.02, s.thick))
    if chance(rng, 0.2):
        body = lower.seat
        made: Group = [("frame" if chance(rng, 0.4) else "pad", box((s.length, body, s.depth), (0, body / 2, 0), 0.01))]
    else:
        carrying, plate = table_like(rng, as_table(rng, lower), PADDED_BASES, {"rectangle": 1.0})
        made = [("frame", solid) for solid in carrying + plate[:1]]
    count, over = int(rng.choice([1, 1, 1, 1, 2, 3])), between(rng, -0.02, 0.02)
    pitch = (s.length + over) / count
    for i in range(count):
        x = (i + 0.5) * pitch - (s.length + over) / 2
        made.append(("pad", box((pitch, high, s.depth + over), (x, s.seat - high / 2, 0), between(rng, 0.1, 0.48) * high)))
    if chance(rng, 0.2):
        t = between(rng, 0.06, 0.14)
        rest = box((s.length, s.top - s.seat + high, t), (0, (s.top + s.seat - high) / 2, s.rear + t / 2), 0.4 * t)
        made.append(("pad", rest.turned("x", -between(rng, 0, 10), (0, s.seat - high, s.rear))))
    return made


def scrolled(rng: np.random.Generator, p: Plan) -> Group:
    """A window seat: a pad between two ends that stand up, straight, flared or rolled."""
    s = sizes(rng)
    high, t, rise = between(rng, 0.07, 0.16), between(rng, 0.04, 0.12), between(rng, 0.12, 0.35)
    lower = replace(s, seat=s.seat - high + 0.005, thick=0.03)
    carrying, plate = table_like(rng, as_table(rng, lower), PADDED_BASES, {"rectangle": 1.0})
    made: Group = [("frame", solid) for solid in carrying + plate[:1]]
    made.append(("pad", box((s.length, high, s.depth), (0, s.seat - high / 2, 0), 0.3 * high)))
    out, rolled = between(rng, 0.0, 0.16), chance(rng, 0.5)
    end = np.array([[s.length / 2 - t, s.seat - high], [s.length / 2, s.seat - high], [s.length / 2 + out, s.seat + rise], [s.length / 2 + out - t, s.seat + rise]])
    right = [extrusion(end, s.depth, axis="z")]
    if rolled:
        r = between(rng, 0.04, 0.09)
        right.append(cylinder(r, s.depth, (s.length / 2 + out - t / 2 + 0.4 * r, s.seat + rise - 0.3 * r, 0), axis="z", sides=16))
    return made + [("pad", solid) for r in right for solid in (r, r.mirrored("x"))]


def sheet(rng: np.random.Generator, p: Plan) -> Group:
    """Metal mesh or perforated sheet: one bent sheet, or a seat for each person, on a beam or tubular frames."""
    s, t = sizes(rng), between(rng, 0.008, 0.02)
    line = bent(contour(rng, s, between(rng, 0.0, 0.04)), 0.06, 2) if p.backed else np.array([[-s.rear, s.seat - 0.03], [-s.rear - 0.03, s.seat - t], [s.rear + 0.03, s.seat - t], [s.rear, s.seat - 0.03]])
    count = int(rng.integers(2, 6)) if chance(rng, 0.35) else 1
    pitch = s.length / count
    made: Group = [("seat", ribbon(line, t, pitch * (0.93 if count > 1 else 1.0)).moved((i + 0.5) * pitch - s.length / 2)) for i in range(count)]
    y = s.seat - s.thick - 0.045
    half, beam = s.length * between(rng, 0.28, 0.46), between(rng, 0.04, 0.08)
    made.append(("frame", box((s.length * 0.96, beam, beam), (0, y + 0.01, 0))))
    stems = [box((0.05, 0.09 + s.thick, 0.3 * s.depth), (x, s.seat - s.thick - 0.015, 0)) for x in ((np.arange(count) + 0.5) * pitch - s.length / 2 if count > 1 else (-half, half))]
    made += [("frame", stem) for stem in stems]
    feet = pick(rng, {"post": 2, "t": 2, "loop": 2})
    for x in (-half, half):
        made += [("frame", solid) for solid in _metal_foot(feet, s, x, y, beam)]
    if p.armed or count > 1 and chance(rng, 0.5):
        places = np.linspace(-s.length / 2, s.length / 2, (count if count > 1 else int(rng.integers(1, 4))) + 1)
        places = np.clip(places, -s.length / 2 + 0.015, s.length / 2 - 0.015)
        loop = np.array([[s.rear + 0.06, y], [s.rear + 0.05, s.arm], [-s.rear - 0.06, s.arm], [-s.rear - 0.1, y + 0.02]])
        path = bent(loop, 0.05, 3)
        tie = np.array([[s.rear + 0.06, y], [-s.rear - 0.1, y + 0.02]])
        for x in places:
            made.append(("frame", tube(np.column_stack([np.full(len(path), x), path[:, 1], path[:, 0]]), 0.013, sides=6)))
            made.append(("frame", ribbon(tie, 0.03, 0.03).moved(float(x))))
    return made


def _metal_foot(kind: str, s: Sizes, x: float, y: float, beam: float) -> list[Solid]:
    """What carries the beam at one place."""
    post = box((beam, y, beam), (x, y / 2, 0))
    if kind == "post":
        return [post, box((0.16, 0.014, 0.16), (x, 0.007, 0))]
    if kind == "t":
        return [post, box((beam, 0.035, s.depth * 1.05), (x, 0.0175, -0.02))]
    z = 0.45 * s.depth
    legs = [bar((x, 0, a * z), (x, y + 0.01, a * 0.3 * z), 0.035, 0.035) for a in (-1, 1)]
    return [*legs, box((0.035, 0.035, 0.7 * z), (x, y, 0))]


def gym(rng: np.random.Generator, p: Plan) -> Group:
    """A weight bench: narrow pads, flat or inclined, on a spine with T feet; or a long wooden gymnasium bench."""
    if chance(rng, 0.35):
        return _gymnasium(rng)
    length, wide, seat = between(rng, 1.05, 1.35), between(rng, 0.24, 0.34), between(rng, 0.42, 0.5)
    high, steel, foot = between(rng, 0.05, 0.09), between(rng, 0.04, 0.07), between(rng, 0.35, 0.6)
    y = seat - high - steel / 2 + 0.004
    made: Group = [("frame", box((length * 0.92, steel, steel), (0, y, 0)))]
    split = length * between(rng, 0.25, 0.35)
    slope = between(rng, 15, 70) if chance(rng, 0.4) else 0.0
    hinge = (-length / 2 + split, seat - high, 0.0)
    rest = box((length - split - 0.01, high, wide), (split / 2, seat - high / 2, 0), 0.3 * high)
    stay = bar((length * 0.25, y, 0), (length * 0.25, seat - 0.5 * high, 0), steel * 0.7, steel * 0.7)
    if slope > 0.0:
        reach = 0.55 * (length - split)
        a = np.radians(slope)
        stay = bar((length * 0.3, y, 0), (hinge[0] + reach * np.cos(a), hinge[1] + reach * np.sin(a) + 0.02, 0), steel * 0.7, steel * 0.7)
    made += [("pad", rest.turned("z", slope, hinge)), ("frame", stay)]
    made.append(("pad", box((split, high, wide), (-length / 2 + split / 2 + 0.002, seat - high / 2, 0), 0.3 * high)))
    for x, z in ((-length * 0.4, between(rng, 0.3, 1.0) * foot), (length * 0.4, foot)):
        made += [("frame", box((steel, y, steel), (x, y / 2, 0))), ("frame", box((steel, steel, z), (x, steel / 2, 0)))]
    if chance(rng, 0.25):
        x, top = length * 0.46, between(rng, 0.85, 1.15)
        made += [("frame", box((steel, top, steel), (x, top / 2, b * 0.28))) for b in (-1, 1)]
        made.append(("frame", box((steel, steel, 0.6), (x, y, 0))))
        made.append(("frame", box((length * 0.1, steel, steel), (x - length * 0.04, y, 0))))
    return made


def _gymnasium(rng: np.random.Generator) -> Group:
    """A long low board on board feet with a beam below."""
    length, seat, wide, t = between(rng, 2.0, 3.6), between(rng, 0.28, 0.36), between(rng, 0.22, 0.3), between(rng, 0.03, 0.05)
    made: Group = [("seat", box((length, t, wide), (0, seat - t / 2, 0), 0.008))]
    x = length * between(rng, 0.36, 0.45)
    for a in (-x, 0.0, x)[:: 1 if length > 2.8 else 2]:
        made.append(("frame", bar((a, 0, 0), (a, seat - 0.3 * t, 0), 0.05, wide * 1.2, 0.05, wide * 0.6)))
    return [*made, ("frame", box((2 * x, 0.1, 0.045), (0, between(rng, 0.1, 0.2), 0)))]
