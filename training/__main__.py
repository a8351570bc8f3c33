"""`python -m training`: make data, run a training, list recipes, look at shapes."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from imrecon_gui.core.errors import ImreconError
from imrecon_gui.core.job import Cancelled
from training import recipe as recipes
from training.categories import NAMES
from training.evaluate_command import evaluate
from training.meshes.command import prepare, solidity
from training.meshes.store import prepared_categories
from training.progress import Counter

app = typer.Typer(add_completion=False, no_args_is_help=True, help="Train models for imrecon.")
Category = Annotated[list[str] | None, typer.Option("--category", help="Repeat for several; all by default.")]
Changes = Annotated[
    list[str] | None, typer.Option("--set", help="Change a recipe's setting: image.steps=4000.")
]


@app.command("recipes")
def list_recipes(as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """List the recipes."""
    rows = [{"name": name, "title": r.title, "description": r.description} for name, r in _all_recipes()]
    if as_json:
        typer.echo(json.dumps(rows))
        return
    for row in rows:
        typer.echo(f"{row['name']:10} {row['title']}: {row['description']}")


def _all_recipes() -> list[tuple[str, recipes.Recipe]]:
    return [(name, recipes.load(name)) for name in recipes.names()]


@app.command()
def data(
    out: Annotated[Path, typer.Option(help="Folder of the shards.")],
    category: Category = None,
    shapes: Annotated[int, typer.Option(help="Training shapes of each category.")] = 512,
    held: Annotated[int, typer.Option(help="Held-out shapes of each category.")] = 64,
    views: Annotated[int, typer.Option(help="Pictures of each shape.")] = 6,
    workers: Annotated[int, typer.Option(help="Processes.")] = 2,
) -> None:
    """Make shapes, labels and pictures; what is there already is kept."""
    from training.shards import make_shards, plan

    make_shards(plan(category or list(NAMES), shapes, held, views, out), out, workers, _Progress())


class _Progress:
    """A `Job` that writes a line on stderr."""

    def check(self) -> None:
        """Never stops."""

    def report(self, stage: str, done: int, total: int) -> None:
        """Overwrite the line."""
        typer.echo(f"\r{stage}: {done} of {total} shards", err=True, nl=done == total)


@app.command()
def run(
    out: Annotated[Path, typer.Option(help="The run's folder; a run that is there goes on.")],
    recipe: Annotated[str, typer.Option(help="A recipe's name, or a TOML file.")] = "quick",
    category: Category = None,
    name: Annotated[str, typer.Option(help="The model's name.")] = "My model",
    minutes: Annotated[float | None, typer.Option(help="Fit the run into so many minutes.")] = None,
    device: Annotated[str, typer.Option(help="auto, cpu or cuda.")] = "auto",
    data_folder: Annotated[
        Path | None, typer.Option("--data", help="Folder of shards; OUT/data by default.")
    ] = None,
    meshes: Annotated[
        Path | None, typer.Option(help="Meshes to train on, as `prepare` takes them; prepared first.")
    ] = None,
    workers: Annotated[int, typer.Option(help="Processes that make data and batches.")] = 1,
    publish: Annotated[Path | None, typer.Option(help="Folder the finished model is copied to.")] = None,
    start: Annotated[
        str | None, typer.Option("--from", help="A model of the same design to start from: its name or file.")
    ] = None,
    events: Annotated[
        bool, typer.Option("--events", help="JSON lines on stdout; heed `stop` on stdin.")
    ] = False,
    change: Changes = None,
) -> None:
    """Train a model: data, stage one, stage two, and the finished file."""
    from training.events import Events

    log = Events(out, sys.stdout if events else None)
    if events:
        log.listen()
    try:
        if meshes is not None:
            shards = data_folder or out / "data"
            category = _prepare(meshes, category, shards, recipe, workers, log)
        finished = _train(
            out, recipe, category, name, minutes, device, data_folder, workers, publish, start, change, log
        )
        log.say("finished" if finished else "stopped")
    except Cancelled:
        log.say("stopped")
    except ImreconError as error:
        log.say("failed", message=error.message, hint=error.hint)
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    except OSError as error:
        message, hint = f"The run cannot go on: {error.strerror or error}.", "Free space and start it again."
        log.say("failed", message=message, hint=hint)
        typer.echo(f"{message} {hint}", err=True)
        raise typer.Exit(1) from error


def _train(
    out: Path,
    recipe: str,
    category: list[str] | None,
    name: str,
    minutes: float | None,
    device: str,
    data_folder: Path | None,
    workers: int,
    publish: Path | None,
    start: str | None,
    change: list[str] | None,
    log: Any,
) -> bool:
    """Train and publish; tell whether all steps were made."""
    from training.publish import file_name
    from training.publish import publish as write_model
    from training.run import Run, RunConfig, read_config

    config = read_config(out)
    if config is None:
        chosen = recipes.load(recipe, dict(c.split("=", 1) for c in change or []))
        shards = data_folder or out / "data"
        config = RunConfig(chosen, tuple(category or prepared_categories(shards) or NAMES), name, str(shards))
        config = replace(config, start=_start(start or chosen.start))
    config = replace(config, device=device, workers=workers)
    training = Run(out, config, log)
    stage = training.train(minutes)
    found = training.calibrate(stage)
    kind = "found and made" if prepared_categories(Path(training.config.data)) else "procedural"
    metrics = {f"IoU on held-out {kind} shapes": round(found.score, 4)}
    path = write_model(stage, training.config, out / "model.safetensors", found, metrics)
    if publish is not None:
        path = write_model(stage, training.config, publish / file_name(config.name), found, metrics)
    log.say("published", path=str(path), name=config.name)
    return not log.stop_requested.is_set()


def _prepare(
    source: Path, category: list[str] | None, shards: Path, recipe: str, workers: int, log: Any
) -> list[str]:
    """Prepare meshes as a run's first work; the categories they are of."""
    from training.meshes.command import models_of
    from training.meshes.prepare import prepare as make

    models = models_of(source, category)
    outcome = make(models, shards, recipes.load(recipe).data.views, workers, job=log)
    if outcome.skipped:
        typer.echo(f"Meshes left out: {len(outcome.skipped)}, see {shards / 'skipped.csv'}")
    return sorted({model.category for model in models})


