"""One run a folder: its process is named there while it lives, and a second one is refused."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from imrecon_gui.core.errors import TrainingError
from training import alive, run_command
from training.__main__ import app
from training.alive import PROCESS, claimed, created, is_alive
from training.control import CONTROL


@pytest.fixture
def other() -> Iterator[subprocess.Popen[bytes]]:
    """Another process that lives."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        yield process
        process.kill()


def name(folder: Path, pid: int, began: float | None = None) -> None:
    record = {"pid": pid, "created": created(pid) if began is None else began}
    (folder / PROCESS).write_text(json.dumps(record))


def test_a_process_began_when_it_did(other: subprocess.Popen[bytes]) -> None:
    began = created(other.pid)
    assert began is not None and abs(began - time.time()) < 30
    assert created(os.getpid()) <= began  # type: ignore[operator]
    assert created(-1) is None and created(2**22 + 1) is None


def test_a_run_lives_as_long_as_its_process(tmp_path: Path, other: subprocess.Popen[bytes]) -> None:
    assert not is_alive(tmp_path)
    name(tmp_path, other.pid)
    assert is_alive(tmp_path)
    other.kill()
    os.waitid(os.P_PID, other.pid, os.WEXITED | os.WNOWAIT)
    assert not is_alive(tmp_path), "a zombie"
    other.wait()
    assert not is_alive(tmp_path), "gone"


def test_a_number_given_to_another_process_is_no_run(tmp_path: Path) -> None:
    name(tmp_path, os.getpid(), time.time() - 9e6)
    assert not is_alive(tmp_path)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": 1}', '{"pid": null, "created": 0}'])
def test_a_record_that_cannot_be_read_names_no_run(tmp_path: Path, text: str) -> None:
    (tmp_path / PROCESS).write_text(text)
    assert not is_alive(tmp_path)


def test_the_record_goes_however_the_run_ends(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), claimed(tmp_path / "run"):
        record = json.loads((tmp_path / "run" / PROCESS).read_text())
        assert record == {"pid": os.getpid(), "created": created(os.getpid())}
        assert is_alive(tmp_path / "run")
        raise ZeroDivisionError
    assert list((tmp_path / "run").iterdir()) == []


def test_a_second_run_is_refused(tmp_path: Path, other: subprocess.Popen[bytes]) -> None:
    name(tmp_path, other.pid)
    with pytest.raises(TrainingError, match=f"going on already, as process {other.pid}"), claimed(tmp_path):
        pytest.fail("it runs")
    assert is_alive(tmp_path)
    other.kill()
    other.wait()
    with claimed(tmp_path):
        assert json.loads((tmp_path / PROCESS).read_text())["pid"] == os.getpid()


def test_asking_loads_next_to_nothing() -> None:
    code = "import sys, training.alive; print(len({'numpy', 'torch', 'typer'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "0\n"


def run(folder: Path, *words: str) -> tuple[int, list[dict[str, object]]]:
    """The command's status, and the events on its standard output."""
    outcome = CliRunner().invoke(app, ["run", "--out", str(folder), "--events", *words])
    return outcome.exit_code, [json.loads(line) for line in outcome.stdout.splitlines()]


def recorded(folder: Path) -> list[dict[str, object]]:
    lines = (folder / "events.jsonl").read_text(encoding="utf-8").splitlines()
    return [{key: value for key, value in json.loads(line).items() if key != "time"} for line in lines]


def test_a_refused_run_leaves_the_other_ones_record_alone(
    tmp_path: Path, other: subprocess.Popen[bytes]
) -> None:
    name(tmp_path, other.pid)
    (tmp_path / CONTROL).write_text("pause")
    status, told = run(tmp_path)
    assert status == 1 and [event["event"] for event in told] == ["failed"]
    assert "going on already" in str(told[0]["message"])
    assert {path.name for path in tmp_path.iterdir()} == {PROCESS, CONTROL}


@pytest.mark.parametrize("end", ["good", "bad recipe", "full disk", "fault", "stop"])
def test_all_that_is_said_is_in_the_folder_too(
    tmp_path: Path, end: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def work(order: object, log: run_command.Any) -> bool:
        seen.append(is_alive(tmp_path))
        log.say("step", loss=0.5)
        if end == "bad recipe":
            raise TrainingError("There is no recipe.", "Choose another.")
        if end == "full disk":
            raise OSError(28, "No space left on device")
        if end == "fault":
            raise ZeroDivisionError("no number")
        return end == "good"

    monkeypatch.setattr(run_command, "_train", work)
    (tmp_path / CONTROL).write_text("stop")
    os.utime(tmp_path / CONTROL, (time.time() - 9e6,) * 2)
    status, told = run(tmp_path)
    last = {"good": "finished", "stop": "stopped"}.get(end, "failed")
    assert [event["event"] for event in told] == ["step", last]
    assert recorded(tmp_path) == told and (status == 0) == (last != "failed")
    assert seen == [True] and {path.name for path in tmp_path.iterdir()} == {"events.jsonl"}
    run(tmp_path)
    assert recorded(tmp_path) == told + told


def test_windows_and_macos_answer_in_their_own_way(monkeypatch: pytest.MonkeyPatch) -> None:
    for platform, way in (("win32", "_created_on_windows"), ("darwin", "_created_on_macos")):
        monkeypatch.setattr(alive.sys, "platform", platform)
        monkeypatch.setattr(alive, way, lambda pid: float(pid))
        assert created(7) == 7.0
