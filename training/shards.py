"""Made data on disk: folders of 64 shapes each, as plain arrays that are mapped, not read.

    <data>/<category>-<set>-<number>/   shard.json  pictures.npy  viewpoints.npy  voxels64.npy  voxels32.npy
                                        cells32.npy  cells64.npy  points.npy  labels.npy

A shard is written under a temporary name and renamed, so one that is there is whole; making data again makes
only what is missing. Sets: "train", and "held" for shapes that no training step sees.
"""

from __future__ import annotations

import json
import os
import shutil
import zlib
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, wait
from dataclasses import asdict, dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.types import FIELD_BOUND, INPUT_SIZE
from imrecon_gui.core.viewpoint import FIELDS
from training.categories import make
from training.processes import pool
from training.sampling import Samples, sample

FORMAT_VERSION = 2
SHAPES_PER_SHARD = 64
FIRST_HELD_SEED = 1_000_000_000
QUANTUM = FIELD_BOUND / 32767
LABEL_BYTES = 98_816
"""Of a shape's labels, see `packed_samples`: 64^3 / 8 + 32^3 / 8 for voxels, 8192 * 3 + 4096 * 3 for cells,
4096 * 6 for points and 4096 / 8 for what they are. On the disk each array of a shard has 128 bytes more."""


@dataclass(frozen=True)
class ShardPlan:
    """One shard to be made.

    Attributes:
        category: A procedural category.
        held: Whether its shapes are kept from training.
        number: Its place among the category's shards of that set.
        views: Pictures of each shape.
    """

    category: str
    held: bool
    number: int
    views: int

    @property
    def name(self) -> str:
        """The shard's folder name."""
        return f"{self.category}-{'held' if self.held else 'train'}-{self.number:05d}"

    @property
    def seeds(self) -> range:
        """The seeds of its shapes, see `training.categories.make`."""
        first = self.number * SHAPES_PER_SHARD + (FIRST_HELD_SEED if self.held else 0)
        return range(first, first + SHAPES_PER_SHARD)


def bytes_a_shape(views: int) -> int:
    """What a shape takes on the disk: its labels, and each picture with its viewpoint."""
    return LABEL_BYTES + views * (INPUT_SIZE**2 * 4 + len(FIELDS) * 4)


def plan(
    categories: Sequence[str], shapes: int, held_shapes: int, views: int, folder: Path
) -> list[ShardPlan]:
    """The shards still missing for `shapes` training and `held_shapes` held-out shapes a category.

    Held shards come first, then the categories take turns, so that training can start on what is there.
    """
    counts = [(True, -(-held_shapes // SHAPES_PER_SHARD)), (False, -(-shapes // SHAPES_PER_SHARD))]
    plans = [ShardPlan(c, held, i, views) for held, n in counts for i in range(n) for c in categories]
    return [p for p in plans if not (folder / p.name / "shard.json").exists()]


def make_shards(plans: Sequence[ShardPlan], folder: Path, workers: int, job: Job = NULL_JOB) -> None:
    """Make shards in child processes; raises what a child raised."""
    folder.mkdir(parents=True, exist_ok=True)
    job.report("data", 0, len(plans))
    for done, _ in enumerate(_made(plans, folder, workers), start=1):
        job.report("data", done, len(plans))
        job.check()


def _made(plans: Sequence[ShardPlan], folder: Path, workers: int) -> Iterator[None]:
    """Make one shard after the other; where nobody asks for the next, none is begun."""
    if workers <= 1:
        for p in plans:
            make_shard(p, folder)
            yield
        return
    with pool(workers) as processes:
        left = iter(plans)
        running = {processes.submit(make_shard, p, folder) for p in islice(left, workers)}
        try:
            while running:
                done, running = wait(running, return_when=FIRST_COMPLETED)
                for task in done:
                    yield task.result()
                    running |= {processes.submit(make_shard, p, folder) for p in islice(left, 1)}
        finally:
            processes.shutdown(wait=True, cancel_futures=True)


def make_shard(shard: ShardPlan, folder: Path) -> None:
    """Make one shard and put it in its place."""
    final = folder / shard.name
    temporary = folder / f".{shard.name}.{os.getpid()}"
    shutil.rmtree(temporary, ignore_errors=True)
    temporary.mkdir(parents=True)
    rows = [_row(shard, seed) for seed in shard.seeds]
    for key in rows[0]:
        np.save(temporary / f"{key}.npy", np.stack([row[key] for row in rows]))
    record = {"format_version": FORMAT_VERSION, **asdict(shard)}
    (temporary / "shard.json").write_text(json.dumps(record), encoding="utf-8")
    shutil.rmtree(final, ignore_errors=True)
    temporary.replace(final)


@lru_cache(1)
def _renderer() -> Any:
    """One renderer a process: its context cannot be shared."""
    from training.render import Renderer

    return Renderer()


def _row(shard: ShardPlan, seed: int) -> dict[str, Any]:
    """All arrays of one shape."""
    from training.cameras import random_cameras
    from training.lights import random_lights

    shape = make(shard.category, seed)
    rng = np.random.default_rng([seed, zlib.crc32(b"pictures"), zlib.crc32(shard.category.encode())])
    samples = sample(shape, rng)
    cameras, lights = random_cameras(rng, shard.views), random_lights(rng, shard.views)
    pictures, viewpoints = _renderer().pictures(shape, cameras, lights)
    return {"pictures": pictures, "viewpoints": viewpoints, **packed_samples(samples)}


def packed_samples(samples: Samples) -> dict[str, Any]:
    """A shape's labels as a shard stores them: bits, and places in steps of QUANTUM."""
    return {
        "voxels64": np.packbits(samples.voxels64),
        "voxels32": np.packbits(samples.voxels32),
        "cells32": samples.cells32,
        "cells64": samples.cells64,
        "points": np.rint(samples.points / QUANTUM).astype(np.int16),
        "labels": np.packbits(samples.labels),
    }
