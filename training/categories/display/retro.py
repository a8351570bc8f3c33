"""Televisions of the fifties to the seventies: wooden and plastic sets, globes, stalks."""

from __future__ import annotations

import numpy as np

from training.categories.devices.forms import Pieces, dome, layers, plate, rectangle, rim
from training.categories.display.crt import Front, face
from training.categories.display.outfit import OVER, UNDER, over, under
from training.categories.furniture.draw import between, chance, pick, tailed
from training.solids import bar, box, cylinder, lathe


def retro(rng: np.random.Generator) -> Pieces:
    """A set with knobs beside or under its tube, a hump behind, something under it and on top of it."""
    ratio = between(rng, 1.15, 1.65) if chance(rng, 0.75) else between(rng, 0.8, 1.15)
    height = 0.42 * between(rng, 0.6, 1.2)
    width, beside = height * ratio, ratio > 1.1 and chance(rng, 0.8)
    bezel = height * between(rng, 0.05, 0.12)
    chin = bezel if beside else height * between(rng, 0.1, 0.32)
    corner = height * tailed(rng, 0.07, 0.7, 0.004, 0.24)
    f = Front(width, height, corner, bezel, chin, bezel * between(rng, 0.3, 1.0))
    column = width * between(rng, 0.13, 0.27) if beside else 0.0
    depth = width * tailed(rng, 0.62, 0.25, 0.3, 1.1)
    case, depth = _case(rng, f, depth)
    pieces = face(rng, f, between(rng, 0, 0.12), column) + case
    pieces += _controls(rng, f, column) + (_hood(rng, f) if chance(rng, 0.1) else [])
    pieces += under(rng, pick(rng, UNDER), f, depth) + over(rng, pick(rng, OVER), f, depth)
    return pieces


def _case(rng: np.random.Generator, f: Front, depth: float) -> tuple[Pieces, float]:
    """A box as deep as the set or a shallower one with a blunt pyramid behind it, and how deep the box is."""
    hump = chance(rng, 0.6)
    box_depth = depth * between(rng, 0.35, 0.75) if hump else depth
    inset = f.width * between(rng, 0, 0.12) if chance(rng, 0.3) else 0.0
    middle, z = f.height / 2, -f.recess
    rows = [(-box_depth, f.width - inset, f.height, 0.0, middle, f.corner)]
    pieces: Pieces = [("body", layers([*rows, (z, f.width, f.height, 0.0, middle, f.corner)]))]
    if hump:
        w, h = f.width * between(rng, 0.55, 0.94) - inset, f.height * between(rng, 0.6, 0.94) - inset
        s, y = between(rng, 0.45, 0.95), f.height * between(rng, 0.42, 0.52)
        rear = (-depth, w * s, h * s, 0.0, y - h * (1 - s) * between(rng, 0, 0.4), f.corner * 0.5)
        pieces.append(("trim", layers([rear, (-box_depth * 0.95, w, h, 0.0, y, f.corner * 0.5)])))
    return pieces, box_depth


def _hood(rng: np.random.Generator, f: Front) -> Pieces:
    """A visor: the case goes on before the front, all round it."""
    out, t = f.width * between(rng, 0.03, 0.16), 0.5 * f.bezel
    outer = rectangle(f.width, f.height, f.corner, (0, f.height / 2))
    inner = rectangle(f.width - 2 * t, f.height - 2 * t, max(f.corner - t, 0.0), (0, f.height / 2))
    return [("body", rim(outer, inner, out, out + 0.5 * f.recess))]


