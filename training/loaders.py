"""Loaders of a stage's batches: each epoch goes on at the optimiser's step, so resuming repeats nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset, Sampler

from imrecon_gui.core.errors import TrainingError
from training import ranks
from training.dataset import Batch, Batches, Draw, Item, Shards, Source, collate, item
from training.recipe import ImageStageConfig, Recipe, ShapeStageConfig, StageConfig
from training.tars.index import is_packed
from training.tars.reading import Tars
from training.tars.stream import Stream, Streamed

VALIDATION_POINTS = 8192
VALIDATION_SHAPES = 16
VALIDATION_BATCH = 8


class EpochSteps(Sampler[int]):
    """The steps of one epoch, which starts at the step the run has reached."""

    def __init__(self, steps_per_epoch: int, steps: int, reached: Callable[[], int]) -> None:
        self._n, self._steps, self._reached = steps_per_epoch, steps, reached

    def __len__(self) -> int:
        return self._n

    def __iter__(self) -> Iterator[int]:
        first = self._reached()
        return iter(range(first, min(first + self._n, self._steps)))


def steps_per_epoch(config: StageConfig) -> int:
    """Steps between validations and checkpoints."""
    return min(config.validate_every, config.steps)


class Progressive(Dataset[Batch]):
    """Batches whose grid grows finer as the steps go on (Chen & Zhang 2019, section 3.3)."""

    def __init__(self, parts: list[tuple[int, Dataset[Batch]]]) -> None:
        self._parts = parts

    def __getitem__(self, step: int) -> Batch:
        batches = next((b for end, b in self._parts if step < end), self._parts[-1][1])
        return batches[step]


class Alternating(Dataset[Batch]):
    """Several kinds of batches in turn, by the step's number."""

    def __init__(self, parts: list[Dataset[Batch]]) -> None:
        self._parts = parts

    def __getitem__(self, step: int) -> Batch:
        return self._parts[step % len(self._parts)][step]


class Share(Dataset[Batch]):
    """One rank's rows of batches: every n-th. All rows are made, since they draw on one stream of chance."""

    def __init__(self, whole: Dataset[Batch], number: int, count: int) -> None:
        self._whole, self._number, self._count = whole, number, count

    def __getitem__(self, step: int) -> Batch:
        columns = self._whole[step]
        return Batch(*(column[self._number :: self._count].contiguous() for column in columns))


def _shared(batches: Dataset[Batch]) -> Dataset[Batch]:
    return Share(batches, ranks.number(), ranks.count()) if ranks.count() > 1 else batches


def opened(folder: Path, categories: Sequence[str], held: bool) -> Shards | Tars:
    """One set of a data folder; raises `TrainingError` where data is missing or of another format."""
    return (Tars if is_packed(folder) else Shards)(folder, categories, held)


def _batches(
    source: Shards | Tars, draws: Sequence[Draw], config: StageConfig, seed: int, twice: Sequence[str] = ()
) -> list[Dataset[Batch]]:
    """Batches by each of the draws, this rank's rows of them: of shards at random, of tars as they stream."""
    if isinstance(source, Tars):
        stream = Stream(source, config.batch, seed, twice, ranks.seat())
        return [Streamed(stream, source, draw) for draw in draws]
    return [_shared(Batches(source, draw, config.batch, config.steps, seed, twice)) for draw in draws]


def shape_batches(recipe: Recipe, source: Shards | Tars) -> Dataset[Batch]:
    """Stage one's batches, or this rank's share of them."""
    config: ShapeStageConfig = recipe.shape
    draw = Draw(False, "rgba", config.points, 0, 0.0, voxels=True, mirrored=True)
    ends = np.cumsum(config.shares) / sum(config.shares) * config.steps
    draws = [replace(draw, resolution=r) for r in config.resolutions]
    batches = _batches(source, draws, config, recipe.seed)
    return Progressive([(round(end), b) for end, b in zip(ends, batches, strict=True)])


