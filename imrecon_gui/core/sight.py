"""What an aligned network sees in a picture beside the latent code: the camera, and features at every pixel.

A point in space is asked with the features of the pixel it projects to (Wang et al., DISN, NeurIPS 2019), and
with those of its mirror image across x = 0, since most objects are symmetric and the twin of an unseen point
is often seen (Xu et al., Ladybird, ECCV 2020).
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from imrecon_gui.core.constants import constant
from imrecon_gui.core.resnet import BasicBlock
from imrecon_gui.core.viewpoint import FIELDS

AZIMUTH_BINS = 24
BIN_DEG = 360.0 / AZIMUTH_BINS

# Of the fields after the azimuth, typical values and spreads: the head predicts (value - typical) / spread.
TYPICAL = (18.0, 0.0, 0.55, 1.6, 0.0, 0.05)
SPREAD = (12.0, 2.0, 0.2, 0.2, 0.06, 0.08)

CAMERA_WIDTH = 96
CAMERA_FEATURES = 512
FINISH_WIDTH = 64
PYRAMID_SIZE = 32


class Sight(NamedTuple):
    """What is seen in each of b pictures.

    Attributes:
        azimuth_logits: (b, AZIMUTH_BINS) odds of the azimuth's bins; bin i is centred at i * BIN_DEG.
        azimuth_shifts: (b, AZIMUTH_BINS) degrees from each bin's centre, should it be the right one.
        pose: (b, 6) the other fields of the viewpoint, as (value - TYPICAL) / SPREAD.
        maps: Feature maps (b, c, h, w), which cover the picture; the last holds its layers, see
            `imrecon_gui.core.layers`.
    """

    azimuth_logits: Tensor
    azimuth_shifts: Tensor
    pose: Tensor
    maps: tuple[Tensor, ...]

    def one(self, i: int) -> Sight:
        """Of the i-th picture alone, b being 1."""
        at = slice(i, i + 1)
        maps = tuple(m[at] for m in self.maps)
        return Sight(self.azimuth_logits[at], self.azimuth_shifts[at], self.pose[at], maps)

    def viewpoint(self) -> Tensor:
        """The likeliest viewpoints, (b, 7) float32; see `imrecon_gui.core.viewpoint`."""
        bins = self.azimuth_logits.argmax(1, keepdim=True)
        azimuth = bins * BIN_DEG + self.azimuth_shifts.float().gather(1, bins)
        pose = self.pose.float()
        return torch.cat([azimuth % 360, pose * constant(SPREAD, pose) + constant(TYPICAL, pose)], 1)


class CameraHead(nn.Module):
    """Odds of azimuth bins, a shift in each, and the rest of the viewpoint, from all that the encoder sees.

    Attributes:
        coarse: 1x1 convolution of the last stage, enlarged to the size of the one before.
        middle: 1x1 convolution of the stage before the last.
        shrink: Two 3x3 convolutions of the picture and its layers, down to the same size.
        mix: 3x3 convolution of their sum.
        squeeze: Fewer features at each place, which are then looked at all together.
        first, second: Fully connected layers; the second adds to the first.
        out: Odds, shifts and pose.
    """

    def __init__(self, stages: tuple[int, int], n_seen: int, n_told: int) -> None:
        super().__init__()
        self.coarse = nn.Conv2d(stages[1], CAMERA_WIDTH, 1)
        self.middle = nn.Conv2d(stages[0], CAMERA_WIDTH, 1)
        self.shrink = nn.Sequential(
            nn.Conv2d(n_seen, CAMERA_WIDTH, 3, stride=2, padding=1),
            nn.ReLU(),
            nn.Conv2d(CAMERA_WIDTH, CAMERA_WIDTH, 3, stride=2, padding=1),
        )
        self.mix = nn.Conv2d(CAMERA_WIDTH, CAMERA_WIDTH, 3, padding=1)
        self.squeeze = nn.Conv2d(CAMERA_WIDTH, 32, 1)
        self.first = nn.Linear(32 * 64 + n_told, CAMERA_FEATURES)
        self.second = nn.Linear(CAMERA_FEATURES, CAMERA_FEATURES)
        self.out = nn.Linear(CAMERA_FEATURES, 2 * AZIMUTH_BINS + len(FIELDS) - 1)

    def look(self, stages: tuple[Tensor, Tensor], images: Tensor, layers: Tensor, told: Tensor) -> Tensor:
        """Where in the picture things are, (b, CAMERA_FEATURES), none of it negative.

        Args:
            stages: The last two, (b, c, 8, 8) and (b, 2c, 4, 4).
            images: (b, k, 128, 128) network input.
            layers: (b, LAYERS, 64, 64) depths.
            told: (b, n_told) the category, one-hot.
        """
        seen = torch.cat([F.avg_pool2d(layers, 2), F.avg_pool2d(images, 4).to(layers.dtype)], 1)
        total = self.middle(stages[0]) + F.interpolate(self.coarse(stages[1]), scale_factor=2.0)
        total = F.relu(total + self.shrink(seen))
        total = F.relu(self.squeeze(total + F.relu(self.mix(total)))).flatten(1)
        hidden = F.relu(self.first(torch.cat([total, told.to(total.dtype)], 1)))
        return hidden + F.relu(self.second(hidden))

    def forward(self, looked: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The first three fields of `Sight` from what `look` gives."""
        out = self.out(looked)
        odds, shifts, pose = out.split([AZIMUTH_BINS, AZIMUTH_BINS, len(FIELDS) - 1], 1)
        return odds, torch.tanh(shifts) * BIN_DEG, pose


