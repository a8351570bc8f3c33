"""How fast networks learn on this machine: a step of ours beside one of the authors' loop, and what waits.

The same network, the same batch size and as many points: the authors' network of 2020 in both of the paper's
stages. Ours draws, augments and cuts anew for every step what theirs finds in memory.
"""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import lightning as L
import torch

from imrecon_gui.core.config import ModelConfig
from imrecon_gui.core.job import NULL_JOB, Job
from training import authors_loop, loaders
from training import recipe as recipes
from training.dataset import Shards
from training.recipe import Recipe, model_config
from training.run import precision, quiet
from training.shards import make_shards, plan
from training.stages import ImageStage, ShapeStage, Stage

CATEGORY = "mug"
WARM_UP, STEPS = 3, 12


@dataclass(frozen=True)
class SpeedRow:
    """One loop of one stage.

    Attributes:
        network: Its design.
        stage: "shape" or "image".
        loop: "ours" or "authors".
        precision: Of the products.
        batch: Shapes, or pictures, a step.
        points: Asked of each; 0 where none is.
        seconds: A step.
        idle: Share of the time in which the network waited for its batch and for what goes on between
            steps; None for the authors' loop, which does one after the other.
    """

    network: str
    stage: str
    loop: str
    precision: str
    batch: int
    points: int
    seconds: float
    idle: float | None = None

    def to_json(self) -> dict[str, Any]:
        """Fields as JSON values."""
        return asdict(self)


class _Clock(L.Callback):
    """Times steps after the first few, and what passes between them."""

    def __init__(self, warm_up: int) -> None:
        self._warm_up, self._ended = warm_up, 0.0
        self.steps = 0
        self.between = self.within = 0.0

    def on_train_batch_start(self, trainer: Any, pl_module: Any, batch: Any, batch_idx: int) -> None:
        self._began = time.perf_counter()
        if self.steps > self._warm_up:
            self.between += self._began - self._ended

    def on_train_batch_end(
        self, trainer: Any, pl_module: Any, outputs: Any, batch: Any, batch_idx: int
    ) -> None:
        self._ended = time.perf_counter()
        if self.steps > self._warm_up:
            self.within += self._ended - self._began
        self.steps += 1


def measure(
    folder: Path, paper: Recipe, bundled: Recipe, workers: int = 1, job: Job = NULL_JOB
) -> list[SpeedRow]:
    """Both of the paper's stages in both loops, and the bundled network in ours.

    Args:
        folder: Where shapes are made to learn from; what is there already is taken.
        paper: Of the paper's kind; its batches and points are what both loops are given.
        bundled: Of the aligned kind.
        workers: Processes that make our batches.
        job: Told of the data that is made.
    """
    make_shards(plan([CATEGORY], 1, 1, paper.data.views, folder), folder, workers, job)
    shards = Shards(folder, (CATEGORY,), held=False)
    model = model_config(paper, (CATEGORY,))
    shapes = loaders.shape_batches(paper, shards)
    pictures = loaders.image_batches(paper, shards, model.input_kind)
    rows = [
        _authors_shape(paper, ShapeStage(model, paper.shape), shapes),
        _ours(paper, "shape", ShapeStage(model, paper.shape), shapes, workers),
        _authors_image(paper, _image_stage(model, paper), pictures),
        _ours(paper, "image", _image_stage(model, paper), pictures, workers),
    ]
    aligned = model_config(bundled, (CATEGORY,))
    batches = loaders.image_batches(bundled, shards, aligned.input_kind)
    return [*rows, _ours(bundled, "image", ImageStage(aligned, bundled.image, None), batches, workers)]


def chosen(steps: int = STEPS) -> tuple[Recipe, Recipe]:
    """What is measured: the paper's recipe with the authors' network of 2020, and the bundled model's."""
    paper = replace(recipes.load("paper", {"data.views": "4"}), arch="im-net-2020")
    return _shortened(paper, steps), _shortened(recipes.load("bundled"), steps)


