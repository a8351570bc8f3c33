"""The procedural categories: each module's `build(rng)` draws one shape of its family."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from importlib import import_module

import numpy as np

from imrecon_gui.core.errors import TrainingError
from training.shape import Shape

NAMES = (
    "airplane",
    "bench",
    "boat",
    "cabinet",
    "car",
    "chair",
    "display",
    "lamp",
    "loudspeaker",
    "mug",
    "sofa",
    "table",
    "telephone",
)


def family(name: str) -> Callable[[np.random.Generator], Shape]:
    """The builder of a category; raises `TrainingError` for a name this program does not make."""
    if name not in NAMES:
        raise TrainingError(
            f"There is no procedural category “{name}”.", f"Choose one of: {', '.join(NAMES)}."
        )
    builder: Callable[[np.random.Generator], Shape] = import_module(f"training.categories.{name}").build
    return builder


def make(name: str, seed: int) -> Shape:
    """The normalised shape number `seed` of a category: the same everywhere, for ever."""
    rng = np.random.default_rng([zlib.crc32(name.encode()), seed])
    return family(name)(rng).normalised()
