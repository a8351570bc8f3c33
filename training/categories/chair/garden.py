"""Outdoor and easy chairs: adirondack, low lounge chair, plastic stacking chair."""

from __future__ import annotations

import numpy as np

from training.categories.chair.framed import framed
from training.categories.chair.measures import Measures
from training.categories.chair.seats import Group
from training.categories.furniture.draw import between, pick
from training.categories.furniture.outlines import rounded, trapezoid
from training.categories.furniture.slabs import panel, slab
from training.solids import Solid, bar, box


def adirondack(rng: np.random.Generator) -> Group:
    """A garden chair: sloping slatted seat, fan of back boards, broad arms."""
    half, depth = between(rng, 0.25, 0.32), between(rng, 0.5, 0.62)
    front_seat = between(rng, 0.33, 0.42)
    t, top, arm_y = between(rng, 0.018, 0.03), between(rng, 0.85, 1.05), between(rng, 0.52, 0.6)
    front, rear = depth / 2, -depth / 2
    rear_seat = front_seat - (front_seat - 0.09) * depth / (depth + 0.3)
    solids: list[Solid] = []
    for s in (-1, 1):
        x = s * (half + t / 2)
        solids += [
            bar((x, front_seat - 0.05, front), (x, 0.045, rear - 0.3), t, 0.1, t, 0.085),
            box((t, arm_y, between(rng, 0.08, 0.12)), (s * (half + 1.4 * t), arm_y / 2, front - 0.08)),
        ]
        solids.append(
            bar(
                (s * (half + 0.04), arm_y, front + 0.03),
                (s * (half + 0.02), arm_y - 0.01, rear - 0.1),
                0.13,
                t,
            )
        )
    count = int(rng.integers(4, 7))
    for v in (np.arange(count) + 0.5) / count:
        y, z = front_seat + (rear_seat - front_seat) * v, front + (rear - front) * v
        solids.append(bar((-half - t, y, z), (half + t, y, z), depth / count * 0.85, t))
    boards, flare, arch = int(rng.choice([3, 5, 5, 6, 7])), between(rng, 1.0, 1.35), between(rng, 0.0, 0.14)
    tilt = between(rng, 16, 30)
    width = 2 * half / boards
    for u in (np.arange(boards) + 0.5) / boards * 2 - 1:
        length = (top - rear_seat) / np.cos(np.radians(tilt)) - arch * u**2
        board = bar(
            (u * half * 0.95, rear_seat - 0.05, rear),
            (u * half * flare, rear_seat + length, rear),
            width * 0.88,
            t,
            width * 0.88 * flare,
        )
        solids.append(board.turned("x", -tilt, (0, rear_seat, rear)))
    above = arm_y - rear_seat
    z = rear - np.tan(np.radians(tilt)) * above
    solids.append(box((2 * half + 0.16, 0.07, t), (0, arm_y - 0.02, z - t * 0.6)))
    for s in (-1, 1):
        solids.append(
            bar(
                (s * (half + 0.02), arm_y - 0.015, rear - 0.05),
                (s * (half + 0.02), arm_y - 0.015, z - t),
                0.1,
                t,
            )
        )
    return solids, []


