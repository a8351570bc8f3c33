"""Nodes on another side of the surface than dense evaluation has them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from skimage.measure import label

BoolArray = NDArray[np.bool_]


class Signs(NamedTuple):
    """How many nodes differ.

    Attributes:
        of_object: In pieces, solid or hollow, of more nodes than a cell of the coarse grid holds.
        of_specks: In smaller ones, to which that grid need not lead.
    """

    of_object: int
    of_specks: int


def differing(inside: BoolArray, dense: BoolArray, coarse_step: int) -> Signs:
    """Compare the sides of a field's nodes with those of dense evaluation.

    Args:
        inside: (n, n, n) bool.
        dense: The same of dense evaluation.
        coarse_step: Cells along the side of a cell of the coarse grid.
    """
    differs = inside ^ dense
    total = int(differs.sum())
    if total == 0:
        return Signs(0, 0)
    of_specks = int((differs & _specks(dense, coarse_step**3)).sum())
    return Signs(total - of_specks, of_specks)


def _specks(dense: BoolArray, most: int) -> BoolArray:
    """Nodes of solid and hollow pieces of at most so many nodes."""
    return _small(dense, most, 3) | _small(~dense, most, 1)


def _small(mask: BoolArray, most: int, connectivity: int) -> BoolArray:
    labels = label(mask, connectivity=connectivity)
    few = np.bincount(labels.ravel()) <= most
    few[0] = False
    return np.asarray(few[labels])
