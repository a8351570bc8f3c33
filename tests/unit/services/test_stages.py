"""The bar: fixed shares, never backwards."""

import itertools

import pytest

from imrecon_gui.services.stages import RECONSTRUCTION, TRAINING, StagedProgress


@pytest.mark.parametrize("stages", [RECONSTRUCTION, TRAINING])
def test_the_shares_fill_the_bar(stages):
    progress = StagedProgress(stages)
    assert progress.update(stages[-1].name, 1, 1) == pytest.approx(1)
    assert sum(stage.weight for stage in stages) == pytest.approx(1)


def test_half_the_field_is_where_its_share_says():
    progress = StagedProgress()
    assert progress.update("field", 1, 2) == pytest.approx(0.15 + 0.10 + 0.05 + 0.55 / 2)
    assert progress.label == "Asking the network for the shape"


def test_it_never_runs_backwards():
    progress = StagedProgress()
    reports = [("field", 3, 4), ("load", 0, 1), ("field", 1, 4), ("surface", 0, 0), ("encode", 1, 1)]
    fractions = [progress.update(*report) for report in reports]
    assert all(a <= b for a, b in itertools.pairwise(fractions))


def test_unknown_stages_and_wild_numbers_change_nothing():
    progress = StagedProgress()
    progress.update("load", 1, 1)
    assert progress.update("dreaming", 1, 1) == pytest.approx(0.15)
    assert progress.update("surface", 7, 1) == pytest.approx(1)
