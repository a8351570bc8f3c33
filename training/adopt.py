"""Start a network from another one's weights, category by category where the two differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import torch
from torch import Tensor, nn

from imrecon_gui.core.checkpoint import load
from imrecon_gui.core.encoder import Placing
from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.model import ReconModel
from imrecon_gui.core.resnet import BasicBlock
from imrecon_gui.core.sight import Finish

# Weights with a row for each category, and weights whose last columns are told the category.
ROWS = ("encoder.category_head.weight", "encoder.category_head.bias")
COLUMNS = ("encoder.to_z.weight", "encoder.camera_head.first.weight")
LAST: dict[type[nn.Module], str] = {BasicBlock: "bn2.weight", Finish: "bn2.weight", Placing: "weight"}
"""Of parts that a network may have more than another: those that, all zero, let it answer as without."""


def adopt(model: ReconModel, file: Path) -> None:
    """Overwrite a network's weights by those of a model file.

    Weights that belong to one category go to the category of the same name; categories that the file does
    not know keep the values they have. The network may have more residual blocks than the file's, finish its
    fine map and place its code; these change nothing until they have learned something.

    Args:
        model: The network to be trained.
        file: A .safetensors model of the same design; its categories may be others, its blocks fewer.

    Raises:
        ModelError: The file cannot be read.
        TrainingError: Its design is another one.
    """
    other, _ = load(file)
    theirs, ours = other.state_dict(), model.state_dict()
    before, now = other.config.categories, model.config.categories
    pairs = [(before.index(name), i) for i, name in enumerate(now) if name in before]
    more = dict(_parts_of_its_own(model, theirs))
    given = [name for name in ours if not name.startswith(tuple(f"{part}." for part in more))]
    fit = (n in theirs and _fits(n, theirs[n], ours[n], len(before), len(now)) for n in given)
    if set(theirs) - set(ours) or not all(fit):
        raise TrainingError(f"{file.name} is of another design.", "Start from a model of the same recipe.")
    with torch.no_grad():
        for name in given:
            _copy(name, theirs[name], ours[name], pairs, len(before), len(now))
        for name, last in more.items():
            nn.init.zeros_(ours[f"{name}.{last}"])


def _parts_of_its_own(model: ReconModel, theirs: Mapping[str, Tensor]) -> Iterator[tuple[str, str]]:
    """Names of parts that another network's weights lack and that can change nothing, with their `LAST`."""
    for name, module in model.named_modules():
        last = LAST.get(type(module))
        changes = isinstance(module, BasicBlock) and module.downsample is not None
        if last and not changes and f"{name}.{last}" not in theirs:
            yield name, last


def _fits(name: str, source: Tensor, target: Tensor, before: int, now: int) -> bool:
    have, want = list(source.shape), list(target.shape)
    axis = 0 if name in ROWS else 1 if name in COLUMNS else None
    if axis is not None and len(have) > axis:
        have[axis] += now - before
    return have == want


def _copy(
    name: str, source: Tensor, target: Tensor, pairs: list[tuple[int, int]], before: int, now: int
) -> None:
    if name in ROWS:
        for a, b in pairs:
            target[b] = source[a]
    elif name in COLUMNS:
        first_source, first_target = source.shape[1] - before, target.shape[1] - now
        target[:, :first_target] = source[:, :first_source]
        for a, b in pairs:
            target[:, first_target + b] = source[:, first_source + a]
    else:
        target.copy_(source)
