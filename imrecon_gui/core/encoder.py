"""The picture encoder: a network input in, a latent code (and the odds of each category) out."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from imrecon_gui.core.config import ModelConfig
from imrecon_gui.core.layers import LAYERS, LayerHead
from imrecon_gui.core.resnet import WIDTHS, ResNet
from imrecon_gui.core.sight import CAMERA_FEATURES, CameraHead, Pyramid, Sight


class Encoding(NamedTuple):
    """What an encoder sees in pictures.

    Attributes:
        z: (b, z_dim) latent codes.
        category_logits: (b, k) unnormalised log-odds of the categories, or None without that head.
        sight: The camera and the features of every pixel, or None where the decoder is given z alone.
    """

    z: Tensor
    category_logits: Tensor | None
    sight: Sight | None = None

    def one(self, i: int) -> Encoding:
        """Of the i-th picture alone, b being 1."""
        at, odds = slice(i, i + 1), self.category_logits
        sight = None if self.sight is None else self.sight.one(i)
        return Encoding(self.z[at], None if odds is None else odds[at], sight)


class ResnetEncoder(nn.Module):
    """ResNet-18 with its own last layer, from random weights.

    With `classify`, a linear head on the 512 pooled features names the category; with `condition`, the
    chosen category is appended to them, one-hot, before the linear layer that gives z.
    """

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.backbone = ResNet(config.channels, config.blocks)
        n_features, n_categories = WIDTHS[-1], len(config.categories)
        self.category_head = nn.Linear(n_features, n_categories) if config.classify else None
        self.to_z = nn.Linear(n_features + (n_categories if config.condition else 0), config.z_dim)
        self._condition, self._z_sigmoid = config.condition, config.z_sigmoid

    def forward(self, images: Tensor, category: Tensor | None = None) -> Encoding:
        """See `ReconModel.encode`."""
        features = self.backbone(images)  # (b, 512)
        odds = None if self.category_head is None else self.category_head(features)
        if self._condition:
            assert odds is not None
            chosen = odds.argmax(1) if category is None else category
            features = torch.cat([features, F.one_hot(chosen, odds.shape[1]).to(features.dtype)], 1)
        z = self.to_z(features)
        return Encoding(torch.sigmoid(z) if self._z_sigmoid else z, odds)


class AlignedEncoder(nn.Module):
    """ResNet-18 whose feature maps are kept: for the code, the category, the camera, and every pixel."""

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        net, n_categories = ResNet(config.channels, config.blocks), len(config.categories)
        coarse, fine = config.features
        self.stem = nn.Sequential(net.conv1, net.bn1, net.relu)
        self.pool = net.maxpool
        self.stages = nn.ModuleList([net.layer1, net.layer2, net.layer3, net.layer4])
        self.category_head = nn.Linear(WIDTHS[-1], n_categories)
        self.to_z = nn.Linear(WIDTHS[-1] + n_categories, config.z_dim)
        self.camera_head = CameraHead(WIDTHS[-2:], config.channels + LAYERS, n_categories)
        self.placing = Placing(config.z_dim) if config.placed else None
        self.pyramid = Pyramid(WIDTHS, 64, coarse, fine, config.refinements, config.finished)
        self.layer_head = LayerHead(*config.features)

    def forward(self, images: Tensor, category: Tensor | None = None) -> Encoding:
        """See `ReconModel.encode`."""
        stem = self.stem(images)  # (b, 64, 64, 64)
        stages, hidden = [], self.pool(stem)
        for stage in self.stages:
            hidden = stage(hidden)  # (b, 64, 32, 32), (b, 128, 16, 16), (b, 256, 8, 8), (b, 512, 4, 4)
            stages.append(hidden)
        pooled = hidden.mean((2, 3))
        odds = self.category_head(pooled)
        chosen = odds.argmax(1) if category is None else category
        told = F.one_hot(chosen, odds.shape[1]).to(pooled.dtype)
        coarse, fine = self.pyramid(stem, stages)
        layers = self.layer_head(coarse, fine)
        looked = self.camera_head.look((stages[-2], stages[-1]), images, layers, told)
        z = self.to_z(torch.cat([pooled, told], 1))
        z = z if self.placing is None else z + self.placing(looked)
        azimuth_odds, shifts, pose = self.camera_head(looked)
        return Encoding(z, odds, Sight(azimuth_odds, shifts, pose, (coarse, fine, images, layers)))


class Placing(nn.Linear):
    """What the latent code is told of where in the picture things are: the mean over pixels forgets that."""

    def __init__(self, z_dim: int) -> None:
        super().__init__(CAMERA_FEATURES, z_dim, bias=False)


class ImNet2020Encoder(nn.Module):
    """The picture encoder of the authors' PyTorch code: a ResNet without pooling, leaky ReLU throughout.

    One 7x7 convolution, eight two-convolution blocks of widths w, w, 2w, 2w, 4w, 4w, 8w, 8w (the odd ones
    from the third on halve the side), then two 4x4 convolutions, 8 -> 4 -> 1, instead of pooling.
    """

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        width = config.encoder_width
        widths = [width * factor for factor in (1, 1, 1, 2, 2, 4, 4, 8, 8)]
        self.stem = nn.Conv2d(config.channels, width, 7, stride=2, padding=3, bias=False)
        self.stem_norm = nn.BatchNorm2d(width)
        self.blocks = nn.Sequential(*(LeakyBlock(a, b) for a, b in pairwise(widths)))
        self.tail = nn.Conv2d(widths[-1], widths[-1], 4, stride=2, padding=1, bias=False)
        self.tail_norm = nn.BatchNorm2d(widths[-1])
        self.to_z = nn.Conv2d(widths[-1], config.z_dim, 4)
        self._z_sigmoid = config.z_sigmoid
        for convolution in (self.stem, self.tail, self.to_z):
            nn.init.xavier_uniform_(convolution.weight)

    def forward(self, images: Tensor, category: Tensor | None = None) -> Encoding:
        """See `ReconModel.encode`; `category` changes nothing."""
        # The authors show the network the negative, so that the white background is zero.
        hidden = F.leaky_relu(self.stem_norm(self.stem(1 - images)), 0.02)
        hidden = self.blocks(hidden)  # (b, 8w, 8, 8)
        hidden = F.leaky_relu(self.tail_norm(self.tail(hidden)), 0.02)  # (b, 8w, 4, 4)
        z = self.to_z(hidden).flatten(1)
        return Encoding(torch.sigmoid(z) if self._z_sigmoid else z, None)


class LeakyBlock(nn.Module):
    """Two 3x3 convolutions around which the input is added; wider outputs halve the side."""

    def __init__(self, n_in: int, n_out: int) -> None:
        super().__init__()
        stride = 1 if n_in == n_out else 2
        self.conv_1 = nn.Conv2d(n_in, n_out, 3, stride=stride, padding=1, bias=False)
        self.norm_1 = nn.BatchNorm2d(n_out)
        self.conv_2 = nn.Conv2d(n_out, n_out, 3, padding=1, bias=False)
        self.norm_2 = nn.BatchNorm2d(n_out)
        self.shortcut = nn.Conv2d(n_in, n_out, 1, stride=2, bias=False) if stride == 2 else None
        self.shortcut_norm = nn.BatchNorm2d(n_out) if stride == 2 else None
        for convolution in (self.conv_1, self.conv_2, self.shortcut):
            if convolution is not None:
                nn.init.xavier_uniform_(convolution.weight)

    def forward(self, images: Tensor) -> Tensor:
        """(b, n_in, h, w) -> (b, n_out, h or h/2, w or w/2)."""
        around = images
        if self.shortcut is not None and self.shortcut_norm is not None:
            around = self.shortcut_norm(self.shortcut(images))
        hidden = F.leaky_relu(self.norm_1(self.conv_1(images)), 0.02)
        return F.leaky_relu(self.norm_2(self.conv_2(hidden)) + around, 0.02)


def build_encoder(config: ModelConfig) -> nn.Module:
    """The encoder a description asks for."""
    if config.features:
        return AlignedEncoder(config)
    return ResnetEncoder(config) if config.encoder == "resnet18" else ImNet2020Encoder(config)