def easy(rng: np.random.Generator) -> Group:
    """A low lounge chair: wooden side frames with arms that carry a seat and a back cushion."""
    half, depth, seat = between(rng, 0.27, 0.36), between(rng, 0.56, 0.7), between(rng, 0.34, 0.42)
    stock, arm, back = between(rng, 0.025, 0.05), seat + between(rng, 0.14, 0.22), between(rng, 0.42, 0.65)
    tilt, slope, cushion = between(rng, 12, 28), between(rng, 0.0, 8.0), between(rng, 0.07, 0.15)
    front, rear, rake = depth / 2, -depth / 2, between(rng, 0.0, 0.1)
    solids: list[Solid] = []
    for s in (-1, 1):
        x = s * (half + stock / 2)
        solids += [
            bar((x, 0, front - 0.05 + rake), (x, arm, front - 0.08), stock, stock),
            bar((x, 0, rear - rake), (x, arm, rear + 0.08), stock, stock),
            bar(
                (x, arm, front + 0.02),
                (x, arm - between(rng, 0.0, 0.04), rear - 0.08),
                stock * between(rng, 1.0, 2.4),
                stock * 0.8,
            ),
            bar(
                (x, seat - cushion - 0.02, front - 0.05),
                (x, seat - cushion - 0.02, rear + 0.05),
                stock * 0.8,
                stock * 1.2,
            ),
        ]
    for z in (front - 0.08, rear + 0.08):
        solids.append(
            bar(
                (-half - stock / 2, seat - cushion - 0.015, z),
                (half + stock / 2, seat - cushion - 0.015, z),
                stock,
                stock * 1.2,
            )
        )
    pad = box(
        (2 * half, cushion, depth), (0, seat - cushion / 2, 0), cushion * between(rng, 0.2, 0.48)
    ).turned("x", -slope, (0, seat, 0.1))
    thick_back = cushion * between(rng, 0.7, 1.1)
    rest = box(
        (2 * half, back + 0.08, thick_back),
        (0, seat - 0.08 + back / 2, rear + thick_back / 2),
        thick_back * 0.4,
    )
    frame = box(
        (2 * half + stock, back * 0.9, stock * 0.6), (0, seat - cushion - 0.03 + back * 0.45, rear + 0.005)
    )
    return [*solids, frame.turned("x", -tilt, (0, seat - cushion, rear))], [
        pad,
        rest.turned("x", -tilt, (0, seat - cushion, rear)),
    ]


def monobloc(rng: np.random.Generator) -> Group:
    """A stacking garden chair: thin shell, arms that flow into the back, legs of angle section."""
    half, depth, seat = between(rng, 0.21, 0.26), between(rng, 0.4, 0.46), between(rng, 0.4, 0.45)
    m = Measures(
        2 * half, depth, seat, 0.02, between(rng, 0.36, 0.48), between(rng, 8, 18), 0.92, 0.06, 0.5, 0.04
    )
    arm, t = seat + between(rng, 0.18, 0.24), between(rng, 0.012, 0.02)
    solids: list[Solid] = []
    for s in (-1, 1):
        rear_top = m.leaned_point(s * m.rear_half, arm - seat + 0.06)
        solids += [
            bar(
                (s * (half + 0.05), 0, depth / 2 + 0.05),
                (s * (half + 0.01), arm, depth / 2 - 0.04),
                0.045,
                0.05,
                0.03,
                0.06,
            ),
            bar(
                (s * (half + 0.03), 0, -depth / 2 - 0.1),
                (s * m.rear_half, seat, m.rear),
                0.045,
                0.05,
                0.03,
                0.06,
            ),
            bar(
                (s * (half + 0.01), arm - 0.01, depth / 2),
                (rear_top[0], rear_top[1], rear_top[2] - 0.01),
                0.05,
                0.022,
            ),
        ]
    plate = slab(rounded(trapezoid(m.width + 0.03, m.width * 0.96, depth + 0.02), 0.05), seat, 0.022, 0.008)
    sag, kind = between(rng, 0.02, 0.07), pick(rng, {"solid": 2, "slats": 2})
    crest = np.linspace(0.0, 1.0, 7)
    half_widths = m.rear_half * np.array([1.0, 1.0, 1.02, 1.03, 1.02, 0.95, between(rng, 0.5, 0.85)])
    if kind == "solid":
        back = [panel(seat - 0.01 + crest * m.back, half_widths, t, sag, m.rear - sag * 0.6)]
        return [*solids, plate, *(m.leaned(b) for b in back)], []
    frame, cover = framed(rng, "slats", m, False)
    return [*solids, plate, *frame, *cover], []
