"""Displays of other kinds: laptops, kiosks and signs, tablets, projection, arcade and cash machines."""

from __future__ import annotations

import numpy as np

from training.categories.devices.forms import Pieces, plate, side
from training.categories.furniture.draw import between, chance, pick
from training.solids import bar, box, cylinder, rod


def laptop(rng: np.random.Generator) -> Pieces:
    """An open laptop, thin or of the thick old sort."""
    w, old = between(rng, 0.28, 0.42), chance(rng, 0.3)
    d, t = w * between(rng, 0.6, 0.76), w * (between(rng, 0.06, 0.13) if old else between(rng, 0.03, 0.06))
    lid, open_ = t * between(rng, 0.35, 0.7), between(rng, 95, 130)
    high = d * between(rng, 0.92, 1.0)
    corner = w * between(rng, 0.0, 0.04)
    base = box((w, t, d), (0, t / 2, d / 2), min(corner, 0.45 * t))
    back = plate(w, high, lid, corner, (0, high / 2, -lid / 2))
    bezel = w * between(rng, 0.02, 0.07)
    pane = plate(w - 2 * bezel, high - 2.4 * bezel, 0.3 * lid, 0.0, (0, high / 2 + 0.2 * bezel, -0.13 * lid))
    pieces = [
        (r, s.moved(y=0.6 * t).turned("x", 90 - open_, (0, t * 0.8, 0)))
        for r, s in (("body", back), ("screen", pane))
    ]
    keys = box((w * 0.88, t * 0.3, d * between(rng, 0.38, 0.5)), (0, t * 0.87, d * 0.36))
    pad = box((w * 0.28, t * 0.3, d * 0.22), (0, t * 0.86, d * 0.8))
    hinge = cylinder(min(t, lid) * 0.5, w * 0.8, (0, t * 0.8, 0), axis="x", sides=10)
    return [*pieces, ("body", base), ("trim", keys), ("trim", pad), ("stand", hinge)]


def kiosk(rng: np.random.Generator) -> Pieces:
    """A sign or a terminal on the floor: a totem, a desk, a post or an easel."""
    kind = pick(rng, {"totem": 4, "post": 3, "desk": 2, "easel": 1})
    w, high = between(rng, 0.4, 0.85), between(rng, 1.3, 2.1)
    if kind == "totem":
        t, y = between(rng, 0.04, 0.22), high * between(rng, 0.55, 0.62)
        pane = plate(w * 0.9, high * between(rng, 0.45, 0.72), t * 0.3, 0.0, (0, y, t * 0.36))
        base = box((w * between(rng, 1.0, 1.3), 0.04, max(0.35, t * 2)), (0, 0.02, 0))
        corner = w * between(rng, 0, 0.1)
        return [("body", plate(w, high, t, corner, (0, high / 2, 0))), ("screen", pane), ("stand", base)]
    if kind == "easel":
        t, lean = 0.04, between(rng, 6, 16)
        front = [("body", plate(w, high, t, 0.0, (0, high / 2, -t / 2)))]
        front.append(("screen", plate(w * 0.88, high * 0.8, 0.01, 0.0, (0, high * 0.53, -0.004))))
        turned = [(r, s.turned("x", -lean)) for r, s in front]
        leg_z = -high * np.sin(np.radians(lean)) * between(rng, 1.2, 2)
        return [
            *turned,
            (
                "stand",
                bar(
                    (0, 0, leg_z),
                    (0, high * 0.8, -high * 0.8 * np.tan(np.radians(lean)) - 0.01),
                    w * 0.8,
                    0.03,
                ),
            ),
        ]
    tilt, s = between(rng, 5, 60), between(rng, 0.3, 0.7)
    head = [("body", plate(s, s * 0.7, 0.06, 0.02, (0, 0, 0)))]
    head.append(("screen", plate(s * 0.9, s * 0.58, 0.02, 0.0, (0, 0, 0.022))))
    at = high * between(rng, 0.5, 0.75)
    head = [(r, q.turned("x", -tilt).moved(y=at)) for r, q in head]
    base = box((s * 0.8, 0.03, s * 0.7), (0, 0.015, -0.02))
    if kind == "post":
        post = bar((0, 0, -0.03), (0, at, -0.02), between(rng, 0.05, 0.2), between(rng, 0.04, 0.1))
        return [*head, ("stand", base), ("stand", post)]
    return [
        *head,
        ("body", side([(-0.2, 0), (0.12, 0), (0.02, at - 0.02), (-0.12, at)], s * 0.8)),
        ("stand", base),
    ]