def _controls(rng: np.random.Generator, f: Front, column: float) -> Pieces:
    """Knobs and a grille in the column at the right, or a row of knobs in the chin."""
    pieces: Pieces = []
    if column == 0.0:
        count, r = int(rng.integers(2, 5)), f.chin * between(rng, 0.14, 0.3)
        span = f.width * between(rng, 0.3, 0.75)
        spots = [(span * (i / (count - 1) - 0.5), f.chin / 2) for i in range(count)]
    else:
        count, r = int(rng.integers(1, 4)), column * between(rng, 0.15, 0.33)
        x = f.width / 2 - f.bezel * 0.5 - column / 2
        spots = [(x, f.height - f.bezel - r * 1.4 - i * r * 2.5) for i in range(count)]
        spots = [s for s in spots if s[1] > f.bezel + r]
        if chance(rng, 0.6) and count < 3:
            low = spots[-1][1] - r * 1.8
            pieces += _grille(rng, x, f.bezel, max(low, f.bezel * 1.5), column * 0.8)
    out = r * between(rng, 0.4, 1.3)
    for x, y in spots:
        knob = cylinder(r, out + 0.6 * f.recess, (x, y, (out - 0.6 * f.recess) / 2), r * 0.85, "z", 16)
        pieces.append(("chrome", knob))
    return pieces


def _grille(rng: np.random.Generator, x: float, low: float, high: float, width: float) -> Pieces:
    """Slats before the loudspeaker, lying or standing."""
    count, t = int(rng.integers(3, 7)), 0.006
    if chance(rng, 0.6):
        return [
            ("stand", box((width, (high - low) / count * 0.45, t), (x, y, 0.0)))
            for y in np.linspace(low, high, count + 2)[1:-1]
        ]
    return [
        (
            "stand",
            box((width / count * 0.5, (high - low) * 0.9, t), (x + s * width / 2, (low + high) / 2, 0.0)),
        )
        for s in np.linspace(-0.85, 0.85, count)
    ]


def globe(rng: np.random.Generator) -> Pieces:
    """A ball or an egg with a window in front, on a foot."""
    r = 0.16
    angle = np.radians(np.linspace(-90, between(rng, 38, 50), 14))
    profile = [*np.stack([r * np.cos(angle), r * np.sin(angle)], axis=1), (0, r * np.sin(angle[-1]))]
    ball = (
        lathe(np.array(profile)).turned("x", 90).scaled(1, between(rng, 0.88, 1.15), between(rng, 0.9, 1.1))
    )
    body = ball.moved(y=r * 1.1)
    w, h = r * between(rng, 1.0, 1.35), r * between(rng, 0.8, 1.1)
    z, radius = r * between(rng, 0.85, 1.0), h * between(rng, 0.15, 0.45)
    hood = rim(
        rectangle(w * 1.12, h * 1.16, radius, (0, r * 1.1)),
        rectangle(w, h, radius * 0.9, (0, r * 1.1)),
        z,
        r * 0.5,
    )
    pane = dome(w * 1.01, h * 1.01, radius, r * 0.1, r * 0.35, (0, r * 1.1, z - r * 0.16))
    foot = cylinder(r * between(rng, 0.4, 0.8), r * 0.45, (0, 0.12 * r, 0), r * between(rng, 0.25, 0.4))
    return [("body", body), ("body", hood), ("screen", pane), ("stand", foot)]


def stalk(rng: np.random.Generator) -> Pieces:
    """A bare tube on a post above a low case or a pedestal."""
    w, high = 0.5, between(rng, 0.12, 0.3)
    f = Front(w, w * between(rng, 0.75, 0.9), 0.05, 0.03, 0.03, 0.02)
    back = [
        (-0.3, w * 0.3, f.height * 0.3, 0.0, f.height / 2, 0.03),
        (-0.1, w * 0.8, f.height * 0.8, 0.0, f.height / 2, 0.05),
    ]
    tube_ = [*face(rng, f), ("body", layers([*back, (-0.02, w, f.height, 0.0, f.height / 2, 0.05)]))]
    base = box((w * between(rng, 0.9, 1.3), high, 0.32), (0, -0.12 - high / 2, -0.14), 0.01)
    post = bar((0, 0.06, -0.12), (0, -0.14, -0.14), 0.12, 0.06)
    if chance(rng, 0.4):
        base = lathe(
            np.array([(0, -0.5), (0.22, -0.5), (0.2, -0.47), (0.04, -0.4), (0.04, -0.1), (0, -0.1)]),
            (0, 0, -0.14),
        )
    else:
        tube_.append(("trim", plate(w * 0.5, high * 0.4, 0.02, 0.0, (0, -0.12 - high / 2, 0.018))))
    return [*tube_, ("body", base), ("chrome", post)]
