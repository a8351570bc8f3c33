"""The command `run`, one process or one of several ranks; cheap to import."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Annotated, Any

import typer

from imrecon_gui.core.errors import ImreconError, TrainingError
from imrecon_gui.core.job import Cancelled
from training import recipe as recipes
from training.categories import NAMES
from training.data_folder import categories_of, found_categories
from training.tars.index import is_packed

_FAULT = "That is a fault of the program; what was learned up to the last checkpoint is kept."


@dataclass(frozen=True)
class Order:
    """What the command was asked for; see `run` for the meaning of each."""

    out: Path
    recipe: str
    categories: list[str] | None
    name: str
    minutes: float | None
    device: str
    shards: Path
    meshes: Path | None
    workers: int
    publish: Path | None
    start: str | None
    changes: list[str]


def run(
    out: Annotated[Path, typer.Option(help="The run's folder; a run that is there goes on.")],
    recipe: Annotated[str, typer.Option(help="A recipe's name, or a TOML file.")] = "quick",
    category: Annotated[
        list[str] | None, typer.Option("--category", help="Repeat for several; all by default.")
    ] = None,
    name: Annotated[str, typer.Option(help="The model's name.")] = "My model",
    minutes: Annotated[float | None, typer.Option(help="Fit the run into so many minutes.")] = None,
    device: Annotated[str, typer.Option(help="auto, cpu or cuda.")] = "auto",
    data_folder: Annotated[
        Path | None, typer.Option("--data", help="Folder of shards, or of their tars; OUT/data by default.")
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
        bool, typer.Option("--events", help="JSON lines on stdout; heed `stop`, `pause`, `resume` on stdin.")
    ] = False,
    change: Annotated[
        list[str] | None, typer.Option("--set", help="Change a recipe's setting: image.steps=4000.")
    ] = None,
) -> None:
    """Train a model: data, stage one, stage two, and the finished file; several at once under torchrun."""
    from training.joining import joined

    shards = data_folder or out / "data"
    order = Order(
        out, recipe, category, name, minutes, device, shards, meshes, workers, publish, start, change or []
    )
    with joined(device):
        _carry_out(order, events)


def _carry_out(order: Order, tells: bool) -> None:
    """One rank's part; the first tells how it goes."""
    from training import ranks
    from training.alive import claimed
    from training.events import Events, Unheard

    told = sys.stdout if tells and ranks.is_first() else None
    with ExitStack() as held:
        try:
            ranks.first(lambda: held.enter_context(claimed(order.out)))
        except Cancelled:  # the first rank tells why
            raise typer.Exit(1) from None
        except ImreconError as error:
            raise _failed(Events(None, told), error.message, error.hint) from error
        log = held.enter_context(_heard(order.out, told)) if ranks.is_first() else Unheard()
        _told(order, log)


@contextmanager
def _heard(folder: Path, told: IO[str] | None) -> Iterator[Any]:
    """The log of a run, which heeds the folder's file `control`, and its standard input if it tells."""
    from training.control import watched
    from training.events import Events

    log = Events(folder, told)
    with watched(folder, log.heed):
        if told is not None:
            log.listen()
        yield log


def _told(order: Order, log: Any) -> None:
    """Train, and tell how that ended."""
    try:
        log.say("finished" if _train(order, log) else "stopped")
    except Cancelled:
        log.say("stopped")
    except ImreconError as error:
        raise _failed(log, error.message, error.hint) from None
    except OSError as error:
        reason = f"The run cannot go on: {error.strerror or error}."
        raise _failed(log, reason, "Free space and start it again.") from error
    except Exception as error:
        log.say("failed", message=f"The run broke off ({type(error).__name__}: {error}).", hint=_FAULT)
        raise


def _failed(log: Any, message: str, hint: str) -> typer.Exit:
    """Tell a failure; what to raise."""
    log.say("failed", message=message, hint=hint)
    typer.echo(f"{message} {hint}", err=True)
    return typer.Exit(1)


def _train(order: Order, log: Any) -> bool:
    """Train and publish; tell whether all steps were made."""
    from training import ranks
    from training.run import Run

    if order.meshes is not None:
        order = replace(order, categories=ranks.first(lambda: _prepare(order, log)))
    training = Run(order.out, ranks.first(lambda: _configured(order)), log)
    stage = training.train(order.minutes)
    ranks.first(lambda: _publish(training, stage, order.publish))
    return not log.stop_requested.is_set()


def _prepare(order: Order, log: Any) -> list[str]:
    """Prepare meshes as a run's first work; the categories they are of."""
    from training.meshes.command import models_of
    from training.meshes.prepare import COPIES, left_of
    from training.meshes.prepare import prepare as make
    from training.room import check_disks
    from training.shards import bytes_a_shape

    assert order.meshes is not None
    if is_packed(order.shards):
        raise TrainingError(f"{order.shards} holds tars, to which no meshes are added.", "Give other --data.")
    models = models_of(order.meshes, order.categories)
    views = recipes.load(order.recipe).data.views
    check_disks([(order.shards, COPIES * len(left_of(models, order.shards)) * bytes_a_shape(views))])
    outcome = make(models, order.shards, views, order.workers, job=log)
    if outcome.skipped:
        typer.echo(f"Meshes left out: {len(outcome.skipped)}, see {order.shards / 'skipped.csv'}")
    return sorted({model.category for model in models})


def _configured(order: Order) -> Any:
    """The configuration of the run that is there, else of the one that is asked for."""
    from training.run import RunConfig, read_config

    config = read_config(order.out)
    if config is None:
        recipe = recipes.load(order.recipe, dict(c.split("=", 1) for c in order.changes))
        categories = tuple(order.categories or categories_of(order.shards) or NAMES)
        start = start_file(order.start or recipe.start)
        config = RunConfig(recipe, categories, order.name, str(order.shards), start=start)
    return replace(config, device=order.device, workers=order.workers)


def start_file(model: str) -> str:
    """The file of a model to start from, which may be named as installed ones are; "" for none."""
    from training.evaluate_command import model_path

    return str(model_path(None if model == recipes.BUNDLED else model)) if model else ""


def _publish(training: Any, stage: Any, folder: Path | None) -> None:
    """Calibrate the trained network and write its file, into `folder`, too, if there is one."""
    from training.history import history
    from training.publish import file_name, publish

    config, found = training.config, training.calibrate(stage)
    kind = "found and made" if found_categories(Path(config.data)) else "procedural"
    metrics = {f"IoU on held-out {kind} shapes": round(found.score, 4), **history(training.folder).metrics()}
    path = publish(stage, config, training.folder / "model.safetensors", found, metrics)
    if folder is not None:
        path = publish(stage, config, folder / file_name(config.name), found, metrics)
    training.events.say("published", path=str(path), name=config.name)
