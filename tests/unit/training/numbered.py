"""Shards of shapes that are numbers: nothing is drawn, and each can be told by its viewpoint."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from training.shards import FORMAT_VERSION

VIEWS = 2


def write_shards(folder: Path, train: Mapping[str, int], held: int = 3, most: int = 5) -> Path:
    """Shards of so many shapes of each category to train on, and `held` held out; `most` shapes each."""
    for place, (category, count) in enumerate(train.items()):
        for kind, n in (("train", count), ("held", held)):
            for number, first in enumerate(range(0, n, most)):
                numbers = [
                    1000 * place + 500 * (kind == "held") + i for i in range(first, min(first + most, n))
                ]
                _write(folder / f"{category}-{kind}-{number:05d}", numbers)
    return folder


def number_of(arrays: Any, row: int = 0) -> int:
    """Which shape a row of a shard or a sample is."""
    return int(arrays["viewpoints"][row, 0, 0] * 10 + 0.5)


def _write(folder: Path, numbers: list[int]) -> None:
    folder.mkdir(parents=True)
    rows = [_row(number) for number in numbers]
    for key in rows[0]:
        np.save(folder / f"{key}.npy", np.stack([row[key] for row in rows]))
    (folder / "shard.json").write_text(json.dumps({"format_version": FORMAT_VERSION}), encoding="utf-8")


def _row(number: int) -> dict[str, Any]:
    rng = np.random.default_rng(number)
    pictures = np.full((VIEWS, 128, 128, 4), number % 256, np.uint8)
    pictures[:, 40:90, 30:100] = rng.integers(0, 256, (VIEWS, 50, 70, 4))
    viewpoints = np.tile(np.array([number / 10, 20, 0, 0.3, 0.9, 0, 0], np.float32), (VIEWS, 1))
    return {
        "pictures": pictures,
        "viewpoints": viewpoints,
        "voxels64": np.packbits(rng.random((64, 64, 64)) < 0.5),
        "voxels32": np.packbits(rng.random((32, 32, 32)) < 0.5),
        "cells32": rng.integers(0, 32, (50, 3), np.uint8),
        "cells64": rng.integers(0, 64, (50, 3), np.uint8),
        "points": rng.integers(-30000, 30000, (40, 3), np.int16),
        "labels": np.packbits(rng.random(40) < 0.5),
    }
