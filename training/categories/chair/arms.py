"""Armrests."""

from __future__ import annotations

import numpy as np

from training.categories.chair.measures import Measures
from training.categories.furniture.draw import between, chance
from training.categories.furniture.legs import spar
from training.categories.furniture.outlines import Points, bent, shrink_into
from training.solids import Solid, bar, box, rod, tube

ARM_KINDS = ("none", "post", "padded", "scoop", "loop", "tee", "block", "bow")


def arms(rng: np.random.Generator, kind: str, m: Measures, outline: Points) -> list[Solid]:
    """Both armrests of one of ARM_KINDS."""
    if kind == "none":
        return []
    if kind == "bow":
        return _bow(rng, m)
    make = {"post": _post, "padded": _post, "scoop": _scoop, "loop": _loop, "tee": _tee, "block": _block}[
        kind
    ]
    side = make(rng, m, kind == "padded", outline)
    return [*side, *(s.mirrored("x") for s in side)]


def _rise(rng: np.random.Generator, m: Measures) -> float:
    """Height of the arm above the seat."""
    return min(between(rng, 0.16, 0.25), 0.75 * m.back)


def _post(rng: np.random.Generator, m: Measures, padded: bool, outline: Points) -> list[Solid]:
    """A rail from the back to a front post that stands on the seat's edge."""
    rise, stock = _rise(rng, m), max(0.02, m.stock * between(rng, 0.6, 1.0))
    x_rear, x_front = m.rear_half - m.stock / 2, m.width / 2 - m.stock / 2
    out = between(rng, 0.0, 0.05)
    rear = m.leaned_point(x_rear, rise, m.stock / 2)
    post_z = m.depth / 2 - m.stock / 2 - between(rng, 0.0, 0.3) * m.depth
    slope = between(rng, -0.02, 0.03)
    front = (x_front + out, m.seat + rise + slope, post_z + between(rng, 0.0, 0.06))
    height, width = (
        (between(rng, 0.03, 0.06), between(rng, 0.05, 0.09))
        if padded
        else (stock * 0.7, stock * between(rng, 0.9, 1.8))
    )
    foot_x, foot_z = shrink_into(x_front * 0.96, post_z, outline, 0.93)
    foot = (foot_x, m.bottom + 0.2 * m.thickness, foot_z)
    top = (front[0], front[1] - height * 0.2, post_z)
    solids = [
        bar((rear[0], rear[1], rear[2] - 0.01), front, width, height),
        spar([foot, top], [(stock * 0.45, stock * 0.45)] * 2, chance(rng, 0.3)),
    ]
    low = m.leaned_point(x_rear, -0.02, m.stock / 2)
    solids.append(bar(low, (rear[0], rear[1] + 0.3 * height, rear[2]), stock * 0.8, stock * 0.8))
    return solids


def _scoop(rng: np.random.Generator, m: Measures, _: bool, outline: Points) -> list[Solid]:
    """One curve from the back, forward and down to the seat."""
    rise, radius = _rise(rng, m), max(0.011, m.stock * 0.35)
    start = m.leaned_point(m.rear_half - m.stock * 0.4, rise, 0.5 * m.stock)
    low = m.leaned_point(m.rear_half - m.stock * 0.4, -0.02, 0.5 * m.stock)
    x, front = m.width / 2 + between(rng, 0.0, 0.04), m.depth / 2 * between(rng, 0.3, 0.9)
    path = np.array(
        [
            low,
            start,
            [x, start[1] - 0.02, front],
            [m.width / 2 - radius, m.seat - 0.4 * m.thickness, front * 0.8],
        ]
    )
    return [tube(bent(path, between(rng, 0.04, 0.14), 5), radius, sides=10)]


