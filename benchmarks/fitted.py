"""A design's decoder taught one shape, so that its values are as sharp as a trained network's.

Random weights say as little of time as of shapes: their values lie so near each other everywhere that
bfloat16 is sure of no sign, and their surface is one that no object has.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from benchmarks import chair
from benchmarks.source import Source
from benchmarks.subject import Subject, network
from imrecon_gui.core.card import ModelCard
from imrecon_gui.core.checkpoint import save
from imrecon_gui.core.rough import halves_are_fast

POINTS = 4096
"""A step's."""

LEARNING_RATE = 1e-3
SEED = 0


def fitted(source: Source, steps: int, folder: Path) -> Source:
    """The design with a decoder that answers the sample picture's code with a chair, in a file of its own.

    Args:
        source: A design.
        steps: Of Adam, its rate falling to nothing along half a cosine; squared error of the occupancy, as
            the paper has it.
        folder: Where to write the file.
    """
    model, z = network(source), Subject(source, "cpu").encode()[0].z
    decoder = model.decoder
    optimiser = torch.optim.Adam(decoder.parameters(), LEARNING_RATE)
    rate = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, steps)
    rng = np.random.default_rng(SEED)
    for _ in range(steps):
        points = chair.sample(POINTS, rng)
        truth = torch.from_numpy(chair.inside(points)).float()
        with torch.autocast("cpu", torch.bfloat16, halves_are_fast()):
            logits = decoder(z, torch.from_numpy(points)[None])[0]
        loss = (decoder.occupancy(logits.float()) - truth).square().mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        rate.step()
    path = folder / f"{source.name}.safetensors"
    save(model, ModelCard(source.name, model.config), path)
    return Source(source.name, path, f"{steps} steps of a chair, squared error {loss.item():.4f}")
