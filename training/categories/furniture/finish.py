"""The materials of a piece of furniture: what carries, and what is sat on or lies on top."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from training import materials
from training.categories.furniture.draw import chance
from training.materials import Material

MAKERS: dict[str, Callable[[np.random.Generator], Material]] = {
    "wood": materials.wood, "paint": materials.paint, "metal": materials.metal,
    "plastic": materials.plastic, "fabric": materials.fabric, "glass": materials.glass,
}  # fmt: skip


@dataclass(frozen=True)
class Finish:
    """The two materials of one piece."""

    frame: Material
    cover: Material


def finish(rng: np.random.Generator, frame: str, cover: str) -> Finish:
    """Draw materials of the named makers; "same" repeats the frame's, as one piece in nine does anyway."""
    carrying = MAKERS[frame](rng)
    if cover == "same" or chance(rng, 0.11):
        return Finish(carrying, carrying)
    return Finish(carrying, MAKERS[cover](rng))
