"""Sofas to lie on: futons, daybeds, couches with one high end."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between, chance, pick
from training.categories.sofa.bases import base
from training.categories.sofa.cushions import bolster, pillow, scatter, seat_cushions
from training.categories.sofa.measures import Group, Sizes, padding
from training.categories.sofa.plan import Plan
from training.solids import Solid, box, cylinder, extrusion


def futon(rng: np.random.Generator, p: Plan) -> Group:
    """A mattress folded into seat and back, on legs alone or between slatted arms."""
    w, deep, t = between(rng, 1.2, 2.2), between(rng, 0.7, 1.0), between(rng, 0.1, 0.2)
    seat, top, slope = between(rng, 0.3, 0.45), between(rng, 0.72, 0.95), between(rng, 10, 30)
    halves = (w,) if chance(rng, 0.6) else (w / 2, w / 2)
    body: Group = []
    for i, width in enumerate(halves):
        x = (i - (len(halves) - 1) / 2) * width
        body.append(
            (
                "cushion",
                box((width - 0.004, t, deep), (x, seat - t / 2, deep / 2), 0.3 * t).turned(
                    "x", -3, (0, seat, 0)
                ),
            )
        )
        rest = box((width - 0.004, top - seat + t, t), (x, (top + seat - t) / 2, -0.2 * t), 0.3 * t)
        body.append(("cushion", rest.turned("x", -slope, (0, seat - t, 0))))
    y = seat - t - 0.02
    frame: list[Solid] = [box((w * 0.98, 0.05, deep * 0.8), (0, y, 0.45 * deep))]
    if chance(rng, 0.45):
        a, x, arm_top = between(rng, 0.05, 0.12), w / 2 + 0.03, seat + between(rng, 0.12, 0.25)
        for side in (-1, 1):
            px = side * x
            frame += [box((0.06, arm_top, 0.06), (px, arm_top / 2, z)) for z in (0.02, deep - 0.05)]
            frame += [
                box((a, 0.03, deep + 0.1), (px, arm_top, deep / 2)),
                box((0.09, 0.05, deep), (px - side * 0.01, y, deep / 2)),
            ]
            slats = np.linspace(0.02, deep - 0.05, int(rng.integers(2, 7)))[1:-1]
            frame += [box((0.02, arm_top - y, 0.04), (px, (arm_top + y) / 2, z)) for z in slats]
        return body + [("leg", solid) for solid in frame]
    s = Sizes(2, w, deep, seat, y, 0, seat, top, 0.1, t, 0, 0)
    return (
        body
        + [("leg", f) for f in frame]
        + base(
            rng,
            pick(rng, {"tapered": 2, "square": 1, "sled": 1}),
            s,
            (-0.48 * w, 0.48 * w),
            (0.06 * deep, 0.84 * deep),
        )
    )


def daybed(rng: np.random.Generator, p: Plan) -> Group:
    """A mattress on a low frame with ends, a back, bolsters or none of them."""
    w, deep, cushion = between(rng, 1.6, 2.2), between(rng, 0.7, 1.05), between(rng, 0.1, 0.25)
    seat, low, t = between(rng, 0.36, 0.52), between(rng, 0.1, 0.22), between(rng, 0.025, 0.08)
    low = min(low, seat - cushion - 0.04)
    s = Sizes(3, w, deep, seat, low, 0.0, seat, seat, 0.0, cushion, 0.01, 0.0)
    body: Group = [("leg", box((w, s.deck - low + 0.005, deep), (0, (s.deck + low) / 2, deep / 2), 0.008))]
    body += seat_cushions(padding(rng), s, (-w / 2 + t, w / 2 - t), int(rng.choice([1, 1, 1, 2, 3])), 0.02)
    ends, high = pick(rng, {"none": 1.5, "one": 1, "two": 2}), seat + between(rng, 0.12, 0.5)
    sides = {"none": (), "one": (1,), "two": (-1, 1)}[ends]
    role = "leg" if chance(rng, 0.5) else "body"
    for side in sides:
        body.append(
            (role, box((t, high - low, deep), (side * (w - t) / 2, (high + low) / 2, deep / 2), 0.3 * t))
        )
    if chance(rng, 0.4):
        body.append((role, box((w, high - low, t), (0, (high + low) / 2, t / 2), 0.3 * t)))
    if chance(rng, 0.5):
        radius = between(rng, 0.07, 0.13)
        spots = ((1,), (-1, 1))[int(chance(rng, 0.6))]
        body += [
            ("pillow", bolster(a * (w / 2 - t - radius), seat, radius, deep * 0.9, 0.05 * deep))
            for a in spots
        ]
    body += scatter(rng, s, (-w / 2 + t, w / 2 - t), t + 0.02, p.pillows)
    return body + base(
        rng,
        pick(rng, {"tapered": 3, "square": 3, "turned": 1, "sled": 1}),
        s,
        (-w / 2 + 0.02, w / 2 - 0.02),
        (0.03, deep - 0.03),
    )


def recamier(rng: np.random.Generator, p: Plan) -> Group:
    """A couch with one high scrolled end and a back that sinks along its length."""
    w, deep, seat, low = (
        between(rng, 1.4, 2.1),
        between(rng, 0.6, 0.85),
        between(rng, 0.36, 0.5),
        between(rng, 0.1, 0.24),
    )
    s = Sizes(2, w, deep, seat, low, 0.12, seat + 0.3, seat + 0.4, 0.1, between(rng, 0.08, 0.15), 0.02, 0.0)
    high, t, roll = seat + between(rng, 0.25, 0.5), between(rng, 0.08, 0.16), between(rng, 0.06, 0.11)
    body: Group = [("body", box((w, s.deck - low, deep), (w / 2, (s.deck + low) / 2, deep / 2), 0.015))]
    body += seat_cushions(padding(rng), s, (0.5 * t, w - (0.02 if chance(rng, 0.6) else t)), 1, 0.02)
    end = np.array([[0.03, low], [0.03 + t, low], [t, seat], [0.02, high], [-t * 0.8, high], [-0.01, seat]])
    body.append(("body", extrusion(end, deep, axis="z", at=deep / 2)))
    body.append(("body", cylinder(roll, deep, (-0.25 * t, high - 0.5 * roll, deep / 2), axis="z")))
    if chance(rng, 0.3):
        foot = seat + between(rng, 0.05, 0.25)
        body.append(("body", box((t, foot - low, deep), (w - t / 2, (foot + low) / 2, deep / 2), 0.4 * t)))
    if chance(rng, 0.75):
        u = np.linspace(0.0, 1.0, 14)
        reach = w * between(rng, 0.45, 1.0)
        line = np.stack([u * reach, seat + (high - seat) * (1 - u ** between(rng, 0.8, 3.0)) * 0.95], axis=1)
        side = np.concatenate([line, [[reach, low + 0.02], [0, low + 0.02]]])
        body.append(("body", extrusion(side, 0.8 * t, axis="z", at=0.4 * t)))
    if chance(rng, 0.3):
        body.append(("pillow", pillow(0.4, 0.4, 0.12).turned("y", 70).moved(t + 0.1, seat + 0.18, deep / 2)))
    legs = base(
        rng,
        pick(rng, {"turned": 3, "sabre": 2, "tapered": 2, "bun": 1}),
        s,
        (0.03, w - 0.02),
        (0.02, deep - 0.02),
    )
    mirror = chance(rng, 0.5)
    return [(role, solid.mirrored("x") if mirror else solid) for role, solid in body + legs]
