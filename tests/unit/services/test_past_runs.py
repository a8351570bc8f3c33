"""Run folders as the list shows them; what is broken or no run is passed over."""

import json

import pytest

from imrecon_gui.services.job_runner import Worker
from imrecon_gui.services.past_runs import PastRunService, read_run
from imrecon_gui.services.tail import Tail


def write(folder, events, name="mine", **values):
    folder.mkdir(parents=True)
    config = {"name": name, "categories": ["chair"], "recipe": {"title": "Quick"}, "device": "cpu"}
    (folder / "config.json").write_text(json.dumps({**config, **values}))
    lines = [json.dumps({"time": 100.0 + n, **event}) for n, event in enumerate(events)]
    (folder / "events.jsonl").write_text("\n".join(lines) + "\n")
    return folder


def step(stage, number, total=10):
    return {"event": "step", "stage": stage, "step": number, "total": total, "loss": 1 / number}


def validation(stage, number, iou):
    return {"event": "validation", "stage": stage, "step": number, "iou": iou}


def test_a_run_is_read(tmp_path):
    events = [{"event": "started", "run": "r"}, *(step("shape", n) for n in range(1, 11))]
    events += [validation("shape", 5, 0.4), step("image", 1), step("image", 2), validation("image", 2, 0.3)]
    run = read_run(write(tmp_path / "r", [*events, {"event": "stopped"}]))
    assert (run.name, run.recipe, run.categories, run.device) == ("mine", "Quick", ("chair",), "cpu")
    assert (run.when, run.step, run.total, run.best_iou, run.outcome) == (100.0, 2, 10, 0.3, "stopped")
    assert [at for at, _ in run.loss] == list(range(1, 13)) and run.iou == ((5, 0.4), (12, 0.3))
    assert run.can_go_on


def test_steps_that_were_made_again_count_once(tmp_path):
    events = [step("image", n) for n in (1, 2, 3, 4, 5, 3, 4)]
    run = read_run(write(tmp_path / "r", [*events, {"event": "finished"}]))
    assert [at for at, _ in run.loss] == [1, 2, 3, 4] and not run.can_go_on


def test_a_long_run_is_thinned(tmp_path):
    events = [step("image", n, 20_000) for n in range(1, 20_001)]
    run = read_run(write(tmp_path / "r", events))
    assert 800 <= len(run.loss) <= 1000 and run.step == 20_000


def test_the_newest_comes_first_and_broken_ones_are_passed_over(qtbot, tmp_path):
    write(tmp_path / "old", [step("image", 1)], "old")
    write(tmp_path / "new", [{"event": "started", "run": "r", "time": 900.0}], "new")
    write(tmp_path / "half", [step("image", 1)], recipe="none")
    write(tmp_path / "bare", []).joinpath("events.jsonl").unlink()
    write(tmp_path / "torn", []).joinpath("config.json").write_text("{")
    (tmp_path / "a file").write_text("no run")
    worker = Worker()
    service = PastRunService(worker)
    for _ in range(2):
        with qtbot.waitSignal(service.found) as blocker:
            service.ask(tmp_path)
        assert [run.name for run in blocker.args[0]] == ["new", "old"]
    with qtbot.waitSignal(service.found) as blocker:
        service.ask(tmp_path / "absent")
    assert blocker.args == [()]
    assert worker.close()


@pytest.mark.parametrize("ending", ["", "\n"])
def test_a_line_that_is_not_whole_waits(tmp_path, ending):
    path = tmp_path / "f"
    tail = Tail(path)
    assert tail.lines() == [] and tail.size == 0
    path.write_bytes(b"one\ntwo" + ending.encode())
    assert tail.lines() == (["one", "two"] if ending else ["one"])
    with path.open("ab") as file:
        file.write(b"!\nthree\n")
    assert tail.lines() == (["!", "three"] if ending else ["two!", "three"])


def test_a_long_file_comes_in_pieces(tmp_path):
    path = tmp_path / "f"
    path.write_text("".join(f"line {n}\n" for n in range(1000)))
    tail, read = Tail(path), []
    while piece := tail.lines(100):
        assert len(piece) < 20
        read += piece
    assert read == [f"line {n}" for n in range(1000)]