def tablet(rng: np.random.Generator) -> Pieces:
    """A tablet, a photo frame or an industrial panel: upright, on a leg, in a thick case."""
    ratio = between(rng, 0.62, 0.8) if chance(rng, 0.4) else between(rng, 1.25, 1.7)
    h = 0.24
    w, rugged = h * ratio, chance(rng, 0.35)
    t = h * (between(rng, 0.08, 0.25) if rugged else between(rng, 0.03, 0.06))
    corner, bezel = h * between(rng, 0, 0.08), h * between(rng, 0.03, 0.15)
    case = [("body", plate(w, h, t, corner, (0, h / 2, -t / 2)))]
    case.append(("screen", plate(w - 2 * bezel, h - 2 * bezel, t * 0.2, 0.0, (0, h / 2, -t * 0.085))))
    if rugged:
        buttons = int(rng.integers(2, 7))
        case += [
            ("trim", box((w * 0.06, bezel * 0.5, t * 0.3), (x, bezel * 0.5, -t * 0.1)))
            for x in np.linspace(-w * 0.35, w * 0.35, buttons)
        ]
        case += [("body", plate(w * 0.8, h * 0.8, t * 0.8, 0.0, (0, h / 2, -t)))] if chance(rng, 0.5) else []
    if chance(rng, 0.3):
        return case
    lean = between(rng, 8, 35)
    leaned = [(r, s.turned("x", -lean)) for r, s in case]
    y = h * between(rng, 0.5, 0.85)
    top = (0, y * np.cos(np.radians(lean)), -y * np.sin(np.radians(lean)) - t * 0.6)
    leg = bar((0, 0.0, top[2] - h * between(rng, 0.1, 0.3)), top, w * between(rng, 0.15, 0.95), h * 0.015)
    return [*leaned, ("stand", leg)]


def projection(rng: np.random.Generator) -> Pieces:
    """A screen on a tripod, between posts or pulled from a case, or a tall rear-projection set."""
    kind = pick(rng, {"tripod": 3, "posts": 2, "wall": 2, "rear": 3})
    w = between(rng, 1.2, 2.4)
    h = w * between(rng, 0.55, 1.0)
    if kind == "rear":
        return _rear_projection(rng, w, w * between(rng, 0.85, 1.2))
    low, t = h * between(rng, 0.25, 0.6), w * 0.012
    sheet = plate(w, h, t, 0.0, (0, low + h / 2, 0))
    pieces: Pieces = [("sheet", sheet), ("body", box((w * 1.04, 5 * t, 5 * t), (0, low + h, 0)))]
    pieces.append(("body", box((w * 1.02, 2 * t, 2 * t), (0, low, 0))))
    if kind == "wall":
        return pieces
    if kind == "posts":
        for s in (-1, 1):
            pieces.append(("stand", box((2 * t, low + h, 2 * t), (s * w * 0.5, (low + h) / 2, 0))))
            pieces.append(("stand", box((3 * t, 2 * t, h * 0.4), (s * w * 0.5, t, 0))))
        return pieces
    post = rod((0, low * 0.3, -t), (0, low + h + 3 * t, -t), 1.2 * t)
    pieces.append(("stand", post))
    for angle in np.radians([90, 210, 330]):
        foot = (low * np.cos(angle) * 0.9, 0, -t + low * np.sin(angle) * 0.9)
        pieces.append(("stand", rod(foot, (0, low * 0.7, -t), t * 0.8)))
    return pieces


