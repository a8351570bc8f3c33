"""The list of a folder's tars: `tars.json`, written when all of them are there.

<data>/tars.json          categories, and of each tar where its shapes begin
<data>/train-00000.tar    shapes to train on, of all categories
<data>/held-00000.tar     shapes that no training step sees
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.whole_file import write_whole
from training import shards

FORMAT_VERSION = 1
RECORD = "tars.json"
AGAIN = "Pack the shards again: `python -m training pack`."


@dataclass(frozen=True)
class Tar:
    """One tar file.

    Attributes:
        name: Of the file.
        categories: Number of each shape's category, in the order of the shapes.
        offsets: Bytes at which each shape begins, and at which the last one ends.
        checksums: CRC-32 of each shape's bytes.
    """

    name: str
    categories: tuple[int, ...]
    offsets: tuple[int, ...]
    checksums: tuple[int, ...]


@dataclass(frozen=True)
class Index:
    """What a folder of tars holds.

    Attributes:
        categories: Names, by number.
        mirror_axes: Along which each category's shapes may be mirrored, see `training.mirroring`.
        viewpoints: Whether it is known of all pictures where they were taken from.
        found: Names of those of which there are found meshes, and not made shapes.
        train: Tars to train on.
        held: Tars of held-out shapes.
        shard_version: Of what the arrays mean, see `training.shards`.
        format_version: Of this list.
    """

    categories: tuple[str, ...]
    mirror_axes: tuple[int | None, ...]
    viewpoints: bool
    found: tuple[str, ...]
    train: tuple[Tar, ...]
    held: tuple[Tar, ...]
    shard_version: int = shards.FORMAT_VERSION
    format_version: int = FORMAT_VERSION


def is_packed(folder: Path) -> bool:
    """Whether a folder holds tars; raises `TrainingError` where it does, but no list of them."""
    if (folder / RECORD).is_file():
        return True
    if next(folder.glob("*.tar"), None) is not None:
        raise TrainingError(f"{folder} holds tar files, but no list of them ({RECORD}).", AGAIN)
    return False


def write_index(folder: Path, index: Index) -> None:
    """Store the list; it appears whole."""
    values = asdict(index)
    for tar in (*values["train"], *values["held"]):
        tar["shapes"] = len(tar["categories"])
    write_whole(folder / RECORD, json.dumps(values).encode())


def read_index(folder: Path) -> Index:
    """The list of a folder's tars.

    Raises:
        TrainingError: It cannot be read, or is of another version.
    """
    path = folder / RECORD
    try:
        values: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        versions = values["format_version"], values["shard_version"]
        if versions == (FORMAT_VERSION, shards.FORMAT_VERSION):
            return _index(values)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TrainingError(f"{path} cannot be read.", AGAIN) from error
    raise TrainingError(f"The tars in {folder} are of another version.", AGAIN)


def _index(values: dict[str, Any]) -> Index:
    train, held = (tuple(map(_tar, values[kind])) for kind in ("train", "held"))
    names, axes, found = (tuple(values[key]) for key in ("categories", "mirror_axes", "found"))
    return Index(names, axes, values["viewpoints"], found, train, held)


def _tar(values: dict[str, Any]) -> Tar:
    lists = [tuple(values[key]) for key in ("categories", "offsets", "checksums")]
    return Tar(values["name"], *lists)
