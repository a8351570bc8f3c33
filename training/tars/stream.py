"""Batches streamed from tars: forward through each, mixed in a window of bounded size.

The stream of a machine, see `training.tars.order`, is cut into windows of `WINDOW` shapes, whole batches
each, and a window's shapes are shown in an order of their own. A process reads a window at once, forward and
only what its own steps will show, and keeps it as it lies in the file. What a step shows hangs on the seed,
the step and the machine alone: asked for another step than the next, as where a run goes on or an epoch hands
steps to other workers, a process reads the window from there on.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from torch.utils.data import Dataset, get_worker_info

from imrecon_gui.core.errors import TrainingError
from training.dataset import Batch, Draw, Item, collate, drawn, turns
from training.ranks import Seat
from training.tars.order import Order
from training.tars.reading import Tars
from training.tars.sample import Sample

WINDOW = 1024
MIX, ITEM = (zlib.crc32(word) for word in (b"mix of a window", b"item of a stream"))
Place = tuple[int, int]
"""A tar's number, and a row in it."""


class Row(NamedTuple):
    """One shape to be shown.

    Attributes:
        number: Its place among the machine's rows of the batch.
        category: Class number.
        sample: Its arrays.
    """

    number: int
    category: int
    sample: Sample


class Stream:
    """What one rank shows, step by step."""

    def __init__(self, tars: Tars, batch: int, seed: int, twice: Sequence[str], seat: Seat) -> None:
        """Begin a stream.

        Args:
            tars: To train on.
            batch: Rows of all machines' batch.
            seed: Of the order.
            twice: Categories seen twice as often as the others.
            seat: Where this rank sits.

        Raises:
            TrainingError: There are fewer tars than machines.
        """
        if len(tars.numbers) < seat.machines:
            raise TrainingError(
                f"There are {len(tars.numbers)} tars to train on for {seat.machines} machines.",
                "Pack fewer shapes into each: `python -m training pack --shapes`.",
            )
        self._tars, self._batch, self._twice = tars, batch, twice
        self.seed, self.seat = seed, seat
        share = np.bincount(turns(tars.categories, twice)).astype(np.float64)
        self._order = Order(tars.numbers, share, seed, seat.machine, seat.machines)
        self._rows = batch // seat.machines
        self._steps = max(1, WINDOW // self._rows)
        self._shown: dict[int, NDArray[np.int64]] = {}
        self._kept: dict[Place, bytes] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel to a worker without what was read."""
        return Stream, (self._tars, self._batch, self.seed, self._twice, self.seat)

    def rows(self, step: int) -> Iterator[Row]:
        """What this rank shows in a step: its rows of the batch."""
        if step not in self._shown:
            self._fill(step)
        seat = self.seat
        for i, (tar, row) in enumerate(self._shown[step]):
            category = int(self._tars.numbers[tar][row])
            yield Row(seat.place + i * seat.places, category, Sample(self._kept[int(tar), int(row)]))

    def _fill(self, step: int) -> None:
        """Read what this process shows from a step on to the end of its window."""
        info = get_worker_info()
        window, within = divmod(step, self._steps)
        mixed = self._mixed(window)
        ahead = range(within, self._steps, info.num_workers if info else 1)
        self._shown, self._kept = {}, {}  # gone before others come: no more than one window is kept
        self._kept = self._read({(int(tar), int(row)) for i in ahead for tar, row in mixed[i]})
        self._shown = {window * self._steps + i: mixed[i] for i in ahead}

    def _mixed(self, window: int) -> NDArray[np.int64]:
        """Tar and row (steps, rows, 2) of what this rank shows in a window."""
        count = self._steps * self._rows
        chance = np.random.default_rng([MIX, self.seed, window, self.seat.machine])
        mixed = self._order.part(window * count, count)[chance.permutation(count)]
        return mixed.reshape(self._steps, self._rows, 2)[:, self.seat.place :: self.seat.places]

    def _read(self, places: set[Place]) -> dict[Place, bytes]:
        """The shapes at some places, read forward."""
        kept: dict[Place, bytes] = {}
        for tar, group in groupby(sorted(places), key=lambda place: place[0]):
            rows = [row for _, row in group]
            kept.update(zip(((tar, row) for row in rows), self._tars.read(tar, rows), strict=True))
        return kept


class Streamed(Dataset[Batch]):
    """Item `step` is this rank's rows of that step's batch."""

    def __init__(self, stream: Stream, tars: Tars, draw: Draw) -> None:
        self._stream, self._tars, self._draw = stream, tars, draw

    def __getitem__(self, step: int) -> Batch:
        return collate([self._item(step, row) for row in self._stream.rows(step)])

    def _item(self, step: int, row: Row) -> Item:
        """A row as it is drawn by chance of its own, so that nobody must make the others."""
        stream = self._stream
        rng = np.random.default_rng([ITEM, stream.seed, step, stream.seat.machine, row.number])
        axis = self._tars.mirror_axis(row.category) if self._draw.mirrored else None
        return drawn(row.sample, 0, row.category, axis, self._draw, rng)
