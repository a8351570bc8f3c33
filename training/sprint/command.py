"""The command `sprint`; cheap to import."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from training import recipe as recipes
from training.categories import NAMES


def sprint(
    out: Annotated[
        Path, typer.Argument(help="Folder of the model, and of `minutes.txt`, where the time may be changed.")
    ],
    minutes: Annotated[float, typer.Option(min=0.01, help="From start to end, preparations included.")],
    recipe: Annotated[str, typer.Option(help="A recipe's name, or a TOML file.")] = recipes.BUNDLED,
    category: Annotated[
        list[str] | None, typer.Option("--category", help="Repeat for several; all by default.")
    ] = None,
    name: Annotated[str, typer.Option(help="The model's name.")] = "My model",
    start: Annotated[
        str | None, typer.Option("--from", help="A model of the same design to start from: its name or file.")
    ] = None,
    first: Annotated[int, typer.Option(min=0, help="Number of the first shard made of each category.")] = 0,
    data_folder: Annotated[
        Path | None,
        typer.Option("--data", help="Through which shards pass, best in memory; OUT/data by default."),
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that make data.")] = 2,
    device: Annotated[str, typer.Option(help="auto, cpu or cuda.")] = "auto",
    compiled: Annotated[
        bool, typer.Option("--compile/--no-compile", help="Compile the network first, which takes minutes.")
    ] = False,
    change: Annotated[
        list[str] | None, typer.Option("--set", help="Change a recipe's setting: image.batch=192.")
    ] = None,
) -> None:
    """Learn for so many minutes on a graphics card while processors make the data."""
    from training.run import RunConfig
    from training.run_command import start_file
    from training.sprint.sprint import Sprint

    chosen = recipes.load(recipe, dict(c.split("=", 1) for c in change or []))
    shards, begin = data_folder or out / "data", start_file(start or chosen.start)
    categories = tuple(category or NAMES)
    config = RunConfig(chosen, categories, name, str(shards), device, workers, begin)
    path = Sprint(out, config, first, compiled, _say).run(minutes)
    typer.echo(f"{path}: to be calibrated by `python -m training average`.")


def _say(event: str, **values: Any) -> None:
    typer.echo(json.dumps({"event": event, **values}))
