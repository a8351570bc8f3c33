"""The best made shape for each object, found again where it is known."""

import numpy as np
import pytest

from imrecon_gui.core.metrics import eval_points
from tests.unit.training.case_folders import STEP, write_folder
from training import coverage
from training.cases import read_cases, truth_points
from training.categories import make
from training.coverage import FINALISTS, Match, decide, rank, subjects, table, turned_back
from training.shape import shape
from training.solids import box


@pytest.fixture
def slabs(monkeypatch):
    """Shape number n is the slab of STEP alone, along X, its height n eighths of the right one."""

    def made(_category, seed):
        return shape([(box((1, seed / 8 * 0.25, 0.6), (0, -0.25 + seed / 16 * 0.25, 0)), None)])

    monkeypatch.setattr(coverage, "make", made)


def test_the_best_of_many_and_its_turn(slabs, tmp_path):
    folder = write_folder(tmp_path, {("chair", "step"): STEP, ("chair", "round"): STEP}, fronts=["step"])
    front, either = subjects(read_cases(folder))
    assert (front.yaws_deg, either.yaws_deg) == ((0,), (0, 90, 180, 270))
    ranked = rank([front, either], range(1, 20))
    best = [decide(s, found) for s, found in zip((front, either), ranked, strict=True)]
    assert (best[0].seed, best[0].yaw_deg) == (8, 0)
    assert best[0].iou == pytest.approx(0.15 / 0.18, abs=0.01)
    assert best[1].seed == 8 and best[1].yaw_deg in (0, 180)  # the slab alone is symmetric
    assert [len(found) for found in ranked] == [19, FINALISTS]


def test_a_quarter_turn_moves_the_front_to_the_right():
    points = turned_back(90)
    front = box((0.1, 0.1, 0.1), (0, 0, 0.4))  # at +Z
    turned = front.turned("y", 90)  # now at +X
    np.testing.assert_array_equal(front.inside(points), turned.inside(truth_points()))
    assert turned.bounds()[0, 0] > 0.3


def test_a_family_covers_its_own_shape(tmp_path):
    folder = write_folder(tmp_path, {("car", "three"): STEP, ("unicorn", "one"): STEP}, fronts=["three"])
    occupied = make("car", 3).inside(eval_points() * [-1, 1, -1])
    np.savez(folder / "gt/car/three.npz", occ=np.packbits(occupied), surface=np.zeros((1, 3), np.float16))
    found = {s.category: match for s, match in coverage.coverage(folder, shapes=5, workers=1).items()}
    assert found["unicorn"] is None
    assert found["car"] == Match(pytest.approx(1.0, abs=0.002), 3, 0)


def test_the_table_tells_means(slabs, tmp_path):
    folder = write_folder(tmp_path, {("chair", "a"): STEP, ("chair", "b"): STEP, ("mug", "c"): STEP})
    a, b, c = subjects(read_cases(folder))
    lines = table({a: Match(0.2, 1, 0), b: Match(0.4, 2, 90), c: None}).splitlines()
    assert lines[3].split() == ["chair", "mean", "of", "2", "0.300"]
    assert "nobody makes this" in lines[4]
    assert lines[-1].split() == ["macro", "mean", "of", "1", "categories", "0.300"]
