"""What carries a flat panel: columns, necks, blades, feet, rings, arms and domes on their bases."""

from __future__ import annotations

import numpy as np

from training.categories.devices.forms import Pieces, rectangle, side
from training.categories.display.panels import Panel
from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.furniture.outlines import Points, bent, circle, regular, thick, trapezoid
from training.categories.furniture.slabs import slab
from training.solids import Solid, bar, box, cylinder, loft, rod, tube

Held = tuple[Pieces, float, float]
BASES = {"rectangle": 4.0, "rounded": 4, "oval": 3, "round": 1.5, "half round": 1, "trapezoid": 1, "hexagon": 0.3}


def stand(rng: np.random.Generator, kind: str, p: Panel, rear: float) -> Held:
    """A stand of a kind in KINDS.

    Args:
        rng: The source of chance.
        kind: Its name.
        p: The panel that it carries.
        rear: How far the panel's bulge reaches behind z = -depth.

    Returns:
        Its pieces, the height of the panel's lower edge, and the height where it holds the panel.
    """
    return KINDS[kind](rng, p, rear)


def _plate(rng: np.random.Generator, p: Panel, z: float, wide: float = 1.0) -> tuple[Solid, float]:
    """A base plate about the column at z, and its thickness."""
    low, high = (0.25, 0.45) if p.width > 0.8 else (0.35, 0.7)
    width = p.height * tailed(rng, 0.68, 0.28, 0.35, 1.5) * wide
    depth = p.height * between(rng, low, high) * (1.15 if p.toy else 1.0)
    thickness = p.height * tailed(rng, 0.03 if not p.toy else 0.07, 0.5, 0.012, 0.15)
    outline = _outline(rng, pick(rng, BASES), width, depth)
    edge = thickness * between(rng, 0, 0.49) if chance(rng, 0.5) else 0.0
    plate = slab(outline, thickness, thickness, edge)
    return plate.moved(z=z + depth * between(rng, -0.05, 0.32)), thickness


def _outline(rng: np.random.Generator, kind: str, width: float, depth: float) -> Points:
    """The outline of a base plate, (x, z)."""
    if kind == "rectangle":
        return rectangle(width, depth)
    if kind == "rounded":
        return rectangle(width, depth, min(width, depth) * between(rng, 0.05, 0.4), steps=4)
    if kind == "round":
        return circle((width + depth) / 4, (width + depth) / 4, 28)
    if kind == "half round":
        points = circle(width / 2, depth, 28)
        return np.asarray(np.maximum(points, [-9.0, 0.0]) - [0.0, depth / 2])
    if kind == "trapezoid":
        wide = (width, width * between(rng, 0.5, 0.9))
        return trapezoid(*(wide if chance(rng, 0.6) else wide[::-1]), depth)
    if kind == "hexagon":
        return regular(6, 0.5) * [width, depth]
    return circle(width / 2, depth / 2, 28, between(rng, 2.0, 3.0))


def _column(rng: np.random.Generator, p: Panel, rear: float) -> Held:
    """A column behind the panel on a plate, and a block that joins them."""
    gap, stock = p.height * between(rng, 0.12, 0.5), p.height * tailed(rng, 0.16, 0.35, 0.06, 0.45)
    thick_ = p.height * between(rng, 0.04, 0.12)
    attach = gap + p.height * between(rng, 0.3, 0.6)
    z, lean = -p.depth - rear - thick_ * between(rng, 0.5, 1.2), p.height * between(rng, -0.15, 0.1)
    lean = lean if chance(rng, 0.4) else 0.0
    base, t = _plate(rng, p, z + lean)
    top = attach + p.height * between(rng, 0.03, 0.25)
    if chance(rng, 0.3):
        post: Solid = rod((0, t / 2, z + lean), (0, top, z), stock * 0.35, stock * between(rng, 0.2, 0.35))
    else:
        narrow = stock * (between(rng, 0.5, 1.2) if chance(rng, 0.5) else 1.0)
        post = bar((0, t / 2, z + lean), (0, top, z), stock, thick_, narrow, thick_ * between(rng, 0.7, 1.0))
    reach = -p.depth * 0.5 - z
    joint = box((stock * between(rng, 0.6, 1.4), p.height * 0.15, reach), (0, attach, z + reach / 2))
    return [("stand", base), ("stand", post), ("stand", joint)], gap, attach


