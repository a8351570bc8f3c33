"""Lamps: a kind is drawn, then its builder draws sizes, materials and parts.

Standing lamps stand at y = 0, hanging ones hang from their rose; what reaches out reaches to +Z.
"""

from __future__ import annotations

import numpy as np

from training.categories.furniture.draw import between
from training.categories.lamp.finish import finished
from training.categories.lamp.plan import LAMPS, plan
from training.shape import Shape

# kinds with a front; the others may be turned about Y
AIMED = (
    "jointed desk", "gooseneck", "banker", "light bar", "bent pipe", "clip spot", "balanced", "crook", "arc",
    "pharmacy", "street light", "studio", "sconce", "shaded wall", "up and down", "wall lantern", "torch",
    "spot bar", "swing arm", "floodlight", "flat panel", "billiard bar", "row", "candelabrum", "glowing",
    "zigzag", "stick", "hook post", "yard pole",
)  # fmt: skip


def build(rng: np.random.Generator) -> Shape:
    """Draw one lamp, in metres; `kind` is one of `plan.KINDS`."""
    return assemble(rng, plan(rng))


def assemble(rng: np.random.Generator, kind: str) -> Shape:
    """A lamp of a kind, its lowest point at y = 0."""
    whole = Shape(finished(LAMPS[kind][1](rng)), kind)
    low = float(whole.bounds()[0, 1])
    turn = 0.0 if kind in AIMED else between(rng, 0.0, 90.0) * float(rng.integers(0, 2))
    parts = [(p.solid.turned("y", turn).moved(y=-low), p.material) for p in whole.parts]
    return Shape(finished(parts), kind)
