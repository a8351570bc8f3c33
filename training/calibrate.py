"""Where a category's surface lies: the logit at which held-out shapes and reconstructions overlap best.

Points are drawn mostly near surfaces, so one half is not where volumes agree best; and the less certain a
network is (thin parts seen in one picture), the lower the level that gives the best expected overlap.
"""

from __future__ import annotations

from collections.abc import Iterable

import torch

from training.dataset import Batch
from training.stages import Stage, iou

LEVELS = torch.arange(-2.0, 1.01, 0.125)


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
        logits = stage.fields(batch).float()
        scores.append(torch.stack([iou(logits > level, batch.labels > 0.5) for level in LEVELS]))
        owners.append(batch.category)
    table, owner = torch.cat(scores, dim=1), torch.cat(owners)  # (levels, shapes), (shapes,)
    means = [table[:, owner == c].mean(dim=1) for c in range(categories)]
    best = [int(m.argmax()) for m in means]
    share = [(owner == c).float().mean() for c in range(categories)]
    total = sum(float(m[i] * s) for m, i, s in zip(means, best, share, strict=True))
    return tuple(float(LEVELS[i]) for i in best), total