def _neck(rng: np.random.Generator, p: Panel, rear: float) -> Held:
    """A short neck under the panel's middle, straight, waisted or a trapezoid, on a plate."""
    gap, width = p.height * tailed(rng, 0.16, 0.5, 0.04, 0.5), p.height * tailed(rng, 0.22, 0.5, 0.05, 0.8)
    deep = max(0.5 * p.depth, p.height * between(rng, 0.03, 0.1))
    z = -p.depth * 0.5 if chance(rng, 0.5) else -p.depth - deep * 0.3
    base, t = _plate(rng, p, z)
    top, narrow = gap + p.height * between(rng, 0.06, 0.3), width * between(rng, 0.5, 1.3)
    top = min(top, gap + 0.5 * p.chin + 0.04 * p.height) if z > -p.depth else top
    deep = min(deep, 0.8 * p.depth) if z > -p.depth else deep
    if chance(rng, 0.25):
        return [("stand", base), ("stand", rod((0, t / 2, z), (0, top, z), deep * 0.5))], gap, gap
    post = bar((0, t / 2, z), (0, top, z), width, deep, narrow, deep)
    return [("stand", base), ("stand", post)], gap, gap


def _blade(rng: np.random.Generator, p: Panel, rear: float) -> Held:
    """One bent sheet of metal: a foot, a heel and a back that leans to the panel."""
    gap, attach = p.height * between(rng, 0.12, 0.4), 0.0
    attach = gap + p.height * between(rng, 0.25, 0.55)
    t, width = p.height * tailed(rng, 0.022, 0.4, 0.01, 0.06), p.height * between(rng, 0.25, 0.6)
    front, heel = p.height * between(rng, 0.02, 0.3), -p.depth - rear - p.height * between(rng, 0.12, 0.4)
    end = (-p.depth * 0.6 - rear * 0.9, attach)
    corners = np.array([(front, t / 2), (heel, t / 2), end])
    profile = thick(bent(corners, p.height * between(rng, 0.01, 0.12), 5), t)
    low = min(q[1] for q in profile)
    profile[:, 1] = np.maximum(profile[:, 1] - low, 0)
    return [("stand", side(profile, width))], gap, attach


def _v_feet(rng: np.random.Generator, p: Panel, rear: float) -> Held:
    """A column whose two bars splay forward on the table."""
    pieces, gap, attach = _column(rng, p, rear)
    z = float(pieces[1][1].bounds()[:, 2].mean())
    stock, rise = p.height * between(rng, 0.04, 0.09), p.height * between(rng, 0.03, 0.1)
    x, ahead = p.height * between(rng, 0.35, 0.8), p.height * between(rng, 0.25, 0.65)
    behind = z - p.height * between(rng, 0.05, 0.2)
    pieces = pieces[1:] + [
        ("stand", bar((0, rise / 2, z), (s * x, stock * 0.3, z + ahead), stock, rise, stock * 0.8, stock * 0.6))
        for s in (-1, 1)
    ]
    return [*pieces, ("stand", bar((0, rise / 2, z), (0, rise / 2, behind), stock, rise))], gap, attach


def _two_feet(rng: np.random.Generator, p: Panel, rear: float) -> Held:
    """Two feet under the panel's ends: blades, boomerangs, bars or splayed pegs."""
    gap, x = p.height * between(rng, 0.06, 0.2), p.width * between(rng, 0.22, 0.46)
    reach, stock = p.height * between(rng, 0.16, 0.3), p.height * between(rng, 0.015, 0.045)
    kind = pick(rng, {"boomerang": 4, "block": 2, "bar": 2, "pegs": 1})
    z, top, width = -p.depth / 2, gap + min(0.4 * p.chin, 0.05 * p.height) + 0.004, max(stock, 0.6 * p.depth)
    foot: list[Solid] = []
    if kind in ("boomerang", "pegs"):
        out = between(rng, -0.3, 0.5) * reach if kind == "pegs" else between(rng, -0.1, 0.3) * reach
        ends = [(out, stock / 2, z + reach), (out, stock / 2, z - reach)]
        foot = [bar((0, top, z), end, stock, stock) for end in ends]
    else:
        foot = [box((stock * 2, stock, 2 * reach), (0, stock / 2, z), 0.002)]
        foot.append(box((stock * (4 if kind == "block" else 1.5), top, width), (0, top / 2, z)))
    low = min(float(s.bounds()[0, 1]) for s in foot)
    foot = [s.moved(x=x, y=-low) for s in foot]
    return [("stand", s if q > 0 else s.mirrored("x")) for q in (-1, 1) for s in foot], gap, gap


