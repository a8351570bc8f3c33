"""A run that is over when its time is: what learns never waits for what makes the data."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import torch

from imrecon_gui.core.card import ModelCard
from imrecon_gui.core.checkpoint import save
from imrecon_gui.core.errors import TrainingError
from training.adopt import adopt
from training.joining import on_gpu
from training.memory import free_bytes
from training.recipe import model_config
from training.resident.feed import Feed
from training.resident.loader import SPARE_BYTES
from training.resident.store import Store
from training.run import RunConfig
from training.shards import bytes_a_shape
from training.sprint.arrivals import Arrivals, endless
from training.sprint.clock import Clock
from training.sprint.step import Step, recorded
from training.stages import ImageStage

MODEL = "model.safetensors"
BLOCK = 20
SECONDS_BETWEEN_FILES = 60.0
MAKING_SHARE = 0.9
"""Of the time, in which shapes are still made: what comes later is hardly seen."""
BYTES_A_WORKER = 600 * 2**20
"""Of a card's memory, for a process that draws pictures on it."""
FREE_UNKNOWN = 8 * 2**30

Tell = Callable[..., None]


class Sprint:
    """One sprint; its folder has the model as far as it is, and the file with the time, see `Clock`."""

    def __init__(self, folder: Path, config: RunConfig, first: int, compiled: bool, tell: Tell) -> None:
        """Nothing is begun yet.

        Args:
            folder: Made if it is not there.
            config: What is learned, and from which model on.
            first: Number of the first shard of each category, so that shapes are new to that model.
            compiled: Whether the network is compiled first.
            tell: Called with an event's name and values, see `training.events.Events.say`.
        """
        self._folder, self._config, self._first, self._tell = folder, config, first, tell
        self._compiled = compiled
        self._device = torch.device("cuda" if on_gpu(config.device) else "cpu")
        torch.manual_seed(config.recipe.seed + first)
        self.stage = ImageStage(model_config(config.recipe, config.categories), config.recipe.image, None)
        if self._device.type == "cuda":
            torch.set_float32_matmul_precision("high")
            torch.backends.cudnn.benchmark = True
        if config.start:
            adopt(self.stage.model, Path(config.start))
        self.stage.to(self._device).train()

    def run(self, minutes: float) -> Path:
        """Learn for so long; returns the model's file, which still has to be calibrated (`average`)."""
        config, image = self._config, self._config.recipe.image
        self._folder.mkdir(parents=True, exist_ok=True)
        clock = Clock(self._folder, minutes)
        store = Store(len(config.categories), self._room(), config.recipe.data.views, self._device)
        plans = endless(config.categories, image.twice, self._first, config.recipe.data.views)
        arrivals = Arrivals(store, Path(config.data), plans, config.workers)
        try:
            arrivals.wait()
            self._tell("begun", room=store.capacity, shards=arrivals.count)
            step = Step(self.stage, Feed(store, image, config.categories), self._device, self._compiled)
            step.slow_down(clock.rate_factor(image.last_rate))
            once = self._recorded(step, arrivals)
            self._tell("recorded", shards=arrivals.count)
            self._learn(step, once, clock, arrivals)
        finally:
            arrivals.join()
        return self._save()

    def _recorded(self, step: Step, arrivals: Arrivals) -> Callable[[], None]:
        return recorded(step, arrivals.lock) if self._device.type == "cuda" else step

    def _learn(self, step: Step, once: Callable[[], None], clock: Clock, arrivals: Arrivals) -> None:
        clock.begin()
        done, saved = 0, time.monotonic()
        while (share := clock.share()) < 1:
            (arrivals.check if share < MAKING_SHARE else arrivals.stop)()
            factor = clock.rate_factor(self._config.recipe.image.last_rate)
            step.slow_down(factor)
            for _ in range(BLOCK):
                once()
            done += BLOCK
            self._say(done, step, share, factor, arrivals)
            if time.monotonic() - saved > SECONDS_BETWEEN_FILES:
                self._save()
                saved = time.monotonic()

    def _say(self, done: int, step: Step, share: float, factor: float, arrivals: Arrivals) -> None:
        """Tell how far it is; that waits until the card is as far."""
        values = {"loss": float(step.loss), "share": share, "factor": factor}
        rounded = {name: round(value, 4) for name, value in values.items()}
        self._tell("step", step=done, shards=arrivals.count, **rounded)

    def _save(self) -> Path:
        """Write the model, unless it learned what is no number."""
        model, path = self.stage.model, self._folder / MODEL
        if not all(bool(value.isfinite().all()) for value in model.state_dict().values()):
            raise TrainingError("The network learned nonsense.", "Try a lower learning rate.")
        was = model.training
        save(model.eval(), ModelCard(self._config.name, model.config), path, half=True)
        model.train(was)
        return path

    def _room(self) -> int:
        """Shapes that find room on the device."""
        if self._device.type == "cuda":
            free = torch.cuda.mem_get_info()[0] - SPARE_BYTES - self._config.workers * BYTES_A_WORKER
        else:
            free = (free_bytes() or FREE_UNKNOWN) // 8
        return int(free // bytes_a_shape(self._config.recipe.data.views))
