"""Preparing on Dask: its workers, here or on other machines, take a model each.

They see the same folders under the same names as this process, since they read and write models, which are
packed here. What a worker writes is whole or not there; the model of one that died goes to another.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from imrecon_gui.core.errors import TrainingError
from training.meshes.prepare import prepare_model
from training.meshes.sources import Model
from training.meshes.store import RECORD

LOCAL = "local"
PATIENCE_S = 60


def prepared(
    models: Sequence[Model], folder: Path, views: int, underside: str, scheduler: str, workers: int
) -> Iterator[tuple[Model, str]]:
    """Models as workers are done with them, with the reason where one could not be prepared.

    Args:
        models: What to prepare.
        folder: Of the shards; begun already.
        views: Pictures of each model.
        underside: See `training.meshes.prepare.prepare`.
        scheduler: The scheduler's address, or `LOCAL` for a cluster of this machine that ends with the work.
        workers: Processes of that one.

    Raises:
        TrainingError: Dask is not installed, no scheduler or worker is there, a worker has several threads or
            does not see the files, the scheduler went away, or what `prepare_model` raises.
    """
    if not models:
        return
    with _client(scheduler, workers) as client:
        here = [_absolute(model) for model in models]
        _check_workers(client, (folder.resolve() / RECORD, here[0].path))
        order = {"folder": folder.resolve(), "views": views, "underside": underside}
        tasks = client.map(prepare_model, here, **order, pure=False)
        yield from _done(dict(zip(tasks, models, strict=True)))


def _done(models: dict[Any, Model]) -> Iterator[tuple[Model, str]]:
    from distributed import CancelledError, KilledWorker, as_completed

    for task in as_completed(models):
        try:
            yield models[task], task.result()
        except KilledWorker:
            yield (
                models[task],
                "Several workers died over it, one after another: perhaps it needs more memory.",
            )
        except CancelledError:
            raise TrainingError(
                "The Dask scheduler went away.", "Start it again: what is done stays done."
            ) from None


@contextmanager
def _client(scheduler: str, workers: int) -> Iterator[Any]:
    """A connection that ends with the work; raises `TrainingError` where there is nobody to work."""
    if importlib.util.find_spec("distributed") is None:
        raise TrainingError("Dask is not installed.", "Install it: pip install 'imrecon[cluster]'.")
    from distributed import Client, LocalCluster

    if scheduler == LOCAL:
        with (
            LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster,
            Client(cluster) as client,
        ):
            yield client
        return
    try:
        client = Client(scheduler, timeout=PATIENCE_S)
    except (OSError, ValueError) as error:
        raise TrainingError(
            f"There is no Dask scheduler at “{scheduler}”.",
            "Start one with `dask scheduler`, and give the address that it tells.",
        ) from error
    with client:
        yield client


def _check_workers(client: Any, paths: Sequence[Path]) -> None:
    """Raise `TrainingError` where there is no worker, or one that cannot do this work."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE_S)
    except TimeoutError:
        raise TrainingError(
            "The Dask scheduler has no workers.", "Start some: dask worker ADDRESS --nthreads 1."
        ) from None
    if max(client.nthreads().values()) > 1:
        raise TrainingError(
            "A Dask worker has several threads, of which only one could draw.",
            "Start workers with --nthreads 1, and --nworkers for more of them.",
        )
    for worker, missing in client.run(_missing, paths).items():
        if missing:
            raise TrainingError(
                f"The worker {worker} does not see {missing}.",
                "Put meshes and data where all machines have them under the same name.",
            )


def _missing(paths: Sequence[Path]) -> str:
    """The first of some files that is not there, else nothing."""
    return next((str(path) for path in paths if not path.is_file()), "")


def _absolute(model: Model) -> Model:
    renderings = model.renderings and model.renderings.resolve()
    return replace(model, path=model.path.resolve(), renderings=renderings)
