"""Loudspeakers turned on a lathe: smart cylinders, pucks, balls, eggs, vases, orbs, stacks."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.furniture.outlines import Points, circle
from training.categories.loudspeaker.drivers import facing
from training.categories.loudspeaker.palette import Piece
from training.solids import Solid, box, cylinder, lathe, loft, rod, tube

# How tall each is for its width, and how much that varies.
SLENDER = {
    "cylinder": (1.55, 0.38), "puck": (0.4, 0.35), "ball": (0.88, 0.12), "egg": (1.25, 0.15),
    "capsule": (1.5, 0.3), "vase": (1.5, 0.3), "cone": (1.2, 0.35), "mesh": (1.2, 0.2),
    "tilted": (1.35, 0.2), "prism": (1.4, 0.35),
}  # fmt: skip
SMART_KINDS = tuple(SLENDER)


def smart(rng: np.random.Generator, kind: str) -> list[Piece]:
    """A speaker that sounds to all sides, of one of SMART_KINDS."""
    ratio, spread = SLENDER[kind]
    height = tailed(rng, ratio, spread, 0.2, 4.2)
    if kind == "tilted":
        return _tilted(rng, max(height, 0.6))
    r = _profile(rng, kind, height)
    power = 2.0 if chance(rng, 0.75) or kind in ("ball", "egg") else between(rng, 2.6, 7.0)
    if kind == "prism":
        power = 0.0
    wide, deep = 1.0, 1.0 if chance(rng, 0.8) else between(rng, 0.6, 1.0)
    count = int(rng.choice([3, 4, 5, 6, 8])) if kind == "prism" else 20
    bands = _bands(rng, r)
    pieces = [(_solid(part, power, count).scaled(wide, 1.0, deep), role) for part, role in bands]
    return pieces + [(s.scaled(wide, 1.0, deep), role) for s, role in _top(rng, r, height)]


def _profile(rng: np.random.Generator, kind: str, height: float) -> Points:
    """Radii and heights (k, 2) from the floor to the top; the body is about 1 wide."""
    u, r = 0.5 - 0.5 * np.cos(np.linspace(0, np.pi, 15)), np.full(15, 0.5)
    if kind in ("ball", "egg"):
        cut, power = between(rng, 0.02, 0.2), 2.0 if chance(rng, 0.7) else between(rng, 2.2, 3.0)
        v = -1 + 2 * (cut + (1 - cut) * u)
        lean = between(rng, -0.3, 0.3) if kind == "egg" else 0.0
        r = 0.5 * (1 - np.abs(v) ** power * 0.995) ** (1 / power) * (1 + lean * v)
    elif kind in ("capsule", "mesh"):
        end = min(0.5, height / 2) * between(rng, 0.6, 1.0) / height
        v = np.clip(np.maximum((end - u) / end, (u - 1 + end) / end), 0, 1)
        r = 0.5 * np.maximum(1 - v ** between(rng, 2.0, 3.0), 0.12) ** between(rng, 0.4, 0.6)
    elif kind == "vase":
        r = 0.5 + between(rng, -0.2, 0.14) * np.sin(np.pi * u ** between(rng, 0.6, 1.6))
    elif kind in ("cone", "prism", "tilted", "cylinder", "puck"):
        lean = {"cone": between(rng, 0.25, 0.75), "cylinder": between(rng, 0.0, 0.12)}.get(
            kind, between(rng, 0.0, 0.25)
        )
        r = 0.5 * (1 - lean * (u if chance(rng, 0.75) else 1 - u))
    if kind in ("ball", "egg", "capsule", "mesh"):
        return np.stack([r, u * height], axis=1)
    return _softened(rng, r, u * height)


def _softened(rng: np.random.Generator, r: Points, y: Points) -> Points:
    """Round the lower and upper edge."""
    edge = between(rng, 0.0, 0.12) * min(1.0, float(y[-1])) * (1.0 if chance(rng, 0.7) else 2.0)
    bottom = np.array([[r[0] - 0.6 * edge, 0.0], [r[0] - 0.15 * edge, 0.4 * edge]])
    top = np.array([[r[-1] - 0.15 * edge, y[-1] - 0.4 * edge], [r[-1] - 0.6 * edge, y[-1]]])
    inside = (y > edge) & (y < y[-1] - edge)
    body = np.stack([r, y], axis=1)[inside]
    return (
        np.maximum(np.concatenate([bottom, body, top]), [0.02, 0.0]) if edge > 0.004 else np.stack([r, y], 1)
    )


def _bands(rng: np.random.Generator, r: Points) -> list[tuple[Points, str]]:
    """The body cut into a foot, cloth and a crown of other materials."""
    height, kind = r[-1, 1], pick(rng, {"plain": 3, "foot": 2, "crown": 2, "both": 1.5})
    low = height * between(rng, 0.03, 0.3) if kind in ("foot", "both") else 0.0
    high = height * (1 - between(rng, 0.02, 0.2)) if kind in ("crown", "both") else height
    main = "grille" if chance(rng, 0.65) else "body"
    cuts = [(0.0, low, "body" if chance(rng, 0.7) else "light", 1.0), (low, high, main, 1.0)]
    cuts.append((high, height, "light" if chance(rng, 0.4) else "body", 1.0))
    step = between(rng, 0.94, 1.0) if chance(rng, 0.5) else 1.0
    return [
        (_cut(r, a, b) * [step if i == 0 else 1.0, 1.0], role)
        for i, (a, b, role, _) in enumerate(cuts)
        if b - a > 0.004
    ]


def _cut(r: Points, low: float, high: float) -> Points:
    """The profile between two heights."""
    ends = [[float(np.interp(y, r[:, 1], r[:, 0])), y] for y in (low, high)]
    middle = r[(r[:, 1] > low + 1e-4) & (r[:, 1] < high - 1e-4)]
    return np.concatenate([[ends[0]], middle, [[ends[1][0], high]]])


def _solid(part: Points, power: float, count: int) -> Solid:
    """A profile turned about y, or with a squarish or polygonal plan."""
    if power == 2.0:
        return lathe(np.concatenate([[[0, part[0, 1]]], part, [[0, part[-1, 1]]]]), sides=24)
    unit = circle(1.0, 1.0, count) if power == 0.0 else circle(1.0, 1.0, 24, power)
    rising = part[:, 1] + 1e-6 * np.arange(len(part))
    return loft([(float(y), unit[:, ::-1] * r) for (r, _), y in zip(part, rising, strict=True)], axis="y")


def _top(rng: np.random.Generator, r: Points, height: float) -> list[Piece]:
    """Buttons, a ring of light, a dial or nothing."""
    rim, kind = (
        float(r[-1, 0]),
        pick(rng, {"nothing": 4, "ring": 3, "dial": 1.5, "buttons": 1.5, "loop": 0.8}),
    )
    if kind == "ring" and rim > 0.1:
        t = between(rng, 0.005, 0.03)
        profile = [
            [rim * 0.82, height - 0.02],
            [rim * 0.98, height - 0.02],
            [rim * 0.98, height + t],
            [rim * 0.82, height + t],
        ]
        return [(lathe(profile, sides=24), "light")]
    if kind == "dial" and rim > 0.1:
        high = between(rng, 0.02, 0.08)
        return [
            (cylinder(rim * between(rng, 0.4, 0.9), high + 0.02, (0, height + high / 2 - 0.01, 0)), "trim")
        ]
    if kind == "buttons" and rim > 0.2:
        spots = [(0.5 * rim, 0.0), (-0.5 * rim, 0.0), (0.0, 0.5 * rim), (0.0, -0.5 * rim)]
        return [(cylinder(0.1 * rim, 0.03, (a, height, b), sides=10), "trim") for a, b in spots]
    if kind == "loop" and rim > 0.15:
        angle = np.linspace(0, np.pi, 9)
        half, lift = rim * 0.9, rim * between(rng, 0.5, 1.3)
        path = np.stack([half * np.cos(angle), height - 0.04 + lift * np.sin(angle), 0 * angle], axis=1)
        return [(tube(path, rim * between(rng, 0.04, 0.1), sides=8), "trim")]
    return []


def _tilted(rng: np.random.Generator, height: float) -> list[Piece]:
    """A round body whose top is cut off at a slant towards the listener, on a foot of cloth."""
    slope, narrow = between(rng, 0.1, min(0.6, 0.5 * height)), between(rng, 0.8, 1.0)
    foot_top, shear = slope + 0.03, np.eye(4)
    shear[1, 2] = -slope
    upper = height - 0.5 * slope - 0.5 * slope
    foot = cylinder(0.5, foot_top, (0, foot_top / 2, 0), 0.5 * between(rng, 0.97, 1.0))
    body = cylinder(0.5, upper, (0, 0.5 * slope + upper / 2, 0), 0.5 * narrow).mapped(shear)
    lid = cylinder(0.42 * narrow, 0.03, (0, 0.5 * slope + upper, 0)).mapped(shear)
    return [(foot, "grille"), (body, "body"), (lid, "trim")]


def orb(rng: np.random.Generator) -> list[Piece]:
    """A sphere or drop whose flattened front holds one cone, on a foot, legs or a post."""
    cut = between(rng, 0.55, 0.92)
    u = np.linspace(0, 1, 11)
    stretch = 1.0 if chance(rng, 0.6) else between(rng, 0.9, 1.9)
    angle = np.pi - u * (np.pi - np.arccos(cut))
    back = np.stack([0.5 * np.sin(angle), 0.5 * np.cos(angle)], axis=1)
    back[:, 1] = np.where(back[:, 1] < 0, back[:, 1] * stretch, back[:, 1])
    rim, z = float(back[-1, 0]), float(back[-1, 1])
    deep = rim * between(rng, 0.2, 0.6)
    dish = [
        [rim * 0.88, z],
        [rim * 0.8, z - 0.1 * deep],
        [rim * 0.35, z - deep],
        [rim * 0.3, z - 0.75 * deep],
        [0, z - 0.65 * deep],
    ]
    body = facing([*back.tolist(), *dish], 0, 0, 0)
    bowl = [
        [0, z - deep - 0.01],
        [rim * 0.4, z - deep - 0.01],
        [rim * 0.82, z - 0.1 * deep - 0.006],
        [rim * 0.82, z - 0.1 * deep + 0.004],
        [rim * 0.36, z - deep + 0.006],
        [0, z - 0.6 * deep],
    ]
    pieces: list[Piece] = [(body, "body"), (facing(bowl, 0, 0, 0), "cone")]
    return _standing(rng, pieces)


def _standing(rng: np.random.Generator, pieces: list[Piece]) -> list[Piece]:
    """Lift an orb of radius one half onto a foot."""
    kind = pick(rng, {"ring": 2, "post": 3, "legs": 2})
    lift = {"ring": 0.06, "legs": between(rng, 0.05, 0.5), "post": between(rng, 0.1, 2.4)}[kind]
    raised = [(s.moved(0, 0.5 + lift, 0), role) for s, role in pieces]
    if kind == "ring":
        return [
            *raised,
            (cylinder(between(rng, 0.25, 0.4), lift + 0.12, (0, (lift + 0.12) / 2, 0), 0.25), "stand"),
        ]
    if kind == "post":
        foot = cylinder(between(rng, 0.25, 0.5), 0.05, (0, 0.025, 0))
        return [
            *raised,
            (foot, "stand"),
            (cylinder(between(rng, 0.03, 0.1), lift + 0.1, (0, (lift + 0.1) / 2, 0)), "stand"),
        ]
    reach = between(rng, 0.25, 0.5)
    for turn in (90, 210, 330):
        a = np.radians(turn)
        raised.append(
            (
                rod(
                    (reach * np.cos(a), 0, reach * np.sin(a)),
                    (0.15 * np.cos(a), lift + 0.2, 0.15 * np.sin(a)),
                    0.03,
                ),
                "stand",
            )
        )
    return raised


def stacked(rng: np.random.Generator) -> list[Piece]:
    """Two or three bodies of turned shape above each other: sounders, lamps with speakers, totems."""
    pieces: list[Piece] = []
    y, r = 0.0, 0.5
    for i in range(int(rng.integers(2, 4))):
        high = r * between(rng, 0.6, 2.0)
        bulge = between(rng, 0.5, 1.0)
        u = np.linspace(0, 1, 7)
        profile = np.stack([r * (1 - bulge * np.abs(2 * u - 1) ** 2.5 * 0.8), y + u * high], axis=1)
        pieces.append((_solid(profile, 2.0, 24), ("body", "grille", "trim")[i]))
        y += high - 0.01
        r *= between(rng, 0.5, 0.95)
    base = box((0.6, 0.04, 0.6), (0, 0.02, 0)) if chance(rng, 0.3) else cylinder(0.4, 0.05, (0, 0.025, 0))
    return [*pieces, (base, "stand")]
