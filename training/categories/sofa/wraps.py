"""Sofas whose arms and back are one: chesterfields, tubs, curved sofas, ribbons."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.categories.furniture.draw import between, chance, tailed
from training.categories.furniture.outlines import Points, arc, circle, thick
from training.categories.furniture.slabs import resampled, ribbon
from training.categories.sofa.arms import arm
from training.categories.sofa.bases import base
from training.categories.sofa.cushions import scatter, seat_cushions
from training.categories.sofa.measures import Group, padding, sizes
from training.categories.sofa.plan import Plan
from training.categories.sofa.straight import both, deck
from training.solids import Solid, box, cylinder, ellipsoid, extrusion, loft


def chesterfield(rng: np.random.Generator, p: Plan) -> Group:
    """Rolled arms as high as the rolled back, or nearly, on buns or turned feet."""
    kind = str(rng.choice(["bun", "turned", "bun", "square", "floor"]))
    s = sizes(rng, p.seats, kind, "rolled")
    top = s.seat + tailed(rng, 0.3, 0.2, 0.15, 0.5)
    drop = between(rng, 0.0, 0.12) if chance(rng, 0.3) else 0.0
    s = replace(
        s, arm=between(rng, 0.16, 0.3), back=between(rng, 0.18, 0.3), back_top=top, arm_top=top - drop, rake=0
    )
    s = replace(s, width=s.inner + 2 * s.arm if s.inner > 0.5 else 0.55 * p.seats + 2 * s.arm)
    x, seed = (s.arm, s.width - s.arm), int(rng.integers(1 << 31))
    group = deck(s, x, 0.4 * s.arm) + both(
        arm(np.random.default_rng(seed), "rolled", replace(s, depth=s.depth)), s.width
    )
    radius = 0.5 * s.back * between(rng, 0.8, 1.0)
    spread = s.width - (0.0 if drop == 0.0 and chance(rng, 0.7) else 1.6 * s.arm)
    wall = box(
        (spread - 0.04, top - radius - s.low, 0.6 * s.back),
        (s.width / 2, (top - radius + s.low) / 2, 0.6 * s.back),
    )
    roll = cylinder(radius, spread, (s.width / 2, top - radius, radius), axis="x")
    cushions = p.cushions if chance(rng, 0.8) else 1
    group += [("body", wall), ("body", roll), *seat_cushions(padding(rng), s, x, cushions)]
    return (
        group
        + base(rng, kind, s, (0.42 * s.arm, s.width - 0.42 * s.arm), (0.03, 0.86 * s.depth))
        + scatter(rng, s, x, s.back, p.pillows)
    )


def tub(rng: np.random.Generator, p: Plan) -> Group:
    """A wall that wraps round the seat, level or sinking to the front."""
    kind = str(rng.choice(["floor", "tapered", "plinth", "turned", "square"]))
    s = sizes(rng, max(1, min(3, p.seats)), kind, "box")
    half, deep, wall = s.width / 2, s.depth / 2, between(rng, 0.05, 0.22)
    power, flare = between(rng, 2.2, 6.0), between(rng, 0.0, 0.12)
    front = s.seat + between(rng, -0.05, 1.0) * (s.back_top - s.seat) if chance(rng, 0.7) else s.back_top
    ends = between(rng, 100.0, 158.0)
    shrink = between(rng, 0.2, 0.7) * ends
    sections = []
    for r in (0.0, 0.4, 0.55, 0.7, 0.82, 0.92, 1.0):
        y = s.low + r * (s.back_top - s.low)
        over = (
            float(np.clip((y - front) / (s.back_top - front + 1e-6), 0.0, 1.0)) if front < s.back_top else 0.0
        )
        band = _u_band(half, deep, wall * (1.0 - 0.3 * (r == 1.0)), power, ends - shrink * over**0.7)
        sections.append((y, (band * (1.0 + flare * r))[:, ::-1]))
    outline = circle(half - 0.5 * wall, deep - 0.5 * wall, 24, power)
    body = loft([(s.low, outline[:, ::-1] * 0.98), (s.deck, outline[:, ::-1])], axis="y")
    pad = loft(
        [
            (s.deck, outline[:, ::-1] * 0.97),
            (s.deck + 0.5 * s.cushion, outline[:, ::-1]),
            (s.seat, outline[:, ::-1] * 0.95),
        ],
        axis="y",
    )
    legs = base(rng, kind, s, (-0.8 * half, 0.8 * half), (-0.75 * deep, 0.75 * deep))
    pillows = scatter(rng, s, (-0.7 * half, 0.7 * half), -deep + 1.3 * wall, p.pillows)
    return [("body", loft(sections, axis="y")), ("body", body), ("cushion", pad), *legs, *pillows]


def _u_band(half: float, deep: float, wall: float, power: float, reach: float) -> Points:
    """A U that opens to +z: a superellipse from its rear round to `reach` degrees on either side."""
    a = np.radians(np.linspace(270.0 - reach, 270.0 + reach, 33))
    c, d = np.cos(a), np.sin(a)
    x = np.sign(c) * np.abs(c) ** (2 / power) * (half - wall / 2)
    z = np.sign(d) * np.abs(d) ** (2 / power) * (deep - wall / 2)
    return thick(resampled(np.stack([x, z], axis=1), 33), wall)


def curved(rng: np.random.Generator, p: Plan) -> Group:
    """An arc of a ring, open to the front: deck, seat cushions, back, with or without ends and legs."""
    kind = str(rng.choice(["floor", "plinth", "tapered", "square"]))
    s = sizes(rng, max(2, p.seats), kind, "box")
    span = min(200.0, tailed(rng, 85.0, 0.4, 30.0, 200.0))
    radius = max(s.width / np.radians(span), 0.5 * s.depth + between(rng, 0.1, 0.6)) + s.depth / 2
    back_span = span * (1.0 if chance(rng, 0.6) else between(rng, 0.4, 0.9))
    turn = between(rng, -1.0, 1.0) * (span - back_span) / 2
    edge = min(s.soft, 0.3 * s.cushion) + 0.003
    body = [("body", _sector(radius, s.depth, span, 0.0, (s.low, s.deck), 0.004))]
    gap = 0.6 / radius
    count = p.cushions if chance(rng, 0.6) else 1
    for i in range(count):
        piece, at = span / count, -span / 2 + (i + 0.5) * span / count
        seat = _sector(
            radius - 0.8 * s.back, s.depth - 0.8 * s.back + 0.02, piece - gap, at, (s.deck, s.seat), edge
        )
        body.append(("cushion", seat))
    body.append(
        (
            "body",
            _sector(radius, s.back, back_span, turn, (s.low, s.back_top), min(s.soft, 0.4 * s.back) + 0.003),
        )
    )
    if chance(rng, 0.3) and back_span == span:
        for side in (-1, 1):
            wide = float(np.degrees(s.arm / radius))
            body.append(
                ("body", _sector(radius, s.depth, wide, side * (span - wide) / 2, (s.low, s.arm_top), 0.01))
            )
    for a in (-0.42 * span, 0.0, 0.42 * span):
        legs = base(
            rng,
            kind if kind != "plinth" else "square",
            s,
            (-0.12, 0.12),
            (-radius + 0.06, -radius + s.depth - 0.06),
        )
        body += [(role, solid.turned("y", -a)) for role, solid in legs]
    return body


def _sector(radius: float, deep: float, span: float, at: float, y: tuple[float, float], edge: float) -> Solid:
    """A block over part of a ring about the origin, its middle `at` degrees from the rear (-z)."""
    levels = []
    for height, inset in ((y[0], edge), (y[0] + edge, 0.0), (y[1] - edge, 0.0), (y[1], edge)):
        trim = float(np.degrees(inset / radius))
        steps = int(np.clip(span / 6.0, 4, 24))
        line = arc(
            radius - deep / 2,
            radius - deep / 2,
            270 + at - span / 2 + trim,
            270 + at + span / 2 - trim,
            steps,
        )
        levels.append((height, thick(line, deep - 2 * inset)[:, ::-1]))
    return loft(levels, axis="y")


def cloud(rng: np.random.Generator, p: Plan) -> Group:
    """Soft bodies that swell into one another: a seat, a back of one or more lobes, arms or none."""
    seats = max(1, min(4, p.seats))
    w, deep, seat = seats * between(rng, 0.6, 0.85), between(rng, 0.8, 1.15), between(rng, 0.36, 0.46)
    top, power = seat + between(rng, 0.22, 0.45), between(rng, 2.6, 5.0)
    lobes, t = int(rng.choice([1, 1, seats, seats + 1])), between(rng, 0.12, 0.2)
    body: Group = [("body", ellipsoid((w / 2, seat / 2, deep / 2), (0, seat / 2, 0), power))]
    part = 0.98 * w / lobes
    for i in range(lobes):
        at = ((i + 0.5) * part - 0.49 * w, top / 2 + 0.02, -deep / 2 + 0.8 * t)
        body.append(("body", ellipsoid((0.53 * part, top / 2 - 0.01, t), at, power)))
    if chance(rng, 0.65):
        arm, high = between(rng, 0.1, 0.18), seat + (top - seat) * between(rng, 0.2, 1.0)
        for side in (-1, 1):
            body.append(
                (
                    "body",
                    ellipsoid((arm, high / 2, 0.47 * deep), (side * (w / 2 - 0.3 * arm), high / 2, 0), power),
                )
            )
    s = sizes(rng, seats, "floor", "none")
    return body + scatter(
        rng,
        replace(s, seat=seat - 0.01, depth=deep / 2),
        (-0.4 * w, 0.4 * w),
        -deep / 2 + 1.5 * t,
        min(2, p.pillows),
    )


def ribboned(rng: np.random.Generator, p: Plan) -> Group:
    """A folded mattress on the floor: one side view for seat and back, in one piece or a piece a seat."""
    t, seat, depth = between(rng, 0.14, 0.3), between(rng, 0.3, 0.42), between(rng, 0.75, 1.05)
    top, width = between(rng, 0.6, 0.85), max(1, p.seats) * between(rng, 0.6, 0.9)
    line = np.array(
        [
            [depth, seat - t * 0.6],
            [depth * 0.92, seat - 0.45 * t],
            [0.4 * depth, seat - 0.7 * t],
            [0.25 * depth, seat],
            [0.1 * depth, top - 0.1],
            [0.0, top],
        ]
    )
    body = [("cushion", ribbon(line, t, width))]
    outline = np.array(
        [
            [0.0, 0.08 * depth],
            [0.0, depth * 0.95],
            [seat - 0.6 * t, depth],
            [seat - 0.4 * t, 0.3 * depth],
            [top - 0.2, 0.08 * depth],
        ]
    )
    body.append(("body", extrusion(outline, width * 0.99, axis="x")))
    count = int(rng.choice([0, 0, p.seats, p.seats + 1]))
    for x in np.linspace(-width / 2, width / 2, count + 1) if count else ():
        body.append(("body", ribbon(line, t * 1.08, 0.02).moved(float(x))))
    return body
