"""Lightning callbacks: events, checkpoints that are whole or absent, and stopping when asked."""

from __future__ import annotations

import math
import os
from pathlib import Path
from typing import Any

import lightning as L
from lightning.pytorch.callbacks import EMAWeightAveraging

from training import ranks
from training.events import Events
from training.stages import Stage
from training.writing import begun

SECONDS_BETWEEN_EVENTS = 0.5
STEPS_BETWEEN_MEANS = 10


class Teller(L.Callback):
    """Says each step's loss (at most twice a second) and each validation's IoU; heeds orders."""

    def __init__(self, events: Events, stage: str) -> None:
        self._events, self._stage = events, stage
        self._last = self._start = events.clock()

    def on_train_batch_end(
        self, trainer: Any, pl_module: Any, outputs: Any, batch: Any, batch_idx: int
    ) -> None:
        """Say the loss; heed what was ordered."""
        if ranks.any_of(self._events.paused or self._events.stop_requested.is_set()):
            self._heed(trainer)
        mean_loss = ranks.mean(outputs["loss"])
        now, step, total = self._events.clock(), trainer.global_step, pl_module.config.steps
        if now - self._last < SECONDS_BETWEEN_EVENTS and step < total:
            return
        self._last = now
        loss, seconds = float(mean_loss), round(now - self._start, 2)
        self._events.say("step", stage=self._stage, step=step, total=total, loss=loss, seconds=seconds)

    def _heed(self, trainer: Any) -> None:
        """All ranks wait while the first one pauses, and stop together."""
        self._events.rest(ranks.any_of)
        if ranks.any_of(self._events.stop_requested.is_set()):
            trainer.should_stop = True

    def on_validation_end(self, trainer: Any, pl_module: Stage) -> None:
        """Say the IoU on held-out shapes."""
        step = trainer.global_step
        self._events.say("validation", stage=self._stage, step=step, iou=round(pl_module.validation_iou, 5))


class Keeper(L.Callback):
    """Writes a checkpoint at the end of each epoch, under a temporary name; raises if its folder is gone."""

    def __init__(self, path: Path, mark: Path) -> None:
        self._path, self._mark = path, mark

    def on_fit_start(self, trainer: Any, pl_module: Any) -> None:
        """Take away what a run that was killed had half written."""
        if not ranks.is_first():
            return
        for half in self._path.parent.glob(f"{self._path.stem}.*.tmp"):
            half.unlink(missing_ok=True)

    def on_train_epoch_end(self, trainer: Any, pl_module: Any) -> None:
        """Save, unless the epoch was cut short: checkpoints stand between epochs, so resuming is exact."""
        if (
            trainer.global_step % pl_module.config.validate_every
            and trainer.global_step < pl_module.config.steps
        ):
            return
        if not ranks.is_first():
            trainer.save_checkpoint(self._path)  # Lightning asks all to take part, and lets the first write
            return
        temporary = self._path.with_suffix(f".{os.getpid()}.tmp")
        with begun(self._mark):
            try:
                trainer.save_checkpoint(temporary)
                temporary.replace(self._path)
            finally:
                temporary.unlink(missing_ok=True)


def averaging(steps: int) -> list[L.Callback]:
    """What has the mean of about the last `steps` steps' weights validated and stored; nothing for 0."""
    if steps == 0:
        return []
    decay = math.exp(-STEPS_BETWEEN_MEANS / steps)
    return [EMAWeightAveraging(decay=decay, update_every_n_steps=STEPS_BETWEEN_MEANS)]
