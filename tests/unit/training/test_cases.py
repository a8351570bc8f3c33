"""Folders of cases are read, and turned from their conventions to the program's."""

import numpy as np
import pytest

from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.metrics import eval_points
from tests.unit.training.case_folders import EYE, STEP, filled, write_folder
from training.cases import read_cases, read_truth, truth_points


@pytest.fixture
def folder(tmp_path):
    return write_folder(tmp_path, {("chair", "step"): STEP, ("mug", "cup"): STEP}, fronts=["step"])


def test_cases_are_read(folder):
    view, author = read_cases(folder, ["chair"])
    assert (view.kind, author.kind) == ("view", "author")
    assert (view.subject, view.category, view.has_front) == ("step", "chair", True)
    assert not read_cases(folder, ["mug"])[0].has_front
    assert author.camera is None and np.isnan(author.azimuth_deg)


def test_cameras_are_turned_to_the_front(folder):
    (view,) = read_cases(folder, ["chair"], "view")
    assert view.camera is not None and view.camera.eye == pytest.approx((-EYE[0], EYE[1], -EYE[2]))
    # There 30 degrees lie towards +X for one who sees the front at -Z; here +X is at 90, so that is -30.
    assert (view.azimuth_deg, view.elevation_deg) == (-30.0, 20.0)
    x, _, z = view.camera.eye
    assert np.degrees(np.arctan2(x, z)) == pytest.approx(view.azimuth_deg, abs=1)


def test_truth_is_turned_to_the_front(folder):
    truth, points = read_truth(folder / "gt/chair/step.npz"), truth_points()
    assert points[0] == pytest.approx(eval_points()[0] * [-1, 1, -1])
    np.testing.assert_array_equal(truth.occupied, filled(STEP, points * [-1, 1, -1]))
    assert truth.surface[truth.surface[:, 1] > 0.2][:, 0].max() < 0  # the block was at +X


def test_fewer_cases_on_demand(folder):
    assert [case.name for case in read_cases(folder, limit=2)] == ["chair__step_0", "mug__cup_author"]
    assert {case.kind for case in read_cases(folder, kind="author")} == {"author"}


def test_what_is_not_there_is_said(folder, tmp_path):
    with pytest.raises(TrainingError, match="no case"):
        read_cases(folder, ["car"])
    with pytest.raises(TrainingError, match="no kind"):
        read_cases(folder, kind="sketch")
    with pytest.raises(TrainingError, match=r"no cases\.csv"):
        read_cases(tmp_path / "nowhere")
