"""The evaluator on cases made here: a perfect answer, an empty one, and the averages."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.metrics import eval_points, surface_points
from imrecon_gui.core.types import Mesh
from training.baselines import bounding_box, mean_shape
from training.cases import read_cases, read_truth, truth_points
from training.evaluate import Row, Score, _score, summarise, table
from training.solids import box

HALF = np.array([0.5, 0.2, 0.3])


def slab() -> Mesh:
    vertices, faces = box(tuple(2 * HALF)).mesh()
    return Mesh(vertices.astype(np.float32), faces.astype(np.int32))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One case, whose truth is a box."""
    points = eval_points()
    filled = (np.abs(points) <= HALF).all(1)
    surface = surface_points(slab())
    np.savez(tmp_path / "truth.npz", occ=np.packbits(filled), surface=surface.astype(np.float16))
    header = "case_id,kind,image,category,name,gt,azimuth_deg,elevation_deg\n"
    (tmp_path / "cases.csv").write_text(header + "a_0,view,a.png,table,a,truth.npz,30,20\n")
    return tmp_path


def test_cases_are_read(folder: Path) -> None:
    (case,) = read_cases(folder, ["table"], "view")
    assert (case.subject, case.azimuth_deg) == ("a", 30.0)
    with pytest.raises(TrainingError, match="No case"):
        read_cases(folder, ["car"])


def test_truth_is_turned_to_the_front(folder: Path) -> None:
    truth, points = read_truth(folder / "truth.npz"), truth_points()
    assert points[0] == pytest.approx(eval_points()[0] * [-1, 1, -1])
    assert (truth.occupied == (np.abs(points) <= HALF).all(1)).all()


def test_the_truth_itself_scores_one(folder: Path) -> None:
    (case,) = read_cases(folder, ["table"])
    score = _score(slab(), case, np.zeros(100_000, bool), True)
    assert score.iou == pytest.approx(1.0, abs=0.01) and score.box_iou == pytest.approx(1.0, abs=0.02)
    assert score.chamfer_l1 < 0.02 and score.f_05 > 0.99
    assert score.mean_shape_iou == 0.0


def test_an_empty_answer_scores_nothing(folder: Path) -> None:
    (case,) = read_cases(folder, ["table"])
    empty = Mesh(np.zeros((0, 3), np.float32), np.zeros((0, 3), np.int32))
    score = _score(empty, case, np.zeros(100_000, bool), False)
    assert (score.iou, score.chamfer_l1, score.f_05, score.category_right) == (0.0, 1.0, 0.0, 0.0)


def test_averages_are_over_objects_then_categories() -> None:
    def row(category: str, subject: str, iou: float) -> Row:
        return Row("x", category, subject, Score(iou, 0, 0, 0, 0, 0, 0))

    summary = summarise([row("a", "1", 0.0), row("a", "1", 0.2), row("a", "2", 0.5), row("b", "3", 0.9)])
    assert summary["a"].iou == pytest.approx((0.1 + 0.5) / 2)
    assert summary["macro"].iou == pytest.approx((0.3 + 0.9) / 2)
    assert table(summary).splitlines()[-1].split()[:2] == ["macro", "0.600"]


def test_a_mean_shape_is_its_familys_middle() -> None:
    mean = mean_shape("car", shapes=12)
    assert mean.inside(np.zeros((1, 3)))[0] and not mean.inside(np.full((1, 3), 0.54))[0]
    assert 0.1 <= mean.level <= 0.7


def test_a_box_holds_its_points() -> None:
    inside = bounding_box(np.array([[0.0, 0, 0], [1, 2, 3]]), np.array([[0.5, 1.9, 2.9], [0.5, 2.1, 1]]))
    assert inside.tolist() == [True, False]
