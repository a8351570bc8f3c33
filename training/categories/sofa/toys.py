"""Chunky couches of a few thick parts, as game kits have."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, tailed
from training.categories.furniture.outlines import rounded
from training.categories.sofa.cushions import pillow
from training.categories.sofa.measures import Group
from training.categories.sofa.plan import Plan
from training.solids import Solid, bar, box, extrusion


def toy(rng: np.random.Generator, p: Plan) -> Group:
    """A chunky couch of a few thick parts, as game kits have: hard or very round edges, stub feet."""
    w, deep, top = (
        tailed(rng, 1.8, 0.3, 0.9, 3.2),
        tailed(rng, 0.95, 0.2, 0.6, 1.4),
        tailed(rng, 0.9, 0.2, 0.55, 1.4),
    )
    leg, arm, t = (
        between(rng, 0.03, 0.2) if chance(rng, 0.6) else 0.0,
        between(rng, 0.1, 0.38),
        between(rng, 0.12, 0.35),
    )
    deck, soft = leg + (top - leg) * between(rng, 0.22, 0.5), float(rng.choice([0.0, 0.0, 0.03, 0.07, 0.12]))
    arm_top = deck + (top - deck) * between(rng, 0.25, 1.0)
    armed = chance(rng, 0.88)
    arm = arm if armed else 0.0
    drop = between(rng, 0.0, 0.08) if chance(rng, 0.4) else 0.0
    body: Group = [
        (
            "body",
            box(
                (w - 0.6 * arm, deck - leg, deep - drop), (0, (deck + leg) / 2, (deep - drop) / 2), 0.3 * soft
            ),
        )
    ]
    body.append(("body", _wedge(rng, w - (1.4 * arm if chance(rng, 0.4) else 0.0), leg, top, t, soft)))
    if armed:
        body += _toy_arms(rng, w, arm, leg, arm_top, deep, soft)
    body += _toy_cushions(rng, p, w - 2 * arm, deck, top, deep + between(rng, -0.06, 0.04), t, soft)
    if leg > 0.0:
        side, inset = between(rng, 0.05, 0.14), between(rng, 0.0, 0.1)
        for a in (-1, 1):
            for z in (inset + side / 2, deep - drop - inset - side / 2):
                x = a * (w / 2 - inset - 0.3 * arm - side / 2)
                body.append(
                    (
                        "leg",
                        bar((x, 0, z), (x, leg + 0.02, z), side * between(rng, 0.6, 1.0), side, side, side),
                    )
                )
    return body


def _wedge(rng: np.random.Generator, w: float, low: float, top: float, t: float, soft: float) -> Solid:
    """A back: a block, or one that thins and leans."""
    if chance(rng, 0.5):
        return box((w, top - low, t), (0, (top + low) / 2, t / 2), min(soft, 0.45 * t))
    lean = between(rng, 0.0, 0.2)
    corners = np.array([[low, lean], [top, 0.0], [top, t * between(rng, 0.5, 1.0)], [low, lean + t]])
    return extrusion(rounded(corners, min(soft, 0.3 * t) + 0.001, 2), w, axis="x")


def _toy_arms(
    rng: np.random.Generator, w: float, arm: float, low: float, top: float, deep: float, soft: float
) -> Group:
    """Blocks, or blocks whose upper front corner is cut or round."""
    x = (w - arm) / 2
    if chance(rng, 0.6):
        return [
            ("body", box((arm, top - low, deep), (a * x, (top + low) / 2, deep / 2), min(soft, 0.45 * arm)))
            for a in (-1, 1)
        ]
    corners = np.array([[low, 0.0], [top, 0.0], [top, deep], [low, deep]])
    cut = between(rng, 0.1, 0.8) * (top - low)
    side = rounded(corners, np.array([0.001, 0.001, cut, 0.001]), int(rng.choice([1, 1, 4])))
    return [("body", extrusion(side, arm, axis="x", at=a * x)) for a in (-1, 1)]


def _toy_cushions(
    rng: np.random.Generator,
    p: Plan,
    inner: float,
    deck: float,
    top: float,
    front: float,
    t: float,
    soft: float,
) -> Group:
    """Thick seat cushions, back cushions and a pillow, each perhaps missing."""
    made: Group = []
    count, high, face = max(1, p.cushions), between(rng, 0.06, 0.2), 0.7 * t
    pitch = inner / count
    seats, rests = chance(rng, 0.8), chance(rng, 0.6)
    seat = deck + high * seats
    rest, deep = between(rng, 0.6, 1.1) * max(0.15, top - seat), between(rng, 0.1, 0.24)
    for i in range(count):
        x = (i + 0.5) * pitch - inner / 2
        if seats:
            made.append(
                (
                    "cushion",
                    box(
                        (pitch - 0.005, high + 0.02, front - face),
                        (x, deck + high / 2 - 0.01, (front + face) / 2),
                        min(soft, 0.45 * high),
                    ),
                )
            )
        if rests:
            rest_at = (x, seat + rest / 2 - 0.01, t + 0.4 * deep)
            made.append(
                (
                    "cushion",
                    box((pitch - 0.005, rest, deep), rest_at, min(soft, 0.45 * deep)).turned(
                        "x", -between(rng, 0.0, 2.0)
                    ),
                )
            )
    if chance(rng, 0.25):
        side = min(0.5, 0.4 * inner)
        at = (
            float(rng.choice([-1, 1])) * (inner - side) / 2 * 0.9,
            seat + 0.33 * side,
            t + deep * rests + 0.04,
        )
        made.append(("pillow", pillow(side, side, 0.3 * side, 8.0).turned("x", -18).moved(*at)))
    return made
