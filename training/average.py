"""The mean of several models' weights, which is often a better model than any of them.

Models of which one was trained on from another lie in one valley of the loss, each on another of its slopes;
their mean lies nearer the valley's floor (Izmailov et al. 2018, Wortsman et al. 2022). It is calibrated anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import torch
from torch import Tensor

from imrecon_gui.core.card import ModelCard
from imrecon_gui.core.checkpoint import load, save
from imrecon_gui.core.config import ModelConfig
from imrecon_gui.core.errors import TrainingError
from training.calibrate import Calibration, calibrate
from training.loaders import held_loader, opened
from training.recipe import ImageStageConfig
from training.run import CALIBRATION_SHAPES, precision
from training.stages import ImageStage

METRIC = "IoU on held-out procedural shapes"


def average(
    parts: Sequence[tuple[Path, float]],
    data: Path,
    out: Path,
    augmentation: float = 0.8,
    shapes: int = CALIBRATION_SHAPES,
) -> Calibration:
    """Write the mean of models, calibrated on held-out shapes; it has no shape directions yet.

    Args:
        parts: Model files of one design and the same categories, each with its share; shares are taken
            relative to their sum.
        data: Folder of shards, some of them held out.
        out: The model's file. Its card is the first part's but for what is new.
        augmentation: Strength of the pictures' augmentation in [0, 1] on which it is calibrated.
        shapes: Held-out shapes of each category on which it is, at most.

    Raises:
        ModelError: A file cannot be read or written.
        TrainingError: The models differ in design, the shares do not add up to more than 0, or there are no
            held-out shapes.
    """
    total = sum(share for _, share in parts)
    if not total > 0 or any(share < 0 for _, share in parts):
        raise TrainingError("Shares cannot be negative, and not all 0.", "Give numbers such as 0.5.")
    card = load(parts[0][0])[1]
    stage = ImageStage(_plain(card.config), ImageStageConfig(), None)
    stage.model.load_state_dict(mean([(path, share / total) for path, share in parts]))
    held = opened(data, card.categories, held=True)
    loader = held_loader(held, card.config.input_kind, True, shapes, augmentation)
    with torch.autocast("cpu", torch.bfloat16, enabled=precision("cpu") == "bf16-mixed"):
        found = calibrate(stage, loader, len(card.categories))
    mirrored = tuple(n for n, helps in zip(card.categories, found.mirrored, strict=True) if helps)
    stage.model.config = replace(card.config, biases=found.biases, mirrored=mirrored)
    save(stage.model.eval(), _card(card, stage.model.config, parts, found), out, half=True)
    return found


def mean(parts: Sequence[tuple[Path, float]]) -> Mapping[str, Tensor]:
    """The sum of models' weights, each times its share; counters are the first one's.

    Raises:
        ModelError: A file cannot be read.
        TrainingError: The models differ in design or categories.
    """
    design: ModelConfig | None = None
    result: dict[str, Tensor] = {}
    for path, share in parts:
        model, card = load(path)
        if design is not None and _plain(card.config) != design:
            raise TrainingError(
                f"{path.name} is of another design, or knows other categories.",
                "Choose models of one recipe.",
            )
        design = _plain(card.config)
        for name, tensor in model.state_dict().items():
            if not tensor.is_floating_point():
                result.setdefault(name, tensor)
            else:
                result[name] = result.get(name, torch.zeros_like(tensor)) + share * tensor
    return result


def _plain(config: ModelConfig) -> ModelConfig:
    """A description without what calibration found."""
    return replace(config, biases=(), mirrored=())


def _card(
    first: ModelCard, config: ModelConfig, parts: Sequence[tuple[Path, float]], found: Calibration
) -> ModelCard:
    shares = ", ".join(f"{share:g} of {path.stem}" for path, share in parts)
    return replace(
        first,
        config=config,
        recipe=f"the mean of {shares}; of the first: {first.recipe}",
        metrics=((METRIC, round(found.score, 4)),),
        created=datetime.now(UTC).isoformat(timespec="seconds"),
    )
