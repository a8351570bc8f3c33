"""What an oracle who knows the surface would ask, as `imrecon benchmark` counts it."""

import numpy as np

from benchmarks.oracle import nodes_read


def test_an_oracle_asks_the_corners_of_crossed_cells():
    inside = np.zeros((9, 9, 9), bool)
    assert nodes_read(inside) == 0
    inside[4, 4, 4] = True
    assert nodes_read(inside) == 27
    inside[4, 4, 4:] = True
    assert nodes_read(inside) == 9 * 6
    assert nodes_read(~inside) == 9 * 6
