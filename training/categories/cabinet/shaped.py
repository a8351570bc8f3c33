"""Cabinets whose plan is not a rectangle: bow fronts, serpentines, half rounds, corners, drums, bombé."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.cabinet.handles import handle
from training.categories.cabinet.layout import count_of
from training.categories.cabinet.measures import Measures
from training.categories.cabinet.palette import Piece
from training.categories.cabinet.stands import stand
from training.categories.furniture.draw import between, chance, tailed
from training.categories.furniture.outlines import Points
from training.solids import Solid, loft

SHAPED_KINDS = ("bow", "serpentine", "half round", "corner", "canted", "drum", "concave")


# The rectangle of feet under each plan: its share of the width and of the depth, from the rear.
FOOTPRINTS = {"half round": (0.66, 0.6), "drum": (0.66, 0.66), "corner": (0.52, 0.6), "canted": (0.62, 0.8)}
BASES = ("plinth", "toe kick", "skirt")
NOT_UNDER_CURVES = ("sides", "posts", "brackets")


def shaped(rng: np.random.Generator, kind: str, grip: str, foot: str, m: Measures) -> list[Piece]:
    """A body with fronts that follow its plan, a top of the same outline, perhaps a swollen belly."""
    edge = plan_edge(rng, kind, m)
    swell = between(rng, 0.04, 0.16) if kind in ("bow", "serpentine") and chance(rng, 0.3) else 0.0
    pieces: list[Piece] = [(_body(edge, m, swell), "body")]
    pieces += _curved_fronts(rng, edge, m, swell, grip)
    t, over = tailed(rng, 0.03, 0.4, 0.012, 0.09), tailed(rng, 0.018, 0.6, 0.002, 0.07)
    top = _plate(_outline(edge, m, over), m.height - 0.004, m.height + t)
    return [*pieces, (top, "top"), *_under(rng, kind, foot, edge, m)]


def _under(rng: np.random.Generator, kind: str, foot: str, edge: Points, m: Measures) -> list[Piece]:
    """A base of the plan's own outline, or feet where they are under it."""
    if foot in BASES:
        over = between(rng, 0.004, 0.025) if foot == "skirt" else -between(rng, 0.005, 0.05)
        return [(_plate(_outline(edge, m, over), 0.0, m.lift + 0.005), "body")]
    wide, deep = FOOTPRINTS.get(kind, (0.94, 0.7))
    under = replace(m, width=m.width * wide, depth=m.depth * deep)
    shift = 0.0 if kind == "drum" else (deep - 1.0) * m.depth / 2
    feet = stand(rng, "blocks" if foot in NOT_UNDER_CURVES else foot, under)
    return [(solid.moved(z=shift), role) for solid, role in feet]


def plan_edge(rng: np.random.Generator, kind: str, m: Measures) -> Points:
    """The front edge of the plan, (k, 2) of (x, z) from the left rear to the right rear."""
    x, z, u = m.width / 2, m.depth / 2, np.linspace(-1, 1, 15)
    if kind in ("half round", "drum"):
        angle = u * np.pi / 2 if kind == "half round" else u * np.pi * 0.97
        low = -z if kind == "half round" else 0.0
        return np.stack([x * np.sin(angle), low + (2 * z if low else z) * np.cos(angle)], axis=1)
    if kind in ("corner", "canted"):
        cut = x * (between(rng, 0.45, 0.75) if kind == "corner" else between(rng, 0.1, 0.4))
        side = z * (between(rng, -0.8, 0.2) if kind == "corner" else between(rng, 0.3, 0.8))
        return np.array([[-x, -z], [-x, side], [-x + cut, z], [x - cut, z], [x, side], [x, -z]])
    bulge = m.depth * between(rng, 0.08, 0.28)
    curve = {"bow": 1 - u**2, "concave": u**2, "serpentine": 0.5 + 0.5 * np.cos(2 * np.pi * u)}[kind]
    front = np.stack([u * x, z - bulge + bulge * curve], axis=1)
    return np.concatenate([[[-x, -z]], front, [[x, -z]]])


def _outline(edge: Points, m: Measures, over: float) -> Points:
    """The plan scaled to overhang, its rear in place."""
    grow = np.array([(m.width + 2 * over) / m.width, (m.depth + over) / m.depth])
    rear = np.array([0.0, -m.depth / 2])
    return np.asarray((edge - rear) * grow + rear)


