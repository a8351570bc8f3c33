"""What there is to prepare: folders of meshes, one sub-folder a category."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from imrecon_gui.core.errors import TrainingError
from training.meshes.axes import axes_of
from training.meshes.reading import SUFFIXES

HELD_SHARE = 0.125
"""Of the models that no training step sees."""

CLOSED_BELOW = ("cabinet", "car", "display", "loudspeaker", "mug", "sofa", "telephone")
"""Categories whose found meshes often lack an underside that the objects have."""

_UNFIT = re.compile(r"[^\w.() -]+")


@dataclass(frozen=True)
class Model:
    """One mesh file to prepare.

    Attributes:
        category: What it shows.
        name: Unlike any other one's in its category; fit for a file's name.
        path: The file.
        held: Whether it is kept from training.
        up: The file's axis that points up.
        front: The file's axis that the object faces.
        renderings: Folder of pictures of it that others made, see `training.meshes.renderings`.
    """

    category: str
    name: str
    path: Path
    held: bool
    up: str
    front: str
    renderings: Path | None = None

    @property
    def seed(self) -> int:
        """The same for the same category and name, everywhere."""
        return name_number(self.category, self.name)


def name_number(category: str, name: str) -> int:
    """A number of 32 bits that a model's names decide."""
    return zlib.crc32(f"{category}/{name}".encode())


def find_models(folder: Path, category: str | None = None) -> list[Model]:
    """The meshes under a folder, sorted, with the axes that are usual for their kind of file.

    Args:
        folder: Has a sub-folder for each category, however deep the files lie in it; one that has files only
            is one category, called like the folder.
        category: Takes all files, those of the folder itself too, for this one category.

    Raises:
        TrainingError: There is no such folder, or no mesh in it.
    """
    if not folder.is_dir():
        raise TrainingError(f"There is no folder {folder}.", "Name a folder of meshes.")
    if category is not None:
        models = [_model(folder, path, category) for path in _files(folder)]
    else:
        homes = sorted(home for home in folder.iterdir() if home.is_dir() and home.name[0] != ".")
        models = [_model(home, path, home.name) for home in homes for path in _files(home)]
        models = models or [_model(folder, path, folder.resolve().name) for path in _files(folder)]
    if not models:
        raise TrainingError(
            f"There are no meshes in {folder}.",
            "Put them into a sub-folder for each category, or name one with --category.",
        )
    return split(models)


def fit_name(text: str) -> str:
    """A name without what cannot stand in a file's name or in a pattern of names."""
    return _UNFIT.sub("-", text.replace("/", "--")).strip(" .-") or "unnamed"


def split(models: Iterable[Model]) -> list[Model]:
    """Hold an eighth of each category's models back, chosen by their names, and at least one of two."""
    ordered = sorted(models, key=lambda model: (model.category, model.name))
    return [m for _, group in groupby(ordered, key=lambda m: m.category) for m in _split_one(list(group))]


def _split_one(models: list[Model]) -> list[Model]:
    last = HELD_SHARE * 2**32
    if len(models) > 1:
        last = max(last, min(model.seed for model in models))
    chosen = [replace(model, held=model.seed <= last) for model in models]
    if len(models) > 1 and all(model.held for model in chosen):
        chosen[0] = replace(chosen[0], held=False)
    return chosen if len(models) > 1 else [replace(models[0], held=False)]


def _files(folder: Path) -> list[Path]:
    found = (path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    return sorted(path for path in found if not path.name.startswith("."))


def _model(home: Path, path: Path, category: str) -> Model:
    up, front = axes_of(path.suffix)
    return Model(
        fit_name(category), fit_name(path.relative_to(home).as_posix()), path, held=False, up=up, front=front
    )
