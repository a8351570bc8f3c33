"""Early telephones: candlesticks, French sets on a column, wooden boxes with a crank and bells."""

from __future__ import annotations

import numpy as np

from training.categories.devices.forms import Pieces, moved, turned
from training.categories.furniture.draw import between, chance
from training.categories.telephone.fittings import cord
from training.categories.telephone.handset import handset, resting, underside
from training.categories.telephone.rotary import dial
from training.solids import Solid, bar, box, cylinder, ellipsoid, lathe, rod


def candlestick(rng: np.random.Generator) -> Pieces:
    """A shaft on a round foot with the mouthpiece on top; the receiver hangs at its side."""
    h, r = 0.29 * between(rng, 0.85, 1.15), 0.068 * between(rng, 0.85, 1.25)
    shaft, t = r * between(rng, 0.18, 0.36), h * between(rng, 0.05, 0.16)
    foot = [(0, 0), (r, 0), (r, t * 0.4), (r * 0.85, t * 0.7), (shaft * 1.6, t), (shaft, t * 1.6)]
    upper = [
        (shaft * between(rng, 0.75, 1.0), h * 0.86),
        (shaft * 1.5, h * 0.88),
        (shaft * 1.5, h * 0.93),
        (0, h * 0.95),
    ]
    pieces: Pieces = [("body", lathe(np.array(foot + upper), sides=24))]
    pieces += moved(
        turned(_mouthpiece(rng, r * between(rng, 0.4, 0.7)), "x", between(rng, -20, 5)), y=h * 0.93
    )
    x, y = -r * between(rng, 0.8, 1.05), h * between(rng, 0.68, 0.78)
    pieces += [
        ("metal", rod((0, y, 0), (x, y, 0), shaft * 0.3)),
        *_receiver(rng, x, y, h * between(rng, 0.4, 0.52)),
    ]
    if chance(rng, 0.5):
        disc = turned(dial(rng, r * 0.55, "holes"), "x", -between(rng, 20, 50))
        pieces += moved(disc, 0, t * 1.1, r * 0.62)
    if chance(rng, 0.4):
        pieces += cord(rng, (x, y - h * 0.38, 0.0), (-r * 0.6, t * 0.3, -r * 0.4), 0.0, 0.003)
    return pieces


def _mouthpiece(rng: np.random.Generator, r: float) -> Pieces:
    """A drum with a funnel that opens to +z."""
    long = r * between(rng, 0.9, 1.6)
    funnel = [
        (0, 0),
        (r * 0.35, 0),
        (r * 0.42, long * 0.5),
        (r, long),
        (r * 0.92, long),
        (r * 0.3, long * 0.5),
        (0, long * 0.45),
    ]
    drum = cylinder(r * between(rng, 0.9, 1.3), r * 0.6, (0, 0, 0), axis="z", sides=20)
    return [("body", drum), ("other", lathe(np.array(funnel), (0, 0.2 * r, 0), sides=20).turned("x", 90))]


def _receiver(rng: np.random.Generator, x: float, y: float, length: float) -> Pieces:
    """A bell-shaped receiver that hangs in a fork, its opening down."""
    r, top = length * between(rng, 0.18, 0.26), y + length * 0.2
    profile = [
        (0, top),
        (r * 0.45, top),
        (r * 0.5, top - length * 0.55),
        (r, top - length * 0.85),
        (r, top - length),
        (0, top - length),
    ]
    return [("handset", lathe(np.array(profile), (x, 0, 0), sides=18))]


