"""The coarse grid is finer where parts are faint, and nobody is asked more than that needs."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from imrecon_gui.core.coarse import SURE, CoarseGrid, places
from imrecon_gui.core.field import coarse_step, sample_field
from imrecon_gui.core.lift import Lift
from imrecon_gui.core.nodes import interpolated
from imrecon_gui.core.overlap import Cut, level_rule
from imrecon_gui.core.point_evaluator import PointEvaluator
from imrecon_gui.core.types import FIELD_BOUND

RULE = level_rule(0.0, 0.0)


def body(points: torch.Tensor) -> torch.Tensor:
    x, y, z = points.abs().unbind(1)
    return torch.stack([0.2 - x, 0.1 - y, 0.4 - z]).amin(0) * 80


def body_and_wing(points: torch.Tensor) -> torch.Tensor:
    """A body, and a plate that is likely nowhere."""
    x, y, z = points.abs().unbind(1)
    wing = torch.where((x < 0.45) & (z < 0.1), -1.2 - 12 * y, torch.full_like(x, -12.0))
    return torch.maximum(body(points), wing)


def evaluator(decode) -> PointEvaluator:
    return PointEvaluator(decode, None, 65536, "cpu")


def coarse(decode, resolution: int) -> tuple[CoarseGrid, Cut, PointEvaluator]:
    ask = evaluator(decode)
    grid = CoarseGrid.asked(ask, resolution, coarse_step(resolution))
    return grid, RULE(grid.values, grid.spacing), ask


def ball(points: torch.Tensor) -> torch.Tensor:
    return (0.3 - points.norm(dim=1)) * 40


def sparing(decode, resolution: int, rule=RULE) -> tuple[CoarseGrid, PointEvaluator]:
    ask = evaluator(decode)
    return CoarseGrid.asked_sparingly(ask, resolution, coarse_step(resolution), rule, SURE), ask


@pytest.mark.parametrize("resolution", [32, 64, 136])
def test_nodes_whose_neighbours_are_sure_are_not_asked(resolution):
    grid, ask = sparing(ball, resolution)
    assert ask.n_done == grid.known.sum() < 0.5 * grid.known.size
    assert grid.known[::2, ::2, ::2].all()
    at = places(np.argwhere(np.ones_like(grid.known)) * grid.step, resolution)
    exact = ball(torch.from_numpy(at)).numpy().reshape(grid.known.shape)
    np.testing.assert_allclose(grid.values[grid.known], exact[grid.known], atol=1e-4)
    level = RULE(exact, grid.spacing).level
    missed = np.abs(exact[~grid.known] - level)
    assert missed.min() > SURE - 1  # inside and outside
    assert (exact[~grid.known] > level).any() and (exact[~grid.known] < level).any()


def test_a_node_that_is_not_sure_has_all_within_two_asked():
    def dot(points: torch.Tensor) -> torch.Tensor:
        return torch.where(points.abs().amax(1) < 0.01, -SURE + 0.5, torch.full((len(points),), -9.0))

    grid, _ = sparing(dot, 32, lambda *_: Cut(0.0, None))
    between = np.ones_like(grid.known)
    between[::2, ::2, ::2] = False
    asked = np.argwhere(grid.known & between)
    assert len(asked) == 5**3 - 3**3 and np.abs(asked - 16).max() == 2


def test_where_every_second_node_does_not_reach_the_end_all_are_asked():
    grid, ask = sparing(ball, 66)
    assert grid.known.all() and ask.n_done == 34**3
    grid, ask = sparing(ball, 33)
    assert grid.known.all() and ask.n_done == 34**3


@pytest.mark.parametrize("resolution", [50, 64, 128])
def test_sparing_nodes_changes_no_side(resolution):
    every, some = (sample_field(body_and_wing, resolution, level=RULE, sure=sure) for sure in (None, SURE))
    assert some.level == pytest.approx(every.level, abs=0.126)
    np.testing.assert_array_equal(some.values > some.level, every.values > some.level)
    assert some.points_evaluated < every.points_evaluated


def test_a_level_that_is_a_number_has_all_asked():
    assert sample_field(ball, 32, level=0.0, sure=SURE).points_evaluated == 33**3


@pytest.mark.parametrize("resolution", [64, 75, 150])
def test_faint_parts_are_asked_at_nodes_of_half_the_distance(resolution):
    grid, cut, ask = coarse(body_and_wing, resolution)
    before = ask.n_done
    finer = grid.sharpened(cut, ask)
    assert finer.step == grid.step // 2 and len(finer.values) == resolution // finer.step + 1
    assert ask.n_done - before == finer.known.sum() - grid.known.sum()
    assert 0 < ask.n_done - before < 0.25 * finer.known.size
    at = places(finer.nodes() * finer.step, resolution)
    expected = body_and_wing(torch.from_numpy(at)).numpy()
    np.testing.assert_allclose(finer.values[finer.known], expected, atol=1e-4)
    between = interpolated(grid.values[None])[0]
    inner = np.s_[: len(between), : len(between), : len(between)]
    guessed = ~finer.known[inner]
    np.testing.assert_array_equal(finer.values[inner][guessed], between[guessed])


def test_the_wing_is_among_them():
    grid, cut, ask = coarse(body_and_wing, 64)
    known = grid.sharpened(cut, ask).known
    at = np.abs(places(np.argwhere(np.ones_like(known)), 64)).reshape(*known.shape, 3)
    wing = (at[..., 0] > 0.25) & (at[..., 0] < 0.42) & (at[..., 1] < 0.02) & (at[..., 2] < 0.08)
    assert wing.sum() > 100 and known[wing].all()


def test_where_nothing_is_raised_it_stays_as_it_is():
    grid, _, ask = coarse(body_and_wing, 64)
    nothing = Lift(np.zeros((32,) * 3, np.float32), grid.spacing)
    for lift in (nothing, None):
        assert grid.sharpened(Cut(0.0, lift), ask) is grid


@pytest.mark.parametrize(("logit", "is_asked"), [(-0.55, False), (-0.45, True), (0.1, False)])
def test_only_what_comes_into_sight_is_looked_at_more_closely(logit, is_asked):
    values = np.full((33,) * 3, -9.0, np.float32)
    values[10:14, 10:14, 10:14] = logit
    grid = CoarseGrid(values, np.ones(values.shape, bool), 2, 64)
    lift = Lift(np.full((32,) * 3, 0.4, np.float32), grid.spacing)
    finer = grid.sharpened(Cut(0.0, lift), evaluator(body))
    assert (finer is not grid and bool(finer.known[23, 23, 23])) == is_asked


@pytest.mark.parametrize("resolution", [96, 200])
def test_a_coarse_grid_that_is_fine_enough_is_not_looked_at_more_closely(resolution):
    grid, cut, ask = coarse(body_and_wing, resolution)
    assert grid.step > 1 and grid.sharpened(cut, ask) is grid
    assert cut.lift is not None and cut.lift.values.max() > 0.3


def test_the_finest_grid_gets_no_finer():
    grid, cut, ask = coarse(body_and_wing, 40)
    assert grid.step == 1 and grid.sharpened(cut, ask) is grid


@pytest.mark.parametrize("n_rods", [33, 65])
@pytest.mark.parametrize("n_nodes", [33, 65])
def test_what_is_raised_at_nodes_is_what_the_lift_says_there(n_rods, n_nodes):
    rng = np.random.default_rng(0)
    spacing = 2 * FIELD_BOUND / 32
    few = rng.random((33,) * 3).astype(np.float32)
    rods = few if n_rods == 33 else interpolated(few[None])[0]
    lift = Lift(rng.random((32,) * 3).astype(np.float32), spacing, rods)
    grid = CoarseGrid(np.zeros((n_nodes,) * 3, np.float32), np.ones((n_nodes,) * 3, bool), 1, n_nodes - 1)
    at = torch.from_numpy(places(grid.nodes(), n_nodes - 1))
    np.testing.assert_allclose(grid.raised(lift).reshape(-1), lift(at).numpy(), atol=2e-4)


def test_the_coarse_grid_is_shown_before_the_finer_one_is_done():
    shown = []
    field = sample_field(body_and_wing, 128, level=RULE, partial=shown.append)
    assert [one.resolution for one in shown] == [32, 64]
    assert shown[0].points_evaluated < shown[1].points_evaluated < field.points_evaluated
    for one in (*shown, field):
        wing = one.values[: len(one.values) // 4] > one.level
        assert wing.any() and not (one.values[0] > one.level).any()
