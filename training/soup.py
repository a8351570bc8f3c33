"""What the renderer draws: a triangle soup with a material for each part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol

import numpy as np
from numpy.typing import NDArray

from training.materials import PATTERNS, Material

Float32Array = NDArray[np.float32]
_SMOOTH_BELOW_DEG = 35.0
_WELD = 1e-5  # object units
_MOST_PAIRS = 2_000_000


class _HasMaterial(Protocol):
    @property
    def material(self) -> Material: ...


class Drawable(Protocol):
    """What of a training.shape.Shape the renderer needs."""

    @property
    def parts(self) -> tuple[_HasMaterial, ...]: ...  # noqa: D102

    def triangles(self) -> tuple[Float32Array, NDArray[np.integer]]: ...  # noqa: D102


@dataclass(frozen=True, eq=False)
class Soup:
    """Triangles and what they are made of.

    Attributes:
        vertices: (3m, 3) float32 in object space, three to a triangle, counter-clockwise from outside
            (back faces are not drawn).
        part_index: (m,) which material each triangle has.
        materials: One for each part.
        LAYOUT: How moderngl reads a row of `vertex_table`.
        NAMES: What its columns are called in the shaders; the first is the place.
    """

    vertices: Float32Array
    part_index: NDArray[np.integer]
    materials: tuple[Material, ...]

    LAYOUT: ClassVar[str] = "3f 3f 1f"
    NAMES: ClassVar[tuple[str, ...]] = ("position", "normal", "part")

    @classmethod
    def of(cls, shape: Drawable) -> Soup:
        """The soup of a shape with parts."""
        vertices, part_index = shape.triangles()
        return cls(vertices, part_index, tuple(part.material for part in shape.parts))

    def vertex_table(self) -> Float32Array:
        """(3m, 7) float32: position, shading normal, part index."""
        part = np.repeat(np.asarray(self.part_index), 3)
        normals = smooth_normals(self.vertices, part)
        return np.concatenate([self.vertices, normals, part[:, None]], axis=1).astype(np.float32)

    def material_table(self) -> Float32Array:
        """(parts, 3, 4) float32: colour and gloss; colour2 and metal; pattern, scale, grain axis, 0."""
        axes = self._longest_axes()
        rows = [
            [[*m.colour, m.gloss], [*m.colour2, m.metal], [PATTERNS.index(m.pattern), m.scale, axis, 0]]
            for m, axis in zip(self.materials, axes, strict=True)
        ]
        return np.array(rows, np.float32)

    def _longest_axes(self) -> NDArray[np.int64]:
        """(parts,) axis along which each part is longest: wood's grain runs there."""
        part = np.repeat(np.asarray(self.part_index), 3)
        order = np.argsort(part, kind="stable")
        columns = np.ascontiguousarray(self.vertices[order].T)
        present, starts = np.unique(part[order], return_index=True)
        extent = np.maximum.reduceat(columns, starts, axis=1) - np.minimum.reduceat(columns, starts, axis=1)
        axes = np.zeros(len(self.materials), np.int64)
        axes[present] = np.argmax(extent, axis=0)
        return axes


def smooth_normals(vertices: Float32Array, part: NDArray[np.integer]) -> Float32Array:
    """Normals that are smooth over facets and crisp over edges.

    Each corner takes the area-weighted mean of the face normals that meet at its place, in its
    part, within 35 degrees of its own face's.

    Args:
        vertices: (3m, 3) triangle corners.
        part: (3m,) part of each corner.

    Returns:
        (3m, 3) float32 unit normals (zero for triangles without area).
    """
    corners = vertices.reshape(-1, 3, 3)
    areas = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    face = np.repeat(areas, 3, axis=0)
    first, second = _pairs(_places(vertices, part))
    unit = _unit(face)
    near = np.einsum("ij,ij->i", unit[first], unit[second]) > np.cos(np.radians(_SMOOTH_BELOW_DEG))
    first, second = first[near], second[near]
    summed = [np.bincount(first, face[second, axis], len(face)) for axis in range(3)]
    smooth = _unit(np.stack(summed, axis=1))
    return np.where(np.abs(smooth).sum(1, keepdims=True) > 0, smooth, unit).astype(np.float32)


def _places(vertices: Float32Array, part: NDArray[np.integer]) -> NDArray[np.int64]:
    """(3m,) label of each corner: equal for corners at one place of one part."""
    cells = np.rint(vertices.astype(np.float64) / _WELD).astype(np.int64)
    key = cells @ np.array([73856093, 19349663 * 4096, 83492791 * 262144], np.int64)
    key ^= part.astype(np.int64) * 2654435761
    return np.unique(key, return_inverse=True)[1].astype(np.int64)


def _pairs(label: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """All ordered pairs (i, j) of equal label, (i, i) included."""
    order = np.argsort(label, kind="stable")
    count = np.bincount(label)
    start = np.concatenate([[0], np.cumsum(count)[:-1]])
    partners = count[label[order]]
    if partners.sum() > _MOST_PAIRS:  # a pathological fan: flat shading is good enough
        return np.arange(len(label)), np.arange(len(label))
    first = np.repeat(order, partners)
    within = np.arange(len(first)) - np.repeat(np.cumsum(partners) - partners, partners)
    return first, order[np.repeat(start[label[order]], partners) + within]


def _unit(vectors: NDArray[np.floating]) -> NDArray[np.floating]:
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(length, 1e-20))
