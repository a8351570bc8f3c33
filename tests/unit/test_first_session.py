"""The record of a played session: what held, what did not, and what a slow window shows."""

from __future__ import annotations

import json
import sys
import time

import numpy as np
import pytest

from imrecon_gui.core.export import export
from imrecon_gui.view3d.convert import vertex_normals
from tests.first_session import props
from tests.first_session.recorder import REPORT_FILE, STEPS_FILE, Recorder
from tests.first_session.render_clock import RenderClock
from tests.first_session.watch import HEARTBEAT_MS, Watch, _own
from tests.gui.fakes import octahedron


@pytest.fixture
def recorder(qapp, tmp_path):
    return Recorder(tmp_path / "out")


def written(recorder):
    return json.loads((recorder._folder / STEPS_FILE).read_text())


def test_what_held_is_written_down(recorder):
    with recorder.step("drop"):
        recorder.check("it was welcome", True)
    assert recorder.is_good
    (step,) = written(recorder)
    assert (step["step"], step["ok"], step["checks"]) == ("drop", True, ["it was welcome"])
    assert step["seconds"] >= 0 and step["max_stall_ms"] >= 0
    assert "everything held" in (recorder._folder / REPORT_FILE).read_text()


def test_one_thing_that_does_not_hold_spoils_the_session(recorder):
    with recorder.step("drop"):
        recorder.check("it was welcome", False)
        recorder.check("it is small", True)
    with recorder.step("mend"):
        recorder.check("it is mended", True)
    assert not recorder.is_good
    assert [step["ok"] for step in written(recorder)] == [False, True]
    assert written(recorder)[0]["checks"][0] == "NOT: it was welcome"
    assert "NOT everything held" in recorder.report()


def test_an_error_is_noted_and_goes_on_its_way(recorder):
    with pytest.raises(TimeoutError), recorder.step("wait"):
        raise TimeoutError("too long")
    (step,) = written(recorder)
    assert not step["ok"] and "too long" in step["checks"][0]


def test_nothing_done_is_no_good_session(recorder):
    assert not recorder.is_good


def test_a_blocked_window_is_noticed(recorder):
    with recorder.step("block"):
        time.sleep(0.05)
    assert written(recorder)[0]["max_stall_ms"] >= 40


class FakeTime:
    """Seconds that go by when told to."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def fake_time():
    return FakeTime()


@pytest.fixture
def watched(qapp, fake_time):
    """A clock of drawings and a watch, both of the fake time."""
    clock = RenderClock(fake_time)
    watch = Watch(clock, fake_time)
    yield clock, watch
    watch.end()


def test_drawing_is_told_from_the_rest(watched, fake_time):
    clock, watch = watched
    fake_time.seconds += 0.1
    clock.begin()
    clock.begin()  # VTK's drawing inside Qt's
    fake_time.seconds += 0.2
    clock.end()
    fake_time.seconds += 0.05
    clock.end()
    watch._beat()
    assert watch.longest.all_ms == pytest.approx(350 - HEARTBEAT_MS)
    assert watch.longest_own.own_ms == pytest.approx(100 - HEARTBEAT_MS)


def test_what_the_session_does_itself_is_no_stall(watched, fake_time):
    _, watch = watched
    fake_time.seconds += 0.02
    with watch.apart():
        fake_time.seconds += 7.0
    fake_time.seconds += 0.03
    watch._beat()
    assert watch.longest.all_ms == pytest.approx(30 - HEARTBEAT_MS)


def test_the_program_is_named_and_not_what_it_calls(monkeypatch):
    frames = []
    monkeypatch.setattr(np, "cross", lambda *_: frames.append(sys._getframe()) or np.zeros((8, 3)))
    mesh = octahedron()
    vertex_normals(mesh.vertices, mesh.faces)
    assert _own(frames[0]) == "view3d.convert.vertex_normals"
    assert _own(sys._getframe()) == ""


def test_a_print_is_told_from_one_that_lies_on_its_side(tmp_path):
    mesh = octahedron()
    mesh.vertices[:] *= np.array([1.0, 0.5, 0.2], np.float32)
    export(mesh, tmp_path / "good.stl", longest_side_mm=80)
    assert props.printed_error_mm(tmp_path / "good.stl", mesh, 80) < 0.01
    assert props.printed_error_mm(tmp_path / "good.stl", mesh, 90) > 1
    mesh.vertices[:] = mesh.vertices[:, [0, 2, 1]]
    assert props.printed_error_mm(tmp_path / "good.stl", mesh, 80) > 1
