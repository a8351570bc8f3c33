"""Bases that stand on the floor at four corners: legs, side panels, boxes, rockers."""

from __future__ import annotations

import numpy as np

from training.categories.chair.measures import Measures
from training.categories.chair.tubes import TUBE_KINDS, tube_base
from training.categories.furniture.draw import between, chance, pick
from training.categories.furniture.legs import LEG_KINDS, leg, stretchers
from training.categories.furniture.outlines import Points, bent, shrink_into
from training.categories.furniture.pedestals import pedestal, star_base
from training.categories.furniture.slabs import ribbon, slab
from training.solids import Solid, bar, box, cylinder, tube

BASE_KINDS = (*LEG_KINDS, *TUBE_KINDS, "sides", "box", "rockers", "pedestal", "swivel", "star")
Corners = list[tuple[float, float, float]]


def base(rng: np.random.Generator, kind: str, m: Measures, outline: Points) -> list[Solid]:
    """All that carries the seat, from the floor into the seat's board."""
    if kind in TUBE_KINDS:
        return tube_base(rng, kind, m, outline)
    if kind == "sides":
        return _sides(rng, m)
    if kind == "box":
        inset = between(rng, 0.0, 0.05)
        return [slab(outline * (1.0 - inset), m.seat - 0.4 * m.thickness, m.seat - 0.4 * m.thickness)]
    if kind == "rockers":
        return _rockers(rng, m, outline)
    if kind in ("pedestal", "swivel", "star"):
        return _central(rng, kind, m)
    return four_legs(rng, kind, m, outline)


def leg_tops(m: Measures, outline: Points, inset: float = 0.0) -> Corners:
    """Where the legs meet the seat: front left, front right, back right, back left."""
    y = m.seat - 0.4 * min(m.thickness, 0.03)
    half = m.stock / 2 + inset
    front = shrink_into(m.width / 2 - half, m.depth / 2 - half, outline, 0.95)
    rear = shrink_into(m.rear_half - half, m.rear + half, outline, 0.95)
    return [(-front[0], y, front[1]), (front[0], y, front[1]), (rear[0], y, rear[1]), (-rear[0], y, rear[1])]


def feet_of(tops: Corners, splay: float, rear_extra: float = 0.0) -> Corners:
    """The legs' feet: outside of their tops by `splay` along x and z, the rear ones further back."""
    return [
        (x + float(np.sign(x)) * splay, 0.0, z + float(np.sign(z)) * splay - (rear_extra if z < 0 else 0.0))
        for x, _, z in tops
    ]


def four_legs(rng: np.random.Generator, kind: str, m: Measures, outline: Points) -> list[Solid]:
    """Four legs of one kind (plain ones behind turned or cabriole ones), often with stretchers."""
    inset = between(rng, 0.0, 0.07) if m.splay > 0.02 and kind in ("round", "turned") else 0.0
    tops = leg_tops(m, outline, inset)
    splay = m.splay if kind in ("square", "round", "turned", "sabre") else 0.0
    rear = between(rng, 0.0, 0.09) if chance(rng, 0.5) else 0.0
    feet = feet_of(tops, splay, rear)
    seed = int(rng.integers(1 << 31))
    plain_rear = kind in ("turned", "cabriole") and m.splay < 0.02 and chance(rng, 0.6)
    kinds = [kind, kind] + (["square"] * 2 if plain_rear else [kind] * 2)
    solids = [
        leg(np.random.default_rng(seed), k, f, t, m.stock, m.taper)
        for k, f, t in zip(kinds, feet, tops, strict=True)
    ]
    tall = m.seat > 0.58
    straight = kind not in ("cabriole", "sabre")
    if straight and (tall or (kind in ("square", "turned", "round") and m.stock < 0.06 and chance(rng, 0.4))):
        rail = m.stock * between(rng, 0.45, 0.8)
        solids += stretchers(
            rng, feet, tops, max(0.014, rail), pick(rng, {"box": 3, "ladder": 1}) if tall else ""
        )
    return solids


