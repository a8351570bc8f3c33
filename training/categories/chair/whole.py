"""The bodies that are not put together from a separate seat, base and back."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from training.categories.chair import knockdown, upholstered
from training.categories.chair.seats import Group

WHOLE: dict[str, Callable[[np.random.Generator], Group]] = {
    "club": upholstered.club,
    "tub": upholstered.tub,
    "wingback": upholstered.wingback,
    "cube": upholstered.cube,
    "ribbon": knockdown.ribbon_chair,
    "folding": knockdown.folding,
    "director": knockdown.director,
    "adirondack": knockdown.adirondack,
    "easy": knockdown.easy,
    "monobloc": knockdown.monobloc,
}


def whole_chair(rng: np.random.Generator, kind: str) -> Group:
    """The frame and the cover of one whole body, a key of WHOLE."""
    return WHOLE[kind](rng)
