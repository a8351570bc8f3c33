"""Push-button and office sets: a wedge with keys, perhaps a display, and the handset laid on it."""

from __future__ import annotations

import numpy as np

from training.categories.devices.forms import Pieces, moved, plate, side, turned
from training.categories.furniture.draw import between, chance, pick, tailed
from training.categories.telephone.fittings import keypad
from training.categories.telephone.handset import handset
from training.solids import bar, box


def push_button(rng: np.random.Generator) -> Pieces:
    """A wedge with keys; the handset lies on it across the top or along the left side."""
    h, d = 0.075 * between(rng, 0.6, 1.5), 0.21 * between(rng, 0.8, 1.15)
    across = chance(rng, 0.5)
    w = 0.2 * between(rng, 0.8, 1.2) if across else 0.19 * between(rng, 0.8, 1.4)
    pieces, surface = _wedge(rng, w, d, h)
    return pieces + _on_wedge(rng, w, d, surface, across, 0.0)


def _wedge(
    rng: np.random.Generator, w: float, d: float, h: float
) -> tuple[Pieces, tuple[float, float, float]]:
    """A case that rises to the rear; with it its face's angle in degrees, the front's height and z."""
    low = h * between(rng, 0.2, 0.6)
    ledge = d * between(rng, 0.0, 0.2)
    front = (
        [(-d / 2 + between(rng, 0, 0.1) * d, h), (-d / 2 + ledge, h)] if ledge > 0.02 * d else [(-d / 2, h)]
    )
    profile = [(-d / 2, 0), (d / 2 - 0.01, 0), (d / 2, low * 0.5), (d / 2 - 0.004, low), *front[::-1]]
    z_top = front[-1][0]
    angle = np.degrees(np.arctan2(h - low, d / 2 - 0.004 - z_top))
    return [("body", side(profile, w))], (float(angle), low, d / 2 - 0.004)


def _on_wedge(
    rng: np.random.Generator,
    w: float,
    d: float,
    surface: tuple[float, float, float],
    across: bool,
    pane: float,
) -> Pieces:
    """Keys, a display and the handset, laid on the sloping face: made upright, then tipped back onto it."""
    angle, low, front = surface
    face = (d - 0.02) / max(np.cos(np.radians(angle)), 0.3)
    length = tailed(rng, 0.2, 0.08, 0.17, 0.24) if across else min(face * between(rng, 0.9, 1.12), 0.24)
    style = pick(rng, {"square": 5, "blocky": 2, "classic": 2, "slim": 1})
    solids = handset(rng, length, style)
    bounds = np.stack([s.bounds() for s in solids])
    thick = float(bounds[:, 1, 0].max() - bounds[:, 0, 0].min())
    rim = float(bounds[:, 1, 2].max())
    # On its face: x to the right, y up the slope, z away from it; capsules look into the face.
    solids = [s.turned("y", 180).moved(z=rim - 0.008) for s in solids]
    pieces: Pieces = []
    out = between(rng, 0.002, 0.006)
    if across:
        y = face - thick * between(rng, 0.45, 0.7)
        hand = [("handset", s.turned("z", 90).moved(y=y)) for s in solids]
        field, x0, top = w * between(rng, 0.35, 0.75), w * between(rng, -0.12, 0.12), y - thick * 0.75
    else:
        x = -w / 2 + thick * between(rng, 0.5, 0.85)
        hand = [("handset", s.moved(x=x, y=face / 2)) for s in solids]
        left = x + thick * 0.6
        field, x0, top = (w / 2 - left) * between(rng, 0.6, 0.85), (left + w / 2) / 2, face * 0.94
    if pane:
        tall = face * between(rng, 0.2, 0.36)
        tilt = between(rng, 0, 40) if chance(rng, 0.5) else 0.0
        wide = field * between(rng, 0.9, 1.2)
        head: Pieces = [("other", box((wide * 1.15, tall * 1.1, 0.02), (0, 0, 0.0)))]
        head.append(("screen", plate(wide, tall * 0.85, 0.01, 0.0, (0, 0, 0.0065))))
        head = turned(head, "x", tilt, (0, -tall / 2, 0))
        pieces += moved(head, x0, top - tall * 0.55, between(rng, -0.004, 0.006))
        top -= tall * 1.25
    tall = min(top * 0.85, field * between(rng, 0.9, 1.3))
    pieces += keypad(rng, (field * between(rng, 0.6, 1.0), tall), (x0, top - tall * 0.55, 0), 3, 4, out)
    if chance(rng, 0.3):
        pieces += keypad(
            rng, (w * 0.12, face * 0.5), (w * 0.43, face * 0.45, 0), 1, int(rng.integers(3, 7)), out
        )
    if chance(rng, 0.97):
        pieces += hand
    return moved(turned(pieces, "x", -(90 - angle)), 0.0, low, front - 0.004)


def office(rng: np.random.Generator) -> Pieces:
    """An office set: a flat case with display, keys and a handset, propped up on a stand behind."""
    h, d = 0.035 * between(rng, 0.6, 1.6), 0.2 * between(rng, 0.8, 1.15)
    w = 0.22 * between(rng, 0.8, 1.35)
    pieces, surface = _wedge(rng, w, d, h)
    pieces += _on_wedge(rng, w, d, surface, chance(rng, 0.08), 1.0)
    if chance(rng, 0.75):
        lean = between(rng, 12, 52)
        pieces = turned(pieces, "x", lean, (0, 0, d / 2))
        a = np.radians(lean)
        at = (0, d * 0.75 * np.sin(a) + 0.5 * h * np.cos(a), d / 2 - d * 0.75 * np.cos(a))
        foot = (0, 0.0, at[2] - d * between(rng, -0.05, 0.3))
        pieces.append(("other", bar(foot, at, w * between(rng, 0.35, 0.9), between(rng, 0.008, 0.025))))
        if chance(rng, 0.5):
            pieces.append(
                ("other", box((w * 0.5, 0.008, d / 2 - foot[2]), (0, 0.004, (d / 2 + foot[2]) / 2)))
            )
    return pieces
