"""One step of learning, and its recording as a CUDA graph, which is replayed without asking Python again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import torch
from torch import nn

from training.resident.feed import Feed
from training.stages import CLIP_NORM, ImageStage

WARM_UP = 5


class Step:
    """Draws a batch, and learns from it.

    Attributes:
        loss: () float32 of the last step, on the device.
    """

    def __init__(self, stage: ImageStage, feed: Feed, device: torch.device, compiled: bool) -> None:
        """`compiled` puts the network through torch's compiler, which takes one to three minutes."""
        self._feed, self._device = feed, device
        self._weights = list(stage.parameters())
        groups = [{**g, "lr": torch.tensor(float(g["lr"]), device=device)} for g in stage.groups()]
        self._peaks = [float(g["lr"]) for g in groups]
        self._optimiser = torch.optim.AdamW(
            groups, weight_decay=stage.config.weight_decay, fused=True, capturable=device.type == "cuda"
        )
        self._learn = torch.compile(stage.training_step, dynamic=False) if compiled else stage.training_step
        self.loss = torch.zeros((), device=device)

    def __call__(self) -> None:
        """Learn once."""
        self._optimiser.zero_grad(set_to_none=True)
        with torch.autocast(self._device.type, torch.bfloat16, cache_enabled=False):
            loss = self._learn(self._feed.draw(), 0)
        loss.backward()
        nn.utils.clip_grad_norm_(self._weights, CLIP_NORM)
        self._optimiser.step()
        self.loss.copy_(loss.detach())

    def slow_down(self, factor: float) -> None:
        """Learn at this share of the peak rates from now on."""
        for group, peak in zip(self._optimiser.param_groups, self._peaks, strict=True):
            group["lr"].fill_(peak * factor)


def recorded(step: Callable[[], None], quiet: AbstractContextManager[object]) -> Callable[[], None]:
    """The same step as a graph; `quiet` is entered while it is recorded. Some steps are taken before."""
    side = torch.cuda.Stream()
    side.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(side):
        for _ in range(WARM_UP):
            step()
    torch.cuda.current_stream().wait_stream(side)
    torch.cuda.synchronize()
    graph = torch.cuda.CUDAGraph()
    with quiet, torch.cuda.graph(graph, capture_error_mode="thread_local"):
        step()
    return graph.replay
