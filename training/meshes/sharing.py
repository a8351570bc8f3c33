"""Processes that share the models, and find out over which of them they die."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool

from imrecon_gui.core.errors import TrainingError
from training.meshes.sources import Model
from training.processes import pool

Task = Callable[[Model], str]

DIED = "A process died over it, and another one that had nothing else to do: perhaps it needs more memory."
MOST_DEATHS = 3
"""One after another; then it is no fault of the models."""


def shared(models: Sequence[Model], task: Task, workers: int) -> Iterator[tuple[Model, str]]:
    """Models as they are done, with what the task says of each.

    When a process dies, those that were under way are done one at a time, each in a process of its own. One
    over which that dies too is answered with `DIED`.

    Args:
        models: What to do.
        task: Runs in the processes; can be pickled.
        workers: Processes.

    Raises:
        TrainingError: Processes died over `MOST_DEATHS` models, one after another; or what the task raises.
    """
    left, deaths = deque(models), 0
    while left:
        under_way: dict[Future[str], Model] = {}
        try:
            yield from _until_one_dies(left, under_way, task, workers)
        except BrokenProcessPool:
            for model in under_way.values():
                answer = _alone(model, task)
                deaths = deaths + 1 if answer == DIED else 0
                _check(deaths)
                yield model, answer


def _until_one_dies(
    left: deque[Model], under_way: dict[Future[str], Model], task: Task, workers: int
) -> Iterator[tuple[Model, str]]:
    """As `shared`; raises `BrokenProcessPool` and leaves in `under_way` what was being done."""
    with pool(workers) as processes:
        try:
            while left or under_way:
                while left and len(under_way) < workers:
                    under_way[processes.submit(task, left[0])] = left[0]
                    left.popleft()
                for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                    answer = future.result()
                    yield under_way.pop(future), answer
        finally:
            processes.shutdown(wait=True, cancel_futures=True)


def _alone(model: Model, task: Task) -> str:
    with pool(1) as process:
        try:
            return process.submit(task, model).result()
        except BrokenProcessPool:
            return DIED


def _check(deaths: int) -> None:
    if deaths == MOST_DEATHS:
        raise TrainingError(
            f"Processes died over {deaths} models, one after another.",
            "The machine may be short of memory. What is done stays done; start it again when there is more.",
        )
