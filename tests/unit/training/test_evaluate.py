"""The evaluator as a whole: a model of known answers on folders made here, against a plain scorer."""

import json
import math
from types import SimpleNamespace

import pytest
import torch
from typer.testing import CliRunner

from imrecon_gui.cli import app
from imrecon_gui.core.viewpoint import AZIMUTH
from tests.octahedron import save_octahedron
from tests.unit.training.case_folders import STEP, scored, write_folder
from training.evaluate import Plan, evaluate, predicted_azimuth_deg
from training.evaluation_report import summarise

FIGURES = ("iou", "chamfer_l1", "f_01", "f_02", "f_05")
CUBE = (((-0.5,) * 3, (0.5,) * 3),)
BEAM = (((-0.1, -0.5, -0.2), (0.1, 0.5, 0.2)),)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Two categories that the model knows and one that it does not."""
    objects = {
        ("chair", "step"): STEP,
        ("chair", "cube"): CUBE,
        ("mug", "beam"): BEAM,
        ("lamp", "step"): STEP,
    }
    return write_folder(tmp_path_factory.mktemp("cases"), objects, fronts=["step"])


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return save_octahedron(tmp_path_factory.mktemp("models") / "octahedron.safetensors")


def test_figures_agree_with_a_plain_scorer(folder, model, tmp_path):
    rows = evaluate(model, Plan(folder, resolution=16, shapes=0, device="cpu", meshes=tmp_path))
    expected, summary = scored(folder, tmp_path), summarise(rows)

    assert set(summary) == set(expected) == {"chair", "mug", "lamp", "macro"}
    for name, figures in expected.items():
        found = {key: getattr(summary[name].score, key) for key in FIGURES}
        assert found == pytest.approx(figures, abs=0.005), name
    # The octahedron |x| + |y| + |z| <= 1/2 fills a sixth of the cube about it.
    assert next(r.score.iou for r in rows if r.subject == "cube") == pytest.approx(1 / 6, abs=0.01)


def test_categories_the_model_does_not_know_count_zero(folder, model):
    rows = evaluate(model, Plan(folder, categories=("lamp",), resolution=16, shapes=0, device="cpu"))
    assert [(row.known, row.used, row.score.iou, row.score.chamfer_l1) for row in rows] == [
        (False, "", 0, 1)
    ] * 2
    assert rows[0].score.box_iou > 0.5 and rows[0].score.silhouette == 0


def test_they_are_asked_all_the_same_where_the_network_decides(folder, model):
    plan = Plan(folder, categories=("lamp",), resolution=16, shapes=0, device="cpu", auto=True)
    rows = evaluate(model, plan)
    assert [(row.known, row.used, row.score.iou > 0.1) for row in rows] == [(False, "chair", True)] * 2


def test_a_category_that_nobody_makes_has_no_made_baselines(tmp_path):
    folder = write_folder(tmp_path, {("unicorn", "step"): STEP})
    model = save_octahedron(tmp_path / "unicorns.safetensors", categories=("unicorn",))
    rows = evaluate(model, Plan(folder, limit=1, resolution=16, shapes=2, device="cpu"))
    score = rows[0].score
    assert score.iou > 0.1 and (score.mean_iou, score.retrieval_iou) == (0, 0)


def test_an_empty_field_is_a_missing_answer(folder, tmp_path):
    nothing = save_octahedron(tmp_path / "nothing.safetensors", bias=-1000.0)
    kept = tmp_path / "meshes"
    rows = evaluate(nothing, Plan(folder, limit=2, resolution=16, shapes=0, device="cpu", meshes=kept))
    assert {(row.score.iou, row.score.chamfer_l1) for row in rows} == {(0, 1)}
    assert list(kept.iterdir()) == []


def test_cameras_are_asked_of_networks_that_see_them():
    viewpoint = torch.zeros(1, 7)
    viewpoint[0, AZIMUTH] = 210.0
    assert predicted_azimuth_deg(SimpleNamespace(sight=SimpleNamespace(viewpoint=lambda: viewpoint))) == 210
    assert predicted_azimuth_deg(SimpleNamespace(sight=None)) is None


def test_the_command_prints_a_table_or_json(folder, model):
    options = [
        "evaluate",
        "--data",
        str(folder),
        "-m",
        str(model),
        "-r",
        "16",
        "--shapes",
        "0",
        "--device",
        "cpu",
    ]
    text = CliRunner().invoke(app, [*options, "--kind", "view"])
    assert text.exit_code == 0
    assert "not known by this model, counted as zero: lamp" in text.stdout
    assert "octahedron.safetensors, 4 cases at 16^3" in text.stdout

    values = json.loads(CliRunner().invoke(app, [*options, "--limit", "3", "--json"]).stdout)
    assert len(values["cases"]) == 3 and values["resolution"] == 16
    assert not math.isnan(values["summary"]["macro"]["iou"])