def french(rng: np.random.Generator) -> Pieces:
    """A set of the old French or imperial sort: a column or a bell on a broad foot with a high cradle."""
    w, h = 0.17 * between(rng, 0.85, 1.2), 0.15 * between(rng, 0.8, 1.35)
    pieces: Pieces = []
    if chance(rng, 0.55):
        r, s = w / 2, w * between(rng, 0.1, 0.2)
        profile = [
            (0, 0),
            (r, 0),
            (r, 0.12 * h),
            (r * 0.75, 0.3 * h),
            (s, 0.5 * h),
            (s * 0.9, 0.75 * h),
            (s * 1.6, h),
            (0, h),
        ]
        pieces.append(("body", lathe(np.array(profile))))
        at = (0.0, 0.4 * h, (0.75 * r + s) / 2)
        slope = float(np.degrees(np.arctan2(0.75 * r - s, 0.2 * h)))
    else:
        pieces.append(("body", box((w, 0.5 * h, w * 0.9), (0, 0.3 * h, 0), 0.008)))
        pieces.append(("body", box((w * 1.1, 0.08 * h, w), (0, 0.04 * h, 0))))
        pieces.append(("body", cylinder(w * 0.16, 0.5 * h, (0, 0.76 * h, 0), w * 0.12)))
        at, slope = (0.0, 0.32 * h, w * 0.455), 0.0
    pieces += moved(turned(dial(rng, min(w * 0.25, 0.22 * h), "holes"), "x", -slope), *at)
    x, rise = w * between(rng, 0.22, 0.35), h * between(rng, 0.06, 0.2)
    pieces.append(("metal", bar((-x, h * 0.98, 0), (x, h * 0.98, 0), 0.016, 0.016)))
    solids = resting(handset(rng, 0.22, "antique" if chance(rng, 0.6) else "classic"))
    low, thick = underside(solids[0], x), float(np.ptp(solids[0].bounds()[:, 2]))
    fork: list[Solid] = [
        bar((s * x, h * 0.97, 0), (s * x, h + rise * 1.8, q * thick * 0.8), 0.012, 0.01)
        for s in (-1, 1)
        for q in (-1, 1)
    ]
    seat = [box((0.014, rise + 0.03, thick), (s * x, h + rise / 2 - 0.008, 0)) for s in (-1, 1)]
    return (
        pieces
        + [("metal", s) for s in fork + seat]
        + [("handset", s.moved(y=h + rise - low - 0.002)) for s in solids]
    )


def box_on_the_wall(rng: np.random.Generator) -> Pieces:
    """A wooden box with two bells, a mouthpiece on an arm, a receiver at the left, a crank at the right."""
    w, h, d = 0.2 * between(rng, 0.85, 1.2), 0.42 * between(rng, 0.7, 1.3), 0.13 * between(rng, 0.8, 1.3)
    pieces: Pieces = [("body", box((w, h, d), (0, h / 2, -d / 2), 0.004))]
    if chance(rng, 0.6):
        pieces.append(("body", box((w * 1.25, h * 1.2, 0.02), (0, h / 2, -d))))
    if chance(rng, 0.5):
        pieces.append(("body", box((w * 1.15, 0.02, d * 1.2), (0, h * 0.22, -d * 0.4))))
    bell = w * between(rng, 0.12, 0.18)
    pieces += [("metal", ellipsoid((bell, bell, bell * 0.8), (s * bell * 1.3, h * 0.88, 0))) for s in (-1, 1)]
    reach = between(rng, 0.05, 0.12)
    pieces.append(("metal", bar((0, h * 0.5, -0.01), (0, h * 0.53, reach), 0.02, 0.02)))
    pieces += moved(_mouthpiece(rng, 0.035), 0, h * 0.54, reach)
    y = h * 0.7
    pieces += [
        ("metal", rod((0, y, -d / 2), (-w * 0.72, y, -d / 2), 0.006)),
        *[(r, s.moved(z=-d / 2)) for r, s in _receiver(rng, -w * 0.72, y, 0.15)],
    ]
    crank = [
        rod((0, h * 0.6, -d / 2), (w * 0.62, h * 0.6, -d / 2), 0.006),
        rod((w * 0.6, h * 0.6, -d / 2), (w * 0.6, h * 0.48, -d / 2), 0.006),
    ]
    return (
        pieces
        + [("metal", s) for s in crank]
        + [
            ("other", cylinder(0.011, 0.05, (w * 0.7, h * 0.48, -d / 2), axis="x", sides=12)),
            ("metal", rod((w * 0.58, h * 0.48, -d / 2), (w * 0.7, h * 0.48, -d / 2), 0.005)),
        ]
    )
