"""One answer's figures: the truth itself, nothing at all, and baselines of known overlap."""

import math

import numpy as np
import pytest

from imrecon_gui.core.types import Mesh
from tests.unit.training.case_folders import STEP, mesh_of, turned, write_folder
from training.cases import read_cases, read_truth, truth_points
from training.retrieval import Found
from training.scoring import Score, azimuth_right, score_mesh, score_missing, with_baselines


@pytest.fixture
def folder(tmp_path):
    return write_folder(tmp_path, {("chair", "step"): STEP}, fronts=["step"])


@pytest.fixture
def view(folder):
    return read_cases(folder, kind="view")[0]


def test_the_truth_itself_scores_one_wherever_and_however_large(folder, view):
    own = turned(mesh_of(STEP))
    score = score_mesh(Mesh(own.vertices * np.float32(0.3) + np.float32(0.1), own.faces), folder, view)
    assert score.iou == pytest.approx(1, abs=1e-3)
    assert score.chamfer_l1 < 0.01 and score.f_02 > 0.99 and score.normals > 0.97


def test_the_truth_turned_round_does_not(folder, view):
    boxes = mesh_of(STEP)  # as the folder has it, facing -Z
    assert score_mesh(boxes, folder, view).iou == pytest.approx((0.15 + 0.0) / (0.15 + 2 * 0.03), abs=0.01)


def test_no_answer_scores_nothing(folder, view):
    empty = Mesh(np.zeros((0, 3), np.float32), np.zeros((0, 3), np.int32))
    score = score_mesh(empty, folder, view)
    assert score == score_missing(folder, view) or math.isnan(score.azimuth_right)
    assert (score.iou, score.chamfer_l1, score.f_05, score.normals, score.silhouette) == (0, 1, 0, 0, 0)


def test_what_cannot_be_had_is_no_number(folder):
    (author,) = read_cases(folder, kind="author")
    (folder / "meshes/chair/step.glb").unlink()
    score = score_mesh(turned(mesh_of(STEP)), folder, author)
    assert math.isnan(score.silhouette) and math.isnan(score.normals)


def test_baselines(view):
    truth, points = read_truth(view.truth), truth_points()
    half = truth.occupied & (points[:, 2] > 0)
    score = with_baselines(Score(), view, half, Found(truth.occupied, truth.surface))
    assert score.mean_iou == pytest.approx(half.sum() / truth.occupied.sum())
    assert (score.retrieval_iou, score.retrieval_f_02) == (1, 1)
    # The slab of .25 and the block of .4 x .25 x .3 in a box of 1 x .5 x .6.
    assert score.box_iou == pytest.approx((0.15 + 0.03) / 0.3, abs=0.01)
    assert with_baselines(Score(), view, None, None).mean_iou == 0


@pytest.mark.parametrize(("predicted", "right"), [(-30, 1), (-49, 1), (-51, 0), (311, 1), (150, 0)])
def test_azimuth_within_twenty_degrees(view, predicted, right):
    assert azimuth_right(predicted, view) == right


def test_azimuth_means_nothing_without_camera_front_or_prediction(folder, view, tmp_path):
    round_folder = write_folder(tmp_path / "round", {("table", "step"): STEP})
    assert math.isnan(azimuth_right(None, view))
    assert math.isnan(azimuth_right(0.0, read_cases(folder, kind="author")[0]))
    assert math.isnan(azimuth_right(0.0, read_cases(round_folder, kind="view")[0]))