def _plate(outline: Points, low: float, high: float) -> Solid:
    return loft([(low, outline[:, ::-1]), (high, outline[:, ::-1])], axis="y")


def _body(edge: Points, m: Measures, swell: float) -> Solid:
    """The plan pulled up, wider at the belly of a bombé chest."""
    levels = np.linspace(0.0, 1.0, 9 if swell else 2)
    return loft(
        [
            (m.lift + float(v) * (m.height - m.lift), (_belly(edge, m, float(v), swell))[:, ::-1])
            for v in levels
        ],
        axis="y",
    )


def _belly(edge: Points, m: Measures, v: float, swell: float, out: float = 0.0) -> Points:
    """The plan at a share `v` of the height."""
    wide = swell * float(np.sin(np.pi * v**0.7))
    return _outline(edge, m, wide * m.depth + out)


def _curved_fronts(
    rng: np.random.Generator, edge: Points, m: Measures, swell: float, grip: str
) -> list[Piece]:
    """Rows of drawers, or doors, as sheets that stand out of the plan's front."""
    inner = edge[2:-2] if len(edge) == 17 else edge[1:-1] if len(edge) > 6 else edge[2:4]
    margin = 0.94 if len(edge) == 6 else 1.0
    middle = np.array([inner[:, 0].mean(), -m.depth / 2])
    inner = (inner - middle) * [margin, 1.0] + middle
    tall = m.height - m.lift
    rows = count_of(rng, tall, 0.22, 6) if chance(rng, 0.3 if len(edge) == 6 else 0.65) else 1
    relief, seed = max(0.005, m.relief), int(rng.integers(1 << 31))
    pieces: list[Piece] = []
    for i in range(rows):
        low, high = (m.lift + tall * (0.02 + 0.96 * (i + f) / rows) for f in (0.03, 0.97))
        halves = (
            [inner]
            if rows > 1 or len(inner) < 4
            else [inner[: len(inner) // 2 + 1], inner[len(inner) // 2 :]]
        )
        for j, part in enumerate(halves):
            line = part if len(halves) == 1 else _shortened(part, j)
            pieces.append((_sheet(line, m, swell, low, high, relief), "front"))
        pieces += _grips(inner, m, swell, (low + high) / 2, relief, grip, seed, rows == 1)
    return pieces


def _shortened(line: Points, side: int) -> Points:
    """One leaf of a pair, a joint short of the middle."""
    result, end = line.copy(), -1 if side == 0 else 0
    result[end] += (line[-2 if side == 0 else 1] - line[end]) * 0.06
    return result


def _sheet(line: Points, m: Measures, swell: float, low: float, high: float, relief: float) -> Solid:
    """A front of one height that follows the curve, its back inside of the body."""
    sections = []
    for y in np.linspace(low, high, 4 if swell else 2):
        v = float((y - m.lift) / (m.height - m.lift))
        out = _belly(line, m, v, swell) + np.array([0.0, relief])
        back = out * [0.97, 1.0] - [0, relief + 0.02]
        sections.append((float(y), np.concatenate([out, back[::-1]])[:, ::-1]))
    return loft(sections, axis="y")


def _grips(
    inner: Points, m: Measures, swell: float, y: float, relief: float, grip: str, seed: int, door: bool
) -> list[Piece]:
    """Two handles at like places of the curve, or one in the middle of a narrow front."""
    v = (y - m.lift) / (m.height - m.lift)
    line = _belly(inner, m, v, swell) + np.array([0.0, relief])
    share = 0.06 if door else 0.28 if m.width > 0.55 else 0.0
    spots = (0.5 - share, 0.5 + share) if share else (0.5,)
    pieces: list[Piece] = []
    for spot in spots:
        x = float(line[0, 0] + spot * (line[-1, 0] - line[0, 0]))
        z = float(np.interp(x, line[:, 0], line[:, 1])) - 0.002
        size = 0.1 * (2 if m.toy else 1)
        pieces += [
            (s.moved(x, y, z), "handle") for s in handle(np.random.default_rng(seed), grip, size, door)
        ]
    return pieces