def _rear_projection(rng: np.random.Generator, w: float, h: float) -> Pieces:
    """A broad screen in a tall cabinet whose rear slopes."""
    depth, low = w * between(rng, 0.3, 0.55), h * between(rng, 0.25, 0.45)
    profile = [(0, 0), (0, h), (-depth * between(rng, 0.15, 0.5), h), (-depth, low), (-depth, 0)]
    pane = plate(w * 0.94, (h - low) * 0.92, 0.02, 0.0, (0, low + (h - low) * 0.5, 0.003))
    cloth = plate(w * 0.94, low * 0.85, 0.03, 0.0, (0, low * 0.48, 0.008))
    return [("body", side(profile, w)), ("screen", pane), ("trim", cloth)]


def arcade(rng: np.random.Generator) -> Pieces:
    """An arcade cabinet: cheeks about a leaning screen, a control board and a lit head."""
    w, h, d = between(rng, 0.6, 0.75), between(rng, 1.5, 1.85), between(rng, 0.6, 0.9)
    if chance(rng, 0.3):
        h *= 0.55
    y = h * between(rng, 0.48, 0.58)
    belly = d * between(rng, 0.3, 0.45)
    cheek = [(-d * 0.5, 0), (belly * 0.8, 0), (belly, y * 0.85), (belly * 1.25, y), (0.05 * d, y + 0.1 * h)]
    cheek += [(-0.05 * d, h * 0.84), (belly * 0.8, h * 0.88), (belly * 0.8, h), (-d * 0.5, h)]
    core = [
        (-d * 0.48, 0.01),
        (belly * 0.75, 0.01),
        (belly * 0.9, y * 0.84),
        (belly * 1.15, y * 0.97),
        (0.0, y + 0.06 * h),
    ]
    core += [(-0.15 * d, h * 0.84), (belly * 0.75, h * 0.89), (belly * 0.75, h * 0.98), (-d * 0.48, h * 0.98)]
    pieces: Pieces = [("trim", side(cheek, 0.03, s * w / 2)) for s in (-1, 1)]
    a, b = np.array([0.0, y + 0.06 * h]), np.array([-0.15 * d, h * 0.84])
    pane = bar((0, *_yz(a + 0.06 * (b - a))), (0, *_yz(a + 0.94 * (b - a))), w * 0.8, 0.02)
    head = box((w * 0.92, h * 0.07, 0.02), (0, h * 0.935, belly * 0.75))
    stick = rod((-w * 0.2, y * 0.95, belly * 0.7), (-w * 0.2, y + 0.09, belly * 0.75), 0.012)
    return [*pieces, ("body", side(core, w)), ("screen", pane), ("chrome", head), ("stand", stick)]


def _yz(zy: np.ndarray) -> tuple[float, float]:
    return float(zy[1]), float(zy[0])


def cash_machine(rng: np.random.Generator) -> Pieces:
    """A cash machine: a tall case with a sloping board of keys under a leaning screen."""
    w, h, d = between(rng, 0.4, 0.6), between(rng, 1.3, 1.7), between(rng, 0.45, 0.7)
    y, step = h * between(rng, 0.5, 0.62), d * between(rng, 0.15, 0.35)
    profile = [(-d / 2, 0), (d / 2, 0), (d / 2, y * 0.9), (d / 2 - step, y), (d / 2 - step * 1.4, h * 0.85)]
    case = side([*profile, (d / 2 - step * 0.3, h * 0.88), (d / 2 - step * 0.3, h), (-d / 2, h)], w)
    a, b = (0, y * 1.03, d / 2 - step), (0, h * 0.83, d / 2 - step * 1.35)
    keys = bar((0, y * 0.92, d / 2 - step * 0.2), (0, y * 0.99, d / 2 - step * 0.85), w * 0.4, 0.03)
    return [("body", case), ("screen", bar(a, b, w * 0.7, 0.03)), ("trim", keys)]
