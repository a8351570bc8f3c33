"""The bodies that are not put together from a separate seat, base and back."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from training.categories.chair import folding, garden, pods, shells, upholstered, wings
from training.categories.chair.seats import Group

WHOLE: dict[str, Callable[[np.random.Generator], Group]] = {
    "club": upholstered.club,
    "tub": upholstered.tub,
    "wingback": wings.wingback,
    "cube": wings.cube,
    "egg": pods.egg,
    "ribbon": shells.ribbon_chair,
    "folding": folding.folding,
    "director": folding.director,
    "adirondack": garden.adirondack,
    "easy": garden.easy,
    "monobloc": garden.monobloc,
}


def whole_chair(rng: np.random.Generator, kind: str) -> Group:
    """The frame and the cover of one whole body, a key of WHOLE."""
    return WHOLE[kind](rng)
