"""Prepared models on disk: one file each until all are there, then shards like those of made shapes.

    <data>/prepared.json                                    what the folder holds
    <data>/skipped.csv                                      category, name, reason
    <data>/.models/<category>/<train or held>/<name>.npz    one model, not yet in a shard
    <data>/.models/.new/                                    what is being written
    <data>/<category>-<set>-<number>/                       a shard; its shard.json names its models

Files are written in .models and moved to their place, so one that is there is whole, and .models goes in
the end. Shards are packed in the order of names, so that work which was cut off and went on ends in the same
files.
"""

from __future__ import annotations

import csv
import io
import json
import os
import platform
import shutil
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from imrecon_gui.core.errors import TrainingError
from training import shards
from training.meshes.sources import Model, name_number
from training.writing import begun, told

FORMAT_VERSION = 1
RECORD = "prepared.json"
KINDS = ("train", "held")
WORK, NEW = ".models", ".new"


def prepared_categories(folder: Path) -> tuple[str, ...]:
    """The categories of a folder that hold found meshes; none for a folder of made data alone."""
    path = folder / RECORD
    return tuple(_read(path)["categories"]) if path.exists() else ()


def open_store(folder: Path, categories: Iterable[str], views: int) -> None:
    """Make the folder, or go on with it.

    Raises:
        TrainingError: It is there with another number of pictures or of another version, or cannot
            be written.
    """
    path = folder / RECORD
    known: dict[str, Any] = {"views": views, "categories": []}
    if path.exists():
        known = _read(path)
    if known["views"] != views:
        raise TrainingError(
            f"The models in {folder} have {known['views']} pictures each, not {views}.",
            f"Give --views {known['views']}, or prepare into another folder.",
        )
    names = sorted({*known["categories"], *categories})
    record = {"format_version": FORMAT_VERSION, "views": views, "categories": names}
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        _write_text(path, json.dumps(record, indent=1))


def is_done(folder: Path, model: Model, packed: set[str]) -> bool:
    """Whether a model is there: in a shard, by what `packed_names` told, or as a file of its own."""
    home = folder / WORK / model.category
    return model.name in packed or any((home / kind / f"{model.name}.npz").exists() for kind in KINDS)


def packed_names(folder: Path, category: str) -> set[str]:
    """The models of a category that are in shards already."""
    found = (name for kind in KINDS for name in _packed(folder, f"{category}-{kind}"))
    return set(found)


def model_path(folder: Path, model: Model) -> Path:
    """The file of a model that is not yet in a shard."""
    return folder / WORK / model.category / KINDS[model.held] / f"{model.name}.npz"


def write_model(folder: Path, model: Model, arrays: dict[str, Any]) -> None:
    """Store a model's arrays, see `training.shards`.

    Raises:
        TrainingError: The folder is gone, or cannot be written.
    """
    with begun(folder / RECORD):
        path = model_path(folder, model)
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f".{path.name}.{platform.node()}.{os.getpid()}")
        try:
            with temporary.open("wb") as file:
                np.savez(file, **arrays)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)


def pack(folder: Path, categories: Sequence[str]) -> None:
    """Put all models that have files of their own into shards.

    Raises:
        TrainingError: The folder is gone or cannot be written, or a model's file in it is damaged.
    """
    with begun(folder / RECORD):
        for category in categories:
            _even_out(folder, category)
            for kind in KINDS:
                _pack_set(folder, category, kind)


def write_skipped(folder: Path, skipped: Sequence[tuple[Model, str]]) -> None:
    """List what could not be prepared, and why."""
    rows = [("category", "name", "reason"), *((m.category, m.name, reason) for m, reason in skipped)]
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    with begun(folder / RECORD):
        _write_text(folder / "skipped.csv", text.getvalue())


def clear(folder: Path) -> None:
    """Take away what was needed while the folder was being made."""
    shutil.rmtree(folder / WORK, ignore_errors=True)


def _even_out(folder: Path, category: str) -> None:
    """Give a set that has no model one of the other's: those meant for it could not be read."""
    home = folder / WORK / category
    for empty, kind in zip(KINDS, reversed(KINDS), strict=True):
        spare = sorted((home / kind).glob("*.npz"))
        if _packed(folder, f"{category}-{empty}") or any((home / empty).glob("*.npz")) or len(spare) < 2:
            continue
        chosen = min(spare, key=lambda path: name_number(category, path.stem))
        (home / empty).mkdir(exist_ok=True)
        chosen.replace(home / empty / chosen.name)


def _pack_set(folder: Path, category: str, kind: str) -> None:
    stem = f"{category}-{kind}"
    packed = _packed(folder, stem)
    files = sorted((folder / WORK / category / kind).glob("*.npz"), key=lambda path: path.stem)
    left = [path for path in files if path.stem not in packed]
    number = len(list(folder.glob(f"{stem}-*")))
    for first in range(0, len(left), shards.SHAPES_PER_SHARD):
        _pack_shard(folder / f"{stem}-{number:05d}", left[first : first + shards.SHAPES_PER_SHARD])
        number += 1
    for path in files:
        path.unlink()


def _pack_shard(final: Path, files: Sequence[Path]) -> None:
    temporary = final.parent / WORK / NEW / final.name
    shutil.rmtree(temporary, ignore_errors=True)
    temporary.mkdir(parents=True)
    rows = [_arrays(path) for path in files]
    for key in rows[0]:
        np.save(temporary / f"{key}.npy", np.stack([row[key] for row in rows]))
    record = {"format_version": shards.FORMAT_VERSION, "models": [path.stem for path in files]}
    (temporary / "shard.json").write_text(json.dumps(record), encoding="utf-8")
    temporary.replace(final)


def _arrays(path: Path) -> dict[str, Any]:
    """A model's arrays; a file that a failing disk or a power cut damaged is taken away."""
    try:
        with np.load(path) as arrays:
            return dict(arrays)
    except (ValueError, EOFError, zipfile.BadZipFile) as error:
        path.unlink()
        raise TrainingError(
            f"The prepared model “{path.stem}” is damaged.", "Start it again: only this one is made anew."
        ) from error


def _packed(folder: Path, stem: str) -> set[str]:
    """Names of the models in the shards whose names begin so."""
    records = [json.loads(path.read_text(encoding="utf-8")) for path in folder.glob(f"{stem}-*/shard.json")]
    return {name for record in records for name in record.get("models", ())}


def _read(path: Path) -> dict[str, Any]:
    try:
        record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise TrainingError(f"{path} cannot be read.", "Prepare the data in another folder.") from error
    if record.get("format_version") != FORMAT_VERSION:
        raise TrainingError(
            f"The data in {path.parent} is of another version.", "Prepare it in another folder."
        )
    return record


def _write_text(path: Path, text: str) -> None:
    temporary = path.parent / WORK / NEW / path.name
    temporary.parent.mkdir(parents=True, exist_ok=True)
    temporary.write_text(text, encoding="utf-8", newline="")
    temporary.replace(path)
