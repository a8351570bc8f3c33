"""What a model must beat: the category's mean shape and the object's own bounding box, filled."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.types import FIELD_BOUND
from training.categories import make
from training.sampling import voxelise

Float = NDArray[np.float64]
RESOLUTION = 64


@dataclass(frozen=True, eq=False)
class MeanShape:
    """The set of cells that most shapes of a category fill, at the share that fits them best.

    Attributes:
        voxels: (64, 64, 64) bool over the field's cube.
        level: Share of shapes above which a cell counts as filled.
    """

    voxels: NDArray[np.bool_]
    level: float

    def inside(self, points: NDArray[np.floating]) -> NDArray[np.bool_]:
        """Tell which points (n, 3) lie in filled cells: (n,) bool."""
        cells = np.floor((points + FIELD_BOUND) / (2 * FIELD_BOUND) * RESOLUTION).astype(int)
        return np.asarray(self.voxels[tuple(cells.clip(0, RESOLUTION - 1).T)])


def mean_shape(category: str, shapes: int = 256) -> MeanShape:
    """The mean of the first `shapes` shapes of a category, cut where its mean IoU with them is highest."""
    stack = np.stack([np.packbits(voxelise(make(category, seed), RESOLUTION)) for seed in range(shapes)])
    share = np.mean([np.unpackbits(row) for row in stack], axis=0)
    levels = np.arange(0.1, 0.75, 0.05)
    scores = [np.mean([_iou(np.unpackbits(row) > 0, share > level) for row in stack]) for level in levels]
    best = float(levels[int(np.argmax(scores))])
    return MeanShape((share > best).reshape((RESOLUTION,) * 3), best)


def bounding_box(surface: Float, points: NDArray[np.floating]) -> NDArray[np.bool_]:
    """Tell which points (n, 3) lie in the bounding box of an object's surface points (m, 3): (n,) bool."""
    return np.asarray(((points >= surface.min(0)) & (points <= surface.max(0))).all(1))


def _iou(a: NDArray[np.bool_], b: NDArray[np.bool_]) -> float:
    return float((a & b).sum() / max(1, (a | b).sum()))
