"""The command `evaluate`, one for `imrecon` and for `python -m training`; cheap to import."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from training.progress import Counter


def evaluate(
    data: Annotated[Path, typer.Option("--data", help="Folder of cases: cases.csv, gt/ and pictures.")],
    model: Annotated[
        str | None, typer.Option("-m", "--model", help="An installed model's name, or a .safetensors file.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Every case and the summary as JSON.")] = False,
    kind: Annotated[
        str, typer.Option("--kind", help="view (rendered, known camera), author (not so) or all.")
    ] = "all",
    limit: Annotated[int | None, typer.Option(min=1, help="Only every n-th case, so many in all.")] = None,
    category: Annotated[
        list[str] | None, typer.Option("-c", "--category", help="Repeat for several; all by default.")
    ] = None,
    auto: Annotated[bool, typer.Option("--auto", help="Do not tell the network the category.")] = False,
    resolution: Annotated[
        int, typer.Option("-r", "--resolution", min=8, max=1024, help="Cells along each axis of the grid.")
    ] = 128,
    meshes: Annotated[
        Path | None, typer.Option("--meshes", help="Keep the reconstructions there, as <case_id>.ply.")
    ] = None,
    shapes: Annotated[
        int, typer.Option(min=0, help="Made shapes a category for mean and retrieval; 0 leaves both out.")
    ] = 128,
    device: Annotated[str, typer.Option("--device", help="auto, cpu, cuda or mps.")] = "auto",
    fairing: Annotated[bool, typer.Option(help="Even out the surface's ripples.")] = True,
) -> None:
    """Measure a model on real objects, beside mean shape, retrieval and bounding box."""
    from training.evaluate import Plan
    from training.evaluate import evaluate as measure
    from training.evaluation_report import table, to_json

    began, path = time.perf_counter(), model_path(model)
    plan = Plan(data, kind, limit, tuple(category or ()), resolution, auto, shapes, device, meshes, fairing)
    rows = measure(path, plan, Counter("cases"))
    seconds = time.perf_counter() - began
    if as_json:
        about = {
            "model": str(path),
            "data": str(data),
            "resolution": resolution,
            "auto": auto,
            "shapes": shapes,
        }
        typer.echo(to_json(rows, {**about, "seconds": round(seconds, 1)}))
        return
    typer.echo(table(rows))
    typer.echo(f"{path.name}, {len(rows)} cases at {resolution}^3 in {seconds:.0f} s")


def model_path(name: str | None) -> Path:
    """The file of a model: its own path, or that of an installed model of that name; None is the preferred.

    Raises:
        ModelError: There is no such model.
    """
    from imrecon_gui.core.library import SUFFIX, Library
    from imrecon_gui.paths import library_folders

    if name is not None and name.endswith(SUFFIX):
        return Path(name)
    return Library(library_folders()).find(name).path
