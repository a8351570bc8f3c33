"""From shards to tars: categories are dealt out evenly, so that every tar is a fair sample of all of them.

The same shards give the same bytes. The list of the tars comes last; packing that was cut off starts again.
"""

from __future__ import annotations

import io
import tarfile
import zlib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.whole_file import in_place_of
from training.dataset import Shards
from training.meshes.store import prepared_categories
from training.tars.index import RECORD, Index, Tar, write_index
from training.tars.sample import files_of
from training.writing import begun, told

SHAPES_PER_TAR = 256
MARK = ".packing"
"""A file of folders that are being filled."""

Hand = list[tuple[int, int]]
"""The shapes of a tar, as category and number."""


def pack(data: Path, folder: Path, shapes: int = SHAPES_PER_TAR, job: Job = NULL_JOB) -> Index:
    """Pack a folder of shards.

    Args:
        data: Folder of the shards.
        folder: Gets the tars; may hold those of an earlier packing, which are replaced.
        shapes: Of each tar, at most.
        job: Told of the tars; may stop the work, which then starts again.

    Raises:
        TrainingError: There are no shards, or none held out, or the folder holds something else, went away or
            cannot be written.
    """
    categories = _categories(data)
    train, held = (Shards(data, categories, held) for held in (False, True))
    order = _order("held", held, deal(_counts(held), shapes))
    n = len(order)
    order += _order("train", train, [_mixed(hand) for hand in deal(_counts(train), shapes)])
    _begin(folder)
    tars = tuple(_written(order, folder, job))
    axes = tuple(train.mirror_axis(category) for category in range(len(categories)))
    known = train.know_viewpoints() and held.know_viewpoints()
    index = Index(categories, axes, known, prepared_categories(data), tars[n:], tars[:n])
    _end(folder, index)
    return index


def _order(kind: str, shards: Shards, hands: list[Hand]) -> list[tuple[str, Shards, Hand]]:
    """The tars of a set: name, and the shards whose shapes they get."""
    return [(f"{kind}-{number:05d}.tar", shards, hand) for number, hand in enumerate(hands)]


def _written(order: list[tuple[str, Shards, Hand]], folder: Path, job: Job) -> Iterator[Tar]:
    job.report("tars", 0, len(order))
    for done, (name, shards, hand) in enumerate(order, start=1):
        job.check()
        with begun(folder / MARK):
            yield _write(folder / name, shards, hand)
        job.report("tars", done, len(order))


def deal(counts: Sequence[int], most: int) -> list[Hand]:
    """Deal shapes out to as few tars as hold `most` each; each gets its share of every category, within one.

    Args:
        counts: Shapes of each category.
        most: Shapes of a tar.
    """
    everything = [(category, shape) for category, n in enumerate(counts) for shape in range(n)]
    tars = -(-len(everything) // most)
    return [everything[number::tars] for number in range(tars)]


def _mixed(hand: Hand) -> Hand:
    """In an order of no meaning, for whoever reads one tar from its beginning."""
    return [hand[i] for i in np.random.default_rng(len(hand)).permutation(len(hand))]


def _categories(data: Path) -> tuple[str, ...]:
    found = (path.parent.name for path in data.glob("*-train-*/shard.json"))
    names = sorted({name.rsplit("-train-", 1)[0] for name in found if not name.startswith(".")})
    if not names:
        raise TrainingError(
            f"There are no shards in {data}.", "Make some: `python -m training data` or `prepare`."
        )
    return tuple(names)


def _counts(shards: Shards) -> list[int]:
    return [shards.count(category) for category in range(len(shards.categories))]


def _begin(folder: Path) -> None:
    """Make the folder, or take away what an earlier packing left in it."""
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()) and not any((folder / name).exists() for name in (RECORD, MARK)):
            raise TrainingError(f"{folder} holds something else.", "Give a new folder.")
        (folder / MARK).touch()
        (folder / RECORD).unlink(missing_ok=True)
        for pattern in ("train-*.tar", "held-*.tar", ".*.tar", ".*.json"):
            for path in folder.glob(pattern):
                path.unlink()


def _end(folder: Path, index: Index) -> None:
    with begun(folder / MARK):
        write_index(folder, index)
        (folder / MARK).unlink()


def _write(path: Path, shards: Shards, hand: Hand) -> Tar:
    """Write one tar, whole or not at all."""
    offsets = []
    with in_place_of(path) as temporary:
        with tarfile.open(temporary, "w", format=tarfile.USTAR_FORMAT) as tar:
            for row, (category, shape) in enumerate(hand):
                offsets.append(tar.offset)
                files = files_of(*shards.locate(category, shape), shards.categories[category])
                _add(tar, f"{path.stem}-{row:05d}", files)
            offsets.append(tar.offset)
        checksums = _checksums(temporary, offsets)
    return Tar(path.name, tuple(category for category, _ in hand), tuple(offsets), checksums)


def _add(tar: tarfile.TarFile, key: str, files: dict[str, bytes]) -> None:
    """Add a shape's files; their times and owners are always the same."""
    for name, content in files.items():
        member = tarfile.TarInfo(f"{key}.{name}")
        member.size = len(content)
        tar.addfile(member, io.BytesIO(content))


def _checksums(path: Path, offsets: Sequence[int]) -> tuple[int, ...]:
    with path.open("rb") as file:
        return tuple(zlib.crc32(file.read(end - begin)) for begin, end in pairwise(offsets))
