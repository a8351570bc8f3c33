"""Where a field is cut: at the logit whose solid is expected to overlap most with the true one.

The logit of one half is the right cut for a network that is certain. One that hesitates, where a wing or a
leg ends in one picture, spreads its probability, and cutting at one half loses the part. Of a solid cut from
probabilities p at the nodes of a grid, k of them inside, the expected intersection over union is near enough
sum(p inside) / (k + sum(p outside)) (Nowozin, "Optimal decisions from probabilistic models: the
intersection-over-union case", CVPR 2014).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.lift import Lift, find_lift
from imrecon_gui.core.types import Float32Array


class Cut(NamedTuple):
    """Where a field is cut.

    Attributes:
        level: The logit of the surface.
        lift: What is added to the logits before.
    """

    level: float
    lift: Lift | None


LevelRule = Callable[[Float32Array, float], Cut]
"""From the logits (s, s, s) at the nodes of the field's cube, and their spacing, to where it is cut."""

Float64 = NDArray[np.float64]
STEPS = np.arange(-4.0, 4.01, 0.125)
"""Levels that are tried, from the level of one half."""

_FAR_OUTSIDE = -16.0
"""From the level of one half: nodes that far out, most of a grid, add nothing to what is expected."""


def best_level(logits: NDArray[np.floating], bias: float) -> float:
    """The logit at which the expected overlap is largest.

    Args:
        logits: (s, s, s) at the nodes of the field's cube.
        bias: By how much they are too high: a network that was asked mostly near surfaces, where half of
            the points are inside, expects that of every point.
    """
    levels = bias + STEPS
    return float(levels[_expected(logits, bias, levels).argmax()])


def level_rule(half: float, bias: float | None, chosen: float | None = None) -> float | LevelRule:
    """Where a field is cut: at the logit of the threshold, or from the best level on where a bias is known.

    Args:
        half: The logit of the threshold asked for; 0 where that is one half.
        bias: Of the category's logits, None for networks that were not calibrated.
        chosen: The level to go on from, if it is not the best one of the picture.
    """
    if bias is None:
        return half + (chosen or 0.0)

    def cut(logits: Float32Array, spacing: float) -> Cut:
        level = best_level(logits, bias) if chosen is None else chosen
        return Cut(level + half, find_lift(logits, bias, level, spacing))

    return cut


def _expected(logits: NDArray[np.floating], bias: float, levels: Float64) -> Float64:
    """Expected overlap (m,) of the solids at levels (m,), in [0, 1]."""
    rising = np.sort(logits[logits > bias + _FAR_OUTSIDE])
    odds = 1 / (1 + np.exp(bias - rising[::-1].astype(np.float64).clip(-50, 50)))
    hit = np.concatenate([[0.0], np.cumsum(odds)])  # of the k nodes with the highest logits
    k = len(rising) - np.searchsorted(rising, levels, side="right")
    found = hit[k] / np.maximum(k + hit[-1] - hit[k], 1e-9)
    return np.asarray(found, np.float64)
