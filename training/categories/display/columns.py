"""Columns and necks that carry a flat panel, on plates, splayed feet and stars."""

from __future__ import annotations

import numpy as np

from training.categories.devices.forms import Pieces, rectangle
from training.categories.display.panels import Panel
from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.furniture.outlines import Points, circle, regular, trapezoid
from training.categories.furniture.slabs import slab
from training.solids import Solid, bar, box, rod

Held = tuple[Pieces, float, float]
BASES = {
    "rectangle": 4.0,
    "rounded": 4,
    "oval": 3,
    "round": 1.5,
    "half round": 1,
    "trapezoid": 1,
    "hexagon": 0.3,
}


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


def column(rng: np.random.Generator, p: Panel, rear: float) -> Held:
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
    near = z + lean * (1 - attach / top)
    reach = -p.depth * 0.5 - near
    joint = box((stock * between(rng, 0.6, 1.4), p.height * 0.15, reach), (0, attach, near + reach / 2))
    return [("stand", base), ("stand", post), ("stand", joint)], gap, attach


def _hub(p: Panel, post: Solid) -> tuple[tuple[str, Solid], float]:
    """A block on the floor round the foot of a post, and its z."""
    corners = post.mesh()[0]
    foot = corners[corners[:, 1] < corners[:, 1].min() + 1e-6]
    z, high = float(foot[:, 2].mean()), float(foot[0, 1]) + 0.04 * p.height
    return ("stand", box((0.12 * p.height, high, 0.1 * p.height), (0, high / 2, z))), z


def neck(rng: np.random.Generator, p: Panel, rear: float) -> Held:
    """A short neck under the panel's middle, straight, waisted or a trapezoid, on a plate."""
    gap, width = p.height * tailed(rng, 0.16, 0.5, 0.04, 0.5), p.height * tailed(rng, 0.22, 0.5, 0.05, 0.8)
    deep = max(0.5 * p.depth, p.height * between(rng, 0.03, 0.1))
    z = -p.depth * 0.5 if chance(rng, 0.5) else -p.depth * 0.75 - deep * 0.4
    base, t = _plate(rng, p, z)
    top, narrow = gap + p.height * between(rng, 0.06, 0.3), width * between(rng, 0.5, 1.3)
    top = min(top, gap + 0.5 * p.chin + 0.04 * p.height) + 0.35 * p.depth if z > -0.6 * p.depth else top
    deep = min(deep, 0.8 * p.depth) if z > -0.6 * p.depth else deep
    if chance(rng, 0.25):
        return [("stand", base), ("stand", rod((0, t / 2, z), (0, top, z), deep * 0.5))], gap, gap
    post = bar((0, t / 2, z), (0, top, z), width, deep, narrow, deep)
    return [("stand", base), ("stand", post)], gap, gap


def v_feet(rng: np.random.Generator, p: Panel, rear: float) -> Held:
    """A column whose two bars splay forward on the table."""
    pieces, gap, attach = column(rng, p, rear)
    hub, z = _hub(p, pieces[1][1])
    stock, rise = p.height * between(rng, 0.04, 0.09), p.height * between(rng, 0.03, 0.1)
    x, ahead = p.height * between(rng, 0.35, 0.8), p.height * between(rng, 0.25, 0.65)
    behind = z - p.height * between(rng, 0.05, 0.2)
    pieces = (
        pieces[1:]
        + [hub]
        + [
            (
                "stand",
                bar((0, rise / 2, z), (s * x, stock * 0.3, z + ahead), stock, rise, stock * 0.8, stock * 0.6),
            )
            for s in (-1, 1)
        ]
    )
    return [*pieces, ("stand", bar((0, rise / 2, z), (0, rise / 2, behind), stock, rise))], gap, attach


def star(rng: np.random.Generator, p: Panel, rear: float) -> Held:
    """A column on three to five flat bars."""
    pieces, gap, attach = column(rng, p, rear)
    (hub, z), count = _hub(p, pieces[1][1]), int(rng.integers(3, 6))
    reach, stock = p.height * between(rng, 0.3, 0.5), p.height * between(rng, 0.03, 0.07)
    angles = np.pi / 2 + np.pi / count + np.arange(count) * 2 * np.pi / count
    feet = [
        bar((0, stock, z), (reach * np.cos(a), 0.4 * stock, z + reach * np.sin(a)), stock, stock * 0.8)
        for a in angles
    ]
    return [*pieces[1:], hub, *[("stand", s) for s in feet]], gap, attach


def two_columns(rng: np.random.Generator, p: Panel, rear: float) -> Held:
    """Two posts on one plate or a glass shelf."""
    gap, x = p.height * between(rng, 0.08, 0.3), p.height * between(rng, 0.12, 0.35)
    z, r = -p.depth - 0.02 * p.height, p.height * between(rng, 0.02, 0.05)
    base, t = _plate(rng, p, z, between(rng, 1.0, 1.5))
    x = min(x, 0.7 * float(base.bounds()[1, 0]))
    top = gap + p.height * between(rng, 0.1, 0.5)
    posts = [rod((s * x, t / 2, z - r), (s * x, top, z - r), r) for s in (-1, 1)]
    reach = -0.4 * p.depth - z + r
    joint = box((2 * x + 2 * r, 0.1 * p.height, reach), (0, top - 0.06 * p.height, z - r + reach / 2))
    return [("stand", base), ("stand", joint), *[("chrome", s) for s in posts]], gap, top - 0.06 * p.height


def floor(rng: np.random.Generator, p: Panel, rear: float) -> Held:
    """A tall column for the room, on a plate or with a shelf between."""
    gap, z = p.height * between(rng, 0.9, 1.8), -p.depth - rear - 0.05 * p.height
    base, _t = _plate(rng, p, z, 1.4)
    attach, stock = gap + 0.5 * p.height, p.height * between(rng, 0.08, 0.2)
    post = box((stock, attach, 0.1 * p.height), (0, attach / 2, z))
    joint = box((0.4 * p.height, 0.3 * p.height, p.depth * 0.5 + rear + 0.05 * p.height), (0, attach, 0))
    pieces: Pieces = [("stand", base), ("stand", post), ("stand", joint.moved(z=(z - p.depth * 0.5) / 2))]
    if chance(rng, 0.5):
        size = (p.width * between(rng, 0.3, 0.7), 0.03 * p.height, 0.45 * p.height)
        pieces.append(("stand", box(size, (0, gap * between(rng, 0.3, 0.7), z + 0.1 * p.height))))
    return pieces, gap, attach
