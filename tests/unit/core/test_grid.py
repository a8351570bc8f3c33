"""Flat indices of a grid's nodes and cells."""

import numpy as np
import pytest

from imrecon_gui.core.grid import corners_of, mixed_cells


@pytest.mark.parametrize("side", [1, 2, 3, 9])
def test_mixed_cells_are_those_with_corners_on_both_sides(side):
    inside = np.random.default_rng(side).random((side,) * 3) < 0.3  # on the rim, too

    found = mixed_cells(inside)

    lowest = np.argwhere(np.ones((side - 1,) * 3, bool))
    cells = np.ravel_multi_index(tuple(lowest.T), inside.shape)
    n_inside = inside.reshape(-1)[corners_of(cells, side)].sum(1)
    assert found.tolist() == cells[(n_inside > 0) & (n_inside < 8)].tolist()
    assert found.dtype == np.int64
