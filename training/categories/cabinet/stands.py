"""What a cabinet stands on: plinths, feet, legs, posts, sledges, castors, sides that reach the floor."""

from __future__ import annotations

import numpy as np

from training.categories.cabinet.measures import Measures
from training.categories.cabinet.palette import Piece
from training.categories.furniture.draw import between, chance
from training.categories.furniture.legs import LEG_KINDS, hairpin, leg, stretchers
from training.solids import Solid, bar, box, cylinder, extrusion, lathe, loft

LEGS = tuple(f"{kind} legs" for kind in LEG_KINDS)
STAND_KINDS = (
    "floor", "plinth", "toe kick", "skirt", "blocks", "buns", "brackets", "sides", "posts", "hairpin",
    "sledge", "castors", "splayed", "frame", *LEGS,
)  # fmt: skip
LIFTS = {
    "floor": (0.0, 0.0), "plinth": (0.02, 0.12), "toe kick": (0.06, 0.15), "skirt": (0.04, 0.14),
    "blocks": (0.03, 0.1), "buns": (0.05, 0.12), "brackets": (0.06, 0.16), "sides": (0.04, 0.2),
    "posts": (0.05, 0.28), "castors": (0.04, 0.1), "sledge": (0.1, 0.3),
}  # fmt: skip
HIGH = (0.1, 0.36)


def stand(rng: np.random.Generator, kind: str, m: Measures) -> list[Piece]:
    """A stand of one of STAND_KINDS, from the floor into the carcass."""
    if kind == "floor":
        return []
    if kind in ("sides", "posts", "brackets"):
        return [(s, "body") for s in {"sides": _sides, "posts": _posts, "brackets": _brackets}[kind](rng, m)]
    if kind in ("plinth", "toe kick", "skirt"):
        return [(_plinth(rng, kind, m), "body" if chance(rng, 0.7) else "stand")]
    makers = {"buns": _feet, "blocks": _feet, "castors": _castors, "sledge": _sledge, "frame": _frame}
    return [(s, "stand") for s in (makers[kind](rng, m) if kind in makers else _legs(rng, kind, m))]


def corners(m: Measures, inset: float) -> list[tuple[float, float]]:
    """(x, z) of four feet: front left, front right, back right, back left."""
    x, z = m.width / 2 - inset, m.depth / 2 - inset
    return [(-x, z), (x, z), (x, -z), (-x, -z)]


def tiers(levels: list[tuple[float, float]], m: Measures, flush: bool) -> Solid:
    """Mouldings round the carcass: (height, overhang) from the bottom up; `flush` at the rear."""
    sections = []
    for i, (y, over) in enumerate(levels):
        x, z, rear = m.width / 2 + over, m.depth / 2 + over, m.depth / 2 + (min(over, 0.0) if flush else over)
        sections.append((y + 1e-5 * i, np.array([[-rear, -x], [z, -x], [z, x], [-rear, x]])))
    return loft(sections, axis="y")


def _plinth(rng: np.random.Generator, kind: str, m: Measures) -> Solid:
    """A base as wide as the body, behind it at the toes, or a moulded skirt round it."""
    top, flush = m.lift + 0.004, chance(rng, 0.7)
    if kind == "toe kick":
        back = between(rng, 0.03, 0.08)
        return box((m.width - 0.002, top, m.depth - back), (0, top / 2, -back / 2))
    if kind == "plinth":
        return tiers([(0.0, -between(rng, 0.0, 0.05)), (top, -between(rng, 0.0, 0.02))], m, flush)
    over = between(rng, 0.008, 0.03) * (2.0 if m.toy else 1.0)
    if chance(rng, 0.4):
        return tiers([(0.0, over), (m.lift + 0.02, over)], m, flush)
    step = over * between(rng, 0.2, 0.7)
    levels = [(0.0, over), (0.6 * m.lift, over), (0.6 * m.lift, step), (m.lift + 0.01, step)]
    return tiers([*levels, (m.lift + 0.02, -0.005)], m, flush)


