"""The process of a run: its words become signals, its death a sentence, and it outlives who started it."""

import sys
from pathlib import Path

import pytest

from imrecon_gui.core.errors import TrainingError
from imrecon_gui.services.training import GoOnOrder, TrainingOrder, TrainingService
from imrecon_gui.services.training_events import (
    Ended,
    Paused,
    Preview,
    Published,
    Resumed,
    Started,
    Step,
    Validation,
)
from imrecon_gui.services.training_process import find_living
from imrecon_gui.services.training_record import RunRecord
from tests.gui.conftest import TRAINER


@pytest.fixture
def service(tmp_path, qapp):
    made = TrainingService(tmp_path, TRAINER)
    made._looks.setInterval(20)
    yield made
    made.kill()
    made.close()


@pytest.fixture
def order(tmp_path):
    def make(recipe):
        categories = ("chair", "lamp")
        return TrainingOrder(recipe, categories, 1.5, "mine", tmp_path / "runs/r", tmp_path / "models")

    return make


def events_of(service):
    heard = []
    service.happened.connect(heard.append)
    return heard


def test_the_command_is_the_protocols(order):
    assert order("quick").arguments()[:9] == [
        *("run", "--recipe", "quick", "--category", "chair", "--category", "lamp", "--out"),
        str(order("quick").run_dir),
    ]
    rest = order("quick").arguments()[9:]
    models = str(order("quick").models_dir)
    assert rest == ["--minutes", "1.5", "--device", "auto", "--name", "mine", "--publish", models]


def test_a_run_says_what_it_does(qtbot, service, order):
    heard, lines = events_of(service), []
    service.line.connect(lines.append)
    with qtbot.waitSignal(service.ended) as blocker:
        service.start(order("quick"))
        assert service.is_running
    assert blocker.args == [Ended("finished")]
    assert heard[0] == Started(order("quick").run_dir, ("data", "shape", "image"), ("chair", "lamp"))
    assert [e.loss for e in heard if isinstance(e, Step) and e.stage == "shape"] == [
        1 / n for n in range(1, 21)
    ]
    assert [e.iou for e in heard if isinstance(e, Validation)] == [0.55, 0.6, 0.65, 0.7] * 2
    assert heard[-1] == Published(order("quick").models_dir / "mine.model", "mine")
    previews = [e.path for e in heard if isinstance(e, Preview)]
    assert [path.name for path in previews] == ["5.png", "10.png", "15.png", "20.png"] * 2
    assert lines == ["words that are no event"]
    assert not service.is_running


def test_stop_publishes_what_there_is(qtbot, service, order):
    heard = events_of(service)
    service.start(order("patient"))
    qtbot.waitUntil(lambda: Step("image", 10, 20, 0.1, 0.1) in heard)
    with qtbot.waitSignal(service.ended) as blocker:
        service.stop()
        service.stop()
    assert blocker.args == [Ended("stopped")]
    assert isinstance(heard[-1], Published)


def test_one_that_will_not_stop_is_ended(qtbot, service, order):
    heard = events_of(service)
    service._deadline.setInterval(200)
    service.start(order("deaf"))
    qtbot.waitUntil(lambda: len(heard) > 5)
    with qtbot.waitSignal(service.ended) as blocker:
        service.stop()
    assert blocker.args == [Ended("stopped")]


@pytest.mark.parametrize(
    ("recipe", "message", "hint"),
    [
        ("crash", "The training run ended unexpectedly.", "MemoryError: everything is full"),
        ("fail", "The disk is full.", "Free some space."),
    ],
)
def test_failures_are_sentences(qtbot, service, order, recipe, message, hint):
    failures = []
    service.failed.connect(failures.append)
    with qtbot.waitSignal(service.ended) as blocker:
        service.start(order(recipe))
    assert blocker.args[0].outcome == "failed"
    assert failures[0].message == message
    assert hint in failures[0].hint


def test_a_run_pauses_and_goes_on(qtbot, service, order):
    heard = events_of(service)
    service.start(order("patient"))
    qtbot.waitUntil(lambda: Step("image", 10, 20, 0.1, 0.1) in heard)
    service.pause()
    qtbot.waitUntil(lambda: service.is_paused)
    service.resume()
    qtbot.waitUntil(lambda: not service.is_paused)
    assert [e for e in heard if isinstance(e, Paused | Resumed)] == [Paused(), Resumed()]
    service.pause()
    qtbot.waitUntil(lambda: service.is_paused)
    with qtbot.waitSignal(service.ended) as blocker:
        service.stop()
    assert blocker.args == [Ended("stopped")] and not service.is_paused


