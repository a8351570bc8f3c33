"""Tars opened for training: they answer what `training.dataset.Shards` answers, and read on where asked."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.errors import TrainingError
from training.tars.index import AGAIN, Tar, read_index
from training.tars.sample import Sample


class Tars:
    """The tars of one set of a folder.

    Attributes:
        categories: Names, in the order of the class numbers.
        numbers: For each tar, its shapes' class numbers (n,) int64; -1 where nobody asked for the category.
    """

    def __init__(self, folder: Path, categories: Sequence[str], held: bool) -> None:
        """Look whether all tars are there.

        Raises:
            TrainingError: A category has no shapes, a tar is missing or cut off, or their list is unreadable.
        """
        index = read_index(folder)
        self.categories = tuple(categories)
        self._folder, self._held, self._index = folder, held, index
        self._tars = index.held if held else index.train
        for tar in self._tars:
            _check(folder, tar)
        known = [self.categories.index(c) if c in self.categories else -1 for c in index.categories]
        self.numbers = [np.array(known)[list(tar.categories)] for tar in self._tars]
        self._places = [self._places_of(category) for category in range(len(self.categories))]
        for name, places in zip(self.categories, self._places, strict=True):
            if not len(places):
                raise TrainingError(
                    f"There is no training data for “{name}” in {folder}.",
                    f"Name only what is there: {', '.join(index.categories)}.",
                )

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel to a worker by name."""
        return Tars, (self._folder, self.categories, self._held)

    def know_viewpoints(self) -> bool:
        """Whether it is known of all pictures where they were taken from."""
        return self._index.viewpoints

    def count(self, category: int) -> int:
        """Number of shapes of a category."""
        return len(self._places[category])

    def locate(self, category: int, shape: int) -> tuple[Sample, int]:
        """A shape's arrays, and its row in them: always the first."""
        tar, row = self._places[category][shape]
        return Sample(next(self.read(tar, [row]))), 0

    def mirror_axis(self, category: int) -> int | None:
        """Along which a category's shapes may be mirrored."""
        return self._index.mirror_axes[self._index.categories.index(self.categories[category])]

    def read(self, tar: int, rows: Iterable[int]) -> Iterator[bytes]:
        """Shapes of a tar by their rows, in ascending order, as `Sample` takes them; others are not read.

        Raises:
            TrainingError: The tar cannot be read, or holds something else.
        """
        entry = self._tars[tar]
        try:
            with (self._folder / entry.name).open("rb") as file:
                for row in rows:
                    begin, end = entry.offsets[row : row + 2]
                    file.seek(begin)
                    yield _whole(file.read(end - begin), entry, row)
        except OSError as error:
            raise TrainingError(f"The tar {entry.name} cannot be read: {error.strerror}.", AGAIN) from error

    def _places_of(self, category: int) -> list[tuple[int, int]]:
        """Tar and row of a category's shapes: dealt out in turns, they are gathered so."""
        found = [(row, tar) for tar, numbers in enumerate(self.numbers) for row in _rows(numbers, category)]
        return [(tar, row) for row, tar in sorted(found)]


def _rows(numbers: NDArray[np.int64], category: int) -> list[int]:
    return [int(row) for row in np.flatnonzero(numbers == category)]


def _check(folder: Path, tar: Tar) -> None:
    path = folder / tar.name
    if not path.is_file():
        raise TrainingError(f"The tar {path} is missing.", f"Copy it again. {AGAIN}")
    if path.stat().st_size < tar.offsets[-1]:
        raise TrainingError(f"The tar {path} is cut off.", f"Copy it again. {AGAIN}")


def _whole(content: bytes, tar: Tar, row: int) -> bytes:
    if zlib.crc32(content) != tar.checksums[row]:
        raise TrainingError(f"The tar {tar.name} is damaged.", f"Copy it again. {AGAIN}")
    return content
