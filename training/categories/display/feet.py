"""What carries a flat panel: blades, pairs of feet, rings, arms, domes, and all columns by name."""

from __future__ import annotations

import numpy as np

from training.categories.devices.forms import side
from training.categories.display import columns
from training.categories.display.columns import Held
from training.categories.display.panels import Panel
from training.categories.furniture.draw import between, pick, tailed
from training.categories.furniture.outlines import bent, circle, thick
from training.solids import Solid, bar, box, cylinder, loft, rod, tube


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


def _blade(rng: np.random.Generator, p: Panel, rear: float) -> Held:
    """One bent sheet of metal: a foot, a heel and a back that leans to the panel."""
    gap, attach = p.height * between(rng, 0.12, 0.4), 0.0
    attach = gap + p.height * between(rng, 0.25, 0.55)
    t, width = p.height * tailed(rng, 0.022, 0.4, 0.01, 0.06), p.height * between(rng, 0.25, 0.6)
    front, heel = p.height * between(rng, 0.02, 0.3), -p.depth - rear - p.height * between(rng, 0.12, 0.4)
    end = (-p.depth * 0.6, attach)
    corners = np.array([(front, t / 2), (heel, t / 2), end])
    profile = thick(bent(corners, p.height * between(rng, 0.01, 0.12), 5), t)
    low = min(q[1] for q in profile)
    profile[:, 1] = np.maximum(profile[:, 1] - low, 0)
    return [("stand", side(profile, width))], gap, attach


def _two_feet(rng: np.random.Generator, p: Panel, rear: float) -> Held:
    """Two feet under the panel's ends: blades, boomerangs, bars or splayed pegs."""
    gap, x = p.height * between(rng, 0.06, 0.2), p.width * between(rng, 0.22, 0.46)
    reach, stock = p.height * between(rng, 0.16, 0.3), p.height * between(rng, 0.015, 0.045)
    kind = pick(rng, {"boomerang": 4, "block": 2, "bar": 2, "pegs": 1})
    z, top, width = (
        -p.depth / 2 + p.sagitta * (2 * x / p.width) ** 2,
        gap + min(0.4 * p.chin, 0.05 * p.height) + 0.004,
        max(stock, 0.6 * p.depth),
    )
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
    neck = box(
        (width * between(rng, 0.2, 0.9), gap + 0.02, p.depth * 0.7), (0, (gap + 0.02) / 2, -p.depth / 2)
    )
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
    foot, t = (
        (0, 0.0, -p.depth - rear - p.height * between(rng, 0.25, 0.5)),
        p.height * between(rng, 0.02, 0.05),
    )
    return [("stand", bar(foot, (0, attach, -p.depth * 0.7), width, t))], p.height * 0.02, attach


def _arm(rng: np.random.Generator, p: Panel, rear: float) -> Held:
    """A post on a clamp, and a jointed arm that comes forward to the panel."""
    attach, stock = p.height * between(rng, 0.9, 1.6), p.height * between(rng, 0.04, 0.09)
    z, x = -p.depth - rear - p.height * between(rng, 0.4, 0.9), p.height * between(rng, -0.6, 0.6)
    elbow = (x, attach - 0.02, (z - p.depth - rear) / 2)
    post = rod((0, 0, z), (0, attach + stock, z), stock * 0.6)
    plate = box((0.3 * p.height, 0.04 * p.height, 0.3 * p.height), (0, 0.02 * p.height, z))
    arms = [bar((0, attach, z), elbow, stock, stock), bar(elbow, (0, attach, -p.depth * 0.6), stock, stock)]
    head = box(
        (0.25 * p.height, 0.25 * p.height, rear + p.depth * 0.5), (0, attach, -p.depth * 0.75 - rear / 2)
    )
    knuckle = cylinder(stock * 0.8, stock * 2, elbow)
    return [("stand", s) for s in (post, plate, *arms, head, knuckle)], attach - p.height / 2, attach


def _dome(rng: np.random.Generator, p: Panel, rear: float) -> Held:
    """Half a ball on the table with a bent tube, as lamps have it."""
    radius, stock = p.height * between(rng, 0.3, 0.48), p.height * between(rng, 0.02, 0.045)
    gap = radius * between(rng, 0.6, 1.1)
    attach, z = (
        gap + p.height * between(rng, 0.35, 0.55),
        -p.depth - rear - p.height * between(rng, 0.15, 0.45),
    )
    level = np.array([(0, radius * 0.5, z), (0, attach * 0.95, z), (0, attach, -p.depth * 0.6)])
    pan = cylinder(radius, 0.1 * radius, (0, 0.05 * radius, z))
    high = radius * between(rng, 0.6, 1.0)
    cap = [(0.0, 1.0), (0.35, 0.95), (0.6, 0.8), (0.8, 0.6), (0.93, 0.36), (1.0, 0.0)]
    outline = circle(radius, radius, 24)
    dome = loft([(y * high, outline * max(s, 0.02)) for y, s in cap], axis="y").moved(z=z)
    return [("body", dome), ("body", pan), ("chrome", tube(level, stock, sides=8))], gap, attach


def _wedge(rng: np.random.Generator, p: Panel, rear: float) -> Held:
    """A solid foot that tapers from the table to the panel's rear, seen from the side a triangle."""
    gap, attach = p.height * between(rng, 0.05, 0.3), p.height * between(rng, 0.4, 0.7)
    width, front = p.height * between(rng, 0.3, 0.8), p.height * between(rng, -0.05, 0.25)
    back = -p.depth - rear - p.height * between(rng, 0.15, 0.45)
    t = p.height * between(rng, 0.02, 0.08)
    profile = [(back, 0), (front, 0), (front, t), (-p.depth * 0.5, gap * 0.7 + t), (-p.depth * 0.5, attach)]
    return [("stand", side([*profile, (-p.depth - rear, attach)], width))], gap, attach


KINDS = {
    "column": columns.column, "neck": columns.neck, "blade": _blade, "v feet": columns.v_feet,
    "two feet": _two_feet,
    "bar foot": _bar_foot, "ring": _ring, "easel": _easel, "arm": _arm, "dome": _dome,
    "two columns": columns.two_columns, "star": columns.star, "wedge": _wedge, "floor": columns.floor,
}  # fmt: skip
