"""Weights on disk: safetensors files that carry their own card. Nothing is ever unpickled.

Importing this module does not import torch; `read_card` never does.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from imrecon_gui.core.authors import import_authors
from imrecon_gui.core.card import METADATA_KEY, ModelCard, read_card
from imrecon_gui.core.directions import PREFIX, Directions
from imrecon_gui.core.errors import ModelError
from imrecon_gui.core.whole_file import write_whole

if TYPE_CHECKING:
    from torch import Tensor

    from imrecon_gui.core.model import ReconModel
    from imrecon_gui.core.types import Float32Array

__all__ = ["ModelCard", "add_directions", "import_authors", "load", "read_card", "save"]

_AGAIN = "Train, import or download the model again."


def save(model: ReconModel, card: ModelCard, path: Path, half: bool = False) -> None:
    """Write a network and its card; the file appears whole or not at all.

    Args:
        model: The network, on any device.
        card: Its card; `card.config` must be the network's.
        path: The file, customarily `*.safetensors`. Its folder is created.
        half: Store weights as float16, half the size. Running statistics of batch normalisation, and
            tensors that float16 cannot hold, stay float32.

    Raises:
        ModelError: The file cannot be written.
    """
    if card.config != model.config:
        raise ValueError("the card describes another network")
    tensors = {name: _stored(name, tensor, half) for name, tensor in model.state_dict().items()}
    _write(tensors, model.directions, card, path)


def add_directions(source: Path, directions: Directions, path: Path) -> None:
    """Write a model file with the shape directions given; its weights stay what they are, to the bit.

    Args:
        source: A file that `save` wrote.
        directions: What to add to it, or to put in place of those it has.
        path: Where to write it; may be the same file.

    Raises:
        ModelError: The file cannot be read or written, or the directions belong to another network.
    """
    card = read_card(source)
    _directions(card, dict(directions.to_arrays()))  # or it raises
    weights = {name: t for name, t in _read_tensors(source).items() if not name.startswith(PREFIX)}
    _write(weights, directions, card, path)


def _write(weights: dict[str, Tensor], directions: Directions | None, card: ModelCard, path: Path) -> None:
    import torch
    from safetensors.torch import save as to_bytes

    arrays = {} if directions is None else directions.to_arrays()
    tensors = weights | {name: torch.from_numpy(array).contiguous() for name, array in arrays.items()}
    data = to_bytes(tensors, {METADATA_KEY: card.to_json()})
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ModelError(
            f"The model cannot be written to {path}: {reason}.", "Choose another folder or free some space."
        ) from error


def load(path: Path, device: str = "cpu") -> tuple[ReconModel, ModelCard]:
    """Read a network, ready for use: float32, evaluation mode.

    Args:
        path: A file that `save` wrote.
        device: Where the weights go, in torch's words.

    Raises:
        ModelError: The file is missing or damaged, or its weights do not fit its card.
    """
    card = read_card(path)
    tensors = {n: t.float() if t.is_floating_point() else t for n, t in _read_tensors(path).items()}
    arrays = {name: tensors.pop(name).numpy() for name in list(tensors) if name.startswith(PREFIX)}
    try:
        model = _fitted(card, tensors).to(device).eval()
    except (RuntimeError, TypeError, ValueError) as error:
        if "size mismatch" not in str(error) and "in state_dict" not in str(error):
            raise
        raise ModelError(
            f"The weights in {path.name} do not fit the network its card describes.", _AGAIN
        ) from error
    model.directions = _directions(card, arrays)
    return model, card


def _directions(card: ModelCard, arrays: dict[str, Float32Array]) -> Directions | None:
    """A file's shape directions, None if it has none."""
    if not arrays:
        return None
    return Directions.from_arrays(arrays, max(len(card.categories), 1), card.config.z_dim)


def _fitted(card: ModelCard, tensors: dict[str, Tensor]) -> ReconModel:
    """The network of a card around given weights; no random weights are drawn first."""
    import torch

    from imrecon_gui.core.model import ReconModel
    from imrecon_gui.core.undrawn import Undrawn

    with torch.device("meta"), Undrawn():
        model = ReconModel(card.config)
    model.load_state_dict(tensors, strict=True, assign=True)
    return model


def _read_tensors(path: Path) -> dict[str, Tensor]:
    # Read, not mapped: a mapped file could not be replaced on Windows while the model is in use.
    from safetensors import SafetensorError
    from safetensors.torch import load as from_bytes

    try:
        tensors = from_bytes(path.read_bytes())
    except (SafetensorError, OSError, ValueError) as error:
        raise ModelError(f"The weights in {path.name} cannot be read ({error}).", _AGAIN) from error
    return dict(tensors)


def _stored(name: str, tensor: Tensor, half: bool) -> Tensor:
    """A tensor as it goes into the file."""
    tensor = tensor.detach().cpu().contiguous()
    if not half or not tensor.is_floating_point() or ".running_" in name:
        return tensor
    small = tensor.half()
    return small if bool(small.isfinite().all()) else tensor
