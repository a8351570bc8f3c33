"""Learning where the object of a photo is, from made ones: batches are functions of (seed, step) alone."""

from __future__ import annotations

import copy
import json
import math
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F
from torch.utils.data import DataLoader, Dataset

from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.object_net import ObjectNet, shown
from imrecon_gui.core.whole_file import write_whole
from training.photos.photo import photo
from training.photos.textures import UInt8Array, bank

WARM_UP = 200
MEAN_OF_STEPS = 500
"""What is kept is the mean of the weights of about so many steps, the last ones most."""

TESTED = 512
"""Made photos of held-out shapes on which it is measured at the end."""

_TEST_SEED = 2**31


@dataclass(frozen=True)
class Order:
    """What to learn.

    Attributes:
        steps, batch: How many photos are shown: steps times batch.
        learning_rate: At its highest; it falls to nothing along a cosine.
        seed: Decides everything.
    """

    steps: int
    batch: int = 32
    learning_rate: float = 4e-3
    seed: int = 1


class MadePhotos(Dataset[tuple[Tensor, Tensor]]):
    """Batches of made photos, by their number: (b, SIDE, SIDE, 3) and (b, SIDE, SIDE) uint8."""

    def __init__(self, pictures: Sequence[UInt8Array], order: Order) -> None:
        self._pictures, self._order = pictures, order

    def __len__(self) -> int:
        return self._order.steps

    def __getitem__(self, step: int) -> tuple[Tensor, Tensor]:
        if step >= len(self):
            raise IndexError(step)
        rng = np.random.default_rng([self._order.seed, step])
        made = [photo(rng, self._pictures) for _ in range(self._order.batch)]
        rgb, masks = np.stack([one.rgb for one in made]), np.stack([one.mask for one in made])
        return torch.from_numpy(rgb), torch.from_numpy(masks)


def pictures_of(folder: Path, held: bool) -> list[UInt8Array]:
    """The rendered pictures of all shards of a set, mapped: arrays (n, s, s, 4).

    Raises:
        TrainingError: There is none.
    """
    files = sorted(folder.glob(f"*-{'held' if held else 'train'}-*/pictures.npy"))
    if not files:
        raise TrainingError(
            f"There are no {'held-out' if held else 'training'} shapes in {folder}.",
            "Make some: python -m training data --out FOLDER.",
        )
    mapped = [np.load(file, mmap_mode="r") for file in files]
    return [array.reshape(-1, *array.shape[-3:]) for array in mapped]


def learn(order: Order, pictures: Sequence[UInt8Array], workers: int = 1, job: Job = NULL_JOB) -> ObjectNet:
    """A network that has learned from made photos.

    Args:
        order: How much.
        pictures: Of shapes to learn from, see `pictures_of`.
        workers: Processes that make photos; 0 makes them between the steps.
        job: Told every step.
    """
    torch.manual_seed(order.seed)
    network = ObjectNet().to(memory_format=torch.channels_last)
    mean = copy.deepcopy(network).eval()
    optimiser = torch.optim.AdamW(network.parameters(), lr=order.learning_rate, weight_decay=0.01)
    bank()  # once for all workers
    loader = DataLoader(MadePhotos(pictures, order), batch_size=None, num_workers=workers)
    for step, (rgb, mask) in enumerate(loader):
        for group in optimiser.param_groups:
            group["lr"] = _rate(step, order)
        _step(network, optimiser, rgb, mask)
        _follow(mean, network, min(1 - 1 / MEAN_OF_STEPS, step / (step + 50)))
        job.report("photos", step + 1, order.steps)
        job.check()
    return mean


def _rate(step: int, order: Order) -> float:
    fall = 0.5 + 0.5 * math.cos(math.pi * step / order.steps)
    return order.learning_rate * min(1.0, (step + 1) / WARM_UP) * fall


def _step(network: ObjectNet, optimiser: torch.optim.Optimizer, rgb: Tensor, mask: Tensor) -> None:
    with torch.autocast("cpu", torch.bfloat16):
        logits, guess = network.both(shown(rgb))
    loss = _loss(logits.float(), guess.float(), mask[:, None] / 255)
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()


def _loss(logits: Tensor, guess: Tensor, mask: Tensor) -> Tensor:
    """Cross entropy and soft overlap of the answer, and a little cross entropy of the early guess."""
    truth, coarse = (F.interpolate(mask, size=x.shape[-2:], mode="area") for x in (logits, guess))
    chance = logits.sigmoid()
    both = (chance * truth).sum((1, 2, 3))
    either = (chance + truth - chance * truth).sum((1, 2, 3))
    overlap = (both + 3) / (either + 3)
    entropy = F.binary_cross_entropy_with_logits
    return entropy(logits, truth) + 0.5 * (1 - overlap.mean()) + 0.3 * entropy(guess, coarse)


@torch.no_grad()
def _follow(mean: ObjectNet, network: ObjectNet, keep: float) -> None:
    for kept, new in zip(mean.state_dict().values(), network.state_dict().values(), strict=True):
        kept.lerp_(new, 1 - keep) if kept.is_floating_point() else kept.copy_(new)


@torch.inference_mode()
def overlap(network: ObjectNet, pictures: Sequence[UInt8Array], count: int = TESTED) -> float:
    """Mean IoU of what a network finds with what is there, in made photos, at half their side."""
    order = Order(steps=count // 32, seed=_TEST_SEED)
    found = []
    for rgb, mask in DataLoader(MadePhotos(pictures, order), batch_size=None):
        there = network(shown(rgb))[:, 0] > 0
        truth = F.interpolate(mask[:, None] / 255, scale_factor=0.5, mode="area")[:, 0] > 0.5
        either = (there | truth).sum((1, 2))
        found += ((there & truth).sum((1, 2)) / either.clamp(min=1)).tolist()
    return float(np.mean(found))


def write(network: ObjectNet, path: Path, order: Order, seconds: float, iou: float) -> None:
    """Save a network, its norms folded, in half precision, with how it was made."""
    from safetensors.torch import save

    card = {
        **asdict(order),
        "data": "rendered procedural shapes before procedural surroundings; no photo",
        "seconds": round(seconds),
        "held_out_iou": round(iou, 4),
        "made": time.strftime("%Y-%m-%d"),
        "licence": "MIT",
    }
    folded = copy.deepcopy(network).folded()
    weights = {name: values.half().contiguous() for name, values in folded.state_dict().items()}
    write_whole(path, save(weights, {"imrecon": json.dumps(card)}))
