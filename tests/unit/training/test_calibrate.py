"""Calibration finds the bias with which a known field is cut in the right shape."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from imrecon_gui.core.overlap import best_level
from training.calibrate import calibrate
from training.dataset import Batch
from training.recipe import StageConfig
from training.stages import Stage

POLE_LOGITS = torch.tensor([0.55, -0.85])


def slab_and_pole(points: Tensor) -> tuple[Tensor, Tensor]:
    """Whether points lie in a slab as long as the cube's box, and in a pole as high, through its middle."""
    slab = (points.abs() < torch.tensor([0.5, 0.1, 0.2])).all(-1)
    return slab, (points[..., [0, 2]].norm(dim=-1) < 0.1) & (points[..., 1].abs() < 0.5)


class Poles(Stage):
    """A slab, and a pole in which the network believes more or less, as its category says."""

    def fields(self, batch: Batch) -> Tensor:
        slab, pole = slab_and_pole(batch.points)
        belief = POLE_LOGITS[batch.category][:, None]
        return torch.where(slab, 5.0, torch.where(pole, belief, -9.0))


def held(poles: tuple[bool, bool]) -> Batch:
    """One shape of each of two categories, with a pole or without."""
    points = torch.rand(2, 20_000, 3, generator=torch.Generator().manual_seed(0)) * 1.1 - 0.55
    slab, pole = slab_and_pole(points)
    labels = torch.where(torch.tensor(poles)[:, None], slab | pole, slab).float()
    nothing = torch.zeros(2, 0)
    owner = torch.tensor([0, 1])
    return Batch(nothing, nothing, owner, points, labels, nothing, nothing, nothing, nothing)


def level_with(bias: float, category: int) -> float:
    axis = torch.linspace(-0.55, 0.55, 40)
    nodes = torch.cartesian_prod(axis, axis, axis).expand(2, -1, -1)
    field = Poles(StageConfig()).fields(held((True, True))._replace(points=nodes))[category]
    return best_level(field.reshape(40, 40, 40).numpy(), bias)


def test_a_part_the_network_doubts_is_kept_where_shapes_have_it() -> None:
    biases, mirrored, score = calibrate(Poles(StageConfig()), [held((True, True))], 2)
    assert mirrored == (False, False)  # a field that is its own mirror image gains nothing
    assert level_with(biases[0], 0) < POLE_LOGITS[0]
    assert level_with(biases[1], 1) < POLE_LOGITS[1]
    assert score > 0.65  # a grid of 40 blunts a thin pole


def test_a_part_the_network_believes_in_is_cut_off_where_shapes_lack_it() -> None:
    biases, _, score = calibrate(Poles(StageConfig()), [held((False, False))], 2)
    assert level_with(biases[0], 0) > POLE_LOGITS[0]
    assert score > 0.8


def test_each_category_gets_its_own_bias() -> None:
    biases, _, _ = calibrate(Poles(StageConfig()), [held((False, True))], 2)
    assert biases[0] > biases[1]
    assert np.isfinite(biases).all()
