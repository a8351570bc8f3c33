"""Import of weights trained with the PyTorch code of the method's authors (2020).

Their file is a pickled state dict with the keys `img_encoder.*` and `generator.*`; only tensors are let
out of it. The result is an "im-net-2020" network in this program's own format.

Their frame: voxels of ShapeNet objects at 256^3, reoriented by the authors from ShapeNet v1's axes to
v2's, which are +Y up and front -Z; points at cell centres, (i + 1/2) / n - 1/2; objects scaled to a
bounding-box diagonal of one. A half turn about Y brings our front (+Z) to theirs. The ratio of an
object's diagonal to its longest side depends on the object, so sizes cannot be converted: our whole
cube is mapped on theirs, and objects come out smaller than one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from imrecon_gui.core.card import ModelCard
from imrecon_gui.core.config import Frame, ModelConfig
from imrecon_gui.core.errors import ModelError
from imrecon_gui.core.types import FIELD_BOUND

if TYPE_CHECKING:
    from torch import Tensor

CATEGORIES = (
    *("airplane", "bench", "boat", "cabinet", "car", "chair", "display"),
    *("lamp", "loudspeaker", "rifle", "sofa", "table", "telephone"),
)

_SCALE = 0.5 / FIELD_BOUND
FRAME: Frame = ((-_SCALE, 0.0, 0.0), (0.0, _SCALE, 0.0), (0.0, 0.0, -_SCALE))
FRAME_TEXT = (
    "ShapeNet v2 axes (+Y up, front -Z) as the authors' sampling code documents, bounding-box diagonal 1; "
    "turned to +Y up, front +Z here. Neither was checked against their data."
)
_EXPECTED = "Expected is the state dict of IM_SVR in the authors' PyTorch code (img_encoder.*, generator.*)."
_BLOCK_PARTS = {"bn_1": "norm_1", "bn_2": "norm_2", "conv_s": "shortcut", "bn_s": "shortcut_norm"}
_STEM_PARTS = {
    **{"conv_0": "stem", "bn_0": "stem_norm", "conv_9": "tail", "bn_9": "tail_norm"},
    **{"conv_10": "to_z"},
}


def import_authors(
    source: Path, destination: Path, categories: Sequence[str] = CATEGORIES, name: str | None = None
) -> Path:
    """Convert the authors' weights to a model of this program.

    Args:
        source: Their `.pth` file. It is read with `weights_only=True`: no code in it can run.
        destination: Folder of the new model.
        categories: What the weights were trained on; the network itself does not tell categories apart.
        name: What to call the model; the source's stem by default.

    Returns:
        The new file, in `destination`.

    Raises:
        ModelError: The file is not what is expected, or a model of this name is already there.
    """
    from imrecon_gui.core.checkpoint import save
    from imrecon_gui.core.model import ReconModel

    name = name or source.stem
    target = destination / (re.sub(r"[^\w.-]+", "-", name) + ".safetensors")
    if target.exists():
        raise ModelError(f"A model file {target.name} is already there.", "Give the import another name.")
    theirs = _read(source)
    try:
        model = ReconModel(_config(theirs, categories))
        model.load_state_dict(_renamed(theirs))
    except (KeyError, IndexError, ValueError, RuntimeError) as error:
        raise ModelError(f"{source.name} does not hold the authors' network.", _EXPECTED) from error
    save(model, _card(name, model.config), target)
    return target


def _read(source: Path) -> dict[str, Tensor]:
    """The tensors of a pickled state dict, nothing else."""
    import torch

    try:
        values = torch.load(source, map_location="cpu", weights_only=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ModelError(f"{source.name} cannot be read: {reason}.", "Check that the file exists.") from error
    except Exception as error:  # a damaged pickle can fail in any way at all
        raise ModelError(f"{source.name} is not a readable PyTorch weights file.", _EXPECTED) from error
    return _checked(values, source)


def _checked(values: Any, source: Path) -> dict[str, Tensor]:
    import torch

    groups = {str(key).split(".")[0] for key in values} if isinstance(values, Mapping) else set()
    if groups != {"img_encoder", "generator"} or not all(map(torch.is_tensor, values.values())):
        found = ", ".join(sorted(groups)[:5]) or type(values).__name__
        raise ModelError(f"{source.name} is not the authors' image network: it holds {found}.", _EXPECTED)
    return dict(values)


def _config(theirs: Mapping[str, Tensor], categories: Sequence[str]) -> ModelConfig:
    """The description of their network, with sizes read off the weights."""
    n_linear = sum(re.fullmatch(r"generator\.linear_\d+\.weight", key) is not None for key in theirs)
    weights = [theirs[f"generator.linear_{i + 1}.weight"] for i in range(n_linear)]
    return ModelConfig.preset(
        "im-net-2020",
        tuple(categories),
        encoder_width=len(theirs["img_encoder.conv_0.weight"]),
        z_dim=len(theirs["img_encoder.conv_10.weight"]),
        widths=tuple(len(weight) for weight in weights[:-1]),
        frame=FRAME,
    )


def _renamed(theirs: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Their tensors under our names."""
    ours: dict[str, Tensor] = {}
    for key, tensor in theirs.items():
        group, module, *rest = key.split(".")
        ours.update(_encoder_tensor(module, rest, tensor) if group == "img_encoder" else {})
        ours.update(_decoder_tensors(module, rest[0], tensor) if group == "generator" else {})
    return ours


def _encoder_tensor(module: str, rest: list[str], tensor: Tensor) -> dict[str, Tensor]:
    """conv_0, bn_0, res_1 ... res_8, conv_9, bn_9, conv_10 -> stem, blocks, tail, to_z."""
    if module.startswith("res_"):
        part, leaf = rest
        block = int(module.removeprefix("res_")) - 1
        return {f"encoder.blocks.{block}.{_BLOCK_PARTS.get(part, part)}.{leaf}": tensor}
    return {f"encoder.{_STEM_PARTS[module]}.{rest[0]}": tensor}


def _decoder_tensors(module: str, leaf: str, tensor: Tensor) -> dict[str, Tensor]:
    """linear_1 ... linear_n -> layers; the first one's input is (xyz, z), in this order."""
    index = int(module.removeprefix("linear_")) - 1
    layer = f"decoder.layers.{index}"
    if leaf == "bias":
        return {f"{layer}.bias": tensor}
    if index == 0:
        return {f"{layer}.weight_xyz": tensor[:, :3], f"{layer}.weight_z": tensor[:, 3:]}
    return {f"{layer}.weight_hidden": tensor}


def _card(name: str, config: ModelConfig) -> ModelCard:
    return ModelCard(
        name=name,
        config=config,
        frame=FRAME_TEXT,
        training_data="Not recorded in the file; the authors trained on 13 categories of ShapeNet.",
        recipe="Trained elsewhere with the authors' PyTorch code, imported here.",
        licence="Not recorded in the file: ask who trained it. ShapeNet is for non-commercial research.",
    )
