"""How the authors' own program learns, for comparison: czq142857/IM-NET-pytorch, modelAE.py and modelSVR.py.

Single precision throughout; between two steps the learning process itself gathers the next batch from arrays
in memory and turns its bytes into numbers; Adam, no autocast, no memory layout, no loader.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.dataset import Batch

LEARNING_RATE = 5e-5
"""Theirs, for both stages."""

Step = Callable[[], Tensor]


def seconds_a_step(step: Step, weights: Sequence[nn.Parameter], warm_up: int, steps: int) -> float:
    """Mean time of a step: gathering its batch, the loss, its gradients, and Adam."""
    optimiser = torch.optim.Adam(weights, lr=LEARNING_RATE)
    for number in range(warm_up + steps):
        if number == warm_up:
            began = time.perf_counter()
        optimiser.zero_grad()
        step().backward()  # type: ignore[no-untyped-call]
        optimiser.step()
    return (time.perf_counter() - began) / steps


def shape_step(encoder: nn.Module, decoder: nn.Module, batch: Batch) -> Step:
    """A step of stage one: voxels and values are kept as bytes, and occupancies are regressed."""
    voxels, points, values = (np.asarray(t.numpy()) for t in (batch.voxels, batch.points, batch.labels))
    voxels, values = (voxels * 255).astype(np.uint8), values.astype(np.uint8)

    def step() -> Tensor:
        rows = np.random.default_rng(0).permutation(len(voxels))
        shares = torch.from_numpy(voxels[rows].astype(np.float32) / 255)
        truth = torch.from_numpy(values[rows].astype(np.float32))
        logits = decoder(encoder(shares), torch.from_numpy(points[rows].astype(np.float32)))
        return F.mse_loss(torch.sigmoid(logits), truth)

    return step


def image_step(encoder: Callable[[Tensor], Tensor], batch: Batch, z_dim: int) -> Step:
    """A step of stage two: pictures are kept as bytes, and codes found beforehand are regressed."""
    pixels = (batch.images.numpy() * 255).astype(np.uint8)
    codes = np.random.default_rng(0).random((len(pixels), z_dim), np.float32)

    def step() -> Tensor:
        rows = np.random.default_rng(0).permutation(len(pixels))
        pictures = torch.from_numpy(pixels[rows].astype(np.float32) / 255)
        return F.mse_loss(encoder(pictures), torch.from_numpy(codes[rows]))

    return step
