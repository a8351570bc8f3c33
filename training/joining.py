"""Joining the other ranks that `torchrun` or SLURM started, and telling Lightning of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import torch
import torch.distributed as dist
from lightning.fabric.plugins.environments import (
    ClusterEnvironment,
    SLURMEnvironment,
    TorchElasticEnvironment,
)

from training.ranks import count, places_here
from training.whole_norm import layer_sync

LONGEST_WAIT = timedelta(days=2)
"""The first rank may make data for hours while the others wait; where one ends, its starter ends all."""


@contextmanager
def joined(device: str) -> Iterator[None]:
    """Meet the other ranks that were started with this one, if any, and leave them in the end.

    Args:
        device: "auto", "cpu" or "cuda".
    """
    place = _place()
    if place is None or place.world_size() == 1:
        yield
        return
    os.environ["MASTER_ADDR"], os.environ["MASTER_PORT"] = place.main_address, str(place.main_port)
    backend = "cpu:gloo,cuda:nccl" if on_gpu(device) else "gloo"
    dist.init_process_group(
        backend, rank=place.global_rank(), world_size=place.world_size(), timeout=LONGEST_WAIT
    )
    try:
        yield
    finally:
        dist.destroy_process_group()


def trainer_settings(device: str) -> dict[str, Any]:
    """What Lightning's trainer is told of the ranks."""
    place = _place()
    if count() == 1 or place is None:
        return {"devices": 1}
    here = places_here()
    return {
        "devices": here,
        "num_nodes": count() // here,
        "strategy": "ddp",
        "plugins": [place, layer_sync(on_gpu(device))],
    }


def _place() -> ClusterEnvironment | None:
    """Where this rank stands, by who started it; runs go on from their checkpoints, no job is requeued."""
    if TorchElasticEnvironment.detect():
        return TorchElasticEnvironment()
    return SLURMEnvironment(auto_requeue=False) if SLURMEnvironment.detect() else None


def on_gpu(device: str) -> bool:
    """Whether a run learns on a graphics card. `device`: "auto", "cpu" or "cuda"."""
    return device != "cpu" and torch.cuda.is_available()