def _legs(rng: np.random.Generator, kind: str, m: Measures) -> list[Solid]:
    """Four legs, six under long bodies, upright or splayed, perhaps with stretchers or a low shelf."""
    top, stock = m.lift + 0.01, min(m.stock, m.lift * 0.9)
    if kind == "hairpin":
        inset = between(rng, 0.03, 0.08)
        ends = [((x, 0.005, z), (x * 0.96, top, z * 0.96)) for x, z in corners(m, inset)]
        return [s for a, b in ends for s in hairpin(a, b, min(0.1, m.depth / 4), 0.006, 2)]
    name = kind.removesuffix(" legs")
    splay = between(rng, 0.05, 0.35) * m.lift if name == "splayed" else 0.0
    name = str(rng.choice(["round", "round", "square"])) if name == "splayed" else name
    inset = stock / 2 + (splay if chance(rng, 0.6) else 0.0) + between(rng, 0.0, 0.04)
    taper, seed = (1.0 if chance(rng, 0.3) else between(rng, 0.4, 1.0)), int(rng.integers(1 << 31))
    tops = [(x, top, z) for x, z in corners(m, min(inset, 0.4 * min(m.width, m.depth)))]
    if m.width > 1.5 and chance(rng, 0.35):
        tops += [(0.0, top, tops[0][2]), (0.0, top, tops[2][2])]
    feet = [(x + splay * np.sign(x), 0.0, z + splay * np.sign(z)) for x, _, z in tops]
    solids = [
        leg(np.random.default_rng(seed), name, f, t, stock, taper) for f, t in zip(feet, tops, strict=True)
    ]
    if m.lift > 0.2 and chance(rng, 0.15):
        solids += stretchers(rng, feet[:4], tops[:4], stock * 0.6)
    return solids


def _feet(rng: np.random.Generator, m: Measures) -> list[Solid]:
    """Low blocks or turned buns."""
    size = max(0.03, min(m.stock * between(rng, 0.9, 1.8), 0.3 * m.width, 0.3 * m.depth))
    spots, y = corners(m, size * between(rng, 0.45, 0.7)), (m.lift + 0.006) / 2
    kind = rng.random()
    if kind < 0.4:
        return [box((size, 2 * y, size), (x, y, z)) for x, z in spots]
    if kind < 0.6:
        return [cylinder(size * between(rng, 0.3, 0.4), 2 * y, (x, y, z), size / 2) for x, z in spots]
    turning = [(0.0, 0.0), (0.6, 0.0), (1.0, 1.0), (0.8, 1.6), (0.5, 1.8), (0.6, 2.0), (0.0, 2.0)]
    profile = np.array(turning) * [size / 2, y]
    return [lathe(profile, (x, 0, z), sides=14) for x, z in spots]


def _castors(rng: np.random.Generator, m: Measures) -> list[Solid]:
    """Four wheels under plates."""
    r, solids = 0.42 * m.lift, []
    for x, z in corners(m, 0.8 * m.lift):
        solids.append(cylinder(r, 0.7 * r, (x, r, z), axis="x", sides=14))
        solids.append(box((r, m.lift - r + 0.006, r), (x, (m.lift + r) / 2 + 0.003, z)))
    return solids


def _sides(rng: np.random.Generator, m: Measures) -> list[Solid]:
    """The two sides run to the floor, perhaps with a rail between them, straight or arched."""
    t, high = max(m.board, 0.015), m.lift + 0.02
    solids = [box((t, high, m.depth), (s * (m.width - t) / 2, high / 2, 0)) for s in (-1, 1)]
    if chance(rng, 0.5):
        solids.append(_apron(rng, m))
    return solids


def _apron(rng: np.random.Generator, m: Measures) -> Solid:
    """A rail under the front whose lower edge is arched."""
    x, t, low = m.width / 2 - 0.004, np.linspace(-1, 1, 11), between(rng, 0.0, 0.6) * m.lift
    rise = (0.95 * m.lift - low) * between(rng, 0.2, 0.9)
    edge = np.stack([t * x, low + rise * (1 - np.abs(t) ** between(rng, 1.5, 6))], axis=1)
    outline = np.concatenate([edge, [[x, m.lift + 0.01], [-x, m.lift + 0.01]]])
    return extrusion(outline, 0.02, axis="z", at=m.front - 0.014)


