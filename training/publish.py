"""A finished run becomes a model file that the program offers at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from imrecon_gui.core.card import ModelCard
from imrecon_gui.core.checkpoint import save
from training.run import RunConfig
from training.stages import ImageStage

LICENCE = "MIT"


def publish(
    stage: ImageStage, config: RunConfig, path: Path, levels: tuple[float, ...], metrics: dict[str, float]
) -> Path:
    """Write the trained network to `path`, in half precision, with its card.

    Args:
        stage: The trained second stage.
        levels: See `imrecon_gui.core.config.ModelConfig`.
        config: The run it came from.
        path: A .safetensors file; written under a temporary name and renamed.
        metrics: Figures measured on held-out shapes.
    """
    recipe = config.recipe
    stage.model.config = replace(stage.model.config, levels=levels)
    card = ModelCard(
        name=config.name,
        config=stage.model.config,
        training_data=(
            f"procedural shapes of {', '.join(config.categories)}: up to {recipe.data.shapes} shapes "
            f"a category, {recipe.data.views} rendered views each; no real object or photo"
        ),
        recipe=(
            f"{recipe.title}: {recipe.shape.steps} steps of stage one (batch {recipe.shape.batch}, "
            f"{recipe.shape.points} points), {recipe.image.steps} steps of stage two "
            f"(batch {recipe.image.batch}), seed {recipe.seed}"
        ),
        metrics=tuple(metrics.items()),
        licence=LICENCE,
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    save(stage.model.eval(), card, path, half=True)
    return path


def file_name(name: str) -> str:
    """A safe file name for a model's name."""
    kept = "".join(c if c.isalnum() or c in "-_" else "-" for c in name.strip().lower()).strip("-")
    return f"{kept or 'model'}.safetensors"
