"""The baseline that only looks up: the made shape whose pictures the model's own encoder finds most alike.

A decoder that does not beat it has learned to name shapes, not to make them. Shapes are held-out ones, each
seen from several random sides; the nearest latent code within the category decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from imrecon_gui.core.image import frame, network_input
from imrecon_gui.core.model import ReconModel
from training.cameras import random_cameras
from training.cases import truth_points
from training.categories import make
from training.lights import random_lights
from training.render import Renderer
from training.shape import Shape
from training.shards import FIRST_HELD_SEED

VIEWS = 2
_BATCH = 32
_LIFT = 1e-3
_SURFACE_POINTS = 10_000


@dataclass(frozen=True, eq=False)
class Shelf:
    """The pictures of one category's shapes, encoded.

    Attributes:
        codes: (shapes * VIEWS, z_dim) float32, told the category.
        seeds: (shapes * VIEWS,) which shape each is of, see `training.categories.make`.
    """

    codes: Tensor
    seeds: NDArray[np.int64]

    def nearest(self, z: Tensor) -> int:
        """Seed of the shape with the code nearest (Euclidean) to z (z_dim,)."""
        return int(self.seeds[int((self.codes - z.to(self.codes)).square().sum(1).argmin())])


@dataclass(frozen=True, eq=False)
class Found:
    """A shape's own geometry.

    Attributes:
        inside: (100000,) bool at `training.cases.truth_points`.
        surface: (n, 3) float64 points on what is seen of its surface, about 10,000.
    """

    inside: NDArray[np.bool_]
    surface: NDArray[np.float64]


class Retrieval:
    """Shelves of the categories of one model, filled when they are first asked for."""

    def __init__(self, model: ReconModel, shapes: int, device: str = "cpu") -> None:
        """Remember what to fill the shelves with.

        Args:
            model: Whose encoder compares.
            shapes: On each shelf.
            device: Where the encoder runs, in torch's words.
        """
        self._model, self._shapes, self._device = model, shapes, device
        self._shelves: dict[str, Shelf] = {}

    def find(self, z: Tensor, category: str) -> Found:
        """The shape of a category nearest to the code z (z_dim,) of a picture.

        Raises:
            TrainingError: There is no such procedural category, or no OpenGL to draw its shapes.
        """
        if category not in self._shelves:
            self._shelves[category] = self._filled(category)
        return geometry(category, self._shelves[category].nearest(z))

    def _filled(self, category: str) -> Shelf:
        seeds = range(FIRST_HELD_SEED, FIRST_HELD_SEED + self._shapes)
        with Renderer() as renderer:
            pictures = np.concatenate([_pictures(renderer, category, seed) for seed in seeds])
        return Shelf(self._encoded(pictures, category), np.repeat(np.array(seeds, np.int64), VIEWS))

    def _encoded(self, pictures: NDArray[np.uint8], category: str) -> Tensor:
        config, codes = self._model.config, []
        number = config.categories.index(category)
        for start in range(0, len(pictures), _BATCH):
            batch = torch.from_numpy(network_input(pictures[start : start + _BATCH], config.input_kind))
            told = torch.full((len(batch),), number, device=self._device)
            with torch.inference_mode():
                codes.append(self._model.encode(batch.to(self._device), told).z.float().cpu())
        return torch.cat(codes)


def _pictures(renderer: Renderer, category: str, seed: int) -> NDArray[np.uint8]:
    """Network inputs (VIEWS, 128, 128, 4) of one shape from random sides."""
    rng = np.random.default_rng([seed, VIEWS])
    cameras, lights = random_cameras(rng, VIEWS), random_lights(rng, VIEWS)
    return np.stack([frame(picture) for picture in renderer.render(make(category, seed), cameras, lights)])


@lru_cache(256)
def geometry(category: str, seed: int) -> Found:
    """The geometry of one made shape."""
    shape = make(category, seed)
    return Found(shape.inside(truth_points()), outer_points(shape, np.random.default_rng(seed)))


def outer_points(shape: Shape, rng: np.random.Generator) -> NDArray[np.float64]:
    """Points (n, 3) uniform over a shape's surface, without what other parts cover; n is about 10,000."""
    corners = shape.triangles()[0].astype(np.float64).reshape(-1, 3, 3)
    a, ab, ac = corners[:, 0], corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    normal = np.cross(ab, ac)
    area = np.linalg.norm(normal, axis=1)
    face = rng.choice(len(area), 2 * _SURFACE_POINTS, p=area / area.sum())
    u, v = rng.random((2, len(face), 1))
    u, v = np.where(u + v > 1, 1 - u, u), np.where(u + v > 1, 1 - v, v)
    points = a[face] + u * ab[face] + v * ac[face]
    lifted = points + _LIFT * normal[face] / area[face, None]
    return np.asarray(points[~shape.inside(lifted)][:_SURFACE_POINTS])
