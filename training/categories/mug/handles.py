"""Handles: a curve from the wall at -X and back, and the band or rod that follows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.furniture.outlines import Points, arc, bent
from training.categories.mug.vessel import Vessel
from training.solids import Solid, extrusion, rod, tube


@dataclass(frozen=True)
class Grip:
    """Where a handle leaves the wall and comes back, and its stock.

    Attributes:
        low: Height of its lower end.
        high: Height of its upper end.
        reach: How far its curve stands out from the wall.
        stock: Its thickness in the plane of the handle.
        width: Its width along z.
    """

    low: float
    high: float
    reach: float
    stock: float
    width: float


def draw_grip(rng: np.random.Generator, v: Vessel, chunky: bool) -> Grip:
    """Draw a place and sizes, as shares of the body's height and width."""
    h, r = v.height, float(v.radii.max())
    # A tall mug's handle is about as high as a hand is wide, a low cup's takes most of the wall.
    span = h * min(0.86, tailed(rng, 0.58, 0.22, 0.3, 0.86))
    foot = max(v.floor, 0.06 * h) + 0.03 * h
    low = foot + between(rng, 0.1, 0.95) * max(0.0, 0.97 * h - span - foot)
    stock = tailed(rng, 0.1, 0.3, 0.04, 0.24) * min(h, 2 * r) * (1.35 if chunky else 1.0)
    high = min(low + span, 0.97 * h - 0.5 * stock)
    reach = tailed(rng, 0.58, 0.28, 0.26, 1.3) * r * min(1.0, 0.45 + 0.55 * (high - low) / r)
    width = min(stock * tailed(rng, 1.2, 0.3, 0.6, 2.4), 0.55 * r)
    return Grip(low, high, max(reach, 1.6 * stock), stock, width)


def half_round(rng: np.random.Generator, g: Grip) -> Points:
    """A C: half of an ellipse, (k, 2) of (distance from the wall, height) from high to low."""
    power = between(rng, 1.7, 3.0)
    angle = np.linspace(-np.pi / 2, np.pi / 2, 12)
    out = np.abs(np.cos(angle)) ** (2 / power)
    up = -np.sign(np.sin(angle)) * np.abs(np.sin(angle)) ** (2 / power)
    return np.stack([g.reach * out, (g.low + g.high) / 2 + (g.high - g.low) / 2 * up], 1)


def d_shape(rng: np.random.Generator, g: Grip) -> Points:
    """A D: straight out, straight down, straight back, with rounded corners."""
    slope = between(rng, -0.12, 0.2) * (g.high - g.low)
    corners = [
        (0, g.high),
        (g.reach, g.high - max(0, slope)),
        (g.reach * between(rng, 0.75, 1.0), g.low),
        (0, g.low),
    ]
    return bent(np.array(corners), between(rng, 0.15, 0.5) * g.reach, 4)


def ear(rng: np.random.Generator, g: Grip) -> Points:
    """Wide above, drawn in below, as pulled handles are."""
    span = g.high - g.low
    top = g.high + between(rng, -0.02, 0.16) * span
    far = g.reach * between(rng, 1.3, 1.6)
    ends = np.array([[0, g.high], [0.35 * far, top], [far, g.high], [far, g.high - 0.35 * span],
                     [0.55 * far, g.low + 0.2 * span], [0, g.low]])  # fmt: skip
    return _bezier(ends, 12)


def angular(rng: np.random.Generator, g: Grip) -> Points:
    """Straight pieces: a rectangle, a trapezoid or a triangle."""
    span = g.high - g.low
    a, b = sorted((between(rng, -0.08, 0.4), between(rng, -0.05, 0.4)))
    up, down = (a, b) if chance(rng, 0.65) else (b, a)
    if chance(rng, 0.4):
        up = down = 0.0
    return np.array([(0, g.high), (g.reach, g.high - up * span), (g.reach, g.low + down * span), (0, g.low)])


def seven(rng: np.random.Generator, g: Grip) -> Points:
    """Straight out and slanting back: the conical mug's handle."""
    lip = between(rng, 0.0, 0.3)
    corners = [(0, g.high), (g.reach, g.high), (g.reach, g.high - lip * (g.high - g.low)), (0, g.low)]
    return bent(np.array(corners), 0.3 * g.reach, 3)


def hook(rng: np.random.Generator, g: Grip) -> Points:
    """Fixed above only, its lower end free."""
    full = half_round(rng, g)
    return full[: int(0.78 * len(full))]


CURVES: dict[str, Callable[[np.random.Generator, Grip], Points]] = {
    "C": half_round, "D": d_shape, "ear": ear, "angular": angular, "seven": seven, "hook": hook,
}  # fmt: skip
HANDLE_KINDS = (*CURVES, "ring", "double", "none")