def test_a_run_goes_on_without_its_service_and_is_found_again(qtbot, service, order, tmp_path):
    heard = events_of(service)
    service.start(order("patient"))
    qtbot.waitUntil(lambda: Step("image", 10, 20, 0.1, 0.1) in heard)
    service.close()
    assert not service.is_running
    later, recalled, new = TrainingService(tmp_path, TRAINER), [], []
    later.recalled.connect(recalled.extend)
    later.happened.connect(new.append)
    assert later.attach_living(tmp_path / "runs") and later.run_dir == order("patient").run_dir
    qtbot.waitUntil(lambda: not later._record.has_old)
    assert recalled == heard and new == []
    with qtbot.waitSignal(later.ended) as blocker:
        later.stop()
    assert blocker.args == [Ended("stopped")]
    assert new == [Published(order("patient").models_dir / "mine.model", "mine")]
    assert find_living(tmp_path / "runs") is None and not later.attach_living(tmp_path / "runs")


def test_one_that_dies_after_it_was_found_again_is_told(qtbot, service, order, tmp_path):
    heard, failures = events_of(service), []
    service.start(order("deaf"))
    qtbot.waitUntil(lambda: Step("image", 10, 20, 0.1, 0.1) in heard)
    service.close()
    later = TrainingService(tmp_path, TRAINER)
    later.failed.connect(failures.append)
    later.attach(order("deaf").run_dir)
    with qtbot.waitSignal(later.ended) as blocker:
        later.kill()
    assert blocker.args[0].outcome == "failed"
    assert "words that are no event" in failures[0].hint


def test_a_stopped_run_goes_on(qtbot, service, order):
    heard = events_of(service)
    service.start(order("patient"))
    qtbot.waitUntil(lambda: Step("image", 10, 20, 0.1, 0.1) in heard)
    with qtbot.waitSignal(service.ended):
        service.stop()
    recalled = []
    service.recalled.connect(recalled.extend)
    before = list(heard)
    with qtbot.waitSignal(service.ended) as blocker:
        service.start(GoOnOrder(order("patient").run_dir, order("patient").models_dir, "cpu"))
    assert blocker.args == [Ended("finished")]
    again = GoOnOrder(order("patient").run_dir, order("patient").models_dir, "cpu").arguments()
    assert again[:3] == ["run", "--out", str(order("patient").run_dir)] and again[5:7] == ["--minutes", "0"]
    assert recalled == before
    assert isinstance(heard[len(before)], Started) and isinstance(heard[-1], Published)


def test_what_ended_before_does_not_end_one_that_goes_on(qtbot, service, order, tmp_path):
    folder = order("crash").run_dir
    folder.mkdir(parents=True)
    (folder / "events.jsonl").write_text('{"event":"stopped"}\n')
    service._command = (sys.executable, "-c", "raise SystemExit('no such recipe')")
    with qtbot.waitSignal(service.ended) as blocker:
        service.start(GoOnOrder(folder, tmp_path / "models"))
    assert blocker.args[0].outcome == "failed" and "no such recipe" in blocker.args[0].hint


def test_two_at_once_are_refused(qtbot, service, order):
    service.start(order("patient"))
    with pytest.raises(TrainingError):
        service.start(order("quick"))


def test_a_program_that_is_not_there(qtbot, tmp_path, order):
    service = TrainingService(tmp_path, (str(tmp_path / "absent"),))
    with qtbot.waitSignal(service.failed) as blocker:
        service.start(order("quick"))
    assert blocker.args[0].message == "The training program could not be started."
    assert not service.is_running


def test_recipes_come_from_the_trainer(qtbot, service):
    with qtbot.waitSignal(service.recipes_found) as blocker:
        service.ask_recipes()
    assert [recipe.name for recipe in blocker.args[0]] == ["quick", "patient"]


def test_a_trainer_without_recipes_is_told(qtbot, tmp_path):
    service = TrainingService(tmp_path, (sys.executable, "-c", "raise SystemExit(3)"))
    with qtbot.waitSignal(service.failed):
        service.ask_recipes()


def test_a_folder_that_cannot_be_made_is_told(service, order, tmp_path):
    (tmp_path / "runs").write_text("a file")
    with pytest.raises(TrainingError, match="cannot be made"):
        service.start(order("quick"))
    assert not service.is_running
    assert Path(tmp_path / "runs").is_file()


def test_what_is_added_while_the_old_is_read_is_new(tmp_path):
    path = tmp_path / "events.jsonl"
    path.write_text('{"event":"stopped"}\n{"event":"paus')
    record = RunRecord(tmp_path)
    with path.open("a") as file:
        file.write('ed"}\n{"event":"unknown"}\n{"event":"finished"}\n')
    old = []
    while record.has_old:
        old += record.old()
    assert old == [Ended("stopped")]
    assert record.new() == (Paused(), Ended("finished")) and record.new() == ()
