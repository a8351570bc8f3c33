"""The commands `prepare` and `solidity`; cheap to import."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from training.meshes.sources import Model
from training.progress import Counter, Timed


def prepare(
    source: Annotated[
        Path,
        typer.Argument(
            help="A folder of meshes, a sub-folder a category; ShapeNetCore; or IM-SVR's authors' HDF5 file."
        ),
    ],
    destination: Annotated[Path, typer.Argument(help="Folder of the shards: run --data takes it.")],
    category: Annotated[
        list[str] | None,
        typer.Option(
            "--category", help="What all meshes of a flat folder show; of ShapeNet, which to take (repeat)."
        ),
    ] = None,
    views: Annotated[int, typer.Option(min=1, help="Pictures of each model.")] = 8,
    workers: Annotated[int, typer.Option(min=1, help="Processes.")] = 2,
    up: Annotated[
        str | None, typer.Option(help="The files' axis that points up; +y, or +z for STL and 3MF.")
    ] = None,
    front: Annotated[
        str | None, typer.Option(help="The files' axis that objects face; +z, or -y for STL and 3MF.")
    ] = None,
    underside: Annotated[
        str, typer.Option(help="open, closed, or usual: closed where found meshes often lack it, as of cars.")
    ] = "usual",
    renderings: Annotated[
        Path | None, typer.Option(help="Pictures of ShapeNetCore's models as of 3D-R2N2, instead of our own.")
    ] = None,
    scheduler: Annotated[
        str,
        typer.Option(help="Address of a Dask scheduler whose workers prepare; local starts WORKERS here."),
    ] = "",
) -> None:
    """Make training data of meshes; what is there is kept, what cannot be read is named and left out."""
    from training.meshes.prepare import prepare as make

    began = time.perf_counter()
    models = [
        replace(model, up=up or model.up, front=front or model.front)
        for model in models_of(source, category, renderings)
    ]
    outcome = make(models, destination, views, workers, underside, scheduler, Timed("models"))
    for model, reason in outcome.skipped:
        typer.echo(f"left out: {model.category}/{model.name}: {reason}", err=True)
    fresh, seconds = outcome.done - outcome.before, time.perf_counter() - began
    typer.echo(f"{outcome.done} models in {destination}, {len(outcome.skipped)} left out")
    if fresh:
        size = sum(path.stat().st_size for path in destination.rglob("*.npy")) / outcome.done
        typer.echo(f"{seconds / fresh:.1f} s and {size / 1e6:.2f} MB a model")


def models_of(source: Path, category: list[str] | None, renderings: Path | None = None) -> list[Model]:
    """The models of a folder, whatever its layout; raises `TrainingError` where there are none."""
    from imrecon_gui.core.errors import TrainingError
    from training.meshes.authors import find_authors, is_authors
    from training.meshes.renderings import with_renderings
    from training.meshes.shapenet import find_shapenet, is_shapenet
    from training.meshes.sources import find_models

    if is_shapenet(source):
        models = find_shapenet(source, category or ())
        return with_renderings(models, source, renderings) if renderings else models
    if renderings:
        raise TrainingError(f"{source} is not ShapeNetCore.", "Only its models have renderings.")
    if category and len(category) > 1:
        raise TrainingError("A flat folder shows one category.", "Name one, or make a sub-folder for each.")
    if is_authors(source):
        return find_authors(source, category[0] if category else None)
    return find_models(source, category[0] if category else None)


def solidity(
    data: Annotated[Path, typer.Option("--data", help="Folder of cases with cases.csv, gt/ and meshes/.")],
    category: Annotated[list[str] | None, typer.Option("--category", help="Repeat for several.")] = None,
    underside: Annotated[str, typer.Option(help="open, closed or usual, as of prepare.")] = "usual",
) -> None:
    """Measure how well meshes are made solid: overlap with the true solids of a folder of cases."""
    from training.meshes.solidity import measure, table

    typer.echo(table(measure(data, tuple(category or ()), underside, Counter("objects"))))
