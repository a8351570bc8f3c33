"""From mesh files to shards: read, turned, made solid, drawn and stored, or named and left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import numpy as np

from imrecon_gui.core.errors import ImreconError, TrainingError
from imrecon_gui.core.job import NULL_JOB, Job
from training.meshes.axes import turn
from training.meshes.sharing import shared
from training.meshes.sources import CLOSED_BELOW, Model
from training.meshes.store import clear, is_done, open_store, pack, packed_names, write_model, write_skipped

UNDERSIDES = ("usual", "open", "closed")
COPIES = 2
"""How often a model is on the disk for a while: as a file of its own, and in a shard."""


@dataclass(frozen=True)
class Outcome:
    """What became of the models.

    Attributes:
        done: How many are prepared now.
        before: How many of them were already.
        skipped: Those that could not be, and a sentence why.
    """

    done: int
    before: int
    skipped: tuple[tuple[Model, str], ...]


def prepare(
    models: Sequence[Model],
    folder: Path,
    views: int = 8,
    workers: int = 0,
    underside: str = "usual",
    scheduler: str = "",
    job: Job = NULL_JOB,
) -> Outcome:
    """Make shards of found meshes; models that are there already stay as they are.

    Args:
        models: See `training.meshes.sources`.
        folder: Of the shards.
        views: Pictures of each model.
        workers: Processes that do the work; 0 for this one, which then dies of what they would die of.
        underside: One of `UNDERSIDES`; "usual" closes that of `CLOSED_BELOW`.
        scheduler: Of a Dask cluster whose workers prepare, see `training.meshes.cluster`; "" for none.
        job: Told of progress; may stop the work, which goes on from there when it is asked for again.

    Raises:
        TrainingError: The folder holds other data, went away or cannot be written, pictures cannot be drawn,
            process after process died, a cluster cannot do the work, or a category has fewer than two models
            or none to check the training by.
    """
    if underside not in UNDERSIDES:
        raise TrainingError(
            f"There is no underside “{underside}”.", f"Choose one of {', '.join(UNDERSIDES)}."
        )
    categories = sorted({model.category for model in models})
    open_store(folder, categories, views)
    left = left_of(models, folder)
    skipped: list[tuple[Model, str]] = []
    job.report("data", len(models) - len(left), len(models))
    outcomes = _prepared(left, folder, views, underside, scheduler, workers)
    for count, (model, reason) in enumerate(outcomes, start=1):
        skipped += [(model, reason)] if reason else []
        job.report("data", len(models) - len(left) + count, len(models))
        job.check()
    skipped.sort(key=lambda one: (one[0].category, one[0].name))
    pack(folder, categories)
    write_skipped(folder, skipped)
    clear(folder)
    _check_sets(folder, categories)
    return Outcome(len(models) - len(skipped), len(models) - len(left), tuple(skipped))


def left_of(models: Sequence[Model], folder: Path) -> list[Model]:
    """Those of which the folder has nothing yet."""
    packed = {category: packed_names(folder, category) for category in {model.category for model in models}}
    return [model for model in models if not is_done(folder, model, packed[model.category])]


def _prepared(
    models: Sequence[Model], folder: Path, views: int, underside: str, scheduler: str, workers: int
) -> Iterator[tuple[Model, str]]:
    """Models as they are done, with the reason where one could not be."""
    if scheduler:
        from training.meshes import cluster

        yield from cluster.prepared(models, folder, views, underside, scheduler, workers)
        return
    if not workers:
        for model in models:
            yield model, prepare_model(model, folder, views, underside)
        return
    task = partial(prepare_model, folder=folder, views=views, underside=underside)
    yield from shared(models, task, workers)


def prepare_model(model: Model, folder: Path, views: int, underside: str) -> str:
    """Prepare one model; the reason where it cannot be, else nothing."""
    try:
        write_model(folder, model, _row(model, views, underside))
    except TrainingError:
        raise  # no fault of this model: no OpenGL, no space on the disk
    except ImreconError as error:
        return error.message
    except Exception as error:  # one strange file must not end the work on thousands
        return f"It cannot be prepared ({type(error).__name__}: {error})."
    return ""


def _row(model: Model, views: int, underside: str) -> dict[str, Any]:
    """All arrays of one model, see `training.shards`."""
    from training.meshes import authors

    if authors.is_authors(model.path):
        return authors.row(model, views)
    return _mesh_row(model, views, underside)


def _mesh_row(model: Model, views: int, underside: str) -> dict[str, Any]:
    """All arrays of one mesh."""
    from training.cameras import random_cameras
    from training.lights import random_lights
    from training.meshes.reading import read
    from training.meshes.renderings import pictures
    from training.meshes.solid import sample
    from training.shards import packed_samples

    found, axes = read(model.path), turn(model.up, model.front)
    soup = found.placed(axes)
    rng = np.random.default_rng(model.seed)
    carver, renderer = _tools()
    below = looks_from_below(model.category, underside)
    samples = sample(carver, soup.vertices.reshape(-1, 3, 3), rng, below)
    if model.renderings is not None:
        shown, viewpoints = pictures(model.renderings, views, found, axes)
    else:
        cameras, lights = random_cameras(rng, views), random_lights(rng, views)
        shown, viewpoints = renderer.pictures(soup.two_sided(), cameras, lights)
    return {"pictures": shown, "viewpoints": viewpoints, **packed_samples(samples)}


def looks_from_below(category: str, underside: str) -> bool:
    """Whether a hollow that opens downwards is a hollow; `underside` is one of `UNDERSIDES`."""
    return underside == "open" or (underside == "usual" and category not in CLOSED_BELOW)


@lru_cache(1)
def _tools() -> Any:
    """One carver and one renderer a process: their contexts cannot be shared."""
    from training.meshes.carving import Carver
    from training.render import Renderer

    return Carver(), Renderer()


def _check_sets(folder: Path, categories: Sequence[str]) -> None:
    for category in categories:
        for kind, wanted in (("train", "to train on"), ("held", "to check the training by")):
            if not any(folder.glob(f"{category}-{kind}-*/shard.json")):
                raise TrainingError(
                    f"There is no model of “{category}” {wanted}.",
                    "Add meshes: a category needs two or more that can be read.",
                )
