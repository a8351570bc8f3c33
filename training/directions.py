"""In which directions the latent codes of a model's training shapes differ most, category by category.

A shape's code is the mean of what the encoder makes of several pictures of it, so that the directions tell
shapes apart, and not the sides they are seen from.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from imrecon_gui.core.directions import Directions, principal
from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.image import network_input
from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.model import ReconModel
from imrecon_gui.core.types import Float32Array, UInt8Array
from training.dataset import Source
from training.loaders import opened


def find(model: ReconModel, data: Path, shapes: int, views: int, job: Job = NULL_JOB) -> Directions:
    """The directions of every category of a model.

    Args:
        model: The network, in evaluation mode.
        data: The folder of its training shards, or of their tars.
        shapes: Training shapes of each category, or as many as there are.
        views: Pictures of each shape, or as many as there are.
        job: Reports the stage "directions" in categories.

    Raises:
        TrainingError: A category has no shards, or the model names no category.
    """
    names = model.config.categories
    if not names:
        raise TrainingError("The model names no category.", "Use a model that was trained on some.")
    shards = opened(data, names, held=False)
    codes = []
    for category in range(len(names)):
        job.check()
        job.report("directions", category, len(names))
        n = min(shapes, shards.count(category))
        codes.append(
            np.stack([_code(model, _pictures(shards, category, i, views), category) for i in range(n)])
        )
    job.report("directions", len(names), len(names))
    return principal(codes)


def _pictures(shards: Source, category: int, shape: int, views: int) -> UInt8Array:
    """(v, 128, 128, 4) uint8 network inputs of one shape."""
    arrays, row = shards.locate(category, shape)
    return np.array(arrays["pictures"][row, :views])


@torch.inference_mode()
def _code(model: ReconModel, pictures: UInt8Array, category: int) -> Float32Array:
    """The mean code (z_dim,) of the pictures of one shape."""
    pixels = torch.from_numpy(network_input(pictures, model.config.input_kind))
    told = torch.full((len(pixels),), category)
    code: Float32Array = model.encode(pixels, told).z.mean(0).numpy()
    return code
