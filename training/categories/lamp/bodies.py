"""Bodies of table lamps: turned, thrown, stacked, sawn and bent, each from its foot at y = 0 up."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from training.categories.furniture.draw import between, chance, pick
from training.categories.furniture.outlines import Points
from training.categories.lamp.finish import Kit, Painted
from training.categories.lamp.turning import Section, any_section, filled, section_of
from training.solids import Solid, bar, box, cylinder, ellipsoid, rod, tube

Rng = np.random.Generator
THROWN = {"vase": 3.0, "ball": 2, "gourd": 1.5, "baluster": 3, "jar": 1.5, "bottle": 1, "urn": 1, "cone": 1.2,
          "hourglass": 0.5, "candlestick": 2, "figure": 0.8, "cylinder": 1.2}  # fmt: skip
BUILT = {"stacked balls": 1.2, "block": 1, "column": 2, "tripod": 1.3, "cage": 0.6, "ring": 0.5, "stack": 0.6,
         "stone": 0.5, "twisted": 0.3, "bent": 0.4}  # fmt: skip
BODY_KINDS = (*THROWN, *BUILT)
# kind: radius / height of the body, low and high
SLENDER = {
    "vase": (0.22, 0.55), "ball": (0.42, 0.62), "gourd": (0.25, 0.5), "baluster": (0.12, 0.32),
    "jar": (0.3, 0.6), "bottle": (0.16, 0.35), "urn": (0.25, 0.5), "cone": (0.2, 0.55),
    "hourglass": (0.2, 0.45), "candlestick": (0.1, 0.28), "figure": (0.18, 0.32), "cylinder": (0.12, 0.55),
    "stacked balls": (0.12, 0.3), "block": (0.15, 0.55), "column": (0.03, 0.1), "tripod": (0.3, 0.6),
    "cage": (0.2, 0.5), "ring": (0.35, 0.5), "stack": (0.2, 0.5), "stone": (0.35, 0.7), "twisted": (0.1, 0.25),
    "bent": (0.2, 0.4),
}  # fmt: skip
# knots (radius, height) of thrown profiles; each drawn one strays from these
KNOTS = {
    "vase": [(0.5, 0), (0.62, 0.08), (1, 0.55), (0.85, 0.78), (0.3, 0.93), (0.35, 1)],
    "gourd": [(0.7, 0), (1, 0.25), (0.75, 0.48), (0.42, 0.56), (0.62, 0.75), (0.45, 0.92), (0.2, 1)],
    "jar": [(0.8, 0), (0.95, 0.1), (1, 0.5), (0.95, 0.82), (0.5, 0.95), (0.3, 1)],
    "bottle": [(0.95, 0), (1, 0.1), (1, 0.5), (0.6, 0.65), (0.25, 0.75), (0.25, 1)],
    "urn": [(0.6, 0), (0.65, 0.06), (0.22, 0.16), (0.6, 0.32), (1, 0.6), (0.9, 0.8), (0.4, 0.92), (0.5, 1)],
    "cone": [(1, 0), (0.75, 0.35), (0.35, 0.8), (0.2, 1)],
    "hourglass": [(1, 0), (0.7, 0.2), (0.35, 0.5), (0.65, 0.8), (0.8, 1)],
    "figure": [
        (1, 0),
        (0.95, 0.1),
        (0.7, 0.3),
        (0.45, 0.55),
        (0.75, 0.7),
        (0.25, 0.78),
        (0.42, 0.88),
        (0.2, 1),
    ],
}


def body(rng: Rng, k: Kit, kind: str, height: float, radius: float) -> list[Painted]:
    """A body of one of BODY_KINDS, as high as asked for and touching the Y axis at its top."""
    section = any_section(rng, 0.86, k.lowpoly)
    if kind in BUILT:
        return [(s, k.body) for s in _BUILDERS[kind](rng, k, height, radius, section)]
    curve = profile(rng, kind, 8 if k.lowpoly else 16) * [radius, height]
    return [(filled(curve, section), k.body)]


def profile(rng: Rng, kind: str, steps: int) -> Points:
    """The curve of a thrown or turned body, radius at most 1, from height 0 to 1."""
    if kind == "cylinder":
        return np.array([[1.0, 0], [between(rng, 0.75, 1.0), 1], [0.2, 1.01]])
    if kind == "ball":
        angle = np.linspace(-1.3, 1.35, steps)
        return np.stack([np.cos(angle), np.linspace(0, 1, steps) * 0 + (np.sin(angle) + 0.964) / 1.94], 1)
    if kind in ("baluster", "candlestick"):
        return _turned(rng, kind)
    knots = np.array(KNOTS[kind], dtype=float)
    knots[:, 0] *= np.exp(rng.normal(0, 0.18, len(knots)))
    knots[1:-1, 1] += rng.normal(0, 0.02, len(knots) - 2)
    knots = knots[knots[:, 1].argsort()]
    y = np.linspace(0, 1, steps)
    r = _smooth(knots, y)
    return np.stack([r / r.max(), y], 1)


def _smooth(knots: Points, y: Points) -> Points:
    """Radii at heights y, blended by cosines between the knots."""
    i = np.clip(np.searchsorted(knots[:, 1], y, side="right") - 1, 0, len(knots) - 2)
    t = (y - knots[i, 1]) / np.maximum(knots[i + 1, 1] - knots[i, 1], 1e-9)
    return np.asarray(
        knots[i, 0] + (knots[i + 1, 0] - knots[i, 0]) * (1 - np.cos(np.pi * np.clip(t, 0, 1))) / 2
    )


def _turned(rng: Rng, kind: str) -> Points:
    """Beads, coves and long tapers one above the other, on a spreading foot."""
    count = int(rng.integers(5, 12))
    y = np.concatenate([[0.0], np.sort(rng.uniform(0.06, 0.97, count)), [1.0]])
    low = 0.15 if kind == "candlestick" else 0.35
    r = rng.uniform(low, 0.6 if kind == "candlestick" else 1.0, count + 2)
    r[:2], r[-1] = [1.0, between(rng, 0.6, 1.0)], between(rng, 0.2, 0.5)
    if kind == "baluster":
        r[int(rng.integers(2, count))] = 1.1
    return np.stack([r / r.max(), y], 1)


def _balls(rng: Rng, k: Kit, height: float, radius: float, section: Section) -> list[Solid]:
    """Two to five balls or beads on a rod."""
    count = int(rng.integers(2, 6))
    pitch, shrink = height / count, between(rng, 0.6, 1.0) if chance(rng, 0.4) else 1.0
    wide = min(2.2 * pitch, max(radius, 0.5 * pitch))
    beads = [
        ellipsoid([wide * shrink**i, 0.53 * pitch, wide * shrink**i], (0, (i + 0.5) * pitch, 0))
        for i in range(count)
    ]
    return [*beads, cylinder(0.2 * wide * shrink**count + k.wire, height, (0, height / 2, 0), sides=12)]


def _block(rng: Rng, k: Kit, height: float, radius: float, section: Section) -> list[Solid]:
    """A cube, slab or pyramid stump."""
    if chance(rng, 0.5):
        size = (2 * radius, height, 2 * radius * between(rng, 0.35, 1.0))
        return [box(size, (0, height / 2, 0), radius * between(rng, 0, 0.3))]
    section = section_of(rng, pick(rng, {"square": 3, "hexagon": 1, "rounded": 1}))
    curve = np.array([[radius, 0], [radius * between(rng, 0.3, 1.1), height]])
    return [filled(curve, section)]


def _column(rng: Rng, k: Kit, height: float, radius: float, section: Section) -> list[Solid]:
    """A plain pole, perhaps with a collar."""
    radius = max(radius, 1.2 * k.wire)
    solids = [filled(np.array([[radius, 0], [radius * between(rng, 0.5, 1.0), height]]), section)]
    if chance(rng, 0.4):
        y = height * between(rng, 0.1, 0.9)
        solids.append(ellipsoid([radius * between(rng, 1.4, 2.5)] * 3, (0, y, 0)).scaled(1, 1, 1))
    return solids


def _tripod(rng: Rng, k: Kit, height: float, radius: float, section: Section) -> list[Solid]:
    """Three or four straight legs that meet under the socket, perhaps braced."""
    count, thick = int(rng.choice([3, 3, 3, 4])), max(1.3 * k.wire, height * between(rng, 0.012, 0.05))
    inner = thick * between(rng, 0.5, 2.0)
    leg = rod((0, 0, radius), (0, height, inner), thick * between(rng, 0.5, 1.0), thick)
    if chance(rng, 0.3):
        leg = bar((0, 0, radius), (0, height, inner), 2 * thick, 1.6 * thick)
    hub = cylinder(inner + thick, height * 0.1, (0, height * 0.95, 0), sides=16)
    turn = between(rng, 0, 60)
    return [hub, *(leg.turned("y", turn + i * 360 / count) for i in range(count))]


def _cage(rng: Rng, k: Kit, height: float, radius: float, section: Section) -> list[Solid]:
    """Bent wires from a ring at the floor to a collar."""
    count, wire = int(rng.integers(4, 9)), k.wire * between(rng, 1.0, 1.8)
    t = np.linspace(0, 1, 7)
    bulge = 0.15 + 0.85 * np.sin(np.pi * (0.15 + 0.85 * t) ** between(rng, 0.7, 1.6)) * (1 - 0.1 * t)
    path = np.stack([0 * t, t * height, bulge * radius], 1)
    path[0, 1] = wire
    wires = [tube(path, wire, sides=6).turned("y", i * 360 / count) for i in range(count)]
    foot = np.array([[path[0, 2] + 2 * wire, 0], [path[0, 2] + 2 * wire, 2 * wire]])
    collar = cylinder(0.16 * radius + 2 * wire, height * 0.08, (0, height * 0.96, 0), sides=16)
    return [*wires, collar, filled(foot)]


def _ring(rng: Rng, k: Kit, height: float, radius: float, section: Section) -> list[Solid]:
    """An upright hoop, a loop or a rhombus."""
    sides = int(rng.choice([4, 24, 24, 24]))
    angle = np.linspace(0, 2 * np.pi, sides, endpoint=False) - np.pi / 2
    stock = max(height * between(rng, 0.025, 0.09), 2 * k.wire)
    x, y = (radius - stock) * np.cos(angle), (height / 2 - 0.6 * stock) * np.sin(angle) + height / 2
    return [
        tube(np.stack([x, y, 0 * x], 1), stock, closed=True, sides=8),
        box((4 * stock, stock, 3 * stock), (0, stock / 2, 0)),
    ]


def _stack(rng: Rng, k: Kit, height: float, radius: float, section: Section) -> list[Solid]:
    """Boxes or discs of different width one on the other."""
    count, solids, y = int(rng.integers(3, 6)), [], 0.0
    square = chance(rng, 0.5)
    for share in rng.dirichlet(np.full(count, 6.0)):
        h, r = share * height, radius * between(rng, 0.5, 1.0)
        middle = (0, y + h / 2, 0)
        solids.append(box((2 * r, h * 1.02, 2 * r), middle) if square else cylinder(r, h * 1.02, middle))
        y += h
    return solids


def _stone(rng: Rng, k: Kit, height: float, radius: float, section: Section) -> list[Solid]:
    """A pebble or a rough lump."""
    return [
        ellipsoid(
            (radius, height / 2, radius * between(rng, 0.5, 1.0)), (0, height / 2, 0), between(rng, 1.6, 3.5)
        )
    ]


def _twisted(rng: Rng, k: Kit, height: float, radius: float, section: Section) -> list[Solid]:
    """Two or three strands wound round each other."""
    count, t, turns = int(rng.choice([2, 3])), np.linspace(0, 1, 18), between(rng, 0.7, 2.0)
    angle, r = 2 * np.pi * turns * t, radius * (0.45 - 0.1 * t)
    path = np.stack([r * np.cos(angle), 0.4 * radius + t * (height - 0.5 * radius), r * np.sin(angle)], 1)
    strands = [tube(path, 0.5 * radius, sides=6).turned("y", i * 360 / count) for i in range(count)]
    return [
        *strands,
        cylinder(0.6 * radius, 0.2 * height, (0, 0.1 * height, 0)),
        cylinder(0.5 * radius, 0.1 * height, (0, 0.95 * height, 0)),
    ]


def _bent(rng: Rng, k: Kit, height: float, radius: float, section: Section) -> list[Solid]:
    """A stem with a swing to one side that comes back under the shade."""
    t, swing = np.linspace(0, 1, 9), radius * between(rng, 0.6, 1.2)
    z = swing * np.sin(np.pi * t) * np.sign(rng.normal())
    stock = max(1.5 * k.wire, height * between(rng, 0.02, 0.07))
    path = np.stack([0 * t, stock + t * (height - stock), z], 1)
    return [tube(path, stock, sides=8), cylinder(3 * stock, stock, (0, stock / 2, 0))]


_BUILDERS: dict[str, Callable[[Rng, Kit, float, float, Section], list[Solid]]] = {
    "stacked balls": _balls, "block": _block, "column": _column, "tripod": _tripod, "cage": _cage,
    "ring": _ring, "stack": _stack, "stone": _stone, "twisted": _twisted, "bent": _bent,
}  # fmt: skip
