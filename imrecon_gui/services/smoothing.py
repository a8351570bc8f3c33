"""Curves that jump about, made readable."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

FEW = 80
SHARE = 40
"""A mean is over this part of all points."""


def links(steps: Sequence[float], breaks: Sequence[float]) -> np.ndarray:
    """Which points (n,) are joined to the next: all but those with the end of a stage, a break, between."""
    at = np.asarray(steps, float)
    joined = np.ones(len(at), bool)
    for place in breaks:
        joined[:-1] &= ~((at[:-1] <= place) & (at[1:] > place))
    return joined


def smoothed(values: Sequence[float], joined: np.ndarray) -> np.ndarray:
    """Means (n,) over neighbouring points of the same stretch; few points stay as they are."""
    made = np.asarray(values, float)
    if len(made) < FEW:
        return made
    reach = len(made) // SHARE // 2
    ends = [0, *(np.flatnonzero(~joined[:-1]) + 1), len(made)]
    stretches = [_means(made[a:b], reach) for a, b in pairwise(ends)]
    return np.concatenate(stretches)


def _means(values: np.ndarray, reach: int) -> np.ndarray:
    """Running means, of fewer points towards both ends."""
    total = np.concatenate([[0.0], np.cumsum(values)])
    at = np.arange(len(values))
    room = np.minimum(np.minimum(at, at[::-1]), reach)
    means: np.ndarray = (total[at + room + 1] - total[at - room]) / (2 * room + 1)
    return means
