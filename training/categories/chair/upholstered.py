"""Armchairs whose body is stuffing: club and tub chairs, and the short feet they stand on."""

from __future__ import annotations

import numpy as np

from training.categories.chair.seats import Group
from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.furniture.legs import leg
from training.categories.furniture.outlines import arc, thick
from training.categories.furniture.slabs import slab
from training.solids import Solid, box, cylinder, loft


def short_feet(rng: np.random.Generator, half_x: float, half_z: float, height: float) -> list[Solid]:
    """Four short feet up to `height`, or a plinth, or nothing where the body reaches the floor."""
    if height <= 0.0:
        return []
    if chance(rng, 0.15):
        return [box((half_x * 1.85, height * 1.1, half_z * 1.85), (0, height * 0.55, 0))]
    kind = pick(rng, {"square": 2, "round": 3, "turned": 1, "sabre": 0.6})
    stock, taper, seed = between(rng, 0.03, 0.07), between(rng, 0.45, 1.0), int(rng.integers(1 << 31))
    splay = between(rng, 0.0, 0.3) * height if kind in ("round", "square") else 0.0
    feet = []
    for x, z in ((-1, 1), (1, 1), (1, -1), (-1, -1)):
        top = (x * (half_x - stock), height + 0.03, z * (half_z * 0.93 - stock))
        foot = (top[0] + x * splay, 0.0, top[2] + z * splay)
        feet.append(leg(np.random.default_rng(seed), kind, foot, top, stock, taper))
    return feet


def club(rng: np.random.Generator) -> Group:
    """Box arms, a box back, a thick cushion."""
    width, depth = tailed(rng, 0.85, 0.13, 0.6, 1.2), tailed(rng, 0.83, 0.1, 0.6, 1.05)
    seat, back, arm = between(rng, 0.34, 0.47), between(rng, 0.6, 0.95), between(rng, 0.06, 0.22)
    feet = 0.0 if chance(rng, 0.3) else between(rng, 0.03, 0.2)
    arm_top = min(back, seat + between(rng, 0.08, 0.26))
    thickness, cushion = between(rng, 0.1, 0.24), between(rng, 0.09, 0.2)
    soft = between(rng, 0.0, 0.07)
    base_top = seat - cushion * 0.8
    inner, front, rear = width - 2 * arm, depth / 2, -depth / 2
    low = max(feet, 0.0)
    tilt = between(rng, 0.0, 10.0)
    body: list[Solid] = [
        box((inner + 0.02, base_top - low, depth * 0.97), (0, (base_top + low) / 2, -0.01), 0.01)
    ]
    body.append(box((width * 0.97, 0.07, depth * 0.96), (0, low + 0.035, -0.01), 0.005))
    body += _arms(rng, width, arm, low, arm_top, depth, soft)
    rest = box(
        (inner + 0.01 if chance(rng, 0.6) else width, back - low - 0.03, thickness),
        (0, (back + low + 0.03) / 2, rear + thickness / 2),
        soft,
    )
    body.append(rest.turned("x", -tilt, (0, low, rear + thickness / 2)))
    length = depth - thickness * 0.8 + (0.02 if chance(rng, 0.3) else 0.0)
    body.append(
        box(
            (inner, cushion, length),
            (0, seat - cushion / 2, front - length / 2),
            cushion * between(rng, 0.1, 0.48),
        )
    )
    if chance(rng, 0.6):
        body.append(_back_cushion(rng, inner, seat, back, rear + thickness, tilt))
    return short_feet(rng, width / 2, depth / 2, feet), body