def _bar_foot(rng: np.random.Generator, p: Panel, rear: float) -> Held:
    """A long low foot as wide as a good part of the panel, close under it: a loudspeaker bar or a plinth."""
    width, high = p.width * between(rng, 0.45, 1.02), p.height * tailed(rng, 0.08, 0.5, 0.02, 0.25)
    depth = max(p.depth * 1.2, p.height * between(rng, 0.12, 0.45))
    gap = high * between(rng, 1.0, 1.3)
    foot = box((width, high, depth), (0, high / 2, -p.depth / 2), high * between(rng, 0, 0.4))
    neck = box((width * between(rng, 0.2, 0.9), gap + 0.02, p.depth * 0.7), (0, (gap + 0.02) / 2, -p.depth / 2))
    return [("stand", foot), ("trim", neck)], gap, gap


def _ring(rng: np.random.Generator, p: Panel, rear: float) -> Held:
    """A loop of tube behind the panel that stands on its lower run and comes forward."""
    gap, radius = p.height * between(rng, 0.1, 0.25), p.height * between(rng, 0.015, 0.04)
    x, top = p.height * between(rng, 0.2, 0.55), gap + p.height * between(rng, 0.2, 0.5)
    ahead, z = p.height * between(rng, 0.15, 0.5), -p.depth * 0.8 - rear
    heel = z - p.height * between(rng, 0.05, 0.35)
    half = [(x, top, z), (x, radius, heel), (x, radius, ahead)]
    path = np.array([*half, *[(-a, b, c) for a, b, c in half[::-1]]])
    loop = tube(bent(path, p.height * 0.15, 3), radius, closed=True, sides=8)
    joint = box((x, p.height * 0.1, p.depth * 0.5 + rear + radius), (0, top, 0))
    return [("chrome", loop), ("stand", joint.moved(z=z + (p.depth * 0.5 + rear) / 2))], gap, top


def _easel(rng: np.random.Generator, p: Panel, rear: float) -> Held:
    """The panel rests on its lower edge and on one leg behind."""
    attach, width = p.height * between(rng, 0.4, 0.75), p.height * between(rng, 0.15, 0.7)
    foot, t = (0, 0.0, -p.depth - rear - p.height * between(rng, 0.25, 0.5)), p.height * between(rng, 0.02, 0.05)
    return [("stand", bar(foot, (0, attach, -p.depth * 0.7), width, t))], p.height * 0.02, attach


def _arm(rng: np.random.Generator, p: Panel, rear: float) -> Held:
    """A post on a clamp, and a jointed arm that comes forward to the panel."""
    attach, stock = p.height * between(rng, 0.9, 1.6), p.height * between(rng, 0.04, 0.09)
    z, x = -p.depth - rear - p.height * between(rng, 0.4, 0.9), p.height * between(rng, -0.6, 0.6)
    elbow = (x, attach - 0.02, (z - p.depth - rear) / 2)
    post = rod((0, 0, z), (0, attach + stock, z), stock * 0.6)
    plate = box((0.3 * p.height, 0.04 * p.height, 0.3 * p.height), (0, 0.02 * p.height, z))
    arms = [bar((0, attach, z), elbow, stock, stock), bar(elbow, (0, attach, -p.depth * 0.6), stock, stock)]
    head = box((0.25 * p.height, 0.25 * p.height, rear + p.depth * 0.5), (0, attach, -p.depth * 0.75 - rear / 2))
    knuckle = cylinder(stock * 0.8, stock * 2, elbow)
    return [("stand", s) for s in (post, plate, *arms, head, knuckle)], attach - p.height / 2, attach


def _dome(rng: np.random.Generator, p: Panel, rear: float) -> Held:
    """Half a ball on the table with a bent tube, as lamps have it."""
    radius, stock = p.height * between(rng, 0.3, 0.48), p.height * between(rng, 0.02, 0.045)
    gap = radius * between(rng, 0.6, 1.1)
    attach, z = gap + p.height * between(rng, 0.35, 0.55), -p.depth - rear - p.height * between(rng, 0.15, 0.45)
    level = np.array([(0, radius * 0.5, z), (0, attach * 0.95, z), (0, attach, -p.depth * 0.6)])
    pan = cylinder(radius, 0.1 * radius, (0, 0.05 * radius, z))
    high = radius * between(rng, 0.6, 1.0)
    cap = [(0.0, 1.0), (0.35, 0.95), (0.6, 0.8), (0.8, 0.6), (0.93, 0.36), (1.0, 0.0)]
    outline = circle(radius, radius, 24)
    dome = loft([(y * high, outline * max(s, 0.02)) for y, s in cap], axis="y").moved(z=z)
    return [("body", dome), ("body", pan), ("chrome", tube(level, stock, sides=8))], gap, attach


