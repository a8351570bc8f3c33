"""Random draws with the shapes that furniture has: weighted kinds and sizes with long tails."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np


def pick(rng: np.random.Generator, weights: Mapping[str, float]) -> str:
    """One of the keys, with probability proportional to its weight."""
    left = rng.random() * sum(weights.values())
    for kind, weight in weights.items():
        left -= weight
        if left < 0.0:
            return kind
    return next(reversed(list(weights)))


def chance(rng: np.random.Generator, probability: float) -> bool:
    """True with that probability."""
    return bool(rng.random() < probability)


def between(rng: np.random.Generator, low: float, high: float) -> float:
    """Uniform in [low, high]."""
    return float(rng.uniform(low, high))


def tailed(rng: np.random.Generator, typical: float, spread: float, low: float, high: float) -> float:
    """Log-normal around a typical size, clipped to [low, high].

    Args:
        rng: The source of chance.
        typical: The median.
        spread: Standard deviation of the logarithm; 0.1 is about ten per cent.
        low: Smallest size.
        high: Largest size.
    """
    return float(min(high, max(low, typical * math.exp(spread * rng.standard_normal()))))
