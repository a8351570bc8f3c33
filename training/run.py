"""A training run: data, both stages, a model file; killed anywhere, it goes on where it was."""

from __future__ import annotations

import json
import logging
import warnings
from dataclasses import dataclass, replace
from itertools import chain, count, repeat
from pathlib import Path
from typing import Any

import lightning as L
import torch

from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.job import Cancelled
from training import loaders, ranks, room
from training.adopt import adopt
from training.calibrate import Calibration, calibrate
from training.callbacks import Keeper, Teller, averaging
from training.events import Events
from training.joining import on_gpu, trainer_settings
from training.memory import check_memory
from training.meshes.store import prepared_categories
from training.previews import Previewer
from training.probe import learning_device, seconds_a_step
from training.recipe import Recipe, from_mapping, model_config, with_steps
from training.resident.loader import resident
from training.shards import ShardPlan, make_shards, plan
from training.stages import ImageStage, ShapeStage, Stage, weights_of
from training.tars.index import is_packed
from training.writing import told

FORMAT_VERSION = 1
CONFIG = "config.json"
DATA_SHARE, SHAPE_SHARE = 0.2, 0.35
CALIBRATION_SHAPES = 16


@dataclass(frozen=True)
class RunConfig:
    """Everything a run depends on; stored in its folder.

    Attributes:
        recipe: The effective recipe.
        categories: In the order of the class numbers.
        name: Of the model.
        data: Folder of shards.
        device: "auto", "cpu" or "cuda".
        workers: Processes that make data and batches.
        start: A model file whose weights the last stage starts from, or "".
        format_version: Of the stored file.
    """

    recipe: Recipe
    categories: tuple[str, ...]
    name: str
    data: str
    device: str = "auto"
    workers: int = 1
    start: str = ""
    format_version: int = FORMAT_VERSION


