import numpy as np
import pytest
import torch

from imrecon_gui.core.sight import AZIMUTH_BINS, BIN_DEG, SPREAD, TYPICAL, Sight
from imrecon_gui.core.viewpoint import SCALE, X, seen
from training.dataset import Batch
from training.viewpoints import degrees_between, guessed, misplaced, viewpoint_loss

TRUTH = torch.tensor([[352.0, 30.0, 1.0, 0.5, 1.5, 0.05, 0.1], [94.0, 5.0, -2.0, 0.7, 1.7, 0.0, 0.0]])

POINTS = torch.rand(2, 40, 3, generator=torch.Generator().manual_seed(0)) - 0.5


def knowing(truth: torch.Tensor, turn: float = 0.0) -> Sight:
    """A sight that is sure of the truth, but for a turn about the vertical axis."""
    azimuth = truth[:, 0] + turn
    bins = (azimuth / BIN_DEG).round().long() % AZIMUTH_BINS
    odds = 50.0 * torch.nn.functional.one_hot(bins, AZIMUTH_BINS).float()
    shifts = degrees_between(azimuth, bins * BIN_DEG)[:, None].expand(-1, AZIMUTH_BINS)
    pose = (truth[:, 1:] - torch.tensor(TYPICAL)) / torch.tensor(SPREAD)
    return Sight(odds, shifts, pose, ())


def batch_of(truth: torch.Tensor) -> Batch:
    empty = torch.zeros(len(truth), 0)
    return Batch(empty, empty, empty, empty, empty, truth, truth + 1000, empty, empty)


@pytest.mark.parametrize(("a", "b", "between"), [(350, 10, -20), (10, 350, 20), (725, 0, 5), (90, 90, 0)])
def test_degrees_go_the_short_way(a, b, between):
    assert degrees_between(torch.tensor(float(a)), torch.tensor(float(b))) == between


def test_who_knows_the_truth_loses_nothing():
    sight = knowing(TRUTH)
    assert viewpoint_loss(sight, TRUTH, POINTS) < 1e-6
    torch.testing.assert_close(sight.viewpoint(), TRUTH)


@pytest.mark.parametrize("field", range(7))
def test_every_field_counts(field):
    wrong = TRUTH.clone()
    wrong[:, field] += 3.0 if field == 0 else 0.5
    assert viewpoint_loss(knowing(wrong), TRUTH, POINTS) > 1e-5


def test_doubt_of_the_azimuth_weighs_as_much_as_it_is_told_to():
    sight = knowing(TRUTH)._replace(azimuth_logits=torch.zeros(2, AZIMUTH_BINS))
    whole, half, nothing = (float(viewpoint_loss(sight, TRUTH, POINTS, weight)) for weight in (1.0, 0.5, 0.0))
    assert nothing < 1e-6 and whole == pytest.approx(np.log(AZIMUTH_BINS), abs=1e-4)
    assert half == pytest.approx(whole / 2, abs=1e-4)


def test_a_shifted_picture_misplaces_every_point_by_the_shift():
    shifted = TRUTH.clone()
    shifted[:, X] += 0.03
    assert misplaced(shifted, TRUTH, POINTS).item() == pytest.approx(0.03, abs=1e-6)


def test_a_wrong_size_misplaces_points_the_more_the_farther_out_they_are():
    larger = TRUTH.clone()
    larger[:, SCALE] *= 1.1
    assert misplaced(larger, TRUTH, POINTS) > 4 * misplaced(larger, TRUTH, POINTS / 5)


def test_a_turn_misplaces_points_in_depth_too():
    turned = TRUTH.clone()
    turned[:, 0] += 10.0
    depths = (seen(turned, POINTS) - seen(TRUTH, POINTS))[..., 2].abs().mean()
    assert misplaced(turned, TRUTH, POINTS) > depths > 0.01


def test_the_own_guess_is_decoded_with_only_where_it_is_usable():
    truth = TRUTH[[0, 1, 0, 1]]
    good = guessed(knowing(truth), batch_of(truth))
    np.testing.assert_allclose(good[1:], truth[1:], atol=1e-4)
    np.testing.assert_allclose(good[0], truth[0] + 1000)
    bad = guessed(knowing(truth, turn=90.0), batch_of(truth))
    np.testing.assert_allclose(bad, truth + 1000)


def test_networks_without_sight_guess_nothing():
    assert guessed(None, batch_of(TRUTH)) is None
