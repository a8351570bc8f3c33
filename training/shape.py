"""A shape: painted solid parts whose union is the object."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from training.solids import Solid

if TYPE_CHECKING:
    from training.materials import Material

Float = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Part:
    """One solid and what it is made of."""

    solid: Solid
    material: Material


@dataclass(frozen=True, eq=False)
class Shape:
    """The union of painted parts, +Y up and front +Z, in any unit until `normalised`.

    Attributes:
        parts: The painted solids; they may overlap.
        kind: The topology drawn ("sedan", "star base"), for coverage tests and captions.
    """

    parts: tuple[Part, ...]
    kind: str = ""

    def bounds(self) -> Float:
        """Lowest and highest corner of all parts' triangulations: (2, 3) float64."""
        boxes = np.stack([part.solid.bounds() for part in self.parts])
        return np.stack([boxes[:, 0].min(0), boxes[:, 1].max(0)])

    def normalised(self) -> Shape:
        """Move the bounding box's centre to the origin and scale its longest side to 1."""
        low, high = self.bounds()
        matrix = np.diag([*[1 / float((high - low).max())] * 3, 1.0])
        matrix[:3, 3] = -(low + high) / 2 * matrix[0, 0]
        return Shape(tuple(Part(p.solid.mapped(matrix), p.material) for p in self.parts), self.kind)

    def inside(self, points: ArrayLike) -> NDArray[np.bool_]:
        """Tell which points (n, 3) lie in any part: (n,) bool."""
        p = np.asarray(points, dtype=np.float64)
        boxes, result = self._padded_boxes, np.zeros(len(p), dtype=bool)
        around = np.flatnonzero(((p >= boxes[:, 0].min(0)) & (p <= boxes[:, 1].max(0))).all(1))
        p, found = p[around], np.zeros(len(around), dtype=bool)  # most objects fill little of the cube
        for part, (low, high) in zip(self.parts, boxes, strict=True):
            near = np.flatnonzero(~found & ((p >= low) & (p <= high)).all(1))
            found[near] = part.solid.inside(p[near])
        result[around] = found
        return result

    def triangles(self) -> tuple[NDArray[np.float32], NDArray[np.int32]]:
        """Unwelded corners (3m, 3) float32, three a face, and each face's part (m,) int32."""
        corners, owners = [], []
        for index, part in enumerate(self.parts):
            vertices, faces = part.solid.mesh()
            corners.append(vertices[faces].reshape(-1, 3))
            owners.append(np.full(len(faces), index, dtype=np.int32))
        return np.concatenate(corners).astype(np.float32), np.concatenate(owners)

    @cached_property
    def _padded_boxes(self) -> Float:
        """Bounds that also hold what a round solid has beyond its triangulation: (parts, 2, 3)."""
        boxes = np.stack([part.solid.bounds() for part in self.parts])
        pad = 0.02 * (boxes[:, 1] - boxes[:, 0]).max(1, keepdims=True)
        return np.stack([boxes[:, 0] - pad, boxes[:, 1] + pad], axis=1)


def shape(parts: Iterable[tuple[Solid, Material]], kind: str = "") -> Shape:
    """Build a shape from (solid, material) pairs."""
    return Shape(tuple(Part(solid, material) for solid, material in parts), kind)