def _sides(rng: np.random.Generator, m: Measures) -> list[Solid]:
    """Two boards as legs, sometimes with a cross board between them."""
    t, top = max(0.018, m.stock * between(rng, 0.4, 1.0)), m.seat - 0.4 * min(m.thickness, 0.03)
    depth, x = m.depth * between(rng, 0.6, 1.0), m.rear_half - between(rng, 0.5, 1.5) * t
    lean = between(rng, 0.0, 0.05)
    solids = [
        bar((s * (x + lean), 0, 0), (s * x, top, 0), t, depth * between(rng, 1.0, 1.0)) for s in (-1, 1)
    ]
    if chance(rng, 0.6):
        height = top * between(rng, 0.2, 0.6)
        solids.append(box((2 * x, height, t), (0, top - height / 2, between(rng, -0.3, 0.3) * depth)))
    return solids


def _rockers(rng: np.random.Generator, m: Measures, outline: Points) -> list[Solid]:
    """Four legs on two curved runners."""
    tops = leg_tops(m, outline)
    lift = 0.09
    feet = [(x * 1.04, lift, z) for x, _, z in feet_of(tops, m.splay * 0.4)]
    kind = pick(rng, {"round": 2, "turned": 1, "square": 2})
    seed = int(rng.integers(1 << 31))
    solids = [
        leg(np.random.default_rng(seed), kind, f, t, m.stock, m.taper)
        for f, t in zip(feet, tops, strict=True)
    ]
    reach, behind = m.depth / 2 + between(rng, 0.05, 0.12), m.depth / 2 + between(rng, 0.15, 0.3)
    z = np.linspace(-behind, reach, 13)
    stock = max(0.022, m.stock * 0.8)
    y = stock / 2 + (z / m.depth * 2) ** 2 * (lift - stock * 0.6)
    runner = ribbon(np.stack([z, y], axis=1), stock * 1.2, stock)
    span = abs(feet[0][0] + feet[3][0]) / 2
    if abs(abs(feet[0][0]) - abs(feet[3][0])) > stock * 0.8:
        runners = [
            tube(
                np.stack(
                    [s * np.interp(z, [feet[3][2], feet[0][2]], [abs(feet[3][0]), abs(feet[0][0])]), y, z], 1
                ),
                stock * 0.6,
            )
            for s in (-1.0, 1.0)
        ]
    else:
        runners = [runner.moved(x=s * span) for s in (-1, 1)]
    return solids + runners


def _central(rng: np.random.Generator, kind: str, m: Measures) -> list[Solid]:
    """One column in the middle, with a plate under the seat."""
    top, reach = m.seat - 0.5 * min(m.thickness, 0.04), m.width * between(rng, 0.42, 0.62)
    stock = between(rng, 0.04, 0.075)
    plate = box((m.width * 0.45, 0.02, m.depth * 0.5), (0, m.bottom - 0.005, 0))
    if kind == "star":
        return [plate, *star_base(rng, top, reach)]
    foot = "cross" if kind == "swivel" else pick(rng, {"disc": 5, "square": 1, "tulip": 3, "drum": 0.6})
    solids = [plate, *pedestal(rng, foot, top, reach, stock)]
    if m.seat > 0.58 and foot != "drum" and chance(rng, 0.7):
        solids += _foot_ring(rng, m, stock)
    return solids


def _foot_ring(rng: np.random.Generator, m: Measures, stock: float) -> list[Solid]:
    """A footrest round a bar chair's column."""
    y, radius = m.seat * between(rng, 0.3, 0.45), between(rng, 0.11, 0.17)
    if chance(rng, 0.4):
        path = np.array([[-0.02, y, 0], [-radius, y, radius], [radius, y, radius], [0.02, y, 0]])
        return [tube(bent(path, 0.04, 3), 0.011, sides=8)]
    angle = np.linspace(0, 2 * np.pi, 20, endpoint=False)
    ring = tube(
        np.stack([radius * np.cos(angle), np.full(20, y), radius * np.sin(angle)], 1),
        0.011,
        closed=True,
        sides=8,
    )
    spoke = bar((-radius, y, 0), (radius, y, 0), 0.02, 0.015)
    return [ring, spoke, cylinder(stock * 0.7, 0.06, (0, y, 0))]