class Pyramid(nn.Module):
    """Features of all stages of a ResNet, coarse ones enlarged and added to fine ones (Lin et al. 2017).

    Attributes:
        sides: 1x1 convolutions of the stages, coarse to fine.
        refine: Residual blocks after the sum.
        fine: 1x1 convolution of the stem's output, kept at its own size.
        finish: What the coarse map adds to the fine one, where the network is to have that.
    """

    def __init__(
        self,
        widths: tuple[int, ...],
        stem: int,
        n_features: int,
        n_fine: int,
        refinements: int = 0,
        finished: bool = False,
    ) -> None:
        super().__init__()
        self.sides = nn.ModuleList(nn.Conv2d(width, n_features, 1) for width in reversed(widths))
        self.smooth = nn.Conv2d(n_features, n_features, 3, padding=1)
        self.refine = nn.Sequential(*(BasicBlock(n_features, n_features, 1) for _ in range(refinements)))
        self.fine = nn.Conv2d(stem, n_fine, 1)
        self.finish = Finish(n_features, n_fine) if finished else None

    def forward(self, stem: Tensor, stages: list[Tensor]) -> tuple[Tensor, Tensor]:
        """(b, stem, 64, 64) and stages (b, widths[i], 32 / 2^i, ...) -> maps of 32 x 32 and 64 x 64."""
        total: Tensor | None = None
        for side, stage in zip(self.sides, reversed(stages), strict=True):
            here = side(stage)
            total = here if total is None else here + F.interpolate(total, scale_factor=2.0, mode="nearest")
        assert total is not None
        coarse, fine = self.refine(F.relu(self.smooth(total))), F.relu(self.fine(stem))
        return coarse, fine if self.finish is None else self.finish(coarse, fine)


class Finish(nn.Module):
    """A residual block of the fine map that is told the coarse one: what a part is, up to its edge.

    Attributes:
        told: 1x1 convolution of the coarse map, enlarged and added to the block's input.
        conv1, bn1, conv2, bn2: The block's own; as in ResNet, but wider inside.
    """

    def __init__(self, n_coarse: int, n_fine: int) -> None:
        super().__init__()
        self.told = nn.Conv2d(n_coarse, n_fine, 1)
        self.conv1 = nn.Conv2d(n_fine, FINISH_WIDTH, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(FINISH_WIDTH)
        self.conv2 = nn.Conv2d(FINISH_WIDTH, n_fine, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(n_fine)

    def forward(self, coarse: Tensor, fine: Tensor) -> Tensor:
        """(b, n_coarse, h, w), (b, n_fine, 2h, 2w) -> (b, n_fine, 2h, 2w), none of it negative."""
        told = F.interpolate(self.told(coarse), scale_factor=2.0, mode="bilinear", align_corners=False)
        hidden = F.relu(self.bn1(self.conv1(fine + told)), inplace=True)
        return F.relu(self.bn2(self.conv2(hidden)) + fine, inplace=True)


def sample(maps: tuple[Tensor, ...], places: Tensor) -> Tensor:
    """Features (b, n, sum of c) at picture positions (b, n, 2) of (u, v); zero outside the picture."""
    grid = (places * constant((1.0, -1.0), places))[:, :, None]  # rows run down: (b, n, 1, 2)
    found = [F.grid_sample(m.float(), grid, align_corners=False)[..., 0] for m in maps]  # (b, c, n)
    return torch.cat(found, 1).transpose(1, 2)
