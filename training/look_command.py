"""The command `look`; cheap to import."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from imrecon_gui.core.errors import TrainingError
from training.categories import NAMES


def look(
    words: Annotated[
        list[str], typer.Argument(metavar="[CATEGORY] FILE", help="A category, unless --meshes; a PNG file.")
    ],
    meshes: Annotated[
        Path | None, typer.Option(help="Show the first meshes of a folder, as `run --meshes` takes it.")
    ] = None,
    recipe: Annotated[str, typer.Option(help="Whose pictures: a recipe's name, or a TOML file.")] = "quick",
    seed: Annotated[int, typer.Option(min=0, help="Number of the first shape.")] = 0,
    rows: Annotated[int, typer.Option(min=1, help="Of pictures; with --meshes, a mesh each.")] = 3,
    columns: Annotated[int, typer.Option(min=1, help="Of pictures.")] = 6,
) -> None:
    """Draw what the network will see: pictures as training shows them, made on the spot."""
    category, out = _told(words, meshes)
    from training import look as looking
    from training.recipe import load

    told = load(recipe)
    if meshes is None:
        looking.look(category, told, out, seed, rows, columns)
        return
    from training.meshes.command import models_of

    looking.look_at_meshes(models_of(meshes, None), told, out, seed, rows, columns)


def _told(words: list[str], meshes: Path | None) -> tuple[str, Path]:
    """The category, "" with meshes, and the file; raises `TrainingError` where words are amiss."""
    if len(words) != (1 if meshes else 2):
        raise TrainingError("A category and a file are wanted.", "With --meshes, a file alone.")
    if meshes is None and words[0] not in NAMES:
        raise TrainingError(f"There is no category “{words[0]}”.", f"Choose one of {', '.join(NAMES)}.")
    return words[0] if meshes is None else "", Path(words[-1])
