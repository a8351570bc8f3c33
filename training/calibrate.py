"""How much too high a category's logits are: the bias with which held-out shapes are reconstructed best.

Training asks mostly near surfaces, where every second point is inside, so the network expects that of every
point. Where a field is cut is then chosen for each picture, see `imrecon_gui.core.overlap`. Shapes are
compared where they lie, since what ends too early is drawn to its box later, see `imrecon_gui.core.ends`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from imrecon_gui.core.mirror import mirrored_picture
from imrecon_gui.core.overlap import best_level
from imrecon_gui.core.types import FIELD_BOUND
from training.dataset import Batch
from training.stages import Stage, iou

BIASES = np.arange(-1.0, 3.01, 0.25)
MIRROR_GAIN = 0.003
"""Least gain in IoU for which a category's mirror image is asked, which takes twice the time."""
RESOLUTION = 40


class Calibration(NamedTuple):
    """What was found best for each category.

    Attributes:
        biases: See `imrecon_gui.core.config.ModelConfig`.
        mirrored: Whether the mirror image's opinion helps, see `imrecon_gui.core.mirror`.
        score: Mean IoU over all shapes with these.
    """

    biases: tuple[float, ...]
    mirrored: tuple[bool, ...]
    score: float


@torch.no_grad()
def calibrate(stage: Stage, held: Iterable[Batch], categories: int) -> Calibration:
    """Choose, for each category, a bias and whether the mirror image is asked.

    Args:
        stage: The trained second stage.
        held: Validation batches, see `training.loaders.held_loader`.
        categories: How many there are.
    """
    stage.eval()
    scores, owners = [], []
    for batch in held:
        pairs = zip(*_fields(stage, batch), batch.points, batch.labels, strict=True)
        scores += [
            torch.stack([_overlaps(field, points, labels) for field in (own, both)])
            for own, both, points, labels in pairs
        ]
        owners.append(batch.category)
    table, owner = torch.stack(scores), torch.cat(owners)  # (shapes, 2, biases), (shapes,)
    best = [_best(table[owner == c].mean(0), table.mean(0)) for c in range(categories)]
    reached = torch.stack([table[i, *best[int(c)]] for i, c in enumerate(owner)])
    biases = tuple(float(BIASES[bias]) for _, bias in best)
    return Calibration(biases, tuple(bool(way) for way, _ in best), float(reached.mean()))


def _best(own: Tensor, overall: Tensor) -> tuple[int, int]:
    """The row and column to use of a category's mean overlaps (2, biases), and those of all categories.

    Few shapes are held out, so where they are undecided about the bias, all categories' preference counts.
    The mirror image must be worth its time.
    """
    columns = (own + overall).argmax(1)  # (2,)
    reached = own.gather(1, columns[:, None])[:, 0] - torch.tensor([0.0, MIRROR_GAIN])
    row = int(reached.argmax())
    return row, int(columns[row])


def _fields(stage: Stage, batch: Batch) -> tuple[Tensor, Tensor]:
    """Logits (b, r, r, r) on the grid's nodes: the picture's own, and the mean with the mirror image's."""
    asked = batch._replace(points=nodes(len(batch.points)))
    own = stage.fields(asked).float().reshape(-1, *[RESOLUTION] * 3)
    twin = stage.fields(asked._replace(images=mirrored_picture(asked.images))).float().reshape(own.shape)
    return own, (own + twin.flip(1)) / 2  # the nodes are symmetric: x to -x turns the first axis round


def nodes(shapes: int) -> Tensor:
    """Nodes of a regular grid over the field's cube, x slowest: (shapes, RESOLUTION^3, 3)."""
    axis = torch.linspace(-FIELD_BOUND, FIELD_BOUND, RESOLUTION)
    return torch.cartesian_prod(axis, axis, axis).expand(shapes, -1, -1)


def _overlaps(cube: Tensor, points: Tensor, labels: Tensor) -> Tensor:
    """IoU (biases,) of a field (r, r, r) with labels (n,) at points (n, 3), by each bias."""
    levels = [best_level(cube.numpy(), float(bias)) for bias in BIASES]
    return torch.stack([overlap(cube, points, labels > 0.5, level) for level in levels])


def overlap(cube: Tensor, points: Tensor, truth: Tensor, level: float) -> Tensor:
    """IoU of a field (r, r, r), cut at a level, with the truth (n,) bool at points (n, 3)."""
    where = (points / FIELD_BOUND).flip(-1)[None, None, None]  # (1, 1, 1, n, 3), the fastest axis first
    values = F.grid_sample(cube[None, None], where, align_corners=True, padding_mode="border")
    return iou(values.reshape(-1) > level, truth)
