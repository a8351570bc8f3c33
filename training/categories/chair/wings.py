"""Upholstered armchairs with high wings, and cube chairs held by a frame."""

from __future__ import annotations

import numpy as np

from training.categories.chair.seats import Group
from training.categories.chair.upholstered import short_feet
from training.categories.furniture.draw import between, chance
from training.categories.furniture.slabs import panel
from training.solids import Solid, box, cylinder, ellipsoid, loft


def wingback(rng: np.random.Generator) -> Group:
    """A high back with wings, scrolled or straight arms, on short legs."""
    width, depth, seat = between(rng, 0.66, 0.85), between(rng, 0.62, 0.8), between(rng, 0.4, 0.48)
    arm, feet, top = between(rng, 0.07, 0.13), between(rng, 0.12, 0.24), between(rng, 0.95, 1.2)
    arm_top, rear = seat + between(rng, 0.14, 0.22), -depth / 2
    tilt, wing = between(rng, 4.0, 14.0), between(rng, 0.12, 0.26)
    inner, cushion = width - 2 * arm, between(rng, 0.08, 0.16)
    t = np.linspace(0.0, 1.0, 8)
    half = (inner / 2 + arm * 0.7) * np.array([1, 1, 1, 1.02, 1.03, 1.02, 0.96, between(rng, 0.6, 0.9)])
    heights = seat - 0.15 + t * (top - seat + 0.15)
    back: Solid = panel(heights, half, between(rng, 0.07, 0.13), 0.02, rear + 0.05)
    back = back.turned("x", -tilt, (0, seat, rear))
    body = [
        box(
            (width * 0.97, seat - cushion * 0.8 - feet, depth),
            (0, (seat - cushion * 0.8 + feet) / 2, 0),
            0.015,
        ),
        back,
    ]
    body.append(
        box((inner, cushion, depth * 0.92), (0, seat - cushion / 2, 0.05), cushion * between(rng, 0.2, 0.48))
    )
    curve = np.array(
        [
            [arm_top - 0.03, rear],
            [top - between(rng, 0.0, 0.1), rear],
            [top - 0.06, rear + wing],
            [arm_top + 0.06, rear + wing * between(rng, 0.8, 1.6)],
            [arm_top - 0.03, rear + wing * 1.7],
        ]
    )
    x = inner / 2 + arm * 0.45
    for s in (-1, 1):
        wing_solid = loft([(s * x - arm * 0.3, curve), (s * x + arm * 0.3, curve)], axis="x")
        body.append(wing_solid.turned("x", -tilt, (0, seat, rear)))
        length = depth * between(rng, 0.85, 0.98)
        body.append(
            box(
                (arm, arm_top - feet, length),
                (s * (inner / 2 + arm / 2), (arm_top + feet) / 2, rear + length / 2),
                arm * 0.3,
            )
        )
        if wing > 0.19:
            body.append(
                cylinder(
                    arm * 0.6, length, (s * (inner / 2 + arm * 0.6), arm_top, rear + length / 2), axis="z"
                )
            )
    return short_feet(rng, width / 2, depth / 2, feet), body


def cube(rng: np.random.Generator) -> Group:
    """Le Corbusier's cube: cushions held by a frame of rails, or a plain block with a back."""
    width, depth, height = between(rng, 0.65, 0.95), between(rng, 0.65, 0.8), between(rng, 0.6, 0.75)
    arm, seat, stock = between(rng, 0.1, 0.17), between(rng, 0.38, 0.46), between(rng, 0.02, 0.035)
    low, inner, soft = (
        between(rng, 0.08, 0.16),
        width - 2 * between(rng, 0.1, 0.17),
        between(rng, 0.015, 0.05),
    )
    body: list[Solid] = [box((inner + 0.03, seat - low, depth), (0, (seat + low) / 2, 0), soft)]
    body += [
        box((arm, height - low, depth), (s * (width / 2 - arm / 2), (height + low) / 2, 0), soft)
        for s in (-1, 1)
    ]
    body.append(
        box((width - 2 * arm + 0.04, height - low, arm), (0, (height + low) / 2, -depth / 2 + arm / 2), soft)
    )
    if chance(rng, 0.3):
        body.append(ellipsoid((inner * 0.4, 0.15, 0.06), (0, seat + 0.14, -depth / 2 + arm + 0.03), 2.6))
    hx, hz = width / 2, depth / 2
    frame = [
        box((stock, height * 0.92, stock), (x * hx, height * 0.46, z * hz)) for x in (-1, 1) for z in (-1, 1)
    ]
    for y in (low, height * 0.9):
        frame += [box((stock, stock, depth), (x * hx, y, 0)) for x in (-1, 1)]
        frame.append(box((width, stock, stock), (0, y, -hz)))
    frame.append(box((width, stock, stock), (0, low, hz)))
    return frame, body
