"""ResNet-18 (He, Zhang, Ren & Sun 2016, *Deep Residual Learning for Image Recognition*, table 1), or deeper.

Weights have torchvision's names and so can be exchanged with it. Importing that package would bring torch's
compiler with it, a second of every start.
"""

from __future__ import annotations

from collections.abc import Sequence

from torch import Tensor, nn
from torch.nn import functional as F

from imrecon_gui.core.config import RESNET18

WIDTHS = (64, 128, 256, 512)


class ResNet(nn.Module):
    """(b, channels, h, w) float32 pictures -> (b, 512) features, from random weights."""

    def __init__(self, channels: int, blocks: Sequence[int] = RESNET18) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(channels, WIDTHS[0], 7, stride=2, padding=3, bias=False)
        self.bn1 = nn.BatchNorm2d(WIDTHS[0])
        self.relu = nn.ReLU(inplace=True)
        self.maxpool = nn.MaxPool2d(3, stride=2, padding=1)
        self.layer1 = _stage(WIDTHS[0], WIDTHS[0], 1, blocks[0])
        self.layer2 = _stage(WIDTHS[0], WIDTHS[1], 2, blocks[1])
        self.layer3 = _stage(WIDTHS[1], WIDTHS[2], 2, blocks[2])
        self.layer4 = _stage(WIDTHS[2], WIDTHS[3], 2, blocks[3])
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")

    def forward(self, images: Tensor) -> Tensor:
        """All stages, then the mean over the last map's pixels."""
        hidden = self.maxpool(self.relu(self.bn1(self.conv1(images))))
        hidden = self.layer4(self.layer3(self.layer2(self.layer1(hidden))))
        features: Tensor = hidden.mean((2, 3))
        return features


class BasicBlock(nn.Module):
    """Two 3x3 convolutions around which the input is added, through a 1x1 convolution where shapes differ."""

    def __init__(self, n_in: int, n_out: int, stride: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(n_in, n_out, 3, stride=stride, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(n_out)
        self.conv2 = nn.Conv2d(n_out, n_out, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(n_out)
        self.downsample = None
        if stride != 1 or n_in != n_out:
            shortcut = nn.Conv2d(n_in, n_out, 1, stride=stride, bias=False)
            self.downsample = nn.Sequential(shortcut, nn.BatchNorm2d(n_out))

    def forward(self, images: Tensor) -> Tensor:
        """(b, n_in, h, w) -> (b, n_out, h / stride, w / stride)."""
        around = images if self.downsample is None else self.downsample(images)
        hidden = F.relu(self.bn1(self.conv1(images)), inplace=True)
        return F.relu(self.bn2(self.conv2(hidden)) + around, inplace=True)


def _stage(n_in: int, n_out: int, stride: int, blocks: int) -> nn.Sequential:
    more = (BasicBlock(n_out, n_out, 1) for _ in range(blocks - 1))
    return nn.Sequential(BasicBlock(n_in, n_out, stride), *more)
