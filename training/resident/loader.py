"""When a graphics card makes its own batches, and the loader that lets it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import torch

from imrecon_gui.core.config import ModelConfig
from training import ranks
from training.dataset import Batch, Shards
from training.joining import on_gpu
from training.loaders import EpochSteps, steps_per_epoch
from training.recipe import ImageStageConfig
from training.resident.feed import Feed
from training.resident.store import ARRAYS, Store
from training.shards import bytes_a_shape

SPARE_BYTES = 12 * 2**30
"""Of a card's memory, left to the network and its batches."""


class Resident:
    """Batches of one epoch after the other, each a function of (seed, step) alone."""

    def __init__(self, feed: Feed, config: ImageStageConfig, seed: int, reached: Callable[[], int]) -> None:
        self._feed, self._seed = feed, seed
        self._steps = EpochSteps(steps_per_epoch(config), config.steps, reached)

    def __len__(self) -> int:
        return len(self._steps)

    def __iter__(self) -> Iterator[Batch]:
        for step in self._steps:
            torch.manual_seed(self._seed * 2**32 + step)
            yield self._feed.draw()


def resident(
    source: Any,
    config: ImageStageConfig,
    model: ModelConfig,
    device: str,
    seed: int,
    reached: Callable[[], int],
) -> Resident | None:
    """A loader that draws from the card's own memory, None where batches must come from processors.

    Args:
        source: Where shapes come from.
        config: Of the stage with pictures.
        model: The network.
        device: "auto", "cpu" or "cuda".
        seed: Of the batches.
        reached: Tells the step that the stage has reached.
    """
    if not on_gpu(device) or not _draws(source, config, model):
        return None
    shapes, views = sum(map(source.count, range(len(source.categories)))), _views(source)
    if torch.cuda.mem_get_info()[0] < shapes * bytes_a_shape(views) + SPARE_BYTES:
        return None
    return Resident(Feed(filled(source, "cuda"), config, source.categories), config, seed, reached)


def filled(source: Shards, device: str) -> Store:
    """A store of all shapes of a set."""
    categories = range(len(source.categories))
    store = Store(len(categories), sum(map(source.count, categories)), _views(source), device)
    for category in categories:
        for shard in source.shards(category):
            store.add(category, shard)
    return store


def is_drawn(config: ImageStageConfig, model: ModelConfig) -> bool:
    """Whether a feed draws what the stage of a network asks for."""
    asked = bool(model.features) and model.input_kind == "rgba" and config.resolutions == (0,)
    return asked and config.z_weight == 0 and config.layer_weight > 0


def _draws(source: Any, config: ImageStageConfig, model: ModelConfig) -> bool:
    """Whether a feed draws that here, from this source."""
    alone = is_drawn(config, model) and ranks.count() == 1
    return alone and isinstance(source, Shards) and source.know_viewpoints() and _alike(source)


def _alike(source: Shards) -> bool:
    """Whether all shards hold as many views, cells and points of each shape."""
    shards = [shard for i in range(len(source.categories)) for shard in source.shards(i)]
    return len({tuple(shard[name].shape[1:] for name in ARRAYS) for shard in shards}) == 1


def _views(source: Shards) -> int:
    return int(source.shards(0)[0]["pictures"].shape[1])
