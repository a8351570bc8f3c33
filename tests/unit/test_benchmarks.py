"""`imrecon benchmark`: the procedures are what they say, and the report says what was measured."""

import dataclasses
import json
import math
import mmap

import numpy as np
import pytest
import torch
from typer.testing import CliRunner

from benchmarks import measure as measure_module
from benchmarks import run as run_module
from benchmarks.budget import Budget, Stopped
from benchmarks.child import in_child
from benchmarks.first_partial import first_partial_s
from benchmarks.machine import inspect
from benchmarks.measure import Task, compare, measure
from benchmarks.memory import PeakMemory
from benchmarks.names import ProcedureName
from benchmarks.procedures import PROCEDURES, authors, dense, mise, ours
from benchmarks.question import Question
from benchmarks.row import DONE, Row
from benchmarks.run import Plan, run, with_ratios, with_share
from benchmarks.signs import differing as signs_of
from benchmarks.source import Source, find
from benchmarks.startup import Startup
from benchmarks.subject import Subject, survey
from benchmarks.table import WIDTH, text
from imrecon_gui.cli import app
from imrecon_gui.core.checkpoint import ModelCard, save
from imrecon_gui.core.config import ARCHITECTURES, ModelConfig
from imrecon_gui.core.errors import EmptyFieldError, ImreconError, ModelError
from imrecon_gui.core.mesh_ops import is_watertight, volume
from imrecon_gui.core.model import ReconModel
from imrecon_gui.core.point_evaluator import PROBES
from tests.unit.core.solids_for_tests import box, sphere, union

RADIUS = 0.37
STARTUP = Startup(0.1, 2.0, 0.3, 3.5, 64, 0.9)
BALL = sphere(RADIUS, (0.05, -0.02, 0.01))
COARSE_CELL = 1.1 / 32
# A rod along x from a ball, a quarter of a coarse cell thick, midway between the coarse nodes in y and z.
_MIDWAY = COARSE_CELL / 2
ROD = box((0.0, _MIDWAY - 0.004, _MIDWAY - 0.004), (0.45, _MIDWAY + 0.004, _MIDWAY + 0.004), scale=400.0)
TINY = {"input_kind": "gray", "encoder": "im-net-2020", "encoder_width": 4, "z_dim": 8, "widths": (16, 16)}


def question(decode, resolution, seconds=math.inf, level=0.0, rough=None):
    return Question(
        lambda: decode,
        lambda: rough,
        lambda points: decode(torch.from_numpy(points)).numpy(),
        resolution,
        level,
        Budget(seconds),
    )


def differing(field, reference):
    return int(((field.values > field.level) != (reference.values > reference.level)).sum())


@pytest.fixture
def tiny(tmp_path):
    """A model file of a few thousand random weights whose surface lies in the grid."""
    torch.manual_seed(3)
    config = ModelConfig.preset("im-compact", (), **TINY, classify=False, condition=False)
    model = ReconModel(config).eval()
    with torch.no_grad():
        subject_logits = model.logits(model.encode(torch.ones(1, 1, 128, 128)), torch.rand(1, 999, 3) - 0.5)
        model.decoder.layers[-1].bias -= subject_logits.median()
    path = tmp_path / "tiny.safetensors"
    save(model, ModelCard("Tiny", config), path)
    return path


def task(path, folder, name, resolution=16, seconds=math.inf):
    return Task(Source("Tiny", path), resolution, name, "cpu", 0.0, seconds, folder / "signs.npy")


@pytest.mark.parametrize("name", [n for n in ProcedureName if n is not ProcedureName.dense])
@pytest.mark.parametrize("resolution", [48, 64])
def test_every_procedure_has_a_ball_s_signs_and_volume(name, resolution):
    reference = dense.sample(question(BALL, resolution))

    field = PROCEDURES[name].sample(question(BALL, resolution))
    mesh = PROCEDURES[name].surface(field)

    assert differing(field, reference) == 0
    assert volume(mesh) == pytest.approx(4 / 3 * math.pi * RADIUS**3, rel=0.01)
    assert is_watertight(mesh)
    assert mesh.vertices.mean(0) == pytest.approx([0.05, -0.02, 0.01], abs=0.005)


@pytest.mark.parametrize("level", [-1.0, 0.5])
def test_every_procedure_cuts_at_the_level(level):
    reference = dense.sample(question(BALL, 64, level=level))
    assert differing(reference, dense.sample(question(BALL, 64))) > 0

    for name in ProcedureName:
        assert differing(PROCEDURES[name].sample(question(BALL, 64, level=level)), reference) == 0