class Run:
    """One run folder: config.json, events.jsonl, shape.ckpt, image.ckpt, model.safetensors."""

    def __init__(self, folder: Path, config: RunConfig, events: Events) -> None:
        self.folder, self.config, self.events = folder, config, events
        self.model = model_config(config.recipe, config.categories)

    def train(self, minutes: float | None = None) -> ImageStage:
        """Run all stages; `minutes` shortens or stretches the recipe to fit, once, at the start.

        A stop asked for while data is made raises `Cancelled`; later, the run returns what it has learned.
        """
        config, started = self.config, self.events.clock()
        self.events.say("started", run=str(self.folder), stages=self._stages(), categories=config.categories)
        ranks.first(lambda: self._check_room(minutes))
        ranks.first(lambda: self._make_data(minutes))
        L.seed_everything(config.recipe.seed, workers=True, verbose=False)
        if minutes is not None and ranks.agreed(not (self.folder / CONFIG).exists()):
            left = max(20.0, minutes * 60 - (self.events.clock() - started))
            self.config = config = replace(config, recipe=ranks.agreed(self._fitted(left)))
        ranks.first(lambda: write_config(self.folder, config))
        shape = None
        if config.recipe.shape.steps:
            shape = self._stage("shape", ShapeStage(self.model, config.recipe.shape))
        torch.manual_seed(config.recipe.seed + 1)
        image = ImageStage(self.model, config.recipe.image, shape)
        if config.start:
            adopt(image.model, Path(config.start))
        trained: ImageStage = self._stage("image", image)
        return trained

    def _stages(self) -> list[str]:
        return ["data", *self.config.recipe.stages()]

    def calibrate(self, stage: ImageStage) -> Calibration:
        """The best way to ask the trained network, by held-out shapes in pictures as bad as training's."""
        held = self._data(held=True)
        augmentation = self.config.recipe.image.augmentation
        loader = loaders.held_loader(held, self.model.input_kind, True, CALIBRATION_SHAPES, augmentation)
        with torch.autocast("cpu", torch.bfloat16, enabled=precision("cpu") == "bf16-mixed"):
            return calibrate(stage.cpu(), loader, len(self.config.categories))

    def _data(self, held: bool) -> Any:
        return loaders.opened(Path(self.config.data), self.config.categories, held)

    def _check_room(self, minutes: float | None) -> None:
        """Before anything is made, look for room on the disks and in memory."""
        config, recipe = self.config, self.config.recipe
        needed, rest = self._missing()
        seconds = None if minutes is None else minutes * 60 * DATA_SHARE
        shards = room.shards_within(len(needed) + len(rest), len(needed), config.workers, seconds)
        weights = weights_of(recipe, self.model)
        data, more = room.data_bytes(shards, recipe.data.views), room.run_bytes(recipe, weights, self.folder)
        room.check_disks([(Path(config.data), data), (self.folder, more)])
        check_memory(recipe, self.model, weights, config.workers, on_gpu(config.device))

    def _missing(self) -> tuple[list[ShardPlan], list[ShardPlan]]:
        """Shards to be made: those that are needed, and the others."""
        data, folder = self.config.recipe.data, Path(self.config.data)
        if is_packed(folder):
            return [], []
        made = [c for c in self.config.categories if c not in prepared_categories(folder)]
        plans = plan(made, data.shapes, data.held_shapes, data.views, folder)
        needed = [p for p in plans if p.held or p.number == 0]
        return needed, [p for p in plans if p not in needed]

    def _make_data(self, minutes: float | None) -> None:
        folder = Path(self.config.data)
        ranks.check_shares({name: stage.batch for name, stage in self.config.recipe.stages().items()})
        if is_packed(folder):
            return
        needed, rest = self._missing()
        deadline = None if minutes is None else self.events.clock() + minutes * 60 * DATA_SHARE
        make_shards(needed, folder, self.config.workers, self.events)
        if deadline is None:
            make_shards(rest, folder, self.config.workers, self.events)
            return
        while rest and self.events.clock() < deadline:
            turn, rest = rest[: len(self.config.categories)], rest[len(self.config.categories) :]
            make_shards(turn, folder, self.config.workers, self.events)

    def _stage(self, name: str, stage: Any) -> Any:
        """Train one stage from its last checkpoint, if any, to its last step."""
        checkpoint = self.folder / f"{name}.ckpt"
        train = self._data(held=False)
        held = self._data(held=True)
        stopped = ranks.any_of(self.events.stop_requested.is_set())
        if _steps_done(checkpoint) >= stage.config.steps or stopped:
            _load_weights(checkpoint, stage)
            return stage
        before = self.config.recipe.shape.steps if name == "image" else 0
        previews = Previewer(self.events, self.folder, held, self.model.input_kind, before)
        callbacks = [Teller(self.events, name), previews, Keeper(checkpoint, self.folder / CONFIG)]
        trainer = self._trainer(stage, [*averaging(stage.config.averaged_steps), *callbacks])
        resume = str(checkpoint) if checkpoint.exists() else None
        loader = self._loader(name, stage, train)
        validation = loaders.held_loader(held, self.model.input_kind, name == "image")
        with loaders.plain_errors():
            trainer.fit(stage, loader, validation, ckpt_path=resume, weights_only=True)
        return stage

    def _loader(self, name: str, stage: Stage, train: Any) -> Any:
        """Training batches: a graphics card's own where it can make them, else those of worker processes."""
        recipe, device = self.config.recipe, self.config.device

        def reached() -> int:
            return int(stage.global_step)

        if name == "image":
            own = resident(train, recipe.image, self.model, device, recipe.seed + 1, reached)
            if own is not None:
                return own
        return loaders.training_loader(self._batches(name, train), stage.config, self.config.workers, reached)

    def _batches(self, name: str, train: Any) -> Any:
        """A stage's batches by their steps, as processors make them."""
        if name == "shape":
            return loaders.shape_batches(self.config.recipe, train)
        return loaders.image_batches(self.config.recipe, train, self.model.input_kind)

    def _trainer(self, stage: Stage, callbacks: list[L.Callback]) -> L.Trainer:
        quiet()
        accelerator = {"auto": "auto", "cpu": "cpu", "cuda": "gpu"}[self.config.device]
        return L.Trainer(
            accelerator=accelerator,
            **trainer_settings(self.config.device),
            precision=precision(self.config.device),
            max_steps=stage.config.steps,
            max_epochs=-1,
            callbacks=callbacks,
            default_root_dir=self.folder,
            logger=False,
            enable_checkpointing=False,
            enable_progress_bar=False,
            enable_model_summary=False,
            num_sanity_val_steps=0,
            use_distributed_sampler=False,
        )

    def _fitted(self, seconds: float) -> Recipe:
        """The recipe with as many steps as `seconds` hold, by timing a few steps of each stage."""
        recipe, shape, shape_steps = self.config.recipe, None, 0
        if recipe.shape.steps:
            shape = ShapeStage(self.model, recipe.shape)
            shape_steps = max(20, int(seconds * SHAPE_SHARE / (1 - DATA_SHARE) / self._step("shape", shape)))
            seconds *= (1 - SHAPE_SHARE - DATA_SHARE) / (1 - DATA_SHARE)
        image = ImageStage(self.model, recipe.image, shape)
        return with_steps(recipe, shape_steps, max(20, int(seconds / self._step("image", image))))

    def _step(self, name: str, stage: Stage) -> float:
        """Seconds of a step, its batch made by this processor, or waited for as a card does in training."""
        device, half = learning_device(self.config.device), precision(self.config.device) == "bf16-mixed"
        train = self._data(held=False)
        if device.type == "cpu":
            batches = self._batches(name, train)
            return seconds_a_step(stage, (batches[step] for step in count()), device, half)
        again = chain.from_iterable(repeat(self._loader(name, stage, train)))
        return seconds_a_step(stage, again, device, half)


