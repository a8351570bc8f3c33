"""The commands `pack` and `feed`; cheap to import."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from training.progress import Timed


def pack(
    data: Annotated[Path, typer.Argument(help="Folder of shards, as `data` or `prepare` makes them.")],
    destination: Annotated[Path, typer.Argument(help="Folder of the tars: run --data takes it.")],
    shapes: Annotated[int, typer.Option(min=1, help="Shapes of each tar, at most.")] = 256,
) -> None:
    """Pack shards into WebDataset tar files, which several machines stream; the shards stay."""
    from training.tars.packing import pack as make

    index = make(data, destination, shapes, Timed("tars"))
    for title, tars in (("to train on", index.train), ("held out", index.held)):
        count, size = sum(len(tar.categories) for tar in tars), sum(tar.offsets[-1] for tar in tars)
        typer.echo(f"{title}: {count} shapes in {len(tars)} tars, {size / count / 1e6:.2f} MB a shape")


def feed(
    data_folder: Annotated[Path, typer.Option("--data", help="Folder of shards, or of their tars.")],
    recipe: Annotated[str, typer.Option(help="Whose batches of pictures are made.")] = "bundled",
    category: Annotated[
        list[str] | None, typer.Option("--category", help="Repeat for several; all by default.")
    ] = None,
    steps: Annotated[int, typer.Option(min=1, help="Batches that are timed.")] = 64,
    workers: Annotated[int, typer.Option(min=0, help="Processes that make batches.")] = 1,
) -> None:
    """Time batches alone, as they are made for a training of pictures."""
    from training.tars.feeding import measure

    rate, batch = measure(data_folder, recipe, category, steps, workers)
    typer.echo(f"{rate:.1f} pictures/s: {steps} batches of {batch}, {workers} workers")
