"""A finished run becomes a model file that the program offers at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from imrecon_gui.core.card import ModelCard
from imrecon_gui.core.checkpoint import save
from training.calibrate import Calibration
from training.data_folder import found_categories
from training.recipe import Recipe
from training.run import RunConfig
from training.stages import ImageStage

LICENCE = "MIT"


def publish(
    stage: ImageStage, config: RunConfig, path: Path, found: Calibration, metrics: dict[str, float]
) -> Path:
    """Write the trained network to `path`, in half precision, with its card.

    Args:
        stage: The trained second stage.
        found: The best way to ask it.
        config: The run it came from.
        path: A .safetensors file; written under a temporary name and renamed.
        metrics: Figures measured on held-out shapes.
    """
    recipe = config.recipe
    mirrored = tuple(name for name, helps in zip(config.categories, found.mirrored, strict=True) if helps)
    stage.model.config = replace(stage.model.config, biases=found.biases, mirrored=mirrored)
    card = ModelCard(
        name=config.name,
        config=stage.model.config,
        training_data=_data_in_words(config),
        recipe=_recipe_in_words(recipe),
        metrics=tuple(metrics.items()),
        licence=LICENCE,
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    save(stage.model.eval(), card, path, half=True)
    return path


def _data_in_words(config: RunConfig) -> str:
    data, found = config.recipe.data, set(found_categories(Path(config.data)))
    made = [name for name in config.categories if name not in found]
    shapes = (
        f"procedural shapes of {', '.join(made)}: up to {data.shapes} shapes a category, "
        f"{data.views} rendered views each"
    )
    if not found:
        return f"{shapes}; no real object or photo"
    meshes = f"found meshes of {', '.join(name for name in config.categories if name in found)}"
    return f"{meshes}; {shapes}" if made else meshes


def _recipe_in_words(recipe: Recipe) -> str:
    shape, image = recipe.shape, recipe.image
    first = f"{shape.steps} steps of stage one (batch {shape.batch}, {shape.points} points), "
    second = (
        f"{image.steps} steps of {'stage two' if shape.steps else 'the whole network'} (batch {image.batch})"
    )
    return f"{recipe.title}: {first if shape.steps else ''}{second}, seed {recipe.seed}"


def file_name(name: str) -> str:
    """A safe file name for a model's name."""
    kept = "".join(c if c.isalnum() or c in "-_" else "-" for c in name.strip().lower()).strip("-")
    return f"{kept or 'model'}.safetensors"
