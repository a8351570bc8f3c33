"""Shards in one device's memory, as they are on the disk, and which shape lies where."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor

from imrecon_gui.core.types import INPUT_SIZE
from imrecon_gui.core.viewpoint import FIELDS
from training.dataset import unpacked
from training.mirroring import mirror_axis

NO_AXIS = -1
ARRAYS = ("pictures", "viewpoints", "voxels64", "cells64", "points", "labels")


class Rows(NamedTuple):
    """Which shapes a batch shows: each (b,) int64.

    Attributes:
        category: Class numbers.
        place: Where in the store's arrays they lie.
    """

    category: Tensor
    place: Tensor


class Store:
    """All arrays of many shards, see `training.shards`.

    Attributes:
        arrays: By name, each (capacity, ...); what is not filled yet is never drawn.
        counts: (k,) int64, how many shapes of each category there are.
        axes: (k,) int64, along which a category may be mirrored, or NO_AXIS.
        capacity: Shapes that find room.
    """

    def __init__(self, categories: int, capacity: int, views: int, device: str | torch.device) -> None:
        shapes = (
            ((views, INPUT_SIZE, INPUT_SIZE, 4), torch.uint8),
            ((views, len(FIELDS)), torch.float32),
            ((64**3 // 8,), torch.uint8),
            ((8192, 3), torch.uint8),
            ((4096, 3), torch.int16),
            ((4096 // 8,), torch.uint8),
        )
        self.arrays = {
            name: torch.zeros((capacity, *shape), dtype=kind, device=device)
            for name, (shape, kind) in zip(ARRAYS, shapes, strict=True)
        }
        self.counts = torch.zeros(categories, dtype=torch.long, device=device)
        self.axes = torch.full((categories,), NO_AXIS, dtype=torch.long, device=device)
        self._places = torch.zeros((categories, capacity), dtype=torch.long, device=device)
        self.capacity, self._filled, self._known = capacity, 0, [0] * categories
        self._shards: list[deque[tuple[int, int]]] = [deque() for _ in range(categories)]  # (place, shapes)

    def full(self, more: int) -> bool:
        """Whether so many more shapes find no room."""
        return self._filled + more > self.capacity

    def add(self, category: int, shard: Mapping[str, Any]) -> None:
        """Copy a shard's arrays, by name, behind those that are there.

        Raises:
            ValueError: There is no room for it.
        """
        n, known = len(shard["voxels64"]), self._known[category]
        if self.full(n):
            raise ValueError(f"{n} more shapes are too many for a store of {self.capacity}")
        if not known:
            axis = mirror_axis(unpacked(np.asarray(shard["voxels64"])))
            self.axes[category] = NO_AXIS if axis is None else axis
        self._write(category, self._filled, n, shard)
        places = torch.arange(self._filled, self._filled + n, device=self._places.device)
        self._places[category, known : known + n] = places
        self._filled, self._known[category] = self._filled + n, known + n
        self.counts[category] = known + n

    def renew(self, category: int, shard: Mapping[str, Any]) -> None:
        """Copy a shard's arrays over the category's oldest, which has as many shapes; see `add`.

        Who draws meanwhile may be given a few rows of which some arrays are new and others old.

        Raises:
            ValueError: The category's oldest shard has another number of shapes, or there is none.
        """
        oldest = self._shards[category]
        if not oldest or oldest[0][1] != len(shard["voxels64"]):
            raise ValueError("there is no such shard to be renewed")
        self._write(category, *oldest.popleft(), shard)

    def _write(self, category: int, start: int, n: int, shard: Mapping[str, Any]) -> None:
        for name, array in self.arrays.items():
            rows = torch.from_numpy(np.array(shard[name])).reshape(n, *array.shape[1:])
            array[start : start + n].copy_(rows)
        self._shards[category].append((start, n))

    def draw(self, batch: int, turns: Tensor) -> Rows:
        """Shapes at random, of categories in `turns` (t,) int64, from a random place there on."""
        device, k = self.counts.device, len(turns)
        start = torch.randint(k, (1,), device=device)
        category = turns[(torch.arange(batch, device=device) + start) % k]
        chance = torch.rand(batch, device=device, dtype=torch.float64)
        row = (chance * self.counts[category]).long()
        return Rows(category, self._places[category, row])
