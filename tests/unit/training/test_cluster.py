"""Meshes prepared by a Dask cluster, and what may be in its way."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path

import pytest

from imrecon_gui.core.errors import TrainingError
from tests.unit.training.found_meshes import write_folder
from training.meshes import cluster
from training.meshes.sources import find_models

distributed = pytest.importorskip("distributed")


def test_two_workers_make_the_same_files_though_one_is_killed(tmp_path: Path) -> None:
    meshes = write_folder(tmp_path / "in", {"box": 3})
    order = [sys.executable, "-m", "tests.unit.training.two_workers", str(meshes), str(tmp_path)]
    told = subprocess.run(order, check=True, capture_output=True, text=True).stdout
    assert told.splitlines()[-1] == "1 killed, the same files"


class Client:
    """Stands for a connection to workers of so many threads each, which see what is here, or nothing."""

    def __init__(self, threads: list[int], sees: bool = True) -> None:
        self.threads, self.sees = threads, sees

    def wait_for_workers(self, n_workers: int, timeout: float) -> None:
        if len(self.threads) < n_workers:
            raise TimeoutError

    def nthreads(self) -> dict[str, int]:
        return {f"tcp://{i}": n for i, n in enumerate(self.threads)}

    def run(self, function: object, paths: list[Path]) -> dict[str, str]:
        return {name: "" if self.sees else str(paths[0]) for name in self.nthreads()}


@pytest.mark.parametrize(
    ("client", "said"),
    [
        (Client([]), "no workers"),
        (Client([1, 4]), "several threads"),
        (Client([1, 1], sees=False), r"worker tcp://0 does not see .*prepared\.json"),
    ],
)
def test_workers_that_cannot_work_are_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, client: Client, said: str
) -> None:
    @contextmanager
    def joined(*_: object) -> Iterator[Client]:
        yield client

    monkeypatch.setattr(cluster, "_client", joined)
    models = find_models(write_folder(tmp_path / "in", {"box": 2}))
    with pytest.raises(TrainingError, match=said):
        list(cluster.prepared(models, tmp_path, 1, "usual", "tcp://there", 1))


def test_nothing_to_do_needs_no_cluster(tmp_path: Path) -> None:
    assert list(cluster.prepared([], tmp_path, 1, "usual", "tcp://nowhere:1", 1)) == []


def test_a_wrong_address_is_said_so() -> None:
    with (
        pytest.raises(TrainingError, match="no Dask scheduler at “nonsense://x”"),
        cluster._client("nonsense://x", 1),
    ):
        pytest.fail("connected")


def test_without_dask_its_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(TrainingError, match=r"imrecon\[cluster\]"), cluster._client("local", 1):
        pytest.fail("connected")


@pytest.mark.parametrize("kind", ["KilledWorker", "CancelledError"])
def test_what_became_of_tasks_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """A model over which workers die is left out; without a scheduler nothing goes on."""
    model = find_models(write_folder(tmp_path, {"box": 2}))[0]
    task: Future[str] = Future()
    errors = {
        "KilledWorker": distributed.KilledWorker("task", None, 3),
        "CancelledError": distributed.CancelledError(),
    }
    task.set_exception(errors[kind])
    monkeypatch.setattr(distributed, "as_completed", list)
    if kind == "KilledWorker":
        [(skipped, reason)] = cluster._done({task: model})
        assert skipped == model and "workers died" in reason
    else:
        with pytest.raises(TrainingError, match="scheduler went away"):
            list(cluster._done({task: model}))
