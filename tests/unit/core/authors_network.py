"""The authors' image network of 2020, written down plainly as the yardstick for its import.

Layer by layer, with the names their weights carry: convolutions without bias and with batch
normalisation, leaky ReLU of .02 after each and after each block's sum, a sigmoid on the code, and a
decoder of fully connected layers whose output is held near [0, 1] by a slope of .01 outside.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn


def conv(n_in: int, n_out: int, size: int, stride: int = 1, padding: int = 0) -> nn.Conv2d:
    return nn.Conv2d(n_in, n_out, size, stride, padding, bias=False)


class Block(nn.Module):
    def __init__(self, n_in: int, n_out: int) -> None:
        super().__init__()
        self.halves = n_in != n_out
        self.conv_1, self.bn_1 = conv(n_in, n_out, 3, 2 if self.halves else 1, 1), nn.BatchNorm2d(n_out)
        self.conv_2, self.bn_2 = conv(n_out, n_out, 3, 1, 1), nn.BatchNorm2d(n_out)
        if self.halves:
            self.conv_s, self.bn_s = conv(n_in, n_out, 1, 2), nn.BatchNorm2d(n_out)

    def forward(self, x: Tensor) -> Tensor:
        leaky = nn.LeakyReLU(0.02)
        y = self.bn_2(self.conv_2(leaky(self.bn_1(self.conv_1(x)))))
        return leaky(y + (self.bn_s(self.conv_s(x)) if self.halves else x))


class ImageEncoder(nn.Module):
    def __init__(self, width: int, z_dim: int) -> None:
        super().__init__()
        self.conv_0, self.bn_0 = conv(1, width, 7, 2, 3), nn.BatchNorm2d(width)
        w1, w2, w4, w8 = width, 2 * width, 4 * width, 8 * width
        self.res_1, self.res_2 = Block(w1, w1), Block(w1, w1)
        self.res_3, self.res_4 = Block(w1, w2), Block(w2, w2)
        self.res_5, self.res_6 = Block(w2, w4), Block(w4, w4)
        self.res_7, self.res_8 = Block(w4, w8), Block(w8, w8)
        self.conv_9, self.bn_9 = conv(w8, w8, 4, 2, 1), nn.BatchNorm2d(w8)
        self.conv_10 = nn.Conv2d(w8, z_dim, 4)

    def forward(self, view: Tensor) -> Tensor:
        leaky = nn.LeakyReLU(0.02)
        x = leaky(self.bn_0(self.conv_0(1 - view)))
        for k in range(1, 9):
            x = getattr(self, f"res_{k}")(x)
        x = leaky(self.bn_9(self.conv_9(x)))
        return torch.sigmoid(self.conv_10(x)[:, :, 0, 0])


class Generator(nn.Module):
    def __init__(self, z_dim: int, width: int) -> None:
        super().__init__()
        sizes = [z_dim + 3, *(width * factor for factor in (8, 8, 8, 4, 2, 1)), 1]
        for k in range(7):
            setattr(self, f"linear_{k + 1}", nn.Linear(sizes[k], sizes[k + 1]))

    def forward(self, points: Tensor, z: Tensor) -> Tensor:
        x = torch.cat([points, z[:, None].repeat(1, points.shape[1], 1)], 2)
        for k in range(1, 7):
            x = nn.functional.leaky_relu(getattr(self, f"linear_{k}")(x), 0.02)
        x = self.linear_7(x)[..., 0]
        return torch.maximum(torch.minimum(x, 0.01 * x + 0.99), 0.01 * x)


class ImNetwork(nn.Module):
    def __init__(self, encoder_width: int = 4, decoder_width: int = 8, z_dim: int = 6) -> None:
        super().__init__()
        self.img_encoder = ImageEncoder(encoder_width, z_dim)
        self.generator = Generator(z_dim, decoder_width)
