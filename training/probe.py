"""How long a step takes on the device that will learn, for a run that must fit into given minutes."""

from __future__ import annotations

import time
from collections.abc import Iterable
from itertools import islice

import torch

from training import ranks
from training.dataset import Batch
from training.joining import on_gpu
from training.stages import Stage

STEPS_ON_CPU = (1, 5)
STEPS_ON_CARD = (8, 24)
"""Steps to warm up, and steps that are timed: a card looks for its fastest kernels first, then is quick."""


def learning_device(device: str) -> torch.device:
    """Where a run's network learns: this rank's card, or the processor. `device`: "auto", "cpu" or "cuda"."""
    return torch.device("cuda", ranks.seat().place) if on_gpu(device) else torch.device("cpu")


def seconds_a_step(stage: Stage, batches: Iterable[Batch], device: torch.device, autocast: bool) -> float:
    """Mean time of a step, the wait for its batch included.

    Args:
        stage: Learns from these batches, and is of no use after that.
        batches: Thirty-two at least, or six on a processor.
        device: Where the stage is to learn; it is moved there.
        autocast: Whether in half precision (bf16).
    """
    optimiser = stage.to(device).configure_optimizers()["optimizer"]
    warm_up, timed = STEPS_ON_CPU if device.type == "cpu" else STEPS_ON_CARD
    start = _now(device)
    for step, batch in enumerate(islice(batches, warm_up + timed)):
        with torch.autocast(device.type, torch.bfloat16, enabled=autocast):
            loss = stage.training_step(Batch(*(column.to(device) for column in batch)), step)
        loss.backward()  # type: ignore[no-untyped-call]
        stage.on_before_optimizer_step(optimiser)
        optimiser.step()
        optimiser.zero_grad()
        if step == warm_up - 1:
            start = _now(device)
    return (_now(device) - start) / timed


def _now(device: torch.device) -> float:
    """Seconds of a clock, when all that was asked of the device is done."""
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    return time.monotonic()
