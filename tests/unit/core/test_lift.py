"""Faint parts are raised until as much of them is there as is expected."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from imrecon_gui.core.field import sample_field
from imrecon_gui.core.lift import DEEPEST, Lift, find_lift, lifted
from imrecon_gui.core.overlap import Cut, level_rule
from imrecon_gui.core.types import FIELD_BOUND

SIDE = 33
SPACING = 2 * FIELD_BOUND / (SIDE - 1)
AXIS = np.linspace(-FIELD_BOUND, FIELD_BOUND, SIDE)
X, Y, Z = np.meshgrid(AXIS, AXIS, AXIS, indexing="ij")
BODY = (abs(X) < 0.1) & (abs(Y) < 0.1) & (abs(Z) < 0.5)
WING = np.where((abs(Z) < 0.1) & (abs(X) < 0.5), -1.2 - 12.0 * abs(Y), -12.0)
"""Logits of a plate near y = 0, nowhere likelier than not."""


def raised(logits: np.ndarray, bias: float = 0.0, level: float = 0.0) -> np.ndarray:
    lift = find_lift(logits, bias, level, SPACING)
    points = torch.from_numpy(np.stack([X, Y, Z], -1).reshape(-1, 3).astype(np.float32))
    return logits + lift(points).numpy().reshape(X.shape)


def test_a_faint_plate_appears_where_it_is_likeliest_and_the_body_stays():
    logits = np.where(BODY, 8.0, WING)
    inside = raised(logits) > 0
    wing = (abs(X) > 0.2) & (abs(X) < 0.4) & (abs(Z) < 0.05)
    assert not (logits[wing] > 0).any()
    assert inside[wing & (abs(Y) < SPACING / 2)].all()
    assert not inside[wing & (abs(Y) > 0.1)].any()
    np.testing.assert_array_equal(inside[abs(X) < 0.05], BODY[abs(X) < 0.05])


def test_what_appears_fills_what_is_expected_of_it():
    logits = WING
    expected = (1 / (1 + np.exp(-logits))).sum()
    assert (raised(logits) > 0).sum() == pytest.approx(expected, rel=0.35)


def test_a_certain_field_and_an_empty_one_are_left_alone():
    for logits in (np.where(BODY, 9.0, -9.0), np.full_like(X, -30.0)):
        inside = raised(logits) > 0
        np.testing.assert_array_equal(inside, logits > 0)


def test_nothing_is_lowered_and_extreme_values_do_no_harm():
    for logits in (WING, np.full_like(X, 1e9), np.full_like(X, -1e9)):
        values = find_lift(logits, 0.5, 1.0, SPACING).values
        assert np.isfinite(values).all()
        assert values.min() >= 0 and values.max() <= DEEPEST
        assert values.dtype == np.float32


def test_between_nodes_a_lift_is_interpolated():
    middles = (X + 2 * Y + 3 * Z)[:-1, :-1, :-1] + 3 * SPACING + 4
    lift = Lift(np.asarray(middles, np.float32), SPACING)
    points = torch.rand(500, 3) - 0.5
    expected = points @ torch.tensor([1.0, 2.0, 3.0]) + 4
    torch.testing.assert_close(lift(points), expected, atol=1e-5, rtol=1e-5)
    beyond = torch.tensor([[2.0, 2.0, 2.0]])
    torch.testing.assert_close(lift(beyond), torch.full((1,), 6 * FIELD_BOUND - 3 * SPACING + 4))
    torch.testing.assert_close(lifted(lift, lift)(points), 2 * expected, atol=1e-5, rtol=1e-5)
    assert lifted(lift, None) is lift


def body_and_wing(points: torch.Tensor) -> torch.Tensor:
    x, y, z = points.abs().unbind(1)
    body = torch.stack([0.1 - x, 0.1 - y, 0.5 - z]).amin(0) * 80
    wing = torch.where((x < 0.5) & (z < 0.1), -1.2 - 12 * y, torch.full_like(x, -12.0))
    return torch.maximum(body, wing)


@pytest.mark.parametrize("resolution", [64, 75])
def test_a_sampled_field_is_lifted_at_every_node(resolution: int):
    field = sample_field(body_and_wing, resolution, level=level_rule(0.0, 0.0))
    assert field.lift is not None
    whole = lifted(body_and_wing, field.lift)
    axis = torch.linspace(-FIELD_BOUND, FIELD_BOUND, resolution + 1)[1:-1]
    dense = whole(torch.cartesian_prod(axis, axis, axis)).reshape([len(axis)] * 3).numpy()
    inner = field.values[1:-1, 1:-1, 1:-1]
    np.testing.assert_array_equal(inner > field.level, dense > np.float32(field.level))
    assert (inner > field.level)[0 : resolution // 4].any(), "the wing is there"


def test_a_rough_twin_gives_the_exact_one_s_signs():
    def rough(points: torch.Tensor) -> torch.Tensor:
        return body_and_wing(points) + 0.02 * torch.sin(900 * points.sum(1))

    exact = sample_field(body_and_wing, 64, level=level_rule(0.0, 0.0))
    cut = Cut(exact.level, exact.lift)
    both = sample_field(body_and_wing, 64, level=lambda *_: cut, rough=rough)
    np.testing.assert_array_equal(both.values > both.level, exact.values > exact.level)
