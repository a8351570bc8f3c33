"""Where in a photo its object is: a network of fifty thousand weights, which lie beside this module.

A U-Net (Ronneberger, Fischer and Brox, MICCAI 2015) of depthwise separable convolutions (Howard et al.,
MobileNets, 2017), told the mean of its coarsest features. It is small because all bundled weights share
30 MB; its answer is coarse, and only where the search for the outline begins.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from imrecon_gui.core.types import Float32Array, UInt8Array

SIDE = 128
"""Pixels of the square that the network is shown, whatever the photo's proportions are."""

WEIGHTS = Path(__file__).with_suffix(".safetensors")

_WIDTHS = (16, 24, 40, 64)


class Normed(nn.Sequential):
    """A convolution and its norm, which becomes part of the convolution when nothing is learned any more."""

    def __init__(self, n_in: int, n_out: int, kernel: int, stride: int = 1, groups: int = 1) -> None:
        conv = nn.Conv2d(n_in, n_out, kernel, stride, kernel // 2, groups=groups, bias=False)
        super().__init__(conv, nn.BatchNorm2d(n_out))

    def fold(self) -> None:
        """Let the convolution do the norm's work."""
        conv, norm = self
        if isinstance(conv, nn.Conv2d) and isinstance(norm, nn.BatchNorm2d):
            self[0], self[1] = nn.utils.fusion.fuse_conv_bn_eval(conv, norm), nn.Identity()


class Separable(nn.Module):
    """A convolution of each channel by itself, then one of all channels at each pixel."""

    def __init__(self, n_in: int, n_out: int, kernel: int, stride: int = 1) -> None:
        super().__init__()
        self.each = Normed(n_in, n_in, kernel, stride, groups=n_in)
        self.all = Normed(n_in, n_out, 1)
        self.adds = stride == 1 and n_in == n_out

    def forward(self, x: Tensor) -> Tensor:
        """(b, n_in, h, w) -> (b, n_out, h / stride, w / stride)."""
        found = self.all(F.relu(self.each(x)))
        return F.relu(x + found if self.adds else found)


class ObjectNet(nn.Module):
    """The network: (b, 3, SIDE, SIDE) in [-.5, .5] -> logits (b, 1, SIDE / 2, SIDE / 2).

    Attributes:
        guess: Logits from features of a sixteenth of the side, which are taught too.
    """

    def __init__(self) -> None:
        super().__init__()
        a, b, c, d = _WIDTHS
        self.stem = nn.Sequential(Normed(3, a, 5, 2), nn.ReLU())
        self.quarter = nn.Sequential(Separable(a, b, 5, 2), Separable(b, b, 3))
        self.eighth = nn.Sequential(Separable(b, c, 5, 2), Separable(c, c, 5), Separable(c, c, 5))
        self.coarse = nn.Sequential(Separable(c, d, 5, 2), Separable(d, d, 5))
        self.mean = nn.Linear(d, d)
        self.deep = nn.Sequential(Separable(d, d, 5), Separable(d, d, 5))
        self.to_eighth = nn.Sequential(Separable(c + d, c, 3), Separable(c, c, 5))
        self.to_quarter = nn.Sequential(Separable(b + c, b, 3), Separable(b, b, 5))
        self.to_half = nn.Sequential(Separable(a + b, a, 3), Separable(a, a, 3))
        self.guess, self.last = nn.Conv2d(c, 1, 1), nn.Conv2d(a, 1, 1)

    def forward(self, x: Tensor) -> Tensor:
        """See the class."""
        return self.both(x)[0]

    def folded(self) -> ObjectNet:
        """Itself, its norms made part of its convolutions: for asking, not for learning."""
        for module in list(self.eval().modules()):
            if isinstance(module, Normed):
                module.fold()
        return self

    def both(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """The logits, and the guess made an eighth of the side wide: (b, 1, SIDE / 8, SIDE / 8)."""
        half = self.stem(x)
        quarter = self.quarter(half)
        eighth = self.eighth(quarter)
        coarse = self.coarse(eighth)
        coarse = self.deep(F.relu(coarse + self.mean(coarse.mean((2, 3)))[:, :, None, None]))
        eighth = self.to_eighth(_joined(coarse, eighth))
        quarter = self.to_quarter(_joined(eighth, quarter))
        return self.last(self.to_half(_joined(quarter, half))), self.guess(eighth)


def object_map(rgb: UInt8Array) -> Float32Array:
    """How likely each place of a photo is part of its object.

    Args:
        rgb: (h, w, 3) uint8.

    Returns:
        (SIDE / 2, SIDE / 2) float32 in [0, 1], the mean with what is found in the mirror image.
    """
    import cv2

    small = cv2.resize(rgb, (SIDE, SIDE), interpolation=cv2.INTER_AREA)
    both_ways = torch.from_numpy(np.stack([small, small[:, ::-1]]))
    with torch.inference_mode():
        there, mirrored = _network()(shown(both_ways))[:, 0]
        return np.asarray(((there + mirrored.flip(-1)) / 2).sigmoid().numpy(), np.float32)


def shown(rgb: Tensor) -> Tensor:
    """(b, h, w, 3) uint8 as the network wants it: (b, 3, h, w) float32, see `ObjectNet`."""
    return (rgb.permute(0, 3, 1, 2) / 255 - 0.5).contiguous(memory_format=torch.channels_last)


@lru_cache(1)
def _network() -> ObjectNet:
    from safetensors.torch import load_file

    network = ObjectNet().folded()
    network.load_state_dict({name: values.float() for name, values in load_file(WEIGHTS).items()})
    return network


def _joined(coarse: Tensor, fine: Tensor) -> Tensor:
    larger = F.interpolate(coarse, size=fine.shape[-2:], mode="bilinear", align_corners=False)
    return torch.cat([larger, fine], 1)
