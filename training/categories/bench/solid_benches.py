"""Benches of boards and bodies: pews, settles, chests, monoliths, low-poly benches, double and picnic benches."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.bench.boards import back, seat
from training.categories.bench.ends import ENDS
from training.categories.bench.measures import Group, Sizes, sizes
from training.categories.bench.plan import Plan
from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.furniture.outlines import Points, rounded
from training.categories.table.frames import frame_base
from training.categories.table.measures import Measures
from training.solids import Solid, bar, box, cylinder, ellipsoid, extrusion, loft


def pew(rng: np.random.Generator, p: Plan) -> Group:
    """Two shaped boards as ends, a seat and a boarded back between them; settles are taller."""
    s = sizes(rng)
    s = replace(s, top=s.seat + tailed(rng, 0.45, 0.25, 0.25, 1.0), lean=between(rng, 0.0, 0.16))
    t, half = between(rng, 0.025, 0.09), s.length / 2
    end = _pew_end(rng, s)
    made: Group = [("frame", extrusion(end, t, axis="x", at=a * (half - t / 2))) for a in (-1, 1)]
    plate = 0.03 + 0.2 * s.thick
    made.append(("seat", box((s.length - t, plate, s.depth), (0, s.seat - plate / 2, 0))))
    low = s.seat - between(rng, 0.0, 0.3) if chance(rng, 0.5) else s.seat - plate
    panel = box((s.length - t, s.top - 0.03 - low, 0.028), (0, (s.top - 0.03 + low) / 2, 0))
    made.append(("seat", s.leaned(panel)))
    if chance(rng, 0.35):
        made.append(("frame", s.leaned(box((s.length - t, 0.05, 0.07), (0, s.top - 0.04, 0)))))
    if chance(rng, 0.35):
        made.append(("frame", box((s.length - t, s.seat - 0.02, 0.03), (0, (s.seat - 0.02) / 2, between(rng, s.rear + 0.05, 0.3 * s.depth)))))
    if chance(rng, 0.3):
        made.append(("seat", box((s.length - 2 * t, 0.05, s.depth * 0.92), (0, s.seat + 0.02, 0.01), 0.02)))
    if chance(rng, 0.2):
        y = s.seat + 0.7 * (s.top - s.seat)
        made.append(("frame", box((s.length - t, 0.02, 0.16), (0, y, s.back_at(y) - 0.08))))
    return made


def _pew_end(rng: np.random.Generator, s: Sizes) -> Points:
    """Side view (y, z) of an end: foot, seat front, arm or none, wing at the top."""
    front, rear = -s.rear + between(rng, 0.0, 0.06), s.rear - 0.04
    top, lean = s.top + between(rng, 0.0, 0.08), s.back_at(s.top) - 0.03
    neck, wing = s.back_at(s.seat + 0.3) + between(rng, 0.08, 0.2), between(rng, 0.06, 0.22)
    arm = min(s.arm, s.top - 0.05) if chance(rng, 0.7) else s.seat + 0.02
    cut = between(rng, 0.0, 0.12)
    corners = [[0.0, min(rear, lean) + 0.02], [s.seat * 0.9, rear], [top, lean], [top, lean + wing]]
    corners += [[arm + 0.06, neck], [arm, front - between(rng, 0.0, 0.12)], [s.seat, front], [0.5 * s.seat, front - cut], [0.0, front]]
    if chance(rng, 0.3):
        corners += [[0.0, front - 0.12], [0.07, front - 0.17], [0.07, rear + 0.2], [0.0, rear + 0.12]]
    return rounded(np.array(corners), between(rng, 0.003, 0.08), 3)


def storage(rng: np.random.Generator, p: Plan) -> Group:
    """A closed chest to sit on: plinth or feet, panels, a lid or a pad, perhaps a back and arms."""
    s = sizes(rng)
    low = between(rng, 0.0, 0.12) if chance(rng, 0.6) else 0.0
    lid, over = between(rng, 0.015, 0.05), between(rng, 0.0, 0.03)
    body = s.seat - lid
    made: Group = [("frame", box((s.length, body - low + 0.003, s.depth), (0, (body + low) / 2, 0), 0.004))]
    made.append(("seat", box((s.length + 2 * over, lid, s.depth + over), (0, s.seat - lid / 2, 0))))
    if chance(rng, 0.3):
        high = between(rng, 0.04, 0.1)
        made.append(("pad", box((s.length * 0.98, high, s.depth * 0.97), (0, s.seat + high / 2 - 0.004, 0), 0.4 * high)))
    made += _fronts(rng, s, low, body)
    if low > 0.0:
        inset = between(rng, 0.0, 0.04)
        if chance(rng, 0.5):
            made.append(("frame", box((s.length - 2 * inset, low + 0.003, s.depth - 2 * inset), (0, low / 2, 0))))
        else:
            made += [("frame", box((0.06, low + 0.01, 0.06), (a * (s.length / 2 - 0.05), low / 2, b * (s.depth / 2 - 0.05)))) for a in (-1, 1) for b in (-1, 1)]
    if chance(rng, 0.35):
        made += _settle(rng, s)
    return made


def _fronts(rng: np.random.Generator, s: Sizes, low: float, body: float) -> Group:
    """Raised fields, drawers with knobs, or a plain front."""
    kind, front = pick(rng, {"plain": 2, "fields": 2, "drawers": 1.2}), s.depth / 2
    if kind == "plain":
        return []
    count = int(rng.integers(2, 5))
    pitch, high, made = s.length / count, (body - low) * between(rng, 0.65, 0.85), []
    for i in range(count):
        x = (i + 0.5) * pitch - s.length / 2
        made.append(("seat" if kind == "drawers" else "frame", box((0.85 * pitch, high, 0.02), (x, (body + low) / 2, front))))
        if kind == "drawers":
            made.append(("frame", ellipsoid((0.016, 0.016, 0.02), (x, (body + low) / 2, front + 0.022))))
    return made


def _settle(rng: np.random.Generator, s: Sizes) -> Group:
    """A panelled back and end boards on a chest."""
    made: Group = [("frame", box((s.length, s.top - s.seat + 0.05, 0.03), (0, (s.top + s.seat) / 2 - 0.02, s.rear + 0.015)))]
    if chance(rng, 0.6):
        side = np.array([[s.seat - 0.05, s.rear], [s.top, s.rear], [s.arm + 0.03, s.rear + 0.16], [s.arm, -s.rear - 0.03], [s.seat - 0.05, -s.rear - 0.02]])
        made += [("frame", extrusion(rounded(side, 0.03, 3), 0.035, axis="x", at=a * (s.length / 2 - 0.017))) for a in (-1, 1)]
    return made


def monolith(rng: np.random.Generator, p: Plan) -> Group:
    """Cast concrete: a block, a trapezoid, a bridge of one thickness, a block with a wooden seat or a back."""
    s, kind = sizes(rng), pick(rng, {"block": 2, "trapezoid": 1.5, "bridge": 2, "wedge": 1, "faceted": 0.8})
    half, made = s.length / 2, []
    if kind == "bridge":
        t, r = between(rng, 0.05, 0.2), between(rng, 0.0, 0.15)
        outer = rounded(np.array([[-half, 0], [-half, s.seat], [half, s.seat], [half, 0]]), np.array([0.001, r, r, 0.001]) + 0.001, 4)
        inner = rounded(np.array([[half - t, 0], [half - t, s.seat - t], [t - half, s.seat - t], [t - half, 0]]), np.array([0.001, r, r, 0.001]) * 0.8 + 0.001, 4)
        made.append(("frame", extrusion(np.concatenate([outer, inner]), s.depth, axis="z")))
    elif kind in ("trapezoid", "wedge"):
        cut = between(rng, 0.0, 0.3) * s.depth
        skew = cut if kind == "wedge" else between(rng, -0.3, 0.3) * s.depth
        levels = [(0.0, s.depth / 2 - max(0, cut), half - max(0.0, skew)), (s.seat, s.depth / 2, half)]
        made.append(("frame", loft([(y, [(-z, -x), (z, -x), (z, x), (-z, x)]) for y, z, x in levels], axis="y")))
    elif kind == "faceted":
        shares = (between(rng, 0.5, 0.9), between(rng, 0.6, 1.0), 1.0)
        made.append(("frame", loft([(y * s.seat, rounded(np.array([[-1, -1], [-1, 1], [1, 1], [1, -1.0]]) * [s.depth / 2 * k, half * k], 0.1 * k, 1)) for y, k in zip((0.0, 0.3, 1.0), shares, strict=True)], axis="y")))
    else:
        made.append(("frame", box((s.length, s.seat, s.depth), (0, s.seat / 2, 0), between(rng, 0.0, 0.04))))
    if chance(rng, 0.4):
        boards = replace(s, seat=s.seat + s.thick - 0.003, length=s.length * between(rng, 0.4, 1.0))
        made += [("seat", solid) for solid in seat(rng, pick(rng, {"slats": 3, "planks": 1, "cross slats": 0}), boards)]
    if chance(rng, 0.2):
        made.append(("frame", box((s.length, s.top - s.seat + 0.1, 0.12), (0, (s.top + s.seat) / 2 - 0.05, s.rear + 0.06))))
    return made


def toy(rng: np.random.Generator, p: Plan) -> Group:
    """Few thick parts, as in game kits: a slab or three planks, chunky supports, perhaps a board for a back."""
    s = sizes(rng)
    thickness, length = tailed(rng, 0.1, 0.4, 0.05, 0.25), tailed(rng, 1.3, 0.3, 0.6, 2.4)
    thickness = min(thickness, 0.5 * s.seat)
    s = replace(s, length=length, thick=thickness, depth=tailed(rng, 0.5, 0.25, 0.3, 0.9), lean=between(rng, 0, 0.15))
    made = _toy_top(rng, s)
    wide, x = between(rng, 0.06, 0.26), s.length / 2 * between(rng, 0.55, 0.95)
    x = min(x, s.length / 2 - wide / 2)
    into, kind = s.seat - 0.5 * s.thick, pick(rng, {"block": 3, "legs": 2.5, "taper": 1.5, "a": 1})
    for a in (-x, x):
        deep = s.depth * between(rng, 0.75, 0.9)
        if kind == "block":
            made.append(("frame", box((wide, into, deep * 0.9), (a, into / 2, 0))))
        elif kind == "taper":
            made.append(("frame", bar((a, 0, 0), (a, into, 0), wide, deep, wide * 0.7, deep * 0.7)))
        else:
            t, out = min(wide, 0.16), 0.0 if kind == "legs" else 0.1
            made += [("frame", bar((a, 0, b * (deep / 2 - t / 2 + out)), (a, into, b * (deep / 2 - t / 2)), t, t)) for b in (-1, 1)]
    if chance(rng, 0.5):
        made += _toy_back(rng, s, x, min(wide, 0.14))
    return made


def _toy_top(rng: np.random.Generator, s: Sizes) -> Group:
    """One slab, its corners cut or not, or two to four planks."""
    if chance(rng, 0.45):
        boards = int(rng.integers(2, 5))
        pitch = s.depth / boards
        wide = [box((s.length, s.thick, pitch * 0.88), (0, s.seat - s.thick / 2, (i + 0.5) * pitch - s.depth / 2)) for i in range(boards)]
        return [("seat", solid) for solid in wide] + [("frame", box((s.length * 0.9, s.thick * 0.4, s.depth * 0.8), (0, s.bottom + 0.1 * s.thick, 0)))]
    if chance(rng, 0.5):
        corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * [s.length / 2, s.depth / 2]
        outline = rounded(corners, between(rng, 0.1, 0.4) * s.depth, 1)
        return [("seat", loft([(y, outline[:, ::-1]) for y in (s.bottom, s.seat)], axis="y"))]
    return [("seat", box((s.length, s.thick, s.depth), (0, s.seat - s.thick / 2, 0), float(rng.choice([0.0, 0.0, 0.03]))))]


def _toy_back(rng: np.random.Generator, s: Sizes, x: float, stock: float) -> Group:
    """One to three boards on two posts, and perhaps block arms."""
    t, count = between(rng, 0.04, 0.1), int(rng.integers(1, 4))
    posts = [s.leaned(box((stock, s.top - s.bottom, t), (a * x, (s.top + s.bottom) / 2 - 0.03, t * 0.2))) for a in (-1, 1)]
    low = s.seat + between(rng, 0.02, 0.2)
    pitch = max(0.06, (s.top - low) / count)
    boards = [s.leaned(box((s.length, pitch * 0.85, t), (0, s.top - (i + 0.5) * pitch, 0.6 * t))) for i in range(count)]
    made: Group = [("frame", b) for b in posts] + [("seat", b) for b in boards]
    if chance(rng, 0.3):
        made += [("frame", box((stock, s.arm - s.bottom, s.depth * 0.9), (a * (s.length - stock) / 2, (s.arm + s.bottom) / 2, -0.04 * s.depth))) for a in (-1, 1)]
    return made


def double(rng: np.random.Generator, p: Plan) -> Group:
    """Two benches back to back on common frames."""
    s = replace(sizes(rng), lean=0.03)
    frame = ENDS[p.support if p.support != "scroll" else "iron"](rng, s, True, p.armed)
    half = s.length / 2 - between(rng, 0.02, 0.2) * s.length
    one: Group = [("frame", solid.moved(x)) for x in (-half, half) for solid in frame]
    one += [("seat", solid) for solid in seat(rng, p.seat if p.seat != "contour" else "slats", s) + back(rng, p.back, s, s.length / 2)]
    front = [(role, solid.moved(z=s.depth / 2 + 0.05)) for role, solid in one]
    both = front + [(role, solid.mirrored("z")) for role, solid in front]
    return both + [("frame", box((0.05, 0.04, 0.3), (x, s.bottom - 0.02, 0))) for x in (-half, half)]


def picnic(rng: np.random.Generator, p: Plan) -> Group:
    """A table with a bench on either side, in one frame."""
    m = Measures(tailed(rng, 1.6, 0.2, 1.0, 2.4), between(rng, 0.6, 0.8), between(rng, 0.68, 0.78), between(rng, 0.03, 0.06), between(rng, 0.05, 0.09), 1.0, 0.0, 0.0)
    count = int(rng.integers(3, 7))
    pitch, y = m.depth / count, m.height - m.thickness / 2
    boards = [box((m.length, m.thickness, 0.9 * pitch), (0, y, (i + 0.5) * pitch - m.depth / 2)) for i in range(count)]
    battens = [cylinder(0.02, m.depth, (x, m.bottom - 0.01, 0), axis="z", sides=8) for x in (-0.3 * m.length, 0.3 * m.length)]
    made: list[Solid] = frame_base(rng, "picnic", m, np.zeros((4, 2)))
    return [("seat", solid) for solid in boards] + [("frame", solid) for solid in made + battens]