def table(rows: list[SpeedRow]) -> str:
    """The rows as text, each of ours with its ratio to the row above it if that is theirs."""
    lines = ["network      stage loop     precision batch points  s/step  images/s   points/s  idle     x"]
    for before, row in zip([None, *rows], rows, strict=False):
        words = f"{row.network:12} {row.stage:5} {row.loop:8} {row.precision:9} {row.batch:5} {row.points:6}"
        rates = f"{row.batch / row.seconds:9.1f} {row.batch * row.points / row.seconds:10,.0f}"
        idle = "-" if row.idle is None else f"{row.idle:.1%}"
        lines.append(f"{words} {row.seconds:7.3f} {rates} {idle:>5} {_ratio(before, row):>5}")
    return "\n".join(lines)


def _ratio(before: SpeedRow | None, row: SpeedRow) -> str:
    if before is None or (before.loop, row.loop) != ("authors", "ours"):
        return "-"
    return f"{before.seconds / row.seconds:.1f}"


def _shortened(recipe: Recipe, steps: int) -> Recipe:
    """As many steps as are measured, on the grid that both loops ask; nothing is validated or kept."""
    n = steps + WARM_UP + 1
    shape = replace(recipe.shape, steps=n, validate_every=n, resolutions=(16,), shares=(1.0,))
    return replace(recipe, shape=shape, image=replace(recipe.image, steps=n, validate_every=n))


def _image_stage(model: ModelConfig, recipe: Recipe) -> ImageStage:
    return ImageStage(model, recipe.image, ShapeStage(model, recipe.shape))


def _authors_shape(recipe: Recipe, stage: ShapeStage, batches: Any) -> SpeedRow:
    step = authors_loop.shape_step(stage.encoder, stage.decoder, batches[0])
    return _authors(recipe, "shape", step, list(stage.parameters()))


def _authors_image(recipe: Recipe, stage: ImageStage, batches: Any) -> SpeedRow:
    network = stage.model.to(memory_format=torch.contiguous_format)  # type: ignore[call-overload]
    step = authors_loop.image_step(lambda x: network.encode(x).z, batches[0], network.config.z_dim)
    return _authors(recipe, "image", step, list(network.encoder.parameters()))


def _authors(recipe: Recipe, stage: str, step: authors_loop.Step, weights: Any) -> SpeedRow:
    settings = getattr(recipe, stage)
    seconds = authors_loop.seconds_a_step(step, weights, 1, max(1, settings.steps // 3))
    return SpeedRow(recipe.arch, stage, "authors", "fp32", settings.batch, _asked(recipe, stage), seconds)


def _ours(recipe: Recipe, name: str, stage: Stage, batches: Any, workers: int) -> SpeedRow:
    quiet()
    clock, kind = _Clock(WARM_UP), precision("cpu")
    trainer = L.Trainer(
        accelerator="cpu",
        precision=kind,
        max_steps=stage.config.steps,
        max_epochs=-1,
        callbacks=[clock],
        logger=False,
        enable_checkpointing=False,
        enable_progress_bar=False,
        enable_model_summary=False,
        use_distributed_sampler=False,
    )
    loader = loaders.training_loader(batches, stage.config, workers, lambda: int(stage.global_step))
    trainer.fit(stage, loader)
    whole = clock.between + clock.within
    words = "bf16" if kind == "bf16-mixed" else "fp32"
    seconds = whole / (clock.steps - WARM_UP - 1)
    batch, points = stage.config.batch, _asked(recipe, name)
    return SpeedRow(recipe.arch, name, "ours", words, batch, points, seconds, clock.between / whole)


def _asked(recipe: Recipe, stage: str) -> int:
    """Points that are asked of each shape; the paper's second stage asks none."""
    asks = stage == "shape" or recipe.image.occupancy_weight > 0
    return int(getattr(recipe, stage).points) if asks else 0
