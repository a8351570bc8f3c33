"""A real model file whose every reconstruction is a known solid: |x| + |y| + |z| <= RADIUS.

A unit of leaky ReLU with slope s turns x into x or s x, so leaky(x) + leaky(-x) = (1 - s) |x|. One hidden
layer of six units thus holds the octahedron's distance, whatever the picture.
"""

from __future__ import annotations

from pathlib import Path

import torch

from imrecon_gui.core import checkpoint
from imrecon_gui.core.card import ModelCard
from imrecon_gui.core.config import ModelConfig
from imrecon_gui.core.model import ReconModel

RADIUS = 0.45
VOLUME = 4 / 3 * RADIUS**3
STEEPNESS = 20.0
"""Logits per unit of length, so that thresholds other than 0.5 stay near the surface."""


def save_octahedron(path: Path, categories: tuple[str, ...] = ("chair", "mug"), bias: float = 0.0) -> Path:
    """Write the model; `bias` is added to every logit, so that -1000 makes it see nothing anywhere."""
    config = ModelConfig(
        arch="octahedron",
        categories=categories,
        encoder="im-net-2020",
        encoder_width=4,
        input_kind="gray",
        z_dim=4,
        widths=(6,),
        skip=False,
    )
    torch.manual_seed(0)
    model = ReconModel(config)
    _make_octahedron(model, bias)
    checkpoint.save(model, ModelCard(name=path.stem, config=config, licence="CC0"), path)
    return path


@torch.no_grad()
def _make_octahedron(model: ReconModel, bias: float) -> None:
    first, last = model.decoder.layers
    first.weight_xyz.copy_(torch.cat([torch.eye(3), -torch.eye(3)]))
    first.weight_z.zero_()
    first.bias.zero_()
    last.weight_hidden.fill_(-STEEPNESS)
    last.bias.fill_(STEEPNESS * (1 - model.config.slope) * RADIUS + bias)
