"""Small networks for tests: real designs, few channels, random weights and statistics."""

from __future__ import annotations

import torch
from torch import nn

from imrecon_gui.core.config import ModelConfig
from imrecon_gui.core.model import ReconModel

SMALL = {"encoder": "im-net-2020", "encoder_width": 2, "z_dim": 5}


def small_config(**changes: object) -> ModelConfig:
    """An authors' encoder of two channels and a decoder with skips, one colour channel."""
    fields = {**SMALL, "input_kind": "gray", "widths": (16, 12, 8), **changes}
    return ModelConfig("small", **{"categories": ("car", "chair"), **fields})


def small_model(**changes: object) -> ReconModel:
    torch.manual_seed(0)
    return shaken(ReconModel(small_config(**changes))).eval()


def shaken(model: nn.Module) -> nn.Module:
    """Give every bias and every batch statistic a value that would be missed."""
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.running_mean.normal_(0, 0.3)
            module.running_var.uniform_(0.5, 2)
    for name, parameter in model.named_parameters():
        if name.endswith("bias"):
            nn.init.normal_(parameter, 0, 0.3)
    return model
