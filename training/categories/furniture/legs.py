"""Legs and what joins them: straight, splayed, turned, cabriole and sabre legs, hairpins, stretchers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from training.categories.furniture.draw import between, chance, pick
from training.categories.furniture.outlines import Points, circle
from training.solids import Solid, bar, lathe, loft, rod, tube

Point = Sequence[float]
LEG_KINDS = ("square", "round", "turned", "cabriole", "sabre", "plank")


def spar(spine: Sequence[Point], halves: Sequence[tuple[float, float]], round_section: bool) -> Solid:
    """A post swept upward along a polyline, its ends cut horizontally.

    Args:
        spine: Points (x, y, z) with rising y.
        halves: Half sizes (x, z) of the section at each point.
        round_section: Whether the section is an ellipse instead of a rectangle.
    """
    unit = (
        circle(1.0, 1.0, 14) if round_section else np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], dtype=float)
    )
    sections = [(y, (unit * half + [x, z])[:, ::-1]) for (x, y, z), half in zip(spine, halves, strict=True)]
    return loft(sections, axis="y")


def leg(rng: np.random.Generator, kind: str, foot: Point, top: Point, stock: float, taper: float) -> Solid:
    """One leg from the floor up.

    Args:
        rng: The source of chance; only turned legs use it: give legs of one set equal generators.
        kind: One of LEG_KINDS.
        foot: Where it stands.
        top: Where it ends, higher than foot.
        stock: Full thickness at the top.
        taper: Thickness at the foot relative to the top.
    """
    if kind == "turned":
        return turned(rng, foot, top, stock)
    if kind in ("cabriole", "sabre"):
        return _curved(kind, foot, top, stock, taper)
    half = (stock / 2, stock / 2) if kind != "plank" else (stock * 0.32, stock * 0.95)
    return spar([foot, top], [(half[0] * taper, half[1] * taper), half], kind == "round")


def turned(rng: np.random.Generator, foot: Point, top: Point, stock: float) -> Solid:
    """A lathe-turned post with beads and vases, tilted between its ends."""
    length = float(np.linalg.norm(np.subtract(top, foot)))
    radii, heights = _baluster(rng, stock / 2)
    outer = np.stack([radii, heights * length], axis=1)
    profile = np.concatenate([[[0.0, 0.0]], outer, [[0.0, length]]])
    upright = lathe(profile, sides=14)
    dx, dy, dz = np.subtract(top, foot)
    lean_z = float(np.degrees(np.arctan2(dz, dy)))
    lean_x = -float(np.degrees(np.arctan2(dx, np.hypot(dy, dz))))
    return upright.turned("z", lean_x).turned("x", lean_z).moved(*foot)


def _baluster(rng: np.random.Generator, radius: float) -> tuple[Points, Points]:
    """Radii and heights (fractions) of a turned profile."""
    knots = int(rng.integers(4, 9))
    heights = np.linspace(0.04, 0.8, knots) + rng.uniform(-0.03, 0.03, knots)
    radii = rng.uniform(0.5, 1.15, knots) * radius
    foot = radius * between(rng, 0.5, 0.9)
    dense = np.linspace(heights[0], heights[-1], 3 * knots)
    smooth = np.interp(dense, heights, radii)
    smooth = (smooth + np.roll(smooth, 1) + np.roll(smooth, -1)) / 3 if chance(rng, 0.6) else smooth
    ends = np.array([0.86, 1.0]), np.array([radius, radius])
    return (
        np.concatenate([[foot], smooth, ends[1]]),
        np.concatenate([[0.0], dense, ends[0]]),
    )


def _curved(kind: str, foot: Point, top: Point, stock: float, taper: float) -> Solid:
    """Cabriole: knee out, ankle in, foot out. Sabre: one sweep outward to the foot."""
    out = np.array([np.sign(top[0]), np.sign(top[2])])
    t = np.linspace(0.0, 1.0, 9)
    if kind == "cabriole":
        bulge = stock * np.interp(t, [0, 0.1, 0.3, 0.75, 1.0], [0.55, 0.15, -0.1, 0.65, 0.0])
        size = np.interp(t, [0, 0.06, 0.25, 0.75, 1.0], [1.1, 0.9, 0.75 * taper + 0.1, 1.15, 1.0])
    else:
        bulge = 1.6 * stock * (1.0 - t) ** 2.2
        size = taper + (1.0 - taper) * t
    line = np.asarray(foot) + t[:, None] * np.subtract(top, foot)
    line[:, [0, 2]] += bulge[:, None] * out
    return spar(line.tolist(), [(stock / 2 * s, stock / 2 * s) for s in size], kind == "cabriole")


def hairpin(foot: Point, top: Point, spread: float, radius: float, rods: int = 2) -> list[Solid]:
    """A hairpin leg: rods that meet at the foot and stand apart, towards the centre, at the top."""
    sx, sz = -np.sign(top[0]) * spread, -np.sign(top[2]) * spread
    ends = [(top[0] + sx, top[1], top[2]), (top[0], top[1], top[2] + sz)]
    solids = [tube([ends[0], foot, ends[1]], radius, sides=8)]
    if rods > 2:
        solids.append(tube([foot, (top[0] + sx * 0.1, top[1], top[2] + sz * 0.1)], radius, sides=8))
    return solids


def along(a: Point, b: Point, t: float) -> tuple[float, float, float]:
    """The point at fraction t of the way from a to b."""
    x, y, z = (float(p * (1.0 - t) + q * t) for p, q in zip(a, b, strict=True))
    return x, y, z


def joined(a: Point, b: Point, stock: float, kind: str) -> Solid:
    """A stretcher from a to b: a rod, or a rail that is higher than wide."""
    if kind == "round":
        return rod(a, b, stock / 2)
    return bar(a, b, stock * 0.7, stock)


def stretchers(
    rng: np.random.Generator, feet: Sequence[Point], tops: Sequence[Point], stock: float, kind: str = ""
) -> list[Solid]:
    """Stretchers between four legs given in the order front left, front right, back right, back left.

    Kinds: "h" (two sides and a middle), "box" (all round), "sides", "x" (crossed), "ladder".
    """
    kind = kind or pick(rng, {"h": 3, "box": 3, "sides": 1.5, "x": 0.8, "ladder": 1})
    section = pick(rng, {"round": 1, "rail": 1})
    side, front = between(rng, 0.12, 0.5), between(rng, 0.12, 0.5)
    at_side = [along(f, t, side) for f, t in zip(feet, tops, strict=True)]
    at_front = [along(f, t, front) for f, t in zip(feet, tops, strict=True)]
    sides = [(at_side[0], at_side[3]), (at_side[1], at_side[2])]
    fronts = [(at_front[0], at_front[1]), (at_front[3], at_front[2])]
    if kind == "x":
        pairs = [(at_side[0], at_side[2]), (at_side[1], at_side[3])]
    elif kind == "h":
        t = between(rng, 0.3, 0.7)
        pairs = [*sides, (along(*sides[0], t), along(*sides[1], t))]
    elif kind == "box":
        pairs = sides + fronts
    elif kind == "sides":
        pairs = sides
    else:
        high = [along(f, t, min(0.85, side + 0.25)) for f, t in zip(feet, tops, strict=True)]
        pairs = [*sides, (high[0], high[3]), (high[1], high[2]), *fronts]
    return [joined(a, b, stock, section) for a, b in pairs]