def precision(device: str) -> Any:
    """bf16 where it is faster than single precision: on GPUs, and on CPUs that multiply it natively."""
    if on_gpu(device):
        return "bf16-mixed"
    native = torch.backends.mkldnn.is_available() and torch.ops.mkldnn._is_mkldnn_bf16_supported()
    return "bf16-mixed" if native else "32-true"


def write_config(folder: Path, config: RunConfig) -> None:
    """Store a run's configuration under a temporary name, then rename it."""
    values = {**config.__dict__, "recipe": config.recipe.to_json(), "categories": list(config.categories)}
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        half = folder / f".{CONFIG}"
        half.write_text(json.dumps(values, indent=1), encoding="utf-8")
        half.replace(folder / CONFIG)


def read_config(folder: Path) -> RunConfig | None:
    """A stored configuration, or None where there is none; raises `TrainingError` for another format."""
    path = folder / CONFIG
    if not path.exists():
        return None
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise TrainingError(f"{path} cannot be read.", "Start a new run in another folder.") from error
    if values.get("format_version") != FORMAT_VERSION:
        raise TrainingError(
            f"The run in {folder} is of another version.", "Start a new run in another folder."
        )
    recipe = from_mapping(Recipe, values.pop("recipe"))
    categories = tuple(values.pop("categories"))
    return RunConfig(recipe=recipe, categories=categories, **values)


def quiet() -> None:
    """Keep Lightning's hints out of the event stream."""
    logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)
    for pattern in (".*does not have many workers.*", ".*lr_scheduler.step.*", ".*persistent_workers.*"):
        warnings.filterwarnings("ignore", pattern)


def _steps_done(checkpoint: Path) -> int:
    if not checkpoint.exists():
        return 0
    return int(_read(checkpoint)["global_step"])


def _read(checkpoint: Path) -> dict[str, Any]:
    """A checkpoint's contents; one that cannot be read stays where it is, for a person to decide."""
    try:
        values: dict[str, Any] = torch.load(checkpoint, map_location="cpu", weights_only=True)
        return {key: values[key] for key in ("global_step", "state_dict")}
    except Exception as error:  # of broken files torch raises whatever its readers do
        raise TrainingError(
            f"The checkpoint {checkpoint} cannot be read.",
            "Put a copy in its place, or take it away: its stage then starts again.",
        ) from error


def _load_weights(checkpoint: Path, stage: Stage) -> None:
    if not checkpoint.exists():
        raise Cancelled
    stage.load_state_dict(_read(checkpoint)["state_dict"])
