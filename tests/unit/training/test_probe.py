"""A step is timed as it will be in training: on its device, with the batches that come there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from training import probe
from training import run as run_module
from training.dataset import Batch
from training.events import Events
from training.recipe import ShapeStageConfig
from training.recipe import load as load_recipe
from training.run import Run, RunConfig
from training.stages import Stage

CPU = torch.device("cpu")


class Line(Stage):
    """Learns one weight for each of three numbers."""

    def __init__(self) -> None:
        super().__init__(ShapeStageConfig(steps=10))
        self.weights = nn.Linear(3, 1)

    def groups(self) -> list[dict[str, Any]]:
        return [{"params": list(self.parameters()), "lr": 0.1}]

    def training_step(self, batch: Batch, index: int) -> Tensor:
        loss: Tensor = self.weights(batch.points).square().mean()
        return loss


class Clock:
    """Stands still but while a batch is made: nine seconds for the first, two for others."""

    def __init__(self) -> None:
        self.seconds, self.made = 100.0, 0

    def monotonic(self) -> float:
        return self.seconds

    def batches(self) -> Iterator[Batch]:
        nothing = torch.zeros(2, 0)
        while True:
            self.seconds += 2.0 if self.made else 9.0
            self.made += 1
            yield Batch(*(nothing for _ in Batch._fields))._replace(points=torch.ones(2, 3))


def test_waiting_counts_and_the_warm_up_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, stage = Clock(), Line()
    before = stage.weights.weight.detach().clone()
    monkeypatch.setattr(probe, "time", clock)
    monkeypatch.setattr(probe, "STEPS_ON_CPU", (1, 5))
    seconds = probe.seconds_a_step(stage, clock.batches(), CPU, autocast=False)
    assert clock.made == 6
    assert seconds == 2.0
    assert not torch.equal(before, stage.weights.weight)


@pytest.mark.parametrize(
    ("asked", "there", "device"), [("auto", False, "cpu"), ("cuda", True, "cuda:0"), ("cpu", True, "cpu")]
)
def test_where_a_run_learns(monkeypatch: pytest.MonkeyPatch, asked: str, there: bool, device: str) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: there)
    assert probe.learning_device(asked) == torch.device(device)


def test_a_card_is_timed_with_the_batches_it_will_learn_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where an epoch is shorter than the probe, and the recipe's steps follow from the time."""
    heard: list[tuple[torch.device, list[str]]] = []

    def timed(stage: Stage, batches: Iterable[str], device: torch.device, autocast: bool) -> float:
        heard.append((device, list(islice(batches, 5))))
        return 0.25

    card = torch.device("cuda", 0)
    monkeypatch.setattr(run_module, "learning_device", lambda device: card)
    monkeypatch.setattr(run_module, "resident", lambda *_: ["first", "second"])
    monkeypatch.setattr(run_module, "seconds_a_step", timed)
    monkeypatch.setattr(run_module.loaders, "opened", lambda *_: None)
    run = Run(
        tmp_path, RunConfig(load_recipe("bundled", {}), ("car", "mug"), "Timed", ""), Events(None, None)
    )
    assert run._fitted(100.0).image.steps == 400
    assert heard == [(card, ["first", "second", "first", "second", "first"])]