def _two_columns(rng: np.random.Generator, p: Panel, rear: float) -> Held:
    """Two posts on one plate or a glass shelf."""
    gap, x = p.height * between(rng, 0.08, 0.3), p.height * between(rng, 0.12, 0.35)
    z, r = -p.depth - 0.02 * p.height, p.height * between(rng, 0.02, 0.05)
    base, t = _plate(rng, p, z, between(rng, 1.0, 1.5))
    top = gap + p.height * between(rng, 0.1, 0.5)
    posts = [rod((s * x, t / 2, z - r), (s * x, top, z - r), r) for s in (-1, 1)]
    joint = box((2 * x + 2 * r, 0.1 * p.height, p.depth + r), (0, top - 0.06 * p.height, z - r / 2 + p.depth * 0.1))
    return [("stand", base), ("stand", joint), *[("chrome", s) for s in posts]], gap, top


def _star(rng: np.random.Generator, p: Panel, rear: float) -> Held:
    """A column on three to five flat bars."""
    pieces, gap, attach = _column(rng, p, rear)
    z, count = float(pieces[1][1].bounds()[0, 2]) + 0.03 * p.height, int(rng.integers(3, 6))
    reach, stock = p.height * between(rng, 0.3, 0.5), p.height * between(rng, 0.03, 0.07)
    angles = np.pi / 2 + np.pi / count + np.arange(count) * 2 * np.pi / count
    feet = [
        bar((0, stock, z), (reach * np.cos(a), 0.4 * stock, z + reach * np.sin(a)), stock, stock * 0.8)
        for a in angles
    ]
    return pieces[1:] + [("stand", s) for s in feet], gap, attach


def _wedge(rng: np.random.Generator, p: Panel, rear: float) -> Held:
    """A solid foot that tapers from the table to the panel's rear, seen from the side a triangle."""
    gap, attach = p.height * between(rng, 0.05, 0.3), p.height * between(rng, 0.4, 0.7)
    width, front = p.height * between(rng, 0.3, 0.8), p.height * between(rng, -0.05, 0.25)
    back = -p.depth - rear - p.height * between(rng, 0.15, 0.45)
    t = p.height * between(rng, 0.02, 0.08)
    profile = [(back, 0), (front, 0), (front, t), (-p.depth * 0.5, gap * 0.7 + t), (-p.depth * 0.5, attach)]
    return [("stand", side([*profile, (-p.depth - rear, attach)], width))], gap, attach


def _floor(rng: np.random.Generator, p: Panel, rear: float) -> Held:
    """A tall column for the room, on a plate or with a shelf between."""
    gap, z = p.height * between(rng, 0.9, 1.8), -p.depth - rear - 0.05 * p.height
    base, t = _plate(rng, p, z, 1.4)
    attach, stock = gap + 0.5 * p.height, p.height * between(rng, 0.08, 0.2)
    post = box((stock, attach, 0.1 * p.height), (0, attach / 2, z))
    joint = box((0.4 * p.height, 0.3 * p.height, p.depth * 0.5 + rear + 0.05 * p.height), (0, attach, 0))
    pieces: Pieces = [("stand", base), ("stand", post), ("stand", joint.moved(z=(z - p.depth * 0.5) / 2))]
    if chance(rng, 0.5):
        size = (p.width * between(rng, 0.3, 0.7), 0.03 * p.height, 0.45 * p.height)
        pieces.append(("stand", box(size, (0, gap * between(rng, 0.3, 0.7), z + 0.1 * p.height))))
    return pieces, gap, attach


KINDS = {
    "column": _column, "neck": _neck, "blade": _blade, "v feet": _v_feet, "two feet": _two_feet,
    "bar foot": _bar_foot, "ring": _ring, "easel": _easel, "arm": _arm, "dome": _dome,
    "two columns": _two_columns, "star": _star, "wedge": _wedge, "floor": _floor,
}  # fmt: skip
