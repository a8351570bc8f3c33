"""`imrecon categories` and `imrecon models`: what is installed, and how a model gets in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from imrecon_gui.paths import library_folders, user_models_dir

if TYPE_CHECKING:
    from imrecon_gui.core.library import InstalledModel, Library

models = typer.Typer(help="List, describe and import models.", no_args_is_help=True, rich_markup_mode=None)


def categories() -> None:
    """Print the categories of the installed models, one on a line."""
    for category in sorted({name for model in _installed() for name in model.card.categories}):
        typer.echo(category)


@models.command("list")
def list_models() -> None:
    """Print the installed models, the preferred first."""
    table = Table("name", "architecture", "categories", "file", box=None, pad_edge=False)
    for model in _installed():
        card = model.card
        table.add_row(card.name, card.arch, ", ".join(card.categories), str(model.path))
    Console(width=None if Console().is_terminal else 200).print(table)


@models.command()
def info(name: Annotated[str, typer.Argument(help="A model's name, or a .safetensors file.")]) -> None:
    """Print what a model's card says."""
    from imrecon_gui.core.card import read_card

    path = Path(name) if name.endswith(".safetensors") else _library().find(name).path
    for label, words in read_card(path).rows(path):
        typer.echo(f"{label + ':':<14} {words}")


@models.command("import")
def import_model(
    file: Annotated[Path, typer.Argument(help="A checkpoint of the authors' PyTorch code (.pth).")],
    name: Annotated[
        str | None, typer.Option("--name", help="What to call it. Default: the file's stem.")
    ] = None,
    category: Annotated[
        list[str] | None,
        typer.Option(
            "--category", help="A category it was trained on; may be repeated. Default: the authors' 13."
        ),
    ] = None,
) -> None:
    """Convert a checkpoint of the authors' code and install it.

    The file is read without running any code that it may contain.
    """
    from imrecon_gui.core.authors import CATEGORIES, import_authors

    written = import_authors(file, user_models_dir(), tuple(category or CATEGORIES), name)
    typer.echo(f"{file} -> {written}")


def _installed() -> tuple[InstalledModel, ...]:
    """The installed models; none at all is worth a word on the error stream."""
    models = _library().models()
    if not models:
        typer.echo(f"No model is installed. Put a .safetensors file into {user_models_dir()}.", err=True)
    return models


def _library() -> Library:
    from imrecon_gui.core.library import Library

    return Library(library_folders())
