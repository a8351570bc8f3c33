"""Several processes, the ranks, that train one network: who they are, and what they tell each other.

`torchrun` or SLURM starts them, on one machine or on many, see `training.joining`; their folders are shared.
One process alone is a rank, too; then nothing here does anything. Two learn what one does, up to rounding:

- Each takes its share of the rows of the same batch, see `training.loaders.Share`.
- Losses are means over rows, of which all ranks have as many, so that the mean of the ranks' gradients is the
  batch's gradient. Gradients are clipped after that. A mean over something else, as of rays that meet the
  object, divides by the ranks' mean count of it.
- Batch normalisation takes its statistics from all ranks' rows, see `training.whole_norm`.
- What depends on a row's place goes by its place in the whole batch, see `rows`.
- Every rank validates by all held-out shapes, and so knows the score without asking.

All weights that may learn take part in every loss, or are frozen: nobody looks for unused ones.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import torch
import torch.distributed as dist
from torch import Tensor

from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.job import Cancelled

T = TypeVar("T")


def count() -> int:
    """How many ranks there are."""
    return dist.get_world_size() if _several() else 1


def number() -> int:
    """Which one this is, from 0 on."""
    return dist.get_rank() if _several() else 0


def is_first() -> bool:
    """Whether this is the one rank that writes files and talks."""
    return number() == 0


@dataclass(frozen=True)
class Seat:
    """Where a rank sits.

    Attributes:
        machine: Which machine, from 0 on.
        machines: How many there are; all have as many ranks.
        place: Which of its machine's ranks, from 0 on.
        places: How many those are.
    """

    machine: int = 0
    machines: int = 1
    place: int = 0
    places: int = 1


def seat() -> Seat:
    """Where this rank sits, by what `torchrun` or SLURM told it."""
    if not _several():
        return Seat()
    places, told = places_here(), os.environ
    machine = told.get("GROUP_RANK", told.get("SLURM_NODEID", number() // places))
    place = told.get("LOCAL_RANK", told.get("SLURM_LOCALID", number() % places))
    return Seat(int(machine), count() // places, int(place), places)


def places_here() -> int:
    """How many ranks are on this machine, as on every other."""
    told = os.environ
    return int(told.get("LOCAL_WORLD_SIZE", 0)) or count() // int(told.get("SLURM_NNODES", 1))


def first(work: Callable[[], T]) -> T:
    """What `work` returns on the first rank, on all; raises `Cancelled` on the others where it fails."""
    if not _several():
        return work()
    told: list[Any] = [None]
    try:
        if is_first():
            told = [(work(),)]
    finally:
        dist.broadcast_object_list(told)
    if told[0] is None:
        raise Cancelled
    result: T = told[0][0]
    return result


def agreed(value: T) -> T:
    """The first rank's value, on all."""
    return first(lambda: value)


def any_of(said: bool) -> bool:
    """Whether any rank says so."""
    if not _several():
        return said
    voices = torch.tensor(int(said))
    dist.all_reduce(voices)
    return bool(voices)


def mean(value: Tensor) -> Tensor:
    """Mean over the ranks, through which no gradient passes."""
    if not _several():
        return value
    total = value.detach().clone()
    dist.all_reduce(total)
    return total / count()


def rows(own: int, device: torch.device) -> Tensor:
    """Places (own,) int64 of this rank's rows in the whole batch."""
    return torch.arange(own, device=device) * count() + number()


def check_shares(batches: dict[str, int]) -> None:
    """Raise `TrainingError` where a batch, by its stage's name, cannot be shared evenly."""
    for stage, batch in batches.items():
        if batch % count():
            even = -(-batch // count()) * count()
            raise TrainingError(
                f"A batch of {batch} cannot be shared evenly by {count()} processes.",
                f"Start another number of them, or give --set {stage}.batch={even}.",
            )


def _several() -> bool:
    return dist.is_available() and dist.is_initialized()
