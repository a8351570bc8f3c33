"""ShapeNetCore as it comes: folders named by WordNet's synsets, version 2 and version 1.

    <root>/taxonomy.json                                   names of the synsets
    <root>/all.csv                                         id, synsetId, subSynsetId, modelId, split
    <root>/<synset>/<model>/models/model_normalized.obj    version 2; +Y up, front -Z
    <root>/<synset>/<model>/model.obj                      version 1; likewise

Pictures of the materials lie in <model>/images. Where there is a split, "train" is for training, "val" is
held out, and "test" is left alone; models that it does not name go by their names, as other meshes do.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from imrecon_gui.core.errors import TrainingError
from training.meshes.sources import Model, fit_name, split

UP, FRONT = "+y", "-z"
FILES = ("models/model_normalized.obj", "model.obj")
OURS = {"vessel": "boat", "watercraft": "boat"}
"""What this program calls a category that ShapeNet calls otherwise."""

NAMES = dict(
    line.split(maxsplit=1)
    for line in """
02691156 airplane
02747177 trash bin
02773838 bag
02801938 basket
02808440 bathtub
02818832 bed
02828884 bench
02843684 birdhouse
02871439 bookshelf
02876657 bottle
02880940 bowl
02924116 bus
02933112 cabinet
02942699 camera
02946921 can
02954340 cap
02958343 car
02992529 cellphone
03001627 chair
03046257 clock
03085013 keyboard
03207941 dishwasher
03211117 display
03261776 earphone
03325088 faucet
03337140 file cabinet
03467517 guitar
03513137 helmet
03593526 jar
03624134 knife
03636649 lamp
03642806 laptop
03691459 loudspeaker
03710193 mailbox
03759954 microphone
03761084 microwave
03790512 motorbike
03797390 mug
03928116 piano
03938244 pillow
03948459 pistol
03991062 flowerpot
04004475 printer
04074963 remote
04090263 rifle
04099429 rocket
04225987 skateboard
04256520 sofa
04330267 stove
04379243 table
04401088 telephone
04460130 tower
04468005 train
04530566 boat
04554684 washer
""".strip().splitlines()
)
"""The 55 categories of version 2."""


def is_shapenet(folder: Path) -> bool:
    """Whether a folder is laid out like ShapeNetCore."""
    return any(_synsets(folder))


def find_shapenet(folder: Path, categories: Sequence[str] = ()) -> list[Model]:
    """The models of a ShapeNetCore folder.

    Args:
        folder: See the module's text.
        categories: Only these, by name or synset; all if none is named.

    Raises:
        TrainingError: No such category, no model, or a table that cannot be read.
    """
    names = {home.name: _name(home.name, _taxonomy(folder)) for home in _synsets(folder)}
    unknown = set(categories) - set(names) - set(names.values())
    if unknown:
        raise TrainingError(
            f"There is no category “{min(unknown)}” in {folder}.", f"There are: {', '.join(names.values())}."
        )
    parts, models = _split_table(folder), []
    for synset, name in names.items():
        if not categories or {synset, name} & set(categories):
            models += _of(folder / synset, name, parts)
    if not models:
        raise TrainingError(f"There are no models in {folder}.", "Unpack the categories' archives first.")
    return models


def _of(home: Path, category: str, parts: dict[tuple[str, str], str]) -> list[Model]:
    """A category's models, each in its part of the split; those without a file are there to be reported."""
    entries = sorted(entry for entry in home.iterdir() if entry.is_dir() and not entry.name.startswith("."))
    models = [_model(entry, category) for entry in entries]
    part_of = {model.name: parts.get((home.name, model.path.relative_to(home).parts[0])) for model in models}
    ruled = [replace(m, held=part_of[m.name] == "val") for m in models if part_of[m.name] in ("train", "val")]
    return [*ruled, *split(model for model in models if part_of[model.name] is None)]


def _model(entry: Path, category: str) -> Model:
    found = (entry / file for file in FILES if (entry / file).exists())
    path = next(found, entry / FILES[0])
    return Model(fit_name(category), fit_name(entry.name), path, held=False, up=UP, front=FRONT)


def _synsets(folder: Path) -> list[Path]:
    """The folders named by eight digits; none where there is no folder."""
    if not folder.is_dir():
        return []
    return sorted(p for p in folder.iterdir() if p.is_dir() and len(p.name) == 8 and p.name.isdecimal())


def _name(synset: str, taxonomy: dict[str, str]) -> str:
    """What a synset is called: as here, else by the first word of its names, else by its number."""
    first = taxonomy.get(synset, synset).split(",")[0].strip()
    return NAMES.get(synset, OURS.get(first, first))


def _taxonomy(folder: Path) -> dict[str, str]:
    path = folder / "taxonomy.json"
    if not path.exists():
        return {}
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return {row["synsetId"]: row["name"] for row in rows if "synsetId" in row and "name" in row}
    except (ValueError, TypeError) as error:
        raise TrainingError(f"{path} cannot be read.", "Unpack it again, or take it away.") from error


def _split_table(folder: Path) -> dict[tuple[str, str], str]:
    """The official part of each (synset, model)."""
    path = folder / "all.csv"
    if not path.exists():
        return {}
    try:
        with path.open(newline="", encoding="utf-8") as file:
            return {(r["synsetId"].zfill(8), r["modelId"]): r["split"] for r in csv.DictReader(file)}
    except (KeyError, AttributeError, UnicodeDecodeError, csv.Error) as error:
        raise TrainingError(f"{path} cannot be read.", "Unpack it again, or take it away.") from error
