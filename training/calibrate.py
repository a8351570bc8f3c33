"""Where a category's surface lies: the logit at which held-out shapes and reconstructions overlap best.

Points are drawn mostly near surfaces, so one half is not where volumes agree best; and the less certain a
network is (thin parts seen in one picture), the lower the level that gives the best expected overlap. Shapes
are compared in the box that holds them: a chair that lost its legs would be scaled up, and is scored so.
"""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import Tensor
from torch.nn import functional as F

from imrecon_gui.core.types import FIELD_BOUND
from training.dataset import Batch
from training.stages import Stage, iou

LEVELS = torch.arange(-2.5, 0.51, 0.125)
RESOLUTION = 40


@torch.no_grad()
def calibrate(stage: Stage, held: Iterable[Batch], categories: int) -> tuple[tuple[float, ...], float]:
    """Choose a level for each category.

    Args:
        stage: The trained second stage.
        held: Validation batches, see `training.loaders.held_loader`.
        categories: How many there are.

    Returns:
        The best level of each category, and the mean IoU over all shapes at those levels.
    """
    stage.eval()
    scores, owners = [], []
    for batch in held:
        fields = stage.fields(batch._replace(points=_nodes(len(batch.points)))).float()
        cubes = fields.reshape(-1, *[RESOLUTION] * 3)
        triples = zip(cubes, batch.points, batch.labels, strict=True)
        scores.append(torch.stack([_overlaps(*triple) for triple in triples]))
        owners.append(batch.category)
    table, owner = torch.cat(scores), torch.cat(owners)  # (shapes, levels), (shapes,)
    best = [int(table[owner == c].mean(0).argmax()) for c in range(categories)]
    reached = torch.stack([table[i, best[int(c)]] for i, c in enumerate(owner)])
    return tuple(float(LEVELS[i]) for i in best), float(reached.mean())


def _nodes(shapes: int) -> Tensor:
    """Nodes of a regular grid over the field's cube, x slowest: (shapes, RESOLUTION^3, 3)."""
    axis = torch.linspace(-FIELD_BOUND, FIELD_BOUND, RESOLUTION)
    return torch.cartesian_prod(axis, axis, axis).expand(shapes, -1, -1)


def _overlaps(cube: Tensor, points: Tensor, labels: Tensor) -> Tensor:
    """IoU (levels,) of a field (r, r, r) with labels (n,) at points (n, 3), at each level, in its own box."""
    return torch.stack([_overlap(cube, points, labels > 0.5, float(level)) for level in LEVELS])


def _overlap(cube: Tensor, points: Tensor, truth: Tensor, level: float) -> Tensor:
    filled = (cube > level).nonzero()  # (k, 3)
    if not len(filled):
        return torch.zeros(())
    step = 2 * FIELD_BOUND / (RESOLUTION - 1)
    low, high = filled.min(0).values * step - FIELD_BOUND, filled.max(0).values * step - FIELD_BOUND
    side = float((high - low).max()) + step / 2
    asked = (points * side + (low + high) / 2) / FIELD_BOUND  # in [-1, 1], as grid_sample wants it
    where = asked.flip(-1)[None, None, None]  # (1, 1, 1, n, 3), the fastest axis first
    values = F.grid_sample(cube[None, None], where, align_corners=True, padding_mode="border")
    return iou(values.reshape(-1) > level, truth)