def test_points_asked_are_those_the_decoder_saw():
    for name in ProcedureName:
        seen = []

        def counted(points, seen=seen):
            seen.append(len(points))
            return BALL(points)

        field = PROCEDURES[name].sample(question(counted, 64))

        assert field.points_evaluated == sum(seen), name


def test_dense_asks_every_node():
    assert dense.sample(question(BALL, 20)).points_evaluated == 21**3


def test_mise_loses_a_thin_rod_that_ours_keeps():
    solid = union(sphere(0.15), ROD)
    reference = dense.sample(question(solid, 64))
    rod = slice(45, 57)  # beyond the ball
    assert (reference.values[rod] > 0).sum() >= 10

    lost = mise.sample(question(solid, 64))
    kept = ours.sample(question(solid, 64))

    assert not (lost.values[rod] > 0).any()
    assert differing(kept, reference) == 0
    assert max(kept.points_evaluated, lost.points_evaluated) < reference.points_evaluated / 6


def test_mise_splits_twice_and_leaves_the_rest_alone():
    reference = dense.sample(question(BALL, 128))

    field = mise.sample(question(BALL, 128))

    assert differing(field, reference) == 0
    assert field.points_evaluated < 0.15 * reference.points_evaluated


@pytest.mark.parametrize(("resolution", "frame", "size"), [(32, 8, 4), (32, 16, 2), (30, 8, 4), (20, 64, 1)])
def test_the_authors_flood_follows_the_surface_in_blocks_of_any_size(resolution, frame, size):
    reference = dense.sample(question(BALL, resolution))

    field = authors.sample(question(BALL, resolution), frame)

    blocks = -(-resolution // size)
    assert differing(field, reference) == 0
    assert (field.points_evaluated - blocks**3) % size**3 == 0
    assert blocks**3 < field.points_evaluated


def test_the_authors_flood_grows_out_of_the_blocks_that_the_frame_found():
    arm = box((0.0, -0.02, -0.02), (0.5, 0.02, 0.02), scale=400.0)  # no centre of a block of 8 lies in it
    solid = union(sphere(0.2), arm)
    reference = dense.sample(question(solid, 64))

    field = authors.sample(question(solid, 64), 8)

    assert (reference.values[57] > 0).any()
    assert differing(field, reference) == 0


def test_the_authors_surface_of_nothing_is_a_foreseen_failure():
    with pytest.raises(EmptyFieldError):
        authors.surface(authors.sample(question(lambda points: -1 - 0 * points[:, 0], 16)))


def test_a_budget_stops_what_would_take_longer_before_it_does():
    with pytest.raises(Stopped):
        Budget(1e-9).check(1, 0)
    Budget(3600).check(1, 10)
    with pytest.raises(Stopped):
        Budget(3600).check(1, 10**15)


@pytest.mark.parametrize("name", [ProcedureName.authors, ProcedureName.dense, ProcedureName.mise])
def test_a_row_that_would_take_too_long_says_stopped_and_tells_no_time(tiny, tmp_path, name):
    row = measure(task(tiny, tmp_path, name, seconds=0.0))

    assert row.status == "stopped"
    assert row.seconds is row.field_s is row.points is row.us_per_point is row.ratio_to_authors is None
    assert not (tmp_path / "signs.npy").exists()


def test_a_row_s_figures_fit_together(tiny, tmp_path, monkeypatch):
    monkeypatch.setattr(measure_module, "ROUNDS", 3)
    rows = {
        name: measure(task(tiny, tmp_path, name, 64)) for name in (ProcedureName.dense, ProcedureName.ours)
    }

    for row in rows.values():
        assert (row.status, row.model, row.weights, row.rounds) == (DONE, "Tiny", "trained", 3)
        assert row.seconds == pytest.approx(row.encode_s + row.field_s + row.surface_s)
        assert row.us_per_point == pytest.approx(1e6 * row.field_s / row.points)
        assert row.triangles > 100 and row.differing_signs == 0
    assert rows["dense"].points == 65**3 > rows["ours"].points
    assert rows["dense"].first_partial_s is None and rows["ours"].first_partial_s > 0


def test_a_slow_procedure_is_run_once(tiny, tmp_path, monkeypatch):
    monkeypatch.setattr(measure_module, "FAST_SECONDS", 0.0)

    assert measure(task(tiny, tmp_path, ProcedureName.ours)).rounds == 1


def test_an_empty_field_is_the_row_s_status(tiny, tmp_path):
    order = dataclasses.replace(task(tiny, tmp_path, ProcedureName.ours_exact), level=1e6)

    assert measure(order).status == "The network sees no object in this picture."


def test_differing_signs_are_counted_against_dense_if_it_was_run(tmp_path):
    signs = tmp_path / "signs.npy"
    ball, moved = (dense.sample(question(sphere(0.3, (x, 0, 0)), 16)) for x in (0.0, 0.1))
    assert compare(moved, ProcedureName.ours, signs) is None

    assert compare(ball, ProcedureName.dense, signs) == (0, 0)

    of_object, of_specks = compare(moved, ProcedureName.ours, signs)
    assert of_object == differing(moved, ball) > 0 == of_specks


def test_signs_of_pieces_smaller_than_a_coarse_cell_are_counted_apart():
    dense_side = np.zeros((16, 16, 16), bool)
    dense_side[2:8, 2:8, 2:8] = True
    dense_side[5, 5, 5] = False
    dense_side[12, 12, 11:15] = True
    inside = dense_side.copy()
    inside[5, 5, 5], inside[12, 12], inside[7, 7, 7] = True, False, False

    assert signs_of(inside, dense_side, 2) == (1, 5)
    assert signs_of(inside, dense_side, 1) == (5, 1)
    assert signs_of(dense_side, dense_side, 1) == (0, 0)


def test_points_asked_again_are_the_probes_and_the_doubtful():
    def off(points):  # by at most .001, everywhere
        return BALL(points) + 1e-3 * torch.sin(1e4 * points[:, 0])

    again = ours.points_again(question(BALL, 64, rough=off))

    nodes = dense.sample(question(BALL, 64)).values
    doubtful = int((np.abs(nodes) < 0.003).sum())
    assert PROBES + doubtful / 2 < again < PROBES + 3 * doubtful + 100
    assert differing(ours.sample(question(BALL, 64, rough=off)), dense.sample(question(BALL, 64))) == 0


def test_the_first_coarse_mesh_comes_before_the_fine_field():
    asked = []

    def counted(points):
        asked.append(len(points))
        return BALL(points)

    seconds = first_partial_s(lambda: question(counted, 128), ours.sample)

    assert seconds > 0 and sum(asked) == 33**3
    assert first_partial_s(lambda: question(BALL, 16), ours.sample) is None


def test_peak_memory_sees_what_was_freed_again():
    memory = PeakMemory()
    with mmap.mmap(-1, 40_000_000) as fresh:  # an array might get memory that the process holds already
        for page in range(0, len(fresh), mmap.PAGESIZE):
            fresh[page] = 1

    peak = memory.above_start_mb()

    assert peak is None or 30 < peak < 120


def test_random_weights_are_cut_at_the_median_and_labelled(monkeypatch):
    monkeypatch.setitem(ARCHITECTURES, "tiny", TINY)
    source = Source("tiny")

    known, subject = survey(source, "cpu"), Subject(source, "cpu")
    field = dense.sample(subject.question(subject.encode(), 32, known.level, Budget(math.inf)))

    inner = field.values[1:-1, 1:-1, 1:-1] > known.level
    assert 0.3 < inner.mean() < 0.7
    assert known.flops_per_point == 2 * (3 * 16 + (16 + 3) * 16 + 16)
    assert source.weights == "random weights"


def test_the_plain_pass_gives_the_bound_field_s_logits(tiny):
    subject = Subject(Source("Tiny", tiny), "cpu")
    asked = subject.question(subject.encode(), 16, 0.0, Budget(math.inf))
    points = (np.random.default_rng(0).random((100, 3)) - 0.5).astype(np.float32)

    bound = asked.exact()(torch.from_numpy(points)).numpy()

    np.testing.assert_allclose(asked.plain(points), bound, atol=1e-4)


def test_models_are_found_by_file_and_designs_by_name(tiny):
    assert find(str(tiny)) == Source("tiny", tiny.resolve())
    assert find("im-net-2020") == Source("im-net-2020")
    with pytest.raises(ModelError):
        find("no such model")


def square(n):
    return n * n, torch.get_num_threads()


def test_a_child_computes_with_the_threads_it_is_allowed():
    assert in_child(1, square, 7) == (49, 1)


def test_ratios_need_the_authors_time_of_the_same_grid():
    def row(procedure, resolution, seconds):
        return Row("m", "trained", resolution, "cpu", "fp32", procedure, DONE, seconds=seconds)

    rows = with_ratios([row("authors", 64, 8.0), row("ours", 64, 2.0), row("ours", 128, 2.0)])

    assert [r.ratio_to_authors for r in rows] == [1.0, 4.0, None]


def test_the_share_of_the_peak_counts_the_points_own_arithmetic():
    row = Row("m", "trained", 64, "cpu", "fp32", "ours", DONE, points=1000, field_s=2.0)

    assert with_share(row, 100, 1e5).share_of_peak == pytest.approx(0.5)


@pytest.fixture
def here(monkeypatch):
    """Everything in this process, nothing started."""
    monkeypatch.setattr(run_module, "in_child", lambda threads, call, *args: call(*args))
    monkeypatch.setattr(run_module, "start", lambda *_: STARTUP)
    monkeypatch.setattr(measure_module, "ROUNDS", 1)
    monkeypatch.setattr("benchmarks.machine.SECONDS", 0.01)


def test_the_command_writes_rows_with_all_keys_and_a_table_that_fits(tiny, tmp_path, here):
    out = tmp_path / "new" / "figures.json"
    words = ["benchmark", "-m", str(tiny), "-r", "16", "-r", "24", "--json", str(out), "--device", "cpu"]

    ended = CliRunner().invoke(app, words)

    assert ended.exit_code == 0, ended.output
    written = json.loads(out.read_text(encoding="utf-8"))
    asked_for = {
        "model", "resolution", "device", "precision", "procedure", "points", "seconds",
        "encode_s", "field_s", "surface_s", "peak_mb", "ratio_to_authors",
    }  # fmt: skip
    names = {field.name for field in dataclasses.fields(Row)}
    assert asked_for <= names and all(set(row) == names for row in written["rows"])
    assert [(row["procedure"], row["resolution"]) for row in written["rows"]] == [
        (name.value, n) for n in (16, 24) for name in ProcedureName
    ]
    assert {row["status"] for row in written["rows"]} == {"done"}
    assert all(row["differing_signs"] == 0 and row["ratio_to_authors"] > 0 for row in written["rows"])
    assert written["startup"] == [{"model": "tiny", **dataclasses.asdict(STARTUP)}]
    assert [path.name for path in out.parent.iterdir()] == ["figures.json"]
    assert max(map(len, ended.stdout.splitlines())) <= WIDTH
    assert "tiny (trained)" in ended.stdout and "ours-exact" in ended.stdout


def test_only_the_procedures_asked_for_are_run_and_a_stopped_one_is_shown(tiny, here):
    plan = Plan((Source("Tiny", tiny),), (16,), (ProcedureName.authors, ProcedureName.ours), "cpu", None, 0.0)
    told = []

    report = run(plan, told.append)

    assert [(row.procedure, row.status) for row in report.rows] == [("authors", "stopped"), ("ours", "done")]
    assert report.rows[1].ratio_to_authors is None and report.rows[1].differing_signs is None
    assert any("authors" in line and line.endswith("stopped") for line in text(report).splitlines())
    assert len(told) == 4


def test_a_process_that_dies_costs_its_row_only(tiny, monkeypatch, here):
    def dies(threads, call, *args):
        if call is measure:
            raise ImreconError("The process that was measured died.")
        return call(*args)

    monkeypatch.setattr(run_module, "in_child", dies)
    plan = Plan((Source("Tiny", tiny),), (16,), (ProcedureName.ours,), "cpu", None, 9.0)

    assert [row.status for row in run(plan, str).rows] == ["The process that was measured died."]


def test_the_widest_figures_fit_the_table(here):
    machine = dataclasses.replace(inspect("cpu"), processor="Processor with a very long name " * 5)
    row = Row(
        "A model", "trained", 1024, "cpu", "bf16+fp32", "ours-exact", DONE, 999_999_999, 99_999.0, 99.9,
        99_999.0, 999.9, 5, 999.99, 0.99, 99_999.0, 99.9, 99_999, 9_999, 1, 9_999.9, 999_999_999,
    )  # fmt: skip
    report = run_module.Report(machine, (), (row, dataclasses.replace(row, status="Something failed. " * 20)))

    assert max(map(len, text(report).splitlines())) <= WIDTH