def handle(rng: np.random.Generator, kind: str, v: Vessel, chunky: bool) -> list[Solid]:
    """The handle of a body, at -X."""
    if kind == "none":
        return []
    if kind == "double":
        one = handle(rng, pick(rng, {"C": 3, "D": 1, "ear": 1, "angular": 1}), v, chunky)
        return one + [s.mirrored("x") for s in one]
    g = draw_grip(rng, v, chunky)
    if kind == "ring":
        return _ring(rng, g, v, chunky)
    curve = CURVES[kind](rng, g)
    path = np.stack([-(curve[:, 0] + _foot_line(v, curve[:, 1])), curve[:, 1]], 1)
    solids = [_followed(rng, path, g, v, chunky or kind == "angular", kind != "hook")]
    if not chunky and chance(rng, 0.07):
        solids += [_spur(path, g)]
    return solids


def _foot_line(v: Vessel, y: Points) -> Points:
    """The wall's reach along the handle, straight between its two ends."""
    ends = v.reach(np.array([y[-1], y[0]]))
    part = np.clip((y - y[-1]) / max(y[0] - y[-1], 1e-6), 0, 1)
    return np.asarray(ends[0] + (ends[1] - ends[0]) * part)


def _followed(rng: np.random.Generator, path: Points, g: Grip, v: Vessel, chunky: bool, both: bool) -> Solid:
    """A band or an oval rod along a path of (x, y); its ends stop inside the wall."""
    if chunky or chance(rng, 0.45):
        swell = np.linspace(1.0, between(rng, 0.7, 1.1), len(path)) if not chunky else 1.0
        band = _mitred(path, g.stock * swell)
        k = len(path)
        for i in (0, 2 * k - 1, k - 1, k) if both else (0, 2 * k - 1):
            band[i, 0] = -float(v.reach(band[i, 1])) + 0.6 * v.wall
        return extrusion(band, g.width)
    radius = g.stock / 2
    sunk = radius - min(0.75 * v.wall, radius)
    points = np.column_stack([path, np.zeros(len(path))])
    for i in (0, -1) if both else (0,):
        points[i, 0] = -float(v.reach(points[i, 1])) - sunk
    taper = np.linspace(1.0, between(rng, 0.75, 1.15), len(points)) * radius
    return tube(points, taper, sides=8).scaled(1, 1, min(g.width / g.stock, 1.8))


def _ring(rng: np.random.Generator, g: Grip, v: Vessel, chunky: bool) -> list[Solid]:
    """A finger ring: a closed circle whose near side lies in the wall."""
    r = min((g.high - g.low) / 2, 0.3 * v.height) * between(rng, 0.65, 1.0)
    y = min((g.low + g.high) / 2 + between(rng, 0.0, 0.2) * v.height, v.height - 1.1 * r)
    stock = min(g.stock, 0.7 * r)
    # It is pushed in until it stands deepest in the wall, wherever that is.
    around = np.linspace(-0.98, 0.98, 15) * r
    out = np.sqrt((r + stock / 2) ** 2 - around**2)
    sunk = min(0.7 * v.wall, stock / 2)
    centre = (float((sunk - v.reach(y + around) - out).min()), y)
    path = arc(r, r, 0, 360, 6 if chunky else 14, centre)[:-1]
    return [
        tube(np.column_stack([path, np.zeros(len(path))]), stock / 2, closed=True, sides=6 if chunky else 8)
    ]


def _mitred(path: Points, thickness: Points | float) -> Points:
    """The closed band around a polyline: its straight runs keep their thickness up to the corners."""
    steps = np.diff(path, axis=0)
    normal = (
        np.stack([-steps[:, 1], steps[:, 0]], 1) / np.maximum(np.linalg.norm(steps, axis=1), 1e-9)[:, None]
    )
    before, after = np.concatenate([normal[:1], normal]), np.concatenate([normal, normal[-1:]])
    miter = (before + after) / np.maximum(1 + (before * after).sum(1), 0.5)[:, None]
    offset = miter * np.broadcast_to(np.asarray(thickness, dtype=float) / 2, len(path))[:, None]
    return np.concatenate([path + offset, (path - offset)[::-1]])


def _spur(path: Points, g: Grip) -> Solid:
    """A thumb rest on the handle's shoulder."""
    at = path[max(1, len(path) // 4)]
    tip = (at[0] - 0.5 * g.stock, at[1] + 1.1 * g.stock, 0)
    return rod((at[0], at[1], 0), tip, 0.42 * g.stock, 0.25 * g.stock)


def _bezier(corners: Points, steps: int) -> Points:
    """The Bezier curve of any number of control points, by repeated interpolation."""
    t = np.linspace(0.0, 1.0, steps + 1)[:, None, None]
    level = np.broadcast_to(corners, (steps + 1, *corners.shape))
    while level.shape[1] > 1:
        level = (1 - t) * level[:, :-1] + t * level[:, 1:]
    return np.asarray(level[:, 0])
