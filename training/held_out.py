"""How much of the held-out shapes of a data folder models know: the figure that fine-tuning is to raise."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from imrecon_gui.core.checkpoint import load
from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.image import network_input
from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.mirror import encodings, mean_field
from imrecon_gui.core.model import ReconModel
from imrecon_gui.core.overlap import best_level
from training.calibrate import RESOLUTION, nodes, overlap
from training.dataset import Source, unpacked
from training.loaders import opened
from training.sampling import cell_centres
from training.tars.index import is_packed, read_index

Row = dict[str, float]
"""Mean IoU by category."""


def compare(models: Sequence[Path], folder: Path, shapes: int, job: Job = NULL_JOB) -> list[Row]:
    """Mean IoU of each category's held-out shapes as models reconstruct them from each of their pictures.

    Args:
        models: Their files.
        folder: Of the shards, or of their tars.
        shapes: Of each category, as many as there are at most.
        job: Told of the models; may stop the work between pictures.

    Raises:
        TrainingError: The folder holds no held-out shapes.
        ModelError: A model cannot be read.
    """
    categories = held_categories(folder)
    rows = []
    for number, path in enumerate(models):
        job.report("models", number, len(models))
        rows.append(overlaps(load(path)[0], folder, categories, shapes, job))
    return rows


def held_categories(folder: Path) -> tuple[str, ...]:
    """The categories with held-out shapes; raises `TrainingError` where there are none."""
    if is_packed(folder):
        return read_index(folder).categories
    found = sorted({path.name.rsplit("-held-", 1)[0] for path in folder.glob("*-held-*")})
    if not found:
        raise TrainingError(
            f"There are no held-out shapes in {folder}.", "Make some: `python -m training data` or `prepare`."
        )
    return tuple(found)


@torch.no_grad()
def overlaps(
    network: ReconModel, folder: Path, categories: Sequence[str], shapes: int, job: Job = NULL_JOB
) -> Row:
    """Mean IoU by category. Of a category that it does not know, the network is told nothing."""
    held = opened(folder, categories, held=True)
    return {
        name: float(np.mean([_overlap(network, held, c, i, job) for i in range(min(shapes, held.count(c)))]))
        for c, name in enumerate(categories)
    }


def _overlap(network: ReconModel, held: Source, category: int, shape: int, job: Job) -> float:
    """Mean IoU of a shape over its pictures."""
    arrays, row = held.locate(category, shape)
    truth = torch.from_numpy(unpacked(arrays["voxels64"][row : row + 1]).reshape(-1) > 0)
    centres = torch.from_numpy(cell_centres(64).astype(np.float32))
    points, found = torch.cartesian_prod(centres, centres, centres), []
    for picture in arrays["pictures"][row]:
        job.check()
        image = torch.from_numpy(network_input(np.array(picture), network.config.input_kind))
        cube, level = _field(network, image[None], held.categories[category])
        found.append(float(overlap(cube, points, truth, level)))
    return float(np.mean(found))


def _field(network: ReconModel, image: Tensor, name: str) -> tuple[Tensor, float]:
    """Logits (r, r, r) as the program would ask for them, and where it would cut them."""
    config = network.config
    known = config.categories.index(name) if name in config.categories else None
    own = network.encode(image, None if known is None else torch.tensor([known]))
    if known is None and own.category_logits is not None:
        known = int(own.category_logits.argmax())
    category = config.categories[known or 0]
    field = mean_field([network.bind(one) for one in encodings(network, config, image, own, category)])
    cube = field(nodes(1)[0]).float().reshape(*[RESOLUTION] * 3)
    bias = config.bias_of(category)
    return cube, 0.0 if bias is None else best_level(cube.numpy(), bias)


def table(names: Sequence[str], rows: Sequence[Row]) -> str:
    """Categories down, models across, and the mean over categories last."""
    width = max(map(len, [*rows[0], "macro"]))
    lines = [f"{'':{width}}  " + "  ".join(f"{name:>8}" for name in names)]
    for category in rows[0]:
        lines.append(_line(category, width, names, [row[category] for row in rows]))
    return "\n".join([*lines, _line("macro", width, names, [float(np.mean(list(r.values()))) for r in rows])])


def _line(title: str, width: int, names: Sequence[str], values: Sequence[float]) -> str:
    return f"{title:{width}}  " + "  ".join(
        f"{value:{max(len(name), 8)}.3f}" for name, value in zip(names, values, strict=True)
    )