def image_batches(recipe: Recipe, source: Shards | Tars, input_kind: str) -> Dataset[Batch]:
    """Stage two's batches, or this rank's share; raises `TrainingError` where the data lacks what is told."""
    if recipe.arch == "im-aligned" and not source.know_viewpoints():
        raise TrainingError(
            "The data does not say where its pictures were taken from.",
            "Take a recipe whose network does not ask, such as “paper”.",
        )
    config: ImageStageConfig = recipe.image
    taught, layered = config.z_weight > 0, config.layer_weight > 0
    kind, strength = input_kind, config.augmentation
    draw = Draw(True, kind, config.points, 0, strength, voxels=taught, rays=layered, mirrored=True)
    draws = [replace(draw, resolution=r) for r in config.resolutions]
    return Alternating(_batches(source, draws, config, recipe.seed + 1, config.twice))


@contextmanager
def plain_errors() -> Iterator[None]:
    """Raise what a worker process could not do as one sentence, without the traceback that torch adds."""
    try:
        yield
    except TrainingError as error:
        raise TrainingError(error.message.rsplit("TrainingError: ", 1)[-1].strip(), error.hint) from error


def training_loader(
    batches: Dataset[Batch], config: StageConfig, workers: int, reached: Callable[[], int]
) -> DataLoader[Batch]:
    """Batches in the order of their steps from `reached()` on, made by worker processes."""
    sampler = EpochSteps(steps_per_epoch(config), config.steps, reached)
    return DataLoader(
        batches,
        batch_size=None,
        sampler=sampler,
        num_workers=workers,
        persistent_workers=workers > 0,
        prefetch_factor=4 if workers else None,
        multiprocessing_context="spawn" if workers else None,
        pin_memory=torch.cuda.is_available(),
    )


class Held(Dataset[Batch]):
    """The held-out shapes, each with one fixed picture and fixed points of the whole cube."""

    def __init__(
        self, shards: Source, input_kind: str, pictures: bool, shapes: int, augmentation: float
    ) -> None:
        self._shards = shards
        self._draw = Draw(pictures, input_kind, 1, 64, augmentation, voxels=not pictures)
        counts = [min(shapes, shards.count(c)) for c in range(len(shards.categories))]
        self._picks = [(c, i) for c, n in enumerate(counts) for i in range(n)]

    def __len__(self) -> int:
        return -(-len(self._picks) // VALIDATION_BATCH)

    def __getitem__(self, index: int) -> Batch:
        if index >= len(self):
            raise IndexError(index)
        picks = self._picks[index * VALIDATION_BATCH : (index + 1) * VALIDATION_BATCH]
        return _with_cube_points(collate([self._item(c, i) for c, i in picks]), picks, self._shards)

    def _item(self, category: int, shape: int) -> Item:
        return item(self._shards, category, shape, self._draw, np.random.default_rng([category, shape]))


def _with_cube_points(batch: Batch, picks: list[tuple[int, int]], shards: Source) -> Batch:
    """Replace the points by cells of 64^3 drawn evenly from the whole cube, the same for every shape."""
    from training.sampling import cell_centres

    chosen = np.random.default_rng(0).integers(0, 64, (VALIDATION_POINTS, 3))
    points = torch.from_numpy(cell_centres(64)[chosen].astype(np.float32))
    labels = []
    for category, shape in picks:
        arrays, row = shards.locate(category, shape)
        labels.append(np.unpackbits(arrays["voxels64"][row]).reshape(64, 64, 64)[tuple(chosen.T)])
    truth = torch.from_numpy(np.stack(labels).astype(np.float32))
    return batch._replace(points=points.expand(len(picks), -1, -1), labels=truth)


def held_loader(
    shards: Source,
    input_kind: str,
    pictures: bool,
    shapes: int = VALIDATION_SHAPES,
    augmentation: float = 0.0,
) -> DataLoader[Batch]:
    """Validation batches of `shapes` shapes a category, made in the training process itself."""
    return DataLoader(Held(shards, input_kind, pictures, shapes, augmentation), batch_size=None)
