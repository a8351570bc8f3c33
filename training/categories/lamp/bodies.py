"""Bodies of table lamps: turned, thrown, stacked, sawn and bent, each from its foot at y = 0 up."""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between
from training.categories.furniture.outlines import Points
from training.categories.lamp.built import BUILDERS
from training.categories.lamp.finish import Kit, Painted
from training.categories.lamp.turning import any_section, filled

Rng = np.random.Generator
THROWN = {"vase": 3.0, "ball": 2, "gourd": 1.5, "baluster": 3, "jar": 1.5, "bottle": 1, "urn": 1, "cone": 1.2,
          "hourglass": 0.5, "candlestick": 2, "figure": 0.8, "cylinder": 1.2}  # fmt: skip
BUILT = {"stacked balls": 1.2, "block": 1, "column": 2, "tripod": 1.3, "cage": 0.6, "ring": 0.5, "stack": 0.6,
         "stone": 0.5, "twisted": 0.3, "bent": 0.4, "animal": 0.8}  # fmt: skip
BODY_KINDS = (*THROWN, *BUILT)
# kind: radius / height of the body, low and high
SLENDER = {
    "vase": (0.22, 0.55), "ball": (0.42, 0.62), "gourd": (0.25, 0.5), "baluster": (0.12, 0.32),
    "jar": (0.3, 0.6), "bottle": (0.16, 0.35), "urn": (0.25, 0.5), "cone": (0.2, 0.55),
    "hourglass": (0.2, 0.45), "candlestick": (0.1, 0.28), "figure": (0.18, 0.32), "cylinder": (0.12, 0.55),
    "stacked balls": (0.12, 0.3), "block": (0.15, 0.55), "column": (0.03, 0.1), "tripod": (0.3, 0.6),
    "animal": (0.3, 0.5), "cage": (0.2, 0.5), "ring": (0.35, 0.5),
    "stack": (0.2, 0.5), "stone": (0.35, 0.7), "twisted": (0.1, 0.25),
    "bent": (0.2, 0.4),
}  # fmt: skip
# knots (radius, height) of thrown profiles; each drawn one strays from these
KNOTS = {
    "vase": [(0.5, 0), (0.62, 0.08), (1, 0.55), (0.85, 0.78), (0.3, 0.93), (0.35, 1)],
    "gourd": [(0.7, 0), (1, 0.25), (0.75, 0.48), (0.42, 0.56), (0.62, 0.75), (0.45, 0.92), (0.2, 1)],
    "jar": [(0.8, 0), (0.95, 0.1), (1, 0.5), (0.95, 0.82), (0.5, 0.95), (0.3, 1)],
    "bottle": [(0.95, 0), (1, 0.1), (1, 0.5), (0.6, 0.65), (0.25, 0.75), (0.25, 1)],
    "urn": [(0.6, 0), (0.65, 0.06), (0.22, 0.16), (0.6, 0.32), (1, 0.6), (0.9, 0.8), (0.4, 0.92), (0.5, 1)],
    "cone": [(1, 0), (0.75, 0.35), (0.35, 0.8), (0.2, 1)],
    "hourglass": [(1, 0), (0.7, 0.2), (0.35, 0.5), (0.65, 0.8), (0.8, 1)],
    "figure": [
        (1, 0),
        (0.95, 0.1),
        (0.7, 0.3),
        (0.45, 0.55),
        (0.75, 0.7),
        (0.25, 0.78),
        (0.42, 0.88),
        (0.2, 1),
    ],
}


def body(rng: Rng, k: Kit, kind: str, height: float, radius: float) -> list[Painted]:
    """A body of one of BODY_KINDS, as high as asked for and touching the Y axis at its top."""
    section = any_section(rng, 0.86, k.lowpoly)
    if kind in BUILT:
        return [(s, k.body) for s in BUILDERS[kind](rng, k, height, radius, section)]
    curve = profile(rng, kind, 8 if k.lowpoly else 16) * [radius, height]
    return [(filled(curve, section), k.body)]


def profile(rng: Rng, kind: str, steps: int) -> Points:
    """The curve of a thrown or turned body, radius at most 1, from height 0 to 1."""
    if kind == "cylinder":
        return np.array([[1.0, 0], [between(rng, 0.75, 1.0), 1], [0.2, 1.01]])
    if kind == "ball":
        angle = np.linspace(-1.3, 1.35, steps)
        return np.stack([np.cos(angle), np.linspace(0, 1, steps) * 0 + (np.sin(angle) + 0.964) / 1.94], 1)
    if kind in ("baluster", "candlestick"):
        return _turned(rng, kind)
    knots = np.array(KNOTS[kind], dtype=float)
    knots[:, 0] *= np.exp(rng.normal(0, 0.18, len(knots)))
    knots[1:-1, 1] += rng.normal(0, 0.02, len(knots) - 2)
    knots = knots[knots[:, 1].argsort()]
    y = np.linspace(0, 1, steps)
    r = _smooth(knots, y)
    return np.stack([r / r.max(), y], 1)


def _smooth(knots: Points, y: Points) -> Points:
    """Radii at heights y, blended by cosines between the knots."""
    i = np.clip(np.searchsorted(knots[:, 1], y, side="right") - 1, 0, len(knots) - 2)
    t = (y - knots[i, 1]) / np.maximum(knots[i + 1, 1] - knots[i, 1], 1e-9)
    return np.asarray(
        knots[i, 0] + (knots[i + 1, 0] - knots[i, 0]) * (1 - np.cos(np.pi * np.clip(t, 0, 1))) / 2
    )


def _turned(rng: Rng, kind: str) -> Points:
    """Beads, coves and long tapers one above the other, on a spreading foot."""
    count = int(rng.integers(5, 12))
    y = np.concatenate([[0.0], np.sort(rng.uniform(0.06, 0.97, count)), [1.0]])
    low = 0.15 if kind == "candlestick" else 0.35
    r = rng.uniform(low, 0.6 if kind == "candlestick" else 1.0, count + 2)
    r[:2], r[-1] = [1.0, between(rng, 0.6, 1.0)], between(rng, 0.2, 0.5)
    if kind == "baluster":
        r[int(rng.integers(2, count))] = 1.1
    return np.stack([r / r.max(), y], 1)
