"""The network step by step, with the numbers of every step: for those who want to see how it works.

It is the network of the real reconstruction, asked the same questions, and cut at the same level.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from imrecon_gui.core.boxes import boxes
from imrecon_gui.core.errors import EmptyFieldError, ModelError
from imrecon_gui.core.field import Field, sample_field
from imrecon_gui.core.isosurface import extract
from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.lift import Lift, lifted
from imrecon_gui.core.overlap import level_rule
from imrecon_gui.core.types import AUTO, FIELD_BOUND, Float32Array, Mesh, PreparedImage
from imrecon_gui.core.viewpoint import Viewpoint

if TYPE_CHECKING:
    from torch import Tensor

    from imrecon_gui.core.checkpoint import ModelCard
    from imrecon_gui.core.device import Device
    from imrecon_gui.core.encoder import Encoding
    from imrecon_gui.core.model import ReconModel

AXES = ("x", "y", "z")
SLICE_SIZE = 80
"""Points along each side of a slice."""

DIRECTIONS = 4
"""Directions in which the latent code can be moved."""

FARTHEST = 2.0
"""How far a nudge of 1 moves the latent code, in its own lengths: far enough that nobody overlooks it."""

_SCAN = 64
"""Cells along each axis of the grid on which the level is chosen: as finely as a reconstruction does."""

_SEED = 5
_PIECE = 1024
_SURELY_OUTSIDE = -1e9
# Where a slice is looked at from: to the right and up in its picture, for each axis across it.
_RIGHT_AND_UP = {"x": ((0, 0, -1), (0, 1, 0)), "y": ((1, 0, 0), (0, 0, -1)), "z": ((1, 0, 0), (0, 1, 0))}


@dataclass(frozen=True, eq=False)
class Reading:
    """What the encoder reads in a picture.

    Attributes:
        image: The picture.
        z: (z_dim,) float32, the latent code.
        category: The category the network was told or chose.
        probabilities: (category, probability) pairs, most likely first; empty if the model does not classify.
        viewpoint: Where the network thinks the picture was taken from, or None if it does not say.
    """

    image: PreparedImage
    z: Float32Array
    category: str
    probabilities: tuple[tuple[str, float], ...] = ()
    viewpoint: Viewpoint | None = None


@dataclass(frozen=True, eq=False)
class Cloud:
    """Points that were asked, and the answers.

    Attributes:
        points: (n, 3) float32 in object space, from the bottom to the top.
        probabilities: (n,) float32 in [0, 1] of being inside.
    """

    points: Float32Array
    probabilities: Float32Array


@dataclass(frozen=True)
class Nudge:
    """How the latent code is moved: along one of DIRECTIONS fixed directions, by an amount in [-1, 1]."""

    direction: int = 0
    amount: float = 0.0


class Lesson:
    """One picture in the hands of one network.

    Attributes:
        reading: What the encoder reads in the picture.
    """

    def __init__(
        self,
        image: PreparedImage,
        model: ReconModel,
        card: ModelCard,
        device: Device,
        category: str = AUTO,
        job: Job = NULL_JOB,
    ) -> None:
        """Read the picture; ModelError if the network does not know the category."""
        job.check()
        self._model, self._device = model, device.torch_device
        model.to(self._device).eval()
        self._encodings = self._encode(image, card, category)
        self.reading = _reading(image, self._encodings[0], card, category)
        self._lift: Lift | None = None
        self._level = self._settled_level(card.config.bias_of(self.reading.category), job)
        self._shift = self._level - model.decoder.level(0.5)
        self._fields: dict[int, Field] = {}

    def cloud(self, resolution: int, job: Job = NULL_JOB) -> Cloud:
        """All nodes of a grid of at most 63 cells along each axis (larger ones are not asked everywhere)."""
        values = self._field(resolution, job).values
        axis = np.linspace(-FIELD_BOUND, FIELD_BOUND, resolution + 1, dtype=np.float32)
        y, z, x = np.meshgrid(axis, axis, axis, indexing="ij")
        points = np.stack([x, y, z], -1).reshape(-1, 3)
        return Cloud(points, self._probabilities(values.transpose(1, 2, 0).reshape(-1)))

    def slice(self, axis: str, at: float, job: Job = NULL_JOB) -> Float32Array:
        """Probabilities on a plane across an axis.

        Args:
            axis: One of AXES.
            at: Where the plane cuts it, in object units.
            job: Asked between pieces whether to go on.

        Returns:
            (SLICE_SIZE, SLICE_SIZE) float32 in [0, 1], seen from the axis's positive end, rows from the top.
        """
        logits = self._ask(slice_points(axis, at), job)
        return self._probabilities(logits).reshape(SLICE_SIZE, SLICE_SIZE)

    def voxels(self, resolution: int, job: Job = NULL_JOB) -> Mesh | None:
        """A box around every node inside, None if there is none."""
        inside = self._field(resolution, job).values > np.float32(self._level)
        return boxes(inside) if inside.any() else None

    def mesh(self, resolution: int, nudge: Nudge = Nudge(), job: Job = NULL_JOB) -> Mesh | None:
        """The marching-cubes mesh, with normals, of the latent code moved by a nudge; None if it is empty."""
        from imrecon_gui.core.mesh_ops import vertex_normals

        field = (
            self._field(resolution, job) if nudge.amount == 0 else self._moved_field(resolution, nudge, job)
        )
        try:
            mesh = extract(field, self._level, job)
        except EmptyFieldError:
            return None
        return Mesh(mesh.vertices, mesh.faces, vertex_normals(mesh))

    def _encode(self, image: PreparedImage, card: ModelCard, category: str) -> list[Encoding]:
        """What the encoder makes of the picture, and of its mirror image where that one is asked too."""
        import torch

        from imrecon_gui.core.image import network_input
        from imrecon_gui.core.mirror import encodings

        pixels = torch.from_numpy(network_input(image.network_rgba[None], card.input_kind)).to(self._device)
        if category != AUTO and category not in card.categories:
            raise ModelError(f'This model does not know the category "{category}".', "Choose another one.")
        told = (
            None if category == AUTO else torch.tensor([card.categories.index(category)], device=self._device)
        )
        with torch.inference_mode():
            return encodings(self._model, card.config, pixels, told)

    def _settled_level(self, bias: float | None, job: Job) -> float:
        """The logit of the surface: the one of one half, or the best for this picture, lifted as it needs."""
        rule = level_rule(self._model.decoder.level(0.5), bias)
        if not callable(rule):
            return rule
        field = sample_field(self._bind(), _SCAN, level=rule, device=self._device, job=job)
        self._lift = field.lift
        return field.level

    def _field(self, resolution: int, job: Job) -> Field:
        """The field of the picture's own latent code; kept, for several steps look at the same."""
        if resolution not in self._fields:
            self._fields[resolution] = self._sample(self._bind(), resolution, job)
        return self._fields[resolution]

    def _moved_field(self, resolution: int, nudge: Nudge, job: Job) -> Field:
        z = self._encodings[0].z
        step = z.new_tensor(direction(nudge.direction, z.shape[1])) * z.norm()
        return self._sample(self._bind(nudge.amount * FARTHEST * step), resolution, job)

    def _sample(self, decode: Callable[[Tensor], Tensor], resolution: int, job: Job) -> Field:
        return sample_field(decode, resolution, level=self._level, device=self._device, job=job)

    def _bind(self, step: Tensor | float = 0.0) -> Callable[[Tensor], Tensor]:
        """The picture's field, with the latent code moved by a step."""
        import torch

        from imrecon_gui.core.mirror import mean_field

        self._model.to(self._device)  # a reconstruction that ran out of memory may have taken it to the CPU
        with torch.inference_mode():
            bound = [self._model.bind(own._replace(z=own.z + step)) for own in self._encodings]
            return lifted(mean_field(bound), self._lift)

    def _ask(self, points: Float32Array, job: Job) -> Float32Array:
        """Logits (n,) at points (n, 3); what is no number counts as outside."""
        import torch

        decode, answers = self._bind(), []
        for start in range(0, len(points), _PIECE):
            job.check()
            piece = torch.from_numpy(points[start : start + _PIECE]).to(self._device)
            with torch.inference_mode():
                answers.append(decode(piece).float().cpu().numpy())
        logits: Float32Array = np.nan_to_num(np.concatenate(answers), nan=_SURELY_OUTSIDE)
        return logits

    def _probabilities(self, logits: Float32Array) -> Float32Array:
        """Occupancies in [0, 1], one half on the surface."""
        import torch

        occupancy = self._model.decoder.occupancy(torch.from_numpy(logits - np.float32(self._shift)))
        found: Float32Array = np.clip(occupancy.numpy(), 0, 1).astype(np.float32)
        return found


