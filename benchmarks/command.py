"""The command `benchmark`; cheap to import."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from benchmarks.names import ProcedureName


def benchmark(
    model: Annotated[
        list[str] | None,
        typer.Option(
            "-m",
            "--model",
            help="An installed model's name, a .safetensors file, or im-svr or im-net-2020 with random "
            "weights. Repeat for several; the preferred installed one by default.",
        ),
    ] = None,
    resolution: Annotated[
        list[int] | None,
        typer.Option(
            "-r", "--resolution", min=8, max=1024, help="Repeat for several; 64 and 128 by default."
        ),
    ] = None,
    procedure: Annotated[
        list[ProcedureName] | None, typer.Option("--procedure", help="Repeat for several; all by default.")
    ] = None,
    device: Annotated[str, typer.Option("--device", help="auto, cpu, cuda or mps.")] = "auto",
    threads: Annotated[
        int | None, typer.Option(min=1, help="Threads of the processor; torch's choice.")
    ] = None,
    max_seconds: Annotated[
        float, typer.Option("--max-seconds", min=0.0, help="A procedure that would sample longer is stopped.")
    ] = 120.0,
    fit: Annotated[
        int,
        typer.Option(
            min=0,
            help="Steps in which im-svr or im-net-2020 first learns a chair, so that its values are as sharp "
            "as a trained network's.",
        ),
    ] = 0,
    json: Annotated[Path | None, typer.Option("--json", help="Write everything as JSON to a file.")] = None,
) -> None:
    """Measure the extraction beside dense grids, MISE and the authors' procedure, with the same weights."""
    from benchmarks.run import Plan, run
    from benchmarks.source import find
    from benchmarks.table import text

    sources = map(find, model) if model else [find(None)]
    plan = Plan(
        tuple(dict.fromkeys(sources)),
        tuple(dict.fromkeys(resolution or (64, 128))),
        tuple(name for name in ProcedureName if name in (procedure or ProcedureName)),
        device,
        threads,
        max_seconds,
        fit,
    )
    report = run(plan, lambda words: typer.echo(words, err=True))
    if json is not None:
        report.write(json)
    typer.echo(text(report))
