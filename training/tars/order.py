"""Which shapes a machine shows, one after another without end: a function of the seed and the machine alone.

Tars are gone through again and again, each time in another order, and machines take them in turns: while all
of them are gone through once, no two machines read the same one. Within a tar, every shape comes as often as
its category's share wants, by chance: once, where all categories have as many shapes.
"""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

ROUND, ROWS = (zlib.crc32(word) for word in (b"round of tars", b"rows of a tar"))


class Order:
    """The stream of one machine's shapes, as places in its tars."""

    def __init__(
        self,
        numbers: Sequence[NDArray[np.int64]],
        turns: NDArray[np.float64],
        seed: int,
        machine: int = 0,
        machines: int = 1,
    ) -> None:
        """Describe the stream.

        Args:
            numbers: For each tar, its shapes' class numbers (n,); -1 for those that are not shown.
            turns: (categories,) how often each category is to be seen, beside the others.
            seed: Of all chance.
            machine: Which one, from 0 on.
            machines: How many there are.
        """
        self._numbers, self._seed = numbers, seed
        self._machine, self._machines = machine, machines
        counts = sum(np.bincount(n[n >= 0], minlength=len(turns)) for n in numbers)
        self._times = np.append(turns * np.sum(counts) / (turns.sum() * counts), 0.0)  # the last is for -1
        self._ends = [0]

    def part(self, first: int, count: int) -> NDArray[np.int64]:
        """Tar and row (count, 2) of each of the shapes from `first` on."""
        while self._ends[-1] < first + count:
            self._ends.append(self._ends[-1] + len(self._rows(len(self._ends) - 1)))
        begin = bisect_right(self._ends, first) - 1
        end = bisect_right(self._ends, first + count - 1)
        pieces = np.concatenate([self._rows(place) for place in range(begin, end)])
        return pieces[first - self._ends[begin] :][:count]

    def _rows(self, place: int) -> NDArray[np.int64]:
        """Tar and row (n, 2) of what is shown of this machine's tar at a place, in the tar's order."""
        tar, turn = self._tar(place)
        numbers = self._numbers[tar]
        chance = np.random.default_rng([ROWS, self._seed, turn]).random(len(numbers))
        rows = np.repeat(np.arange(len(numbers)), (self._times[numbers] + chance).astype(np.int64))
        return np.stack([np.full_like(rows, tar), rows], axis=1)

    def _tar(self, place: int) -> tuple[int, int]:
        """Which tar this machine reads at a place, and its turn among all machines'."""
        turn = place * self._machines + self._machine
        number, within = divmod(turn, len(self._numbers))
        order = np.random.default_rng([ROUND, self._seed, number]).permutation(len(self._numbers))
        return int(order[within]), turn
