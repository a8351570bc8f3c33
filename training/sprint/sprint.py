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
from training.publish import LICENCE
from training.recipe import model_config
from training.resident.feed import Feed
from training.resident.loader import SPARE_BYTES, is_drawn
from training.resident.store import Store
from training.run import RunConfig
from training.shards import SHAPES_PER_SHARD, bytes_a_shape
from training.sprint.arrivals import Arrivals, endless
from training.sprint.clock import Clock
from training.sprint.step import Step, recorded
from training.stages import ImageStage
from training.writing import told

MODEL = "model.safetensors"
BLOCK = 20
SECONDS_BETWEEN_FILES = 60.0
MAKING_SHARE = 0.9
"""Of the time, in which shapes are still made: what comes later is hardly seen."""
BYTES_A_WORKER = 600 * 2**20
"""Of a card's memory, for a process that draws pictures on it."""
FREE_UNKNOWN = 8 * 2**30
LEAST_SHARDS = 2
"""Of each category, for which there must be room."""

Tell = Callable[..., None]


class Sprint:
    """One sprint; its folder has the model as far as it is, and the file with the time, see `Clock`."""

    def __init__(self, folder: Path, config: RunConfig, first: int, compiled: bool, tell: Tell) -> None:
        """Make the network; nothing is begun yet.

        Args:
            folder: Made if it is not there.
            config: What is learned, and from which model on.
            first: Number of the first shard of each category, so that shapes are new to that model.
            compiled: Whether the network is compiled first.
            tell: Called with an event's name and values, see `training.events.Events.say`.

        Raises:
            ModelError: The model to start from cannot be read.
            TrainingError: It is of another design, or the recipe asks for what a card does not draw.
        """
        model = model_config(config.recipe, config.categories)
        if config.recipe.shape.steps or not is_drawn(config.recipe.image, model):
            raise TrainingError(
                f"The recipe “{config.recipe.title}” makes no sprint.",
                "Choose “bundled”, or one like it; `python -m training run` follows all of them.",
            )
        self._folder, self._config, self._first, self._tell = folder, config, first, tell
        self._compiled = compiled
        self._device = torch.device("cuda" if on_gpu(config.device) else "cpu")
        torch.manual_seed(config.recipe.seed + first)
        self.stage = ImageStage(model, config.recipe.image, None)
        if self._device.type == "cuda":
            torch.set_float32_matmul_precision("high")
            torch.backends.cudnn.benchmark = True
        if config.start:
            adopt(self.stage.model, Path(config.start))
        self.stage.to(self._device).train()

    def run(self, minutes: float) -> Path:
        """Learn for so long; returns the model's file, which still has to be calibrated (`average`).

        Raises:
            ModelError: The file cannot be written.
            TrainingError: The folder cannot be written, there is no room for shapes, none can be made, or the
                network learned nonsense.
        """
        config, image = self._config, self._config.recipe.image
        with told(self._folder):
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
            with arrivals.slowly():
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
            self._see_to(arrivals, share)
            factor = clock.rate_factor(self._config.recipe.image.last_rate)
            step.slow_down(factor)
            for _ in range(BLOCK):
                once()
            done += BLOCK
            self._say(done, step, share, factor, arrivals)
            if time.monotonic() - saved > SECONDS_BETWEEN_FILES:
                self._save()
                saved = time.monotonic()

    def _see_to(self, arrivals: Arrivals, share: float) -> None:
        """Have shapes made for most of the time; where that fails, there are others to learn from."""
        if share >= MAKING_SHARE:
            arrivals.stop()
        elif arrivals.ended_by() is not None:
            self._tell("unmade", why=repr(arrivals.ended_by()), shards=arrivals.count)
            arrivals.stop()

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
        save(model.eval(), self._card(), path, half=True)
        model.train(was)
        return path

    def _card(self) -> ModelCard:
        recipe, image = self._config.recipe, self._config.recipe.image
        made = f"procedural shapes of {', '.join(self._config.categories)}, made while it learned"
        return ModelCard(
            self._config.name,
            self.stage.model.config,
            training_data=f"{made}, {recipe.data.views} rendered views each; no real object or photo",
            recipe=f"{recipe.title}: a sprint (batch {image.batch}, {image.points} points)",
            licence=LICENCE,
        )

    def _room(self) -> int:
        """Shapes that find room on the device."""
        if self._device.type == "cuda":
            free = torch.cuda.mem_get_info()[0] - SPARE_BYTES - self._config.workers * BYTES_A_WORKER
        else:
            free = (free_bytes() or FREE_UNKNOWN) // 8
        room = int(free // bytes_a_shape(self._config.recipe.data.views))
        if room < LEAST_SHARDS * SHAPES_PER_SHARD * len(self._config.categories):
            raise TrainingError(
                "There is no room for shapes to learn from.", "Choose fewer views or categories."
            )
        return room
