"""What a model must beat: the category's mean shape, and the object's own bounding box, filled.

The third baseline, the nearest shape by the model's own encoder, is `training.retrieval`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.metrics import iou
from imrecon_gui.core.types import FIELD_BOUND
from training.categories import family, make
from training.sampling import voxelise
from training.shards import FIRST_HELD_SEED

Float = NDArray[np.float64]
Bool = NDArray[np.bool_]
RESOLUTION = 48
LEVELS = np.arange(0.1, 0.75, 0.05)


@dataclass(frozen=True, eq=False)
class MeanShape:
    """The set of cells that most shapes of a category fill, at the share that fits them best.

    Attributes:
        voxels: (RESOLUTION,) * 3 bool over the field's cube.
        level: Share of shapes above which a cell counts as filled.
    """

    voxels: Bool
    level: float

    def inside(self, points: NDArray[np.floating]) -> Bool:
        """Tell which points (n, 3) lie in filled cells: (n,) bool."""
        cells = np.floor((points + FIELD_BOUND) / (2 * FIELD_BOUND) * RESOLUTION).astype(int)
        return np.asarray(self.voxels[tuple(cells.clip(0, RESOLUTION - 1).T)])


def makes(category: str) -> bool:
    """Whether there is a procedural family for a category of real objects."""
    try:
        family(category)
    except (TrainingError, ImportError, AttributeError):  # no such name, or a module half written
        return False
    return True


@lru_cache(32)
def mean_shape(category: str, shapes: int = 128) -> MeanShape:
    """The mean of the first `shapes` training shapes, cut where its mean IoU with held-out ones is highest.

    The level is chosen on half as many shapes that no training step sees.
    """
    share = np.mean(list(_voxels(category, range(shapes))), axis=0)
    held = _voxels(category, range(FIRST_HELD_SEED, FIRST_HELD_SEED + max(1, shapes // 2)))
    scores = np.mean([[iou(truth, share > level) for level in LEVELS] for truth in held], axis=0)
    best = float(LEVELS[int(np.argmax(scores))])
    return MeanShape(share > best, best)


def _voxels(category: str, seeds: range) -> Iterator[Bool]:
    return (voxelise(make(category, seed), RESOLUTION) for seed in seeds)


def bounding_box(surface: Float, points: NDArray[np.floating]) -> Bool:
    """Tell which points (n, 3) lie in the bounding box of an object's surface points (m, 3): (n,) bool."""
    return np.asarray(((points >= surface.min(0)) & (points <= surface.max(0))).all(1))
