"""Tables on separate legs, with the aprons, shelves, stretchers and drawers between them."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance
from training.categories.furniture.legs import LEG_KINDS, along, hairpin, leg, stretchers
from training.categories.furniture.outlines import Points, gauge, shrink_into
from training.categories.furniture.slabs import shrunk, slab
from training.categories.table.measures import Measures
from training.solids import Solid, bar, box, ellipsoid

LEGSET_KINDS = (*LEG_KINDS, "three legs", "six legs", "hairpin", "x legs", "braced")
Corners = list[tuple[float, float, float]]


def legset(rng: np.random.Generator, kind: str, under: str, m: Measures, outline: Points) -> list[Solid]:
    """Legs of one of LEGSET_KINDS and what is between them."""
    if kind == "hairpin":
        return _hairpins(rng, m, outline)
    if kind == "x legs":
        return _crossed(rng, m, outline)
    if kind == "three legs":
        return _three(rng, m, outline)
    tops = leg_tops(m, outline)
    if kind in ("sabre", "cabriole") and under in ("stretchers", "shelf", "apron and shelf"):
        under = "apron"  # the bow of such legs leaves the straight line that those would meet
    shelf = min(m.splay, m.inset) if "shelf" in under else m.splay  # the shelf shall not stand out of the top
    straight = kind in ("cabriole", "plank", "turned", "braced", "six legs")
    feet = feet_of(tops, 0.0 if straight or under == "drawers" else shelf)
    shape = "square" if kind in ("braced", "six legs") else kind
    solids = _set(rng, shape, feet, tops, m)
    if kind == "six legs":
        solids += _set(
            rng,
            shape,
            [(0.0, 0.0, feet[0][2]), (0.0, 0.0, feet[3][2])],
            [(0.0, tops[0][1], tops[0][2]), (0.0, tops[3][1], tops[3][2])],
            m,
        )
    if kind == "braced":
        solids += _braces(rng, feet, tops, m)
    return solids + between_legs(rng, under, feet, tops, m, outline)


def leg_tops(m: Measures, outline: Points) -> Corners:
    """Where the legs meet the top: front left, front right, back right, back left."""
    reach = m.inset + m.stock / 2
    corners = [
        (s * max(m.length / 2 - reach, m.stock / 2), z * max(m.depth / 2 - reach, m.stock / 2))
        for s, z in ((-1, 1), (1, 1), (1, -1), (-1, -1))
    ]
    return [
        (x, m.into, z)
        for x, z in (shrink_into(x, z, outline, 1.0 - 0.55 * m.stock / m.depth) for x, z in corners)
    ]


def feet_of(tops: Corners, splay: float) -> Corners:
    """Feet outside of the tops by `splay` along x and z."""
    return [(x + float(np.sign(x)) * splay, 0.0, z + float(np.sign(z)) * splay) for x, _, z in tops]


def _set(rng: np.random.Generator, kind: str, feet: Corners, tops: Corners, m: Measures) -> list[Solid]:
    seed = int(rng.integers(1 << 31))
    return [
        leg(np.random.default_rng(seed), kind, f, t, m.stock, m.taper)
        for f, t in zip(feet, tops, strict=True)
    ]


def between_legs(
    rng: np.random.Generator, under: str, feet: Corners, tops: Corners, m: Measures, outline: Points
) -> list[Solid]:
    """Apron, shelf, drawers or stretchers."""
    solids: list[Solid] = []
    if under in ("apron", "apron and shelf"):
        solids += apron(rng, tops, m, outline)
    if under in ("shelf", "apron and shelf"):
        solids.append(_shelf(rng, feet, tops, m, outline))
    if under == "drawers":
        solids += drawers(rng, tops, m)
    if under == "stretchers":
        solids += stretchers(rng, feet, tops, max(0.016, m.stock * between(rng, 0.4, 0.8)))
    return solids


def apron(rng: np.random.Generator, tops: Corners, m: Measures, outline: Points) -> list[Solid]:
    """Rails from leg to leg under the top; a drum of the same outline under round tops."""
    height = between(rng, 0.06, 0.18) * m.height + 0.01
    if len(outline) > 30 and chance(rng, 0.6):
        return [slab(shrunk(outline, m.depth * between(rng, 0.04, 0.15)), m.into, height + 0.4 * m.thickness)]
    depth = max(0.016, m.stock * between(rng, 0.35, 0.9))
    y = m.bottom + 0.1 * m.thickness - height / 2
    points = [(x, y, z) for x, _, z in tops]
    return [bar(a, b, depth, height) for a, b in zip(points, points[1:] + points[:1], strict=True)]


def _shelf(rng: np.random.Generator, feet: Corners, tops: Corners, m: Measures, outline: Points) -> Solid:
    """A board at the legs, low or halfway."""
    share, thickness = between(rng, 0.13, 0.5), min(0.05, max(0.014, m.thickness * between(rng, 0.6, 1.0)))
    corner = along(feet[1], tops[1], share)
    scale = gauge(float(corner[0]), float(corner[2]), outline)
    return slab(outline * min(1.02 * scale, 1.05), float(corner[1]), thickness)


def drawers(rng: np.random.Generator, tops: Corners, m: Measures) -> list[Solid]:
    """A drawer box between the legs with fronts and knobs."""
    height = min(between(rng, 0.09, 0.2), 0.35 * m.height)
    half_x, front, rear = abs(tops[1][0]), tops[1][2], tops[2][2]
    y = m.bottom - height / 2 + 0.1 * m.thickness
    solids = [box((2 * half_x, height, front - rear), (0, y, (front + rear) / 2))]
    count, face = int(rng.integers(1, 4)), front + m.stock * between(rng, 0.2, 0.6)
    pitch = (2 * half_x - m.stock) / count
    for i in range(count):
        x = (i + 0.5) * pitch - (half_x - m.stock / 2)
        solids.append(
            box((pitch * 0.92, height * 0.8, face - front + 0.02), (x, y, (face + front) / 2 - 0.01))
        )
        solids.append(knob(rng, x, y, face, pitch))
    return solids


def knob(rng: np.random.Generator, x: float, y: float, z: float, pitch: float) -> Solid:
    """A knob or a bar handle on a front that faces +z."""
    if chance(rng, 0.5):
        return ellipsoid((0.016, 0.016, 0.022), (x, y, z + 0.012))
    return box((pitch * 0.3, 0.014, 0.03), (x, y, z + 0.008))


def _braces(rng: np.random.Generator, feet: Corners, tops: Corners, m: Measures) -> list[Solid]:
    """Rails low between the legs, on all sides but the front, and diagonal braces under the top."""
    stock, share, reach = m.stock * 0.8, between(rng, 0.05, 0.25), between(rng, 0.15, 0.3) * m.height
    low = [along(f, t, share) for f, t in zip(feet, tops, strict=True)]
    solids = [bar(low[i], low[j], stock, stock) for i, j in ((0, 3), (1, 2), (3, 2))]
    solids += apron(rng, tops, m, np.zeros((4, 2)))
    for x, _, z in tops:
        if z < 0 or chance(rng, 0.3):
            solids.append(
                bar(
                    (x, m.bottom - reach, z),
                    (x - float(np.sign(x)) * reach, m.bottom + 0.002, z),
                    stock * 0.5,
                    stock * 0.5,
                )
            )
    return solids


def _hairpins(rng: np.random.Generator, m: Measures, outline: Points) -> list[Solid]:
    tops = leg_tops(m, outline)
    rods, radius = int(rng.choice([2, 2, 3])), max(0.006, 0.0055 * m.length, between(rng, 0.006, 0.01))
    spread = min(between(rng, 0.07, 0.16), 0.3 * m.depth)
    feet = [
        (x + float(np.sign(x)) * 0.2 * spread, radius, z + float(np.sign(z)) * 0.2 * spread)
        for x, _, z in tops
    ]
    return [s for f, t in zip(feet, tops, strict=True) for s in hairpin(f, t, spread, radius, rods)]


def _crossed(rng: np.random.Generator, m: Measures, outline: Points) -> list[Solid]:
    """Two boards halved into a cross, or four legs that lean through one another in the middle."""
    tops = leg_tops(m, outline)
    if chance(rng, 0.4):
        t, spread = max(0.02, m.stock * 0.6), between(rng, 0.6, 1.0)
        boards = []
        for a, b in ((tops[0], tops[2]), (tops[1], tops[3])):
            length = float(np.hypot(b[0] - a[0], b[2] - a[2])) * spread
            angle = float(np.degrees(np.arctan2(-(b[2] - a[2]), b[0] - a[0])))
            boards.append(box((length, m.into, t), (0, m.into / 2, 0)).turned("y", angle))
        return boards
    kind = "round" if chance(rng, 0.4) else "square"
    reach = between(rng, 0.6, 1.05)
    return [
        leg(rng, kind, (-x * reach, 0.0, -z * reach), (x * 0.85, y, z * 0.85), m.stock, m.taper)
        for x, y, z in tops
    ]


def _three(rng: np.random.Generator, m: Measures, outline: Points) -> list[Solid]:
    """Three legs, straight or splayed, under a round top."""
    kind = "turned" if chance(rng, 0.15) else "round" if chance(rng, 0.6) else "square"
    radius, turn = between(rng, 0.45, 0.8), between(rng, 0, 2 * np.pi)
    seed, solids = int(rng.integers(1 << 31)), []
    feet = []
    for angle in turn + np.arange(3) * (2 * np.pi / 3):
        x, z = shrink_into(
            m.length / 2 * np.cos(angle) * radius, m.depth / 2 * np.sin(angle) * radius, outline, 0.85
        )
        out = 1.0 + m.splay / max(0.1, m.depth / 2)
        feet.append((x * out, 0.0, z * out))
        solids.append(leg(np.random.default_rng(seed), kind, feet[-1], (x, m.into, z), m.stock, m.taper))
    if chance(rng, 0.25):
        share = between(rng, 0.15, 0.5)
        scale = share * radius + (1 - share) * radius * (1.0 + m.splay / max(0.1, m.depth / 2))
        solids.append(slab(outline * min(1.0, scale * 1.15), share * m.height, max(0.014, 0.6 * m.thickness)))
    return solids
