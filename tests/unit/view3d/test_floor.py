"""The grid on the floor: flat, square, and of the size it promises."""

from __future__ import annotations

import numpy as np
import pytest

from imrecon_gui.view3d.floor import CELLS, SIDE, floor


def test_it_is_a_flat_square():
    assert floor().bounds == pytest.approx((-SIDE / 2, SIDE / 2, 0, 0, -SIDE / 2, SIDE / 2))


def test_its_cells_are_equal_squares():
    cells = floor().compute_cell_sizes()["Area"]
    assert len(cells) == CELLS**2
    np.testing.assert_allclose(cells, (SIDE / CELLS) ** 2, rtol=1e-5)
