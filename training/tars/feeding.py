"""How fast batches are made, when no network waits for them."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from training import loaders
from training import recipe as recipes
from training.held_out import held_categories
from training.recipe import model_config

WARM_UP = 8


def measure(
    folder: Path, recipe: str, categories: Sequence[str] | None, steps: int, workers: int
) -> tuple[float, int]:
    """Pictures a second, and how many a batch has.

    Args:
        folder: Of shards, or of tars.
        recipe: By name or file; its second stage's batches are made.
        categories: To take; all that the folder holds by default.
        steps: Batches that are timed, after some to warm up.
        workers: Processes that make them.

    Raises:
        TrainingError: The folder lacks data, or there is no such recipe.
    """
    chosen = recipes.load(recipe)
    n = steps + WARM_UP
    image = replace(chosen.image, steps=n, validate_every=n)
    chosen = replace(chosen, image=image)
    names = tuple(categories or held_categories(folder))
    source = loaders.opened(folder, names, held=False)
    batches = loaders.image_batches(chosen, source, model_config(chosen, names).input_kind)
    batch, began = 0, 0.0
    for step, made in enumerate(loaders.training_loader(batches, image, workers, lambda: 0)):
        if step == WARM_UP - 1:
            began = time.perf_counter()
        batch = len(made.category)
    return steps * batch / (time.perf_counter() - began), batch
