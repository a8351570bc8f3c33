"""Where a field is cut: at the logit whose solid is expected to overlap most with the true one.

The logit of one half is the right cut for a network that is certain. One that hesitates, where a wing or a
leg ends in one picture, spreads its probability, and cutting at one half loses the part. With probabilities
p at the nodes of a grid, the set of nodes that maximises the expected intersection over union is near enough
the largest k of them for which sum(p of the set) / (k + sum(p of the rest)) is largest (Nowozin, "Optimal
decisions from probabilistic models: the intersection-over-union case", CVPR 2014).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.types import Float32Array

LevelRule = Callable[[Float32Array], float]
"""From a grid's logits, of any shape, to the logit of the surface."""


def best_level(logits: NDArray[np.floating], bias: float) -> float:
    """The logit at which the expected overlap is largest.

    Args:
        logits: Of any shape, at nodes that cover the object's cube evenly.
        bias: By how much they are too high: a network that was asked mostly near surfaces, where half of
            the points are inside, expects that of every point.

    Returns:
        A finite logit; `bias`, the level of one half, where there are no logits.
    """
    falling = np.sort(logits.reshape(-1).astype(np.float64))[::-1]
    if not len(falling):
        return bias
    odds = 1 / (1 + np.exp(bias - falling.clip(-50, 50)))
    hit = np.cumsum(odds)
    expected = hit / (np.arange(1, len(odds) + 1) + hit[-1] - hit)
    last = int(expected.argmax())
    following = min(last + 1, len(falling) - 1)
    return float((falling[last] + falling[following]) / 2)