def _loop(rng: np.random.Generator, m: Measures, _: bool, outline: Points) -> list[Solid]:
    """A closed loop of tube or flat plastic beside the seat, joined under it."""
    rise, radius = _rise(rng, m), between(rng, 0.01, 0.018)
    x, y = m.width / 2 + radius + between(rng, 0.0, 0.03), m.bottom + 0.3 * m.thickness
    front, rear = m.depth / 2 * between(rng, 0.35, 0.8), m.rear * between(rng, 0.3, 0.9)
    top = m.seat + rise
    path = np.array([[x, y, front * 0.8], [x, top, front], [x, top, rear], [x, y, rear * 0.9]])
    solids = [tube(bent(path, between(rng, 0.03, 0.1), 4), radius, sides=8)]
    for z in (front * 0.8, rear * 0.9):
        solids.append(rod((x, y, z), (x * 0.35, y, z * 0.5), radius))
    if chance(rng, 0.5):
        solids.append(box((0.05, 0.03, (front - rear) * 0.85), (x, top + 0.005, (front + rear) / 2), 0.012))
    return solids


def _tee(rng: np.random.Generator, m: Measures, _: bool, outline: Points) -> list[Solid]:
    """An office arm: out from under the seat, up, and a pad on top."""
    rise, y = _rise(rng, m), m.bottom + 0.3 * m.thickness
    x, z = m.width / 2 + between(rng, 0.02, 0.05), between(rng, -0.2, 0.1) * m.depth
    width, depth = between(rng, 0.018, 0.03), between(rng, 0.03, 0.07)
    lean = between(rng, -0.05, 0.05)
    length, pad_width = m.depth * between(rng, 0.4, 0.65), between(rng, 0.05, 0.09)
    pad = box((pad_width, 0.03, length), (x, m.seat + rise, z + lean), between(rng, 0.0, 0.014))
    if chance(rng, 0.4):
        struts = [
            bar(
                (x, y, z + s * 0.3 * length),
                (x, m.seat + rise, z + lean + s * 0.35 * length),
                width,
                depth * 0.6,
            )
            for s in (-1, 1)
        ]
        return [
            *struts,
            bar((x, y, z - 0.32 * length), (x, y, z + 0.32 * length), width, width),
            bar((m.width * 0.2, y, z), (x, y, z), depth, width),
            pad,
        ]
    return [
        bar((m.width * 0.2, y, z), (x + width / 2, y, z), depth, width),
        bar((x, y, z), (x, m.seat + rise, z + lean), width, depth),
        pad,
    ]


def _block(rng: np.random.Generator, m: Measures, _: bool, outline: Points) -> list[Solid]:
    """A solid side beside the seat."""
    rise, width = _rise(rng, m), between(rng, 0.05, 0.15)
    low = m.bottom - between(rng, 0.0, 0.05)
    rear = m.leaned_point(0.0, rise)[2] - 0.02
    length = m.depth / 2 - rear
    size = (width, m.seat + rise - low, length)
    x = m.rear_half + width / 2 - 0.01 if chance(rng, 0.5) else m.rear_half
    return [box(size, (x, low + size[1] / 2, rear + length / 2), width * between(rng, 0.0, 0.49))]


def _bow(rng: np.random.Generator, m: Measures) -> list[Solid]:
    """A Windsor arm bow: a horizontal U behind the spindles, on short posts."""
    rise, radius = _rise(rng, m), max(0.012, m.stock * 0.4)
    y, z = m.seat + rise, m.rear + 0.1 * m.depth - rise * np.tan(np.radians(m.tilt))
    half, front = m.width / 2 + between(rng, 0.0, 0.04), m.depth / 2 * between(rng, 0.2, 0.6)
    path = np.array([[-half, y, front], [-half, y, z], [half, y, z], [half, y, front]])
    solids: list[Solid] = [tube(bent(path, 0.2, 6), radius, sides=10)]
    for s in (-1, 1):
        for share in (0.0, 0.35, 0.7):
            top_z = front * (0.9 - share) + share * (z + 0.15)
            solids.append(
                rod((s * m.rear_half * 0.8, m.seat - 0.015, top_z * 0.85), (s * half, y, top_z), radius * 0.7)
            )
    return solids
