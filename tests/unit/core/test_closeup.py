"""The photo for people has the network's framing."""

import numpy as np

from imrecon_gui.core.closeup import closeup
from imrecon_gui.core.framing import frame
from imrecon_gui.core.types import PreparedImage


def test_it_is_the_network_input_with_more_pixels():
    cutout = np.zeros((300, 200, 4), np.uint8)
    cutout[40:280, 50:130] = (200, 30, 30, 255)
    cutout[40:100, 50:130, :3] = (20, 30, 220)
    small = frame(cutout)
    big = closeup(PreparedImage(cutout, small, True), 512)
    means = big.reshape(128, 4, 128, 4, 4).astype(float).mean(axis=(1, 3))
    solid = small[..., 3] == 255
    assert solid.sum() > 2000
    np.testing.assert_allclose(means[..., 3], small[..., 3], atol=8)
    assert np.abs(means[solid] - small[solid]).mean() < 1


def test_the_share_a_person_asked_for_is_kept():
    cutout = np.zeros((100, 100, 4), np.uint8)
    cutout[20:60, 30:70] = 255
    big = closeup(PreparedImage(cutout, frame(cutout, 0.5), True, fill=0.5), 400)
    rows = np.flatnonzero((big[..., 3] > 127).any(axis=1))
    assert abs(rows[0] - 100) <= 1 and abs(rows[-1] - 299) <= 1
