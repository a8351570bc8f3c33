"""Calibration finds the level at which a known field has the right shape in its own box."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from training.calibrate import calibrate
from training.dataset import Batch
from training.recipe import StageConfig
from training.stages import Stage


class Poles(Stage):
    """A ball on a pole whose logit is lower than the ball's by as much as its category says."""

    def fields(self, batch: Batch) -> Tensor:
        ball = 8 * (0.2 - (batch.points - torch.tensor([0.0, 0.3, 0.0])).norm(dim=-1))
        pole = torch.maximum(batch.points[..., [0, 2]].norm(dim=-1) - 0.06, batch.points[..., 1].abs() - 0.5)
        shift = torch.tensor([0.0, -1.5])[batch.category][:, None]
        return torch.maximum(ball, torch.where(pole < 0, 1.0 + shift, -9.0))


def test_each_category_gets_its_own_level() -> None:
    points = torch.rand(2, 20_000, 3, generator=torch.Generator().manual_seed(0)) * 1.1 - 0.55
    nothing = torch.zeros(2, 0)
    batch = Batch(nothing, nothing, torch.tensor([0, 0]), points, points[..., 0], nothing, nothing)
    truth = Poles(StageConfig()).fields(batch) > 0
    batch = batch._replace(category=torch.tensor([0, 1]), labels=truth.float())
    levels, mirrored, score = calibrate(Poles(StageConfig()), [batch], 2)
    assert mirrored == (False, False)  # a field that is its own mirror image gains nothing
    assert levels[0] == pytest.approx(0.0, abs=0.3)
    assert levels[1] == pytest.approx(-0.65, abs=0.2)  # just below the pole's own logit of -0.5
    assert score > 0.65  # a grid of 40 blunts a thin pole
