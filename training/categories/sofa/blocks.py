"""Sofas of plain bodies: loose blocks, toys, recliners, banquettes."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, tailed
from training.categories.furniture.outlines import rounded
from training.categories.sofa.cushions import pillow
from training.categories.sofa.measures import Group
from training.categories.sofa.plan import Plan
from training.solids import Solid, bar, box, extrusion


def modules(rng: np.random.Generator, p: Plan) -> Group:
    """Equal seat blocks side by side, some with a back or a side, perhaps some in a second row."""
    w, deep, seat = tailed(rng, 0.8, 0.2, 0.5, 1.2), tailed(rng, 0.85, 0.2, 0.55, 1.2), between(rng, 0.25, 0.48)
    t, top, soft = between(rng, 0.08, 0.3), seat + between(rng, 0.15, 0.5), between(rng, 0.0, 0.1)
    count, split = max(1, min(4, p.seats)), chance(rng, 0.5)
    leg = between(rng, 0.01, 0.06) if chance(rng, 0.4) else 0.0
    body: Group = []
    for i in range(count):
        backed = chance(rng, 0.85) or i == 0
        body += _module(w, deep, seat, t if backed else 0.0, top, soft, leg, i * w, split)
    ends = int(rng.integers(0, 4))
    arm_top = seat + (top - seat) * float(rng.choice([1.0, 1.0, 0.5]))
    for i, x in ((1, -w / 2 + t / 2), (2, (count - 0.5) * w - t / 2)):
        if ends & i:
            body.append(("body", box((t, arm_top - leg, deep), (x, (arm_top + leg) / 2, deep / 2), min(soft, 0.45 * t))))
    if chance(rng, 0.35):
        at = float(rng.choice([0, count - 1])) * w
        body += [(r, b.moved(z=deep - 0.004)) for r, b in _module(w, deep * between(rng, 0.6, 1.0), seat, 0.0, top, soft, leg, at, split)]
    return body


def _module(
    w: float, deep: float, seat: float, t: float, top: float, soft: float, leg: float, x: float, split: bool
) -> Group:
    """One block, with a back if t > 0 and a cushion of its own if `split`."""
    cushion = 0.4 * seat if split else 0.0
    wide = w + 0.006
    body: Group = [("body", box((wide, seat - cushion - leg + 0.01, deep), (x, (seat - cushion + leg + 0.01) / 2, deep / 2), min(soft, 0.12 * w)))]
    if split:
        body.append(("cushion", box((w - 0.004, cushion + 0.02, deep - 0.7 * t), (x, seat - cushion / 2 - 0.01, deep / 2 + 0.35 * t), soft)))
    if t > 0.0:
        body.append(("body", box((w, top - leg, t), (x, (top + leg) / 2, t / 2), min(soft, 0.45 * t))))
    if leg > 0.0:
        body += [("leg", box((0.05, leg + 0.02, 0.05), (x + a * (w / 2 - 0.06), leg / 2 + 0.01, z))) for a in (-1, 1) for z in (0.06, deep - 0.06)]
    return body


def toy(rng: np.random.Generator, p: Plan) -> Group:
    """A chunky couch of a few thick parts, as game kits have: hard or very round edges, stub feet."""
    w, deep, top = tailed(rng, 1.8, 0.3, 0.9, 3.2), tailed(rng, 0.95, 0.2, 0.6, 1.4), tailed(rng, 0.9, 0.2, 0.55, 1.4)
    leg, arm, t = between(rng, 0.03, 0.2) if chance(rng, 0.6) else 0.0, between(rng, 0.1, 0.38), between(rng, 0.12, 0.35)
    deck, soft = leg + (top - leg) * between(rng, 0.22, 0.5), float(rng.choice([0.0, 0.0, 0.03, 0.07, 0.12]))
    arm_top = deck + (top - deck) * between(rng, 0.25, 1.0)
    armed = chance(rng, 0.88)
    arm = arm if armed else 0.0
    drop = between(rng, 0.0, 0.08) if chance(rng, 0.4) else 0.0
    body: Group = [("body", box((w - 0.6 * arm, deck - leg, deep - drop), (0, (deck + leg) / 2, (deep - drop) / 2), 0.3 * soft))]
    body.append(("body", _wedge(rng, w - (1.4 * arm if chance(rng, 0.4) else 0.0), leg, top, t, soft)))
    if armed:
        body += _toy_arms(rng, w, arm, leg, arm_top, deep, soft)
    body += _toy_cushions(rng, p, w - 2 * arm, deck, top, deep + between(rng, -0.06, 0.04), t, soft)
    if leg > 0.0:
        side, inset = between(rng, 0.05, 0.14), between(rng, 0.0, 0.1)
        for a in (-1, 1):
            for z in (inset + side / 2, deep - drop - inset - side / 2):
                x = a * (w / 2 - inset - 0.3 * arm - side / 2)
                body.append(("leg", bar((x, 0, z), (x, leg + 0.02, z), side * between(rng, 0.6, 1.0), side, side, side)))
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
        return [("body", box((arm, top - low, deep), (a * x, (top + low) / 2, deep / 2), min(soft, 0.45 * arm))) for a in (-1, 1)]
    corners = np.array([[low, 0.0], [top, 0.0], [top, deep], [low, deep]])
    cut = between(rng, 0.1, 0.8) * (top - low)
    side = rounded(corners, np.array([0.001, 0.001, cut, 0.001]), int(rng.choice([1, 1, 4])))
    return [("body", extrusion(side, arm, axis="x", at=a * x)) for a in (-1, 1)]


def _toy_cushions(
    rng: np.random.Generator, p: Plan, inner: float, deck: float, top: float, front: float, t: float, soft: float
) -> Group:
    """Thick seat cushions, back cushions and a pillow, each perhaps missing."""
    made: Group = []
    count, high, face = max(1, p.cushions), between(rng, 0.06, 0.2), 0.7 * t
    pitch = inner / count
    seat = deck + high
    rest, deep = between(rng, 0.6, 1.1) * max(0.15, top - seat), between(rng, 0.1, 0.24)
    seats, rests = chance(rng, 0.8), chance(rng, 0.6)
    for i in range(count):
        x = (i + 0.5) * pitch - inner / 2
        if seats:
            made.append(("cushion", box((pitch - 0.005, high + 0.02, front - face), (x, deck + high / 2 - 0.01, (front + face) / 2), min(soft, 0.45 * high))))
        if rests:
            rest_at = (x, (seat if seats else deck) + rest / 2 - 0.01, t + 0.4 * deep)
            made.append(("cushion", box((pitch - 0.005, rest, deep), rest_at, min(soft, 0.45 * deep)).turned("x", -between(rng, 0.0, 2.0))))
    if chance(rng, 0.25):
        side = min(0.5, 0.4 * inner)
        at = (float(rng.choice([-1, 1])) * (inner - side) / 2 * 0.9, seat + 0.36 * side, t + deep * rests + 0.04)
        made.append(("pillow", pillow(side, side, 0.3 * side, 8.0).turned("x", -18).moved(*at)))
    return made


def recliner(rng: np.random.Generator, p: Plan) -> Group:
    """Overstuffed seats with high backs and pillow arms, arms or consoles between them, some with the feet out."""
    seats, part = max(1, min(3, p.seats)), between(rng, 0.55, 0.72)
    arm, deep, top = between(rng, 0.16, 0.3), between(rng, 0.85, 1.05), between(rng, 0.95, 1.15)
    seat, t, armed = between(rng, 0.44, 0.52), between(rng, 0.2, 0.3), chance(rng, 0.4)
    gap, arm_top = arm if armed else 0.0, seat + between(rng, 0.1, 0.22)
    w = seats * part + 2 * arm + (seats - 1) * gap
    body: Group = [("body", box((w - 0.02, 0.6 * seat, deep - 0.05), (0, 0.32 * seat, deep / 2), 0.02))]
    body.append(("body", box((w - 0.8 * arm, top - 0.25, 0.6 * t), (0, (top - 0.2) / 2, 0.5 * t), 0.05)))
    lean, pads, out = between(rng, 5, 16), int(rng.integers(2, 4)), between(rng, 0.2, 0.45) if chance(rng, 0.2) else 0.0
    for i in range(seats):
        x = -w / 2 + arm + (i + 0.5) * part + i * gap
        body.append(("cushion", box((part, 0.22, deep - 0.5 * t), (x, seat - 0.1, deep / 2 + 0.3 * t), 0.09)))
        high = (top - seat + 0.06) / pads
        for j in range(pads):
            pad = box((part, high * 1.08, t * between(rng, 0.8, 1.1)), (x, seat - 0.04 + (j + 0.5) * high, 0.85 * t), 0.4 * min(high, t))
            body.append(("cushion", pad.turned("x", -lean, (0, seat, t))))
        if out > 0.0:
            body.append(("cushion", box((part * 0.95, 0.14, out + 0.15), (x, seat - 0.12, deep + out / 2), 0.06)))
        else:
            body.append(("cushion", box((part * 0.98, 0.7 * seat, 0.12), (x, 0.45 * seat, deep - 0.02), 0.05)))
    spots = [-w / 2 + arm / 2 + i * (part + gap) for i in range(seats)] if armed else [-w / 2 + arm / 2]
    for x in (*spots, w / 2 - arm / 2):
        body.append(("body", box((0.85 * arm, arm_top - 0.05, deep * 0.96), (x, (arm_top - 0.03) / 2, deep / 2), 0.04)))
        body.append(("cushion", box((arm, 0.15, deep * 0.95), (x, arm_top - 0.06, deep / 2 + 0.02), 0.07)))
    return body


def banquette(rng: np.random.Generator, p: Plan) -> Group:
    """A restaurant's booth: a box, a seat pad and a tall back, plain or channelled."""
    w, deep, seat = between(rng, 0.9, 2.4), between(rng, 0.5, 0.7), between(rng, 0.42, 0.5)
    top, t, pad = between(rng, 0.85, 1.4), between(rng, 0.08, 0.2), between(rng, 0.06, 0.14)
    toe = between(rng, 0.0, 0.08)
    body: Group = [("leg", box((w, seat - pad + 0.005, deep - toe), (0, (seat - pad) / 2, (deep - toe) / 2)))]
    body.append(("leg", box((w, top - 0.01, 0.5 * t), (0, top / 2, 0.25 * t))))
    body.append(("cushion", box((w, pad, deep - 0.5 * t), (0, seat - pad / 2, deep / 2 + 0.25 * t), 0.4 * pad)))
    count = int(w / between(rng, 0.12, 0.4)) + 1 if chance(rng, 0.6) else 1
    pitch = w / count
    for i in range(count):
        x = (i + 0.5) * pitch - w / 2
        body.append(("cushion", box((pitch, top - seat + 0.02, t), (x, (top + seat) / 2, 0.55 * t), 0.35 * min(t, pitch))))
    return body
