"""Whether the disks that a run writes to have room for it; asked before anything is made."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from imrecon_gui.core.errors import TrainingError
from training.recipe import Recipe, StageConfig
from training.shards import SHAPES_PER_SHARD, bytes_a_shape

PREVIEW_BYTES = 150_000
SPARE_BYTES = 50_000_000
"""For the log of events, the configuration, and what else writes to that disk meanwhile."""

FASTEST_SHARD_S = 4.0
"""A shard of 64 shapes takes one Zen 4 core 5 to 10 seconds; fewer are made in given minutes, not more."""

_FLOAT, _HALF = 4, 2


def check_disks(needs: Sequence[tuple[Path, int]]) -> None:
    """Look for room on the disks of some folders, there or not, of which two may be on one.

    Args:
        needs: Folders, and how many bytes will be written beneath each.

    Raises:
        TrainingError: There is less.
    """
    wanted: dict[int, int] = defaultdict(int)
    for folder, count in needs:
        wanted[_home(folder).stat().st_dev] += count
    for folder, _ in needs:
        home = _home(folder)
        needed, free = wanted[home.stat().st_dev], shutil.disk_usage(home).free
        if needed > free:
            raise TrainingError(
                f"About {size(needed)} will be written to the disk of {folder}, where {size(free)} are free.",
                "Free some, choose a folder on another disk, or a recipe with fewer shapes or pictures.",
            )


def data_bytes(shards: int, views: int) -> int:
    """Of so many shards."""
    return shards * SHAPES_PER_SHARD * bytes_a_shape(views)


def shards_within(missing: int, needed: int, workers: int, seconds: float | None) -> int:
    """How many of the missing shards are made at most: those needed, and others while there is time."""
    if seconds is None:
        return missing
    return min(missing, needed + int(max(1, workers) * seconds / FASTEST_SHARD_S))


def run_bytes(recipe: Recipe, weights: dict[str, int], folder: Path) -> int:
    """What a run's folder will grow by: checkpoints, a second one while it is written, previews, the model.

    Args:
        recipe: Its stages.
        weights: How many each of them has.
        folder: Of the run; checkpoints that are there already are only written anew.
    """
    total = SPARE_BYTES + 2 * _HALF * weights["image"]  # the file, and its copy among the models
    for name, stage in recipe.stages().items():
        copies = 1 if (folder / f"{name}.ckpt").exists() else 2
        total += copies * 3 * _FLOAT * weights[name]  # each with Adam's two means
        total += _validations(stage) * PREVIEW_BYTES
    return total


def _validations(stage: StageConfig) -> int:
    return stage.steps // max(1, min(stage.validate_every, stage.steps))


def _home(folder: Path) -> Path:
    """The nearest folder that is there."""
    folder = folder.absolute()
    return next(home for home in (folder, *folder.parents) if home.is_dir())


def size(count: int) -> str:
    """Bytes in words."""
    return f"{count / 1e9:.1f} GB" if count >= 1e8 else f"{count / 1e6:.0f} MB"
