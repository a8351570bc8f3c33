"""Directions in which the shapes of a category differ most: principal directions of their latent codes.

They are found in the codes of a model's own training shapes, and lie in the model's file beside its weights.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.errors import ModelError
from imrecon_gui.core.types import Float32Array

Float64Array = NDArray[np.float64]

PREFIX = "directions."
"""Of the tensors' names in a model file."""

MOST = 5
"""Directions of each category."""


@dataclass(frozen=True, eq=False)
class Directions:
    """Of each of k categories, in the order of the network's outputs.

    Attributes:
        mean: (k, z_dim) float32, the mean code.
        units: (k, n, z_dim) float32, the directions, of length 1, those that tell most first.
        deviations: (k, n) float32, standard deviations of the codes along them.
    """

    mean: Float32Array
    units: Float32Array
    deviations: Float32Array

    def __len__(self) -> int:
        """How many directions each category has."""
        return int(self.units.shape[1])

    def step(self, category: int, amounts: Sequence[float]) -> Float32Array:
        """By how much the code is moved, (z_dim,) float32.

        Args:
            category: Index of the category.
            amounts: Of each direction, in standard deviations; missing ones are 0.
        """
        n = len(amounts)
        lengths = np.asarray(amounts, np.float32) * self.deviations[category, :n]
        step: Float32Array = (lengths @ self.units[category, :n]).astype(np.float32)
        return step

    def to_arrays(self) -> dict[str, Float32Array]:
        """What goes into a model file; see `from_arrays`."""
        return {
            f"{PREFIX}mean": self.mean,
            f"{PREFIX}units": self.units,
            f"{PREFIX}deviations": self.deviations,
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Float32Array], categories: int, z_dim: int) -> Directions:
        """Rebuild directions for a network of so many categories and such codes.

        Raises:
            ModelError: They belong to another network.
        """
        found = {name.removeprefix(PREFIX): values for name, values in arrays.items()}
        n = found["units"].shape[1] if "units" in found and found["units"].ndim == 3 else 0
        shapes = {"mean": (categories, z_dim), "units": (categories, n, z_dim), "deviations": (categories, n)}
        if {name: values.shape for name, values in found.items()} != shapes:
            raise ModelError(
                "The model's shape directions do not fit its network.",
                "Make them anew with `python -m training directions`.",
            )
        return cls(**found)


def principal(codes: Sequence[Float32Array]) -> Directions:
    """The directions in which codes differ most.

    Args:
        codes: Of each category the codes (m, z_dim) of its shapes, at least two each.

    Returns:
        MOST directions a category, or fewer where there are fewer shapes or dimensions. Each points to where
        its largest component is positive, so that the same codes give the same directions.
    """
    n = min(MOST, *(min(len(table) - 1, table.shape[1]) for table in codes))
    parts = zip(*(_principal(np.asarray(table, np.float64), n) for table in codes), strict=True)
    mean, units, deviations = (np.stack(part).astype(np.float32) for part in parts)
    return Directions(mean, units, deviations)


def _principal(table: Float64Array, n: int) -> tuple[Float64Array, Float64Array, Float64Array]:
    """The mean, n directions and their deviations of one category's codes (m, z_dim)."""
    mean = table.mean(0)
    _, lengths, units = np.linalg.svd(table - mean, full_matrices=False)
    units = units[:n]
    largest = np.take_along_axis(units, np.abs(units).argmax(1)[:, None], 1)
    return mean, units * np.sign(largest), lengths[:n] / np.sqrt(len(table) - 1)