def _posts(rng: np.random.Generator, m: Measures) -> list[Solid]:
    """Corner posts from the floor to the top, flush or proud, perhaps rails between their feet."""
    stock, proud = min(max(m.stock, 0.03), 0.12), between(rng, 0.0, 0.4) * m.stock
    high = m.height - 0.003 + (between(rng, 0.01, 0.12) if chance(rng, 0.15) else 0.0)
    spots = corners(m, stock / 2 - proud)
    solids = [box((stock, high, stock), (x, high / 2, z)) for x, z in spots]
    if chance(rng, 0.3):
        solids.append(_apron(rng, m))
    elif chance(rng, 0.3):
        y, half = m.lift * between(rng, 0.15, 0.5), spots[1][0]
        solids += [box((2 * half, stock * 0.5, 0.025), (0, y, s * spots[0][1])) for s in (-1, 1)]
    return solids


def _brackets(rng: np.random.Generator, m: Measures) -> list[Solid]:
    """Ogee or straight bracket feet: boards with a curved cut between them, on front and sides."""
    over, t, curve = between(rng, 0.0, 0.02), 0.022, between(rng, 0.8, 3.0)
    reach = min(0.35 * m.depth, m.lift * between(rng, 0.9, 1.8))
    u = np.linspace(0, 1, 5)
    inner = np.stack([reach * (0.5 + 0.5 * u**curve), u * 0.75 * m.lift], axis=1)
    top = m.lift + 0.012
    foot = np.concatenate([[[0, 0]], inner, [[reach * 1.1, top], [0, top]]])
    solids = []
    for sx in (-1, 1):
        x = sx * (m.width / 2 + over)
        for sz in (-1, 1):
            z = sz * m.depth / 2 + max(sz, 0) * over
            across = foot * [-sx, 1] + [x, 0]
            solids.append(extrusion(across, t, axis="z", at=z - sz * t / 2))
            along = (foot * [-sz, 1] + [z, 0])[:, ::-1]
            solids.append(extrusion(along, t, axis="x", at=x - sx * t / 2))
    rail = box((m.width + 2 * over, 0.3 * m.lift, t), (0, top - 0.15 * m.lift, m.depth / 2 + over - t / 2))
    return [*solids, rail]


def _sledge(rng: np.random.Generator, m: Measures) -> list[Solid]:
    """Two closed frames of bar under the ends."""
    t, solids = between(rng, 0.015, 0.04), []
    x, z = m.width / 2 * between(rng, 0.7, 0.97) - t / 2, m.depth / 2 * between(rng, 0.8, 1.0) - t / 2
    for s in (-1, 1):
        solids += [bar((s * x, 0, v * z), (s * x, m.lift + 0.006, v * z), t, t) for v in (-1, 1)]
        solids.append(box((t, t, 2 * z), (s * x, t / 2, 0)))
    return solids


def _frame(rng: np.random.Generator, m: Measures) -> list[Solid]:
    """A separate low table: legs tied by rails under the body, perhaps a lower shelf."""
    t, spots = between(rng, 0.02, 0.05), corners(m, between(rng, 0.0, 0.05) + 0.025)
    x, z, y = spots[1][0], spots[1][1], m.lift - t / 2 + 0.004
    solids: list[Solid] = [box((t, m.lift, t), (a, m.lift / 2, b)) for a, b in spots]
    solids += [box((2 * x, t, t), (0, y, s * z)) for s in (-1, 1)]
    solids += [box((t, t, 2 * z), (s * x, y, 0)) for s in (-1, 1)]
    if m.lift > 0.2 and chance(rng, 0.4):
        solids.append(box((2 * x, 0.02, 2 * z), (0, m.lift * between(rng, 0.2, 0.5), 0)))
    return solids
