"""Calibration finds the level at which a known field overlaps best."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from training.calibrate import calibrate
from training.dataset import Batch
from training.recipe import StageConfig
from training.stages import Stage


class Balls(Stage):
    """Logits 4 (.3 - |p|): the truth of category 0 has radius .3, that of category 1 radius .5."""

    def fields(self, batch: Batch) -> Tensor:
        return 4 * (0.3 - batch.points.norm(dim=-1))


def test_each_category_gets_its_own_level() -> None:
    points = torch.rand(2, 20_000, 3, generator=torch.Generator().manual_seed(0)) * 1.1 - 0.55
    radius = torch.tensor([[0.3], [0.5]])
    labels = (points.norm(dim=-1) < radius).float()
    nothing = torch.zeros(2, 0)
    batch = Batch(nothing, nothing, torch.tensor([0, 1]), points, labels)
    levels, score = calibrate(Balls(StageConfig()), [batch], 2)
    assert levels == pytest.approx((0.0, -0.8), abs=0.13)
    assert score > 0.9
