"""`python -m training`: make data, run a training, list recipes, look at shapes."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Annotated

import typer

from imrecon_gui.core.errors import ImreconError
from training import recipe as recipes
from training.average_command import average
from training.categories import NAMES
from training.cutouts import cutouts
from training.evaluate_command import evaluate
from training.look_command import look
from training.meshes.command import prepare, solidity
from training.photos.command import made_photos, objects
from training.progress import Counter
from training.run_command import run
from training.sprint.command import sprint
from training.tars.command import feed, pack

app = typer.Typer(add_completion=False, no_args_is_help=True, help="Train models for imrecon.")
Category = Annotated[list[str] | None, typer.Option("--category", help="Repeat for several; all by default.")]


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


app.command()(run)
app.command()(sprint)
app.command()(evaluate)
app.command()(prepare)
app.command()(average)
app.command()(look)
app.command()(cutouts)
app.command()(objects)
app.command("photos")(made_photos)
app.command()(solidity)
app.command()(pack)
app.command()(feed)


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


@app.command("held")
def held_out(
    model: Annotated[list[str], typer.Argument(help="Installed models' names, or .safetensors files.")],
    data_folder: Annotated[Path, typer.Option("--data", help="Folder of the shards.")],
    shapes: Annotated[int, typer.Option(min=1, help="Held-out shapes of each category, at most.")] = 16,
    floor: Annotated[
        bool, typer.Option("--floor", help="With floor that cut-outs keep in the pictures.")
    ] = False,
) -> None:
    """Compare models on the held-out shapes of a data folder, as before and after fine-tuning."""
    from training.evaluate_command import model_path
    from training.held_out import compare, table

    paths = [model_path(name) for name in model]
    typer.echo(table(model, compare(paths, data_folder, shapes, floor, Counter("models"))))


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
def speed(
    data_folder: Annotated[Path, typer.Option("--data", help="Folder of the shapes made to learn from.")],
    steps: Annotated[int, typer.Option(min=3, help="Steps that are timed.")] = 12,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Time a step of learning beside one of the authors' own loop, with the same network and batch."""
    from training.speed import chosen, measure, table

    rows = measure(data_folder, *chosen(steps), job=_Progress())
    typer.echo(json.dumps([row.to_json() for row in rows], indent=1) if as_json else table(rows))


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
