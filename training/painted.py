"""Triangles painted by pictures: what found meshes bring along, beside the materials of made shapes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from training.soup import Float32Array, Soup

PICTURE = "picture"
"""The pattern of a material that takes its colour from a layer of `PaintedSoup.pictures`."""


@dataclass(frozen=True, eq=False)
class PaintedSoup(Soup):
    """A soup whose colours come from pictures and from its corners.

    Attributes:
        places: (3m, 2) float32 of each corner in its picture, from the lower left; pictures repeat.
        tints: (3m, 3) float32 sRGB in [0, 1] that the material's colour is multiplied by.
        pictures: (layers, s, s, 3) uint8, upper row first; at least one layer.
        layers: (parts,) the layer of each material of the pattern "picture".
        origin: (3,) float64, where the file has what is the origin here, as long as it is not placed.
    """

    places: Float32Array
    tints: Float32Array
    pictures: NDArray[np.uint8]
    layers: NDArray[np.integer]
    origin: NDArray[np.float64] = field(default_factory=lambda: np.zeros(3))

    LAYOUT: ClassVar[str] = "3f 3f 1f 2f 3f"
    NAMES: ClassVar[tuple[str, ...]] = ("position", "normal", "part", "place", "tint")

    def vertex_table(self) -> Float32Array:
        """(3m, 12) float32: as a plain soup's, then place and tint."""
        return np.concatenate([super().vertex_table(), self.places, self.tints], axis=1)

    def material_table(self) -> Float32Array:
        """(parts, 3, 4) float32: as a plain soup's, with the layer in its last place."""
        table = super().material_table()
        table[:, 2, 3] = self.layers
        return table

    def placed(self, turn: NDArray[np.float64]) -> PaintedSoup:
        """Turned by a rotation (3, 3) and normalised: bounding box centred, its longest side 1."""
        vertices = self.vertices.astype(np.float64) @ turn.T
        low, high = vertices.min(0), vertices.max(0)
        vertices = (vertices - (low + high) / 2) / float((high - low).max())
        return replace(self, vertices=vertices.astype(np.float32), origin=np.zeros(3))

    def two_sided(self) -> PaintedSoup:
        """With every triangle twice, once turned over: nobody knows which way found triangles look."""
        both = np.arange(len(self.vertices)).reshape(-1, 3)
        corners = np.concatenate([both, both[:, ::-1]]).ravel()
        part_index = np.concatenate([self.part_index] * 2)
        columns = {name: getattr(self, name)[corners] for name in ("vertices", "places", "tints")}
        return replace(self, part_index=part_index, **columns)