def _arms(
    rng: np.random.Generator, width: float, arm: float, low: float, top: float, depth: float, soft: float
) -> list[Solid]:
    """Box arms, sloping ones, or rolled ones."""
    drop = between(rng, 0.0, 0.02)
    x = width / 2 - arm / 2
    length = depth * between(rng, 0.88, 1.0)
    z = -depth / 2 + length / 2
    kind = pick(rng, {"box": 5, "sloped": 1.5, "rolled": 1.3, "flared": 0.8})
    if kind == "sloped":
        rear, front = -depth / 2, -depth / 2 + length
        rise = (top - low) * between(rng, 0.1, 0.4)
        side = np.array([[low, rear], [top, rear], [top - rise, front], [low, front]])
        return [loft([(s * x - arm / 2, side), (s * x + arm / 2, side)], axis="x") for s in (-1, 1)]
    if kind == "flared":
        out = between(rng, 0.02, 0.08)
        sides = [
            np.array(
                [[low, x - arm / 2], [low, x + arm / 2], [top, x + arm / 2 + out], [top, x - arm / 2 + out]]
            )
        ]
        section = sides[0][:, ::-1]
        right = loft([(z - length / 2, section), (z + length / 2, section)], axis="z")
        return [right, right.mirrored("x")]
    blocks: list[Solid] = [
        box((arm, top - low - drop, length), (s * x, (top + low) / 2, z), min(soft, arm * 0.45))
        for s in (-1, 1)
    ]
    if kind == "rolled":
        radius = arm * between(rng, 0.52, 0.75)
        blocks += [
            cylinder(radius, length, (s * (x + radius * 0.2), top - radius * 0.6, z), axis="z")
            for s in (-1, 1)
        ]
    return blocks


def _back_cushion(
    rng: np.random.Generator, inner: float, seat: float, back: float, z: float, tilt: float
) -> Solid:
    thickness = between(rng, 0.09, 0.2)
    top = back + between(rng, -0.08, 0.05)
    height = max(0.2, top - seat + 0.04)
    pad = box(
        (inner * 0.99, height, thickness),
        (0, seat - 0.02 + height / 2, z + thickness * 0.35),
        thickness * between(rng, 0.2, 0.49),
    )
    return pad.turned("x", -tilt - between(rng, 0.0, 6.0), (0, seat, z))


def tub(rng: np.random.Generator) -> Group:
    """A barrel: arms and back are one curved wall round the cushion."""
    half, deep = between(rng, 0.3, 0.42), between(rng, 0.3, 0.42)
    wall, seat, cushion = between(rng, 0.04, 0.13), between(rng, 0.36, 0.46), between(rng, 0.08, 0.18)
    feet = 0.0 if chance(rng, 0.3) else between(rng, 0.05, 0.25)
    back = seat + between(rng, 0.24, 0.5)
    arm_top = seat + between(rng, 0.05, 1.0) * min(0.25, back - seat)
    reach, flare = between(rng, 25.0, 75.0), between(rng, 0.0, 0.2)
    back_reach = between(rng, -30.0, reach)
    low = max(feet, 0.0)
    sections = []
    for r in (0.0, 0.4, 0.7, 0.9, 1.0):
        y = low + r * (back - low)
        over = np.clip((y - arm_top) / (back - arm_top + 1e-6), 0.0, 1.0) ** 0.7
        angle = reach + (back_reach - reach) * over
        band = thick(
            arc(half - wall / 2, deep - wall / 2, 180 - angle, 360 + angle, 24),
            wall * (1.0 - 0.35 * (r == 1.0)),
        )
        sections.append((y, (band * (1.0 + flare * r))[:, ::-1]))
    outline = arc(half - wall * 0.5, deep - wall * 0.5, 0, 345, 23) * (1.0 + flare * 0.45)
    front = np.maximum(outline[:, 1], 0.0)
    outline[:, 1] += front * between(rng, 0.0, 0.2)
    base = slab(outline * 0.97, seat - cushion * 0.7, seat - cushion * 0.7 - low, 0.01)
    pad = slab(outline, seat, cushion, cushion * between(rng, 0.2, 0.48), between(rng, 0.0, 0.03))
    return short_feet(rng, half * 0.75, deep * 0.75, feet), [loft(sections, axis="y"), base, pad]