def slice_points(axis: str, at: float) -> Float32Array:
    """The points of a slice, (SLICE_SIZE^2, 3) float32, row by row; see `Lesson.slice`."""
    right, up = (np.array(way, np.float32) for way in _RIGHT_AND_UP[axis])
    along = np.linspace(-FIELD_BOUND, FIELD_BOUND, SLICE_SIZE, dtype=np.float32)
    points = along[::-1, None, None] * up + along[None, :, None] * right
    points[..., AXES.index(axis)] = at
    return points.reshape(-1, 3)


def direction(number: int, n: int) -> Float32Array:
    """Direction `number`, below DIRECTIONS: (n,) float32 of length 1, random but always the same."""
    drawn = np.random.default_rng((_SEED, number)).standard_normal(n)
    unit: Float32Array = (drawn / np.linalg.norm(drawn)).astype(np.float32)
    return unit


def _reading(image: PreparedImage, encoding: Encoding, card: ModelCard, category: str) -> Reading:
    odds: Any = encoding.category_logits
    shares = () if odds is None else odds[0].float().softmax(0).tolist()
    ranked = tuple(sorted(zip(card.categories, shares, strict=False), key=lambda pair: -pair[1]))
    sight = encoding.sight
    viewpoint = None if sight is None else Viewpoint.of(sight.viewpoint()[0].cpu().numpy())
    chosen = _likeliest(encoding, card) if category == AUTO else category
    return Reading(image, encoding.z[0].float().cpu().numpy(), chosen, ranked, viewpoint)


def _likeliest(encoding: Encoding, card: ModelCard) -> str:
    """The likeliest category; the first where the network names none, AUTO where there is none."""
    odds: Any = encoding.category_logits
    if odds is None or not card.categories:
        return next(iter(card.categories), AUTO)
    return card.categories[int(odds[0].argmax())]
