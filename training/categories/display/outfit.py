"""What an old set stands on and what stands on it: legs, consoles, sleds; aerials, loops, handles."""

from __future__ import annotations

import numpy as np

from training.categories.devices.forms import Pieces
from training.categories.display.crt import Front
from training.categories.furniture.draw import between, chance, tailed
from training.categories.furniture.outlines import bent
from training.solids import box, cylinder, ellipsoid, lathe, rod, tube

UNDER = {"nothing": 5.0, "buttons": 2, "legs": 3, "splayed": 2.5, "console": 1, "sled": 0.6, "pedestal": 0.5}
OVER = {"nothing": 4.5, "rabbit ears": 3.5, "one rod": 0.8, "handle": 1.6, "loop": 0.5}


def under(rng: np.random.Generator, kind: str, f: Front, depth: float) -> Pieces:
    """Buttons, four legs, a console, a sled or a pedestal."""
    if kind == "nothing":
        return []
    x, near, far = f.width * between(rng, 0.3, 0.43), -depth * 0.08, -depth * between(rng, 0.6, 0.9)
    spots = [(s * x, z) for s in (-1, 1) for z in (near - 0.02, far)]
    if kind == "buttons":
        r = f.height * between(rng, 0.03, 0.07)
        return [
            ("stand", cylinder(r, 0.09 * f.height + f.corner, (a, 0.5 * f.corner, b), sides=12))
            for a, b in spots
        ]
    high = f.height * tailed(rng, 0.35, 0.6, 0.1, 1.3)
    if kind in ("legs", "splayed"):
        out = high * between(rng, 0.1, 0.4) if kind == "splayed" else 0.0
        r = f.height * between(rng, 0.02, 0.045)
        return [
            ("stand", rod((a + np.sign(a) * out, -high, b + out * (0.5 if b > -depth * 0.2 else -0.5)),
                          (a, 0.05 * f.height + 0.5 * f.corner, b), r * between(rng, 0.4, 1.0), r))
            for a, b in spots
        ]  # fmt: skip
    if kind == "console":
        return [("body", box((f.width, high, depth * 0.6), (0, -high / 2 + 0.003, -depth * 0.32 - f.recess)))]
    if kind == "sled":
        stock = f.height * between(rng, 0.03, 0.06)
        size, z = (stock, high + 0.02, stock), (near + far) / 2
        bars = [box(size, (a, -high / 2 + 0.01, b)) for a, b in spots]
        bars += [box((stock, stock, near - far), (s * x, -high + stock / 2, z)) for s in (-1, 1)]
        return [("stand", s) for s in [*bars, box((2 * x, stock, stock), (0, -high * 0.6, far))]] + [
            ("stand", box((2 * x, stock, stock), (0, -high * 0.6, near - 0.02)))
        ]
    r = f.height * 0.4
    profile = [(0, -high), (r, -high), (r, -high * 0.93), (0.2 * r, -high * 0.8), (0.2 * r, 0.02), (0, 0.02)]
    return [("stand", lathe(np.array(profile), (0, 0, -depth * 0.3)))]


def over(rng: np.random.Generator, kind: str, f: Front, depth: float) -> Pieces:
    """An aerial or a handle on top."""
    top, z, r = f.height, -depth * between(rng, 0.25, 0.65), f.height * tailed(rng, 0.01, 0.5, 0.005, 0.035)
    if kind == "nothing":
        return []
    if kind == "handle":
        x, high, r = f.width * between(rng, 0.15, 0.42), f.height * between(rng, 0.06, 0.2), r * 2
        path = np.array([(-x, top - r, z), (-x, top + high, z), (x, top + high, z), (x, top - r, z)])
        return [("chrome", tube(bent(path, high * 0.8, 3), r, sides=8))]
    reach, r = f.height * tailed(rng, 0.75, 0.4, 0.25, 1.6), r * 0.8
    if kind == "loop":
        a = np.linspace(0, 2 * np.pi, 16, endpoint=False)
        R = reach * 0.25
        ring = np.stack([R * np.cos(a), top + R + r + R * np.sin(a), np.full(16, z)], axis=1)
        return [
            ("chrome", tube(ring, r, closed=True, sides=6)),
            ("body", box((3 * r, 6 * r, 3 * r), (0, top, z))),
        ]
    angles = [between(rng, 15, 60), -between(rng, 15, 60)][: 1 if kind == "one rod" else 2]
    foot: Pieces = [("trim", ellipsoid((6 * r, 5 * r, 5 * r), (0, top, z)))]
    if chance(rng, 0.3):
        foot = [("trim", box((14 * r, 5 * r, 8 * r), (0, top + 2 * r, z)))]
    for angle in np.radians(angles):
        end = (reach * np.sin(angle), top + reach * np.cos(angle), z)
        foot.append(("chrome", rod((0, top, z), end, r, r * 0.6)))
        if chance(rng, 0.5):
            foot.append(("chrome", ellipsoid((2.2 * r,) * 3, end)))
    return foot
