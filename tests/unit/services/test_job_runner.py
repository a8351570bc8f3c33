"""Jobs: exactly one outcome, stale events dropped, cancelling that cancels."""

import os
import sys
import threading

import pytest

from imrecon_gui.services.job_runner import NICENESS, JobRunner, Worker

OUTCOMES = ("succeeded", "failed", "cancelled")


@pytest.fixture
def worker():
    made = Worker()
    yield made
    assert made.close(5)


@pytest.fixture
def runner(worker, qapp):
    return JobRunner(worker)


@pytest.fixture
def heard(runner):
    """(kind, job_id, values) of every event, in order."""
    events = []
    for kind in ("started", "progress", "partial", *OUTCOMES, "finished"):
        getattr(runner, kind).connect(lambda job_id, *rest, k=kind: events.append((k, job_id, rest)))
    return events


def wait_for(qtbot, heard, job_id):
    qtbot.waitUntil(lambda: ("finished", job_id, ()) in heard)


def kinds(heard, job_id):
    return [kind for kind, i, _ in heard if i == job_id]


def wait_until_cancelled(entered):
    def work(job):
        entered.set()
        while True:
            job.check()

    return work


def test_a_dropped_job_is_heard_of_no_more(qtbot, runner, heard, worker):
    entered = threading.Event()
    job_id = runner.start(lambda job: entered.set() or "done")
    assert entered.wait(5)
    runner.drop()
    assert not runner.is_busy
    assert kinds(heard, job_id) == ["cancelled", "finished"]
    other = runner.start(lambda job: "other")
    wait_for(qtbot, heard, other)
    assert kinds(heard, job_id) == ["cancelled", "finished"]


def test_success_tells_all_in_order(qtbot, runner, heard):
    def work(job):
        job.report("field", 0, 2)
        job.partial("coarse")
        job.report("field", 2, 2)
        return threading.current_thread().name

    job_id = runner.start(work)
    assert runner.is_busy
    wait_for(qtbot, heard, job_id)
    assert kinds(heard, job_id) == ["started", "progress", "partial", "progress", "succeeded", "finished"]
    assert heard[4][2] == ("imrecon-worker",)
    assert not runner.is_busy


def test_failure_carries_the_exception(qtbot, runner, heard):
    error = ValueError("broken")

    def work(_job):
        raise error

    job_id = runner.start(work)
    wait_for(qtbot, heard, job_id)
    assert heard[-2] == ("failed", job_id, (error,))


def test_cancel_stops_the_work(qtbot, runner, heard):
    entered = threading.Event()
    job_id = runner.start(wait_until_cancelled(entered))
    assert entered.wait(5)
    runner.cancel()
    wait_for(qtbot, heard, job_id)
    assert kinds(heard, job_id) == ["started", "cancelled", "finished"]


def test_cancelled_before_it_begins_never_runs(qtbot, worker, runner, heard):
    gate, ran = threading.Event(), []
    worker.submit(lambda: gate.wait(5) and None)
    job_id = runner.start(lambda _job: ran.append(1))
    runner.cancel()
    gate.set()
    wait_for(qtbot, heard, job_id)
    assert kinds(heard, job_id) == ["cancelled", "finished"]
    assert ran == []


def test_starting_again_cancels_and_silences_the_old(qtbot, runner, heard):
    entered = threading.Event()
    old = runner.start(wait_until_cancelled(entered))
    assert entered.wait(5)
    new = runner.start(lambda _job: "new")
    wait_for(qtbot, heard, new)
    assert kinds(heard, old)[-2:] == ["cancelled", "finished"]
    assert kinds(heard, new) == ["started", "succeeded", "finished"]
    assert [i for _, i, _ in heard].index(new) > max(n for n, e in enumerate(heard) if e[1] == old)


def test_a_result_that_comes_too_late_is_dropped(qtbot, runner, heard):
    gate = threading.Event()
    old = runner.start(lambda _job: gate.wait(5))
    new = runner.start(lambda _job: "new")
    gate.set()
    wait_for(qtbot, heard, new)
    assert "succeeded" not in kinds(heard, old)
    assert [kind for kind in kinds(heard, old) if kind in OUTCOMES] == ["cancelled"]


def test_hurried_reports_are_thinned_but_ends_are_told(qtbot, runner, heard):
    def work(job):
        for done in range(5001):
            job.report("field", done, 5000)

    job_id = runner.start(work)
    wait_for(qtbot, heard, job_id)
    told = [rest for kind, _, rest in heard if kind == "progress"]
    assert told[0] == ("field", 0, 5000)
    assert told[-1] == ("field", 5000, 5000)
    assert len(told) < 100


@pytest.mark.skipif(sys.platform != "linux", reason="threads have a niceness of their own on Linux only")
def test_the_worker_stands_back_behind_the_window(qtbot, runner, heard):
    nice = lambda *_: os.getpriority(os.PRIO_PROCESS, threading.get_native_id())  # noqa: E731
    wait_for(qtbot, heard, runner.start(nice))
    (worker_nice,) = next(rest for kind, _, rest in heard if kind == "succeeded")
    assert worker_nice == min(nice() + NICENESS, 19)
