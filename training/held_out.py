"""How much of the held-out shapes of a data folder models know: the figure that fine-tuning is to raise."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

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
from training.augment import on_floor
from training.calibrate import RESOLUTION, nodes, overlap
from training.dataset import Source, unpacked
from training.loaders import opened
from training.sampling import cell_centres
from training.tars.index import is_packed, read_index


class Known(NamedTuple):
    """What a network knows of a category.

    Attributes:
        overlap: Mean IoU of its reconstructions.
        named: Share of the pictures in which it names the category; NaN if it names none.
    """

    overlap: float
    named: float


Row = dict[str, Known]
"""By category."""


def compare(
    models: Sequence[Path], folder: Path, shapes: int, floor: bool = False, job: Job = NULL_JOB
) -> list[Row]:
    """How well models know each category's held-out shapes, from each of their pictures.

    Args:
        models: Their files.
        folder: Of the shards, or of their tars.
        shapes: Of each category, as many as there are at most.
        floor: Whether the pictures have floor at the object's foot, see `training.floor`.
        job: Told of the models; may stop the work between pictures.

    Raises:
        TrainingError: The folder holds no held-out shapes.
        ModelError: A model cannot be read.
    """
    categories = held_categories(folder)
    rows = []
    for number, path in enumerate(models):
        job.report("models", number, len(models))
        rows.append(known(load(path)[0], folder, categories, shapes, floor, job))
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
def known(
    network: ReconModel,
    folder: Path,
    categories: Sequence[str],
    shapes: int,
    floor: bool = False,
    job: Job = NULL_JOB,
) -> Row:
    """See `compare`. Of a category that it does not know, the network is told nothing."""
    held = opened(folder, categories, held=True)
    rows = {}
    for c, name in enumerate(categories):
        found = [_known(network, held, c, i, floor, job) for i in range(min(shapes, held.count(c)))]
        rows[name] = Known(*np.mean(found, axis=0).tolist())
    return rows


def _known(network: ReconModel, held: Source, category: int, shape: int, floor: bool, job: Job) -> Known:
    """Means over a shape's pictures."""
    arrays, row = held.locate(category, shape)
    truth = torch.from_numpy(unpacked(arrays["voxels64"][row : row + 1]).reshape(-1) > 0)
    centres = torch.from_numpy(cell_centres(64).astype(np.float32))
    points, found = torch.cartesian_prod(centres, centres, centres), []
    rng, name = np.random.default_rng(shape), held.categories[category]
    for picture in arrays["pictures"][row]:
        job.check()
        seen = on_floor(np.array(picture), rng) if floor else np.array(picture)
        image = torch.from_numpy(network_input(seen, network.config.input_kind))[None]
        cube, level = _field(network, image, name)
        found.append((float(overlap(cube, points, truth, level)), _is_named(network, image, name)))
    return Known(*np.mean(found, axis=0).tolist())


def _is_named(network: ReconModel, image: Tensor, name: str) -> float:
    """Whether an untold network names a category, NaN if it names none."""
    odds = network.encode(image).category_logits
    return float("nan") if odds is None else float(network.config.categories[int(odds.argmax())] == name)


def _field(network: ReconModel, image: Tensor, name: str) -> tuple[Tensor, float]:
    """Logits (r, r, r) as the program would ask for them, and where it would cut them."""
    config = network.config
    told = config.categories.index(name) if name in config.categories else None
    found = encodings(network, config, image, None if told is None else torch.tensor([told]))
    if told is None and found[0].category_logits is not None:
        told = int(found[0].category_logits.argmax())
    category = config.categories[told or 0]
    field = mean_field([network.bind(one) for one in found])
    cube = field(nodes(1)[0]).float().reshape(*[RESOLUTION] * 3)
    bias = config.bias_of(category)
    return cube, 0.0 if bias is None else best_level(cube.numpy(), bias)


def table(names: Sequence[str], rows: Sequence[Row]) -> str:
    """Categories down, models across, the mean over categories, and the share of pictures named right."""
    width = max(map(len, [*rows[0], "macro"]))
    lines = [f"{'':{width}}  " + "  ".join(f"{name:>8}" for name in names)]
    for category in rows[0]:
        lines.append(_line(category, width, names, [row[category].overlap for row in rows]))
    means = [np.mean(list(row.values()), axis=0) for row in rows]
    lines.append(_line("macro", width, names, [mean[0] for mean in means]))
    return "\n".join([*lines, _line("named", width, names, [mean[1] for mean in means])])


def _line(title: str, width: int, names: Sequence[str], values: Sequence[float]) -> str:
    return f"{title:{width}}  " + "  ".join(
        f"{value:{max(len(name), 8)}.3f}" for name, value in zip(names, values, strict=True)
    )
