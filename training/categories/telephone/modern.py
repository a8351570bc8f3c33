"""Sets in one piece and other rare ones: the cobra, the slim desk set, the conference set, the intercom."""

from __future__ import annotations

import numpy as np

from training.categories.devices.forms import Pieces, plate, tower
from training.categories.furniture.draw import between, chance
from training.categories.telephone.fittings import keypad
from training.categories.telephone.handset import handset, resting
from training.solids import box, cylinder, lathe, loft, tube


def cobra(rng: np.random.Generator) -> Pieces:
    """A telephone in one piece: it stands on its dial, a neck rises from the foot and hooks to the front."""
    h, foot = 0.22, 0.22 * between(rng, 0.2, 0.3)
    neck, head = foot * between(rng, 0.32, 0.5), foot * between(rng, 0.45, 0.65)
    angle = (np.arange(16) + 0.5) * 2 * np.pi / 16
    rows = []
    for y, r, z in (
        (0, 1.0, 0.0),
        (0.05, 1.02, 0.0),
        (0.15, 0.85, -0.1),
        (0.35, 0.0, -0.45),
        (0.8, 0.0, -0.5),
        (0.97, 0.2, -0.3),
    ):
        radius = neck + (foot - neck) * r
        rows.append(
            (y * h, np.stack([z * foot + radius * 0.9 * np.cos(angle), radius * np.sin(angle)], axis=1))
        )
    ear = cylinder(head, foot * 0.9, (0, h * 0.92, 0.0), head * 0.9, axis="z").turned(
        "x", between(rng, 0, 30), (0, h * 0.9, 0)
    )
    return [("body", loft(rows, axis="y")), ("body", ear)]


def slim_desk(rng: np.random.Generator) -> Pieces:
    """A narrow base that a slim handset covers, lying along z or across."""
    solids = handset(rng, 0.21, "slim")
    w, d, h = between(rng, 0.06, 0.1), between(rng, 0.18, 0.23), between(rng, 0.03, 0.07)
    base = tower([(0.0, w, -d / 2, d / 2, 0.015), (h, w * between(rng, 0.5, 0.9), -d * 0.42, d * 0.42, 0.01)])
    laid = [s.turned("y", 180).turned("x", -90) for s in solids] if chance(rng, 0.5) else resting(solids)
    drop = min(float(s.bounds()[0, 1]) for s in laid)
    if laid[0].bounds()[1, 0] > 0.08:
        base = base.turned("y", 90)
    return [("body", base), *[("handset", s.moved(y=h - drop - 0.012)) for s in laid]]


def conference(rng: np.random.Generator) -> Pieces:
    """A flat three-armed or round loudspeaker telephone with keys on top."""
    r, h = 0.17, between(rng, 0.035, 0.08)
    pieces: Pieces = []
    if chance(rng, 0.7):
        for a in np.radians([90, 210, 330]):
            tip = (r * np.cos(a), h * 0.4, r * np.sin(a))
            pieces.append(
                ("body", tube([(0, h * 0.5, 0), tip], [h * 0.75, h * between(rng, 0.35, 0.5)], sides=10))
            )
        pieces = [(role, s.scaled(1, 0.75, 1)) for role, s in pieces]
    core = r * between(rng, 0.4, 0.6)
    dome = [(0, 0), (core, 0), (core, h * 0.5), (core * 0.7, h), (0, h)]
    pieces.append(("other", lathe(np.array(dome))))
    keys = keypad(rng, (core * 0.7, core * 0.6), (0, 0, 0), 3, 4, 0.003)
    keys = [(role, s.turned("x", -90).moved(y=h - 0.001, z=core * 0.3)) for role, s in keys]
    pane = box((core * 0.7, 0.008, core * 0.35), (0, h, -core * 0.35))
    return [*pieces, *keys, ("screen", pane)]


def intercom(rng: np.random.Generator) -> Pieces:
    """A flat door set: a plate with a screen and keys, with or without a handset at its left."""
    h = 0.2
    w, t = h * between(rng, 0.4, 1.2), h * between(rng, 0.1, 0.25)
    pieces: Pieces = [("body", plate(w, h, t, h * between(rng, 0, 0.15), (0, h / 2, -t / 2)))]
    x = 0.0
    if chance(rng, 0.6) and w > 0.11:
        solids = handset(rng, h * between(rng, 0.9, 1.1), "square" if chance(rng, 0.6) else "slim")
        rim = max(float(s.bounds()[1, 2]) for s in solids)
        wide = max(float(s.bounds()[1, 0]) for s in solids)
        pieces += [
            ("handset", s.turned("y", 180).moved(-w / 2 + wide * 1.2, h / 2, rim - 0.01)) for s in solids
        ]
        x = wide * 1.1
    room = w / 2 - x
    pieces.append(("screen", plate(1.5 * room, h * 0.3, 0.02, 0.0, (x, h * 0.7, -0.007))))
    columns, rows = int(rng.integers(1, 4)), int(rng.integers(2, 5))
    return pieces + keypad(rng, (1.4 * room, h * 0.35), (x, h * 0.3, 0), columns, rows, 0.003)
