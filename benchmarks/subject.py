"""A network at work on one sample picture."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from benchmarks.budget import Budget
from benchmarks.picture import sample_picture
from benchmarks.procedures.dense import node_values
from benchmarks.question import Question
from benchmarks.source import Source
from imrecon_gui.core import device as devices
from imrecon_gui.core.coarse import SURE
from imrecon_gui.core.cone import VisualCone
from imrecon_gui.core.encoder import Encoding
from imrecon_gui.core.image import network_input, prepare
from imrecon_gui.core.mirror import encodings, mean_field, mirrored
from imrecon_gui.core.model import ModelConfig, ReconModel
from imrecon_gui.core.overlap import level_rule
from imrecon_gui.core.point_evaluator import Decode, Within
from imrecon_gui.core.quick_encoder import answer_quickly
from imrecon_gui.core.rough import rough_twin
from imrecon_gui.core.types import FIELD_BOUND, Float32Array

SURVEYED = 32
"""Cells along each axis of the grid from which the level is chosen."""

SEED = 0


@dataclass(frozen=True)
class Survey:
    """What is to be known of a network before it is measured.

    Attributes:
        level: The logit of the surface, one for all procedures and resolutions.
        flops_per_point: Floating-point operations of the matrix products that one point needs.
    """

    level: float
    flops_per_point: int


def survey(source: Source, device: str) -> Survey:
    """Choose the level of the surface and count a point's arithmetic.

    Raises:
        ModelError: The file cannot be used.
        DeviceError: There is no such device.
    """
    subject = Subject(source, device)
    codes = subject.encode()
    flops = len(codes) * _flops_per_point(subject.model)
    return Survey(subject.level(codes), flops)


class Subject:
    """A network, its picture and a device.

    Attributes:
        model: The network, ready for use.
        device: Where it runs.
    """

    def __init__(self, source: Source, device: str) -> None:
        self.device = devices.choose(device)
        self._source = source
        self.model = network(source).to(self.device.torch_device).eval()
        answer_quickly(self.model)
        rgba = prepare(sample_picture()).network_rgba
        self._alpha = rgba[..., 3]
        picture = network_input(rgba[None], self.config.input_kind)
        self._pixels = torch.from_numpy(picture).to(self.device.torch_device)

    @property
    def config(self) -> ModelConfig:
        """What the network was built from."""
        return self.model.config

    def encode(self) -> list[Encoding]:
        """The picture's encoding, and its mirror image's where the program asks that too."""
        with torch.no_grad():  # inference mode would bar the codes from the plain forward pass
            codes = encodings(self.model, self.config, self._pixels)
        if self.device.name == "cuda":
            torch.cuda.synchronize()
        return codes

    def level(self, codes: list[Encoding]) -> float:
        """The logit of the surface: the program's for trained weights, the median logit for random ones."""
        logits = node_values(self.question(codes, SURVEYED, 0.0, Budget(float("inf"))))
        if self._source.path is None:
            return float(np.median(logits))
        rule = level_rule(self.model.decoder.level(0.5), self.config.bias_of(self._category(codes[0])))
        return float(np.float32(rule(logits, 2 * FIELD_BOUND / SURVEYED).level if callable(rule) else rule))

    def question(self, codes: list[Encoding], resolution: int, level: float, budget: Budget) -> Question:
        """The field of the picture, to be sampled."""
        return Question(
            lambda: mean_field(self._bound(codes)),
            lambda: self._rough(codes),
            lambda points: self._plain(codes, points),
            resolution,
            level,
            budget,
            self.device.points_per_chunk(self.model),
            self.device.torch_device,
            self._within(codes[0]),
            SURE if self.config.biases else None,
        )

    def _within(self, code: Encoding) -> Within | None:
        """Where the object can be, as `core.pipeline` has it."""
        if code.sight is None or not self.config.biases:
            return None
        return VisualCone(self._alpha, code.sight.viewpoint()[0])

    def _bound(self, codes: list[Encoding]) -> list[Decode]:
        return [self.model.bind(code) for code in codes]

    def _rough(self, codes: list[Encoding]) -> Decode | None:
        twins = [rough_twin(field) for field in self._bound(codes)] if self.device.name == "cpu" else []
        found: list[Decode] = [twin for twin in twins if twin is not None]
        return mean_field(found) if found else None

    def _plain(self, codes: list[Encoding], points: Float32Array) -> Float32Array:
        """Logits (n,) through the network's own forward pass, as in training."""
        asked = torch.from_numpy(points).to(self.device.torch_device)[None]
        logits = self.model.logits(codes[0], asked)
        if len(codes) > 1:
            logits = (logits + self.model.logits(codes[1], mirrored(asked))) / 2
        return np.asarray(logits[0].detach().cpu().numpy(), np.float32)

    def _chosen(self, code: Encoding) -> int:
        return 0 if code.category_logits is None else int(code.category_logits[0].argmax())

    def _category(self, code: Encoding) -> str:
        names = self.config.categories
        return names[self._chosen(code)] if names else ""


def network(source: Source) -> ReconModel:
    """A file's network, or a design's with weights drawn from a fixed seed."""
    from imrecon_gui.core.checkpoint import load

    if source.path is not None:
        return load(source.path)[0]
    torch.manual_seed(SEED)
    return ReconModel(ModelConfig.preset(source.name))


def _flops_per_point(model: ReconModel) -> int:
    """Two for each weight, but for those of the latent code, whose share is computed once a shape."""
    per_point = (
        weight
        for name, weight in model.decoder.named_parameters()
        if weight.ndim == 2 and not name.startswith("codes.") and not name.endswith("weight_z")
    )
    return 2 * sum(weight.numel() for weight in per_point)
