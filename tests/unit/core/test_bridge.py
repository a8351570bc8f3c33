"""Pieces that float are joined to the body by rods along the likeliest way."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from scipy.ndimage import label

from imrecon_gui.core.bridge import CLEARANCE, DEEPEST, LARGE, SMALLEST, bridges
from imrecon_gui.core.lift import Lift, find_lift
from imrecon_gui.core.types import FIELD_BOUND

SIDE = 33
X, Y, Z = np.meshgrid(*[np.arange(SIDE)] * 3, indexing="ij")
BODY = (X < 10) & (abs(Y - 16) < 5) & (abs(Z - 16) < 5)
TIP = (X > 20) & (X < 28) & (abs(Y - 16) < 2) & (abs(Z - 16) < 2)


def field(gap: float, *pieces: np.ndarray) -> np.ndarray:
    """A body, pieces, and a valley of logits `gap` along y = z = 16 between what lies far apart."""
    values = np.full((SIDE,) * 3, -9.0, np.float32)
    values[:, 16, 16] = gap
    for piece in (BODY, *pieces):
        values[piece] = 3.0
    return values


def pieces_of(values: np.ndarray) -> int:
    return int(label(values > 0)[1])


def test_a_piece_beyond_a_valley_is_joined_by_a_thin_rod():
    before = field(-1.0, TIP)
    added = bridges(before)
    assert added is not None and added.min() >= 0 and added.dtype == np.float32
    after = before + added
    assert pieces_of(before) == 2 and pieces_of(after) == 1
    new = (after > 0) & (before <= 0)
    assert new[10:21, 16, 16].all() and not new[:, :14].any() and not new[:, 19:].any()
    assert after[10:21, 16, 16].min() == pytest.approx(CLEARANCE, abs=1e-5)


def test_the_way_keeps_to_the_ridge():
    """Around a corner, where the logits sink least, and not straight across."""
    before = field(-9.0, TIP)
    ridge = np.zeros_like(TIP)
    ridge[5:25, 24, 16] = ridge[5, 16:25, 16] = ridge[24, 16:25, 16] = True
    before[ridge & (before < 0)] = -1.0
    before[10:21, 16, 16] = -2.0
    after = before + bridges(before)
    assert pieces_of(after) == 1
    assert (after[6:24, 24, 16] > 0).all() and not (after[12:19, 16, 16] > 0).any()


def test_a_chasm_is_left_and_so_are_specks():
    assert bridges(field(-DEEPEST - 0.5, TIP)) is None
    speck = (X == 24) & (Y == 16) & (Z == 16)
    assert bridges(field(-1.0, speck)) is None


def test_a_small_leg_is_joined_and_a_crumb_as_small_is_not():
    leg = (X > 15) & (X < 28) & (Y == 16) & (Z == 16)
    crumb = (X == 26) & (abs(Y - 16) < 2) & (abs(Z - 16) < 3)
    for piece, n_left in ((leg, 1), (crumb, 2)):
        before = field(-1.0, piece)
        assert SMALLEST < piece.sum() / BODY.sum() < LARGE
        added = bridges(before)
        assert pieces_of(before if added is None else before + added) == n_left


def test_what_hangs_together_is_left_alone():
    assert bridges(field(-9.0)) is None
    assert bridges(np.full((SIDE,) * 3, -9.0, np.float32)) is None


def test_a_row_of_pieces_is_joined_one_by_one():
    nearer = (X > 12) & (X < 18) & (abs(Y - 16) < 3) & (abs(Z - 16) < 3)
    after = field(-1.5, TIP, nearer)
    after = after + bridges(after)
    assert pieces_of(after) == 1


def test_a_lift_has_its_rods_on_the_nodes():
    spacing = 2 * FIELD_BOUND / (SIDE - 1)
    lift = find_lift(field(-1.0, TIP), 0.0, 0.0, spacing)
    assert lift.rods is not None
    nodes = np.stack([X, Y, Z], -1).reshape(-1, 3) * spacing - FIELD_BOUND
    found = lift(torch.from_numpy(nodes.astype(np.float32))).numpy().reshape(X.shape)
    np.testing.assert_allclose(found, lift.at_nodes() + lift.rods, atol=2e-4)
    assert pieces_of(field(-1.0, TIP) + found) == 1
    plain = Lift(lift.values, lift.spacing)
    assert plain(torch.zeros(1, 3)).shape == (1,)
