"""A chair of a few boxes: thin where real ones are, and nobody's training data."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.types import FIELD_BOUND, Float32Array

_LEGS = [((x, -0.27, z), (0.016, 0.23, 0.016)) for x in (-0.22, 0.22) for z in (-0.2, 0.2)]
_SLATS = [((x, 0.22, -0.2), (0.01, 0.26, 0.008)) for x in (-0.22, -0.13, -0.04, 0.05, 0.14, 0.22)]
_RAILS = [((0.0, y, z), (0.22, 0.01, 0.01)) for y, z in ((-0.3, -0.2), (-0.3, 0.2))]
_PLATES = [((0.0, -0.09, 0.0), (0.24, 0.08, 0.22)), ((0.0, 0.46, -0.2), (0.24, 0.03, 0.014))]

BOXES = np.array([*_LEGS, *_SLATS, *_RAILS, *_PLATES], np.float32)  # (n, 2, 3): middle and half extent
NEAR = 0.02
"""Standard deviation of points near the surface, in object units."""


def inside(points: Float32Array) -> NDArray[np.bool_]:
    """Which points (n, 3) lie in the chair: (n,)."""
    found = [(np.abs(points - middle) <= half).all(1) for middle, half in BOXES]
    return np.asarray(np.any(found, axis=0))


def sample(n: int, rng: np.random.Generator) -> Float32Array:
    """Points (n, 3), half of them anywhere in the field's cube and half near the boxes' faces."""
    anywhere = rng.uniform(-FIELD_BOUND, FIELD_BOUND, (n - n // 2, 3))
    middle, half = BOXES[rng.integers(len(BOXES), size=n // 2)].transpose(1, 0, 2)
    at = rng.uniform(-1, 1, half.shape)
    axis = rng.integers(3, size=len(at))
    at[np.arange(len(at)), axis] = rng.choice((-1, 1), len(at))
    near = middle + half * at + NEAR * rng.standard_normal(half.shape)
    return np.concatenate([anywhere, near]).clip(-FIELD_BOUND, FIELD_BOUND).astype(np.float32)