def _start(model: str) -> str:
    """The file of a model to start from, which may be named as installed ones are; "" for none."""
    from training.evaluate_command import model_path

    return str(model_path(None if model == recipes.BUNDLED else model)) if model else ""


app.command()(evaluate)
app.command()(prepare)
app.command()(solidity)


@app.command()
def directions(
    model: Annotated[Path, typer.Argument(help="A .safetensors model.")],
    data_folder: Annotated[Path, typer.Option("--data", help="Folder of the shards it was trained on.")],
    out: Annotated[Path | None, typer.Option(help="Where to write it; MODEL itself by default.")] = None,
    shapes: Annotated[int, typer.Option(min=2, help="Training shapes of each category.")] = 64,
    views: Annotated[int, typer.Option(min=1, help="Pictures of each shape.")] = 4,
) -> None:
    """Find in which directions the shapes of each category differ most, and add them to a model."""
    from imrecon_gui.core.checkpoint import add_directions, load
    from training.directions import find

    network, card = load(model)
    found = find(network, data_folder, shapes, views, Counter("categories"))
    add_directions(model, found, out or model)
    typer.echo(f"{len(found)} directions for each of {len(card.categories)} categories: {out or model}")


@app.command()
def coverage(
    data_folder: Annotated[Path, typer.Option("--data", help="Folder of cases with cases.csv and gt/.")],
    shapes: Annotated[int, typer.Option(min=1, help="Made shapes of each category.")] = 2000,
    category: Category = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes.")] = 2,
) -> None:
    """Tell how near the made shapes come to real objects: the best of many, chosen by the truth."""
    from training.coverage import coverage as search
    from training.coverage import table

    began = time.perf_counter()
    found = search(data_folder, category or [], shapes, workers, Counter("categories"))
    typer.echo(table(found))
    typer.echo(f"{shapes} shapes a category in {time.perf_counter() - began:.0f} s")


@app.command()
def sheet(
    out: Annotated[Path, typer.Argument(help="A PNG file.")],
    data_folder: Annotated[Path, typer.Option("--data", help="Folder of cases, or of pictures.")],
    model: Annotated[
        str | None, typer.Option("-m", "--model", help="An installed model's name, or a .safetensors file.")
    ] = None,
    kind: Annotated[str, typer.Option(help="view, author or all.")] = "all",
    limit: Annotated[int | None, typer.Option(min=1, help="Only every n-th, so many in all.")] = None,
    category: Category = None,
    resolution: Annotated[int, typer.Option("-r", "--resolution", help="Cells along each axis.")] = 96,
) -> None:
    """Draw pictures, reconstructions and truths side by side, to look at."""
    from training.evaluate_command import model_path
    from training.sheet import sheet as draw

    progress, path = Counter("pictures"), model_path(model)
    right, told = draw(path, data_folder, out, kind, limit, category or (), resolution, job=progress)
    if told:
        typer.echo(f"The network names the category of {right} of {told} pictures rightly.")


@app.command()
def gallery(
    category: Annotated[str, typer.Argument(help=", ".join(NAMES))],
    out: Annotated[Path, typer.Argument(help="A PNG file.")],
    rows: int = 5,
    columns: int = 8,
    seed: int = 0,
) -> None:
    """Draw a contact sheet of random shapes."""
    from training.gallery import gallery as draw

    draw(category, rows, columns, seed, out)


@app.command()
def examples(out: Annotated[Path, typer.Argument(help="A folder.")]) -> None:
    """Draw the sample pictures that come with the program."""
    from training.examples import EXAMPLES, write_examples

    write_examples(EXAMPLES, out)


def main() -> None:
    """Run a command; a foreseen failure is one line on the error stream and status 1."""
    try:
        app(prog_name="python -m training")
    except ImreconError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(1)


if __name__ == "__main__":
    main()
