"""What a network is made of: the one description from which encoder and decoder are built.

`ARCHITECTURES` holds the named designs. Anything between them is a `ModelConfig` with other numbers
and needs no new code. Nothing here imports torch, so a model's card can be read without it.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from imrecon_gui.core.errors import ModelError

INPUT_CHANNELS = {"rgba": 4, "rgb": 3, "gray": 1}
RESNET18 = (2, 2, 2, 2)
ENCODERS = ("resnet18", "im-net-2020")
OUTPUTS = ("sigmoid", "clamp")

Frame = tuple[tuple[float, float, float], tuple[float, float, float], tuple[float, float, float]]
IDENTITY: Frame = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


@dataclass(frozen=True)
class ModelConfig:
    """Everything that fixes the names and shapes of a network's weights, and what they mean.

    Attributes:
        arch: The design's name; a key of `ARCHITECTURES` or a name of one's own.
        categories: Names of the categories the network was trained on, in the order of its outputs.
        input_kind: "rgba", "rgb" or "gray": which network input the encoder reads.
        encoder: "resnet18" or "im-net-2020" (the encoder of the authors' PyTorch code).
        blocks: Residual blocks of each of the four stages of "resnet18"; the paper's has two of each.
        refinements: Residual blocks that refine an aligned network's coarse feature map.
        finished: Whether its fine map is finished with what the coarse one knows.
        placed: Whether its latent code is told where in the picture things are, as the camera's head sees it.
        encoder_width: Channels of the first convolution of "im-net-2020"; "resnet18" has 64.
        z_dim: Length of the latent code.
        z_sigmoid: Whether the latent code is squeezed into (0, 1).
        classify: Whether a head on the picture's features names the category.
        condition: Whether the chosen category enters the latent code (needs `classify`).
        widths: Outputs of each hidden layer of the decoder; one more layer gives the single value.
        skip: Whether (z, xyz) is concatenated to the input of every hidden layer after the first.
        slope: Negative slope of the decoder's leaky ReLU.
        output: "sigmoid": occupancy is sigmoid(logit). "clamp": the last layer's value itself is the
            occupancy, clamped to [0, 1] with a small leak, and the logit is that value minus 1/2.
        frame: (3, 3) matrix from object space to the coordinates the decoder was trained in.
        features: Channels of the feature maps of an aligned network, coarse and fine; none for the paper's
            kind, whose decoder is given the latent code alone. See `imrecon_gui.core.sight`.
        biases: By how much logits of each category are too high, as calibration on held-out shapes found;
            with them a field is cut where the expected overlap is best, see `imrecon_gui.core.overlap`, and
            without at the logit of one half.
        mirrored: Categories whose mirror image is asked too, see `imrecon_gui.core.mirror`.
    """

    arch: str
    categories: tuple[str, ...] = ()
    input_kind: str = "rgba"
    encoder: str = "resnet18"
    blocks: tuple[int, ...] = RESNET18
    refinements: int = 0
    finished: bool = False
    placed: bool = False
    encoder_width: int = 64
    z_dim: int = 256
    z_sigmoid: bool = False
    classify: bool = False
    condition: bool = False
    widths: tuple[int, ...] = (256,) * 6
    skip: bool = True
    slope: float = 0.02
    output: str = "sigmoid"
    frame: Frame = IDENTITY
    features: tuple[int, ...] = ()
    biases: tuple[float, ...] = ()
    mirrored: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        problem = _problem(self)
        if problem:
            raise ModelError(f"The network description is not usable: {problem}.", "Use another model file.")

    @property
    def channels(self) -> int:
        """Channels of the encoder's input."""
        return INPUT_CHANNELS[self.input_kind]

    def bias_of(self, category: str) -> float | None:
        """The calibrated bias of a category's logits; None where there is none."""
        known = bool(self.biases) and category in self.categories
        return self.biases[self.categories.index(category)] if known else None

    @classmethod
    def preset(cls, arch: str, categories: tuple[str, ...] = (), **changes: Any) -> ModelConfig:
        """Description of a named design.

        Args:
            arch: A key of `ARCHITECTURES`.
            categories: Names of the categories, in the order of the network's outputs.
            **changes: Fields to set otherwise.

        Raises:
            ModelError: No design has this name, or the changes make no network.
        """
        if arch not in ARCHITECTURES:
            known = ", ".join(ARCHITECTURES)
            raise ModelError(f'There is no network design called "{arch}".', f"Choose one of {known}.")
        return cls(**{**ARCHITECTURES[arch], "arch": arch, "categories": tuple(categories), **changes})

    def to_json(self) -> dict[str, Any]:
        """Fields as JSON values; see `from_json`."""
        return dataclasses.asdict(self)

    @classmethod
    def from_json(cls, values: Any) -> ModelConfig:
        """Rebuild a description from `to_json`'s values.

        Raises:
            ModelError: A field is missing, unknown or of the wrong type.
        """
        try:
            values = dict(values)
            for name in ("categories", "widths"):
                values[name] = tuple(values[name])
            values["features"] = tuple(values.get("features", ()))
            values["blocks"] = tuple(values.get("blocks", RESNET18))
            values["mirrored"] = tuple(values.get("mirrored", ()))
            values.pop("levels", None)  # one for each category, in files older than `biases`
            values["biases"] = tuple(float(v) for v in values.get("biases", ()))
            values["frame"] = tuple(tuple(float(v) for v in row) for row in values["frame"])
            return cls(**values)
        except (TypeError, ValueError, KeyError) as error:
            raise ModelError(
                f"The network description in the model file is damaged ({error}).",
                "Train or download the model again.",
            ) from error


def _problem(config: ModelConfig) -> str:
    """The first thing wrong with a description, or an empty string."""
    checks = {
        "a field has the wrong type": _types_fit(config),
        f'input kind "{config.input_kind}" is unknown': config.input_kind in INPUT_CHANNELS,
        f'encoder "{config.encoder}" is unknown': config.encoder in ENCODERS,
        f'output "{config.output}" is unknown': config.output in OUTPUTS,
        "sizes must be positive": _sizes_fit(config),
        "the encoder needs one to 64 blocks in each of four stages": _depth_fits(config),
        "the frame is not 3 by 3": [len(row) for row in config.frame] == [3, 3, 3],
        "a category is named twice": len(set(config.categories)) == len(config.categories),
        "a mirrored category is not its own": set(config.mirrored) <= set(config.categories),
        "the biases do not match the categories": len(config.biases) in (0, len(config.categories)),
        "a category head needs categories": bool(config.categories) or not config.classify,
        "conditioning needs a category head": config.classify or not config.condition,
        "an aligned network needs two maps, a category and layers of one width": _aligned_fits(config),
        "only the resnet18 encoder classifies": config.encoder == "resnet18" or not config.classify,
    }
    return next((words for words, fine in checks.items() if not fine), "")


def _aligned_fits(config: ModelConfig) -> bool:
    if not config.features:
        return True
    plain = config.output == "sigmoid" and config.frame == IDENTITY and config.encoder == "resnet18"
    return plain and len(config.features) == 2 and config.condition and len(set(config.widths)) == 1


def _types_fit(config: ModelConfig) -> bool:
    words = (config.arch, config.input_kind, config.encoder, config.output, *config.categories)
    switches = (config.z_sigmoid, config.classify, config.condition, config.skip)
    parts = (config.finished, config.placed)
    sizes = (config.encoder_width, config.z_dim, *config.widths, *config.features)
    counts = (*config.blocks, config.refinements)
    return (
        all(isinstance(value, str) for value in words)
        and all(isinstance(value, bool) for value in (*switches, *parts))
        and all(type(value) is int for value in (*sizes, *counts))
        and isinstance(config.slope, float)
    )


def _depth_fits(config: ModelConfig) -> bool:
    counts = (*config.blocks, config.refinements + 1)
    return len(counts) == len(RESNET18) + 1 and all(type(n) is int and 0 < n <= 64 for n in counts)


def _sizes_fit(config: ModelConfig) -> bool:
    sizes = (config.encoder_width, config.z_dim, *config.widths, *config.features)
    return bool(config.widths) and all(type(size) is int and 0 < size <= 65536 for size in sizes)


ARCHITECTURES: dict[str, dict[str, Any]] = {
    # Chen & Zhang, CVPR 2019, section 3.1 and figure 2; the code squeezes z by a sigmoid.
    "im-svr": {
        "input_kind": "rgb",
        "z_dim": 128,
        "z_sigmoid": True,
        "widths": (2048, 1024, 512, 256, 128),
    },
    # The authors' PyTorch code of 2020: deeper, no skips, values clamped instead of squeezed.
    "im-net-2020": {
        "input_kind": "gray",
        "encoder": "im-net-2020",
        "z_dim": 256,
        "z_sigmoid": True,
        "widths": (1024, 1024, 1024, 512, 256, 128),
        "skip": False,
        "output": "clamp",
    },
    # About a tenth of the arithmetic a point, for two CPU cores; told the category.
    "im-compact": {
        "input_kind": "rgba",
        "z_dim": 256,
        "classify": True,
        "condition": True,
        "widths": (256,) * 6,
    },
    # The camera is predicted, and every point is asked with the features of its pixel.
    "im-aligned": {
        "input_kind": "rgba",
        "z_dim": 256,
        "classify": True,
        "condition": True,
        "widths": (256,) * 5,
        "features": (96, 32),
    },
}
